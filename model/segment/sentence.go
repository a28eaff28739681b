// Package segment cuts a text into paragraphs, sentences and words, each a byte
// span into it. Sentences follow UAX #29 and then join what an abbreviation, an
// initial or an ordinal cut apart, and cut what that rule leaves whole.
//
// Invariants: spans lie on rune boundaries, in order, without overlap, and hold
// no leading or trailing white space.
//
// It must not import ui, corpus, cmd, or any package of model but model and
// lexicon.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"parallax/model"
	"parallax/model/lexicon"
)

// Sentence is a sentence and the paragraph it stands in.
type Sentence struct {
	Span      model.Span
	Paragraph int // from 0
}

// Sentences cuts a text whose paragraphs end at line ends.
func Sentences(text string, lang *lexicon.Language) []Sentence {
	var out []Sentence
	paragraph := 0
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		n := len(out)
		out = appendSentences(out, text, model.Span{Start: start, End: end}, lang, paragraph)
		if len(out) > n {
			paragraph++
		}
		start = end + 1
	}
	return out
}

func appendSentences(out []Sentence, text string, para model.Span, lang *lexicon.Language, paragraph int) []Sentence {
	start, end := para.Start, para.Start
	tokens := sentences.FromString(para.Of(text))
	for tokens.Next() {
		value := tokens.Value()
		for cut := beforeFigure(value, lang); cut > 0; cut = beforeFigure(value, lang) {
			end += cut
			value = value[cut:]
			if s := trim(text, model.Span{Start: start, End: end}); s.Len() > 0 {
				out = append(out, Sentence{Span: s, Paragraph: paragraph})
			}
			start = end
		}
		end += len(value)
		if end < para.End && (joins(tail(text[start:end]), head(text[end:para.End]), lang) || opensParagraph(text, para, start) && isDateline(text[start:end])) {
			continue
		}
		if s := trim(text, model.Span{Start: start, End: end}); s.Len() > 0 {
			out = append(out, Sentence{Span: s, Paragraph: paragraph})
		}
		start = end
	}
	return out
}

// opensParagraph reports whether nothing but space stands before the byte.
func opensParagraph(text string, para model.Span, start int) bool {
	return strings.TrimSpace(text[para.Start:start]) == ""
}

// maxDateline is how many words a dateline has at the most.
const maxDateline = 6

// isDateline reports whether the text is a place, a day or an agency before the
// first sentence: "MOSCOW, July 10. /TASS/." has no word in lower case.
func isDateline(s string) bool {
	words := strings.Fields(s)
	if len(words) > maxDateline {
		return false
	}
	shouted := false
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, notLetterOrDigit))
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
		shouted = shouted || len(w) > 3 && w == strings.ToUpper(w) && strings.IndexFunc(w, unicode.IsUpper) >= 0
	}
	return shouted
}

// beforeFigure finds a sentence that begins with a figure, where the rule sees
// no boundary, and returns the byte at which it begins; 0 where there is none.
func beforeFigure(s string, lang *lexicon.Language) int {
	for at := 0; ; {
		i := strings.Index(s[at:], ". ")
		if i < 0 {
			return 0
		}
		at += i + 2
		if at < len(s) && s[at] >= '0' && s[at] <= '9' {
			word, _ := lastWord(tail(s[:at-1]))
			if len(word) > 2 && strings.IndexFunc(word, notLetterOrDigit) < 0 && strings.Trim(word, "0123456789") != "" && !lang.Abbreviations[strings.ToLower(word)] {
				return at
			}
		}
	}
}

// context is how many bytes on either side of a boundary decide about it; a
// bound keeps the cost linear on text without words.
const context = 64

func tail(s string) string {
	for i := max(0, len(s)-context); i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			return s[i:]
		}
	}
	return s
}

func head(s string) string {
	n := min(len(s), context)
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return s[:n]
}

// joins reports whether a sentence boundary between the two texts is none.
func joins(before, after string, lang *lexicon.Language) bool {
	trimmed := strings.TrimRightFunc(before, unicode.IsSpace)
	if trimmed == "" {
		return true
	}
	if closesQuote(after) {
		return true
	}
	word, dot := lastWord(trimmed)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, notLetterOrDigit))
	switch {
	case !dot || word == "":
		return false
	case lang.Abbreviations[strings.ToLower(word)]:
		return true
	case isInitial(word):
		return unicode.IsUpper(next)
	case isOrdinal(word) && lang.Nouns: // "am 26. November"
		return true
	}
	return unicode.IsLower(next)
}

// closesQuote reports whether the text begins with a closing mark and goes on
// in the same sentence: “… gone.” he said.
func closesQuote(after string) bool {
	r, n := utf8.DecodeRuneInString(after)
	if !strings.ContainsRune("”’»\")]", r) || n == 0 {
		return false
	}
	rest := strings.TrimLeftFunc(after[n:], unicode.IsSpace)
	next, _ := utf8.DecodeRuneInString(rest)
	return r != '"' && (rest == "" || unicode.IsLower(next) || strings.ContainsRune(",;–—-", next))
}

func notLetterOrDigit(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// lastWord is the word before a final full stop, inner stops kept ("p.m"); dot
// is false where the text ends otherwise.
func lastWord(s string) (word string, dot bool) {
	s, dot = strings.CutSuffix(s, ".")
	if !dot {
		return "", false
	}
	i := strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("(\"“„«'’", r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n - 1
	}
	return s[i+1:], true
}

func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

// isOrdinal reports whether the word is one or two digits, as of a day.
func isOrdinal(word string) bool {
	if len(word) > 2 {
		return false
	}
	return strings.Trim(word, "0123456789") == ""
}

func trim(text string, s model.Span) model.Span {
	t := s.Of(text)
	s.Start += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	s.End -= len(t) - len(strings.TrimRightFunc(t, unicode.IsSpace))
	if s.End < s.Start {
		s.End = s.Start
	}
	return s
}
