package align

import (
	"cmp"
	"math"
	"slices"

	"parallax/model/claim"
)

// Match is a pair whose first sentence is of the document that was asked about.
type Match struct {
	Pair
	Covers float64 // share of what the first sentence says that the second says too, 0 to 1
	Around float64 // the same of the whole document of the second
}

// Matches lists the sentences of documents that are like those of asked, which
// counts as document 0 and they as 1 and on; best first, equal ones in the order
// of the documents.
func Matches(asked *claim.Document, docs []*claim.Document) []Match {
	vectors, postings := index(append([]*claim.Document{asked}, docs...))
	near, held := map[[2]int]bool{}, map[int]map[int]bool{}
	for _, list := range postings {
		for _, x := range list {
			for _, y := range list {
				if vectors[x].ref.Document == 0 && vectors[y].ref.Document != 0 {
					near[[2]int{x, y}] = true
				}
			}
		}
	}
	for i := range vectors {
		d := vectors[i].ref.Document
		if held[d] == nil {
			held[d] = map[int]bool{}
		}
		for _, id := range vectors[i].ids {
			held[d][id] = true
		}
	}
	out := make([]Match, 0, len(near))
	for k := range near {
		a, b := &vectors[k[0]], &vectors[k[1]]
		if score, mass := likeness(a, b); score >= minScore {
			holds := func(id int) bool { _, ok := slices.BinarySearch(b.ids, id); return ok }
			around := func(id int) bool { return held[b.ref.Document][id] }
			out = append(out, Match{Pair{a.ref, b.ref, score, mass}, a.covered(a.language == b.language, holds), a.covered(a.language == b.language, around)})
		}
	}
	slices.SortFunc(out, func(p, q Match) int {
		return cmp.Or(cmp.Compare(q.Covers, p.Covers), cmp.Compare(q.Score, p.Score), compareRef(p.A, q.A), compareRef(p.B, q.B))
	})
	return out
}

// likeness compares two vectors; mass is the weight of what they share.
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
	return cosine(a, b, dot, mass), mass
}

// covered is the share of the weight of a vector that is held: over all features
// within a language, and over the shared ones across.
func (v *vector) covered(same bool, holds func(id int) bool) float64 {
	held, all := 0.0, 0.0
	for i, id := range v.ids {
		if f := v.features[i]; same || f.Shared() {
			all += f.Weight
			if holds(id) {
				held += f.Weight
			}
		}
	}
	if all == 0 {
		return 0
	}
	return held / all
}
