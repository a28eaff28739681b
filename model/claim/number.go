package claim

import (
	"slices"
	"strings"
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
	about   bool // a round number, as "dizaine" is
	more    bool // somewhat more than the value: "500余万"
	words   bool // written in words
	percent bool // of a hundred: "百分之三"
	loose   bool // may be part of a word: a figure, but no quantity
	suffix  string
}

// numberWords are the words of a sentence that numbers are made of, by the word
// at which they begin.
type numberWords map[int][]lexicon.Hit

func (s *Sentence) numberWords() numberWords {
	var out numberWords
	for _, h := range s.cues {
		switch {
		case h.IsNumber, h.Cue == lexicon.Vague, h.Cue == lexicon.Dozen, h.Cue == lexicon.Share, h.Cue == lexicon.Point, h.Cue == lexicon.Over, h.Cue == lexicon.Under:
			if out == nil {
				out = numberWords{}
			}
			out[h.Start] = append(out[h.Start], h)
		}
	}
	return out
}

// at finds the word of a class that begins at word i; "" is the class of plain
// number words.
func (w numberWords) at(i int, class lexicon.Cue) (lexicon.Hit, bool) {
	for _, h := range w[i] {
		if h.Cue == class && (class != "" || h.IsNumber) {
			return h, true
		}
	}
	return lexicon.Hit{}, false
}

// numberReader reads one number of a sentence, part by part.
type numberReader struct {
	*Sentence
	text  string
	lang  *lexicon.Language
	known numberWords
	from  int // first word of the number
	parts []part
	n     number
	full  bool // nothing may follow
}

// number reads the number that begins at word i, with what makes it a fraction.
func (s *Sentence) number(i int, text string, lang *lexicon.Language, known numberWords) (number, bool) {
	n, ok := s.wholeNumber(i, text, lang, known)
	if !ok || n.to >= len(s.Words) || s.Words[n.to].Token.Gap {
		return n, ok
	}
	if h, is := known.at(n.to, lexicon.Dozen); is && n.value < scaleFrom && !lang.Spaced {
		n.value, n.to, n.loose = n.value*h.Number, h.End, false
		return n, true
	}
	over, isOver := known.at(n.to, lexicon.Over)
	under, isUnder := known.at(n.to, lexicon.Under)
	if !isOver && !isUnder {
		return n, true
	}
	m, ok := s.wholeNumber(max(over.End, under.End), text, lang, known)
	switch {
	case !ok || m.value == 0 || n.value == 0:
		return n, true
	case isOver:
		n.value /= m.value
	case n.value == hundred:
		n.value, n.percent = m.value, true
	default:
		n.value = m.value / n.value
	}
	n.to, n.step, n.loose, n.words = m.to, 0, false, n.words || m.words
	return n, true
}

const hundred = 100

// wholeNumber reads the number that begins at word i: digits with their marks, scale
// words behind them, number words, or any mix that languages write.
func (s *Sentence) wholeNumber(i int, text string, lang *lexicon.Language, known numberWords) (number, bool) {
	if i >= len(s.Words) {
		return number{}, false
	}
	if n, ok := s.numeralRun(i, text, lang); ok {
		return n, true
	}
	if n, ok := s.kana(i, text); ok {
		return n, true
	}
	if h, ok := known.at(i, lexicon.Vague); ok {
		if _, figures := parseDigits(s.Words[i].Text, lang); !figures {
			return number{value: h.Number, to: h.End, vague: true, words: true}, true
		}
	}
	if w := &s.Words[i]; !w.Token.Figures && !w.Token.IsNumber && len(known[i]) == 0 {
		return s.numeral(i, text, lang) // most words are no part of a number
	}
	r := &numberReader{Sentence: s, text: text, lang: lang, known: known, from: i, n: number{to: i}}
	for !r.full && r.n.to < len(s.Words) && (r.n.to == i || !s.Words[r.n.to].Token.Gap) {
		if !r.linked() && !r.figures() && !r.multiple() && !r.listed() && !r.joined() && !r.decimals() {
			break
		}
	}
	if k := len(r.parts) - 1; k >= 0 && r.parts[k].kind == linkPart {
		r.parts, r.n.to = r.parts[:k], r.parts[k].at
	}
	if len(r.parts) == 0 {
		return s.numeral(i, text, lang)
	}
	r.n.value = compose(r.parts)
	r.n.about = r.rounded()
	return r.n, true
}

