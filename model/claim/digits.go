package claim

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// figures takes digits, with the groups, fraction, scale or suffix that go with
// them.
func (r *numberReader) figures() bool {
	w := &r.Words[r.n.to]
	d, ok := parseDigits(w.Text, r.lang)
	if !ok && len(r.parts) == 0 {
		d, ok = parseDigits(w.Text[currencyPrefix(w.Text):], r.lang)
	}
	if before := r.text[:w.Span.Start]; !ok && len(r.parts) == 0 && strings.HasSuffix(before, "$") {
		d, ok = parseDigits(strings.TrimLeft(w.Text, "USACNZHKGD"), r.lang) // "$US55"
	}
	if !ok || !r.mayFollow(d.value) {
		return false
	}
	at := r.n.to
	r.joinGroups(&d)
	r.power(&d)
	if w.Span.Start > 0 && barePoint(r.text, w.Span.Start, r.lang) {
		d.value, d.step = d.value*math.Pow(10, -float64(d.length)), 0
	}
	r.add(part{value: d.value, at: at}, r.n.to+1)
	r.n.step, r.n.ordinal, r.n.suffix = d.step, d.ordinal, d.suffix
	r.ratio(d)
	if v, ok := moneyMarks[r.n.suffix]; ok && (r.measuredNext() || r.moneyBefore(r.from, r.text) || currencyPrefix(w.Text) > 0 || !d.whole && r.n.suffix == "b") {
		r.scale(v)
		r.n.suffix = ""
	}
	r.full = !r.scaleSuffix() && r.n.suffix != ""
	return true
}

// currencyPrefix is how many bytes at the head of a word are the sign of a currency
// joined to figures: "RM23.50".
func currencyPrefix(word string) int {
	i := strings.IndexFunc(word, unicode.IsDigit)
	if i <= 0 || !strings.HasPrefix(units().bySymbol[word[:i]].Dimension, "money") {
		return 0
	}
	return i
}

// mayFollow reports whether figures may follow the parts read so far: "3万5千",
// "3 bin 542", "3 hundred and 21".
func (r *numberReader) mayFollow(v float64) bool {
	last, any := r.last()
	switch {
	case !any || last.kind == linkPart:
		return true
	case last.kind != scalePart:
		return false
	}
	return v < last.value && (r.glued(r.n.to, r.text) || !r.n.words && (last.value >= least || v >= 10))
}

// scale multiplies the figures by a scale written as a mark.
func (r *numberReader) scale(v float64) {
	r.parts = append(r.parts, part{value: v, kind: scalePart, at: r.n.to - 1})
	r.n.step *= v
}

// ratio takes the rest of a simple fraction: "1/2", "2½".
func (r *numberReader) ratio(d digits) {
	last := &r.parts[len(r.parts)-1]
	rest := r.text[r.Words[r.n.to-1].Span.End:]
	mark, n := utf8.DecodeRuneInString(rest)
	if v, ok := vulgar[mark]; ok {
		last.value, r.n.step = last.value+v, 0
		return
	}
	if mark != '/' && mark != '⁄' || !d.whole || r.n.to >= len(r.Words) || r.Words[r.n.to].Used {
		return
	}
	next := &r.Words[r.n.to]
	under, ok := parseDigits(next.Text, r.lang)
	if !ok || next.Span.Start != r.Words[r.n.to-1].Span.End+n || strings.HasPrefix(r.text[next.Span.End:], "/") || !under.whole || under.suffix != "" || under.value <= d.value || under.value > maxUnder || d.value == 0 {
		return
	}
	last.value, last.kind, r.n.step, r.full = d.value/under.value, sharePart, 0, true
	r.n.to++
}

// maxUnder is the greatest number under the line of a fraction: what is greater
// is a date or a score.
const maxUnder = 10

// vulgar are the fractions that have a sign of their own.
var vulgar = map[rune]float64{'½': 1.0 / 2, '¼': 1.0 / 4, '¾': 3.0 / 4, '⅓': 1.0 / 3, '⅔': 2.0 / 3, '⅛': 1.0 / 8}

