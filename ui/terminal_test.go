package ui_test

import (
	"image/color"
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"
)

// TestWidthsFollowTheTerminal holds that text is laid out anew, in grapheme
// clusters, once the terminal says that it counts in them, and not before.
func TestWidthsFollowTheTerminal(t *testing.T) {
	s := at(t, "flood", 126, 40)
	wide := s.screen()
	checkDividers(t, "before", s, ansi.StringWidthWc)
	s.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	s.send(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeSet})
	if s.screen() != wide {
		t.Error("a terminal that does not know clusters changed the widths")
	}
	s.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if s.screen() == wide {
		t.Error("a terminal that knows clusters did not change the widths")
	}
	checkDividers(t, "after", s, ansi.StringWidth)
}

func TestColoursFollowTheBackground(t *testing.T) {
	for _, tt := range []struct {
		theme      string
		background color.Color
		want       string
	}{
		{"auto", color.Black, "\x1b[1;91m≠"}, {"auto", color.White, "\x1b[1;31m≠"},
		{"light", color.Black, "\x1b[1;31m≠"}, {"mono", color.Black, "\x1b[1m≠"},
	} {
		s := newStage(t, newsroom.New(), 100, 30, ui.Options{Event: "ferry", Theme: tt.theme})
		s.send(tea.BackgroundColorMsg{Color: tt.background})
		if !contains(s.screen(), tt.want) {
			t.Errorf("%s on %v does not paint %q", tt.theme, tt.background, tt.want)
		}
	}
}

func TestMouse(t *testing.T) {
	s := at(t, "ferry", 126, 44)
	if s.app.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken from the start")
	}
	s.press("M")
	if s.app.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("M does not take the mouse")
	}
	s.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown}, tea.MouseWheelMsg{Button: tea.MouseWheelDown}, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if !contains(s.plainScreen(), "row 2 of 9") {
		t.Errorf("the wheel does not scroll:\n%s", s.plainScreen())
	}
}
