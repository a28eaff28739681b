package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// lookAt remembers the events of a page that nobody has compared: they are the next.
func (s *shelfDesk) lookAt(page []library.Listed) {
	open := slices.DeleteFunc(slices.Clone(page), func(e library.Listed) bool { return e.Counted || len(e.Articles) < 2 })
	slices.SortFunc(open, func(a, b library.Listed) int { return -cmpDates(a.Date, b.Date) })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open = open
}

func cmpDates(a, b model.Date) int {
	switch x, y := dayKey(a), dayKey(b); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// Counts is how many entries of the list have what. For a while it compares events
// that nobody has compared: those of the page that is looked at, and where the list
// hangs on conflicts all others that may be in it.
func (s *shelfDesk) Counts(ctx context.Context, q ui.Filter) (c ui.Counts, err error) {
	all := q.OfConflicts() || q.Sort == ui.ByConflicts
	c.More, err = s.compareSome(ctx, q.Query, all)
	if err != nil {
		return c, err
	}
	days, _, err := s.lib.Days(ctx, q.Query, versionText(), q.Events)
	if err != nil {
		return c, err
	}
	c.Days = counted(days)
	wide := q.Query
	wide.Since, wide.Until, wide.Unsure = model.Date{}, model.Date{}, false
	if days, c.Unsure, err = s.lib.Days(ctx, wide, versionText(), q.Events); err != nil {
		return c, err
	}
	c.Dates = counted(days)
	wide = q.Query
	wide.Languages = nil
	if days, err = s.lib.Tally(ctx, wide, library.Languages, versionText(), q.Events); err != nil {
		return c, err
	}
	c.Languages = counted(days)
	wide = q.Query
	wide.Outlets = nil
	if days, err = s.lib.Tally(ctx, wide, library.Outlets, versionText(), q.Events); err != nil {
		return c, err
	}
	c.Outlets = counted(days)
	return c, s.countTraits(ctx, &c, q)
}

func counted(list []library.Count) []ui.Count {
	out := make([]ui.Count, len(list))
	for i, c := range list {
		out[i] = ui.Count{Value: c.Value, N: c.N}
	}
	return out
}

// countTraits counts the entries whose event has a conflict of a kind or with a
// verdict, of the events that are compared.
func (s *shelfDesk) countTraits(ctx context.Context, c *ui.Counts, q ui.Filter) error {
	counts, compared, all, err := s.lib.Traits(ctx, q.Query, versionText(), q.Events)
	if err != nil {
		return err
	}
	c.Compared, c.Events = compared, all
	kinds, verdicts := map[string]int{}, map[string]int{}
	for _, f := range counts {
		seen := map[string]bool{}
		for _, t := range f.Traits {
			for _, of := range []struct {
				value string
				in    map[string]int
				shown bool
			}{{string(t.Kind), kinds, t.Verdict != model.Dismissed}, {string(t.Verdict), verdicts, true}} {
				if of.shown && !seen[of.value] {
					seen[of.value] = true
					of.in[of.value] += f.N
				}
			}
		}
	}
	c.Kinds, c.Verdicts = mostFirst(kinds), mostFirst(verdicts)
	return nil
}

// atOnce is how many events are compared between two looks at the clock.
const atOnce = 4

// searchTime is how long events are compared between two answers where the list
// hangs on what is found.
const searchTime = 1500 * time.Millisecond

// compareSome compares events for a while, those of the page that is looked at
// first, then with all any that a query asks for. It reports whether some are left.
func (s *shelfDesk) compareSome(ctx context.Context, q query.Query, all bool) (more bool, err error) {
	patience := countTime
	if all {
		patience = searchTime
	}
	for until := time.Now().Add(patience); ; {
		next, err := s.nextOpen(ctx, q, all)
		if err != nil || len(next) == 0 {
			return false, err
		}
		if !time.Now().Before(until) || s.opening.Load() > 0 {
			return true, nil
		}
		s.mu.Lock()
		known, edits := &reading{work: s.known.work, dictionaries: s.known.dictionaries}, s.edits.Load()
		s.mu.Unlock()
		found, err := countKept(ctx, s.lib, known, next, func() bool { return s.edits.Load() == edits })
		if err != nil {
			return false, err
		}
		if err := s.keepCounts(ctx, found); err != nil {
			return errors.Is(err, context.DeadlineExceeded), ctx.Err() // the list can do without
		}
		s.done(next)
	}
}

// writeWait is how long the reader waits for another program that is writing, while
// nothing else is read.
const writeWait = 100 * time.Millisecond

// keepCounts keeps what was found in events, unless another program is writing.
func (s *shelfDesk) keepCounts(ctx context.Context, found map[string]library.Found) error {
	short, done := context.WithTimeout(ctx, writeWait)
	defer done()
	return s.lib.CountConflicts(short, versionText(), found)
}

// nextOpen is the next events to compare.
func (s *shelfDesk) nextOpen(ctx context.Context, q query.Query, all bool) ([]library.Listed, error) {
	s.mu.Lock()
	next := slices.Clone(s.open[:min(len(s.open), atOnce)])
	s.mu.Unlock()
	if len(next) == 0 && all {
		return s.lib.Uncounted(ctx, q, versionText(), atOnce)
	}
	return next, nil
}

// done takes compared events out of those of the page.
func (s *shelfDesk) done(compared []library.Listed) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open = slices.DeleteFunc(slices.Clone(s.open), func(e library.Listed) bool {
		return slices.ContainsFunc(compared, func(c library.Listed) bool { return c.ID == e.ID })
	})
}