// barePoint reports whether the figures at a byte stand behind the sign of
// decimals with nothing before it: ".5".
func barePoint(text string, at int, lang *lexicon.Language) bool {
	if text[at-1] != '.' && text[at-1:at] != lang.Decimal {
		return false
	}
	return at == 1 || text[at-2] == ' ' || text[at-2] == '-'
}

// measuredNext reports whether a unit or people follow the figures, so that a letter
// joined to them is no unit: "1.2m tonnes".
func (r *numberReader) measuredNext() bool {
	i, all := r.n.to, lexicon.Concepts()
	if i >= len(r.Words) || r.Words[i].Token.Gap {
		return false
	}
	for _, m := range r.Mentions {
		if c := all[m.Concept]; m.From == i && m.Exact && (units().byConcept[c.Key].Dimension == "mass" || c.Key == "person") {
			return true
		}
	}
	return false
}

// moneyBefore reports whether the sign of a currency stands before word i.
func (s *Sentence) moneyBefore(i int, text string) bool {
	_, ok := symbolBefore(units(), text[s.Span.Start:s.Words[i].Span.Start])
	return ok
}

// groupSpaces are the signs that part groups of three figures.
const groupSpaces = " \u00a0\u202f\u2009\u3000'’"

// wideMarks are the signs that part such groups where the figures are not ASCII:
// "６，５４４", "١،٢٣٤".
const wideMarks = "，、،٬"

// pointBetween takes the decimals behind a point in the middle of the line: "２・２".
func (r *numberReader) pointBetween(d *digits, between, decimals string) bool {
	if between != "・" || decimals == "" || !isASCIIDigits(decimals) {
		return false
	}
	fraction, err := strconv.ParseFloat("0."+decimals, 64)
	if err != nil {
		return false
	}
	d.value, d.step, d.whole = d.value+fraction, roundingStep("", decimals), false
	r.n.to++
	return true
}

// joinGroups adds groups of three digits that stand behind a space: "12 300".
func (r *numberReader) joinGroups(d *digits) {
	for d.whole && (d.length <= 3 || !r.lang.Spaced) && r.n.to+1 < len(r.Words) {
		next := &r.Words[r.n.to+1]
		between := r.text[r.Words[r.n.to].Span.End:next.Span.Start]
		ascii, suffix := asciiDigits(next.Text)
		whole, fraction := splitMarks(ascii, r.lang)
		if r.pointBetween(d, between, ascii) {
			return
		}
		if d.length > 3 || len(whole) != 3 || fraction == "" && len(ascii) != 3 || suffix != "" || utf8.RuneCountInString(between) != 1 || !strings.Contains(groupSpaces, between) && !(strings.Contains(wideMarks, between) && next.Text[0] >= utf8.RuneSelf) {
			return
		}
		g, _ := parseDigits(next.Text, r.lang)
		if fraction == "" {
			g.value, _ = strconv.ParseFloat(whole, 64)
		}
		d.value = d.value*1000 + g.value
		d.step = g.step
		if fraction == "" {
			d.step = roundingStep(strconv.FormatFloat(d.value, 'f', 0, 64), "")
		}
		d.whole = fraction == ""
		r.n.to++
	}
}

func isASCIIDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// scaleSuffix takes a scale glued to the digits, "12mila", "40k", or a letter for
// one that stands behind them.
func (r *numberReader) scaleSuffix() bool {
	if r.n.suffix == "" {
		if r.n.to < len(r.Words) && r.Words[r.n.to].Text == "k" && !r.Words[r.n.to].Token.Gap && r.lang.Supported() {
			r.scale(thousand)
			r.n.to++
			return true
		}
		return false
	}
	v, ok := r.lang.Number(r.lang.Fold(r.n.suffix))
	if !ok {
		v, ok = scaleMarks()[r.n.suffix]
	}
	if ok && v >= scaleFrom {
		r.scale(v)
		r.n.suffix = ""
	}
	return ok
}

