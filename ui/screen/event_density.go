package screen

import (
	"parallax/ui/cell"
	"parallax/ui/theme"
)

// The signs of the margin, which stands for all rows from first to last.
const (
	glyphDense    = "▐" // rows with a conflict
	glyphHere     = "│" // rows that are on the screen
	glyphHereBoth = "█"
)

// margin is the cells at the right that tell where conflicts are.
func (e *Event) margin() int {
	if e.stacked() || e.frame.Tiny {
		return 0
	}
	return 1
}

// density puts beside lines where in all rows there are conflicts, and which rows
// are on the screen. Where all rows are on the screen there is nothing to tell.
func (e *Event) density(lines []string) []string {
	first, last := e.visible()
	n, room := len(e.rows), len(lines)
	if e.margin() == 0 || first == 0 && last == n-1 || n == 0 {
		return lines
	}
	f := e.frame
	for y, l := range lines {
		from, to := y*n/room, max((y+1)*n/room, y*n/room+1)
		clash := e.clashing[min(to, n)] > e.clashing[from]
		here := from <= last && to > first
		sign, role := " ", theme.Faint
		switch {
		case clash && here:
			sign, role = glyphHereBoth, theme.Clash
		case clash:
			sign, role = glyphDense, theme.Clash
		case here:
			sign = glyphHere
		}
		if sign != " " {
			lines[y] = l + cell.Blank(f.W-1-f.Cells.Width(l)) + f.Look.Paint(role, sign)
		}
	}
	return lines
}

// visible is the first and the last row on the screen, into those that are shown.
func (e *Event) visible() (first, last int) {
	if e.free {
		return e.at, e.at
	}
	first = e.firstRow()
	last = first
	for last+1 < len(e.rows) && e.starts[last+1] < e.off+e.room() {
		last++
	}
	return first, last
}
