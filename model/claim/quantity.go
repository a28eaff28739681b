package claim

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// Quantity is a number of something, as an interval: "at least 17 dead".
type Quantity struct {
	Span     model.Span // the number with its bound and unit
	From, To int        // the words of the number, half open
	Value    float64    // as written, in Unit
	Lo, Hi   float64    // what the text allows, in Unit, both included
	Unit     Unit
	Bound    lexicon.Cue // how the number is bounded; "" where it is exact
	Further  bool        // besides those counted before: "11 others"
	Among    bool        // part of another number: "two of the six"
	Total    bool        // in all
	Earlier  bool        // the value before a change: "from 17"
	Later    bool        // the value after a change: "to 18"
	Rate     bool        // for each of something
	Ordinal  bool        // the 2nd
	Clause   int
}

// Figure is a number as it stands, whatever it stands for: a count, a day of the
// month, part of a name.
type Figure struct {
	Span     model.Span
	From, To int     // words, half open
	Value    float64 // as written
	Step     float64 // the rounding that its trailing zeros allow
	Lo, Hi   float64 // what the text allows, both included
	Bound    lexicon.Cue
	InWords  bool // not written in figures
}

// number is a run of words that stand for one number.
type number struct {
	value   float64
	step    float64 // half the place of the last digit given, the rounding it allows
	to      int     // first word after it
	ordinal bool
	vague   bool // "thousands"
	words   bool // written in words
	suffix  string
}

func (s *Sentence) quantities(text string, lang *lexicon.Language) {
	starts, vague := map[int]lexicon.Hit{}, map[int]lexicon.Hit{}
	for _, h := range s.cues {
		switch {
		case h.IsNumber:
			starts[h.Start] = h
		case h.Cue == lexicon.Vague:
			vague[h.Start] = h
		}
	}
	for i := 0; i < len(s.Words); {
		n, ok := s.number(i, text, lang, starts, vague)
		if !ok {
			i++
			continue
		}
		s.addFigure(i, n)
		s.addQuantity(i, n, text, lang)
		i = n.to
	}
	s.durations()
	s.settleChanges()
}

// settleChanges takes a word like "from" for the mark of an earlier value only
// where a later one is told or something is said to change.
func (s *Sentence) settleChanges() {
	later := slices.ContainsFunc(s.Quantities, func(q Quantity) bool { return q.Later })
	for i := range s.Quantities {
		q := &s.Quantities[i]
		q.Earlier = q.Earlier && (later || s.tellsChange(q.Clause) || q.Clause > 0 && s.tellsChange(q.Clause-1))
	}
}

// durationShare is how far a length of time given in whole weeks, months or
// years may be off.
const durationShare = 0.07

// durations adds the lengths of time as quantities of days.
func (s *Sentence) durations() {
	for _, t := range s.Times {
		days := t.Days()
		if t.Kind != timex.Duration || days < 1 {
			continue
		}
		from, to := s.wordsAt(t.Span)
		if from < 0 {
			continue
		}
		q := Quantity{Span: t.Span, From: from, To: to, Value: days, Unit: Unit{Name: "day", Dimension: "duration", Factor: 1}, Clause: s.Words[from].Clause}
		n := number{value: days, to: to}
		if t.Unit != timex.Day {
			n.step = days * durationShare
		}
		s.bound(&q, n, to)
		if t.Approx {
			q.Lo, q.Hi = days*(1-roundShare), days*(1+roundShare)
		}
		s.scope(&q, to)
		s.Quantities = append(s.Quantities, q)
	}
}

