package ui

import (
	"context"
	"slices"
	"time"

	"parallax/ui/keys"

	tea "charm.land/bubbletea/v2"
)

// Living is a [Desk] of what other programs may change while it is open.
type Living interface {
	// Changed reports whether another program has changed what is open since it was
	// last asked; the desk then answers from what there is now. It may be slow and
	// honours ctx.
	Changed(ctx context.Context) (bool, error)
}

// watch is how often a desk is asked whether it has changed.
const watch = 400 * time.Millisecond

type (
	watchNow struct{}
	watched  struct{ changed bool }
)

// watchSoon asks in a while whether the desk has changed; nil where none can.
func (a *App) watchSoon() tea.Cmd {
	if _, ok := a.desk.(Living); !ok {
		return nil
	}
	return a.after(watch, watchNow{})
}

func (a *App) handleWatch() tea.Cmd {
	desk, ok := a.desk.(Living)
	if !ok {
		return nil
	}
	return func() tea.Msg {
		changed, err := desk.Changed(a.ctx)
		return watched{changed && err == nil} // what failed is asked for again
	}
}

// handleWatched shows what others have changed, once the list that is waited for
// has come.
func (a *App) handleWatched(m watched) tea.Cmd {
	a.outdated = a.outdated || m.changed
	if !a.outdated || a.browse.Waiting() {
		return a.watchSoon()
	}
	a.outdated = false
	return tea.Batch(a.renew(), a.watchSoon())
}

// renew asks again for all that is on the screens, which stay until it comes.
func (a *App) renew() tea.Cmd {
	cmds := []tea.Cmd{a.refreshList(), a.fetchWork}
	if a.event != nil && slices.Contains(a.places, keys.Event) {
		cmds = append(cmds, a.refetchEvent())
	}
	if a.article != nil && slices.Contains(a.places, keys.Article) {
		cmds = append(cmds, a.refetchArticle())
	}
	return tea.Batch(cmds...)
}
