package stem

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed fold.txt
var foldData string

// folding drops the marks that a language can do without.
type folding struct {
	keep   string // letters left as they are
	dotted bool   // I is the capital of ı, İ of i
}

func newFolding(keep string) folding {
	return folding{keep, strings.Contains(keep, "ı")}
}

func (f folding) apply(s string) string {
	if isPlain(s) {
		return s
	}
	if !norm.NFKC.IsNormalString(s) {
		s = norm.NFKC.String(s)
	}
	var out strings.Builder
	out.Grow(len(s))
	known := replacements()
	for _, r := range s {
		r = f.lower(r)
		switch to, ok := known[r]; {
		case r < utf8.RuneSelf || strings.ContainsRune(f.keep, r):
			out.WriteRune(r)
		case ok:
			out.WriteString(to)
		case r != utf8.RuneError && !isMark(r):
			out.WriteRune(r)
		}
	}
	return out.String()
}

func (f folding) lower(r rune) rune {
	if f.dotted && r == 'I' {
		return 'ı'
	}
	return unicode.ToLower(r)
}

// isPlain reports whether s is ASCII without capitals, which folding leaves.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// isMark reports whether r is a mark that tells no common words apart: Latin,
// Greek and Cyrillic accents, Hebrew points, Arabic vowels and the stretching
// stroke, the Indic nukta, and joiners.
func isMark(r rune) bool {
	switch {
	case r >= 0x300 && r <= 0x36F, r >= 0x591 && r <= 0x5C7, r >= 0x64B && r <= 0x65F:
		return true
	case r >= 0x6D6 && r <= 0x6ED, r >= 0x200B && r <= 0x200F:
		return true
	}
	return r == 0x640 || r == 0x670 || r == 0x93C || r == 0xAD || r == 0xFEFF
}

// replacements is what letters are folded to: those of fold.txt, and every
// Latin, Greek and Cyrillic letter with marks to the letter without.
var replacements = sync.OnceValue(func() map[rune]string {
	known := map[rune]string{}
	for _, span := range [][2]rune{{0x80, 0x52F}, {0x1E00, 0x1FFF}} {
		for r := span[0]; r <= span[1]; r++ {
			bare := strings.Map(dropMark, norm.NFD.String(string(r)))
			if bare != string(r) && bare != "" {
				known[r] = bare
			}
		}
	}
	for line := range strings.Lines(foldData) {
		line, _, _ = strings.Cut(line, "#")
		for _, rule := range strings.Fields(line) {
			from, to, _ := strings.Cut(rule, ">")
			for _, r := range from {
				known[r] = to
			}
		}
	}
	return known
})

func dropMark(r rune) rune {
	if isMark(r) {
		return -1
	}
	return r
}
