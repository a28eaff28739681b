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

	"parallax/model/lexicon"
)

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
