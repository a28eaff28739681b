package ui

import (
	"fmt"
	"maps"

	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// act is what an action does.
type act func(*App) tea.Cmd

// acts are the functions of the actions, by screen.
func acts() map[keys.Place]map[keys.Action]act {
	all := map[keys.Place]map[keys.Action]act{
		keys.Browse: browseActs(), keys.Article: articleActs(), keys.Event: eventActs(),
		keys.Matrix: matrixActs(), keys.FacetPane: facetActs(), keys.Help: pageActs(), keys.Notes: pageActs(),
	}
	maps.Copy(all[keys.Event], outsideActs())
	maps.Copy(all[keys.Article], outsideActs())
	for _, p := range []keys.Place{keys.Browse, keys.Event, keys.Article} {
		maps.Copy(all[p], workActs())
	}
	for _, of := range all {
		maps.Copy(of, map[keys.Action]act{
			keys.Back: (*App).back, keys.ShowHelp: (*App).showHelp, keys.Mouse: (*App).toggleMouse,
			keys.Command:   (*App).askCommand,
			keys.Repaint:   func(*App) tea.Cmd { return tea.ClearScreen },
			keys.Suspend:   func(*App) tea.Cmd { return tea.Suspend },
			keys.Interrupt: func(*App) tea.Cmd { return tea.Interrupt },
			keys.Quit:      func(*App) tea.Cmd { return tea.Quit },
		})
	}
	return all
}

// handleKey finds what a key stands for and does it. What is typed goes to the
// prompt.
func (a *App) handleKey(m tea.KeyPressMsg) tea.Cmd {
	if a.prompt != nil {
		return a.typeKey(m)
	}
	action, ok := a.keys.Find(a.place(), m)
	switch {
	case !a.sized() && action != keys.Quit && action != keys.Interrupt:
		return nil // no screen is laid out before the terminal's size is known
	case !ok:
		a.sayElsewhere(m)
		return nil
	}
	return a.do(action)
}

// sayElsewhere says of a key that means nothing on this screen what it does on
// others.
func (a *App) sayElsewhere(m tea.KeyPressMsg) {
	if b, ok := a.keys.Elsewhere(m); ok {
		a.say(fmt.Sprintf("%s is %s: %s; not on this screen", b.Keys[0], b.Action, b.Does))
	}
}

// do carries out an action on the screen that is shown.
func (a *App) do(action keys.Action) tea.Cmd {
	a.notice = notice{}
	f, ok := a.acts[a.place()][action]
	if !ok {
		return nil
	}
	return f(a)
}

// handleWheel scrolls as the keys do.
func (a *App) handleWheel(m tea.MouseWheelMsg) tea.Cmd {
	switch m.Button {
	case tea.MouseWheelDown:
		return a.do(keys.Down)
	case tea.MouseWheelUp:
		return a.do(keys.Up)
	}
	return nil
}

// back ends what is waited for, searched or filtered, else goes one screen up.
func (a *App) back() tea.Cmd {
	if a.opening.waiting {
		a.opening.end()
		return nil
	}
	if a.place() == keys.Browse && a.browse.Waiting() {
		a.unlist()
		a.listed++
		a.browse.GiveUp()
		return nil
	}
	if s, ok := a.screen().(interface {
		Searching() bool
		Search(string)
	}); ok && s.Searching() {
		s.Search("")
		return nil
	}
	if a.place() == keys.FacetPane {
		return a.hideFacets()
	}
	if filter, typed := a.browse.Filter(); a.place() == keys.Browse && typed != "" {
		return a.relist("", Filter{Events: filter.Events, Sort: filter.Sort})
	}
	if len(a.places) > 1 {
		a.places = a.places[:len(a.places)-1]
		a.fit()
	}
	return a.wantMore()
}

func (a *App) showHelp() tea.Cmd {
	a.help = screen.NewPage("Help", screen.Help(a.keys, a.place()))
	a.open(keys.Help)
	return nil
}

func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	if a.mouse {
		a.say("the wheel scrolls; M gives the mouse back for selecting text")
	} else {
		a.say("the mouse selects text")
	}
	return nil
}
