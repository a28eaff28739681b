package screen

import (
	"slices"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/safe"
	"parallax/ui/theme"
)

// Item is a line of a [Page]: a heading where it has no words, else words with
// a label before them.
type Item struct{ Label, Words string }

// Page is a screen of lines to look something up in, such as the help. A search leaves only what it finds.
type Page struct {
	frame Frame
	title string
	items []Item
	query string
	top   int
	lines []string
}

// NewPage is a page of items.
func NewPage(title string, items []Item) *Page {
	p := &Page{title: safe.Field(title)}
	for _, it := range items {
		p.items = append(p.items, Item{safe.Field(it.Label), safe.Field(it.Words)})
	}
	return p
}

// Fit gives the screen its frame.
func (p *Page) Fit(f Frame) {
	p.frame = f
	p.lay()
}

// Search shows only the items in which query stands; "" shows all.
func (p *Page) Search(query string) {
	p.query, p.top = query, 0
	p.lay()
}

// Searching reports whether a search is on.
func (p *Page) Searching() bool { return p.query != "" }

// Move scrolls by n lines.
func (p *Page) Move(n int) { p.top = max(0, min(p.top+n, len(p.lines)-p.room())) }

// Page scrolls by n screens.
func (p *Page) Page(n int) { p.Move(n * max(1, p.room()-2)) }

// Edge scrolls to the beginning or the end.
func (p *Page) Edge(last bool) {
	p.top = 0
	if last {
		p.Move(len(p.lines))
	}
}

func (p *Page) room() int { return max(p.frame.H-2, 1) }

// lay wraps the items that are shown.
func (p *Page) lay() {
	p.lines = nil
	heading, labels := "", p.labelWidth()
	for _, it := range p.items {
		switch {
		case it.Words == "" && p.query == "" && len(p.lines) > 0:
			p.lines = append(p.lines, "", p.heading(it.Label))
		case it.Words == "" && p.query == "":
			p.lines = append(p.lines, p.heading(it.Label))
		case it.Words == "":
			heading = it.Label
		case p.found(it):
			if heading != "" {
				p.lines = append(p.lines, p.heading(heading))
				heading = ""
			}
			p.lines = append(p.lines, p.item(it, labels)...)
		}
	}
	p.Move(0)
}

func (p *Page) heading(s string) string {
	return " " + p.frame.Look.Paint(theme.Strong, p.frame.Cells.Cut(s, p.frame.W-1))
}

func (p *Page) found(it Item) bool {
	text := it.Label + "\n" + it.Words
	return p.query == "" || len(find(nil, text, whole(text), p.query)) > 0
}

// maxLabel is the cells of the widest label that words stand beside.
const maxLabel = 24

// labelWidth is the cells of the column of labels, with a gap behind it.
func (p *Page) labelWidth() int {
	width := 0
	for _, it := range p.items {
		if w := p.frame.Cells.Width(it.Label); it.Words != "" && w <= maxLabel {
			width = max(width, w+2)
		}
	}
	if width > p.frame.W/2 {
		return 0
	}
	return width
}

// item is the lines of an item: its words hanging beside its label, or below
// it where there is little room.
func (p *Page) item(it Item, labels int) []string {
	f := p.frame
	beside := it.Label != "" && f.Cells.Width(it.Label) < labels
	if it.Label == "" {
		labels = 0
	}
	indent := 3 + labels
	if it.Label != "" && !beside {
		indent = 6
	}
	var lines []string
	for _, l := range f.wrapped(it.Words, max(f.W-indent-1, 1), f.H) {
		lines = append(lines, cell.Blank(indent)+l)
	}
	switch {
	case beside:
		pad := cell.Blank(labels - f.Cells.Width(it.Label))
		lines[0] = "   " + f.Look.Paint(theme.Key, it.Label) + pad + lines[0][indent:]
	case it.Label != "":
		label := f.wrapped(it.Label, max(f.W-4, 1), f.H)
		for i, l := range label {
			label[i] = "   " + f.Look.Paint(theme.Key, l)
		}
		lines = append(label, lines...)
	}
	return lines
}

// Render draws the page.
func (p *Page) Render() []string {
	f := p.frame
	status := progress(p.top+p.room(), len(p.lines))
	if p.query != "" {
		status = "only “" + p.query + "” · esc shows all"
	} else if len(p.lines) <= p.room() {
		status = ""
	}
	lines := []string{f.bar(p.title, theme.Title, status, theme.Faint), f.rule()}
	if len(p.lines) == 0 {
		lines = f.message(lines, []string{"Nothing here."})
	}
	lines = append(lines, p.lines[min(p.top, len(p.lines)):]...)
	return f.fill(lines)
}

// Help is the table of keys as items, those of one screen first.
func Help(table keys.Table, here keys.Place) []Item {
	places := []struct {
		place keys.Place
		name  string
	}{{keys.Browse, "In the list"}, {keys.FacetPane, "In the facets"}, {keys.Event, "Side by side"}, {keys.Matrix, "In the facts of an event"}, {keys.Article, "In an article"}}
	slices.SortStableFunc(places, func(x, y struct {
		place keys.Place
		name  string
	}) int {
		return int(y.place&here) - int(x.place&here)
	})
	var items []Item
	for _, s := range places {
		items = append(items, Item{Label: s.name})
		for _, b := range table.On(s.place) {
			if b.Where != keys.Everywhere {
				items = append(items, Item{strings.Join(b.Keys, "  "), b.Does})
			}
		}
	}
	items = append(items, Item{Label: "Everywhere"})
	for _, b := range table {
		if b.Where == keys.Everywhere {
			items = append(items, Item{strings.Join(b.Keys, "  "), b.Does})
		}
	}
	return append(items, legend()...)
}

// legend is the signs and what they say.
func legend() []Item {
	return []Item{
		{Label: "Signs"},
		{glyphClash, "conflict: the marked words cannot both be true; parallax never says which are"},
		{glyphSame, "the same claim in other words"},
		{glyphOnly, "only one outlet says this"},
		{glyphUnsure, "not sure: the same subject, or a conflict that is only possible"},
		{glyphGap, "a gap: this outlet says nothing on it"},
		{glyphAsserts + "  " + glyphDenies, "in the facts: asserts it; denies it. Voices that print one text or rest on one agency count once"},
		{glyphFolded + "  " + glyphOpen + "  " + glyphChosen, "in the facets: more below, unfolded, asked for by the filter"},
		{glyphMarked + "  " + glyphBookmarked + "  " + glyphNoted, "marked, bookmarked, noted by you"},
		{glyphPicked, "the selected row"},
		{glyphFocus, "the outlet that copy, original and zoom take"},
		{"▮▯", "the rows, full where there is a conflict"},
		{glyphDense + "  " + glyphHere, "in the right margin: where conflicts are in all rows, and what is on the screen"},
		{glyphUncounted, "in the list: these reports are not compared yet"},
		{"strong likely", "how sure it is that both cannot be true"},
		{"July 2017?", "a date that is not sure, or not whole; the article says what it rests on"},
	}
}