// wordsAt is the words that a span covers, half open; from is -1 where none.
func (s *Sentence) wordsAt(span model.Span) (from, to int) {
	from = -1
	for i, w := range s.Words {
		if w.Span.Overlaps(span) {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

func (s *Sentence) addFigure(i int, n number) {
	q := Quantity{From: i, To: n.to}
	s.bound(&q, n, n.to)
	if s.isClock(i, n) {
		return
	}
	s.Figures = append(s.Figures, Figure{
		Span: model.Span{Start: s.Words[i].Span.Start, End: s.Words[n.to-1].Span.End}, From: i, To: n.to,
		Value: n.value, Step: n.step, Lo: q.Lo, Hi: q.Hi, Bound: q.Bound, InWords: n.words,
	})
}

func (s *Sentence) addQuantity(i int, n number, text string, lang *lexicon.Language) {
	if s.Words[i].Used || s.Words[i].Name != 0 && n.words || n.value == 1 && n.words {
		return
	}
	q := Quantity{From: i, To: n.to, Value: n.value, Ordinal: n.ordinal || s.ordinal(i, n, text), Clause: s.Words[i].Clause}
	q.Span = model.Span{Start: s.Words[i].Span.Start, End: s.Words[n.to-1].Span.End}
	var after int
	q.Unit, after = s.unit(i, n, text)
	if q.Unit.Dimension == "" && (lang.Spaced && !q.Ordinal && looksLikeYear(s.Words[i].Text, n) && !s.countsNext(i, n.to) || s.numbersName(i, n) || n.suffix != "" || hyphened(text, q.Span.End)) {
		return
	}
	if s.isClock(i, n) {
		return
	}
	s.bound(&q, n, after)
	if s.joinRange(&q, text) {
		return
	}
	s.scope(&q, after)
	for w := i; w < after; w++ {
		s.Words[w].Used = true
	}
	if after > n.to {
		q.Span.End = s.Words[after-1].Span.End
	}
	s.Quantities = append(s.Quantities, q)
}

// isClock reports whether the figures are a time of day: "16.40 horas".
func (s *Sentence) isClock(i int, n number) bool {
	t := s.Words[i].Text
	if n.to != i+1 || len(t) < 4 || len(t) > 5 || !strings.ContainsAny(t[len(t)-3:len(t)-2], ".:") || n.value >= 24 {
		return false
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From == n.to && all[m.Concept].Key == "hour" {
			return true
		}
	}
	return false
}

// hyphened reports whether the number is the first part of a word, "17-year-old",
// and so qualifies something instead of counting it.
func hyphened(text string, at int) bool {
	if at >= len(text) || text[at] != '-' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[at+1:])
	return unicode.IsLetter(r)
}

// maxScore is what the scores of matches stay below.
const maxScore = 200

// joinRange makes one interval of the number and the one before it where they
// are the ends of a range: "2 to 4 inches", "5–10 cm". Values before and after a
// change stay apart.
func (s *Sentence) joinRange(q *Quantity, text string) bool {
	if len(s.Quantities) == 0 {
		return false
	}
	low := &s.Quantities[len(s.Quantities)-1]
	if low.Unit.Dimension == "" && q.Unit.Dimension == "" && low.Value >= q.Value && low.Value < maxScore && s.rangeBetween(low.To, q.From, text) && !s.hasCue(low.To, lexicon.ToValue) {
		s.Quantities = s.Quantities[:len(s.Quantities)-1]
		return true // the score of a match
	}
	if low.Unit.Dimension != "" && low.Unit.Name != q.Unit.Name || low.Value >= q.Value || !s.rangeBetween(low.To, q.From, text) || s.tellsChange(q.Clause) {
		return false
	}
	low.Span.End, low.To, low.Unit, low.Hi, low.Earlier = q.Span.End, q.To, q.Unit, q.Hi, false
	return true
}

// rangeBetween reports whether only a dash or a word like "to" stands between two
// numbers.
func (s *Sentence) rangeBetween(from, to int, text string) bool {
	between := strings.TrimSpace(text[s.Words[from-1].Span.End:s.Words[to].Span.Start])
	if between == "-" || between == "–" || between == "—" || between == "~" || between == "～" {
		return true
	}
	return to == from+1 && s.hasCue(from, lexicon.ToValue)
}

// tellsChange reports whether the clause says that something rises or falls.
func (s *Sentence) tellsChange(clause int) bool {
	for _, m := range s.Mentions {
		if s.Words[m.From].Clause != clause {
			continue
		}
		switch lexicon.Concepts()[m.Concept].Key {
		case "rise", "change", "double", "grow":
			return true
		}
	}
	return false
}

// numbersName reports whether the figures belong to the name before them, as of
// a ship or a squad: nothing that could be counted follows.
func (s *Sentence) numbersName(i int, n number) bool {
	if n.words || n.value >= 1000 || i == 0 || s.Words[i-1].Name == 0 || s.Words[i].Token.Gap {
		return false
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From < n.to || m.From > n.to+1 {
			continue
		}
		switch all[m.Concept].Class {
		case lexicon.ThingClass, lexicon.RoleClass, lexicon.GroupClass, lexicon.MeasureClass, lexicon.TimeClass, lexicon.AbstractClass:
			return false
		}
	}
	return true
}

// countsNext reports whether a bound stands before the number or what can be
// counted follows it, so that it is no year.
func (s *Sentence) countsNext(from, to int) bool {
	if s.boundCue(from, to) != "" {
		return true
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From == to && !s.Words[to].Token.Gap && (all[m.Concept].Class == lexicon.RoleClass || all[m.Concept].Key == "person") {
			return true
		}
	}
	return false
}

//go:embed ordinals.txt
var ordinalData string

// ordinalMarks are the words that stand before a number and make it a place in
// an order.
var ordinalMarks = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, line := range strings.Split(ordinalData, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
})

// ordinal reports whether figures name a place in an order: a mark stands before
// them, or a full stop follows that ends no sentence.
func (s *Sentence) ordinal(i int, n number, text string) bool {
	if i > 0 && ordinalMarks()[strings.ToLower(s.Words[i-1].Text)] && !strings.ContainsAny(text[s.Words[i-1].Span.End:s.Words[i].Span.Start], ".,;:") {
		return true
	}
	end := s.Words[n.to-1].Span.End
	if mark, n := utf8.DecodeRuneInString(text[end:]); mark == '\'' || mark == '′' || mark == '’' {
		r, _ := utf8.DecodeRuneInString(text[end+n:])
		return !unicode.IsLetter(r) // the minute of a match
	}
	return !n.words && n.to < len(s.Words) && strings.HasPrefix(text[end:], ". ") && n.value < 1000
}

func looksLikeYear(text string, n number) bool {
	return !n.words && len(text) == 4 && n.value >= 1000 && n.value < 2100 && n.value == math.Trunc(n.value)
}

// numberReader reads one number of a sentence, part by part.
type numberReader struct {
	*Sentence
	text   string
	lang   *lexicon.Language
	starts map[int]lexicon.Hit // number words by the word they begin at
	from   int                 // first word of the number
	parts  []float64
	n      number
	full   bool // nothing may follow
}

// number reads the number that begins at word i: digits with their marks, scale
// words behind them, number words, or any mix that languages write.
func (s *Sentence) number(i int, text string, lang *lexicon.Language, starts, vague map[int]lexicon.Hit) (number, bool) {
	if n, ok := s.numeralRun(i, lang); ok {
		return n, true
	}
	if h, ok := vague[i]; ok {
		if _, figures := parseDigits(s.Words[i].Text, lang); !figures {
			return number{value: h.Number, to: h.End, vague: true, words: true}, true
		}
	}
	r := &numberReader{Sentence: s, text: text, lang: lang, starts: starts, from: i, n: number{to: i}}
	for !r.full && r.n.to < len(s.Words) && (r.n.to == i || !s.Words[r.n.to].Token.Gap) {
		if s.numberLink(r.n.to, r.parts, lang, starts) {
			r.n.to++
		} else if !r.figures() && !r.listed() && !r.joined() {
			break
		}
	}
	r.n.value = compose(r.parts)
	return r.n, len(r.parts) > 0
}

// figures takes digits, with the groups, scale or suffix that go with them.
func (r *numberReader) figures() bool {
	w := &r.Words[r.n.to]
	d, ok := parseDigits(w.Text, r.lang)
	if !ok || len(r.parts) > 0 && !isScaled(r.parts, d.value, r.glued(r.n.to, r.text)) {
		return false
	}
	r.joinGroups(&d, &r.n, r.text)
	if w.Span.Start > 0 && barePoint(r.text, w.Span.Start, r.lang) {
		d.value, d.step = d.value*math.Pow(10, -float64(d.length)), 0
	}
	r.parts = append(r.parts, d.value)
	r.n.step, r.n.ordinal, r.n.suffix = d.step, d.ordinal, d.suffix
	r.n.to++
	if v, ok := moneyMarks[r.n.suffix]; ok && r.moneyBefore(r.from, r.text) {
		r.parts, r.n.step, r.n.suffix = append(r.parts, v), r.n.step*v, ""
	}
	r.full = !r.n.scaleSuffix(&r.parts, r.lang) && r.n.suffix != ""
	return true
}

// listed takes a number word of the language. A bare scale is no number where
// words are written without spaces: it is part of a name.
func (r *numberReader) listed() bool {
	h, ok := r.starts[r.n.to]
	first := len(r.parts) == 0
	if !ok || first && !r.lang.Spaced && h.Number >= 1000 && h.End-h.Start == 1 {
		return false
	}
	if !first && h.Number < 100 && !r.n.words && !r.glued(r.n.to, r.text) {
		return false
	}
	r.n.words = r.n.words || first
	if h.Number >= 100 {
		r.n.step *= h.Number
	}
	r.parts = append(r.parts, h.Number)
	r.n.to = h.End
	return true
}

// joined takes a number word written together of several.
func (r *numberReader) joined() bool {
	w := &r.Words[r.n.to]
	v, ok := r.lang.Number(w.Token.Fold)
	if !ok || !r.lang.Spaced || w.Cued || w.Known || len(r.parts) > 0 && !r.n.words {
		return false
	}
	r.n.words = true
	r.parts = append(r.parts, v)
	r.n.to++
	return true
}

// numberLink reports whether word i joins a smaller number word to the scale
// before it: "one hundred and sixteen".
func (s *Sentence) numberLink(i int, parts []float64, lang *lexicon.Language, starts map[int]lexicon.Hit) bool {
	if len(parts) == 0 || parts[len(parts)-1] < 100 || i+1 >= len(s.Words) || s.Words[i+1].Token.Gap || !slices.Contains(lang.NumberLinks, s.Words[i].Token.Fold) {
		return false
	}
	next, ok := starts[i+1]
	return ok && next.Number >= 1 && next.Number < parts[len(parts)-1] && isPower(parts[len(parts)-1])
}

// barePoint reports whether the figures at a byte stand behind the sign of
// decimals with nothing before it: ".5".
func barePoint(text string, at int, lang *lexicon.Language) bool {
	if text[at-1] != '.' && text[at-1:at] != lang.Decimal {
		return false
	}
	return at == 1 || text[at-2] == ' '
}

// moneyBefore reports whether the sign of a currency stands before word i.
func (s *Sentence) moneyBefore(i int, text string) bool {
	_, ok := symbolBefore(units(), text[s.Span.Start:s.Words[i].Span.Start])
	return ok
}

// isScaled reports whether figures may follow the parts read so far: "3万5千",
// "3 bin 542".
func isScaled(parts []float64, next float64, glued bool) bool {
	last := parts[len(parts)-1]
	return isPower(last) && (glued && last >= 10 || last >= 1000 && next < last)
}

func (s *Sentence) glued(i int, text string) bool {
	return i > 0 && s.Words[i-1].Span.End == s.Words[i].Span.Start
}

// joinGroups adds groups of three digits that stand behind a space: "12 300".
func (s *Sentence) joinGroups(d *digits, n *number, text string) {
	for d.whole && d.length <= 3 && n.to+1 < len(s.Words) {
		next := &s.Words[n.to+1]
		between := text[s.Words[n.to].Span.End:next.Span.Start]
		if len(next.Text) != 3 || !isASCIIDigits(next.Text) || utf8.RuneCountInString(between) != 1 {
			return
		}
		g, _ := parseDigits(next.Text, &lexicon.Language{})
		d.value = d.value*1000 + g.value
		d.step = roundingStep(strconv.FormatFloat(d.value, 'f', 0, 64), "")
		n.to++
	}
}

func isASCIIDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// scaleSuffix takes a scale glued to the digits: "12mila", "40k".
func (n *number) scaleSuffix(parts *[]float64, lang *lexicon.Language) bool {
	if n.suffix == "" {
		return false
	}
	v, ok := lang.Number(strings.ToLower(n.suffix))
	if !ok {
		v, ok = scaleMarks()[n.suffix]
	}
	if ok && v >= 100 {
		*parts = append(*parts, v)
		n.step *= v
		n.suffix = ""
	}
	return ok
}

//go:embed scales.tsv
var scaleData string

// scaleMarks are the letters that multiply the figures before them.
var scaleMarks = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for _, line := range strings.Split(scaleData, "\n") {
		marks, value, ok := strings.Cut(line, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil || strings.HasPrefix(line, "#") {
			continue
		}
		for _, m := range strings.Fields(marks) {
			out[m] = v
		}
	}
	return out
})

