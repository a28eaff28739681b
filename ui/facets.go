package ui

import (
	"time"

	"parallax/model"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// facetActs are the actions of the facets beside the list.
func facetActs() map[keys.Action]act {
	move := func(f func(*screen.Browse)) act {
		return func(a *App) tea.Cmd {
			f(a.browse)
			return nil
		}
	}
	return map[keys.Action]act{
		keys.Down:      move(func(b *screen.Browse) { b.MoveFacet(1) }),
		keys.Up:        move(func(b *screen.Browse) { b.MoveFacet(-1) }),
		keys.PageDown:  move(func(b *screen.Browse) { b.PageFacets(1) }),
		keys.PageUp:    move(func(b *screen.Browse) { b.PageFacets(-1) }),
		keys.First:     move(func(b *screen.Browse) { b.EdgeFacets(false) }),
		keys.Last:      move(func(b *screen.Browse) { b.EdgeFacets(true) }),
		keys.PageRight: move(func(b *screen.Browse) { b.Unfold(true) }),
		keys.PageLeft:  move(func(b *screen.Browse) { b.Unfold(false) }),
		keys.Open:      (*App).toggleFacet,
		keys.Filter:    (*App).askFilter,
		keys.NextCol:   (*App).leaveFacets,
		keys.Facets:    (*App).hideFacets,
	}
}

// showFacets shows the facets beside the list and gives them the keys.
func (a *App) showFacets() tea.Cmd {
	a.browse.ShowFacets(true)
	a.open(keys.FacetPane)
	return nil
}

// leaveFacets gives the keys back to the list. Where there is no room for both
// the facets are hidden.
func (a *App) leaveFacets() tea.Cmd {
	if a.browse.FacetsAlone() {
		return a.hideFacets()
	}
	a.browse.EnterFacets(false)
	a.open(keys.Browse)
	return a.wantMore()
}

func (a *App) hideFacets() tea.Cmd {
	a.browse.ShowFacets(false)
	a.open(keys.Browse)
	return a.wantMore()
}

// toggleFacet filters the list by the selected facet, or no longer.
func (a *App) toggleFacet() tea.Cmd {
	q, ok := a.browse.Toggled()
	if !ok {
		a.say("a filter cannot ask for what is not known; d and O set dates and outlets")
		return nil
	}
	f, _ := a.browse.Filter()
	f.Query = q
	return a.relist(q.String(), f)
}

// countsReady is how many entries of the list have what.
type countsReady struct {
	number int
	counts screen.Tally
	err    error
}

// recount is how long after counts that are not whole they are asked for again.
const recount = 400 * time.Millisecond

// wantCounts asks for the counts of the list that is shown.
func (a *App) wantCounts() tea.Cmd {
	filter, _ := a.browse.Filter()
	ctx, number := a.listing, a.listed
	return func() tea.Msg {
		counts, err := a.desk.Counts(ctx, filter)
		return countsReady{number, screen.NewTally(counts), err}
	}
}

func (a *App) handleCounts(m countsReady) tea.Cmd {
	if m.number != a.listed || m.err != nil {
		return nil // the list itself says what is wrong
	}
	grown := a.browse.Count(m.counts)
	var cmds []tea.Cmd
	if grown {
		cmds = append(cmds, a.renewPages())
	}
	if m.counts.More {
		cmds = append(cmds, a.recountSoon())
	}
	return tea.Batch(cmds...)
}

type recountNow struct{ number int }

// recountSoon asks for the counts again in a while, unless that is going to be.
func (a *App) recountSoon() tea.Cmd {
	if a.recounting == a.listed {
		return nil
	}
	a.recounting = a.listed
	return a.after(recount, recountNow{a.listed})
}

func (a *App) handleRecount(m recountNow) tea.Cmd {
	if m.number != a.listed {
		return nil
	}
	a.recounting = 0
	return a.wantCounts()
}

// quiet is how long a selection stays before its preview is fetched.
const quiet = 80 * time.Millisecond

type (
	peekNow   struct{ id string }
	peekReady struct {
		article model.Article
		err     error
	}
)

// wantPeek asks, after a while, for the article that the preview lacks.
func (a *App) wantPeek() tea.Cmd {
	id, ok := a.browse.WantsPeek()
	if !ok || id == a.peeking {
		return nil
	}
	a.peeking = id
	return a.after(quiet, peekNow{id})
}

func (a *App) handlePeek(m peekNow) tea.Cmd {
	if m.id != a.peeking {
		return nil // another line was selected meanwhile
	}
	a.peeking = ""
	return func() tea.Msg {
		article, err := a.desk.Article(a.ctx, m.id)
		return peekReady{article, err}
	}
}

// wantMore asks for what the list lacks: pages and the preview.
func (a *App) wantMore() tea.Cmd { return tea.Batch(a.wantPages(), a.wantPeek()) }
