package main

import (
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
	articles []ui.Entry     // newest first, undated last
	gathered []ui.Entry     // one an event

	mu       sync.Mutex
	compared map[int]model.Comparison
	sought   sought
}

func newDesk(name, about string, r *reading) *desk {
	d := &desk{name: name, about: about, reading: r, eventOf: map[string]int{}, byEvent: map[string]int{}, byID: map[string]int{}, compared: map[int]model.Comparison{}}
	for i := range r.articles {
		d.byID[r.articles[i].ID] = i
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

func (d *desk) eventEntry(e int) ui.Entry {
	ev := d.events[e].event
	return ui.Entry{
		ID: ev.Articles[0], Event: ev.ID, Date: ev.Date, Language: strings.Join(ev.Languages, " "), Title: ev.Title,
		Reports: len(ev.Articles), Outlets: ev.Outlets, Articles: ev.Articles,
	}
}

func (d *desk) articleEntry(a *model.Article) ui.Entry {
	e := d.eventOf[a.ID]
	ev := d.events[e].event
	return ui.Entry{
		ID: a.ID, Event: ev.ID, Date: a.Date, DateBasis: a.DateBasis, Language: a.Language, Outlet: a.Outlet, Title: a.Title,
		Reports: len(ev.Articles), Outlets: ev.Outlets, Articles: ev.Articles,
	}
}

// comparison is an event side by side, worked out once, with conflicts of every
// strength: which of them are shown is up to the reader.
func (d *desk) comparison(e int) model.Comparison {
	c, ok := d.known(e)
	if !ok {
		c = d.sideBySide(d.events[e]) // two at a time may do the same, to the same end
		d.mu.Lock()
		d.work.Recall(c.Conflicts)
		d.compared[e] = c
		d.mu.Unlock()
	}
	return c
}

// known is an event side by side if it was compared.
func (d *desk) known(e int) (c model.Comparison, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c, ok = d.compared[e]
	return c, ok
}

// Name is what is open.
func (d *desk) Name() string { return d.name }

// About says what is open.
func (d *desk) About() string { return d.about }

// Entries lists articles or events. Events are compared when a line of theirs is
// first asked for, so that opening a corpus does not wait for all of it.
func (d *desk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	found, err := d.found(ctx, q)
	if err != nil {
		return nil, 0, err
	}
	if err := d.order(ctx, found, q.Sort); err != nil {
		return nil, 0, err
	}
	from = min(max(from, 0), len(found))
	page := slices.Clone(found[from:min(from+count, len(found))])
	for i := range page {
		if page[i].Conflicts, err = d.disputesOf(ctx, page[i]); err != nil {
			return nil, 0, err
		}
	}
	return page, len(found), nil
}

// disputesOf is how many disputes the event of an entry has.
func (d *desk) disputesOf(ctx context.Context, e ui.Entry) (int, error) {
	if e.Reports < 2 {
		return 0, nil
	}
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	c := d.comparison(d.byEvent[e.Event])
	return disputes(shown(c.Conflicts, false)), nil
}

// Article is the article of an ID.
func (d *desk) Article(_ context.Context, id string) (model.Article, error) {
	i, ok := d.byID[id]
	if !ok {
		return model.Article{}, fmt.Errorf("no article %q", id)
	}
	return d.reading.articles[i], nil
}

// Event is an event side by side: that of an ID, or the one of an article.
func (d *desk) Event(_ context.Context, id string) (model.Comparison, error) {
	e, ok := d.byEvent[id]
	if !ok {
		e, ok = d.eventOf[id]
	}
	if !ok {
		h, err := d.event(id) // by the beginning of its ID
		if err != nil {
			return model.Comparison{}, err
		}
		e = d.byEvent[h.event.ID]
	}
	return d.comparison(e), nil
}

// Gloss is what a word means, as far as dictionaries on the machine tell.
func (d *desk) Gloss(_ context.Context, word, from, to string) []string {
	return d.dictionaries.Gloss(word, from, to)
}

// Skipped lists what was not read and why.
func (d *desk) Skipped() []string {
	out := make([]string, len(d.skipped))
	for i, s := range d.skipped {
		out[i] = skipLine(s)
	}
	return out
}
