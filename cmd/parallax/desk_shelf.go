package main

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/ui"
)

// maxDesk is how many articles of a library the reader holds in memory, where it
// can sort and count by conflict; a larger one is read page by page.
const maxDesk = 2000

// shelfDesk answers the reader's screens from a library of any size: what is on
// the screen is in memory, and what was compared last.
type shelfDesk struct {
	lib  *library.Library
	name string

	edits   atomic.Int64 // counts what the reader does
	opening atomic.Int64 // events that are being opened, for which all else waits

	mu       sync.Mutex
	known    reading // the reader's work and the dictionaries
	compared map[string]model.Comparison
	recent   []string         // IDs of compared, the last last
	open     []library.Listed // events of the page last asked for that nobody has counted
}

// maxCompared is how many comparisons are kept.
const maxCompared = 30

var (
	_ ui.Desk     = (*shelfDesk)(nil)
	_ ui.Notebook = (*shelfDesk)(nil)
)

// newShelfDesk is the desk of an open library.
func newShelfDesk(ctx context.Context, l *limits, lib *library.Library) (*shelfDesk, error) {
	work, err := lib.Work(ctx)
	if err != nil {
		return nil, err
	}
	return &shelfDesk{lib: lib, name: l.path(), known: reading{work: work, dictionaries: l.dictionaries()}, compared: map[string]model.Comparison{}}, nil
}

// Name is what is open.
func (s *shelfDesk) Name() string { return s.name }

// About says what is open.
func (s *shelfDesk) About() string { return "" }

// Skipped is what was not read: parallax doctor tells it of a library.
func (s *shelfDesk) Skipped() []string { return nil }

// Gloss is what a word means, as far as dictionaries on the machine tell.
func (s *shelfDesk) Gloss(_ context.Context, word, from, to string) []string {
	return s.known.dictionaries.Gloss(word, from, to)
}

var orders = map[ui.Sort]library.Order{
	ui.ByDate: library.Newest, ui.ByOutlet: library.ByOutlet, ui.ByLanguage: library.ByLanguage, ui.ByTitle: library.ByTitle, ui.ByConflicts: library.ByConflicts,
}

// Entries is a page of the list. What is asked of conflicts is answered by what is
// compared so far; [shelfDesk.Counts] compares more.
func (s *shelfDesk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	if q.Events {
		found, total, err := s.lib.ListEvents(ctx, q.Query, orders[q.Sort], versionText(), from, count)
		page := make([]ui.Entry, len(found))
		for i, e := range found {
			page[i] = eventLine(e)
		}
		s.lookAt(found)
		return page, total, err
	}
	found, total, err := s.lib.List(ctx, q.Query, orders[q.Sort], versionText(), from, count)
	if err != nil {
		return nil, 0, err
	}
	ids := make([]string, len(found))
	for i, a := range found {
		ids[i] = a.ID
	}
	events, err := s.lib.EventsOf(ctx, ids, versionText())
	s.lookAt(slices.Collect(maps.Values(events)))
	page := make([]ui.Entry, len(found))
	for i, a := range found {
		page[i] = ui.Entry{ID: a.ID, Date: a.Date, DateBasis: a.DateBasis, Language: a.Language, Outlet: a.Outlet, Title: a.Title, Reports: 1}
		if e, grouped := events[a.ID]; grouped {
			page[i].Event, page[i].Reports, page[i].Conflicts = e.ID, len(e.Articles), e.Conflicts
			page[i].Outlets, page[i].Articles, page[i].Uncounted = e.Outlets, e.Articles, !e.Counted && len(e.Articles) > 1
		}
	}
	return page, total, err
}

func eventLine(e library.Listed) ui.Entry {
	line := ui.Entry{
		Event: e.ID, Date: e.Date, Language: strings.Join(e.Languages, " "), Title: e.Title,
		Reports: len(e.Articles), Conflicts: e.Conflicts, Outlets: e.Outlets, Articles: e.Articles,
		Uncounted: !e.Counted && len(e.Articles) > 1,
	}
	if len(e.Articles) > 0 {
		line.ID = e.Articles[0]
	}
	return line
}

// Article is the article of an ID.
func (s *shelfDesk) Article(ctx context.Context, id string) (model.Article, error) {
	a, _, err := s.lib.Article(ctx, id)
	return a, err
}

// Event is an event side by side: that of an ID or of the beginning of one, or the
// one of an article.
func (s *shelfDesk) Event(ctx context.Context, id string) (model.Comparison, error) {
	s.opening.Add(1)
	defer s.opening.Add(-1)
	e, err := s.lib.Event(ctx, id, versionText())
	if err != nil {
		e, err = s.lib.EventOf(ctx, id, versionText())
	}
	if err != nil {
		e, err = keptEvent(ctx, s.lib, id)
	}
	if err != nil {
		return model.Comparison{}, err
	}
	return s.comparison(ctx, e)
}

// comparison compares the reports of an event, if it was not compared lately.
func (s *shelfDesk) comparison(ctx context.Context, e library.Listed) (model.Comparison, error) {
	s.mu.Lock()
	c, ok := s.compared[e.ID]
	s.mu.Unlock()
	if ok {
		return c, nil
	}
	r, h, err := (&reading{dictionaries: s.known.dictionaries}).of(ctx, s.lib, e)
	if err != nil {
		return c, err
	}
	c = r.sideBySide(h)
	s.keep(&c)
	s.mu.Lock()
	s.known.work.Recall(c.Conflicts)
	s.mu.Unlock()
	count := map[string]library.Found{e.ID: library.FoundIn(c.Conflicts, disputes(shown(c.Conflicts, false)))}
	_ = s.keepCounts(ctx, count) // the list can do without
	return c, nil
}

// keep puts the reader's verdicts on a comparison and keeps it for a while.
func (s *shelfDesk) keep(c *model.Comparison) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known.work.Recall(c.Conflicts)
	s.compared[c.Event.ID] = *c
	s.recent = append(s.recent, c.Event.ID)
	if len(s.recent) > maxCompared {
		delete(s.compared, s.recent[0])
		s.recent = s.recent[1:]
	}
}
