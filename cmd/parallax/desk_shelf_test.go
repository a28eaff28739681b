//go:build !windows

package main

import (
	"context"
	"path/filepath"
	"testing"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// shelved is the desk of a library of three reports, page by page.
func shelved(t *testing.T) *shelfDesk {
	t.Helper()
	home := t.TempDir()
	twoReports(t, home)
	l := &limits{library: filepath.Join(home, "data", "parallax", "library.db")}
	ctx := context.Background()
	lib, err := library.Open(ctx, l.path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	if err := lib.Regroup(ctx, nil); err != nil {
		t.Fatal(err)
	}
	s, err := newShelfDesk(ctx, l, lib)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTheShelfAnswersAsTheDesk holds that a large library is shown as a small one.
func TestTheShelfAnswersAsTheDesk(t *testing.T) {
	s, ctx := shelved(t), context.Background()
	for _, sort := range []ui.Sort{ui.ByDate, ui.ByOutlet, ui.ByLanguage, ui.ByConflicts, ui.ByTitle} {
		entries, total, err := s.Entries(ctx, ui.Filter{Sort: sort}, 0, 10)
		if err != nil || total != 3 || len(entries) != 3 {
			t.Fatalf("by %s: %d of %d (%v)", sort, len(entries), total, err)
		}
		for _, e := range entries {
			if want := map[bool]int{true: 1, false: 2}[e.Outlet == "Lindholm Post"]; e.Reports != want || e.Event == "" || len(e.Articles) != want {
				t.Errorf("by %s: %+v", sort, e)
			}
		}
	}
	for _, sort := range []ui.Sort{ui.ByDate, ui.ByOutlet, ui.ByLanguage, ui.ByConflicts, ui.ByTitle} {
		events, total, err := s.Entries(ctx, ui.Filter{Events: true, Sort: sort}, 0, 10)
		if err != nil || total != 2 || len(events) != 2 {
			t.Fatalf("events by %s: %+v, %d (%v)", sort, events, total, err)
		}
		first, last := events[0], events[1]
		if sort == ui.ByOutlet && first.Outlets[0] > last.Outlets[0] || sort == ui.ByTitle && first.Title > last.Title || sort <= ui.ByDate && first.Reports != 2 {
			t.Errorf("events by %s: %+v", sort, events)
		}
	}
	for _, f := range []ui.Filter{{}, {Events: true}, {Query: query.Query{Outlets: []string{"gazette"}}}} {
		_, n, _ := s.Entries(ctx, f, 0, 1)
		c, err := s.Counts(ctx, f)
		sum := 0
		for _, d := range c.Days {
			sum += d.N
		}
		if err != nil || sum != n || len(c.Outlets) != 3 {
			t.Errorf("%+v: %d of %d counted, outlets %v (%v)", f, sum, n, c.Outlets, err)
		}
	}
}

// TestTheShelfComparesWhatIsAskedFor holds that a large library is asked for kinds of
// conflicts and verdicts as a small one, and compares for that.
func TestTheShelfComparesWhatIsAskedFor(t *testing.T) {
	s, ctx := shelved(t), context.Background()
	asked := func(q string, events bool) []ui.Entry {
		t.Helper()
		parsed, err := query.Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		f := ui.Filter{Query: parsed, Events: events}
		for {
			c, err := s.Counts(ctx, f)
			if err != nil {
				t.Fatal(err)
			}
			if !c.More {
				break
			}
		}
		found, total, err := s.Entries(ctx, f, 0, 10)
		if err != nil || total != len(found) {
			t.Fatalf("%q: %d of %d (%v)", q, len(found), total, err)
		}
		return found
	}
	if first, _, err := s.Entries(ctx, ui.Filter{}, 0, 10); err != nil || !first[0].Uncounted || first[2].Uncounted {
		t.Fatalf("before anything is compared: %+v (%v)", first, err)
	}
	for _, tt := range []struct {
		query            string
		articles, events int
	}{
		{"kind:quantity", 2, 1}, {"kind:quantity outlet:strait", 1, 1}, {"kind:place", 0, 0}, {"verdict:open", 2, 1}, {"verdict:confirmed", 0, 0},
		{"kind:quantity outlet:lindholm", 0, 0}, {"kind:quantity kind:place verdict:open", 2, 1},
	} {
		if n, m := len(asked(tt.query, false)), len(asked(tt.query, true)); n != tt.articles || m != tt.events {
			t.Errorf("%q: %d articles, %d events", tt.query, n, m)
		}
	}
	event := asked("kind:quantity", true)[0]
	if event.Uncounted || event.Conflicts != 1 {
		t.Errorf("compared: %+v", event)
	}
	c, err := s.Event(ctx, event.Event)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Judge(ctx, event.Event, c.Conflicts[0].ID, model.Dismissed, ""); err != nil {
		t.Fatal(err)
	}
	for q, want := range map[string]int{"kind:quantity": 0, "verdict:dismissed": 1, "kind:quantity verdict:dismissed": 1, "verdict:open": 0} {
		if got := len(asked(q, true)); got != want {
			t.Errorf("dismissed, %q: %d events", q, got)
		}
	}
	counts, err := s.Counts(ctx, ui.Filter{Events: true})
	if err != nil || counts.Compared != 1 || counts.Events != 1 || len(counts.Kinds) != 0 || len(counts.Verdicts) != 1 || counts.Verdicts[0] != (ui.Count{Value: "dismissed", N: 1}) {
		t.Errorf("counts: %+v (%v)", counts, err)
	}
}

func TestTheShelfKeepsWork(t *testing.T) {
	s, ctx := shelved(t), context.Background()
	events, _, err := s.Entries(ctx, ui.Filter{Events: true}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Event(ctx, events[0].Event)
	if err != nil || len(c.Conflicts) == 0 || len(c.Articles) != 2 {
		t.Fatalf("%d conflicts of %d articles (%v)", len(c.Conflicts), len(c.Articles), err)
	}
	if again, _, _ := s.Entries(ctx, ui.Filter{}, 0, 1); again[0].Conflicts == 0 {
		t.Error("the list does not know what was found")
	}
	verdict := func() model.Verdict {
		c, err := s.Event(ctx, events[0].Event)
		if err != nil {
			t.Fatal(err)
		}
		return model.DisputeVerdict(c.Conflicts, c.Conflicts[0].Dispute)
	}
	if _, err := s.Judge(ctx, c.Event.ID, c.Conflicts[0].ID, model.Dismissed, ""); err != nil || verdict() != model.Dismissed {
		t.Errorf("judged: %s (%v)", verdict(), err)
	}
	if _, err := s.Undo(ctx); err != nil || verdict() != model.Open {
		t.Errorf("undone: %s (%v)", verdict(), err)
	}
	if _, err := s.Split(ctx, c.Event.Articles[:1], c.Event.Articles[1:]); err != nil {
		t.Fatal(err)
	}
	alone, err := s.Event(ctx, c.Event.Articles[0])
	if err != nil || len(alone.Articles) != 1 {
		t.Errorf("split off: %d articles (%v)", len(alone.Articles), err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if both, err := s.Event(ctx, c.Event.Articles[0]); err != nil || len(both.Articles) != 2 {
		t.Errorf("together again: %d articles (%v)", len(both.Articles), err)
	}
}
