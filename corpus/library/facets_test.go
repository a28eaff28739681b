package library

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/query"
)

// TestFacetsAddUp holds that what is counted by any field is what is found.
func TestFacetsAddUp(t *testing.T) {
	l := opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre, minshin, undatedOne))
	ctx := context.Background()
	if err := l.Regroup(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"", "lang:de", "since:2020", "date:?"} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		_, articles, err := l.Search(ctx, q, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, by := range []Field{Languages, Outlets} {
			counts, err := l.Tally(ctx, q, by, "v1", false)
			if got := sum(counts); err != nil || got != articles {
				t.Errorf("%q by %s: %d of %d (%v)", typed, by, got, articles, err)
			}
			if _, err := l.Tally(ctx, q, by, "v1", true); err != nil {
				t.Errorf("%q, events by %s: %v", typed, by, err)
			}
		}
		days, _, err := l.Days(ctx, q, "v1", false)
		if got := sum(days); err != nil || got != articles {
			t.Errorf("%q by day: %d of %d (%v)", typed, got, articles, err)
		}
		_, events, err := l.Events(ctx, q, "", 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		days, _, err = l.Days(ctx, q, "v1", true)
		if got := sum(days); err != nil || got != events {
			t.Errorf("%q, events by day: %d of %d (%v)", typed, got, events, err)
		}
		for _, by := range []Order{Newest, ByOutlet, ByLanguage, ByTitle, ByConflicts} {
			found, total, err := l.List(ctx, q, by, "v1", 0, 10)
			if err != nil || total != articles || len(found) != articles {
				t.Errorf("%q, in the order %s: %d of %d (%v)", typed, by, len(found), total, err)
			}
		}
	}
	found, _, err := l.Search(ctx, query.Query{}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(found))
	for i, a := range found {
		ids[i] = a.ID
	}
	events, err := l.EventsOf(ctx, ids, "")
	if err != nil || len(events) != len(ids) {
		t.Errorf("%d of %d articles have an event (%v)", len(events), len(ids), err)
	}
}

func sum(counts []Count) int {
	n := 0
	for _, c := range counts {
		n += c.N
	}
	return n
}

func TestSpan(t *testing.T) {
	day := func(y, m, d int) int { n, _ := model.Date{Year: y, Month: m, Day: d}.Days(); return n }
	got := []string{stretch(day(2017, 7, 10), day(2017, 7, 10)), stretch(day(2017, 2, 1), day(2017, 2, 28)), stretch(day(2017, 1, 1), day(2017, 12, 31))}
	if diff := cmp.Diff([]string{"2017-07-10", "2017-02", "2017"}, got); diff != "" {
		t.Error(diff)
	}
}
