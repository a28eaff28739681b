package conflict

import (
	"fmt"
	"math"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// quantities compares the numbers of two sentences that count or measure the
// same thing of the same happening.
func quantities(p *pair) []finding {
	if p.otherYears() {
		return nil
	}
	var out []finding
	for i := range p.s.Quantities {
		for j := range p.t.Quantities {
			if f, ok := p.quantity(&p.s.Quantities[i], &p.t.Quantities[j]); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

func (p *pair) quantity(q, r *claim.Quantity) (finding, bool) {
	if q.Unit.Dimension != r.Unit.Dimension || q.Ordinal != r.Ordinal || q.Rate != r.Rate || q.Among != r.Among || q.Further != r.Further {
		return finding{}, false
	}
	if q.Earlier || r.Earlier || compatible(q, r) || echoed(q, p.t) || echoed(r, p.s) {
		return finding{}, false
	}
	what, sure := p.sameMeasure(q, r)
	if sure == 0 || p.updates(q, r, what) {
		return finding{}, false
	}
	a, b := p.outlets()
	label := "number"
	if what.Key != "" {
		label = what.Key
	}
	why := fmt.Sprintf("%s: %s (%s) against %s (%s)", label, words(p.a, q.Span), a, words(p.b, r.Span), b)
	return finding{model.Quantity, sure, why, q.Span, r.Span}, true
}

// conversionShare is how far a converted value may be off.
const conversionShare = 0.015

// compatible reports whether some value fits both numbers.
func compatible(q, r *claim.Quantity) bool {
	qlo, qhi := interval(q)
	rlo, rhi := interval(r)
	slack := 0.0
	if q.Unit.Name != r.Unit.Name {
		slack = conversionShare * math.Max(math.Abs(q.Unit.Base(q.Value)), math.Abs(r.Unit.Base(r.Value)))
	}
	return qlo <= rhi+slack && rlo <= qhi+slack
}

func interval(q *claim.Quantity) (lo, hi float64) {
	lo, hi = q.Unit.Base(q.Lo), q.Unit.Base(q.Hi)
	return math.Min(lo, hi), math.Max(lo, hi)
}

// echoed reports whether another number of the sentence says what q says: the
// sentences then agree on one and differ on something else.
func echoed(q *claim.Quantity, s *claim.Sentence) bool {
	for i := range s.Quantities {
		r := &s.Quantities[i]
		if r.Unit.Dimension == q.Unit.Dimension && compatible(q, r) {
			return true
		}
	}
	return false
}

// sameMeasure says what both numbers count or measure, and how surely.
func (p *pair) sameMeasure(q, r *claim.Quantity) (lexicon.Concept, float64) {
	qn, rn := counted(p.s, q), counted(p.t, r)
	qe, re := nearestHappening(p.s, q), nearestHappening(p.t, r)
	event, clash := meet(qe, re)
	noun, _ := meet(qn, rn)
	switch {
	case clash:
		return lexicon.Concept{}, 0
	case event.Key != "" && (noun.Key != "" || generic(qn) || generic(rn) || len(qn) == 0 || len(rn) == 0):
		return event, 0.6 + p.score
	case noun.Key != "" && len(qe) > 0 && len(re) > 0 && event.Key == "":
		return lexicon.Concept{}, 0
	case noun.Key != "" && p.score > 0.2:
		return noun, 0.3 + p.score
	}
	return lexicon.Concept{}, 0
}

// generic reports whether what is counted is just people.
func generic(concepts []lexicon.Concept) bool {
	for _, c := range concepts {
		switch c.Key {
		case "person", "people", "human", "man", "victim", "resident", "citizen":
			return true
		}
	}
	return false
}

// meet returns the first concept in both lists; clash is set where one excludes
// the other.
func meet(a, b []lexicon.Concept) (c lexicon.Concept, clash bool) {
	for _, x := range a {
		for _, y := range b {
			if x.ID == y.ID {
				return x, false
			}
		}
	}
	for _, x := range a {
		for _, y := range b {
			if lexicon.Excludes(x.ID, y.ID) {
				clash = true
			}
		}
	}
	return lexicon.Concept{}, clash
}

// countedReach is how many words from a number the thing counted may stand.
const countedReach = 4

// counted lists the things that stand by the number, the nearest after it first.
func counted(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	return near(s, q, countedReach, func(c lexicon.Concept) bool {
		return c.Class == lexicon.ThingClass || c.Class == lexicon.RoleClass || c.Class == lexicon.GroupClass || c.Class == lexicon.PlaceClass || c.Class == lexicon.AbstractClass
	})
}

// happeningReach is how many words from a number the happening may stand.
const happeningReach = 9

func nearestHappening(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	found := near(s, q, happeningReach, happening)
	if len(found) > 2 {
		found = found[:2]
	}
	return found
}

// near lists the concepts of the number's clause that pass, nearest first.
func near(s *claim.Sentence, q *claim.Quantity, reach int, pass func(lexicon.Concept) bool) []lexicon.Concept {
	all := lexicon.Concepts()
	var out []lexicon.Concept
	for d := 0; d <= reach; d++ {
		for _, m := range s.Mentions {
			if s.Words[m.From].Clause != q.Clause || !pass(all[m.Concept]) {
				continue
			}
			if m.From == q.To+d || m.To == q.From-d || d == 0 && m.From >= q.From && m.To <= q.To {
				out = append(out, all[m.Concept])
			}
		}
	}
	return out
}

// updates reports whether the differing numbers are an earlier and a later count
// of something that grows: the later report is the higher one.
func (p *pair) updates(q, r *claim.Quantity, what lexicon.Concept) bool {
	da, okA := p.a.Article.Date.Days()
	db, okB := p.b.Article.Date.Days()
	if !okA || !okB || da == db || what.Class != lexicon.EventClass && what.Class != lexicon.StateClass {
		return false
	}
	return (da < db) == (q.Unit.Base(q.Value) < r.Unit.Base(r.Value))
}
