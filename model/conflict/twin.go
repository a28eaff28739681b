package conflict

import (
	"parallax/model/align"
	"parallax/model/claim"
)

// Two sentences are twins where each is the most alike to the other that the two
// reports have: they then make the same statement, and what differs in them is a
// difference of that statement.
//
// twinScore is the likeness that twins have at the least, and loneScore the one
// they need where there is nothing else in a report to be more alike.
const (
	twinScore = 0.06
	loneScore = 0.4
	loneTexts = 4 // sentences
)

// seat is a sentence seen from another report.
type seat struct {
	ref   align.Ref
	other int // document
}

// bests is the greatest likeness that each sentence has to any of each other
// report.
func bests(pairs []align.Pair) map[seat]float64 {
	out := make(map[seat]float64, len(pairs))
	for _, p := range pairs {
		for _, s := range [2]seat{{p.A, p.B.Document}, {p.B, p.A.Document}} {
			out[s] = max(out[s], p.Score)
		}
	}
	return out
}

// place notes how the pair stands among those of both reports.
func (p *pair) place(docs []*claim.Document, ap align.Pair, best map[seat]float64) {
	p.twins = areTwins(docs, ap, best)
	p.alone = len(p.a.Sentences) < loneTexts || len(p.b.Sentences) < loneTexts
	top := max(best[seat{ap.A, ap.B.Document}], best[seat{ap.B, ap.A.Document}])
	p.rival = 1 - ap.Score/top
}

// areTwins reports whether the two sentences of a pair make the same statement.
func areTwins(docs []*claim.Document, p align.Pair, best map[seat]float64) bool {
	if p.Score < best[seat{p.A, p.B.Document}] || p.Score < best[seat{p.B, p.A.Document}] {
		return false
	}
	if len(docs[p.A.Document].Sentences) < loneTexts || len(docs[p.B.Document].Sentences) < loneTexts {
		return p.Score >= loneScore
	}
	return p.Score >= twinScore
}
