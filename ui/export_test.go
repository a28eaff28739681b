package ui

import (
	"time"

	"parallax/ui/cell"
	"parallax/ui/keys"

	tea "charm.land/bubbletea/v2"
)

// Unhurried is a without timers: nothing is late, and previews come at once, so that
// tests need not wait.
func (a *App) Unhurried() *App {
	a.after = func(d time.Duration, m tea.Msg) tea.Cmd {
		if d == quiet {
			return func() tea.Msg { return m }
		}
		return nil
	}
	return a
}

// Count makes a count cells by m, as if the terminal had said so.
func (a *App) Count(m cell.Method) {
	a.cells = m
	a.fit()
}

// Place is the screen that is shown.
func (a *App) Place() keys.Place { return a.place() }

// Acts are the actions that have a function on a screen.
func (a *App) Acts(p keys.Place) []keys.Action {
	var list []keys.Action
	for action := range a.acts[p] {
		list = append(list, action)
	}
	return list
}

// Table is the table of keys in force.
func (a *App) Table() keys.Table { return a.keys }

// Look asks whether the desk has changed, as is done every while.
func (a *App) Look() tea.Cmd { return a.handleWatch() }
