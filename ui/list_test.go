package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/keys"

	tea "charm.land/bubbletea/v2"
)

func TestFilterIsTyped(t *testing.T) {
	s := at(t, "list", 100, 30)
	s.press("f")
	s.write("lang:de fähre")
	if got := s.plainScreen(); !contains(got, "1 article ") || !contains(got, "17 Tote") || contains(got, "Twelve") {
		t.Errorf("filtered:\n%s", got)
	}
	s.press("esc")
	if !contains(s.plainScreen(), "10 articles") {
		t.Errorf("esc did not clear the filter:\n%s", s.plainScreen())
	}
	s.press("/")
	s.write("lang:xx")
	if !contains(s.plainScreen(), "Nothing matches this filter") {
		t.Errorf("no match:\n%s", s.plainScreen())
	}
}

func TestFaultyFilterIsExplained(t *testing.T) {
	s := at(t, "list", 120, 30)
	s.press("f")
	s.write("lang:de fo:x")
	got := s.plainScreen()
	if !contains(got, `column 9: unknown "fo:"`) || !contains(got, "10 articles") {
		t.Errorf("fault:\n%s", got)
	}
	c := s.app.View().Cursor
	if want := len(" filter: ") + 8; c == nil || c.X != want || c.Y != 29 {
		t.Errorf("the cursor is at %v, not in column %d", c, want)
	}
	s.press("end", "ctrl+u")
	s.write("lang:de")
	if !contains(s.plainScreen(), "2 articles") && !contains(s.plainScreen(), "1 article ") {
		t.Errorf("corrected:\n%s", s.plainScreen())
	}
}

func TestPromptEdits(t *testing.T) {
	s := at(t, "list", 60, 20)
	s.press("f", "l", "a", "x", "backspace", "n", "g", "home", "left", "delete", "end", "ctrl+w", "a", "é", "left", "left", "ż")
	s.send(tea.PasteMsg{Content: "p\na\x1bst"})
	if got := s.plainScreen(); !contains(got, "filter: żp a") {
		t.Errorf("typed:\n%s", got)
	}
	for range 500 {
		s.press("新")
	}
	checkFrame(t, s, "a long filter", 60, 20, len1)
}

// len1 counts no cells; lines that are too wide are seen by the sweep.
func len1(string) int { return 1 }

func TestListPages(t *testing.T) {
	desk := newsroom.New()
	desk.Padding = 5000
	s := newStage(t, desk, 100, 30, ui.Options{})
	s.press("G")
	if got := s.plainScreen(); !contains(got, "table 5009") || !contains(got, "5,010 articles") {
		t.Errorf("the end of the list:\n%s", got)
	}
	for range 40 {
		s.press("pgup")
	}
	if contains(s.plainScreen(), " …\n") {
		t.Errorf("lines that did not come:\n%s", s.plainScreen())
	}
	s.press("g")
	if !contains(s.plainScreen(), "Warta Selat") {
		t.Error("g does not go to the first")
	}
}

// brokenDesk fails at everything.
type brokenDesk struct{ newsroom.Desk }

var errBroken = errors.New("library: the disk is gone\x1b[2J")

func (*brokenDesk) Entries(context.Context, ui.Filter, int, int) ([]ui.Entry, int, error) {
	return nil, 0, errBroken
}

func TestBrokenListIsExplained(t *testing.T) {
	s := newStage(t, &brokenDesk{}, 80, 24, ui.Options{Event: "none"})
	if got := s.plainScreen(); !contains(got, "The list could not be read") || !contains(got, "the disk is gone") {
		t.Errorf("screen:\n%s", got)
	}
	s.press("j", "k", "G", "enter", "r", "v", "pgdown")
}

func TestUnknownEventIsExplained(t *testing.T) {
	s := newStage(t, newsroom.New(), 80, 24, ui.Options{Event: "none"})
	if got := s.plainScreen(); !contains(got, "event none: not in this corpus") || s.app.Place() != keys.Browse {
		t.Errorf("screen:\n%s", got)
	}
}

// TestLateAnswersAreDropped gives an answer after another was asked for.
func TestLateAnswersAreDropped(t *testing.T) {
	s := at(t, "list", 100, 30)
	_, slow := s.app.Update(key("enter"))
	first := answers(slow)
	s.app.Update(key("j"))
	s.app.Update(key("j"))
	_, quick := s.app.Update(key("r"))
	s.send(answers(quick)...)
	if s.app.Place() != keys.Article {
		t.Fatal("the article did not open")
	}
	s.send(first...)
	if s.app.Place() != keys.Article {
		t.Error("a stale answer took the screen")
	}
	_, slow = s.app.Update(key("enter"))
	s.press("esc")
	s.send(answers(slow)...)
	if s.app.Place() != keys.Article {
		t.Error("an answer that was given up took the screen")
	}
}

func answers(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	m := cmd()
	batch, ok := m.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{m}
	}
	var all []tea.Msg
	for _, c := range batch {
		all = append(all, answers(c)...)
	}
	return all
}

func TestStaleListIsDropped(t *testing.T) {
	s := at(t, "list", 100, 30)
	_, slow := s.app.Update(key("v"))
	_, quick := s.app.Update(key("v"))
	s.send(answers(quick)...)
	s.send(answers(slow)...)
	if !contains(s.plainScreen(), "10 articles") {
		t.Errorf("a stale list:\n%s", s.plainScreen())
	}
}

func TestCopies(t *testing.T) {
	s := at(t, "ferry", 126, 40)
	s.press("n", "y")
	want := "“The coast guard said the fire began in the engine room shortly after eight.”\n— Harbour Gazette, 14 March 2031, 21:40, https://gazette.example/ferry-fire"
	if got := lastClip(s); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	if !contains(s.plainScreen(), "copied the sentence from Harbour Gazette") {
		t.Error("it is not said what was copied")
	}
	s.press("Y")
	if got := lastClip(s); !strings.HasPrefix(got, "cause, likely: one fire") || !contains(got, "The coast guard") || !contains(got, "Selon la compagnie") || !contains(got, "15 March, year?") {
		t.Errorf("copied %q", got)
	}
	s = at(t, "article", 80, 24)
	s.press("y")
	if got := lastClip(s); !contains(got, "Twelve dead") {
		t.Errorf("copied %q", got)
	}
}

func lastClip(s *stage) string {
	for i := len(s.sent) - 1; i >= 0; i-- {
		if c := clipboard(s.sent[i]); c != "" {
			return c
		}
	}
	return ""
}

func TestArticleSearchAndSteps(t *testing.T) {
	s := at(t, "article", 60, 14)
	s.press("/")
	s.write("COAST")
	if got := s.plainScreen(); !contains(got, "“COAST” 1 of 2") || !contains(got, "The coast guard") {
		t.Errorf("search:\n%s", got)
	}
	s.press("n")
	if got := s.plainScreen(); !contains(got, "2 of 2") || !contains(got, "to the coast guard") {
		t.Errorf("next place:\n%s", got)
	}
	s.press("esc", "]")
	if !contains(s.plainScreen(), "जलडमरूमध्य समाचार") {
		t.Errorf("] does not open the next article:\n%s", s.plainScreen())
	}
	s.press("enter")
	if s.app.Place() != keys.Event || !contains(s.plainScreen(), "Flood") {
		t.Error("enter does not open the event")
	}
}
