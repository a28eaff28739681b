package screen

import "slices"

// Move selects the row n further down. A row that does not end on the screen
// is scrolled to its end first.
func (e *Event) Move(n int) {
	if e.free && !e.locked {
		e.drift(n)
		return
	}
	if rest := e.hidden(n); rest > 0 && !e.free {
		e.off += n * min(rest, max(e.room()-2, 1))
		return
	}
	at := max(0, min(e.at+n, len(e.rows)-1))
	if at != e.at {
		e.at = at
		e.settle()
	}
}

// drift scrolls the outlet in focus alone, at most by its own length.
func (e *Event) drift(n int) {
	col := slices.Index(e.shown, e.focus)
	if col < 0 {
		return
	}
	most := len(e.wrapped(e.focus, -1, e.widths[col]))
	e.own[e.focus] = max(-most, min(e.own[e.focus]+n, most))
}

// Page goes n screens down, and selects the first row there.
func (e *Event) Page(n int) {
	if e.free {
		e.pageFree(n)
		return
	}
	if e.stacked() {
		e.Move(n)
		return
	}
	step := max(e.room()-1, 1)
	if n > 0 && e.off+e.room() >= e.starts[len(e.rows)] {
		e.Edge(true)
		return
	}
	e.off = max(0, min(e.off+n*step, e.starts[len(e.rows)]-e.room()))
	e.at = e.rowAt(e.off)
	e.land()
}

// pageFree goes on until the article in focus has moved by a screen.
func (e *Event) pageFree(n int) {
	col := slices.Index(e.shown, e.focus)
	if !e.locked || col < 0 {
		e.drift(n * (e.room() - 2))
		return
	}
	lines := e.wrapped(e.focus, -1, e.widths[col])
	from := e.lineOfRow(e.focus, lines)
	for last := -1; e.at != last; {
		last = e.at
		e.Move(n)
		if (e.lineOfRow(e.focus, lines)-from)*n >= e.room()-2 {
			return
		}
	}
}

// Edge selects the first row or the last.
func (e *Event) Edge(last bool) {
	e.at = 0
	if last {
		e.at = max(0, len(e.rows)-1)
	}
	e.settle()
}

// settle follows a change of row: the dispute that is told of, the lines on the
// screen. The columns stay.
func (e *Event) settle() {
	e.land()
	e.own = map[int]int{}
	if e.stacked() {
		e.off = 0
	}
	e.scroll()
}

// follow brings the selected dispute on the screen, both sides if it can be.
func (e *Event) follow() {
	before := slices.Clone(e.shown)
	e.showSides()
	if !slices.Equal(before, e.shown) {
		e.arrange()
	}
	if e.stacked() {
		e.off = 0
	}
	e.own = map[int]int{}
	e.scroll()
	e.showMarks()
}

// Next goes n disputes further, or n places found where a search is on. It
// reports whether it began again at the other end.
func (e *Event) Next(n int) (wrapped bool) {
	if e.query != "" {
		return e.nextHit(n)
	}
	total := len(e.disputes)
	if total == 0 {
		return false
	}
	next := e.now + n
	if e.now < 0 {
		next = e.nearest(n)
	}
	wrapped = next < 0 || next >= total
	e.now = (next + total) % total
	e.at = max(0, slices.Index(e.rows, e.disputes[e.now].row))
	e.follow()
	return wrapped
}

// Any reports whether there is a dispute, or a place found, to go to.
func (e *Event) Any() bool {
	if e.query != "" {
		return len(e.hits) > 0
	}
	return len(e.disputes) > 0
}

// nearest is the dispute that follows the selected row, which has none, or the
// one before it.
func (e *Event) nearest(n int) int {
	r, _ := e.row()
	after := slices.IndexFunc(e.disputes, func(d dispute) bool { return d.row > r })
	if after < 0 {
		after = len(e.disputes)
	}
	if n < 0 {
		return after - 1
	}
	return after
}

// Clashes leaves out the rows without dispute, or shows them again.
func (e *Event) Clashes() (only bool) {
	e.only = !e.only
	e.rebuild()
	return e.only
}

// Possible counts disputes that are only possible, or no longer.
func (e *Event) Possible() (counted bool) {
	e.possible = !e.possible
	e.now = -1
	e.rebuild()
	return e.possible
}

// rebuild finds disputes and rows anew and selects the row that was selected,
// or the next that is left.
func (e *Event) rebuild() {
	r, _ := e.row()
	anchor := e.line()
	e.derive()
	e.at = max(0, len(e.rows)-1)
	for i, row := range e.rows {
		if row >= r {
			e.at = i
			break
		}
	}
	e.land()
	e.arrange()
	if !e.stacked() && e.at < len(e.starts) {
		e.off = e.starts[e.at] - anchor
	}
	e.follow()
}

// Free turns between aligned rows and whole articles.
func (e *Event) Free() (free bool) {
	e.free = !e.free
	e.locked, e.own = true, map[int]int{}
	e.arrange()
	e.scroll()
	return e.free
}

// Lock lets the columns scroll together or the one in focus alone, where
// articles are shown whole.
func (e *Event) Lock() (locked bool) {
	e.locked = !e.locked
	return e.locked
}
