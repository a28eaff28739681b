package screen

import (
	"slices"

	"parallax/model"
	"parallax/ui/layout"
)

// fits is how many columns there is room for.
func (e *Event) fits() int {
	if e.zoomed {
		return 1
	}
	return layout.Columns(e.frame.W, len(e.order))
}

// chooseColumns says which articles have a column. They stay what they are as
// far as there is room, and the one in focus is among them.
func (e *Event) chooseColumns() {
	n := min(e.fits(), len(e.order))
	if n == 0 {
		e.shown = nil
		return
	}
	if e.zoomed {
		e.shown = []int{e.focus}
		return
	}
	if len(e.shown) != n || !e.inOrder() {
		first := e.place(e.focus)
		if len(e.shown) > 0 && slices.Contains(e.shown[:min(n, len(e.shown))], e.focus) {
			first = e.place(e.shown[0])
		}
		e.window(first, n)
	}
	if !slices.Contains(e.shown, e.focus) {
		e.window(e.place(e.focus)-n+1, n)
		if !slices.Contains(e.shown, e.focus) {
			e.window(e.place(e.focus), n)
		}
	}
}

// window shows n neighbouring columns, the first at most as far right as the
// others leave it.
func (e *Event) window(first, n int) {
	first = max(0, min(first, len(e.order)-n))
	e.shown = slices.Clone(e.order[first : first+n])
}

// place is where the column of an article stands in the order, or -1 where it is
// hidden.
func (e *Event) place(article int) int { return slices.Index(e.order, article) }

// inOrder reports whether the columns on the screen stand in the order and none
// is hidden.
func (e *Event) inOrder() bool {
	last := -1
	for _, a := range e.shown {
		at := e.place(a)
		if at <= last {
			return false
		}
		last = at
	}
	return true
}

// showSides brings the focus to a side of the selected dispute, and both sides
// on the screen if there is room for two columns and they are not there yet.
func (e *Event) showSides() {
	k, ok := e.conflict()
	if !ok {
		return
	}
	a, b := e.place(e.article(k.A.Article)), e.place(e.article(k.B.Article))
	a, b = min(a, b), max(a, b)
	if b < 0 {
		return // both are hidden
	}
	a = max(a, 0)
	if e.focus != e.order[a] && e.focus != e.order[b] {
		e.focus = e.order[a]
	}
	if e.zoomed {
		e.shown = []int{e.focus}
		return
	}
	n := len(e.shown)
	switch {
	case n < 2 || slices.Contains(e.shown, e.order[a]) && slices.Contains(e.shown, e.order[b]):
	case b-a < n:
		e.window(b-n+1, n)
	default:
		e.window(a, n)
		e.shown[n-1] = e.order[b]
	}
}

// article is the column of an article ID, or -1.
func (e *Event) article(id string) int {
	return slices.IndexFunc(e.c.Articles, func(a model.Article) bool { return a.ID == id })
}

// Column moves the focus n outlets to the right: to a column on the screen, if
// there is one that way, else to the neighbour of the last. Where outlets stand
// under each other those with a gap are passed over.
func (e *Event) Column(n int) {
	if len(e.order) == 0 {
		return
	}
	at := slices.Index(e.shown, e.focus) + n
	if at >= 0 && at < len(e.shown) && !e.stacked() {
		e.focus = e.shown[at]
	} else {
		e.focus = e.neighbour(n)
	}
	e.refit()
}

// neighbour is the article n to the right of the one in focus, the first after
// the last.
func (e *Event) neighbour(n int) int {
	total := len(e.order)
	r, has := e.row()
	next := max(e.place(e.focus), 0)
	for range total {
		next = ((next+n)%total + total) % total
		if !has || !e.stacked() {
			break
		}
		if _, _, shown := e.passage(e.order[next], r); shown {
			break
		}
	}
	return e.order[next]
}

// Sideways shows the columns n further to the right.
func (e *Event) Sideways(n int) {
	if e.zoomed || e.stacked() {
		e.Column(n)
		return
	}
	if len(e.shown) == 0 {
		return
	}
	e.window(e.place(e.shown[0])+n, len(e.shown))
	if !slices.Contains(e.shown, e.focus) {
		e.focus = e.shown[0]
		if n < 0 {
			e.focus = e.shown[len(e.shown)-1]
		}
	}
	e.refit()
}

// Zoom shows the outlet in focus alone, or all again.
func (e *Event) Zoom() {
	e.zoomed = !e.zoomed
	e.refit()
}

// Resize widens the column in focus by n cells; 0 makes all equal again.
func (e *Event) Resize(n int) {
	if n == 0 {
		e.wish = map[int]int{}
	} else {
		e.wish[e.focus] += n
	}
	e.refit()
}

// refit lays out anew and keeps the selected row on its line.
func (e *Event) refit() {
	anchor := e.line()
	was := e.stacked()
	e.arrange()
	if !e.stacked() && !was && e.at < len(e.starts) {
		e.off = e.starts[e.at] - anchor
	}
	e.scroll()
}
