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
	// Sure is true where no other name is as near to the word of saying, and the
	// name is not all words that the lexicon knows, as names of bodies are.
	Sure bool
	// Alone is true where the sentence names nobody else who may speak, outside
	// quotation marks; Role where only a role stands there, of one whom the article
	// named with it before.
	Alone, Role bool
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
	if len(s.Quotes) == 0 {
		s.dialogue(t)
	}
}

// dialogue finds a quotation that a dash opens and a dash or a word of saying
// closes: "— Мы уходим, — сказал он", "– Vi går, säger hon".
func (s *Sentence) dialogue(t string) {
	rest := strings.TrimLeft(t, "—–- ")
	start := len(t) - len(rest)
	if start == 0 || len(s.Words) == 0 || s.Words[0].Used {
		return
	}
	end := -1
	for _, dash := range []string{", —", ", –", "! —", "! –", "? —", "? –", " — ", " – "} {
		if i := strings.Index(rest, dash); i > 0 && (end < 0 || start+i < end) {
			end = start + i
		}
	}
	for _, c := range s.sayings() {
		at := s.Words[c[0]].Span.Start - s.Span.Start
		if end >= 0 && at > end {
			s.addQuote(t, start, end)
			return
		}
		if end < 0 && c[0] > 0 && s.Words[c[0]].Token.Gap {
			s.addQuote(t, start, s.Words[c[0]-1].Span.End-s.Span.Start)
			return
		}
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
