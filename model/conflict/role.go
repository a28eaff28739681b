package conflict

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// plainAlike is the likeness from which twins need nothing else in common by
// their numbers, sameAlike the one from which what stands by the numbers may even
// differ.
const (
	plainAlike = 0.15
	sameAlike  = 0.2
	otherAlike = 0.3 // where the numbers stand by words of different measures, or may be a count and a date
)

// loose reports whether two figures may well be of different things, or fit each
// other after all.
func (p *pair) loose(f, g figure) bool {
	q, r := f.quantity, g.quantity
	if q == nil || r == nil {
		return p.backing() < plainAlike
	}
	if p.backing() < sameAlike && (q.Total && !r.Total && partial(p.t) || r.Total && !q.Total && partial(p.s) || changes(p.s, q) != changes(p.t, r)) || p.updates(q, r) {
		return true
	}
	if boundSide(q.Bound) != boundSide(r.Bound) && compatible(q, r) || (q.Range || r.Range) && compatible(q, r) || p.backing() < sameAlike && otherAreas(p.s, p.t, q, r) {
		return true
	}
	mq, mr := measureOf(p.s, q), measureOf(p.t, r)
	what, same := meet(counted(p.s, q), counted(p.t, r))
	switch {
	case q.Unit.Dimension != "" && q.Unit.Dimension == r.Unit.Dimension:
		return false
	case mq != "" && mr != "" && mq != mr:
		return p.backing() < otherAlike || max(f.Value, g.Value) > oneGroup*min(f.Value, g.Value)
	case mq != mr && (!same || people([]lexicon.Concept{what})):
		return p.backing() < sameAlike
	}
	return !same && mq == "" && p.backing() < plainAlike
}

// oneGroup is how many times the other a number may be for both to be of one group of
// people, who were first trapped and then rescued.
const oneGroup = 2

// boundSide is on which side of the number a bound leaves room: below, above, or about
// it; numbers bounded alike are told apart by their values.
func boundSide(bound lexicon.Cue) int {
	switch bound {
	case lexicon.AtLeast, lexicon.MoreThan, lexicon.OrMore:
		return 1
	case lexicon.AtMost, lexicon.LessThan, lexicon.OrLess:
		return -1
	case lexicon.About, lexicon.JustUnder, lexicon.JustOver:
		return 2
	}
	return 0
}

// partial reports whether a sentence speaks of a stretch of time or of one in a
// row, so that its numbers need not be those of the whole.
func partial(s *claim.Sentence) bool {
	first, ok := lexicon.ConceptByKey("first")
	return len(s.Times) > 0 || ok && mentions(s, first.ID)
}

// changes reports whether the number is what something rises or falls to or by.
func changes(s *claim.Sentence, q *claim.Quantity) bool {
	for _, c := range conceptsOf(s, nearest(s, q.From, q.To, 3, happening)) {
		switch c.Key {
		case "rise", "fall", "decrease", "decline", "reduce", "increase", "double", "grow", "drop", "lower":
			return true
		}
	}
	return false
}

// alikeFigures reports whether two figures may stand for the same thing: both
// measure in one dimension, or neither measures. Where the sentences are the more
// alike, what stands by one of them need not have been understood.
func (p *pair) alikeFigures(f, g figure) bool {
	sure := p.backing() >= otherAlike
	if f.Named != g.Named && !sure && cased(p.s) && cased(p.t) {
		return false
	}
	if f.Decade || g.Decade {
		return timeKind(f) != timex.Absolute && timeKind(g) != timex.Absolute && ofAge(f) && ofAge(g)
	}
	q, r := f.quantity, g.quantity
	bareF, bareG := unread(p.s, q), unread(p.t, r)
	if bareAge(f, g) || bareAge(g, f) || p.backing() >= sameAlike && (bareF && tellsAge(r) && ofAge(f) || bareG && tellsAge(q) && ofAge(g)) {
		return true
	}
	switch x, y := timeKind(f), timeKind(g); {
	case x == timex.Clock && y == timex.Clock && otherZones(f.time.Value, g.time.Value):
		return false
	case x == y:
	case !sure || x != "" && y != "" || x == "" && !bareF || y == "" && !bareG:
		return false
	}
	return alikeMeasures(q, r, sure, bareF, bareG)
}

// alikeMeasures reports whether two quantities, nil where the figures are none, may
// measure or count the same: sure says that the sentences are much alike, and the
// others that it was not understood what a quantity counts.
func alikeMeasures(q, r *claim.Quantity, sure, bareF, bareG bool) bool {
	switch {
	case q == nil && r == nil:
		return true
	case q == nil:
		return r.Unit.Dimension == "" || sure && unconverted(r)
	case r == nil:
		return q.Unit.Dimension == "" || sure && unconverted(q)
	case q.Unit.Dimension != r.Unit.Dimension:
		return sure && (bareF && unconverted(r) || bareG && unconverted(q))
	case q.Among != r.Among && q.Unit.Dimension == "" || q.Ordinal != r.Ordinal && !(sure && bareF && bareG):
		return false
	}
	return !converted(q, r)
}

// otherZones reports whether two clocks may show one moment in two zones: they do, or
// only one names its zone and that is the one into which news converts.
func otherZones(x, y model.Date) bool {
	if x.HasZone && y.HasZone {
		return x.Zone != y.Zone && (x.Minute-x.Zone-y.Minute+y.Zone)%dayMinutes == 0
	}
	return x.HasZone != y.HasZone && x.Zone == 0 && y.Zone == 0 && (x.Minute-y.Minute)%30 == 0
}

const dayMinutes = 24 * 60

// unread reports whether it was not understood what a number counts, if anything;
// q is nil where it is no quantity.
func unread(s *claim.Sentence, q *claim.Quantity) bool {
	return q == nil || q.Unit.Dimension == "" && len(beside(s, q)) == 0 && measureOf(s, q) == ""
}

// unconverted reports whether a number is of a measure that has no other units into which
// news converts, but for temperatures, of which the scales are known.
func unconverted(q *claim.Quantity) bool {
	return !rounded[q.Unit.Dimension] && !strings.HasPrefix(q.Unit.Dimension, "money")
}

// ofAge reports whether a figure may be how old somebody is.
func ofAge(f figure) bool {
	return f.Value <= oldest && (f.quantity == nil || f.quantity.Unit.Dimension == "" || f.quantity.Unit.Dimension == "age" || f.quantity.Unit.Dimension == "duration")
}

func tellsAge(q *claim.Quantity) bool { return q != nil && q.Unit.Dimension == "age" }

// cased reports whether a sentence is in a script that has capitals.
func cased(s *claim.Sentence) bool {
	return slices.ContainsFunc(s.Words, func(w claim.Word) bool { return w.Upper })
}

// oldest is the greatest age in years that a number may be.
const oldest = 115

// bareAge reports whether one figure stands alone between commas and the other
// counts years: both are how old somebody is.
func bareAge(bare, years figure) bool {
	q, r := years.quantity, bare.quantity
	return (r == nil || r.Unit.Dimension == "" && bare.Apart || r.Unit.Dimension == "age") && q != nil && (q.Unit.Dimension == "duration" || q.Unit.Dimension == "age") && bare.Value <= oldest && years.Value <= oldest
}

func timeKind(f figure) timex.Kind {
	switch {
	case f.time == nil:
		return ""
	case f.time.Value.HasClock:
		return timex.Clock
	}
	return f.time.Kind
}
