package conflict

import (
	"math"
	"strings"
	"sync"

	_ "embed"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// counts compares the numbers of two sentences that count or measure the same
// thing of the same happening.
func counts(p *pair) []finding {
	if p.otherYears() || !p.twins && (len(years(p.s)) > 0) != (len(years(p.t)) > 0) && lookingBack(p.a, p.s) != lookingBack(p.b, p.t) {
		return nil
	}
	var out []finding
	left, right := p.unpaired()
	for _, q := range left {
		for _, r := range right {
			if f, ok := p.quantity(q, r); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// unpaired lists the quantities of both sentences without those that are equal;
// each is the equal of one at most.
func (p *pair) unpaired() (left, right []*claim.Quantity) {
	used := make([]bool, len(p.t.Quantities))
	for j := range used {
		used[j] = p.t.Quantities[j].Single
	}
next:
	for i := range p.s.Quantities {
		q := &p.s.Quantities[i]
		if q.Single {
			continue
		}
		for j := range p.t.Quantities {
			r := &p.t.Quantities[j]
			if used[j] || q.Unit.Dimension != r.Unit.Dimension {
				continue
			}
			if q.Unit.Base(q.Value) == r.Unit.Base(r.Value) || otherMarks(q, r) {
				used[j] = true
				continue next
			}
			if c, ok := fitsExactly(p.s, p.t, q, r); ok {
				p.differ(q, r, name(c), model.Compatible, bothAllow)
				used[j] = true
				continue next
			}
		}
		left = append(left, q)
	}
	for j := range p.t.Quantities {
		if !used[j] {
			right = append(right, &p.t.Quantities[j])
		}
	}
	return left, right
}

// fitsExactly reports whether numbers of the same things fit: "706" is "more than
// 700".
func fitsExactly(s, t *claim.Sentence, q, r *claim.Quantity) (lexicon.Concept, bool) {
	what, same := meet(beside(s, q), beside(t, r))
	return what, same && q.Bound != r.Bound && compatible(q, r)
}

func (p *pair) quantity(q, r *claim.Quantity) (finding, bool) {
	if q.Unit.Dimension != r.Unit.Dimension || q.Ordinal != r.Ordinal || q.Rate != r.Rate || q.Among != r.Among && q.Unit.Dimension == "" || p.furtherBy(q, r) || ofOneAge(p.s, q) != ofOneAge(p.t, r) {
		return finding{}, false
	}
	what, sure := p.sameMeasure(q, r)
	if sure == 0 {
		return finding{}, false
	}
	if o, reason := p.outcome(q, r); o != "" {
		p.differ(q, r, what, o, reason)
		return finding{}, false
	}
	return finding{model.Quantity, sure, p.against(q, r, what), q.Span, r.Span}, true
}

// addsUp reports whether q and another number of its sentence make r together, or r
// is what is left of q without the other: "15 in Arden and one in Valmont" are 16.
func addsUp(s *claim.Sentence, q, r *claim.Quantity) bool {
	for i := range s.Quantities {
		o := &s.Quantities[i]
		if o == q || o.Span == q.Span || o.Unit.Dimension != q.Unit.Dimension {
			continue
		}
		v, w, sum := q.Unit.Base(q.Value), o.Unit.Base(o.Value), r.Unit.Base(r.Value)
		if v+w == sum || v-w == sum && w > 0 {
			return true
		}
	}
	return false
}

// otherMarks reports whether one number is the other with its mark for groups taken
// for the one for decimals, or the other way round: "1.127" and "1,127".
func otherMarks(q, r *claim.Quantity) bool {
	v, w := math.Min(q.Value, r.Value), math.Max(q.Value, r.Value)
	return v != math.Trunc(v) && math.Abs(v*groupOfThree-w) < 1e-6*w
}

// groupOfThree is what a group of three figures counts.
const groupOfThree = 1000

// strangers reports whether the sentences make no one statement and speak of other
// people or places: both have names, and none in common.
func (p *pair) strangers() bool {
	return !p.twins && len(p.core) == 0 && len(p.names) == 0 && len(p.s.Names) > 0 && len(p.t.Names) > 0 && (p.otherCountries() || len(p.s.Countries) == 0 || len(p.t.Countries) == 0)
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

// echoed reports whether the other report also says what q says, of the same
// thing: it then knows both numbers, and they are of different measures.
func echoed(s *claim.Sentence, q *claim.Quantity, other *claim.Document) bool {
	what := append(measured(s, q), counted(s, q)...)
	for i := range other.Sentences {
		t := &other.Sentences[i]
		for j := range t.Quantities {
			r := &t.Quantities[j]
			if r.Unit.Dimension != q.Unit.Dimension || !compatible(q, r) || math.IsInf(r.Lo, 0) || math.IsInf(r.Hi, 0) {
				continue
			}
			if _, same := meet(what, append(measured(t, r), counted(t, r)...)); same {
				return true
			}
		}
	}
	return false
}

// measured lists the two happenings nearest to the number.
func measured(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	return conceptsOf(s, nearest(s, q.From, q.To, 2, telling))
}

// counted lists what may be counted: the things and people right by the number.
func counted(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	found := nearest(s, q.From, q.To, 2, func(c lexicon.Concept) bool {
		switch c.Class {
		case lexicon.ThingClass, lexicon.RoleClass, lexicon.GroupClass, lexicon.PlaceClass, lexicon.AbstractClass:
			return true
		}
		return false
	})
	out := conceptsOf(s, found)
	for i, m := range found {
		if s.Mentions[m].From > q.To+countedReach || s.Mentions[m].To < q.From-countedReach {
			return out[:i]
		}
	}
	return out
}

// beside lists the people or things that stand right by a number in its clause.
func beside(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	found := nearest(s, q.From, q.To, 1, func(c lexicon.Concept) bool {
		return c.Class == lexicon.ThingClass || c.Class == lexicon.RoleClass || c.Class == lexicon.GroupClass
	})
	if len(found) == 0 {
		return nil
	}
	m := s.Mentions[found[0]]
	if m.From > q.To+1 || m.To < q.From || s.Words[m.From].Clause != q.Clause {
		return nil
	}
	return conceptsOf(s, found)
}

// countedReach is how many words from a number the thing counted may stand.
const countedReach = 3

//go:embed measures.tsv
var measureData string

// measures maps concepts to the measure they belong to.
var measures = sync.OnceValue(func() map[lexicon.ConceptID]string { return lexicon.ConceptLabels(measureData, "\t") })

// measureOf is the measure nearest to the number in its clause, "" where none is.
func measureOf(s *claim.Sentence, q *claim.Quantity) string {
	q = beforeChange(s, q)
	background := ""
	for _, m := range nearest(s, q.From, q.To, len(s.Mentions), func(c lexicon.Concept) bool { return measures()[c.ID] != "" }) {
		measure := measures()[s.Mentions[m].Concept]
		switch {
		case s.Words[s.Mentions[m].From].Clause != q.Clause:
		case !backgrounds[measure]:
			return measure
		case background == "":
			background = measure
		}
	}
	return background
}

// beforeChange is the number right before q where that is what it has changed from: "from
// 17 to 18" counts one thing.
func beforeChange(s *claim.Sentence, q *claim.Quantity) *claim.Quantity {
	for i := range s.Quantities {
		if o := &s.Quantities[i]; q.Later && o.Earlier && o.Unit == q.Unit && o.To < q.From && q.From-o.To <= 2 {
			return o
		}
	}
	return q
}

// backgrounds are the measures that a clause may name as what went on while
// something else is counted: the injured in a protest.
var backgrounds = map[string]bool{"protesting": true, "affected": true, "deployed": true}

// sameMeasure says what both numbers count or measure, and how surely.
func (p *pair) sameMeasure(q, r *claim.Quantity) (what string, sure float64) {
	mq, mr := measureOf(p.s, q), measureOf(p.t, r)
	qn, rn := counted(p.s, q), counted(p.t, r)
	noun, sameNoun := meet(qn, rn)
	if q.Unit.Dimension == "" && mq != mr {
		return "", 0
	}
	if q.Unit.Dimension == "" && mq != "" {
		if x, y := beside(p.s, q), beside(p.t, r); sameNoun || people(x) && people(y) {
			return mq, 0.6 + 0.35*p.sure
		}
		return "", 0
	}
	qe, re := measured(p.s, q), measured(p.t, r)
	event, sameEvent := meet(first(qe), re)
	if !sameEvent {
		event, sameEvent = meet(first(re), qe)
	}
	switch {
	case exclusive(first(qe), first(re)) || p.strangers():
		return "", 0
	case sameEvent && sameNoun:
		return name(event), 0.4 + p.sure/2
	case sameEvent && people(qn) && people(rn):
		return name(event), 0.35 + p.sure/2
	case sameNoun && (len(qe) == 0 || len(re) == 0 || q.Unit.Dimension != ""):
		return name(noun), 0.25 + p.sure/2
	}
	return "", 0
}

func name(c lexicon.Concept) string { return strings.ReplaceAll(c.Key, "-", " ") }

func first(c []lexicon.Concept) []lexicon.Concept { return c[:min(len(c), 1)] }

func exclusive(a, b []lexicon.Concept) bool {
	for _, x := range a {
		for _, y := range b {
			if lexicon.Excludes(x.ID, y.ID) {
				return true
			}
		}
	}
	return false
}

// people reports whether what is counted is people in general, as far as one can
// tell: nothing, or a word that means no group in particular.
func people(concepts []lexicon.Concept) bool {
	if len(concepts) == 0 {
		return true
	}
	switch concepts[0].Key {
	case "person", "people", "human", "man", "victim", "death-toll", "resident", "citizen", "casualty":
		return true
	}
	return false
}

// updates reports whether the differing numbers are an earlier and a later count
// of something that grows: the later report is the higher one.
func (p *pair) updates(q, r *claim.Quantity) bool {
	da, okA := p.a.Article.Date.Days()
	db, okB := p.b.Article.Date.Days()
	if !okA || !okB || da == db || p.a.Article.Date.Uncertain || p.b.Article.Date.Uncertain || q.Unit.Dimension != "" {
		return false
	}
	if da < db && asOfBy(p.t, da) || db < da && asOfBy(p.s, db) {
		return false
	}
	return (da < db) == (q.Unit.Base(q.Value) < r.Unit.Base(r.Value))
}

// asOfBy reports whether a sentence says that its count is as of a day no later than
// another: "by Tuesday evening, 21 were dead".
func asOfBy(s *claim.Sentence, day int) bool {
	for _, t := range s.Times {
		if _, hi, ok := days(t); ok && t.Bound == timex.Until && hi <= day {
			return true
		}
	}
	return false
}
