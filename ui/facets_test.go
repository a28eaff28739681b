package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/keys"

	"github.com/charmbracelet/x/ansi"
)

// TestFacetsFilterTheList holds that enter on a facet is a filter, that a second
// one takes it back, and that the keys go where the pane says.
func TestFacetsFilterTheList(t *testing.T) {
	for _, w := range []int{60, 126, 200} {
		s := at(t, "list", w, 40)
		s.press("F")
		for range 30 {
			if strings.HasPrefix(picked(s), "▌  de") {
				break
			}
			s.press("j")
		}
		s.press("enter")
		if got := s.plainScreen(); !contains(got, "filter: lang:de") || !contains(got, "1 article ") || !contains(got, "● de") {
			t.Fatalf("%d: filtered:\n%s", w, got)
		}
		s.press("enter")
		if got := s.plainScreen(); contains(got, "filter: lang:de") || !contains(got, "10 articles") {
			t.Fatalf("%d: no longer filtered:\n%s", w, got)
		}
		s.press("tab")
		if s.app.Place() != keys.Browse {
			t.Errorf("%d: tab does not lead to the list", w)
		}
		s.press("F", "esc")
		if contains(s.plainScreen(), "Languages") {
			t.Errorf("%d: esc does not close the facets", w)
		}
	}
}

func TestDatesUnfold(t *testing.T) {
	s := at(t, "facets", 126, 40)
	if got := s.plainScreen(); !contains(got, "▾ 2031") || !contains(got, "▸ March") {
		t.Fatalf("a year does not unfold:\n%s", got)
	}
	s.press("j", "l", "j", "enter")
	if got := s.plainScreen(); !contains(got, "filter: since:2031-03-15 until:2031-03-15") || !contains(got, "● 15 Sat") {
		t.Errorf("a day as a filter:\n%s", got)
	}
	s.press("h", "h", "h")
	if got := s.plainScreen(); !contains(got, "▸ 2031") {
		t.Errorf("a year does not fold:\n%s", got)
	}
}

// TestFacetsStandStill holds that the panes keep their places whatever the script.
func TestFacetsStandStill(t *testing.T) {
	for name, method := range methods {
		width := ansi.StringWidthWc
		if name == "clusters" {
			width = ansi.StringWidth
		}
		for _, w := range []int{100, 126, 181, 250} {
			s := at(t, "facets", w, 40)
			s.app.Count(method)
			checkDividers(t, fmt.Sprintf("facets, %s, %d", name, w), s, width)
		}
	}
}

func TestFilterIsCompleted(t *testing.T) {
	s := at(t, "list", 126, 30)
	s.press("f", "l", "tab", "d", "tab")
	if got := lines(s)[29]; !strings.HasPrefix(got, " filter: lang:de ") {
		t.Errorf("a value: %q", got)
	}
	s.press("o", "tab", "h", "tab")
	if got := lines(s)[29]; !contains(got, `lang:de outlet:"Harbour Gazette" `) {
		t.Errorf("a value of two words: %q", got)
	}
	s.press("ctrl+u", "tab")
	if got := lines(s)[29]; !contains(got, "filter: lang:") || !contains(got, "tab: outlet:") {
		t.Errorf("all fields: %q", got)
	}
	s.press("tab")
	if got := lines(s)[29]; !contains(got, "filter: outlet:") {
		t.Errorf("the next: %q", got)
	}
	s.press("ctrl+u", "x", "y", "tab")
	if got := lines(s)[29]; !contains(got, "nothing to complete") {
		t.Errorf("nothing: %q", got)
	}
}

func TestListIsSorted(t *testing.T) {
	s := at(t, "list", 126, 30)
	for _, want := range []string{"by outlet", "by language", "by conflicts", "by title"} {
		s.press("s")
		if got := lines(s)[0]; !contains(got, want) {
			t.Errorf("sorted %s: %q", want, got)
		}
	}
	s.press("s", "s", "s", "s")
	if got := s.plainScreen(); !contains(got, " 4 conflicts\n") || !contains(got, " No conflict\n") {
		t.Errorf("headings by conflicts:\n%s", got)
	}
	s.press("]")
	if !contains(s.plainScreen(), "s sorts it by date again") {
		t.Error("] among conflicts is not explained")
	}
}

// TestDaysAreJumped moves over a list of which few pages were read.
func TestDaysAreJumped(t *testing.T) {
	desk := newsroom.New()
	desk.Padding = 5000
	s := newStage(t, desk, 100, 30, ui.Options{})
	s.press("]", "]")
	if got := picked(s); !contains(got, "2031-03-13") {
		t.Errorf("two days on: %q", got)
	}
	s.press("[")
	if got := picked(s); !contains(got, "2031-03-14") {
		t.Errorf("a day back: %q", got)
	}
	s.press("}")
	if got := picked(s); !contains(got, "2031-02") {
		t.Errorf("a month on: %q", got)
	}
	for range 12 {
		s.press("}")
	}
	got := picked(s)
	s.press("{")
	if back := picked(s); back == got || contains(back, "…") {
		t.Errorf("months: %q, then %q", got, back)
	}
}

// countlessDesk cannot count.
type countlessDesk struct{ newsroom.Desk }

func (*countlessDesk) Counts(context.Context, ui.Filter) (ui.Counts, error) {
	return ui.Counts{}, errBroken
}

func TestTheListDoesWithoutCounts(t *testing.T) {
	s := newStage(t, &countlessDesk{*newsroom.New()}, 126, 30, ui.Options{})
	s.press("F", "j", "enter", "l", "tab", "]")
	if got := s.plainScreen(); !contains(got, "10 articles") {
		t.Errorf("without counts:\n%s", got)
	}
}

// picked is the line of the list, or of the facets before it, that is selected.
func picked(s *stage) string {
	for _, l := range lines(s) {
		if strings.HasPrefix(l, "▌") {
			return l
		}
	}
	return ""
}
