package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// seven is an event of seven reports with so many rows, of which one holds a dispute
// between two of them.
func seven(rows, row, a, b int) model.Comparison {
	c := model.Comparison{Event: model.Event{ID: "seven"}}
	spans := make([][]model.Span, 7)
	for i := range 7 {
		var text strings.Builder
		for r := range rows {
			from := text.Len()
			fmt.Fprintf(&text, "Value%dx%d was told.", r, i)
			spans[i] = append(spans[i], model.Span{Start: from, End: text.Len()})
			text.WriteString("\n")
		}
		c.Articles = append(c.Articles, model.Article{ID: fmt.Sprint("r", i), Outlet: fmt.Sprint("Outlet ", i), Language: "en", Text: text.String()})
	}
	side := func(i int) model.Side {
		s := spans[i][row]
		return model.Side{Article: c.Articles[i].ID, Span: s, Text: s.Of(c.Articles[i].Text), Mark: model.Span{Start: s.Start, End: s.Start + len("Value0x0")}}
	}
	for r := range rows {
		made := model.Row{Relation: model.Agree}
		for i := range 7 {
			made.Cells = append(made.Cells, &model.Cell{Article: c.Articles[i].ID, Span: spans[i][r], Text: spans[i][r].Of(c.Articles[i].Text)})
		}
		if r == row {
			made.Relation, made.Conflicts = model.Clash, []string{"k"}
		}
		c.Rows = append(c.Rows, made)
	}
	c.Conflicts = []model.Conflict{{ID: "k", Dispute: "k", Event: "seven", Kind: model.Quantity, Strength: model.Strong, A: side(a), B: side(b)}}
	return c
}

// TestAnEventOpensOnBothSides holds that the first dispute of an event that is opened
// stands where going to it would bring it, both sides on the screen where there is
// room for two columns.
func TestAnEventOpensOnBothSides(t *testing.T) {
	look, err := theme.New("mono")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []int{40, 80, 83, 125, 126, 168, 169, 250} {
		for _, row := range []int{0, 2} {
			for _, sides := range [][2]int{{0, 1}, {0, 6}, {2, 3}, {1, 5}, {5, 6}} {
				frame := Frame{W: w, H: 40, Cells: cell.Wide, Look: look}
				opened, gone := NewEvent(seven(4, row, sides[0], sides[1])), NewEvent(seven(4, row, sides[0], sides[1]))
				opened.Fit(frame)
				gone.Fit(frame)
				gone.Next(1)
				if !slices.Equal(opened.shown, gone.shown) || opened.off != gone.off {
					t.Errorf("%d cells, row %d, sides %v: opens on %v at line %d, n goes to %v at line %d", w, row, sides, opened.shown, opened.off, gone.shown, gone.off)
				}
				screen := ansi.Strip(strings.Join(opened.Render(), "\n"))
				for _, i := range sides {
					if words := fmt.Sprintf("Value%dx%d", row, i); !opened.stacked() && !strings.Contains(screen, words) {
						t.Errorf("%d cells: no %s in\n%s", w, words, screen)
					}
				}
				if at := opened.at; at != 0 {
					t.Errorf("row %d is selected", at)
				}
			}
		}
	}
}
