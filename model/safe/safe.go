// Package safe makes hostile text harmless: no control, bidi-control, invisible
// formatting character or invalid UTF-8 comes out of it. corpus passes every text through it when a page
// comes in, and every sink (terminal, plain output, title, link, clipboard, export) once more.
//
// Invariants: every function is idempotent, takes time linear in its input,
// returns valid UTF-8, and returns its input without allocating where nothing
// had to change.
//
// It imports the standard library only.
package safe

import (
	"strings"
	"unicode/utf8"
)

// maxMarks is how many combining marks one base may carry. No orthography
// needs more than five; floods of them paint over neighbouring lines.
const maxMarks = 8

// Field makes s one harmless line: besides what [Block] does, line breaks and
// every run of white space become one space, and the ends are trimmed.
func Field(s string) string { return scrub(s, true) }

// Block makes s harmless and keeps its lines. CRLF, CR, FF, VT, NEL and the
// Unicode separators become \n, a tab becomes a space, terminal escape
// sequences go with their payload, and invisible formatting characters go;
// joiners stay where a script or an emoji needs them. Invalid bytes become
// U+FFFD, a run of which becomes one.
func Block(s string) string { return scrub(s, false) }

// Clean reports whether s is harmless as it stands, that is whether [Block]
// would return it unchanged.
func Clean(s string) bool {
	w := walker{}
	return w.soundPrefix(s) == len(s)
}

func scrub(s string, field bool) string {
	w := walker{field: field}
	i := w.soundPrefix(s)
	if i == len(s) && !(field && w.last == ' ') {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := w.next(s, i)
		if r >= 0 {
			b.WriteRune(r)
		}
		i += n
	}
	if field {
		return strings.TrimSuffix(b.String(), " ")
	}
	return b.String()
}

// walker knows what has been put out so far, as far as it decides what may
// come next.
type walker struct {
	field bool // white space of every kind is one space
	last  rune // put out last; 0 at the start
	marks int  // combining marks on the current base
}

// soundPrefix walks over the longest prefix of s that needs no change and
// returns its length in bytes.
func (w *walker) soundPrefix(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c > ' ' && c < 0x7f {
			w.last, w.marks = rune(c), 0
			i++
			continue
		}
		before := *w
		r, n := w.next(s, i)
		if r < 0 || !sameRune(s[i:i+n], r) {
			*w = before
			return i
		}
		i += n
	}
	return len(s)
}

// sameRune reports whether s is r in UTF-8 and nothing else.
func sameRune(s string, r rune) bool {
	got, n := utf8.DecodeRuneInString(s)
	return got == r && n == len(s) && utf8.RuneLen(r) == n
}

// next reads at s[i:] and says what to put out for the n bytes it took; r is -1
// for nothing.
func (w *walker) next(s string, i int) (r rune, n int) {
	if c := s[i]; c > ' ' && c < 0x7f {
		w.last, w.marks = rune(c), 0
		return rune(c), 1
	}
	r, n = utf8.DecodeRuneInString(s[i:])
	switch kindOf(r) {
	case keep:
		w.marks = 0
	case space:
		r = w.space(r)
	case line:
		if r == '\r' && strings.HasPrefix(s[i+n:], "\n") {
			n++
		}
		r = '\n'
		if w.field {
			r = w.space(' ')
		}
		w.marks = 0
	case mark:
		r = w.mark(r)
	case joiner:
		if !w.joins(s[i+n:]) {
			r = -1
		}
	case selector:
		if !takesSelector(w.last) {
			r = -1
		}
	case broken:
		if w.last == utf8.RuneError {
			r = -1
		}
		w.marks = 0
	case escape:
		return -1, sequence(s, i, n)
	default:
		r = -1
	}
	if r >= 0 {
		w.last = r
	}
	return r, n
}

// space is what a white space character becomes.
func (w *walker) space(r rune) rune {
	if w.field {
		if w.last == ' ' || w.last == 0 {
			return -1
		}
		r = ' '
	}
	if r == '\t' {
		r = ' '
	}
	w.marks = 0
	return r
}

// mark keeps a combining mark that has a base on its line and is not one too
// many.
func (w *walker) mark(r rune) rune {
	if w.last == 0 || w.last == '\n' || w.marks >= maxMarks {
		return -1
	}
	w.marks++
	return r
}

// joins reports whether a zero-width joiner or non-joiner has work to do
// between what was put out last and the rest.
func (w *walker) joins(rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	if joining(w.last) && joining(next) {
		return kindOf(next) == keep || kindOf(next) == mark && w.marks < maxMarks
	}
	return (pictograph(w.last) || w.last == emojiSelector) && pictograph(next)
}
