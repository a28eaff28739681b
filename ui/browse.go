package ui

import (
	"parallax/model"
	"parallax/model/query"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// browseActs are the actions of the list.
func browseActs() map[keys.Action]act {
	move := func(f func(*screen.Browse)) act {
		return func(a *App) tea.Cmd {
			f(a.browse)
			return a.wantMore()
		}
	}
	return map[keys.Action]act{
		keys.Down:      move(func(b *screen.Browse) { b.Move(1) }),
		keys.Up:        move(func(b *screen.Browse) { b.Move(-1) }),
		keys.PageDown:  move(func(b *screen.Browse) { b.Page(1) }),
		keys.PageUp:    move(func(b *screen.Browse) { b.Page(-1) }),
		keys.First:     move(func(b *screen.Browse) { b.Edge(false) }),
		keys.Last:      move(func(b *screen.Browse) { b.Edge(true) }),
		keys.Open:      (*App).openPicked,
		keys.Read:      (*App).readPicked,
		keys.Turn:      (*App).turnList,
		keys.Filter:    (*App).askFilter,
		keys.ShowSkip:  (*App).showSkipped,
		keys.ShowKept:  (*App).showKept,
		keys.Facets:    (*App).showFacets,
		keys.Sort:      (*App).sortList,
		keys.NextDay:   func(a *App) tea.Cmd { return a.jump(1, false) },
		keys.PrevDay:   func(a *App) tea.Cmd { return a.jump(-1, false) },
		keys.NextMonth: func(a *App) tea.Cmd { return a.jump(1, true) },
		keys.PrevMonth: func(a *App) tea.Cmd { return a.jump(-1, true) },
	}
}

// openPicked opens the event of the selected line, or the article where it is
// the only report.
func (a *App) openPicked() tea.Cmd {
	e, ok := a.browse.Picked()
	if !ok {
		return nil
	}
	if e.Event != "" && e.Reports > 1 {
		return a.fetchEvent(e.Event)
	}
	return a.readPicked()
}

func (a *App) readPicked() tea.Cmd {
	e, ok := a.browse.Picked()
	if !ok {
		return nil
	}
	event := ""
	if e.Reports > 1 {
		event = e.Event
	}
	return a.fetchArticle(e.ID, event, model.Span{})
}

// turnList lists events instead of articles, or articles again.
func (a *App) turnList() tea.Cmd {
	f, typed := a.browse.Filter()
	f.Events = !f.Events
	return a.relist(typed, f)
}

func (a *App) askFilter() tea.Cmd {
	_, typed := a.browse.Filter()
	cmd := a.ask("filter", typed, func(a *App, text string) (tea.Cmd, error) {
		q, err := query.Parse(text)
		if err != nil {
			return nil, err
		}
		f, _ := a.browse.Filter()
		f.Query = q
		return a.relist(text, f), nil
	})
	a.prompt.completions = a.completions
	return cmd
}

// sortList puts the list into the next order.
func (a *App) sortList() tea.Cmd {
	f, typed := a.browse.Filter()
	f.Sort = f.Sort.Next()
	a.say("sorted by " + f.Sort.String())
	return a.relist(typed, f)
}

// jump goes to the next day or month of the list, or the one before.
func (a *App) jump(n int, month bool) tea.Cmd {
	if f, _ := a.browse.Filter(); f.Sort != screen.ByDate {
		a.say("the list is sorted by " + f.Sort.String() + "; s sorts it by date again")
		return nil
	}
	if !a.browse.Jump(n, month) {
		a.say("nothing more that way")
	}
	return a.wantMore()
}

func (a *App) showSkipped() tea.Cmd {
	if len(a.skips) == 0 {
		a.say("nothing was skipped")
		return nil
	}
	items := make([]screen.Item, len(a.skips))
	for i, s := range a.skips {
		items[i] = screen.Item{Words: s}
	}
	a.notes = screen.NewPage("Skipped", items)
	a.open(keys.Notes)
	return nil
}
