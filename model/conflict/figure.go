package conflict

import (
	"fmt"
	"math"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/timex"
)

// figures finds the one number written in figures that differs between two
// sentences that otherwise make the same statement.
func (p *pair) figures() []finding {
	if !p.twins || p.otherCountries() {
		return nil
	}
	left, right := unexplained(p.s, p.t), unexplained(p.t, p.s)
	if len(left) != 1 || len(right) != 1 || !alikeFigures(left[0], right[0]) {
		return nil
	}
	f, g := left[0], right[0]
	a, b := p.outlets()
	why := fmt.Sprintf("%s (%s) against %s (%s) in the same statement", words(p.a, f.Span), a, words(p.b, g.Span), b)
	return []finding{{model.Quantity, likelyScore + (strongScore-likelyScore)*min(1, p.alike/fullAlike), why, f.Span, g.Span}}
}

// fullAlike is the likeness at which twins are as sure as they can be.
const fullAlike = 0.5

// figure is a number in figures and what it belongs to.
type figure struct {
	claim.Figure
	quantity *claim.Quantity // nil where it counts and measures nothing
	time     *timex.Mention  // nil where it is part of no time
}

func figuresOf(s *claim.Sentence) []figure {
	out := make([]figure, len(s.Figures))
	for i, f := range s.Figures {
		out[i].Figure = f
		for j := range s.Quantities {
			if q := &s.Quantities[j]; q.Span.Overlaps(f.Span) {
				out[i].quantity = q
			}
		}
		for j := range s.Times {
			if t := &s.Times[j]; t.Span.Overlaps(f.Span) {
				out[i].time = t
			}
		}
	}
	return out
}

// unexplained lists the figures of s that t does not have in some form: each
// figure of t stands for one of s, its number words, dates and clocks for any.
func unexplained(s, t *claim.Sentence) []figure {
	mine, theirs := figuresOf(s), figuresOf(t)
	used := make([]bool, len(theirs))
	var out []figure
next:
	for _, f := range mine {
		for j, g := range theirs {
			if !used[j] && sameFigure(f, g) {
				used[j] = true
				continue next
			}
		}
		if !told(f, t) {
			out = append(out, f)
		}
	}
	return out
}

// sameFigure reports whether two figures are one number, in whatever scale it is
// written, or one measure in other units.
func sameFigure(f, g figure) bool {
	if sameDigits(f.Value, g.Value) || math.Abs(f.Value-g.Value) <= max(f.Step, g.Step) {
		return true
	}
	return f.quantity != nil && g.quantity != nil && converted(f.quantity, g.quantity)
}

// sameDigits reports whether the numbers differ at most by a power of ten: "2.8
// bn" and "28億" are one number even where a scale was not understood.
func sameDigits(v, w float64) bool {
	if v == 0 || w == 0 {
		return v == w
	}
	scale := math.Pow(10, math.Round(math.Log10(v/w)))
	return math.Abs(v-w*scale) < 1e-6*v
}

// converted reports whether the quantities measure the same in other units,
// rounded as news does.
func converted(q, r *claim.Quantity) bool {
	if q.Unit.Dimension != r.Unit.Dimension || q.Unit.Name == r.Unit.Name {
		return false
	}
	v, w := q.Unit.Base(q.Value), r.Unit.Base(r.Value)
	return math.Abs(v-w) <= conversionRound*max(math.Abs(v), math.Abs(w))
}

// conversionRound is how far a converted value that was rounded may be off.
const conversionRound = 0.12

// told reports whether a sentence says the number of f in words, as an interval
// or as part of a date or clock.
func told(f figure, t *claim.Sentence) bool {
	for i := range t.Quantities {
		q := &t.Quantities[i]
		if sameDigits(q.Value, f.Value) || f.quantity != nil && (converted(q, f.quantity) || q.Unit.Dimension == f.quantity.Unit.Dimension && q.Unit.Base(q.Value) == f.quantity.Unit.Base(f.Value)) {
			return true
		}
	}
	for i := range t.Times {
		if inTime(f, &t.Times[i]) {
			return true
		}
	}
	return false
}

// inTime reports whether the figure is a part of the time, or of the same time
// told otherwise.
func inTime(f figure, t *timex.Mention) bool {
	v := int(f.Value)
	if float64(v) != f.Value {
		return t.Value.HasClock && clockFigure(f, t)
	}
	for _, d := range []model.Date{t.Value, t.Until} {
		if v == d.Year || v == d.Month || v == d.Day || d.Year != 0 && v == d.Year%100 {
			return true
		}
	}
	return t.Value.HasClock && clockFigure(f, t) || math.Abs(t.Count) == f.Value || f.time != nil && t.Kind != timex.Duration && sameDay(f.time, t)
}

// clockFigure reports whether the figure is the hour or minute of the clock, on
// a dial of twelve hours or twenty-four.
func clockFigure(f figure, t *timex.Mention) bool {
	hour, minute := t.Value.Minute/60, t.Value.Minute%60
	v := int(f.Value)
	return v%12 == hour%12 || v == minute || f.time != nil && f.time.Value.HasClock && f.time.Value.Minute%720 == t.Value.Minute%720
}

func sameDay(x, y *timex.Mention) bool { return x.Value.Full() && x.Value == y.Value }

// alikeFigures reports whether two figures may stand for the same thing: both
// measure in one dimension, or neither measures.
func alikeFigures(f, g figure) bool {
	if (f.time != nil && f.time.Value.HasClock) != (g.time != nil && g.time.Value.HasClock) {
		return false
	}
	if f.quantity == nil || g.quantity == nil {
		return f.quantity == nil && g.quantity == nil || f.quantity == nil && g.quantity.Unit.Dimension == "" || g.quantity == nil && f.quantity.Unit.Dimension == ""
	}
	q, r := f.quantity, g.quantity
	return q.Unit.Dimension == r.Unit.Dimension && q.Among == r.Among && (q.Unit.Name == r.Unit.Name || !converted(q, r))
}

// otherCountries reports whether both sentences name countries, and none in
// common.
func (p *pair) otherCountries() bool {
	if len(p.s.Countries) == 0 || len(p.t.Countries) == 0 {
		return false
	}
	for _, x := range p.s.Countries {
		for _, y := range p.t.Countries {
			if x.Code == y.Code {
				return false
			}
		}
	}
	return true
}

