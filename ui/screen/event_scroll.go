package screen

import (
	"parallax/model"
)

// scroll keeps the selected row on the screen. Of a row that is taller than the
// screen some part is.
func (e *Event) scroll() {
	if e.free || len(e.rows) == 0 {
		return
	}
	from, to := e.extent()
	if to-from > e.room() {
		e.off = max(from, min(e.off, to-e.room()))
		return
	}
	e.off = seen(e.off, from, to, e.room(), e.total())
}

// total is the lines of all that can be scrolled through.
func (e *Event) total() int {
	if e.stacked() {
		_, to := e.extent()
		return to
	}
	return e.starts[len(e.rows)]
}

// showMarks brings the words in dispute on the screen, in a row that is taller
// than the screen.
func (e *Event) showMarks() {
	from, to := e.extent()
	if to-from <= e.room() {
		return
	}
	if first, last, ok := e.marked(); ok {
		e.off = seen(e.off, from+first, from+last+1, e.room(), e.total())
	}
}

// marked is the first and the last line of the selected row that hold words of
// the selected dispute.
func (e *Event) marked() (first, last int, ok bool) {
	r, has := e.row()
	if !has || e.now < 0 {
		return 0, 0, false
	}
	first = -1
	for i, held := range e.lines(r) {
		if e.disputed(held) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}

// lines is what stands on each line of a row.
func (e *Event) lines(r int) [][]placed {
	if e.stacked() {
		var lines [][]placed
		for _, l := range e.stack() {
			lines = append(lines, []placed{{l.article, l.Span}})
		}
		return lines
	}
	lines := make([][]placed, e.height(r))
	for i, a := range e.shown {
		above := e.above(a, r)
		for y, l := range e.wrapped(a, r, e.widths[i]) {
			lines[y+above] = append(lines[y+above], placed{a, l.Span})
		}
	}
	return lines
}

// placed is a span of an article.
type placed struct {
	article int
	model.Span
}

// disputed reports whether words of the selected dispute are among held.
func (e *Event) disputed(held []placed) bool {
	for _, p := range held {
		if p.article < 0 {
			continue
		}
		for _, k := range e.clashes[p.article] {
			if k.dispute == e.now && k.Overlaps(p.Span) {
				return true
			}
		}
	}
	return false
}

// hidden is how many lines of the selected row lie beyond the screen, in the
// direction of n.
func (e *Event) hidden(n int) int {
	from, to := e.extent()
	if n > 0 {
		return to - (e.off + e.room())
	}
	return e.off - from
}

// extent is the lines that the selected row takes.
func (e *Event) extent() (from, to int) {
	r, ok := e.row()
	switch {
	case !ok || e.free:
		return 0, 0
	case e.stacked():
		return 0, len(e.stack())
	}
	return e.starts[e.at], e.starts[e.at] + e.height(r)
}

// rowAt is the first row that begins at or below a line, or the last row.
func (e *Event) rowAt(line int) int {
	for i := range e.rows {
		if e.starts[i] >= line {
			return i
		}
	}
	return max(0, len(e.rows)-1)
}
