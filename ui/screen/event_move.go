package screen

import (
	"slices"

	"parallax/model"
)

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

// rowAt is the first row that begins at or below a line, or the last row.
func (e *Event) rowAt(line int) int {
	for i := range e.rows {
		if e.starts[i] >= line {
			return i
		}
	}
	return max(0, len(e.rows)-1)
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
		for y, l := range e.wrapped(a, r, e.widths[i]) {
			lines[y] = append(lines[y], placed{a, l.Span})
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

// conflict is a pair of the selected dispute: one that the selected row shows,
// if it can be with both outlets on the screen, else the strongest.
func (e *Event) conflict() (k model.Conflict, ok bool) {
	if e.now < 0 || e.now >= len(e.disputes) {
		return model.Conflict{}, false
	}
	pairs := e.disputes[e.now].pairs
	best, score := pairs[0], 0
	for _, p := range pairs {
		if s := e.nearness(e.c.Conflicts[p]); s > score {
			best, score = p, s
		}
	}
	return e.c.Conflicts[best], true
}

// nearness is how much of a pair is before the reader's eyes.
func (e *Event) nearness(k model.Conflict) (score int) {
	if r, has := e.row(); has && slices.Contains(e.c.Rows[r].Conflicts, k.ID) {
		score = 3
	}
	for _, s := range []model.Side{k.A, k.B} {
		if slices.Contains(e.shown, e.article(s.Article)) {
			score++
		}
	}
	return score
}

// Passage is the place in the original of the selected cell: of the outlet in
// focus, else of the first that has one.
func (e *Event) Passage() (a model.Article, s model.Span, ok bool) {
	r, has := e.row()
	if !has {
		if len(e.c.Articles) == 0 {
			return model.Article{}, model.Span{}, false
		}
		return e.c.Articles[e.focus], model.Span{}, true
	}
	order := append([]int{e.focus}, e.shown...)
	for i := range e.c.Articles {
		order = append(order, i)
	}
	for _, i := range order {
		if held := e.c.Rows[r].Cells[i]; held != nil {
			return e.c.Articles[i], held.Span, true
		}
	}
	return model.Article{}, model.Span{}, false
}

// Pair is both sides of the selected dispute with what is said of it.
func (e *Event) Pair() (text, what string, ok bool) {
	k, ok := e.conflict()
	if !ok {
		return "", "", false
	}
	a, b := e.article(k.A.Article), e.article(k.B.Article)
	if a < 0 || b < 0 {
		return "", "", false
	}
	x, y := &e.c.Articles[a], &e.c.Articles[b]
	text = string(k.Kind) + ", " + string(k.Strength) + ": " + k.Why + "\n\n" + Cite(x, k.A.Span) + "\n\n" + Cite(y, k.B.Span)
	return text, "both sentences, " + x.Outlet + " and " + y.Outlet, true
}
