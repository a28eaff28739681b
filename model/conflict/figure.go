package conflict

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// figures finds the one number written in figures that differs between two
// sentences that otherwise make the same statement.
func (p *pair) figures() []finding {
	if p.otherYears() {
		return nil
	}
	if p.verbatim() {
		return p.inPlace()
	}
	if p.alike < twinScore || p.rival > nearRival || p.otherCountries() && p.backing() < otherAlike {
		return nil
	}
	left, right := distinct(unexplained(p.s, p.t)), distinct(unexplained(p.t, p.s))
	if i, j, ok := oneSlip(left, right); ok {
		left, right = left[i:i+1], right[j:j+1]
	} else if !p.nearTwins() {
		return nil
	}
	if len(left) != 1 || len(right) != 1 {
		return nil
	}
	f, g := left[0], right[0]
	if !p.alikeFigures(f, g) || p.loose(f, g) && !slip(f, g) || !p.twins && (toldIn(p.b, f) || toldIn(p.a, g)) {
		return nil
	}
	a, b := p.outlets()
	why := fmt.Sprintf("%s%s (%s) against %s (%s) in the same statement%s", p.measureName(f, g), words(p.a, f.Span), a, words(p.b, g.Span), b, p.asOf())
	return []finding{{model.Quantity, likelyScore + (strongScore-likelyScore)*min(1, p.alike/fullAlike), why, f.Span, g.Span}}
}

// distinct leaves each value that is told twice in a row once.
func distinct(figures []figure) []figure {
	return slices.CompactFunc(figures, func(f, g figure) bool { return f.Value == g.Value })
}

// leastSlip is the least number in which a slip is told from two numbers.
const leastSlip = 1000

// slip reports whether two figures are so alike that one is the other mistold: as many
// digits, of which one differs or two have changed places.
func slip(f, g figure) bool {
	if f.Value < leastSlip || g.Value < leastSlip || f.Value != math.Trunc(f.Value) || g.Value != math.Trunc(g.Value) || f.time != nil || g.time != nil || f.Bound != "" || g.Bound != "" {
		return false
	}
	x, y := strconv.FormatFloat(f.Value, 'f', 0, 64), strconv.FormatFloat(g.Value, 'f', 0, 64)
	if len(x) != len(y) {
		return false
	}
	var other []int
	for i := range x {
		if x[i] != y[i] {
			other = append(other, i)
		}
	}
	return len(other) == 1 || len(other) == 2 && x[other[0]] == y[other[1]] && x[other[1]] == y[other[0]]
}

// oneSlip finds the one figure of each list that are a slip of one another; ok is false
// where there are none or more.
func oneSlip(left, right []figure) (i, j int, ok bool) {
	n := 0
	for l := range left {
		for r := range right {
			if slip(left[l], right[r]) {
				i, j = l, r
				n++
			}
		}
	}
	return i, j, n == 1
}

// inPlace compares the numbers of two sentences that are the same word by word,
// each with the one in its place.
func (p *pair) inPlace() []finding {
	if len(p.s.Figures) != len(p.t.Figures) {
		return nil
	}
	var out []finding
	a, b := p.outlets()
	alike := boundsIn(p.s) == boundsIn(p.t)
	for i, f := range p.s.Figures {
		if g := p.t.Figures[i]; !fits(f, g, alike) {
			why := fmt.Sprintf("%s (%s) against %s (%s) in the same words", words(p.a, f.Span), a, words(p.b, g.Span), b)
			out = append(out, finding{model.Quantity, strongScore, why, f.Span, g.Span})
		}
	}
	return out
}

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
	case mq != "" && mr != "" && mq != mr:
		return p.backing() < otherAlike
	case mq != mr && (!same || people([]lexicon.Concept{what})):
		return p.backing() < sameAlike
	}
	return !same && mq == "" && q.Unit.Dimension == "" && p.backing() < plainAlike
}

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

// verbatim reports whether the sentences have the same words but for numbers and
// what bounds them.
func (p *pair) verbatim() bool {
	if p.a.Article.Language != p.b.Article.Language {
		return false
	}
	return slices.Equal(plainWords(p.s), plainWords(p.t))
}

func plainWords(s *claim.Sentence) []string {
	skip := map[int]bool{}
	for _, q := range s.Quantities {
		for i := q.From; i < q.To; i++ {
			skip[i] = true
		}
	}
	for _, f := range s.Figures {
		for i := f.From; i < f.To; i++ {
			skip[i] = true
		}
	}
	for _, c := range bounds {
		for _, r := range s.Cues(c) {
			for i := r[0]; i < r[1]; i++ {
				skip[i] = true
			}
		}
	}
	var out []string
	for i, w := range s.Words {
		if !skip[i] {
			out = append(out, w.Token.Fold)
		}
	}
	return out
}

