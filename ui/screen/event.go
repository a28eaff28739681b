package screen

import (
	"slices"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/layout"
)

// Event is one event side by side: a row a claim, a column an outlet.
type Event struct {
	frame Frame
	c     model.Comparison
	names []string // of the articles, each another
	rtl   []bool   // by article

	disputes          []dispute
	byRow             [][]int         // the disputes of each row
	loans             map[[2]int]loan // by row and article
	places            [][]stood       // the passages of each article; nil without disputes
	clashes           [][]clash       // the words in dispute, by article
	possible          bool            // disputes that are only possible count
	dismissed         bool            // disputes that the reader has dismissed count
	notes             [][]noted       // by article
	chosen, bookmarks []string        // IDs of articles
	only              bool            // rows without a dispute are left out
	rows              []int           // the rows that are shown
	clashing          []int           // how many of the rows shown before each have a dispute, and of all
	heldIn            [][]int         // by article, the rows shown in which it has a passage, into rows
	at                int             // the selected one, into rows
	now               int             // the selected dispute, or -1
	resumed           bool            // goes on where another view was

	order  []int       // the articles in the order of their columns, without those that are hidden
	base   int         // the article whose order the rows have, or -1
	read   []model.Row // the rows in their own order, where there is a base
	alone  bool        // only rows that one outlet alone has
	shown  []int       // the articles whose columns are on the screen, as they stand in order
	focus  int         // an article
	wish   map[int]int // cells by which a column differs from its share
	zoomed bool
	free   bool
	locked bool        // free: the columns scroll together
	own    map[int]int // free and not locked: the lines a column is off

	query string
	hits  []hit
	found [][]place // the hits of each article, by their place in it
	hit   int

	widths []int // of the columns on the screen
	pane   int   // lines of the reason
	off    int   // the first line on the screen: of all rows, or of the row where outlets stand under each other
	starts []int // aligned: the line on which each row begins, and the end
	wraps  map[wrapKey][]cell.Line
}

// wrapKey names wrapped text: a passage, or a whole article where that ends before
// it begins.
type wrapKey struct {
	article int
	span    model.Span
	width   int
}

// NewEvent is the comparison on the screen.
func NewEvent(c model.Comparison) *Event {
	e := &Event{c: admitComparison(c), now: -1, base: -1, locked: true, wish: map[int]int{}, own: map[int]int{}}
	e.names = labels(e.c.Articles)
	for _, a := range e.c.Articles {
		e.order = append(e.order, len(e.rtl))
		e.rtl = append(e.rtl, cell.RightToLeft(a.Text))
	}
	e.derive()
	e.land()
	return e
}

// ID is the ID of the event.
func (e *Event) ID() string { return e.c.Event.ID }

// derive finds the disputes and the rows to show.
func (e *Event) derive() {
	e.disputes = disputes(&e.c, e.possible, e.dismissed)
	e.clashes = clashes(&e.c, e.disputes)
	e.byRow = byRow(&e.c, e.disputes)
	e.lend()
	e.rows = e.rows[:0]
	for i := range e.c.Rows {
		if (!e.only || len(e.byRow[i]) > 0) && (!e.alone || held(e.c.Rows[i]) == 1) {
			e.rows = append(e.rows, i)
		}
	}
	e.index()
}

// index counts over the rows that are shown what is asked of them at every key, so
// that no key has to go through all of them.
func (e *Event) index() {
	e.clashing, e.heldIn = make([]int, len(e.rows)+1), make([][]int, len(e.c.Articles))
	for i, r := range e.rows {
		e.clashing[i+1] = e.clashing[i] + min(len(e.byRow[r]), 1)
		for a, held := range e.c.Rows[r].Cells {
			if held != nil {
				e.heldIn[a] = append(e.heldIn[a], i)
			}
		}
	}
}

// held is how many articles have a passage in a row.
func held(r model.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c != nil {
			n++
		}
	}
	return n
}

// row is the selected row; ok is false where there is none.
func (e *Event) row() (r int, ok bool) {
	if e.at < 0 || e.at >= len(e.rows) {
		return 0, false
	}
	return e.rows[e.at], true
}

