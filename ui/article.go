package ui

import (
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// articleActs are the actions of an article.
func articleActs() map[keys.Action]act {
	move := func(f func(*screen.Article)) act {
		return func(a *App) tea.Cmd {
			f(a.article)
			return nil
		}
	}
	return map[keys.Action]act{
		keys.Down:      move(func(s *screen.Article) { s.Move(1) }),
		keys.Up:        move(func(s *screen.Article) { s.Move(-1) }),
		keys.PageDown:  move(func(s *screen.Article) { s.Page(1) }),
		keys.PageUp:    move(func(s *screen.Article) { s.Page(-1) }),
		keys.First:     move(func(s *screen.Article) { s.Edge(false) }),
		keys.Last:      move(func(s *screen.Article) { s.Edge(true) }),
		keys.Next:      move(func(s *screen.Article) { s.Next(1) }),
		keys.Previous:  move(func(s *screen.Article) { s.Next(-1) }),
		keys.NextEvent: func(a *App) tea.Cmd { return a.stepArticle(1) },
		keys.PrevEvent: func(a *App) tea.Cmd { return a.stepArticle(-1) },
		keys.Note:      (*App).askNote,
		keys.Open:      (*App).openBeside,
		keys.Search:    (*App).askSearch,
		keys.Copy:      (*App).copyPassage,
	}
}

// handleArticle opens an article that came.
func (a *App) handleArticle(m articleReady) {
	if a.taken(m.number, m.err) {
		a.article = screen.NewArticle(m.article, m.event, m.mark)
		a.article.Show(&a.work)
		a.open(keys.Article)
	}
}

// stepArticle opens the next article of the list, or the one before.
func (a *App) stepArticle(dir int) tea.Cmd {
	if !a.browse.StepArticle(a.article.ID(), dir) {
		a.say("no more articles that way")
		return nil
	}
	return tea.Batch(a.readPicked(), a.wantPages())
}

// openBeside opens the event of the article.
func (a *App) openBeside() tea.Cmd {
	id := a.article.Event()
	switch {
	case id == "":
		a.say("no other report of this")
		return nil
	case a.event != nil && a.event.ID() == id:
		a.open(keys.Event)
		return nil
	}
	return a.fetchEvent(id)
}

// searched is a screen whose text can be searched.
type searched interface{ Search(string) }

func (a *App) askSearch() tea.Cmd {
	return a.ask("search", "", func(a *App, text string) (tea.Cmd, error) {
		if s, ok := a.screen().(searched); ok {
			s.Search(text)
		}
		return nil, nil
	})
}

func (a *App) copyPassage() tea.Cmd {
	var text, what string
	switch a.place() {
	case keys.Article:
		text, what = a.article.Copied()
	default:
		report, span, ok := a.event.Passage()
		if !ok {
			return nil
		}
		text, what = screen.Cite(&report, span), "the sentence from "+report.Outlet
	}
	return a.copied(text, what)
}
