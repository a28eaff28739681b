package ui

import (
	"context"
	"fmt"
	"slices"

	"parallax/ui/keys"

	tea "charm.land/bubbletea/v2"
)

// mark marks the articles in focus, to be joined or split, or no longer: those of
// an event where a line of the list is one.
func (a *App) mark() tea.Cmd {
	ids, _ := a.chosen()
	if len(ids) == 0 {
		return nil
	}
	on := !slices.Contains(a.marks, ids[0])
	a.marks = slices.DeleteFunc(slices.Clone(a.marks), func(id string) bool { return slices.Contains(ids, id) })
	if on {
		a.marks = append(a.marks, ids...)
	}
	a.showWork()
	n := fmt.Sprintf("%d articles are marked", len(a.marks))
	if len(a.marks) == 1 {
		n = "1 article is marked"
	}
	a.say(n + ": J joins them with another, X splits them off")
	if a.place() == keys.Browse {
		a.browse.Move(1)
	}
	return a.wantMore()
}

// chosen is the articles in focus, and all those of their event.
func (a *App) chosen() (ids, event []string) {
	switch a.place() {
	case keys.Event:
		report, _, ok := a.event.Passage()
		if !ok {
			return nil, nil
		}
		return []string{report.ID}, a.event.Articles()
	case keys.Article:
		return []string{a.article.ID()}, nil
	}
	e, ok := a.browse.Picked()
	if !ok {
		return nil, nil
	}
	if f, _ := a.browse.Filter(); f.Events {
		return e.Articles, e.Articles
	}
	return []string{e.ID}, e.Articles
}

// join keeps the marked articles and those in focus, with all of its event,
// together as one event.
func (a *App) join() tea.Cmd {
	ids, event := a.chosen()
	if _, ok := a.notebook(); !ok || len(ids) == 0 {
		return nil
	}
	if len(a.marks) == 0 {
		a.say("mark what belongs together with t, then J")
		return nil
	}
	together := slices.Clone(a.marks)
	for _, id := range append(ids, event...) {
		if !slices.Contains(together, id) {
			together = append(together, id)
		}
	}
	return a.keep(func(n Notebook, ctx context.Context) (string, error) { return n.Join(ctx, together) })
}

// split keeps the marked articles of the event in focus, or else the article in
// focus, apart from the others of the event.
func (a *App) split() tea.Cmd {
	ids, event := a.chosen()
	if _, ok := a.notebook(); !ok || len(ids) == 0 {
		return nil
	}
	off := slices.DeleteFunc(slices.Clone(event), func(id string) bool { return !slices.Contains(a.marks, id) })
	if len(off) == 0 {
		off = ids
	}
	rest := slices.DeleteFunc(slices.Clone(event), func(id string) bool { return slices.Contains(off, id) })
	if len(rest) == 0 {
		a.say("there is nothing here to split off: mark some reports of an event with t, then X")
		return nil
	}
	return a.keep(func(n Notebook, ctx context.Context) (string, error) { return n.Split(ctx, off, rest) })
}
