package library

import (
	"context"
	"errors"
	"slices"
	"testing"

	"parallax/model"
	"parallax/model/query"
)

// TestConflictsLeadToTheirEvents opens a file of the schema before that was kept, in
// which two events were counted: they are counted anew, and what is found in them
// leads there until another event takes the report in.
func TestConflictsLeadToTheirEvents(t *testing.T) {
	ctx := context.Background()
	l := opening(t, unpacked(t, "testdata/schema5.db.gz"))
	if h := well(t, l); h.Articles != 8 || h.Judged != 1 || h.Decisions != 1 || h.SetByReader != 1 || h.Removed != 1 {
		t.Errorf("%+v", h)
	}
	open, err := l.Uncounted(ctx, query.Query{}, "v1", 10)
	if err != nil || len(open) != 2 {
		t.Fatalf("%d events are to be counted (%v)", len(open), err)
	}
	if _, err := l.EventOfConflict(ctx, "daff9f7e386a", "v1"); !errors.Is(err, ErrNoEvent) {
		t.Errorf("a conflict that nobody has found: %v", err)
	}
	found := FoundIn([]model.Conflict{{ID: "daff9f7e386a", Kind: model.Quantity, A: model.Side{Article: "a2"}, B: model.Side{Article: "b2"}}}, 1)
	if err := l.CountConflicts(ctx, "v1", map[string]Found{open[0].ID: found}); err != nil {
		t.Fatal(err)
	}
	e, err := l.EventOfConflict(ctx, "daff9f7e386a", "v1")
	if err != nil || e.ID != open[0].ID || !e.Counted {
		t.Errorf("%+v (%v)", e, err)
	}
	if _, err := l.Decide(ctx, []model.Decision{model.Apart("a2", "b2"), model.Together("a2", "c")}); err != nil {
		t.Fatal(err)
	}
	if err := l.Regroup(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if e, err = l.EventOfConflict(ctx, "daff9f7e386a", "v1"); err != nil || len(e.Articles) != 2 || !slices.Contains(e.Articles, "a2") || !slices.Contains(e.Articles, "c") {
		t.Errorf("%+v (%v)", e, err)
	}
}
