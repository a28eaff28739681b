package conflict

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// figure is a number in figures and what it belongs to.
type figure struct {
	claim.Figure
	quantity *claim.Quantity // nil where it counts and measures nothing
	time     *timex.Mention  // nil where it is part of no time
}

func figuresOf(s *claim.Sentence) []figure {
	var out []figure
	for n, f := range s.Figures {
		if f.InWords {
			continue
		}
		if n > 0 && touches(s, s.Figures[n-1], f) || n+1 < len(s.Figures) && touches(s, f, s.Figures[n+1]) {
			continue // a row of figures is a code, as of a telephone
		}
		out = append(out, figureOf(s, f))
	}
	return out
}

// figureOf is a number of a sentence with what it belongs to.
func figureOf(s *claim.Sentence, f claim.Figure) figure {
	out := figure{Figure: f}
	for j := range s.Quantities {
		if q := &s.Quantities[j]; q.Span.Overlaps(f.Span) {
			out.quantity = q
		}
	}
	for j := range s.Times {
		if t := &s.Times[j]; t.Span.Overlaps(f.Span) || besideMonth(s, t, out) {
			out.time = t
		}
	}
	return out
}

// leastSpelt is the least number in words that is told from a figure: smaller ones stand
// in many phrases that count nothing.
const leastSpelt = 11

// farSpelt is how many times the other a number in words is at the most that stands in
// place of a figure.
const farSpelt = 2

// spelt lists the numbers in words of s, of about the size of a figure of t, that t does
// not have in some form.
func spelt(s, t *claim.Sentence, of figure) []figure {
	var out []figure
	for _, f := range s.Figures {
		if !f.InWords || f.Value < leastSpelt || f.Value != math.Trunc(f.Value) || f.Bound == lexicon.Vague {
			continue
		}
		x := figureOf(s, f)
		same := func(g claim.Figure) bool { return sameFigure(x, figureOf(t, g)) }
		if x.quantity != nil && x.time == nil && max(f.Value, of.Value) <= farSpelt*min(f.Value, of.Value) && !slices.ContainsFunc(t.Figures, same) && !told(x, t) {
			out = append(out, x)
		}
	}
	return distinct(out)
}

// besideMonth reports whether a figure stands by the name of a month, where a day of
// it would: "September 38".
func besideMonth(s *claim.Sentence, t *timex.Mention, f figure) bool {
	if t.Kind != timex.Absolute || t.Value.Month == 0 || t.Value.Day != 0 || !unread(s, f.quantity) {
		return false
	}
	from, to := f.Span.Start-t.Span.End, t.Span.Start-f.Span.End
	return from == 1 && (f.To == len(s.Words) || s.Words[f.To].Token.Gap) || to == 1
}

// touches reports whether figures stand right behind others.
func touches(s *claim.Sentence, f, g claim.Figure) bool {
	r, _ := utf8.DecodeRuneInString(s.Words[g.From].Text)
	return !f.InWords && !g.InWords && !(f.Paired && g.Paired) && f.To == g.From && !s.Words[g.From].Token.Gap && !unicode.IsLetter(r)
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
	if f.Decade || g.Decade {
		return decadeOf(f) == decadeOf(g)
	}
	if q, r := f.quantity, g.quantity; q != nil && r != nil && q.Unit.Name != r.Unit.Name && q.Unit.Dimension == r.Unit.Dimension && rounded[q.Unit.Dimension] {
		return converted(q, r) || measuredAlike(f, g)
	}
	if otherScale(f, g) || otherScale(g, f) || sameDigits(f.Value, g.Value) || math.Abs(f.Value-g.Value) <= min(max(f.Step, g.Step), roundedShare*max(f.Value, g.Value)) {
		return true
	}
	return f.quantity != nil && g.quantity != nil && (converted(f.quantity, g.quantity) || measuredAlike(f, g))
}

// otherScale reports whether one figure is a temperature and the other, of which it is
// not said what it measures, the same on another scale: "27 °C" and "80 degrees".
func otherScale(f, g figure) bool {
	q, r := f.quantity, g.quantity
	if q == nil || q.Unit.Dimension != temperature || r != nil && r.Unit.Dimension != "" {
		return false
	}
	return math.Abs(fahrenheit(f.Value)-g.Value) <= degreeRound || math.Abs(fahrenheit(g.Value)-f.Value) <= degreeRound || degreesApart(f.Value, g.Value)
}

const temperature = "temperature"

// measuredAlike reports whether the figures, each in the unit of its quantity, are
// one measure converted and rounded: the ends of "5 to 8 cm" and of "5 to 7.5 cm".
func measuredAlike(f, g figure) bool {
	u, w := f.quantity.Unit, g.quantity.Unit
	if u.Dimension != w.Dimension || !rounded[u.Dimension] {
		return false
	}
	a, b := u.Base(f.Value), w.Base(g.Value)
	return math.Abs(a-b) <= measureRound*max(math.Abs(a), math.Abs(b))
}

// decadeOf is the ten years of a century, or of an age, that a figure lies in.
func decadeOf(f figure) int { return int(f.Value) % 100 / 10 }

// roundedShare is how far a rounded number may be off.
const roundedShare = 0.07

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
	if q.Unit.Dimension != r.Unit.Dimension {
		return false
	}
	v, w := q.Unit.Base(q.Value), r.Unit.Base(r.Value)
	switch {
	case q.Unit.Dimension == temperature:
		return math.Abs(v-w) <= degreeRound || degreesApart(q.Value, r.Value) || math.Abs(fahrenheit(q.Value)-r.Value) <= degreeRound || math.Abs(fahrenheit(r.Value)-q.Value) <= degreeRound
	case q.Unit.Name == r.Unit.Name:
		return rounded[q.Unit.Dimension] && math.Abs(v-w) <= measureRound*max(math.Abs(v), math.Abs(w))
	}
	return math.Abs(v-w) <= conversionRound*max(math.Abs(v), math.Abs(w))
}

// degreesApart reports whether one number is a difference of temperatures in degrees
// Fahrenheit and the other the same in degrees Celsius.
func degreesApart(v, w float64) bool {
	return math.Abs(v-w*1.8) <= degreeRound*1.8 && math.Abs(v) > math.Abs(w) || math.Abs(w-v*1.8) <= degreeRound*1.8 && math.Abs(w) > math.Abs(v)
}

// conversionRound is how far a converted value that was rounded may be off,
// measureRound how far two of one unit may be that come of another unit, and
// degreeRound the same of temperatures, in degrees.
const (
	conversionRound = 0.12
	measureRound    = 0.07
	degreeRound     = 1.2
)

// rounded are the dimensions whose units news converts.
var rounded = map[string]bool{"length": true, "area": true, "mass": true, "volume": true, "speed": true}

func fahrenheit(celsius float64) float64 { return celsius*1.8 + 32 }

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

// toldIn reports whether a sentence has the number of f in some form.
func toldIn(t *claim.Sentence, f figure) bool {
	return told(f, t) || slices.ContainsFunc(figuresOf(t), func(g figure) bool { return sameFigure(f, g) })
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
	return v%12 == hour%12 || v == minute || f.time != nil && f.time.Value.HasClock && f.time.Value.Minute%720 == t.Value.Minute%720 && (v == f.time.Value.Minute/60 || v == f.time.Value.Minute%60)
}

func sameDay(x, y *timex.Mention) bool { return x.Value.Full() && x.Value == y.Value }
