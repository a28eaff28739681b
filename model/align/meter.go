package align

import (
	"math"
	"slices"
	"sync"
)

// meter measures how alike each sentence is to those after it. It may measure
// several at a time.
type meter struct {
	vectors []vector
	holders [][]holder // by feature, in the order of the sentences
	scratch sync.Pool  // of *tally
}

// holder is a sentence that holds a feature.
type holder struct {
	vector int
	weight float64
}

// tally is what sentences have in common with the one measured.
type tally struct {
	common  []overlap // by sentence
	touched []int     // those with something in common
	pairs   []Pair
}

// overlap is what two sentences have in common.
type overlap struct{ dot, mass float64 }

func newMeter(vectors []vector, postings [][]int) *meter {
	m := &meter{vectors: vectors, holders: make([][]holder, len(postings))}
	m.scratch.New = func() any { return &tally{common: make([]overlap, len(vectors))} }
	for id, list := range postings {
		m.holders[id] = make([]holder, 0, len(list))
	}
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

// pairs lists the pairs of sentence a with those of the documents after its own.
func (m *meter) pairs(a int) []Pair {
	v, t := &m.vectors[a], m.scratch.Get().(*tally)
	defer m.scratch.Put(t)
	for _, common := range [2]bool{false, true} {
		for i, id := range v.ids {
			if m.common(id) == common {
				t.add(m.after(v, id), v.features[i].Weight, common)
			}
		}
	}
	for _, b := range t.touched {
		o := &t.common[b]
		if score := cosine(v, &m.vectors[b], o.dot, o.mass); score >= minScore {
			t.pairs = append(t.pairs, Pair{v.ref, m.vectors[b].ref, score, o.mass})
		}
		*o = overlap{}
	}
	out := slices.Clone(t.pairs)
	t.touched, t.pairs = t.touched[:0], t.pairs[:0]
	return out
}

// after lists those that hold a feature of the documents after that of v.
func (m *meter) after(v *vector, id int) []holder {
	list := m.holders[id]
	n, _ := slices.BinarySearchFunc(list, v.ref.Document+1, func(h holder, d int) int { return m.vectors[h.vector].ref.Document - d })
	return list[n:]
}

// add counts a feature of that weight for all that hold it, or where it is common,
// for those that hold something else too.
func (t *tally) add(holders []holder, weight float64, common bool) {
	for _, h := range holders {
		o := &t.common[h.vector]
		if o.mass == 0 {
			if common {
				continue
			}
			t.touched = append(t.touched, h.vector)
		}
		o.dot += weight * h.weight
		o.mass += min(weight, h.weight)
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
