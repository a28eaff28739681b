package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/lexicon"
)

// Quote is words a sentence gives as somebody's own.
type Quote struct {
	Span     model.Span // inside the quotation marks
	From, To int        // words, half open
	Speaker  Speaker
}

// Speaker is who says a quote or a sentence.
type Speaker struct {
	Name  int // index into the Names of Sentence; -1 where nobody is named
	Index int // of the sentence that names the speaker
}

// Known reports whether a name is known for the speaker.
func (s Speaker) Known() bool { return s.Name >= 0 }

// quotes finds what stands in quotation marks. A mark that opens in this
// sentence and closes in a later one runs to the end of the sentence, one that
// closes here runs from its beginning.
func (s *Sentence) quotes(text string, _ *lexicon.Language) {
	t := s.Span.Of(text)
	open := -1
	for i, r := range t {
		if !strings.ContainsRune(quotationMarks, r) {
			continue
		}
		n := utf8.RuneLen(r)
		switch {
		case open < 0 && opens(t, i, r):
			open = i + n
		case open >= 0:
			s.addQuote(t, open, i)
			open = -1
		case strings.ContainsRune("”»」』", r):
			s.addQuote(t, 0, i)
		}
	}
	if open >= 0 {
		s.addQuote(t, open, len(t))
	}
}

const quotationMarks = "“”„«»「」『』‹›\"＂"

// opens reports whether a mark opens a quotation where none is open. Languages
// use the same marks on either side, so where a mark may be both, what stands
// around it decides.
func opens(t string, i int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(t[:i])
	after, _ := utf8.DecodeRuneInString(t[i+utf8.RuneLen(r):])
	free := i == 0 || isSpace(before) || strings.ContainsRune("(:[—–", before)
	switch r {
	case '„', '「', '『', '‹':
		return true
	case '“', '«':
		return free || isLetter(after)
	}
	return free && after != utf8.RuneError && !isSpace(after)
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }

// minQuote is how many words make a quotation; fewer are a word used in
// somebody's sense, or a title.
const minQuote = 2

func (s *Sentence) addQuote(text string, start, end int) {
	t := text[start:end]
	start += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	end = max(start, end-(len(t)-len(strings.TrimRightFunc(t, unicode.IsSpace))))
	q := Quote{Span: model.Span{Start: s.Span.Start + start, End: s.Span.Start + end}, Speaker: Speaker{Name: -1}}
	q.From, q.To = len(s.Words), 0
	for i, w := range s.Words {
		if q.Span.Contains(w.Span) {
			q.From, q.To = min(q.From, i), i+1
		}
	}
	if q.To-q.From >= minQuote {
		s.Quotes = append(s.Quotes, q)
	}
}

func (s *Sentence) quoted(word int) bool {
	for _, q := range s.Quotes {
		if q.From <= word && word < q.To {
			return true
		}
	}
	return false
}

// nameSpeakers says who speaks in each quote: the name nearest to the word of
// saying that stands nearest to the quote, or where only a pronoun or nothing
// stands there, the last speaker of the paragraph or the first name of the
// sentence before.
func (d *Document) nameSpeakers() {
	last, paragraph := Speaker{Name: -1}, -1
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Paragraph != paragraph && !s.opensWithPronoun() {
			last = Speaker{Name: -1}
		}
		paragraph = s.Paragraph
		found := Speaker{Name: -1}
		for q := range s.Quotes {
			found = s.speaker([2]int{s.Quotes[q].From, s.Quotes[q].To}, last)
			s.Quotes[q].Speaker = found
		}
		if len(s.Quotes) == 0 {
			found = s.speaker([2]int{0, len(s.Words)}, last)
		}
		if !found.Known() && len(s.Names) > 0 && !s.placed(s.Names[0]) {
			found = Speaker{Name: 0, Index: s.Index}
		}
		if found.Known() {
			last = found
		}
	}
}

func (s *Sentence) opensWithPronoun() bool {
	return len(s.Quotes) > 0 || s.Has(lexicon.Pronoun)
}

// speaker is who says the words [quote[0], quote[1]) of the sentence; last is who
// a pronoun stands for.
func (s *Sentence) speaker(quote [2]int, last Speaker) Speaker {
	at, ok := s.saying(quote)
	if !ok {
		return last
	}
	best, distance := -1, maxSpeaker
	for n, name := range s.Names {
		if s.quoted(name.From) || s.placed(name) {
			continue
		}
		if d := s.distance(at, [2]int{name.From, name.To}); d < distance {
			best, distance = n, d
		}
	}
	for _, p := range s.Cues(lexicon.Pronoun) {
		if !s.quoted(p[0]) && gapBetween(at, p) <= 1 && distance > 1 {
			return last
		}
	}
	if best < 0 {
		return last
	}
	return Speaker{Name: best, Index: s.Index}
}

// saying is the word of saying outside quotation marks that stands nearest to
// the quote.
func (s *Sentence) saying(quote [2]int) (at [2]int, ok bool) {
	all := s.Cues(lexicon.According)
	for _, m := range s.Mentions {
		if lexicon.Concepts()[m.Concept].Class == lexicon.SpeechClass {
			all = append(all, [2]int{m.From, m.To})
		}
	}
	nearest := 0
	for _, c := range all {
		if s.quoted(c[0]) {
			continue
		}
		if d := gapBetween(quote, c); !ok || d < nearest {
			at, nearest, ok = c, d, true
		}
	}
	return at, ok
}

// placed reports whether the name stands after a word of place, "in Moscow", and
// so is nobody who speaks.
func (s *Sentence) placed(n Name) bool {
	for _, cue := range []lexicon.Cue{lexicon.At, lexicon.Near} {
		for _, c := range s.Cues(cue) {
			if c[1] <= n.From && c[1] >= n.From-2 && s.Words[c[0]].Clause == s.Words[n.From].Clause {
				return true
			}
		}
	}
	return false
}

// maxSpeaker is how many words may stand between a speaker and the word of
// saying; a clause boundary counts as three.
const maxSpeaker = 9

func (s *Sentence) distance(a, b [2]int) int {
	d := gapBetween(a, b)
	if s.Words[a[0]].Clause != s.Words[b[0]].Clause {
		d += 3
	}
	return d
}

func gapBetween(a, b [2]int) int {
	switch {
	case a[1] <= b[0]:
		return b[0] - a[1]
	case b[1] <= a[0]:
		return a[0] - b[1]
	}
	return 0
}
