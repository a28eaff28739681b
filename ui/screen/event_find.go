package screen

import (
	"slices"

	"parallax/model"
)

// hit is a place that a search found: a row of those shown, a column, a span.
type hit struct {
	row, article int
	span         model.Span
}

// Search looks for words in all outlets and goes to the first place at or below
// the selected row; "" ends the search.
func (e *Event) Search(query string) {
	e.query, e.hits, e.found, e.hit = query, nil, make([][]place, len(e.c.Articles)), 0
	for i, row := range e.c.Rows {
		for a, held := range row.Cells {
			if held == nil || len(e.hits) >= maxHits {
				continue
			}
			for _, s := range find(nil, e.c.Articles[a].Text, held.Span, query) {
				e.found[a] = append(e.found[a], place{s, len(e.hits)})
				e.hits = append(e.hits, hit{i, a, s})
			}
		}
	}
	for _, places := range e.found {
		slices.SortFunc(places, func(x, y place) int { return x.Start - y.Start })
	}
	r, _ := e.row()
	e.hit = max(0, slices.IndexFunc(e.hits, func(h hit) bool { return h.row >= r }))
	e.showHit()
}

// Searching reports whether a search is on.
func (e *Event) Searching() bool { return e.query != "" }

func (e *Event) nextHit(n int) (wrapped bool) {
	total := len(e.hits)
	if total == 0 {
		return false
	}
	next := e.hit + n
	e.hit = (next + total) % total
	e.showHit()
	return next < 0 || next >= total
}

// showHit brings the place found on the screen, with the rows without dispute
// if it is in one of them.
func (e *Event) showHit() {
	if len(e.hits) == 0 {
		return
	}
	h := e.hits[e.hit]
	if !slices.Contains(e.rows, h.row) {
		e.Clashes()
	}
	e.at = slices.Index(e.rows, h.row)
	e.land()
	e.focus = h.article
	e.arrange()
	if e.stacked() {
		e.off = 0
	}
	e.scroll()
	e.scrollToHit(h)
}

// scrollToHit brings the line of a place found on the screen, in a row that is
// taller than the screen.
func (e *Event) scrollToHit(h hit) {
	from, to := e.extent()
	if to-from <= e.room() {
		return
	}
	for y, held := range e.lines(h.row) {
		for _, p := range held {
			if p.article == h.article && p.Overlaps(h.span) {
				e.off = seen(e.off, from+y, from+y+1, e.room(), max(to, e.off+e.room()))
			}
		}
	}
}
