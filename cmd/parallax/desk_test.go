package main

import (
	"context"
	"testing"

	"parallax/model"
	"parallax/model/query"
	"parallax/ui"

	"github.com/google/go-cmp/cmp"
)

// TestCountsOfTheSample holds what facets rest on: all that the filter says
// counts, but not for the field that it speaks of.
func TestCountsOfTheSample(t *testing.T) {
	r, err := loadSample(context.Background(), query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk("sample", "", r)
	all, err := d.Counts(context.Background(), ui.Filter{})
	for err == nil && all.Compared < all.Events {
		all, err = d.Counts(context.Background(), ui.Filter{})
	}
	if err != nil {
		t.Fatal(err)
	}
	german := ui.Filter{Query: query.Query{Languages: []string{"de"}}}
	counts, err := d.Counts(context.Background(), german)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all.Languages, counts.Languages); diff != "" {
		t.Errorf("languages beside a filter by language (-all +filtered):\n%s", diff)
	}
	_, n, err := d.Entries(context.Background(), german, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range map[string][]ui.Count{"days": counts.Days, "outlets": counts.Outlets} {
		sum := 0
		for _, c := range list {
			sum += c.N
		}
		if sum != n || n == 0 {
			t.Errorf("%s: %d of %d articles counted", name, sum, n)
		}
	}
	if len(all.Kinds) == 0 {
		t.Error("no kind of conflict is counted")
	}
	_, withKind, err := d.Entries(context.Background(), ui.Filter{Query: query.Query{Kinds: []model.Kind{model.Quantity}}, Events: true}, 0, 10)
	if err != nil || withKind == 0 || withKind >= len(r.events) {
		t.Errorf("%d of %d events have a quantity in conflict (%v)", withKind, len(r.events), err)
	}
	for sort := ui.ByDate; sort <= ui.ByTitle; sort++ {
		entries, total, err := d.Entries(context.Background(), ui.Filter{Sort: sort}, 0, 1000)
		if err != nil || len(entries) != total || total != len(r.articles) {
			t.Errorf("by %s: %d of %d (%v)", sort, len(entries), total, err)
		}
	}
}
