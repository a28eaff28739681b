package ui

import (
	"parallax/model"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// columnStep is the cells by which a column is made wider or narrower.
const columnStep = 4

// eventActs are the actions of an event side by side.
func eventActs() map[keys.Action]act {
	move := func(f func(*screen.Event)) act {
		return func(a *App) tea.Cmd {
			f(a.event)
			return nil
		}
	}
	return map[keys.Action]act{
		keys.Down:      move(func(s *screen.Event) { s.Move(1) }),
		keys.Up:        move(func(s *screen.Event) { s.Move(-1) }),
		keys.PageDown:  move(func(s *screen.Event) { s.Page(1) }),
		keys.PageUp:    move(func(s *screen.Event) { s.Page(-1) }),
		keys.First:     move(func(s *screen.Event) { s.Edge(false) }),
		keys.Last:      move(func(s *screen.Event) { s.Edge(true) }),
		keys.NextCol:   move(func(s *screen.Event) { s.Column(1) }),
		keys.PrevCol:   move(func(s *screen.Event) { s.Column(-1) }),
		keys.PageRight: move(func(s *screen.Event) { s.Sideways(1) }),
		keys.PageLeft:  move(func(s *screen.Event) { s.Sideways(-1) }),
		keys.Zoom:      move(func(s *screen.Event) { s.Zoom() }),
		keys.Widen:     move(func(s *screen.Event) { s.Resize(columnStep) }),
		keys.Narrow:    move(func(s *screen.Event) { s.Resize(-columnStep) }),
		keys.Even:      move(func(s *screen.Event) { s.Resize(0) }),
		keys.Next:      func(a *App) tea.Cmd { return a.nextConflict(1) },
		keys.Previous:  func(a *App) tea.Cmd { return a.nextConflict(-1) },
		keys.NextEvent: func(a *App) tea.Cmd { return a.stepEvent(1) },
		keys.PrevEvent: func(a *App) tea.Cmd { return a.stepEvent(-1) },
		keys.Clashes:   says((*screen.Event).Clashes, "only rows with a conflict; C shows all", "all rows"),
		keys.Possible:  says((*screen.Event).Possible, "conflicts that are only possible count too", "strong and likely conflicts"),
		keys.Free:      says((*screen.Event).Free, "whole articles, scrolled together; L scrolls one alone", "rows aligned"),
		keys.Lock:      says((*screen.Event).Lock, "outlets scroll together", "the outlet in focus scrolls alone (free only)"),
		keys.SwapRight: able(func(e *screen.Event) bool { return e.Swap(1) }, "this is the last column"),
		keys.SwapLeft:  able(func(e *screen.Event) bool { return e.Swap(-1) }, "this is the first column"),
		keys.Hide:      able((*screen.Event).Hide, "this is the only outlet"),
		keys.Unhide:    able((*screen.Event).Unhide, "no outlet is hidden"),
		keys.Base:      says((*screen.Event).Base, "rows as this outlet tells them; 0 goes back", "rows in their own order"),
		keys.Alone:     says((*screen.Event).Alone, "only what one outlet alone says; + shows all", "all rows"),
		keys.Glosses:   (*App).askGlosses,
		keys.Facts:     (*App).askMatrix,
		keys.Confirm:   func(a *App) tea.Cmd { return a.judge(model.Confirmed) },
		keys.Dismiss:   func(a *App) tea.Cmd { return a.judge(model.Dismissed) },
		keys.Reopen:    func(a *App) tea.Cmd { return a.judge(model.Open) },
		keys.WhyJudged: (*App).askVerdictNote,
		keys.Note:      (*App).askNote,
		keys.Dismissed: says((*screen.Event).Dismissed, "conflicts that you dismissed are shown too", "dismissed conflicts are hidden"),
		keys.Open:      (*App).openOriginal,
		keys.Search:    (*App).askSearch,
		keys.Copy:      (*App).copyPassage,
		keys.CopyPair:  (*App).copyPair,
		keys.CopyRow:   (*App).copyRow,
		keys.Export:    (*App).askExport,
		keys.ShowWhy:   (*App).showWhy,
	}
}

// says makes an action of a switch, which tells how it stands.
func says(turn func(*screen.Event) bool, on, off string) act {
	return func(a *App) tea.Cmd {
		if turn(a.event) {
			a.say(on)
		} else {
			a.say(off)
		}
		return nil
	}
}

// able makes an action that tells why where it can do nothing.
func able(do func(*screen.Event) bool, not string) act {
	return func(a *App) tea.Cmd {
		if !do(a.event) {
			a.say(not)
		}
		return nil
	}
}

// handleEvent opens an event that came.
func (a *App) handleEvent(m eventReady) {
	if m.err != nil && a.resuming.Event != "" {
		a.resuming, m.err = Session{}, nil // it is gone since
		a.opening.end()
		return
	}
	if a.taken(m.number, m.err) {
		a.event = screen.NewEvent(m.comparison)
		a.event.Show(a.marks, &a.work)
		a.open(keys.Event)
		if a.resuming.Event == a.event.ID() {
			a.event.SetView(a.resuming.View)
		}
		a.resuming = Session{}
	}
}

func (a *App) nextConflict(n int) tea.Cmd {
	switch {
	case !a.event.Any():
		a.say("no conflict here to go to")
	case a.event.Next(n):
		a.say("began again at the other end")
	}
	return nil
}

// stepEvent opens the next event of the list, or the one before.
func (a *App) stepEvent(dir int) tea.Cmd {
	event, ok := a.browse.StepEvent(a.event.ID(), dir)
	if !ok {
		a.say("no more events that way")
		return nil
	}
	return tea.Batch(a.fetchEvent(event), a.wantPages())
}

// openOriginal opens the article of the selected passage at the sentence.
func (a *App) openOriginal() tea.Cmd {
	report, span, ok := a.event.Passage()
	if !ok {
		return nil
	}
	a.article = screen.NewArticle(report, a.event.ID(), span)
	a.article.Show(&a.work)
	a.open(keys.Article)
	return nil
}

func (a *App) copyPair() tea.Cmd {
	text, what, ok := a.event.Pair()
	if !ok {
		a.say("no conflict is selected")
		return nil
	}
	return a.copied(text, what)
}

func (a *App) copyRow() tea.Cmd {
	text, what, ok := a.event.RowText()
	if !ok {
		return nil
	}
	return a.copied(text, what)
}

// showWhy tells why the selected conflict is one and the reports are together.
func (a *App) showWhy() tea.Cmd {
	a.notes = screen.NewPage("Why", a.event.Why())
	a.open(keys.Notes)
	return nil
}
