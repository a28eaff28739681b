package screen

import (
	"slices"

	"parallax/model"
)

// Swap moves the column in focus n places to the right; ok is false at the end.
func (e *Event) Swap(n int) (ok bool) {
	at := e.place(e.focus)
	to := at + n
	if at < 0 || to < 0 || to >= len(e.order) {
		return false
	}
	first, columns := at, len(e.shown)
	if columns > 0 {
		first = e.place(e.shown[0])
	}
	e.order = slices.Clone(e.order)
	e.order[at], e.order[to] = e.order[to], e.order[at]
	if !e.zoomed {
		e.window(max(min(first, to), to-columns+1), columns)
	}
	e.refit()
	return true
}

// Hide takes the column in focus away; ok is false for the last one.
func (e *Event) Hide() (ok bool) {
	at := e.place(e.focus)
	if at < 0 || len(e.order) < 2 {
		return false
	}
	e.order = slices.Delete(slices.Clone(e.order), at, at+1)
	e.focus = e.order[min(at, len(e.order)-1)]
	e.zoomed = false
	e.refit()
	return true
}

// Unhide shows the columns that were hidden, in their places.
func (e *Event) Unhide() (ok bool) {
	if len(e.order) == len(e.c.Articles) {
		return false
	}
	e.order = nil
	for i := range e.c.Articles {
		e.order = append(e.order, i)
	}
	e.refit()
	return true
}

// Base puts the outlet in focus first and the rows in the order in which it
// tells them, or all back as they were if it is the base already.
func (e *Event) Base() (based bool) {
	if e.focus == e.base {
		e.rest(-1)
	} else {
		if at := e.place(e.focus); at > 0 {
			e.order = slices.Insert(slices.Delete(slices.Clone(e.order), at, at+1), 0, e.focus)
		}
		e.rest(e.focus)
	}
	e.shown = nil // begin with the first column
	e.refit()
	return e.base >= 0
}

// rest orders the rows by an article, or with -1 as they came, and stays with the
// row and the dispute that are selected.
func (e *Event) rest(on int) {
	if e.read == nil {
		e.read = e.c.Rows
	}
	old := e.c.Rows
	picked := -1
	if r, ok := e.row(); ok {
		picked = r
	}
	id := ""
	if e.now >= 0 && e.now < len(e.disputes) {
		id = e.disputes[e.now].id
	}
	e.base, e.c.Rows = on, e.read
	if on >= 0 {
		e.c.Rows = orderedBy(e.read, on)
	}
	e.derive()
	if picked >= 0 {
		e.at = max(0, slices.IndexFunc(e.rows, func(r int) bool { return sameRow(e.c.Rows[r], old[picked]) }))
	}
	e.now = slices.IndexFunc(e.disputes, func(d dispute) bool { return d.id == id })
	e.land()
	if e.query != "" {
		e.Search(e.query)
	}
}

// orderedBy is rows in the order in which an article tells them; what it does not
// tell stays behind what it tells before it.
func orderedBy(rows []model.Row, article int) []model.Row {
	type keyed struct {
		model.Row
		at int
	}
	list := make([]keyed, len(rows))
	last := -1
	for i, r := range rows {
		if held := r.Cells[article]; held != nil {
			last = held.Span.Start
		}
		list[i] = keyed{r, last}
	}
	slices.SortStableFunc(list, func(a, b keyed) int { return a.at - b.at })
	out := make([]model.Row, len(rows))
	for i, k := range list {
		out[i] = k.Row
	}
	return out
}

// sameRow reports whether two rows are one: they hold the same cells.
func sameRow(a, b model.Row) bool {
	return slices.Equal(a.Cells, b.Cells)
}

// Alone leaves out the rows that more than one outlet has, or shows them again.
func (e *Event) Alone() (alone bool) {
	e.alone = !e.alone
	e.rebuild()
	return e.alone
}
