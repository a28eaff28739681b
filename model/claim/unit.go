package claim

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// Unit is what a number measures in. The zero Unit counts things.
type Unit struct {
	Name      string // concept key or currency code
	Dimension string // "length", "money:USD" …: numbers of one dimension compare
	Factor    float64
	Offset    float64
}

// Base turns a value in the unit into the base unit of its dimension.
func (u Unit) Base(v float64) float64 {
	if u.Factor == 0 {
		return v
	}
	return v*u.Factor + u.Offset
}

//go:embed units.tsv
var unitData string

type unitTable struct {
	byConcept map[string]Unit
	bySymbol  map[string]Unit
	byCode    map[string]Unit // CLDR unit
}

var units = sync.OnceValue(func() unitTable {
	t := unitTable{map[string]Unit{}, map[string]Unit{}, map[string]Unit{}}
	for _, line := range strings.Split(unitData, "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) < 5 || strings.HasPrefix(line, "#") {
			continue
		}
		factor, err := strconv.ParseFloat(cells[2], 64)
		offset, err2 := strconv.ParseFloat(cells[3], 64)
		if err != nil || err2 != nil {
			continue
		}
		u := Unit{Name: cells[0], Dimension: cells[1], Factor: factor, Offset: offset}
		t.byConcept[u.Name] = u
		for _, symbol := range strings.Fields(cells[4]) {
			t.bySymbol[symbol] = u
		}
		if len(cells) > 5 {
			t.byCode["unit:"+cells[5]] = u
		}
	}
	return t
})

// unit finds the unit of the number at words [i, n.to) and the first word after
// number and unit.
func (s *Sentence) unit(i int, n number, text string) (Unit, int) {
	t := units()
	if u, ok := t.bySymbol[n.suffix]; ok && n.suffix != "" {
		return u, n.to
	}
	if k := currencyPrefix(s.Words[i].Text); k > 0 {
		return t.bySymbol[s.Words[i].Text[:k]], n.to
	}
	if u, ok := symbolBefore(t, text[s.Span.Start:s.Words[i].Span.Start]); ok {
		return u, n.to
	}
	if u, ok := symbolAfter(t, s.Words[n.to-1].Text, text[s.Words[n.to-1].Span.End:s.Span.End]); ok {
		after := n.to
		if after < len(s.Words) && t.bySymbol[s.Words[after].Text].Name == u.Name {
			after++
		}
		return u, after
	}
	for word := n.to; word < len(s.Words) && word <= n.to+1 && !s.Words[word].Token.Gap; word++ {
		if u, end, ok := s.unitConcept(t, word); ok {
			return u, end
		}
		if u := t.bySymbol[s.Words[word].Text]; strings.HasPrefix(u.Dimension, "money") && !isHangul(s.Words[word].Text) {
			return u, word + 1 // "100 millones de USD"
		}
		if !s.Words[word].Stop && !s.hasCue(word, lexicon.Particle) {
			break // "2 milioni di euro": only a small word may stand between
		}
	}
	return Unit{}, n.to
}

// unitConcept looks for a concept that is a unit at the word or the next one.
func (s *Sentence) unitConcept(t unitTable, word int) (u Unit, end int, ok bool) {
	all, exact := lexicon.Concepts(), false
	for _, m := range s.Mentions {
		found, is := t.byConcept[all[m.Concept].Key]
		inNumber := m.From < word && m.To > word && strings.HasPrefix(found.Dimension, "money") // "億円"
		if is && (m.From == word || inNumber) && (m.To > end || m.To == end && m.Exact && !exact) {
			u, end, ok, exact = found, m.To, true, m.Exact
		}
	}
	for _, h := range s.terms {
		if h.Start != word || h.End <= end || s.runsOn(h) {
			continue
		}
		if found, is := t.byCode[h.Code]; is {
			u, end, ok = found, h.End, true
		} else if code, is := strings.CutPrefix(h.Code, "currency:"); is {
			u, end, ok = Unit{Name: code, Dimension: "money:" + code, Factor: 1}, h.End, true
		}
	}
	return u, end, ok
}

// runsOn reports whether a term is a small word that more follows, as the "in" of
// "six in the morning" is.
func (s *Sentence) runsOn(h lexicon.Hit) bool {
	return h.End == h.Start+1 && s.Words[h.Start].Stop && h.End < len(s.Words) && !s.Words[h.End].Token.Gap
}

func symbolBefore(t unitTable, before string) (Unit, bool) {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	i := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(\"“„«", r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		before = before[i+n:]
	}
	u, ok := t.bySymbol[before]
	return u, ok && strings.HasPrefix(u.Dimension, "money")
}

// symbolAfter is the unit whose symbol stands behind a number. Korean letters may go on
// behind it where nothing parts it from the number or that ends in such a letter.
func symbolAfter(t unitTable, number, after string) (Unit, bool) {
	last, _ := utf8.DecodeLastRuneInString(number)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	glued := unicode.Is(unicode.Hangul, next) && (unicode.Is(unicode.Hangul, last) || strings.HasPrefix(after, string(next)))
	after = strings.TrimLeftFunc(after, unicode.IsSpace)
	for n := 6; n > 0; n-- {
		if n > len(after) || n < len(after) && !utf8.RuneStart(after[n]) {
			continue
		}
		if u, ok := t.bySymbol[after[:n]]; ok && (glued || !continuesWord(after[:n], after[n:])) {
			return u, true
		}
	}
	return Unit{}, false
}

// continuesWord reports whether letters run on over the end of a symbol.
func continuesWord(symbol, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(symbol)
	next, _ := utf8.DecodeRuneInString(rest)
	return isLetter(last) && isLetter(next) && !unicode.Is(unicode.Han, last)
}
