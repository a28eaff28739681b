package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/bidi"
)

// Method is how the terminal counts cells. The zero Method is [Wide], which
// holds until the terminal says otherwise.
type Method int

// The two ways of counting.
const (
	Wide     Method = iota // the sum of the widths of the runes, as wcwidth does
	Clusters               // a grapheme cluster at a time, mode 2027
)

// Width is the number of cells that s takes.
func (m Method) Width(s string) int {
	if printableASCII(s) {
		return len(s)
	}
	return m.ansi().StringWidth(s)
}

func (m Method) ansi() ansi.Method {
	if m == Clusters {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}

func printableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Ellipsis marks text that was cut.
const Ellipsis = "…"

// Cut is s where it takes at most width cells, else as much of it as fits with
// an ellipsis after it. It never parts a grapheme cluster.
func (m Method) Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if m.Width(s) <= width {
		return s
	}
	room, end := width-m.Width(Ellipsis), 0
	for g := graphemes.FromString(s); g.Next(); {
		room -= m.Width(g.Value())
		if room < 0 {
			break
		}
		end = g.End()
	}
	return strings.TrimRight(s[:end], " ") + Ellipsis
}

// Fit is s cut or padded on the right to exactly width cells.
func (m Method) Fit(s string, width int) string {
	s = m.Cut(s, width)
	return s + Blank(width-m.Width(s))
}

// Blank is n spaces; none where n is negative.
func Blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Clip cuts a line that holds escape sequences to width cells. It is the last
// guard before the screen, not a way to lay out.
func (m Method) Clip(line string, width int) string {
	if len(line) <= width || m.Width(line) <= width {
		return line
	}
	return m.ansi().Truncate(line, width, "")
}

// RightToLeft reports whether the first letter of s that has a direction runs
// from right to left.
func RightToLeft(s string) bool {
	for i := 0; i < len(s); {
		p, size := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
		i += max(size, 1)
	}
	return false
}
