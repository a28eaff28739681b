package screen

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"parallax/model"
	"parallax/ui/safe"
)

// admitArticle makes what is shown of an article harmless. Offsets into its
// text hold.
func admitArticle(a model.Article) model.Article {
	a.Text = safe.Text(a.Text)
	a.Title = a.Text[:within(model.Span{End: len(a.Title)}, a.Text).End]
	a.Body = within(model.Span{Start: a.Body, End: len(a.Text)}, a.Text).Start
	a.Language = safe.Field(a.Language)
	a.Outlet = safe.Field(outletName(&a))
	a.Agencies = safe.Fields(a.Agencies)
	a.Authors = safe.Fields(a.Authors)
	a.URL = safe.Field(a.URL)
	a.DateBasis = safe.Field(a.DateBasis)
	return a
}

// outletName is the outlet of an article or, where it is not known, what tells
// it from others best: the host of its address, the name of its file.
func outletName(a *model.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	if u, err := url.Parse(a.URL); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Host, "www.")
	}
	if name := path.Base(a.Source); a.Source != "" && name != "/" {
		return name
	}
	return "unknown outlet"
}

// labels are the names of articles in one event: their outlets, numbered where
// several go by one name.
func labels(articles []model.Article) []string {
	count, nth := map[string]int{}, map[string]int{}
	for _, a := range articles {
		count[a.Outlet]++
	}
	names := make([]string, len(articles))
	for i, a := range articles {
		names[i] = a.Outlet
		if count[a.Outlet] > 1 {
			nth[a.Outlet]++
			names[i] = fmt.Sprintf("%s (%d)", a.Outlet, nth[a.Outlet])
		}
	}
	return names
}

// admitComparison makes what is shown of an event harmless, and puts right what
// would not hold together: cells of no article, spans outside their text.
func admitComparison(c model.Comparison) model.Comparison {
	c.Event.Title = safe.Field(c.Event.Title)
	c.Event.Languages = safe.Fields(c.Event.Languages)
	c.Event.Why = safe.Fields(c.Event.Why)
	articles := make([]model.Article, len(c.Articles))
	texts := map[string]string{}
	for i, a := range c.Articles {
		articles[i] = admitArticle(a)
		texts[a.ID] = articles[i].Text
	}
	c.Articles = articles
	c.Rows = admitRows(c.Rows, articles)
	c.Conflicts, c.Within = admitConflicts(c.Conflicts, texts), admitConflicts(c.Within, texts)
	differences := make([]model.Difference, len(c.Differences))
	for i, d := range c.Differences {
		d.Kind, d.Outcome, d.Why = model.Kind(safe.Field(string(d.Kind))), model.Outcome(safe.Field(string(d.Outcome))), safe.Field(d.Why)
		d.A, d.B = admitSide(d.A, texts), admitSide(d.B, texts)
		differences[i] = d
	}
	c.Differences = differences
	return c
}

func admitConflicts(conflicts []model.Conflict, texts map[string]string) []model.Conflict {
	admitted := make([]model.Conflict, len(conflicts))
	for i, k := range conflicts {
		k.Kind, k.Strength = model.Kind(safe.Field(string(k.Kind))), model.Strength(safe.Field(string(k.Strength)))
		k.Why, k.Note = safe.Field(k.Why), safe.Field(k.Note)
		k.A, k.B = admitSide(k.A, texts), admitSide(k.B, texts)
		admitted[i] = k
	}
	return admitted
}

func admitRows(rows []model.Row, articles []model.Article) []model.Row {
	admitted := make([]model.Row, len(rows))
	for i, r := range rows {
		cells := make([]*model.Cell, len(articles))
		for j := range min(len(articles), len(r.Cells)) {
			if r.Cells[j] == nil {
				continue
			}
			span := within(r.Cells[j].Span, articles[j].Text)
			cells[j] = &model.Cell{Article: articles[j].ID, Span: span, Text: span.Of(articles[j].Text)}
		}
		r.Cells = cells
		admitted[i] = r
	}
	return admitted
}

func admitSide(s model.Side, texts map[string]string) model.Side {
	text := texts[s.Article]
	s.Span, s.Mark = within(s.Span, text), within(s.Mark, text)
	s.Text = s.Span.Of(text)
	return s
}
