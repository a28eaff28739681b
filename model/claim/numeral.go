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

//go:embed numerals.txt
var numeralData string

var numerals = sync.OnceValue(func() map[string]float64 { return valuesOf(numeralData) })

// valuesOf reads lines of a value and the signs that have it.
func valuesOf(data string) map[string]float64 {
	out := map[string]float64{}
	for _, line := range strings.Split(data, "\n") {
		value, signs, ok := strings.Cut(line, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if !ok || err != nil || strings.HasPrefix(line, "#") {
			continue
		}
		for _, sign := range strings.Fields(signs) {
			out[sign] = v
		}
	}
	return out
}

// overs are the signs that say "and some more" within a number: "500余万".
var overs = sync.OnceValue(func() []string {
	for _, line := range strings.Split(numeralData, "\n") {
		if signs, ok := strings.CutPrefix(line, "more\t"); ok {
			return strings.Fields(signs)
		}
	}
	return nil
})

// overAt is the word behind such a sign that begins at word i, i where none does.
func (s *Sentence) overAt(i int, text string) int {
	if i >= len(s.Words) {
		return i
	}
	for _, sign := range overs() {
		if n := i + utf8.RuneCountInString(sign); n <= len(s.Words) && text[s.Words[i].Span.Start:s.Words[n-1].Span.End] == sign {
			return n
		}
	}
	return i
}

// points are the signs that stand before decimals: "三点一四".
const points = "点點점"

// numeralReader reads a number of such characters, figures among them.
type numeralReader struct {
	*Sentence
	text   string
	lang   *lexicon.Language
	from   int
	parts  []part
	signs  int // characters that are figures or scales
	scales int
	zero   int // how many parts stand before a nought between them
	n      number
}

// numeralRun reads a number of at least two characters that are figures, one of
// them a scale, which begins at word i; ok is false where there is none.
func (s *Sentence) numeralRun(i int, text string, lang *lexicon.Language) (n number, ok bool) {
	if lang.Spaced || isHangul(s.Words[i].Text) && s.Words[i].Token.Inside && numerals()[s.Words[i].Text] >= scaleFrom {
		return number{}, false // "다스만 사": the particle for "only"
	}
	r := &numeralReader{Sentence: s, text: text, lang: lang, from: i, n: number{to: i}}
	for r.n.to < len(s.Words) && (r.n.to == i || r.joins()) && (r.sign() || r.figures() || r.over()) {
	}
	r.decimals()
	if len(r.parts) < 2 || r.scales == 0 || !r.ordered() {
		return number{}, false
	}
	r.tenths()
	r.n.value = compose(r.parts)
	r.n.loose = isHangul(s.Words[i].Text)
	return r.n, true
}

// joins reports whether the next word goes on with the number: it is glued to the
// last or, where both are numbers, parted by one space.
func (r *numeralReader) joins() bool {
	w := &r.Words[r.n.to]
	if w.Token.Gap {
		return false
	}
	last := r.parts[len(r.parts)-1]
	_, is := numerals()[w.Text]
	between := r.text[r.Words[r.n.to-1].Span.End:w.Span.Start]
	return between == "" || strings.TrimSpace(between) == "" && (is || r.overAt(r.n.to, r.text) > r.n.to || last.kind == scalePart && isASCIIDigits(w.Text))
}

// sign takes a character that is a figure or a scale.
func (r *numeralReader) sign() bool {
	v, ok := numerals()[r.Words[r.n.to].Text]
	if !ok {
		return false
	}
	if v == 0 && len(r.parts) > 0 && r.parts[len(r.parts)-1].kind == scalePart && r.goesOn() {
		r.zero = len(r.parts)
		r.n.to++
		return true
	}
	p := part{value: v, word: true, at: r.n.to}
	if k := len(r.parts) - 1; k >= 0 && v < 10 && r.parts[k].kind == countPart && isHangul(r.Words[r.n.to].Text) {
		return false // "이십육이다": the last is a particle
	}
	if v >= 10 {
		p.kind = scalePart
		r.scales++
		r.n.step *= v
	}
	r.n.words = r.n.words || len(r.parts) == 0
	r.parts = append(r.parts, p)
	r.signs++
	r.n.to++
	return true
}

// goesOn reports whether the word after the next goes on with the number.
func (r *numeralReader) goesOn() bool {
	if r.n.to+1 >= len(r.Words) || r.Words[r.n.to+1].Token.Gap {
		return false
	}
	next := r.Words[r.n.to+1].Text
	_, is := numerals()[next]
	return is || isASCIIDigits(next) || r.overAt(r.n.to+1, r.text) > r.n.to+1
}

// figures takes digits before a scale or after one.
func (r *numeralReader) figures() bool {
	d, ok := parseDigits(r.Words[r.n.to].Text, r.lang)
	if !ok || d.suffix != "" || len(r.parts) > 0 && r.parts[len(r.parts)-1].kind != scalePart {
		return false
	}
	r.parts = append(r.parts, part{value: d.value, at: r.n.to})
	r.n.step = d.step
	r.n.to++
	return true
}

// over takes a sign that says "and some more" before a scale.
func (r *numeralReader) over() bool {
	to := r.overAt(r.n.to, r.text)
	if len(r.parts) == 0 || to == r.n.to || to >= len(r.Words) {
		return false
	}
	next, ok := numerals()[r.Words[to].Text]
	if !ok || next < 10 {
		return false
	}
	r.n.more, r.n.to = true, to
	return true
}

// decimals takes the figures behind a point, and the scale after them.
func (r *numeralReader) decimals() {
	at := r.n.to
	if len(r.parts) == 0 || at >= len(r.Words) || !r.pointAt(at) || r.signs == 0 && !r.figuresBehind(at) {
		return
	}
	v, unit, to := 0.0, 1.0, at+1
	if !strings.Contains(points, r.Words[at].Text) {
		to = at
	}
	from := to
	for ; to < len(r.Words); to++ {
		if fraction := r.Words[to].Text; to == from && r.signs == 0 {
			v, _ = strconv.ParseFloat("0."+fraction, 64)
			continue
		}
		figure, ok := numerals()[r.Words[to].Text]
		if !ok || figure >= 10 || r.isCopula(to) {
			break
		}
		unit /= 10
		v += figure * unit
	}
	if to == from {
		return
	}
	r.parts = append(r.parts, part{value: v, word: true, at: at})
	r.scales++ // it needs none
	r.n.to = to
	for r.n.to < len(r.Words) && r.glued(r.n.to, r.text) && r.sign() {
	}
}

// figuresBehind reports whether a point stands at word i between digits, and nothing
// is glued to those behind it: "21点2", and not a clock or a count of points.
func (r *numeralReader) figuresBehind(i int) bool {
	if i+1 >= len(r.Words) || !isASCIIDigits(r.Words[i+1].Text) || !r.glued(i+1, r.text) || r.Words[i].Used {
		return false
	}
	if i+2 >= len(r.Words) || !r.glued(i+2, r.text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(r.Words[i+2].Text)
	return unicode.Is(unicode.Hiragana, next)
}

// isCopula reports whether a Korean figure is the head of the verb "to be" behind the
// number: "칠점 일이다".
func (r *numeralReader) isCopula(i int) bool {
	return r.Words[i].Text == "이" && i+1 < len(r.Words) && r.glued(i+1, r.text) && strings.Contains(copulaEnds, r.Words[i+1].Text)
}

// pointAt reports whether a point stands at word i, or right before it.
func (r *numeralReader) pointAt(i int) bool {
	if between := r.text[r.Words[i-1].Span.End:r.Words[i].Span.Start]; between == "・" {
		return true
	}
	return strings.Contains(points, r.Words[i].Text) && (r.glued(i, r.text) || isHangul(r.Words[i].Text))
}

// ordered reports whether no two figures stand side by side: "三四百" are some
// hundreds.
func (r *numeralReader) ordered() bool {
	for i := 1; i < len(r.parts); i++ {
		if r.parts[i].kind == countPart && r.parts[i-1].kind == countPart && r.parts[i].value >= 1 && r.parts[i-1].value >= 1 {
			return false
		}
	}
	return true
}

// tenths lets a last figure right after a scale count tenths of it, as Chinese
// does: "一万三" is 13,000.
func (r *numeralReader) tenths() {
	k := len(r.parts) - 1
	if last, before := r.parts[k], r.parts[k-1]; r.lang.Tag == chinese && r.zero != k && last.kind == countPart && last.word && last.value >= 1 && last.value < 10 && before.kind == scalePart && before.value >= scaleFrom {
		r.parts[k].value *= before.value / 10
	}
}

const chinese = "zh"

// copulaEnds are the syllables that the head of the Korean verb "to be" goes on with.
const copulaEnds = "다며고라었"

// numeral reads one such character, or a row of figures as of a year, where it may
// be a part of a word as well.
func (s *Sentence) numeral(i int, text string, lang *lexicon.Language) (n number, ok bool) {
	if lang.Spaced {
		return number{}, false
	}
	n = number{to: i, words: true, loose: true}
	for n.to < len(s.Words) && (n.to == i || s.glued(n.to, text)) {
		v, is := numerals()[s.Words[n.to].Text]
		if !is || n.to > i && (v >= 10 || n.value >= 1e6) {
			break
		}
		n.value = n.value*10 + v
		n.to++
		if v >= 10 {
			break
		}
	}
	if n.to == i || isHangul(s.Words[i].Text) && !(s.hasCue(i-1, lexicon.Minus) && !s.hasCue(i, lexicon.Minus)) && (s.Words[i].Token.Inside || n.to < len(s.Words) && s.Words[n.to].Token.Inside) {
		return number{}, false
	}
	n.value = math.Trunc(n.value)
	return n, true
}

func isHangul(s string) bool { return s >= "가" && s <= "힣힣" }
