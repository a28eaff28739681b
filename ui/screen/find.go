package screen

import (
	"unicode"
	"unicode/utf8"

	"parallax/model"
)

// maxHits caps what a search counts, so that a one-letter search of a long
// article stays quick.
const maxHits = 9999

// find adds to spans where query stands in text[in], whatever the case of the
// letters; places that overlap count once.
func find(spans []model.Span, text string, in model.Span, query string) []model.Span {
	wanted := []rune(query)
	if len(wanted) == 0 {
		return spans
	}
	for at := in.Start; at < in.End && len(spans) < maxHits; {
		if end := matchFold(text[:in.End], at, wanted); end > at {
			spans = append(spans, model.Span{Start: at, End: end})
			at = end
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return spans
}

// matchFold is the end of wanted in text at a byte offset, or -1.
func matchFold(text string, at int, wanted []rune) int {
	for _, w := range wanted {
		if at >= len(text) {
			return -1
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != w && unicode.ToLower(r) != unicode.ToLower(w) {
			return -1
		}
		at += size
	}
	return at
}
