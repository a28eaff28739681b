package ui

import "parallax/ui/keys"

// apt reports whether an action would do something on the screen as it is, so
// that the footer offers nothing in vain.
func (a *App) apt(action keys.Action) bool {
	switch a.place() {
	case keys.Browse:
		return a.aptInList(action)
	case keys.Article:
		return a.aptInArticle(action)
	case keys.Event:
		return a.aptInEvent(action)
	case keys.Matrix:
		return a.aptInFacts(action)
	}
	return true
}

func (a *App) aptInList(action keys.Action) bool {
	_, some := a.browse.Picked()
	switch action {
	case keys.Open, keys.Read, keys.Down, keys.Facets, keys.Sort:
		return some
	case keys.PrevDay:
		f, _ := a.browse.Filter()
		return some && f.Sort == ByDate
	case keys.Filter, keys.Turn:
		_, typed := a.browse.Filter()
		return some || typed != ""
	}
	return true
}

func (a *App) aptInArticle(action keys.Action) bool {
	switch action {
	case keys.Open:
		return a.article.Event() != ""
	case keys.PrevEvent:
		return a.browse.Total() > 1
	case keys.Next:
		return a.article.Searching()
	case keys.Note:
		return a.keeps()
	}
	return true
}

func (a *App) aptInEvent(action keys.Action) bool {
	switch action {
	case keys.Next, keys.Clashes:
		return a.event.Any()
	case keys.Open, keys.Down, keys.Copy, keys.Facts:
		return a.event.Rows() > 0
	case keys.NextCol:
		return len(a.event.Articles()) > 1
	case keys.PageLeft:
		return a.event.More()
	case keys.PrevEvent:
		return a.browse.Total() > 1
	case keys.Confirm, keys.Dismiss:
		_, _, _, selected := a.event.Judged()
		return selected && a.keeps()
	case keys.Note:
		return a.event.Rows() > 0 && a.keeps()
	case keys.Export:
		return a.start.Outside != nil
	}
	return true
}

func (a *App) aptInFacts(action keys.Action) bool {
	switch action {
	case keys.Next, keys.Clashes:
		return a.matrix.Any()
	case keys.Open, keys.Down:
		_, _, _, ok := a.matrix.Picked()
		return ok
	case keys.PageLeft:
		return a.matrix.More()
	}
	return true
}

// keeps reports whether there is a place where things are kept.
func (a *App) keeps() bool {
	_, ok := a.notebookOf()
	return ok
}