var bounds = []lexicon.Cue{lexicon.About, lexicon.AtLeast, lexicon.MoreThan, lexicon.AtMost, lexicon.LessThan, lexicon.JustUnder, lexicon.JustOver}

// fullAlike is the likeness at which twins are as sure as they can be.
const fullAlike = 0.5

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
		out = append(out, figure{Figure: f})
		i := len(out) - 1
		for j := range s.Quantities {
			if q := &s.Quantities[j]; q.Span.Overlaps(f.Span) {
				out[i].quantity = q
			}
		}
		for j := range s.Times {
			if t := &s.Times[j]; t.Span.Overlaps(f.Span) || besideMonth(s, t, out[i]) {
				out[i].time = t
			}
		}
	}
	return out
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
	return !f.InWords && !g.InWords && f.To == g.From && !s.Words[g.From].Token.Gap
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
	if sameDigits(f.Value, g.Value) || math.Abs(f.Value-g.Value) <= min(max(f.Step, g.Step), roundedShare*max(f.Value, g.Value)) {
		return true
	}
	return f.quantity != nil && g.quantity != nil && (converted(f.quantity, g.quantity) || measuredAlike(f, g))
}

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
	case q.Unit.Dimension == "temperature":
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

// toldIn reports whether some sentence of a report has the number of f in some form.
func toldIn(d *claim.Document, f figure) bool {
	for i := range d.Sentences {
		t := &d.Sentences[i]
		if told(f, t) || slices.ContainsFunc(figuresOf(t), func(g figure) bool { return sameFigure(f, g) }) {
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
// measure in one dimension, or neither measures. Where the sentences are the more
// alike, what stands by one of them need not have been understood.
func (p *pair) alikeFigures(f, g figure) bool {
	sure := p.backing() >= otherAlike
	if f.Named != g.Named && !sure && cased(p.s) && cased(p.t) {
		return false
	}
	if f.Decade || g.Decade {
		return f.time == nil && g.time == nil && ofAge(f) && ofAge(g)
	}
	if bareAge(f, g) || bareAge(g, f) {
		return true
	}
	q, r := f.quantity, g.quantity
	bareF, bareG := unread(p.s, q), unread(p.t, r)
	switch x, y := timeKind(f), timeKind(g); {
	case x == y:
	case !sure || x != "" && y != "" || x == "" && !bareF || y == "" && !bareG:
		return false
	}
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

// unread reports whether it was not understood what a number counts, if anything;
// q is nil where it is no quantity.
func unread(s *claim.Sentence, q *claim.Quantity) bool {
	return q == nil || q.Unit.Dimension == "" && len(beside(s, q)) == 0 && measureOf(s, q) == ""
}

// unconverted reports whether a number is of a measure that has no other units into which
// news converts.
func unconverted(q *claim.Quantity) bool {
	return !rounded[q.Unit.Dimension] && q.Unit.Dimension != "temperature" && !strings.HasPrefix(q.Unit.Dimension, "money")
}

// ofAge reports whether a figure may be how old somebody is.
func ofAge(f figure) bool {
	return f.Value <= oldest && (f.quantity == nil || f.quantity.Unit.Dimension == "" || f.quantity.Unit.Dimension == "age" || f.quantity.Unit.Dimension == "duration")
}

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

// fits reports whether some value fits both numbers of what is else word by word
// the same: "more than 5" leaves out 5 itself, a number that is not bounded is
// exact, and where the sentences bound their numbers alike they are one or two.
func fits(q, r claim.Figure, alike bool) bool {
	if alike && q.Bound == r.Bound {
		return q.Value == r.Value
	}
	q, r = exact(q), exact(r)
	if q.Hi < r.Lo || r.Hi < q.Lo {
		return false
	}
	touch := q.Hi == r.Lo || r.Hi == q.Lo
	return !touch || !open(q) && !open(r)
}

// boundsIn counts the words of a sentence that bound numbers.
func boundsIn(s *claim.Sentence) int {
	n := 0
	for _, c := range bounds {
		n += len(s.Cues(c))
	}
	return n
}

// exact is a number without the rounding that its zeros allow.
func exact(q claim.Figure) claim.Figure {
	if q.Bound == "" {
		q.Lo, q.Hi = q.Value, q.Value
	}
	return q
}

func open(q claim.Figure) bool { return q.Bound == lexicon.MoreThan || q.Bound == lexicon.LessThan }

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
