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
	Range    bool        // Value is the lower end of a range, and Hi the upper one
	Further  bool        // besides those counted before: "11 others"
	Among    bool        // part of another number: "two of the six"
	Total    bool        // in all
	Earlier  bool        // the value before a change: "from 17"
	Later    bool        // the value after a change: "to 18"
	Rate     bool        // for each of something
	Ordinal  bool        // the 2nd
	Single   bool        // "one" in words, which seldom counts
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
	Decade   bool // it names ten years or degrees: "the 80s"
	Apart    bool // it stands between commas, as the age of somebody does
	Named    bool // it belongs to the name before it: "Apollo 11"
	Paired   bool // a mark joins it to one other, as in a score: "2-1", "2:1"
}

func (s *Sentence) quantities(text string, lang *lexicon.Language) {
	known := s.numberWords()
	s.Times = slices.DeleteFunc(s.Times, s.isDecadeOfLife)
	for i := 0; i < len(s.Words); {
		if s.addSeries(i) {
			i++
			continue
		}
		n, ok := s.number(i, text, lang, known)
		if !ok {
			i++
			continue
		}
		s.addFigure(i, n)
		s.addQuantity(i, n, text, lang)
		i = n.to
	}
	s.pairFigures(text)
	s.durations()
	s.settleChanges()
}

// pairMarks join the two figures of a score or of a range.
const pairMarks = "-‐‑–—−:：~～"

// pairFigures notes which figures a mark joins to one other, and to no third as in the
// number of a telephone.
func (s *Sentence) pairFigures(text string) {
	joins := func(i int) bool {
		if i < 0 || i+1 >= len(s.Figures) || s.Figures[i].InWords || s.Figures[i+1].InWords {
			return false
		}
		if s.Figures[i].Span.End >= s.Figures[i+1].Span.Start {
			return false
		}
		between := text[s.Figures[i].Span.End:s.Figures[i+1].Span.Start]
		return utf8.RuneCountInString(between) == 1 && strings.Contains(pairMarks, between)
	}
	for i := range s.Figures {
		if joins(i) && !joins(i-1) && !joins(i+1) {
			s.Figures[i].Paired, s.Figures[i+1].Paired = true, true
		}
	}
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
		if t.Kind != timex.Duration || days <= 0 {
			continue
		}
		from, to := s.wordsAt(t.Span)
		if from < 0 || slices.ContainsFunc(s.Quantities, func(q Quantity) bool { return q.From < from && from < q.To }) {
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

// addSeries adds the numbers of a word that is a row of them, as an address of a
// computer is: none of them is a quantity.
func (s *Sentence) addSeries(i int) bool {
	w := &s.Words[i]
	if !w.Token.Figures {
		return false
	}
	ascii, _ := asciiDigits(w.Text)
	row := series(ascii)
	for _, piece := range row {
		v, err := strconv.ParseFloat(piece, 64)
		if err == nil {
			s.Figures = append(s.Figures, Figure{Span: w.Span, From: i, To: i + 1, Value: v, Lo: v, Hi: v})
		}
	}
	return len(row) > 0
}

func (s *Sentence) addFigure(i int, n number) {
	q := Quantity{From: i, To: n.to}
	s.bound(&q, n, n.to)
	if s.isClock(i, n) {
		return
	}
	s.Figures = append(s.Figures, Figure{
		Span: model.Span{Start: s.Words[i].Span.Start, End: s.Words[n.to-1].Span.End}, From: i, To: n.to,
		Value: n.value, Step: n.step, Lo: q.Lo, Hi: q.Hi, Bound: q.Bound, InWords: n.words, Decade: n.suffix == "s" || n.suffix == "er", Apart: !n.words && s.apart(i, n.to), Named: s.numbersName(i, n),
	})
}

func (s *Sentence) addQuantity(i int, n number, text string, lang *lexicon.Language) {
	if n.loose || s.Words[i].Used || s.Words[i].Name != 0 && n.words {
		return
	}
	single := n.value == 1 && n.words
	if single && (!s.hasCue(i, lexicon.Single) || n.to > i+1) {
		return
	}
	q := Quantity{From: i, To: n.to, Value: n.value, Ordinal: n.ordinal || s.ordinal(i, n, text), Single: single, Clause: s.Words[i].Clause}
	q.Span = model.Span{Start: s.Words[i].Span.Start, End: s.Words[n.to-1].Span.End}
	var after int
	if q.Unit, after = s.unit(i, n, text); n.percent {
		q.Unit = units().byConcept["percent"]
	}
	if q.Unit.Dimension == "" && (lang.Spaced && !q.Ordinal && looksLikeYear(s.Words[i].Text, n) && !s.countsNext(i, n.to) || s.numbersName(i, n) || n.suffix != "" || hyphened(text, q.Span.End) || numbered(text, q.Span.Start)) {
		return
	}
	if s.isClock(i, n) || s.isScore(i, n, text) {
		return
	}
	if q.Unit.Dimension == "" && s.isAge(i, n) {
		q.Unit = units().byConcept["age"]
	}
	if after > n.to {
		q.Span.End = s.Words[after-1].Span.End
	}
	q.Bound = s.boundBefore(i, q.Unit, text)
	s.bound(&q, n, after)
	if s.joinRange(&q, text) {
		return
	}
	s.scope(&q, after)
	for w := i; w < after; w++ {
		s.Words[w].Used = true
	}
	s.Quantities = append(s.Quantities, q)
	s.shareUnit()
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

// apart reports whether punctuation stands on both sides of words [from, to).
func (s *Sentence) apart(from, to int) bool {
	return from > 0 && s.Words[from].Token.Gap && (to == len(s.Words) || s.Words[to].Token.Gap)
}

// isScore reports whether a colon joins the figures to others: a score, a clock or
// a ratio.
func (s *Sentence) isScore(i int, n number, text string) bool {
	colon := func(a, b int) bool {
		between := text[s.Words[a].Span.End:s.Words[b].Span.Start]
		return (between == ":" || between == "：") && isFigure(s.Words[a].Text) && isFigure(s.Words[b].Text)
	}
	return !n.words && (i > 0 && colon(i-1, i) || n.to < len(s.Words) && colon(n.to-1, n.to))
}

func isFigure(word string) bool {
	ascii, _ := asciiDigits(word)
	return ascii != ""
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

// numbered reports whether a hyphen joins the number to a word before it: "V-12".
func numbered(text string, at int) bool {
	if at < 2 || text[at-1] != '-' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at-1])
	return unicode.IsLetter(r)
}

// numbersName reports whether the figures belong to the name before them, as of
// a ship or a squad: nothing that could be counted follows.
func (s *Sentence) numbersName(i int, n number) bool {
	if n.words || i == 0 || s.Words[i].Token.Gap || n.value != math.Trunc(n.value) {
		return false
	}
	if before := s.Words[i-1].Text; !s.Headline && capital(before) {
		return true // "FTSE 100"
	} else if n.value >= 1000 || s.Words[i-1].Name == 0 {
		return mixedCase(before) // "iPhone 14"
	}
	if n.to < len(s.Words) && s.Words[n.to].Upper && !s.Words[n.to].Token.Gap && !s.Headline {
		return true // "iPhone 14 Pro"
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

// capital reports whether a word is in capitals throughout.
func capital(word string) bool {
	return strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// mixedCase reports whether a capital stands inside a word that begins with none.
func mixedCase(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) && strings.ToLower(word) != word
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