// rounded reports whether the number is a word like "dizaine", which counts about
// ten. A dozen is twelve.
func (r *numberReader) rounded() bool {
	last := r.parts[len(r.parts)-1]
	return last.kind == dozenPart && last.value != dozen && last.value != dozen*dozen && (len(r.parts) == 1 || len(r.parts) == 2 && r.parts[0].value == 1)
}

const dozen = 12

// add takes a part that ends before word to.
func (r *numberReader) add(p part, to int) bool {
	r.n.words = r.n.words || len(r.parts) == 0 && p.word
	r.parts, r.n.to = append(r.parts, p), to
	return true
}

func (r *numberReader) last() (p part, ok bool) {
	if len(r.parts) == 0 {
		return part{}, false
	}
	return r.parts[len(r.parts)-1], true
}

// follows reports whether a number word may follow the parts read so far: any
// scale, and what is smaller than the place of the last: "twenty five", and not
// "five twenty".
func (r *numberReader) follows(p part) bool {
	last, any := r.last()
	switch {
	case !any:
		return true
	case last.kind == linkPart:
		return true // it was asked for
	case p.kind == scalePart:
		return last.kind != dozenPart
	case len(r.parts) == 1 && last.value < 1 && last.value > 0 && last.kind == countPart:
		_, share := r.known.at(last.at, lexicon.Share)
		return !share && p.value >= 1 // "साढ़े तीन", a half more than three
	case last.kind == sharePart || last.kind == dozenPart:
		return false
	case !last.word && p.value < scaleFrom && !r.glued(r.n.to, r.text):
		return false // "3 two"
	}
	return p.value < place(last.value) || r.unitsFirst(last.value, p.value, r.Words[p.at].Text)
}

// unitsFirst reports whether the word that joins a ten to the unit before it is a
// letter at its head, as in Arabic: "خمسة وعشرون".
func (r *numberReader) unitsFirst(unit, ten float64, word string) bool {
	return unit < 10 && ten >= 20 && ten < 100 && slices.ContainsFunc(r.lang.NumberLinks, func(l string) bool {
		return utf8.RuneCountInString(l) == 1 && strings.HasPrefix(word, l)
	})
}

// linked takes a word that joins a number to the one before it: "one hundred and
// sixteen", "two and a half".
func (r *numberReader) linked() bool {
	last, any := r.last()
	i := r.n.to
	if !any || i+1 >= len(r.Words) || r.Words[i+1].Token.Gap || !slices.Contains(r.lang.NumberLinks, r.Words[i].Token.Fold) {
		return false
	}
	if h, ok := r.known.at(i+1, ""); ok && h.End > i+2 && last.value < scaleFrom && h.Number >= least && isPower(2*h.Number) {
		r.parts = append(r.parts, part{kind: linkPart, at: i}, part{0.5, sharePart, true, i + 1})
		return r.add(wordPart(2*h.Number, i+1), h.End) // "twee en een half miljoen"
	}
	link := part{kind: linkPart, at: i}
	if to, ok := r.shareAfter(i + 1); ok {
		return r.add(link, to)
	}
	v, ok := r.valueAt(i+1, last)
	if !ok || !last.word || v < 1 || !(last.value >= scaleFrom && v < place(last.value)) && !r.unitsFirst(last.value, v, r.Words[i].Text) {
		return false
	}
	return r.add(link, i+1)
}

// shareAfter finds "half" or "quarter" behind a link, with an article between at
// the most, and the word at which it begins.
func (r *numberReader) shareAfter(i int) (at int, ok bool) {
	if _, ok := r.known.at(i, lexicon.Share); ok {
		return i, true
	}
	one, number := r.known.at(i, "")
	if number && one.Number > 0 && one.Number < 1 {
		return i, true
	}
	if (r.Words[i].Stop || number && one.Number == 1 && one.End == i+1) && i+1 < len(r.Words) && !r.Words[i+1].Token.Gap {
		_, ok = r.known.at(i+1, lexicon.Share)
		return i + 1, ok
	}
	return 0, false
}

