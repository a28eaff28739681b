package stem

import (
	_ "embed"
	"slices"
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
	// own is what letters of the language are folded to besides what they are in
	// every other; han says which Han characters are among them.
	own map[rune]rune
	han []bool
	// spelt are the spellings that stand for others once letters are folded.
	spelt *strings.Replacer
	// table is what each rune under its length is folded to where that is one
	// rune or none (0); slow where it takes more than a look.
	table []uint16
}

const (
	tabled   = 0x2200 // beyond the last alphabet that is folded
	slow     = 0xFFFF
	firstHan = 0x4E00
	lastHan  = 0x9FFF
)

func newFolding(keep string) folding {
	f := folding{keep: keep, dotted: strings.Contains(keep, "ı"), table: bare()}
	if keep == "" {
		return f
	}
	f.table = slices.Clone(f.table)
	for _, r := range keep {
		f.table[r], f.table[unicode.ToUpper(r)] = uint16(r), uint16(r)
	}
	if f.dotted {
		f.table['I'] = 'ı'
	}
	return f
}

// write has the letters of a rule folded to the last of them, whatever the table
// said of them.
func (f *folding) write(from string, to rune) {
	if f.own == nil {
		f.own, f.table = map[rune]rune{}, slices.Clone(f.table)
	}
	for _, r := range from {
		f.own[r] = to
		switch {
		case r < tabled:
			f.table[r] = uint16(to)
		case r >= firstHan && r <= lastHan:
			if f.han == nil {
				f.han = make([]bool, lastHan-firstHan+1)
			}
			f.han[r-firstHan] = true
		}
	}
}

// bare is the table of a folding that keeps no letters.
var bare = sync.OnceValue(func() []uint16 {
	var f folding
	table := make([]uint16, tabled)
	for r := range rune(tabled) {
		to := []rune(string(f.fold(nil, r)))
		switch {
		case len(to) > 1 || !norm.NFKC.IsNormalString(string(r)) || joins(r):
			table[r] = slow
		case len(to) == 1:
			table[r] = uint16(to[0])
		}
	}
	return table
})

func (f *folding) apply(s string) string {
	s = f.letters(s)
	if f.spelt != nil {
		return f.spelt.Replace(s)
	}
	return s
}

func (f *folding) letters(s string) string {
	for i, r := range s {
		if !f.stays(r) {
			return f.from(s, i)
		}
	}
	return s
}

// stays reports whether folding leaves a rune: the letters of the table that
// are their own fold, kana, Han and Hangul.
func (f *folding) stays(r rune) bool {
	if r < tabled {
		return f.table[r] == uint16(r)
	}
	if r >= firstHan && r <= lastHan {
		return f.han == nil || !f.han[r-firstHan]
	}
	return r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FC || r >= 0xAC00 && r <= 0xD7A3
}

// from folds s, of which the first bytes stay as they are.
func (f *folding) from(s string, first int) string {
	out := make([]byte, first, len(s)+8)
	copy(out, s)
	for _, r := range s[first:] {
		switch {
		case f.stays(r):
			out = utf8.AppendRune(out, r)
		case r >= firstHan && r <= lastHan:
			out = utf8.AppendRune(out, f.own[r])
		case r >= tabled || f.table[r] == slow:
			return f.whole(s)
		case f.table[r] != 0:
			out = utf8.AppendRune(out, rune(f.table[r]))
		}
	}
	return string(out)
}

// whole folds any string. What it drops may have stood between letters and
// marks that NFKC joins or sorts, so it goes on until there is nothing to do.
func (f *folding) whole(s string) string {
	for {
		s = norm.NFKC.String(s)
		out := make([]byte, 0, len(s)+8)
		for _, r := range s {
			out = f.fold(out, r)
		}
		if norm.NFKC.IsNormal(out) {
			return string(out)
		}
		s = string(out)
	}
}

// fold appends what one rune is folded to.
func (f *folding) fold(out []byte, r rune) []byte {
	r = f.lower(r)
	if to, ok := f.own[r]; ok {
		return utf8.AppendRune(out, to)
	}
	to, known := replacements()[r]
	switch {
	case r < utf8.RuneSelf || strings.ContainsRune(f.keep, r):
		return utf8.AppendRune(out, r)
	case known:
		return append(out, to...)
	case r == utf8.RuneError || isMark(r):
		return out
	}
	return utf8.AppendRune(out, r)
}

func (f *folding) lower(r rune) rune {
	if f.dotted && r == 'I' {
		return 'ı'
	}
	return unicode.ToLower(r)
}

// joins reports whether NFKC may make one letter of r and what stands before it.
func joins(r rune) bool {
	p := norm.NFKC.PropertiesString(string(r))
	return p.CCC() == 0 && !p.BoundaryBefore()
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
	for line := range strings.Lines(foldData) {
		line, _, _ = strings.Cut(line, "#")
		for _, rule := range strings.Fields(line) {
			from, to, _ := strings.Cut(rule, ">")
			for _, r := range from {
				known[r] = to
			}
		}
	}
	for _, span := range [][2]rune{{0x80, 0x52F}, {0x1E00, 0x1FFF}} {
		for r := span[0]; r <= span[1]; r++ {
			if _, ok := known[r]; !ok {
				addBare(known, r)
			}
		}
	}
	return known
})

// addBare adds a letter with marks, if r is one, as the letter without, folded.
func addBare(known map[rune]string, r rune) {
	var bare strings.Builder
	for _, part := range norm.NFD.String(string(r)) {
		if to, ok := known[part]; ok {
			bare.WriteString(to)
		} else if !isMark(part) {
			bare.WriteRune(part)
		}
	}
	if bare.Len() > 0 && bare.String() != string(r) {
		known[r] = bare.String()
	}
}
