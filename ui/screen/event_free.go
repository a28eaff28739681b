package screen

import (
	"slices"
	"sort"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/theme"
)

// drawFree is the articles whole, a column each, scrolled so that the selected
// row stands on one line in all of them.
func (e *Event) drawFree(room int) []string {
	tops := e.freeTops(room)
	out := make([]string, room)
	for y := range out {
		var b strings.Builder
		for col, a := range e.shown {
			if col > 0 {
				b.WriteString(" " + e.frame.Look.Paint(theme.Faint, "│"))
			} else {
				b.WriteString(" ")
			}
			b.WriteString(e.freeLine(a, tops[col]+y, e.widths[col]))
		}
		out[y] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// freeTops is the first line on the screen of each article shown, negative where
// its column begins farther down. The line that all share is a third down the
// screen, and nearer to the top or the bottom where the longest column ends there.
func (e *Event) freeTops(room int) []int {
	at, above, below := make([]int, len(e.shown)), 0, 0
	for col, a := range e.shown {
		lines := e.wrapped(a, -1, e.widths[col])
		at[col] = e.lineOfRow(a, lines)
		above, below = max(above, at[col]), max(below, len(lines)-at[col])
	}
	shared := min(max(room/3, room-below), above)
	for col, a := range e.shown {
		at[col] -= shared
		if !e.locked {
			at[col] += e.own[a]
		}
	}
	return at
}

// freeLine is a line of a whole article behind the bar that points at the
// selected row, padded to its column.
func (e *Event) freeLine(a, y, width int) string {
	lines := e.wrapped(a, -1, width)
	if y < 0 || y >= len(lines) {
		return cell.Blank(width + 1)
	}
	bar := " "
	r, _ := e.row()
	if held := e.c.Rows[r].Cells[a]; held != nil && held.Span.Overlaps(lines[y].Span) {
		bar = e.frame.Look.Paint(theme.Picked, glyphPicked)
	}
	return bar + e.frame.column(e.c.Articles[a].Text, lines[y], width, e.rtl[a], theme.Plain, e.marks(a, lines[y].Span))
}

// lineOfRow is the line of an article at which the selected row stands. Where
// the article has a gap it is as far between its neighbours as the row is.
func (e *Event) lineOfRow(a int, lines []cell.Line) int {
	before, after := e.neighbours(a)
	from, to := 0, len(lines)
	if before >= 0 {
		from = lineAt(lines, e.c.Rows[e.rows[before]].Cells[a].Span.Start)
	}
	if after < 0 {
		after = len(e.rows)
	} else {
		to = lineAt(lines, e.c.Rows[e.rows[after]].Cells[a].Span.Start)
	}
	if after == before {
		return from
	}
	return from + (to-from)*(e.at-before)/(after-before)
}

// neighbours are the last row up to the selected one in which an article has a
// passage, and the first from there on; -1 where there is none.
func (e *Event) neighbours(a int) (before, after int) {
	held := e.heldIn[a]
	i, here := slices.BinarySearch(held, e.at)
	before, after = -1, -1
	switch {
	case here:
		return e.at, e.at
	case i > 0:
		before = held[i-1]
	}
	if i < len(held) {
		after = held[i]
	}
	return before, after
}

// lineAt is the line that shows a byte of the text.
func lineAt(lines []cell.Line, at int) int {
	i := sort.Search(len(lines), func(i int) bool { return lines[i].End > at })
	return max(0, min(i, len(lines)-1))
}
