package newsroom

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/model"
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
	plain := d.Padding
	if len(q.Words)+len(q.Languages)+len(q.Outlets) > 0 || q.Events {
		plain = 0
	}
	total := len(all) + plain
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
				Title: a.Title, Reports: len(c.Articles), Conflicts: c.Event.Conflicts, Outlets: c.Event.Outlets,
			}
			if !matches(q, a) {
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
	slices.SortStableFunc(all, func(x, y ui.Entry) int { return strings.Compare(sortKey(y.Date), sortKey(x.Date)) })
	return all
}

// sortKey puts dates without a year last.
func sortKey(d model.Date) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}

func matches(q ui.Filter, a model.Article) bool {
	if len(q.Languages) > 0 && !slices.Contains(q.Languages, a.Language) {
		return false
	}
	if len(q.Outlets) > 0 && !slices.Contains(q.Outlets, a.Outlet) {
		return false
	}
	for _, w := range q.Words {
		if !strings.Contains(strings.ToLower(a.Text), strings.ToLower(w)) {
			return false
		}
	}
	return true
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
