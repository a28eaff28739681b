package align

import (
	"cmp"
	"slices"

	"parallax/model/claim"
	"parallax/model/parallel"
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
	m := newMeter(vectors, postings)
	found := make([][]Pair, len(vectors))
	parallel.Each(len(vectors), func(a int) { found[a] = m.pairs(a) })
	return ranked(found)
}

// ranked puts pairs in one list, best first. As there may be very many, they are
// dealt into bins of about one likeness, and each bin is sorted.
func ranked(found [][]Pair) []Pair {
	n := 0
	for _, list := range found {
		n += len(list)
	}
	bin := func(p Pair) int { return max(0, min(int((1-p.Score)*float64(n)), n-1)) }
	ends := make([]int, n+1) // of the bins, each plus one
	for _, list := range found {
		for _, p := range list {
			ends[bin(p)+1]++
		}
	}
	for i := range n {
		ends[i+1] += ends[i]
	}
	out := make([]Pair, n)
	for _, list := range found {
		for _, p := range list {
			b := bin(p)
			out[ends[b]] = p
			ends[b]++
		}
	}
	start := 0
	for _, end := range ends[:n] {
		slices.SortFunc(out[start:end], func(p, q Pair) int {
			return cmp.Or(cmp.Compare(q.Score, p.Score), compareRef(p.A, q.A), compareRef(p.B, q.B))
		})
		start = end
	}
	return out
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
	lonely := oneLanguage(vectors, postings)
	for i := range vectors {
		vectors[i].drop(lonely)
		vectors[i].weigh(postings, len(vectors))
	}
	return vectors, postings
}

// oneLanguage tells of each feature whether only sentences of one language hold it.
func oneLanguage(vectors []vector, postings [][]int) []bool {
	out := make([]bool, len(postings))
	for id, list := range postings {
		first := vectors[list[0]].language
		out[id] = !slices.ContainsFunc(list, func(v int) bool { return vectors[v].language != first })
	}
	return out
}

// drop takes out the translations that no sentence of another language holds: of
// the meanings of a word only those that fit count.
func (v *vector) drop(lonely []bool) {
	n := 0
	for i, f := range v.features {
		if f.Channel() == claim.GlossChannel && lonely[v.ids[i]] {
			continue
		}
		v.features[n], v.ids[n] = f, v.ids[i]
		n++
	}
	v.features, v.ids = v.features[:n], v.ids[:n]
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
