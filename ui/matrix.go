package ui

import (
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/fact"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// matrixActs are the actions of the facts of an event.
func matrixActs() map[keys.Action]act {
	move := func(f func(*screen.Matrix)) act {
		return func(a *App) tea.Cmd {
			f(a.matrix)
			return nil
		}
	}
	return map[keys.Action]act{
		keys.Down:      move(func(m *screen.Matrix) { m.Move(1) }),
		keys.Up:        move(func(m *screen.Matrix) { m.Move(-1) }),
		keys.PageDown:  move(func(m *screen.Matrix) { m.Page(1) }),
		keys.PageUp:    move(func(m *screen.Matrix) { m.Page(-1) }),
		keys.First:     move(func(m *screen.Matrix) { m.Edge(false) }),
		keys.Last:      move(func(m *screen.Matrix) { m.Edge(true) }),
		keys.NextCol:   move(func(m *screen.Matrix) { m.Column(1) }),
		keys.PrevCol:   move(func(m *screen.Matrix) { m.Column(-1) }),
		keys.PageRight: move(func(m *screen.Matrix) { m.Sideways(1) }),
		keys.PageLeft:  move(func(m *screen.Matrix) { m.Sideways(-1) }),
		keys.Clashes:   move(func(m *screen.Matrix) { m.Disputed() }),
		keys.Sort:      move(func(m *screen.Matrix) { m.Sort() }),
		keys.Next:      func(a *App) tea.Cmd { return a.nextFact(1) },
		keys.Previous:  func(a *App) tea.Cmd { return a.nextFact(-1) },
		keys.Open:      (*App).openFact,
	}
}

// matrixReady is the facts of an event, when they are found.
type matrixReady struct {
	number int
	event  string
	facts  fact.Matrix
}

// askMatrix finds the facts of the event that is shown, beside the program.
func (a *App) askMatrix() tea.Cmd {
	c, possible := a.event.Comparison()
	ctx, number := a.opening.begin(a.ctx, "finding the facts")
	return tea.Batch(func() tea.Msg {
		docs := make([]*claim.Document, len(c.Articles))
		articles := append([]model.Article(nil), c.Articles...)
		for i := range articles {
			if ctx.Err() != nil {
				return nil
			}
			docs[i] = claim.Read(&articles[i])
		}
		return matrixReady{number, c.Event.ID, fact.Of(&c, docs, possible)}
	}, a.late(answerLate{number}))
}

// handleMatrix opens the facts that were found.
func (a *App) handleMatrix(m matrixReady) {
	if a.taken(m.number, nil) && a.event != nil && a.event.ID() == m.event {
		a.matrix = screen.NewMatrix(a.event, m.facts)
		a.open(keys.Matrix)
	}
}

func (a *App) nextFact(n int) tea.Cmd {
	if !a.matrix.Next(n) {
		a.say("no fact is in dispute")
	}
	return nil
}

// openFact goes to the passages of the selected fact, side by side.
func (a *App) openFact() tea.Cmd {
	row, dispute, article, ok := a.matrix.Picked()
	if !ok {
		return nil
	}
	a.open(keys.Event)
	a.event.GoTo(row, dispute, article)
	return nil
}
