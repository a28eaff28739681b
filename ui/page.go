package ui

import (
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// pageActs are the actions of the help and of what was skipped.
func pageActs() map[keys.Action]act {
	move := func(f func(*screen.Page)) act {
		return func(a *App) tea.Cmd {
			if p, ok := a.screen().(*screen.Page); ok {
				f(p)
			}
			return nil
		}
	}
	return map[keys.Action]act{
		keys.Down:     move(func(p *screen.Page) { p.Move(1) }),
		keys.Up:       move(func(p *screen.Page) { p.Move(-1) }),
		keys.PageDown: move(func(p *screen.Page) { p.Page(1) }),
		keys.PageUp:   move(func(p *screen.Page) { p.Page(-1) }),
		keys.First:    move(func(p *screen.Page) { p.Edge(false) }),
		keys.Last:     move(func(p *screen.Page) { p.Edge(true) }),
		keys.Search:   (*App).askSearch,
	}
}