// moneyMarks are the letters that multiply an amount of money, where they would
// be units elsewhere.
var moneyMarks = map[string]float64{"m": 1e6, "b": 1e9, "t": 1e12}

// compose makes one value of the parts of a number. Scales multiply what stands
// before them, from ten thousand on all of it since the last larger one: 2億5千万;
// the rest adds up, so that units may stand before tens.
func compose(parts []float64) float64 {
	total, section, current := 0.0, 0.0, 0.0
	for _, v := range parts {
		switch {
		case v >= 10000 && isPower(v):
			if section+current == 0 {
				section = 1
			}
			total, section, current = total+(section+current)*v, 0, 0
		case v == 1000:
			section, current = section+max(current, 1)*v, 0
		case v == 100 && current < 100:
			current = max(current, 1) * v
		default:
			current += v
		}
	}
	return total + section + current
}

func isPower(v float64) bool {
	for v >= 10 {
		v /= 10
	}
	return v > 0.999 && v < 1.001
}

// digits is a number written in figures.
type digits struct {
	value   float64
	step    float64
	length  int  // of the figures
	whole   bool // no marks
	ordinal bool
	suffix  string // letters glued behind
}

// parseDigits reads figures of any script with the marks of the language.
func parseDigits(word string, lang *lexicon.Language) (digits, bool) {
	ascii, suffix := asciiDigits(word)
	if ascii == "" {
		return digits{}, false
	}
	d := digits{length: len(ascii), whole: isASCIIDigits(ascii), suffix: suffix}
	number, fraction := splitMarks(ascii, lang)
	for _, c := range number {
		d.value = d.value*10 + float64(c-'0')
	}
	place := 1.0
	for _, c := range fraction {
		place /= 10
		d.value += float64(c-'0') * place
	}
	d.step = roundingStep(number, fraction)
	return d, d.value < 1e18
}

