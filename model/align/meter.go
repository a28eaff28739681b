package align

import (
	"math"

	"parallax/model/claim"
)

// meter measures how alike each sentence is to those after it.
type meter struct {
	vectors []vector
	holders [][]holder // by feature
	dot     []float64  // by sentence: what it has in common with the one measured
	mass    []float64
	marked  []bool
	touched []int
}

// holder is a sentence that holds a feature.
type holder struct {
	vector int
	weight float64
}

func newMeter(vectors []vector, postings [][]int) *meter {
	n := len(vectors)
	m := &meter{vectors: vectors, holders: make([][]holder, len(postings)), dot: make([]float64, n), mass: make([]float64, n), marked: make([]bool, n)}
	for v := range vectors {
		for i, id := range vectors[v].ids {
			m.holders[id] = append(m.holders[id], holder{v, vectors[v].features[i].Weight})
		}
	}
	return m
}

// minCommon is how many sentences hold a feature at the least that is too common
// to bring two of them together.
const minCommon = 8

func (m *meter) common(id int) bool {
	n := len(m.holders[id])
	return n > minCommon && float64(n) > maxShare*float64(len(m.vectors))
}

// pairs appends the pairs of sentence a with those after it.
func (m *meter) pairs(a int, out []Pair) []Pair {
	v := &m.vectors[a]
	for _, common := range [2]bool{false, true} {
		for i, id := range v.ids {
			if m.common(id) == common {
				m.add(a, id, v.features[i], common)
			}
		}
	}
	for _, b := range m.touched {
		if score := cosine(v, &m.vectors[b], m.dot[b], m.mass[b]); score >= minScore {
			out = append(out, Pair{v.ref, m.vectors[b].ref, score, m.mass[b]})
		}
		m.dot[b], m.mass[b], m.marked[b] = 0, 0, false
	}
	m.touched = m.touched[:0]
	return out
}

// add counts a feature of sentence a for all that hold it, or where it is common,
// for those that hold something else too.
func (m *meter) add(a, id int, f claim.Feature, common bool) {
	v := &m.vectors[a]
	for _, h := range m.holders[id] {
		b := h.vector
		if b <= a || m.vectors[b].ref.Document == v.ref.Document || common && !m.marked[b] {
			continue
		}
		if !m.marked[b] {
			m.marked[b] = true
			m.touched = append(m.touched, b)
		}
		m.dot[b] += f.Weight * h.weight
		m.mass[b] += math.Min(f.Weight, h.weight)
	}
}

// cosine makes a likeness of what two sentences have in common: the cosine of
// their vectors, over all features within a language and over the shared ones
// across, lessened where it rests on very little.
func cosine(v, w *vector, dot, mass float64) float64 {
	if dot == 0 {
		return 0
	}
	norm := math.Sqrt(v.shared * w.shared)
	if v.language == w.language {
		norm = math.Sqrt(v.all * w.all)
	}
	return dot / norm * mass / (mass + thinEvidence)
}

// thinEvidence is the weight of shared features at which half of the likeness
// counts.
const thinEvidence = 2.0
