package screen

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/theme"
)

// Frame is the place a screen draws in: W cells by H lines, a way of counting
// cells, and the looks.
type Frame struct {
	W, H  int
	Cells cell.Method
	Look  theme.Theme
	Tiny  bool // there is room for a notice and a list only
}

// fill makes lines exactly H, cutting or adding at the end.
func (f Frame) fill(lines []string) []string {
	for len(lines) < f.H {
		lines = append(lines, "")
	}
	return lines[:f.H]
}

// bar is a line with something at both ends. What stands at the left gives way.
func (f Frame) bar(left string, leftRole theme.Role, right string, rightRole theme.Role) string {
	room := f.W - 2
	right = f.Cells.Cut(right, room*2/3)
	if right != "" {
		room -= f.Cells.Width(right) + 2
	}
	if room < 1 {
		return ""
	}
	line := " " + f.Look.Paint(leftRole, f.Cells.Cut(left, room))
	if right == "" {
		return line
	}
	pad := room - f.Cells.Width(f.Cells.Cut(left, room))
	return line + cell.Blank(pad+2) + f.Look.Paint(rightRole, right)
}

// rule is a faint line across the frame.
func (f Frame) rule() string { return f.Look.Paint(theme.Faint, strings.Repeat("─", f.W)) }

// wrapped is plain text as lines of at most width cells, of which no more than
// limit are given; the last of them ends with an ellipsis if there were more.
func (f Frame) wrapped(text string, width, limit int) []string {
	var out []string
	lines := f.Cells.Wrap(text, whole(text), width)
	for i, l := range lines {
		if i == limit-1 && len(lines) > limit {
			return append(out, f.Cells.Cut(strings.ReplaceAll(text[l.Start:], "\n", " "), width))
		}
		out = append(out, l.Of(text))
	}
	return out
}

// message is a screen that says something in the middle of the list's place.
func (f Frame) message(lines []string, text []string) []string {
	lines = append(lines, "")
	for _, t := range text {
		for _, l := range f.wrapped(t, min(f.W-4, 72), f.H) {
			lines = append(lines, "  "+l)
		}
	}
	return lines
}

// seen keeps a place of size within a window of view that begins at top, and
// gives the new top, at most the last that fills the window.
func seen(top, from, to, view, total int) int {
	if to > top+view {
		top = to - view
	}
	if from < top {
		top = from
	}
	return max(0, min(top, total-view))
}
