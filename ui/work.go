package ui

import (
	"context"
	"slices"

	"parallax/model"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// noNotebook says what is needed to keep anything.
const noNotebook = "this is kept in a library: parallax add PATH makes one, and parallax alone opens it"

// workActs are the actions that keep something, on the screens that show articles.
func workActs() map[keys.Action]act {
	return map[keys.Action]act{
		keys.Undo:     func(a *App) tea.Cmd { return a.keep(told("undone: ", Notebook.Undo)) },
		keys.Redo:     func(a *App) tea.Cmd { return a.keep(told("done again: ", Notebook.Redo)) },
		keys.Bookmark: (*App).bookmark,
		keys.SetDate: func(a *App) tea.Cmd {
			return a.askSetting("date", "date, as 2017-07-10, 2017-07 or XXXX-07-10?", func(r *model.Article) string { return r.Date.String() })
		},
		keys.SetOutlet: func(a *App) tea.Cmd {
			return a.askSetting("outlet", "outlet", func(r *model.Article) string { return r.Outlet })
		},
		keys.SetLanguage: func(a *App) tea.Cmd {
			return a.askSetting("language", "language, such as de or zh-Hant", func(r *model.Article) string { return r.Language })
		},
		keys.Mark:  (*App).mark,
		keys.Join:  (*App).join,
		keys.Split: (*App).split,
	}
}

// The answers of the notebook.
type (
	kept struct {
		what string
		err  error
	}
	workReady struct {
		work model.Work
		err  error
	}
)

// notebook is where things are kept; ok is false, and the reader is told, where
// there is none.
func (a *App) notebook() (n Notebook, ok bool) {
	if n, ok = a.notebookOf(); !ok {
		a.say(noNotebook)
	}
	return n, ok
}

// notebookOf is where things are kept; ok is false where there is no such place.
func (a *App) notebookOf() (n Notebook, ok bool) {
	if many, is := a.desk.(Notebooks); is {
		n = many.Notebook()
		return n, n != nil
	}
	n, ok = a.desk.(Notebook)
	return n, ok
}

// keep does something in the notebook, beside the program.
func (a *App) keep(do func(Notebook, context.Context) (string, error)) tea.Cmd {
	n, ok := a.notebook()
	if !ok {
		return nil
	}
	return a.slowly("keeping it", func() tea.Msg {
		what, err := do(n, a.ctx)
		return kept{what, err}
	})
}

// told puts words before those for what was done.
func told(words string, do func(Notebook, context.Context) (string, error)) func(Notebook, context.Context) (string, error) {
	return func(n Notebook, ctx context.Context) (string, error) {
		what, err := do(n, ctx)
		return words + what, err
	}
}

// handleKept says what was done and asks for what may have changed by it.
func (a *App) handleKept(m kept) tea.Cmd {
	if m.err != nil {
		a.warn(m.err.Error())
		return nil
	}
	a.marks = nil
	a.say(m.what)
	return a.renew()
}

// fetchWork asks for all that the reader has kept.
func (a *App) fetchWork() tea.Msg {
	n, ok := a.notebookOf()
	if !ok {
		return nil
	}
	w, err := n.Work(a.ctx)
	return workReady{w, err}
}

func (a *App) handleWork(m workReady) {
	if m.err != nil {
		a.warn(m.err.Error())
		return
	}
	a.work = m.work
	a.showWork()
}

// showWork hands notes, bookmarks and marks to the screens.
func (a *App) showWork() {
	a.browse.Show(a.marks, a.work.Bookmarks)
	if a.event != nil {
		a.event.Show(a.marks, &a.work)
	}
	if a.article != nil {
		a.article.Show(&a.work)
	}
	a.fit()
}

// refreshList asks for the list anew and stays where it is.
func (a *App) refreshList() tea.Cmd {
	f, typed := a.browse.Filter()
	return a.reask(typed, f, true)
}

// The answers with which a screen is renewed.
type (
	eventAgain   eventReady
	articleAgain struct {
		article model.Article
		err     error
	}
)

// refetchEvent asks for the event that is shown as it is now; where it is gone,
// for the one in which its first article is.
func (a *App) refetchEvent() tea.Cmd {
	id, articles := a.event.ID(), a.event.Articles()
	return func() tea.Msg {
		c, err := a.desk.Event(a.ctx, id)
		for _, article := range articles {
			if err == nil {
				break
			}
			c, err = a.desk.Event(a.ctx, article)
		}
		return eventAgain{0, c, err}
	}
}

func (a *App) handleEventAgain(m eventAgain) {
	if m.err != nil {
		a.warn(m.err.Error())
		a.places = []keys.Place{keys.Browse}
		a.fit()
		return
	}
	next := screen.NewEvent(m.comparison)
	next.Resume(a.event)
	a.event = next
	a.showWork()
}

func (a *App) refetchArticle() tea.Cmd {
	id := a.article.ID()
	return func() tea.Msg {
		article, err := a.desk.Article(a.ctx, id)
		return articleAgain{article, err}
	}
}

func (a *App) handleArticleAgain(m articleAgain) {
	if m.err != nil || a.article.ID() != m.article.ID {
		return
	}
	a.article = a.article.Again(m.article)
	a.showWork()
}

// judge gives the selected dispute a verdict, and keeps its note.
func (a *App) judge(v model.Verdict) tea.Cmd {
	conflict, _, note, ok := a.event.Judged()
	if !ok {
		a.say("no conflict is selected")
		return nil
	}
	event := a.event.ID()
	return a.keep(func(n Notebook, ctx context.Context) (string, error) { return n.Judge(ctx, event, conflict, v, note) })
}

// askVerdictNote asks for a note on the verdict of the selected dispute.
func (a *App) askVerdictNote() tea.Cmd {
	conflict, verdict, note, ok := a.event.Judged()
	if !ok {
		a.say("no conflict is selected")
		return nil
	}
	if _, ok := a.notebook(); !ok {
		return nil
	}
	event := a.event.ID()
	return a.ask("note on the conflict", note, func(a *App, text string) (tea.Cmd, error) {
		return a.keep(func(n Notebook, ctx context.Context) (string, error) {
			return n.Judge(ctx, event, conflict, verdict, text)
		}), nil
	})
}

// askNote asks for a note on the passage in focus, which "" takes away.
func (a *App) askNote() tea.Cmd {
	report, at, ok := a.passage()
	if !ok {
		return nil
	}
	if _, ok := a.notebook(); !ok {
		return nil
	}
	known := ""
	for _, n := range a.work.Notes {
		if s, found := n.Passage.Find(report.Text); n.Passage.Article == report.ID && found && s == at {
			known = n.Text
		}
	}
	id := report.ID
	return a.ask("note", known, func(a *App, text string) (tea.Cmd, error) {
		return a.keep(func(n Notebook, ctx context.Context) (string, error) {
			stored, err := a.desk.Article(ctx, id) // the screen's text is made harmless
			if err != nil {
				return "", err
			}
			at.End = min(at.End, len(stored.Text))
			at.Start = min(at.Start, at.End)
			return n.Note(ctx, model.PassageOf(&stored, at), text)
		}), nil
	})
}

// passage is the article in focus and the words of it that are pointed at; none
// are where the whole article is.
func (a *App) passage() (model.Article, model.Span, bool) {
	switch a.place() {
	case keys.Article:
		report, at := a.article.Passage()
		return report, at, true
	case keys.Event:
		return a.event.Passage()
	}
	e, ok := a.browse.Picked()
	return model.Article{ID: e.ID, Outlet: e.Outlet, Language: e.Language, Date: e.Date}, model.Span{}, ok
}

// bookmark puts a bookmark on the article in focus, or takes it off.
func (a *App) bookmark() tea.Cmd {
	report, _, ok := a.passage()
	if !ok {
		return nil
	}
	on := !slices.Contains(a.work.Bookmarks, report.ID)
	return a.keep(func(n Notebook, ctx context.Context) (string, error) { return n.Bookmark(ctx, report.ID, on) })
}

// askSetting asks for the reader's word on a field of the article in focus.
func (a *App) askSetting(field, label string, now func(*model.Article) string) tea.Cmd {
	report, _, ok := a.passage()
	if !ok {
		return nil
	}
	if f, _ := a.browse.Filter(); a.place() == keys.Browse && f.Events {
		a.say("this is an event: open it, or v for articles")
		return nil
	}
	if _, ok := a.notebook(); !ok {
		return nil
	}
	return a.ask(label, now(&report), func(a *App, text string) (tea.Cmd, error) {
		return a.keep(func(n Notebook, ctx context.Context) (string, error) { return n.Set(ctx, report.ID, field, text) }), nil
	})
}
