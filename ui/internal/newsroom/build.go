// Package newsroom is an invented corpus for tests of the reader and for trying
// it by hand: a ferry that catches fire, told by outlets that do not exist.
package newsroom

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"parallax/model"
)

// report is an article to be built; its text comes from the rows.
type report struct {
	id, outlet, language, url, basis string
	date                             model.Date
	authors                          []string
}

// row is a claim: a passage an article in the order of the reports, "" for a
// gap. Words in dispute stand as [[key:words]]; the first row is the headlines.
type row struct {
	relation model.Relation
	cells    []string
}

// ruling is what is said of a dispute, by its key.
type ruling struct {
	kind     model.Kind
	strength model.Strength
	why      string
}

var tag = regexp.MustCompile(`\[\[(\w+):([^\]]*)\]\]`)

// build makes a comparison of reports, rows and rulings.
func build(event, title string, reports []report, rows []row, rulings map[string]ruling) model.Comparison {
	c := model.Comparison{Rows: make([]model.Row, len(rows))}
	marks := map[string][]model.Side{}
	rowsOf := map[string][]int{}
	for j, r := range reports {
		c.Articles = append(c.Articles, write(c.Rows, rows, j, r, marks, rowsOf))
	}
	for i, r := range rows {
		c.Rows[i].Relation = r.relation
	}
	c.Event = model.Event{ID: event, Title: title, Date: reports[0].date, Why: []string{"same ship, same day, same port"}}
	for _, a := range c.Articles {
		c.Event.Articles = append(c.Event.Articles, a.ID)
		c.Event.Outlets = append(c.Event.Outlets, a.Outlet)
		if !slices.Contains(c.Event.Languages, a.Language) {
			c.Event.Languages = append(c.Event.Languages, a.Language)
		}
	}
	slices.Sort(c.Event.Languages)
	c.Conflicts = clashes(event, marks, rulings)
	for _, k := range c.Conflicts {
		for _, i := range slices.Compact(slices.Clone(rowsOf[k.Dispute])) {
			if !slices.Contains(c.Rows[i].Conflicts, k.ID) {
				c.Rows[i].Conflicts = append(c.Rows[i].Conflicts, k.ID)
			}
		}
	}
	for _, r := range rulings {
		if r.strength != model.Possible {
			c.Event.Conflicts++
		}
	}
	return c
}

// write makes article j and fills its cells.
func write(into []model.Row, rows []row, j int, r report, marks map[string][]model.Side, rowsOf map[string][]int) model.Article {
	var text strings.Builder
	a := model.Article{ID: r.id, Outlet: r.outlet, Language: r.language, URL: r.url, Date: r.date, DateBasis: r.basis, Authors: r.authors}
	var sides []model.Side
	var keys []string
	for i, row := range rows {
		into[i].Cells = append(into[i].Cells, nil)
		if row.cells[j] == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString([]string{" ", "\n\n"}[b2i(i%3 == 1 || a.Body == 0)])
		}
		if i > 0 && a.Body == 0 {
			a.Body = text.Len()
		}
		start := text.Len()
		plain, spans, found := untag(row.cells[j])
		text.WriteString(plain)
		span := model.Span{Start: start, End: text.Len()}
		into[i].Cells[j] = &model.Cell{Article: r.id, Span: span}
		for k, s := range spans {
			sides = append(sides, model.Side{Article: r.id, Span: span, Mark: s.Shift(start)})
			keys = append(keys, found[k])
			rowsOf[found[k]] = append(rowsOf[found[k]], i)
		}
		if i == 0 {
			a.Title = plain
		}
	}
	a.Text = text.String()
	for i, row := range into {
		if held := row.Cells[j]; held != nil {
			into[i].Cells[j].Text = held.Span.Of(a.Text)
		}
	}
	for k, s := range sides {
		s.Text = s.Span.Of(a.Text)
		marks[keys[k]] = append(marks[keys[k]], s)
	}
	return a
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// untag takes the tags out of a passage.
func untag(s string) (plain string, spans []model.Span, keys []string) {
	last := 0
	for _, m := range tag.FindAllStringSubmatchIndex(s, -1) {
		plain += s[last:m[0]]
		start := len(plain)
		plain += s[m[4]:m[5]]
		spans = append(spans, model.Span{Start: start, End: len(plain)})
		keys = append(keys, s[m[2]:m[3]])
		last = m[1]
	}
	return plain + s[last:], spans, keys
}

// clashes pairs the first side of each dispute with the others.
func clashes(event string, marks map[string][]model.Side, rulings map[string]ruling) []model.Conflict {
	var list []model.Conflict
	for _, key := range slices.Sorted(mapKeys(rulings)) {
		sides := marks[key]
		for i, b := range sides[1:] {
			list = append(list, model.Conflict{
				ID: fmt.Sprintf("%s-%s-%d", event, key, i+1), Dispute: key, Event: event,
				Kind: rulings[key].kind, Strength: rulings[key].strength, Why: rulings[key].why,
				A: sides[0], B: b,
			})
		}
	}
	return list
}

func mapKeys(m map[string]ruling) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
