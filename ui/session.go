package ui

import (
	"parallax/model/query"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// Session is where the reader was and how things were shown, to go on from there
// another time. The zero Session is a fresh start.
type Session struct {
	Filter string `json:"filter,omitempty"` // as typed
	Events bool   `json:"events,omitempty"`
	Sort   Sort   `json:"sort,omitempty"`
	Facets bool   `json:"facets,omitempty"` // shown beside the list
	Place  int    `json:"place,omitempty"`  // in the list, counted from 0
	Mouse  bool   `json:"mouse,omitempty"`

	Event string           `json:"event,omitempty"` // ID of the event that was open
	View  screen.EventView `json:"view,omitzero"`   // of it
}

// Session is where the reader is now.
func (a *App) Session() Session {
	f, typed := a.browse.Filter()
	s := Session{Filter: typed, Events: f.Events, Sort: f.Sort, Facets: a.browse.Faceted(), Place: a.browse.Place(), Mouse: a.mouse}
	for _, p := range a.places {
		if p == keys.Event {
			s.Event, s.View = a.event.ID(), a.event.View()
		}
	}
	return s
}

// resume begins where a session ended. What it says and is no longer so is
// passed over.
func (a *App) resume(s Session) tea.Cmd {
	f := Filter{Events: s.Events, Sort: max(ByDate, min(s.Sort, ByTitle))}
	q, err := query.Parse(s.Filter)
	if err != nil {
		s.Filter = ""
	}
	f.Query = q
	a.mouse = a.mouse || s.Mouse
	a.browse.GoTo(s.Place)
	if s.Facets {
		a.browse.ShowFacets(true)
		a.browse.EnterFacets(false)
	}
	cmd := a.reask(s.Filter, f, true)
	if a.start.Event == "" && s.Event != "" {
		a.resuming = s
		return tea.Batch(cmd, a.fetchEvent(s.Event))
	}
	return cmd
}
