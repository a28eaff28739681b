package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"
)

func newsroomDesk() ui.Desk { return newsroom.New() }

func optionsFor(event, look string) ui.Options { return ui.Options{Event: event, Theme: look} }

var (
	sweepWidths  = []int{1, 2, 5, 39, 40, 41, 79, 80, 82, 83, 84, 125, 126, 168, 169, 181, 250}
	sweepHeights = []int{1, 2, 3, 5, 10, 24, 50}
)

// everyKey is a walk through what each screen can do.
var everyKey = strings.Fields("n N j k j j tab shift+tab l h z z a j j L k L a > > < = C n C p p } { 0 0 H U + + a 0 H U a 0 space pgup G g")

func TestEveryScreenFillsTheTerminal(t *testing.T) {
	for _, place := range places {
		for name, method := range methods {
			s := at(t, place, 80, 24)
			s.app.Count(method)
			width := ansi.StringWidthWc
			if name == "clusters" {
				width = ansi.StringWidth
			}
			for _, w := range sweepWidths {
				for _, h := range sweepHeights {
					s.send(tea.WindowSizeMsg{Width: w, Height: h})
					checkFrame(t, s, fmt.Sprintf("%s %s %dx%d", place, name, w, h), w, h, width)
					if place != "prompt" && (h == 24 || h == 3) {
						for _, k := range append(everyKey[:len(everyKey):len(everyKey)], "i", "pgdown", "esc") {
							s.press(k)
							checkFrame(t, s, fmt.Sprintf("%s %s %dx%d after %s", place, name, w, h, k), w, h, width)
						}
					}
				}
			}
		}
	}
}

func checkFrame(t *testing.T, s *stage, what string, w, h int, width func(string) int) {
	t.Helper()
	lines := s.lines()
	if len(lines) != h {
		t.Fatalf("%s: %d lines", what, len(lines))
	}
	for i, l := range lines {
		if got := width(l); got > w {
			t.Fatalf("%s: line %d takes %d cells: %q", what, i, got, l)
		}
	}
}

func TestNoSizeYet(t *testing.T) {
	s := newStage(t, newsroom.New(), 0, 0, ui.Options{Event: "ferry"})
	s.press("j", "n", "?", "esc", "/", "x", "enter")
	if got := s.screen(); got != "" {
		t.Errorf("drawn without a size: %q", got)
	}
	s.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	if n := len(s.lines()); n != 24 {
		t.Errorf("%d lines", n)
	}
}

// TestColumnsKeepTheirPlace holds that the divider stands in the same cell of
// every line, whatever the script beside it.
func TestColumnsKeepTheirPlace(t *testing.T) {
	for name, method := range methods {
		for _, w := range []int{83, 100, 126, 169, 200} {
			s := at(t, "flood", w, 40)
			s.app.Count(method)
			width := ansi.StringWidthWc
			if name == "clusters" {
				width = ansi.StringWidth
			}
			for range 4 {
				checkDividers(t, fmt.Sprintf("%s %d", name, w), s, width)
				s.press("l")
			}
		}
	}
}

func checkDividers(t *testing.T, what string, s *stage, width func(string) int) {
	t.Helper()
	var want []int
	for i, l := range strings.Split(s.plainScreen(), "\n") {
		if !strings.Contains(l, "│") {
			continue
		}
		var got []int
		for at, r := range l {
			if r == '│' {
				got = append(got, width(l[:at]))
			}
		}
		if want == nil {
			want = got
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%s: line %d has its dividers at %v, others at %v:\n%s", what, i, got, want, s.plainScreen())
		}
	}
	if want == nil {
		t.Fatalf("%s: no columns", what)
	}
}
