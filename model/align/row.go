package align

import (
	"cmp"
	"slices"

	"parallax/model/claim"
)

// Row is sentences that speak of the same thing: an index into the sentences of
// each document, or -1 for a gap.
type Row []int

// The likeness two rows must have, on the mean of all pairs between them, to
// become one; and the likeness their best pair must have.
const (
	joinMean = 0.03
	joinBest = 0.08
)

// Rows clusters the sentences of the documents, and orders the rows as the
// article with the most sentences has them.
func Rows(docs []*claim.Document, pairs []Pair) []Row {
	c := newClusters(docs, pairs)
	for _, p := range pairs {
		if p.Score < joinBest {
			break
		}
		c.join(p)
	}
	return order(docs, c.rows())
}

type clusters struct {
	docs   int
	of     map[Ref]int
	member [][]Ref // by cluster; nil where it was merged away
	score  map[[2]Ref]float64
}

func newClusters(docs []*claim.Document, pairs []Pair) *clusters {
	c := &clusters{docs: len(docs), of: map[Ref]int{}, score: make(map[[2]Ref]float64, len(pairs))}
	for d, doc := range docs {
		for s := range doc.Sentences {
			r := Ref{d, s}
			c.of[r] = len(c.member)
			c.member = append(c.member, []Ref{r})
		}
	}
	for _, p := range pairs {
		c.score[[2]Ref{p.A, p.B}] = p.Score
	}
	return c
}

// join merges the clusters of a pair where no article would stand in one row
// twice and the clusters are alike as wholes.
func (c *clusters) join(p Pair) {
	x, y := c.of[p.A], c.of[p.B]
	if x == y {
		return
	}
	sum := 0.0
	for _, a := range c.member[x] {
		for _, b := range c.member[y] {
			if a.Document == b.Document {
				return
			}
			if a.Document > b.Document {
				sum += c.score[[2]Ref{b, a}]
			} else {
				sum += c.score[[2]Ref{a, b}]
			}
		}
	}
	if sum/float64(len(c.member[x])*len(c.member[y])) < joinMean {
		return
	}
	for _, b := range c.member[y] {
		c.of[b] = x
	}
	c.member[x] = append(c.member[x], c.member[y]...)
	c.member[y] = nil
}

func (c *clusters) rows() []Row {
	var rows []Row
	for _, members := range c.member {
		if members == nil {
			continue
		}
		row := make(Row, c.docs)
		for d := range row {
			row[d] = -1
		}
		for _, r := range members {
			row[r.Document] = r.Sentence
		}
		rows = append(rows, row)
	}
	return rows
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