const thousand = 1000

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
var moneyMarks = map[string]float64{"m": 1e6, "MM": 1e6, "b": 1e9, "t": 1e12}

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
	d.exponent()
	return d, d.value < 1e18
}

// maxExponent is the greatest power of ten that figures are multiplied by.
const maxExponent = 15

// exponent takes the power of ten behind figures: "1e10".
func (d *digits) exponent() {
	rest, ok := strings.CutPrefix(strings.ToLower(d.suffix), "e")
	if ok {
		d.raise(rest)
	}
}

// raise multiplies figures by the power of ten that is written behind their "e".
func (d *digits) raise(power string) bool {
	n, err := strconv.Atoi(power)
	if err != nil || n > maxExponent || n < -maxExponent {
		return false
	}
	d.value, d.step, d.suffix = d.value*math.Pow(10, float64(n)), 0, ""
	return true
}

// power takes the power of ten that a sign parts from the figures: "12.3e+14".
func (r *numberReader) power(d *digits) {
	if !strings.EqualFold(d.suffix, "e") || r.n.to+1 >= len(r.Words) {
		return
	}
	next := &r.Words[r.n.to+1]
	ascii, suffix := asciiDigits(next.Text)
	sign, ok := map[string]string{"+": "", "＋": "", "-": "-", "－": "-", "−": "-"}[r.text[r.Words[r.n.to].Span.End:next.Span.Start]]
	if ok && suffix == "" && isASCIIDigits(ascii) && d.raise(sign+ascii) {
		r.n.to++
	}
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
		case b.Len() == 0 && i < maxProclitic && unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r):
			continue // "ال١٩٢"
		case b.Len() > 0 && unicode.In(r, unicode.Zs, unicode.Cf):
			continue
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Nd, r):
			b.WriteByte('0' + byte(digitValue(r)))
		case b.Len() > 0 && (r == '.' || r == ','):
			b.WriteRune(r)
		case b.Len() > 0 && (r == '٫' || r == '．'):
			b.WriteByte('.')
		case b.Len() > 0 && (r == '٬' || r == '，' || r == '،'):
			b.WriteByte(',')
		case b.Len() > 0:
			return strings.TrimRight(b.String(), ".,"), word[i:]
		default:
			return "", ""
		}
	}
	return strings.TrimRight(b.String(), ".,"), ""
}

// maxProclitic is how many bytes of letters may be joined to figures before them.
const maxProclitic = 6

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

// splitMarks tells the decimal mark from the marks that group figures. News writes no
// three zeros behind a decimal mark: "77.000" are thousands in any language.
func splitMarks(s string, lang *lexicon.Language) (number, fraction string) {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		return s, ""
	}
	mark, tail := s[last:last+1], s[last+1:]
	other := strings.ContainsAny(s[:last], ".,") && !strings.Contains(s[:last], mark)
	repeated := strings.Count(s, mark) > 1
	decimal := other || !repeated && (len(tail) != 3 || mark == lang.Decimal && s[0] == '0' || mark == lang.Decimal && lang.Group != "" && mark != lang.Group && tail != "000")
	strip := func(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }
	if decimal {
		return strip(s[:last]), tail
	}
	return strip(s), ""
}

// series cuts figures with marks that group no figures, "192.168.1.2" or
// "22,24,26", into the numbers they are; nil where they are one number.
func series(ascii string) []string {
	pieces := strings.FieldsFunc(ascii, func(r rune) bool { return r == '.' || r == ',' })
	last := len(pieces) - 1
	if last < 2 || strings.Contains(ascii, ".") && strings.Contains(ascii, ",") {
		return nil
	}
	for i, p := range pieces[1:] {
		if len(p) != 3 && !(len(p) == 2 && i+1 < last && len(pieces[last]) == 3) {
			return pieces
		}
	}
	return nil
}
