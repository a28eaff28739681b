package screen

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"parallax/model"
	"parallax/ui/theme"
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

// place is where the n-th hit of a search stands.
type place struct {
	model.Span
	n int
}

// hitMarks are the marks of the places found in a part of a text. The places
// rise and do not overlap; the n-th is where the search stands.
func hitMarks(found []place, in model.Span, n int) []mark {
	var marks []mark
	from := sort.Search(len(found), func(i int) bool { return found[i].End > in.Start })
	for _, f := range found[from:] {
		if f.Start >= in.End {
			break
		}
		role := theme.Hit
		if f.n == n {
			role = theme.HitNow
		}
		marks = append(marks, mark{f.Span, role})
	}
	return marks
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