// land selects the first dispute of the selected row, unless the one that is
// selected is there.
func (e *Event) land() {
	r, ok := e.row()
	switch {
	case !ok || len(e.byRow[r]) == 0:
		e.now = -1
	case !slices.Contains(e.byRow[r], e.now):
		e.now = e.byRow[r][0]
	}
}

// Fit gives the screen its frame. The selected row stays on the line on which
// it was.
func (e *Event) Fit(f Frame) {
	if f == e.frame {
		return
	}
	anchor, stood := e.line(), e.frame.W > 0
	if f.W != e.frame.W || f.Cells != e.frame.Cells {
		e.wraps = nil
	}
	wasStacked := e.stacked()
	e.frame = f
	e.arrange()
	if !stood && !e.resumed {
		e.begin()
	}
	switch {
	case e.stacked():
		e.off = 0
	case stood && !wasStacked:
		e.off = e.starts[e.at] - anchor
	}
	e.scroll()
	e.showMarks()
}

// begin shows both sides of the selected dispute where the event is opened, as
// following it would; at the top, where none may be selected, those of the first one.
func (e *Event) begin() {
	now := e.now
	if now < 0 && e.at == 0 && !e.stacked() && len(e.disputes) > 0 {
		e.now = 0
	}
	before := slices.Clone(e.shown)
	e.showSides()
	e.now = now
	if !slices.Equal(before, e.shown) {
		e.arrange()
	}
}

// line is the line of the screen on which the selected row begins.
func (e *Event) line() int {
	if e.stacked() || e.at >= len(e.starts) {
		return 0
	}
	return e.starts[e.at] - e.off
}

// stacked reports whether the outlets of a row stand under each other.
func (e *Event) stacked() bool {
	return !e.free && !e.zoomed && layout.Columns(e.frame.W, 2) < 2
}

// arrange lays out columns and rows anew: after a change of frame, of what is
// shown, or of how.
func (e *Event) arrange() {
	if e.wraps == nil {
		e.wraps = map[wrapKey][]cell.Line{}
	}
	e.chooseColumns()
	wish := make([]int, len(e.shown))
	for i, a := range e.shown {
		wish[i] = e.wish[a]
	}
	e.widths = nil
	if len(e.shown) > 0 {
		e.widths = layout.Widths(e.frame.W-e.margin(), len(e.shown), wish)
	}
	e.pane = 0
	if !e.frame.Tiny {
		e.pane = layout.Pane(e.frame.H, e.paneWants())
	}
	e.starts = make([]int, len(e.rows)+1)
	if e.stacked() || e.free {
		return
	}
	gap := layout.Gap(e.frame.H)
	for i, r := range e.rows {
		e.starts[i+1] = e.starts[i] + e.height(r) + gap
	}
	if len(e.rows) > 0 {
		e.starts[len(e.rows)] -= gap
	}
}

// height is the number of lines of the tallest cell of a row, with the line above a
// passage of another row.
func (e *Event) height(row int) int {
	tallest := 1
	for i, a := range e.shown {
		tallest = max(tallest, len(e.wrapped(a, row, e.widths[i]))+e.above(a, row))
	}
	return tallest
}

// wrapped is the lines of a cell, without blank ones; none for a gap. Row -1
// is the whole article, blank lines and all.
func (e *Event) wrapped(article, row, width int) []cell.Line {
	key := wrapKey{article, model.Span{End: -1}, width}
	if row >= 0 {
		held, _, has := e.passage(article, row)
		if !has {
			return nil
		}
		key.span = held
	}
	lines, ok := e.wraps[key]
	if ok {
		return lines
	}
	text := e.c.Articles[article].Text
	if row < 0 {
		lines = e.frame.Cells.Wrap(text, whole(text), width)
	} else {
		lines = e.frame.Cells.Wrap(text, key.span, width)
		lines = slices.DeleteFunc(lines, func(l cell.Line) bool { return l.Len() == 0 })
	}
	e.wraps[key] = lines
	return lines
}

// room is the number of lines for rows.
func (e *Event) room() int {
	return max(e.frame.H-len(e.head())-e.pane, 1)
}
