package newsroom

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// Desk answers from invented events, padded with as many plain articles as are
// asked for.
type Desk struct {
	Title   string
	Events  []model.Comparison
	Padding int           // further articles of no event
	Delay   time.Duration // before each answer
	Skips   []string
	Words   string // what About says
}

// New is the desk that tests and the demonstration share.
func New() *Desk {
	return &Desk{
		Title:  "sample",
		Events: []model.Comparison{Ferry(), Scripts(), Alone()},
		Skips:  []string{"old/page3.html: no text in it", "photos.zip: not a format that can be read; unpack it first"},
		Words:  "An invented sample: a ferry, a flood and a library, told by outlets that do not exist.",
	}
}

// Name is what is open.
func (d *Desk) Name() string { return d.Title }

// About tells of the corpus.
func (d *Desk) About() string { return d.Words }

// Skipped is what was not read.
func (d *Desk) Skipped() []string { return d.Skips }

// Entries is a part of the list.
func (d *Desk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	if err := d.wait(ctx); err != nil {
		return nil, 0, err
	}
	all := d.list(q)
	total := len(all) + d.plain(q)
	var page []ui.Entry
	for i := from; i < min(from+count, total); i++ {
		if i < len(all) {
			page = append(page, all[i])
		} else {
			page = append(page, filler(i))
		}
	}
	return page, total, nil
}

// plain is how many of the plain articles a filter leaves.
func (d *Desk) plain(q ui.Filter) int {
	if q.String() != "" || q.Events {
		return 0
	}
	return d.Padding
}

func filler(i int) ui.Entry {
	return ui.Entry{
		ID: fmt.Sprintf("filler-%d", i), Date: model.DateOfDays(22300 - i/7), Language: "en", Outlet: "Tide Tables",
		Title: fmt.Sprintf("High water at Port Amble, table %d", i), Reports: 1,
	}
}

func (d *Desk) list(q ui.Filter) []ui.Entry {
	var all []ui.Entry
	for _, c := range d.Events {
		for i, a := range c.Articles {
			e := ui.Entry{
				ID: a.ID, Event: c.Event.ID, Date: a.Date, DateBasis: a.DateBasis, Language: a.Language, Outlet: a.Outlet,
				Title: a.Title, Reports: len(c.Articles), Conflicts: c.Event.Conflicts, Outlets: c.Event.Outlets, Articles: c.Event.Articles,
			}
			if !matches(q, c, a) {
				continue
			}
			if q.Events {
				if i > 0 {
					continue
				}
				e.Title, e.Outlet, e.Language = c.Event.Title, "", strings.Join(c.Event.Languages, " ")
			}
			all = append(all, e)
		}
	}
	order := map[ui.Sort]func(x, y ui.Entry) int{
		ui.ByDate:      func(x, y ui.Entry) int { return strings.Compare(sortKey(y.Date), sortKey(x.Date)) },
		ui.ByOutlet:    func(x, y ui.Entry) int { return strings.Compare(x.Outlet, y.Outlet) },
		ui.ByLanguage:  func(x, y ui.Entry) int { return strings.Compare(x.Language, y.Language) },
		ui.ByConflicts: func(x, y ui.Entry) int { return y.Conflicts - x.Conflicts },
		ui.ByTitle:     func(x, y ui.Entry) int { return strings.Compare(x.Title, y.Title) },
	}
	slices.SortStableFunc(all, order[q.Sort])
	return all
}

// Counts counts what the list has.
func (d *Desk) Counts(ctx context.Context, q ui.Filter) (ui.Counts, error) {
	if err := d.wait(ctx); err != nil {
		return ui.Counts{}, err
	}
	var c ui.Counts
	q.Sort = ui.ByDate
	for _, e := range d.list(q) {
		c.Days = tally(c.Days, sortKey(model.Date{Year: e.Date.Year, Month: e.Date.Month, Day: e.Date.Day}))
		c.Dates = tally(c.Dates, sortKey(model.Date{Year: e.Date.Year, Month: e.Date.Month, Day: e.Date.Day}))
		c.Outlets = tally(c.Outlets, e.Outlet)
		c.Languages = tally(c.Languages, e.Language)
		if query.Unsure(e.Date) {
			c.Unsure++
		}
	}
	for i := range d.plain(q) {
		day := filler(i + len(d.list(q))).Date.String()
		c.Days, c.Dates = tally(c.Days, day), tally(c.Dates, day)
	}
	for _, e := range d.Events {
		for _, k := range e.Conflicts {
			c.Kinds = tally(c.Kinds, string(k.Kind))
		}
	}
	return c, nil
}

// tally counts a value.
func tally(list []ui.Count, v string) []ui.Count {
	if n := len(list) - 1; n >= 0 && list[n].Value == v {
		list[n].N++
		return list
	}
	if i := slices.IndexFunc(list, func(c ui.Count) bool { return c.Value == v }); i >= 0 {
		list[i].N++
		return list
	}
	return append(list, ui.Count{Value: v, N: 1})
}

// sortKey puts dates without a year last.
func sortKey(d model.Date) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}

func matches(q ui.Filter, c model.Comparison, a model.Article) bool {
	kinds := q.Kinds
	q.Kinds = nil
	has := func(k model.Conflict) bool { return slices.Contains(kinds, k.Kind) }
	return q.Matcher()(&a) && (len(kinds) == 0 || slices.ContainsFunc(c.Conflicts, has))
}

// Article is an article by its ID.
func (d *Desk) Article(ctx context.Context, id string) (model.Article, error) {
	if err := d.wait(ctx); err != nil {
		return model.Article{}, err
	}
	for _, c := range d.Events {
		for _, a := range c.Articles {
			if a.ID == id {
				return a, nil
			}
		}
	}
	if strings.HasPrefix(id, "filler-") {
		text := "High water at Port Amble\n\n" + strings.Repeat("The tide comes in twice a day and goes out again. ", 400)
		return model.Article{ID: id, Title: text[:24], Text: text, Body: 26, Language: "en", Outlet: "Tide Tables"}, nil
	}
	return model.Article{}, fmt.Errorf("article %s: not in this corpus", id)
}

// Event is an event by its ID.
func (d *Desk) Event(ctx context.Context, id string) (model.Comparison, error) {
	if err := d.wait(ctx); err != nil {
		return model.Comparison{}, err
	}
	for _, c := range d.Events {
		if c.Event.ID == id {
			return c, nil
		}
	}
	return model.Comparison{}, fmt.Errorf("event %s: not in this corpus", id)
}

func (d *Desk) wait(ctx context.Context) error {
	if d.Delay == 0 {
		return ctx.Err()
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d.Delay):
		return nil
	}
}
