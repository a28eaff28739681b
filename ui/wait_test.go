package ui_test

import (
	"context"
	"testing"
	"time"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
)

// TestWaitingIsToldWhenItIsLong holds that nothing is said of an answer that
// comes soon, and that something is said of one that does not.
func TestWaitingIsToldWhenItIsLong(t *testing.T) {
	look, err := theme.New("mono")
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{app: ui.New(context.Background(), newsroom.New(), look, ui.Options{})}
	s.app.Update(tea.WindowSizeMsg{Width: 100, Height: 24})
	start := time.Now()
	begun := answers(s.app.Init())
	if took := time.Since(start); took < 300*time.Millisecond {
		t.Fatalf("late after %v already", took)
	}
	if contains(s.plainScreen(), "Reading") {
		t.Error("waiting is told at once")
	}
	for _, m := range begun[1:] {
		s.app.Update(m)
	}
	if got := s.plainScreen(); !contains(got, "Reading the list") {
		t.Errorf("waiting is not told:\n%s", got)
	}
	s.app.Update(begun[0])
	if got := s.plainScreen(); contains(got, "Reading") || !contains(got, "10 articles") {
		t.Errorf("the list did not come:\n%s", got)
	}
	_, cmd := s.app.Update(key("enter"))
	opening := answers(cmd)
	s.app.Update(opening[1])
	if got := s.plainScreen(); !contains(got, "comparing the reports … esc gives up") {
		t.Errorf("waiting is not told:\n%s", got)
	}
	s.app.Update(opening[0])
	if got := s.plainScreen(); contains(got, "esc gives up") || !contains(got, "Fire on the ferry") {
		t.Errorf("the event did not open:\n%s", got)
	}
}

func TestListStaysUntilTheNextOneComes(t *testing.T) {
	s := at(t, "list", 100, 30)
	_, cmd := s.app.Update(key("v"))
	if got := s.plainScreen(); !contains(got, "Kebakaran feri") {
		t.Errorf("the list is gone before the next is there:\n%s", got)
	}
	s.send(answers(cmd)...)
	if got := s.plainScreen(); contains(got, "Kebakaran feri") || !contains(got, "3 events") {
		t.Errorf("events:\n%s", got)
	}
}

// TestWhatIsNoConflictIsTold holds that the reader can see what was weighed and
// found to agree.
func TestWhatIsNoConflictIsTold(t *testing.T) {
	desk := newsroom.New()
	c := &desk.Events[0]
	side := func(a int) model.Side {
		s := c.Rows[1].Cells[a].Span
		return model.Side{Article: c.Articles[a].ID, Span: s, Mark: s}
	}
	c.Differences = []model.Difference{{Kind: model.Quantity, Outcome: model.Compatible, Why: "11 nautical miles are about 20 km", A: side(0), B: side(2)}}
	s := newStage(t, desk, 126, 38, ui.Options{Event: "ferry"})
	s.press("i")
	if contains(s.plainScreen(), "no conflict") {
		t.Errorf("in a row that it is not of:\n%s", s.plainScreen())
	}
	s.press("esc", "j", "i")
	if got := s.plainScreen(); !contains(got, "Judged to be no conflict") || !contains(got, "quantity, compatible") || !contains(got, "11 nautical miles are about") {
		t.Errorf("why not:\n%s", got)
	}
}

// TestAReportAgainstItself holds that what a report says against itself is marked in
// its rows and told under why, and counted as no conflict.
func TestAReportAgainstItself(t *testing.T) {
	desk := newsroom.New()
	c := &desk.Events[0]
	side := func(row int) model.Side {
		s := c.Rows[row].Cells[0].Span
		return model.Side{Article: c.Articles[0].ID, Span: s, Mark: s}
	}
	c.Within = []model.Conflict{{ID: "w", Kind: model.Quantity, Strength: model.Strong, Why: "dead: 12 in one sentence against 15 in another", A: side(0), B: side(1)}}
	s := newStage(t, desk, 126, 38, ui.Options{Event: "ferry"})
	s.press("j")
	golden.RequireEqual(t, s.screen())
	s.press("i")
	if got := s.plainScreen(); !contains(got, "Within one report") || !contains(got, "dead: 12 in one sentence") {
		t.Errorf("why:\n%s", got)
	}
}

func TestWhyTogether(t *testing.T) {
	s := at(t, "ferry", 100, 30)
	s.press("i")
	got := s.plainScreen()
	for _, want := range []string{"same ship, same day, same port", "dateline “15 mars”, no year", "Warta Selat"} {
		if !contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// TestSlowWorkIsTold holds that what is kept or written says so while it takes long,
// and nothing once it is done.
func TestSlowWorkIsTold(t *testing.T) {
	look, err := theme.New("mono")
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{app: ui.New(context.Background(), newsroom.NewKept(), look, ui.Options{Event: "ferry"})}
	s.send(tea.WindowSizeMsg{Width: 126, Height: 38})
	s.run(s.app.Init())
	_, cmd := s.app.Update(key("c"))
	told := answers(cmd)
	s.app.Update(told[1])
	if got := s.plainScreen(); !contains(got, "keeping it …") {
		t.Errorf("nothing is told:\n%s", got)
	}
	s.send(told[0])
	if got := s.plainScreen(); contains(got, "keeping it") || !contains(got, "1 of 4 · confirmed") {
		t.Errorf("done:\n%s", got)
	}
	s.app.Update(told[1])
	if got := s.plainScreen(); contains(got, "keeping it") {
		t.Errorf("told after it is done:\n%s", got)
	}
}
