//go:build !windows

package main

import (
	"context"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
)

// TestWhatTheBeginningOfAnIDStandsFor holds that one event is enough, and that of
// several the reader is told which.
func TestWhatTheBeginningOfAnIDStandsFor(t *testing.T) {
	flood := model.Event{ID: "8cd1aa0011", Title: "Flood in Port Amble " + strings.Repeat("and more ", 20), Date: model.Date{Year: 2031, Month: 3, Day: 14}}
	fire := model.Event{ID: "8cd1bb0022"}
	for _, tt := range []struct {
		found []model.Event
		says  []string
	}{
		{[]model.Event{flood}, nil},
		{nil, []string{"no event 8cd1"}},
		{[]model.Event{flood, fire}, []string{"8cd1aa0011 (2031-03-14, Flood in Port Amble", "…)", "8cd1bb0022 (-, -)", "write more of the ID"}},
		{make([]model.Event, maxCandidates+1), []string{"and more"}},
	} {
		err := onlyOne("8cd1", tt.found)
		if (err == nil) != (tt.says == nil) {
			t.Errorf("%d events: %v", len(tt.found), err)
			continue
		}
		for _, want := range tt.says {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%d events: %v, without %q", len(tt.found), err, want)
			}
		}
	}
}

// TestAKeptEventIsFoundByItsBeginning holds that a library read page by page takes
// the beginning of an ID, and answers a wrong one.
func TestAKeptEventIsFoundByItsBeginning(t *testing.T) {
	s, ctx := shelved(t), context.Background()
	list, _, err := s.Entries(ctx, ui.Filter{Events: true}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		for _, n := range []int{4, 7, len(e.Event)} {
			if c, err := s.Event(ctx, e.Event[:n]); err != nil || c.Event.ID != e.Event {
				t.Errorf("%s: %s (%v)", e.Event[:n], c.Event.ID, err)
			}
		}
	}
	if _, err := s.Event(ctx, "00000"); err == nil || !strings.Contains(err.Error(), "no event 00000") {
		t.Errorf("an event that is not there: %v", err)
	}
	if found, err := s.lib.EventsLike(ctx, "", versionText(), 1); err != nil || len(found) != 1 {
		t.Errorf("the first of all: %+v (%v)", found, err)
	}
}
