package align

import (
	"cmp"
	"math"
	"slices"

	"parallax/model/claim"
)

// Ref is a sentence of an event.
type Ref struct{ Document, Sentence int }

// Pair is two sentences of different articles and how alike they are, from 0
// to 1.
type Pair struct {
	A, B  Ref // A.Document < B.Document
	Score float64
	Mass  float64 // summed weight of what both hold, which long sentences do not dilute
}

// minScore is the likeness below which a pair is not worth listing.
const minScore = 0.015

// maxShare is the share of all sentences in which a feature may stand and still
// bring two of them together; what is more common only adds to the score.
const maxShare = 0.5

type vector struct {
	ref      Ref
	language string
	features []claim.Feature
	ids      []int
	shared   float64 // norm over the shared features
	all      float64 // norm over all features
}

// Pairs lists the pairs of sentences of different articles that are alike, best
// first; equal ones in the order of the articles.
func Pairs(docs []*claim.Document) []Pair {
	vectors, postings := index(docs)
	scores := map[[2]int]float64{}
	for _, list := range postings {
		if len(list) > 8 && float64(len(list)) > maxShare*float64(len(vectors)) {
			continue
		}
		for x := range list {
			for y := x + 1; y < len(list); y++ {
				if a, b := list[x], list[y]; vectors[a].ref.Document != vectors[b].ref.Document {
					scores[[2]int{a, b}] = 0
				}
			}
		}
	}
	pairs := make([]Pair, 0, len(scores))
	for k := range scores {
		a, b := &vectors[k[0]], &vectors[k[1]]
		if score, mass := likeness(a, b); score >= minScore {
			pairs = append(pairs, Pair{a.ref, b.ref, score, mass})
		}
	}
	slices.SortFunc(pairs, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(q.Score, p.Score), compareRef(p.A, q.A), compareRef(p.B, q.B))
	})
	return pairs
}

func compareRef(a, b Ref) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Sentence, b.Sentence))
}

// index makes a vector of each sentence, in the order of the articles, and lists
// the vectors that hold each shared or unshared feature.
func index(docs []*claim.Document) ([]vector, [][]int) {
	var vectors []vector
	ids := map[string]int{}
	var postings [][]int
	for d, doc := range docs {
		for s := range doc.Sentences {
			v := vector{ref: Ref{d, s}, language: doc.Article.Language, features: claim.Features(doc, &doc.Sentences[s])}
			for _, f := range v.features {
				key := f.Key
				if !f.Shared() {
					key += "\x00" + v.language
				}
				id, ok := ids[key]
				if !ok {
					id = len(postings)
					ids[key] = id
					postings = append(postings, nil)
				}
				v.ids = append(v.ids, id)
				postings[id] = append(postings[id], len(vectors))
			}
			vectors = append(vectors, v)
		}
	}
	for i := range vectors {
		vectors[i].weigh(postings, len(vectors))
	}
	return vectors, postings
}

// weigh multiplies each feature by how rare it is and sums up the norms.
func (v *vector) weigh(postings [][]int, total int) {
	order := make([]int, len(v.ids))
	for i := range v.features {
		order[i] = i
		f := &v.features[i]
		f.Weight *= claim.Rarity(f.Channel(), len(postings[v.ids[i]]), total)
		v.all += f.Weight * f.Weight
		if f.Shared() {
			v.shared += f.Weight * f.Weight
		}
	}
	slices.SortFunc(order, func(a, b int) int { return v.ids[a] - v.ids[b] })
	features, ids := make([]claim.Feature, len(order)), make([]int, len(order))
	for i, o := range order {
		features[i], ids[i] = v.features[o], v.ids[o]
	}
	v.features, v.ids = features, ids
}

// likeness is the cosine of two vectors, over all features within a language and
// over the shared ones across, lessened where it rests on very little; mass is
// the weight of what they share.
func likeness(a, b *vector) (score, mass float64) {
	same := a.language == b.language
	dot := 0.0
	for i, j := 0, 0; i < len(a.ids) && j < len(b.ids); {
		switch {
		case a.ids[i] < b.ids[j]:
			i++
		case a.ids[i] > b.ids[j]:
			j++
		default:
			if fa, fb := a.features[i], b.features[j]; same || fa.Shared() {
				dot += fa.Weight * fb.Weight
				mass += math.Min(fa.Weight, fb.Weight)
			}
			i++
			j++
		}
	}
	if dot == 0 {
		return 0, 0
	}
	norm := math.Sqrt(a.shared * b.shared)
	if same {
		norm = math.Sqrt(a.all * b.all)
	}
	return dot / norm * mass / (mass + thinEvidence), mass
}

// thinEvidence is the weight of shared features at which half of the likeness
// counts.
const thinEvidence = 2.0
