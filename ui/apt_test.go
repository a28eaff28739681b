package ui_test

import (
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

// TestHintsHold holds that the footer offers nothing that would do nothing.
func TestHintsHold(t *testing.T) {
	foot := func(s *stage) string { return lines(s)[len(lines(s))-1] }
	s := newStage(t, newsroom.New(), 200, 30, ui.Options{})
	for range 20 {
		if contains(picked(s), "opens its new library") {
			break
		}
		s.press("j")
	}
	s.press("enter")
	if got := foot(s); contains(got, "side by side") || contains(got, "note") {
		t.Errorf("an article by itself: %q", got)
	}
	s.press("esc")
	s = newStage(t, newsroom.New(), 200, 30, ui.Options{Event: "ferry"})
	if got := foot(s); contains(got, "confirm") || contains(got, "more outlets") || !contains(got, "n/N conflict") {
		t.Errorf("four outlets in four columns, nothing kept: %q", got)
	}
	s = newStage(t, newsroom.NewKept(), 126, 30, ui.Options{Event: "ferry"})
	if got := foot(s); !contains(got, "confirm") {
		t.Errorf("with a notebook: %q", got)
	}
	s.press("j")
	if got := foot(s); contains(got, "confirm") {
		t.Errorf("no conflict is selected: %q", got)
	}
	s = newStage(t, newsroom.New(), 200, 30, ui.Options{Event: "library"})
	if got := foot(s); contains(got, "n/N conflict") || contains(got, "tab outlet") {
		t.Errorf("a single report: %q", got)
	}
	s = at(t, "empty", 100, 30)
	if got := foot(s); contains(got, "open") || contains(got, "j/k") || !contains(got, "quit") {
		t.Errorf("nothing to read: %q", got)
	}
}
