package ui_test

import (
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

// apart is the ferry with the passage of an outlet in the first row put into a row of
// its own at the end. With another the first row shows other words of the outlet.
func apart(another bool) *newsroom.Desk {
	desk := newsroom.New()
	c := &desk.Events[0]
	c.Rows = slices.Clone(c.Rows)
	first := &c.Rows[0]
	first.Cells = slices.Clone(first.Cells)
	alone := model.Row{Cells: make([]*model.Cell, len(first.Cells)), Relation: model.Single}
	alone.Cells[1], first.Cells[1] = first.Cells[1], nil
	if another {
		first.Cells[1] = c.Rows[1].Cells[1]
		c.Rows[1].Cells = slices.Clone(c.Rows[1].Cells)
		c.Rows[1].Cells[1] = nil
	}
	c.Rows = append(c.Rows, alone)
	return desk
}

// TestBothSidesAreReadTogether holds that a row with a conflict shows the other side
// although that stands in another row, and where that is.
func TestBothSidesAreReadTogether(t *testing.T) {
	for _, size := range [][2]int{{60, 24}, {80, 24}, {90, 40}, {126, 38}, {200, 50}} {
		s := newStage(t, apart(false), size[0], size[1], ui.Options{Event: "ferry"})
		got := s.plainScreen()
		if !contains(got, "1 of 4") || !contains(got, "against it (row 10)") || !contains(s.screen(), "17 Tote\x1b[m") {
			t.Errorf("%v: one side only:\n%s", size, got)
		}
		checkFrame(t, s, "a passage of another row", size[0], size[1], len1)
	}
	s := newStage(t, apart(false), 126, 38, ui.Options{Event: "ferry"})
	s.press("tab", "enter")
	if got := s.plainScreen(); !contains(got, "▌ 17 Tote nach Brand") {
		t.Errorf("the original of the other side:\n%s", got)
	}
	s = newStage(t, apart(true), 126, 38, ui.Options{Event: "ferry"})
	if got := strings.Join(strings.Fields(s.plainScreen()), " "); !contains(got, "Küstenblatt (row 10): 17 Tote nach Brand") {
		t.Errorf("a sentence that the row does not show:\n%s", s.plainScreen())
	}
}
