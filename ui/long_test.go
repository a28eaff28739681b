package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"

	tea "charm.land/bubbletea/v2"
)

// longDesk has one event of three outlets and as many rows as it says.
type longDesk struct{ rows int }

func (longDesk) Name() string      { return "long" }
func (longDesk) About() string     { return "" }
func (longDesk) Skipped() []string { return nil }

func (longDesk) Entries(context.Context, ui.Filter, int, int) ([]ui.Entry, int, error) {
	return nil, 0, nil
}

func (longDesk) Counts(context.Context, ui.Filter) (ui.Counts, error) { return ui.Counts{}, nil }

func (longDesk) Article(context.Context, string) (model.Article, error) {
	return model.Article{}, context.Canceled
}

func (d longDesk) Event(context.Context, string) (model.Comparison, error) {
	c := model.Comparison{Event: model.Event{ID: "long", Title: "Long"}, Rows: make([]model.Row, d.rows)}
	for a := range 3 {
		article := model.Article{ID: fmt.Sprint("a", a), Outlet: fmt.Sprint("Outlet ", a), Language: "en"}
		for r := range c.Rows {
			sentence := fmt.Sprintf("Sentence %d of outlet %d says that %d ships were seen off the coast that day.", r, a, r+a)
			span := model.Span{Start: len(article.Text), End: len(article.Text) + len(sentence)}
			article.Text += sentence + " "
			c.Rows[r].Cells = append(c.Rows[r].Cells, &model.Cell{Article: article.ID, Span: span, Text: sentence})
			c.Rows[r].Relation = model.Agree
		}
		c.Articles = append(c.Articles, article)
	}
	for r := 0; r < d.rows; r += 10 {
		side := func(a int) model.Side {
			s := c.Rows[r].Cells[a].Span
			return model.Side{Article: c.Articles[a].ID, Span: s, Mark: model.Span{Start: s.Start + 10, End: s.End - 10}}
		}
		id := fmt.Sprint("k", r)
		c.Rows[r].Conflicts = []string{id}
		c.Conflicts = append(c.Conflicts, model.Conflict{ID: id, Dispute: id, Kind: model.Quantity, Strength: model.Likely, Why: "ships counted", A: side(0), B: side(1)})
	}
	return c, nil
}

func TestATallRowIsReadToItsEnd(t *testing.T) {
	s := newStage(t, tallDesk{}, 90, 20, ui.Options{Event: "tall"})
	for range 200 {
		if lineOf(s, "very end.") >= 0 {
			return
		}
		s.press("j")
	}
	t.Errorf("the end of a tall row never comes:\n%s", s.plainScreen())
}

func TestWordsInDisputeAreShownInATallRow(t *testing.T) {
	for _, w := range []int{50, 90, 130} {
		s := newStage(t, tallDesk{disputed: true}, w, 20, ui.Options{Event: "tall"})
		if !contains(s.screen(), "\x1b[1;4;7m") {
			t.Errorf("at %d the words in dispute are not on the screen:\n%s", w, s.plainScreen())
		}
	}
}

// tallDesk has one row that no screen holds, with words in dispute far down in
// it if that is asked for.
type tallDesk struct {
	longDesk
	disputed bool
}

func (d tallDesk) Event(context.Context, string) (model.Comparison, error) {
	c, _ := longDesk{2}.Event(context.Background(), "")
	text := ""
	for i := range 100 {
		text += fmt.Sprintf("Sentence %d goes on and on. ", i)
	}
	text += "This is the very end."
	c.Articles[0].Text = text
	c.Rows[0].Cells[0].Span = model.Span{End: len(text)}
	c.Rows[1].Cells[0] = nil
	if !d.disputed {
		c.Conflicts = nil
		return c, nil
	}
	at := strings.Index(text, "Sentence 80")
	c.Conflicts[0].A.Mark = model.Span{Start: at + 12, End: at + 19}
	c.Conflicts[0].B = model.Side{Article: c.Articles[2].ID} // no words of its own
	return c, nil
}

func BenchmarkListView(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := bigList(b, n)
			for b.Loop() {
				s.app.View()
			}
		})
	}
}

func BenchmarkListKey(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := bigList(b, n)
			for i := 0; b.Loop(); i++ {
				s.press([]string{"j", "j", "k", "pgdown"}[i%4])
				s.app.View()
			}
		})
	}
}

func bigList(b *testing.B, n int) *stage {
	desk := newsroom.New()
	desk.Padding = n
	return newStage(b, desk, 200, 50, ui.Options{})
}

func BenchmarkFirstFrame(b *testing.B) {
	for b.Loop() {
		bigList(b, 10000).app.View()
	}
}

func BenchmarkEventKey(b *testing.B) {
	for _, rows := range []int{20, 2000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := newStage(b, longDesk{rows}, 200, 50, ui.Options{Event: "long"})
			for i := 0; b.Loop(); i++ {
				s.press([]string{"j", "n", "k", "pgdown"}[i%4])
				s.app.View()
			}
		})
	}
}

func BenchmarkEventFreeKey(b *testing.B) {
	for _, rows := range []int{20, 2000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := newStage(b, longDesk{rows}, 200, 50, ui.Options{Event: "long"})
			s.press("a")
			for i := 0; b.Loop(); i++ {
				s.press([]string{"j", "n", "k", "j"}[i%4])
				s.app.View()
			}
		})
	}
}

func BenchmarkArticleKey(b *testing.B) {
	for _, rows := range []int{20, 2000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := newStage(b, longDesk{rows}, 200, 50, ui.Options{Event: "long"})
			s.press("enter")
			for i := 0; b.Loop(); i++ {
				s.press([]string{"j", "k", "pgdown", "pgup"}[i%4])
				s.app.View()
			}
		})
	}
}

func BenchmarkResize(b *testing.B) {
	s := newStage(b, longDesk{200}, 200, 50, ui.Options{Event: "long"})
	for i := 0; b.Loop(); i++ {
		s.send(tea.WindowSizeMsg{Width: 126 + i%2*60, Height: 50})
		s.app.View()
	}
}