// valueAt is the value of the number word at word i, or of the figures there where
// a scale stands before them: "3 hundred and 21".
func (r *numberReader) valueAt(i int, last part) (float64, bool) {
	if h, ok := r.known.at(i, ""); ok {
		return h.Number, true
	}
	d, ok := parseDigits(r.Words[i].Text, r.lang)
	return d.value, ok && d.whole && last.kind == scalePart && d.suffix == "" && d.value >= 10
}

// listed takes a number word of the language. A bare scale is no number where
// words are written without spaces: it is part of a name.
func (r *numberReader) listed() bool {
	h, ok := r.known.at(r.n.to, "")
	if !ok {
		return false
	}
	last, any := r.last()
	if !r.lang.Spaced && h.Number >= 1000 && h.End-h.Start == 1 && (!any || last.word && last.kind == countPart && last.value < 10) {
		return false // "하나만" is "only one"
	}
	p := wordPart(h.Number, r.n.to)
	if !r.follows(p) {
		return false
	}
	if any && last.kind == linkPart && p.value < 1 {
		p.kind = sharePart // "en een half"
	}
	if p.value >= scaleFrom {
		r.n.step *= p.value
	}
	return r.add(p, h.End)
}

// joined takes a number word written together of several.
func (r *numberReader) joined() bool {
	w := &r.Words[r.n.to]
	if !r.lang.Spaced || w.Cued || w.Known && w.Name != 0 || len(r.parts) > 0 && !r.n.words && r.parts[len(r.parts)-1].kind != scalePart {
		return false
	}
	p := wordPart(w.Token.Number, r.n.to)
	return w.Token.IsNumber && r.follows(p) && r.add(p, r.n.to+1)
}

// multiple takes a word that multiplies or shares the count before it: "three
// dozen", "two thirds". A dozen may stand alone.
func (r *numberReader) multiple() bool {
	last, any := r.last()
	counted := any && last.kind == countPart && last.value < scaleFrom
	if h, ok := r.known.at(r.n.to, lexicon.Share); ok && any && (counted || last.kind == linkPart) {
		return r.add(part{h.Number, sharePart, true, r.n.to}, h.End)
	}
	if h, ok := r.known.at(r.n.to, lexicon.Dozen); ok && (!any || counted) {
		return r.add(part{h.Number, dozenPart, true, r.n.to}, h.End)
	}
	if h, ok := r.known.at(r.n.to, lexicon.Vague); ok && counted && h.Number < least && r.lang.Spaced {
		return r.add(part{h.Number, dozenPart, true, r.n.to}, h.End)
	}
	return false
}

// decimals takes the decimals of a number in words: "point zero three".
func (r *numberReader) decimals() bool {
	last, any := r.last()
	h, ok := r.known.at(r.n.to, lexicon.Point)
	if !any || !ok || !last.word && !r.n.words || last.kind == linkPart {
		return false
	}
	v, unit, to := 0.0, 1.0, h.End
	for to < len(r.Words) && !r.Words[to].Token.Gap {
		d, ok := r.known.at(to, "")
		if !ok || d.Number >= scaleFrom || d.Number >= 10 && unit < 1 {
			break
		}
		to = d.End
		if next, ok := r.known.at(to, ""); d.Number >= 20 && ok && next.Number < place(d.Number) {
			d.Number, to = d.Number+next.Number, next.End
		}
		if unit /= 10; d.Number >= 10 {
			v = d.Number * unit / 10
			break
		}
		v += d.Number * unit
	}
	return to > h.End && r.add(part{v, countPart, true, r.n.to}, to)
}

func (s *Sentence) glued(i int, text string) bool {
	return i > 0 && s.Words[i-1].Span.End == s.Words[i].Span.Start
}
