package screen

import (
	"parallax/model"
	"parallax/model/query"
	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// maxPeek is how many bytes of an article the preview shows.
const maxPeek = 6000

// panes are the widths of the facets, the list and the preview; 0 leaves one out.
func (b *Browse) panes() (facets, list, preview int) {
	if b.full.Tiny {
		return 0, b.full.W, 0
	}
	return layout.Lobby(b.full.W, b.faceted)
}

// beside puts the facets and the preview beside the lines of the list.
func (b *Browse) beside(list []string) []string {
	f := b.full
	left, middle, right := b.panes()
	if left == 0 && right == 0 {
		return list
	}
	var facets, peek []string
	if left > 0 {
		b.facets.fit(Frame{W: left, H: len(list), Cells: f.Cells, Look: f.Look})
		facets = b.facets.draw(b.inside)
		if middle == 0 {
			return facets
		}
	}
	if right > 0 {
		peek = b.drawPeek(Frame{W: right, H: len(list), Cells: f.Cells, Look: f.Look})
	}
	stroke := " " + f.Look.Paint(theme.Faint, "│") + " "
	for i, l := range list {
		if left > 0 {
			l = facets[i] + stroke + l
		}
		if right > 0 {
			used := f.Cells.Width(list[i])
			l += cell.Blank(middle-used) + stroke + peek[i]
		}
		list[i] = l
	}
	return list
}

// drawPeek is the selected article in its pane, as far as it is known.
func (b *Browse) drawPeek(f Frame) []string {
	e, ok := b.Picked()
	if !ok || b.peek == nil || b.peek.ID() != e.ID {
		return f.fill(nil)
	}
	b.peek.Fit(f)
	return b.peek.Render()
}

// WantsPeek is the ID of the article that the preview lacks; ok is false where
// it lacks none or there is no room for it.
func (b *Browse) WantsPeek() (id string, ok bool) {
	_, _, room := b.panes()
	e, there := b.Picked()
	return e.ID, room > 0 && there && (b.peek == nil || b.peek.ID() != e.ID)
}

// Peek puts the beginning of an article into the preview.
func (b *Browse) Peek(a model.Article) {
	if len(a.Text) > maxPeek {
		a.Text = within(model.Span{End: maxPeek}, a.Text).Of(a.Text) + " …"
	}
	b.peek = NewArticle(a, "", model.Span{})
}

// Count puts how many entries have what into the facets and the timeline. It reports
// whether more events are compared than before, of which the list may tell.
func (b *Browse) Count(c Tally) (grown bool) {
	grown = c.Compared > b.counts.Compared
	b.counts = c
	b.line = timeline{}
	b.facets.take(b.counts, b.filter.Query)
	b.scroll()
	return grown
}

// Faceted reports whether the facets are shown.
func (b *Browse) Faceted() bool { return b.faceted }

// ShowFacets shows the facets or hides them.
func (b *Browse) ShowFacets(shown bool) {
	b.faceted = shown
	b.EnterFacets(shown)
	b.Fit(b.full)
}

// EnterFacets gives keys to the facets, or to the list.
func (b *Browse) EnterFacets(inside bool) { b.inside = inside }

// FacetsAlone reports whether the facets take the place of the list.
func (b *Browse) FacetsAlone() bool {
	_, list, _ := b.panes()
	return list == 0
}

// MoveFacet selects the facet n further down.
func (b *Browse) MoveFacet(n int) { b.facets.move(n) }

// PageFacets selects the facet n screens further down.
func (b *Browse) PageFacets(n int) { b.facets.move(n * max(b.facets.frame.H-3, 1)) }

// EdgeFacets selects the first facet or the last.
func (b *Browse) EdgeFacets(last bool) {
	b.facets.pick(0, 1)
	if last {
		b.facets.pick(len(b.facets.nodes)-1, -1)
	}
}

// Unfold shows what is below the selected date, or hides it.
func (b *Browse) Unfold(open bool) { b.facets.unfold(open) }

// Toggled is the filter with the selected facet, or without it if it is in it;
// ok is false where no filter can ask for it.
func (b *Browse) Toggled() (q query.Query, ok bool) { return b.facets.toggled() }

// Values are the values of a field of the query language in the list, most
// first.
func (b *Browse) Values(field string) []string {
	var list []Count
	switch field {
	case "lang", "language":
		list = b.counts.Languages
	case "outlet":
		list = b.counts.Outlets
	case "kind":
		list = b.counts.Kinds
	case "verdict":
		for _, v := range model.Verdicts {
			list = append(list, Count{Value: string(v)})
		}
	case "date", "since", "until":
		for _, y := range by(b.counts.dates, model.Date{}) {
			list = append(list, y.Count)
			for _, m := range by(b.counts.dates, y.date) {
				list = append(list, m.Count)
			}
		}
	}
	var out []string
	for _, c := range list {
		if c.Value != "" {
			out = append(out, c.Value)
		}
	}
	return out
}
