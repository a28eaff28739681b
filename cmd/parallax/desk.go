package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/model"
	"parallax/ui"
)

// desk answers the reader's screens from a reading held in memory.
type desk struct {
	name, about string
	*reading
	eventOf  map[string]int // article ID → index into events
	byEvent  map[string]int // event ID → index into events
	byID     map[string]int // article ID → index into articles
	folded   []string       // lower-case text of each article
	articles []ui.Entry     // newest first, undated last
	gathered []ui.Entry     // one an event

	mu       sync.Mutex
	compared map[int]model.Comparison
}

func newDesk(name, about string, r *reading) *desk {
	d := &desk{name: name, about: about, reading: r, eventOf: map[string]int{}, byEvent: map[string]int{}, byID: map[string]int{}, compared: map[int]model.Comparison{}}
	for i := range r.articles {
		d.byID[r.articles[i].ID] = i
		d.folded = append(d.folded, strings.ToLower(r.articles[i].Text))
	}
	for e, h := range r.events {
		d.byEvent[h.event.ID] = e
		for _, m := range h.members {
			d.eventOf[r.articles[m].ID] = e
		}
		d.gathered = append(d.gathered, d.eventEntry(e))
	}
	for i := range r.articles {
		d.articles = append(d.articles, d.articleEntry(&r.articles[i]))
	}
	slices.SortStableFunc(d.gathered, newestFirst)
	slices.SortStableFunc(d.articles, newestFirst)
	return d
}

func newestFirst(a, b ui.Entry) int { return cmp.Compare(dayKey(b.Date), dayKey(a.Date)) }

// dayKey orders dates; an unknown year or date comes before all others.
func dayKey(d model.Date) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}

func (d *desk) eventEntry(e int) ui.Entry {
	ev := d.events[e].event
	return ui.Entry{
		ID: ev.Articles[0], Event: ev.ID, Date: ev.Date, Language: strings.Join(ev.Languages, " "), Title: ev.Title,
		Reports: len(ev.Articles), Outlets: ev.Outlets,
	}
}

func (d *desk) articleEntry(a *model.Article) ui.Entry {
	e := d.eventOf[a.ID]
	ev := d.events[e].event
	return ui.Entry{
		ID: a.ID, Event: ev.ID, Date: a.Date, DateBasis: a.DateBasis, Language: a.Language, Outlet: a.Outlet, Title: a.Title,
		Reports: len(ev.Articles), Outlets: ev.Outlets,
	}
}

// comparison is an event side by side, worked out once, with conflicts of every
// strength: which of them are shown is up to the reader.
func (d *desk) comparison(e int) model.Comparison {
	d.mu.Lock()
	defer d.mu.Unlock()
	c, ok := d.compared[e]
	if !ok {
		c = d.compare(d.events[e])
		d.compared[e] = c
	}
	return c
}

// Name is what is open.
func (d *desk) Name() string { return d.name }

// About says what is open.
func (d *desk) About() string { return d.about }

// Entries lists articles or events. Events are compared when a line of theirs is
// first asked for, so that opening a corpus does not wait for all of it.
func (d *desk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	all := d.articles
	if q.Events {
		all = d.gathered
	}
	var found []ui.Entry
	for _, e := range all {
		if d.passes(e, q) {
			found = append(found, e)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	from = min(max(from, 0), len(found))
	page := slices.Clone(found[from:min(from+count, len(found))])
	for i := range page {
		if page[i].Reports > 1 {
			c := d.comparison(d.byEvent[page[i].Event])
			page[i].Conflicts = disputes(shown(c.Conflicts, false))
		}
	}
	return page, len(found), ctx.Err()
}

func (d *desk) passes(e ui.Entry, q ui.Filter) bool {
	members := []int{d.byID[e.ID]}
	if q.Events {
		members = d.events[d.byEvent[e.Event]].members
	}
	return slices.ContainsFunc(members, func(m int) bool { return d.articlePasses(m, q) })
}

func (d *desk) articlePasses(m int, q ui.Filter) bool {
	a := &d.reading.articles[m]
	if len(q.Languages) > 0 && !slices.Contains(q.Languages, a.Language) {
		return false
	}
	if len(q.Outlets) > 0 && !slices.ContainsFunc(q.Outlets, func(o string) bool { return strings.Contains(strings.ToLower(a.Outlet), strings.ToLower(o)) }) {
		return false
	}
	for _, w := range q.Words {
		if !strings.Contains(d.folded[m], strings.ToLower(w)) {
			return false
		}
	}
	return !dayBefore(a.Date, q.Since) && !dayBefore(q.Until, a.Date)
}

// dayBefore reports whether a lies before b by what both know.
func dayBefore(a, b model.Date) bool {
	x, okX := a.Days()
	y, okY := b.Days()
	return okX && okY && x < y || b.Full() && a.Year != 0 && a.Year < b.Year || a.Full() && b.Year != 0 && a.Year < b.Year
}

// Article is the article of an ID.
func (d *desk) Article(_ context.Context, id string) (model.Article, error) {
	i, ok := d.byID[id]
	if !ok {
		return model.Article{}, fmt.Errorf("no article %q", id)
	}
	return d.reading.articles[i], nil
}

// Event is an event side by side.
func (d *desk) Event(_ context.Context, id string) (model.Comparison, error) {
	e, ok := d.byEvent[id]
	if !ok {
		return model.Comparison{}, fmt.Errorf("no event %q", id)
	}
	return d.comparison(e), nil
}

// Skipped lists what was not read and why.
func (d *desk) Skipped() []string {
	out := make([]string, len(d.skipped))
	for i, s := range d.skipped {
		out[i] = skipLine(s)
	}
	return out
}