// roundingStep is half the place of the last digit that is not a trailing zero
// of a number of at least four figures: 1,900 may be 1,850 rounded, 17 is 17.
func roundingStep(number, fraction string) float64 {
	if fraction != "" {
		return 0.5 * math.Pow(10, -float64(len(fraction)))
	}
	zeros := len(number) - len(strings.TrimRight(number, "0"))
	if zeros < 2 {
		return 0
	}
	return 0.5 * math.Pow(10, float64(zeros))
}

// asciiDigits turns the figures at the head of a word into ASCII, marks kept.
func asciiDigits(word string) (figures, suffix string) {
	var b strings.Builder
	for i, r := range word {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Nd, r):
			b.WriteByte('0' + byte(digitValue(r)))
		case b.Len() > 0 && (r == '.' || r == ','):
			b.WriteRune(r)
		case b.Len() > 0 && (r == '٫'):
			b.WriteByte('.')
		case b.Len() > 0 && r == '٬':
			b.WriteByte(',')
		case b.Len() > 0:
			return strings.TrimRight(b.String(), ".,"), word[i:]
		default:
			return "", ""
		}
	}
	return strings.TrimRight(b.String(), ".,"), ""
}

// mathZero is the first of the mathematical digits.
const mathZero = 0x1d7ce

// digitValue is the value of a decimal digit; the digits of a script stand in
// runs of ten.
func digitValue(r rune) int {
	if r >= mathZero {
		return int(r-mathZero) % 10 // five runs of digits side by side
	}
	v := 0
	for v < 9 && unicode.Is(unicode.Nd, r-1) {
		r--
		v++
	}
	return v
}

// splitMarks tells the decimal mark from the marks that group figures.
func splitMarks(s string, lang *lexicon.Language) (number, fraction string) {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		return s, ""
	}
	mark, tail := s[last:last+1], s[last+1:]
	other := strings.ContainsAny(s[:last], ".,") && !strings.Contains(s[:last], mark)
	repeated := strings.Count(s, mark) > 1
	decimal := other || !repeated && (len(tail) != 3 || mark == lang.Decimal && s[0] == '0' || mark == lang.Decimal && lang.Group != "" && mark != lang.Group)
	strip := func(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }
	if decimal {
		return strip(s[:last]), tail
	}
	return strip(s), ""
}
