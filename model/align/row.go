package align

import (
	"cmp"
	"slices"

	"parallax/model/claim"
)

// Row is sentences that speak of the same thing: an index into the sentences of
// each document, or -1 for a gap.
type Row []int

// joinMean is the likeness two rows must have, on the mean of all pairs between
// them, to become one.
const joinMean = 0.04

// Rows clusters the sentences of the documents, the most alike first, and orders
// the rows as the articles have them.
func Rows(docs []*claim.Document, pairs []Pair) []Row {
	c := newClusters(docs, pairs)
	for c.join() {
	}
	return order(docs, c.rows())
}

// order sorts rows by where their sentences stand on average, each as a share of
// its article.
func order(docs []*claim.Document, rows []Row) []Row {
	place := func(r Row) float64 {
		sum, n := 0.0, 0
		for d, s := range r {
			if s >= 0 {
				sum += float64(s) / float64(len(docs[d].Sentences))
				n++
			}
		}
		return sum / float64(n)
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(place(a), place(b)) })
	return rows
}
