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

// nearestTo is the sentence of a report that is the most alike to another one, and
// how alike the one after it is.
type nearestTo struct {
	sentence      int
	score, second float64
}

// bests is, for each sentence, the one of each other report that is the most alike
// to it. The pairs stand best first.
func bests(pairs []align.Pair) map[seat]nearestTo {
	out := make(map[seat]nearestTo, len(pairs))
	put := func(s seat, sentence int, score float64) {
		n, ok := out[s]
		switch {
		case !ok:
			n = nearestTo{sentence: sentence, score: score}
		case n.second == 0:
			n.second = score
		default:
			return
		}
		out[s] = n
	}
	for _, p := range pairs {
		put(seat{p.A, p.B.Document}, p.B.Sentence, p.Score)
		put(seat{p.B, p.A.Document}, p.A.Sentence, p.Score)
	}
	return out
}

// place notes how the pair stands among those of all reports.
func (p *pair) place(docs []*claim.Document, ap align.Pair, best map[seat]nearestTo) {
	p.reports = len(docs)
	p.witnesses, p.support, p.dissent = witnesses(docs, ap, best)
	p.twins = areTwins(docs, ap, best, p.support > p.dissent)
	p.alone = len(p.a.Sentences) < loneTexts || len(p.b.Sentences) < loneTexts
	a, b := best[seat{ap.A, ap.B.Document}], best[seat{ap.B, ap.A.Document}]
	p.nearT, p.nearS = &p.b.Sentences[a.sentence], &p.a.Sentences[b.sentence]
	p.rival = 1 - ap.Score/max(a.score, b.score)
	p.margin = max(0, ap.Score-max(a.second, b.second)) / ap.Score
	p.whole = p.complete(docs, ap, best)
}

// witness is a sentence of another report that is the most alike to both of a pair.
type witness struct {
	d *claim.Document
	s *claim.Sentence
}

// witnesses lists the sentences of the other reports that are the most alike to both of
// the pair; support is how many reports have one, and dissent how many have two
// different ones, as shares.
func witnesses(docs []*claim.Document, ap align.Pair, best map[seat]nearestTo) (list []witness, support, dissent float64) {
	if len(docs) < 3 {
		return nil, 0, 0
	}
	for d := range docs {
		a, okA := best[seat{ap.A, d}]
		b, okB := best[seat{ap.B, d}]
		switch {
		case d == ap.A.Document || d == ap.B.Document || !okA || !okB || a.score < twinScore && b.score < twinScore:
		case a.sentence == b.sentence:
			list = append(list, witness{docs[d], &docs[d].Sentences[a.sentence]})
			support++
		default:
			dissent++
		}
	}
	others := float64(len(docs) - 2)
	return list, support / others, dissent / others
}

// areTwins reports whether the two sentences of a pair make the same statement; it
// is backed where other reports have one sentence that is like both.
func areTwins(docs []*claim.Document, p align.Pair, best map[seat]nearestTo, backed bool) bool {
	if p.Score < best[seat{p.A, p.B.Document}].score || p.Score < best[seat{p.B, p.A.Document}].score {
		return false
	}
	if !backed && (len(docs[p.A.Document].Sentences) < loneTexts || len(docs[p.B.Document].Sentences) < loneTexts) {
		return p.Score >= loneScore
	}
	return p.Score >= twinScore
}

// backing is how alike the two are where other reports have one sentence that is the
// most alike to both: each that has adds to it, and each that has two takes from it.
func (p *pair) backing() float64 { return p.alike * (1 + max(0, p.support-p.dissent)) }

// What makes two sentences nearly twins: some other is a little more alike to one of
// them, and most of the other reports have one sentence that is like both.
const (
	nearRival   = 0.4
	nearBacking = 0.75
	nearReports = 4 // of the event
	evenRival   = 0.15
)

// nearTwins reports whether the sentences are twins, or nearly: reports repeat
// themselves, as in the headline and below it. Of sentences of long
// reports the other one needs no backing if it is hardly more alike.
func (p *pair) nearTwins() bool {
	backed := p.alike >= twinScore && p.rival <= nearRival && p.support >= nearBacking
	return p.twins || p.reports >= nearReports && backed || !p.alone && p.alike >= otherAlike && p.rival <= evenRival
}
