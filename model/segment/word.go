package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"parallax/model"
	"parallax/model/lexicon"
)

// Word is a word, or a character of a script written without spaces.
type Word struct {
	Span model.Span
	// Gap is true where punctuation stands between this word and the one before.
	Gap bool
	// Glued is true where nothing at all stands between this word and the one
	// before: characters of one unspaced run, "3" and "万".
	Glued bool
}

// Words cuts a part of a text into words; punctuation and spaces are left out.
func Words(text string, part model.Span, lang *lexicon.Language) []Word {
	return AppendWords(nil, text, part, lang)
}

// AppendWords appends the words of a part of a text.
func AppendWords(out []Word, text string, part model.Span, lang *lexicon.Language) []Word {
	gap, last := false, -1
	at := part.Start
	tokens := words.FromString(part.Of(text))
	for tokens.Next() {
		v := tokens.Value()
		span := model.Span{Start: at, End: at + len(v)}
		at = span.End
		first, _ := utf8.DecodeRuneInString(v)
		if !unicode.IsLetter(first) && !unicode.IsDigit(first) && !unicode.IsMark(first) && !unicode.Is(unicode.Nl, first) && first != '%' {
			gap = gap || !unicode.IsSpace(first) && !joiner(first)
			continue
		}
		out = appendWord(out, v, span, gap, last == span.Start, lang)
		gap, last = false, span.End
	}
	return out
}

// joiner reports whether the mark joins words rather than parts them.
func joiner(r rune) bool { return r == '-' || r == '’' || r == '\'' || r == '·' || r == '・' }

func appendWord(out []Word, v string, span model.Span, gap, glued bool, lang *lexicon.Language) []Word {
	if lang.Spaced {
		return splitElision(out, v, span, gap, glued)
	}
	at := span.Start
	for piece := range lexicon.SplitUnspaced(v) {
		inside := at > span.Start
		out = append(out, Word{Span: model.Span{Start: at, End: at + len(piece)}, Gap: gap && !inside, Glued: glued || inside})
		at += len(piece)
	}
	return out
}

// splitElision cuts at an apostrophe inside a word: "l'eau", "Hastanesi'nde".
func splitElision(out []Word, v string, span model.Span, gap, glued bool) []Word {
	at := 0
	for i, r := range v {
		if (r == '\'' || r == '’') && i > at {
			out = append(out, Word{Span: model.Span{Start: span.Start + at, End: span.Start + i}, Gap: gap, Glued: glued})
			at, gap, glued = i+utf8.RuneLen(r), false, false
		}
	}
	if at < len(v) {
		out = append(out, Word{Span: model.Span{Start: span.Start + at, End: span.End}, Gap: gap, Glued: glued})
	}
	return out
}
