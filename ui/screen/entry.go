package screen

import (
	"parallax/model"
	"parallax/ui/safe"
)

// Entry is a line of the list: an article, or an event where the [Filter] asks
// for events.
type Entry struct {
	ID        string // of the article; of the event's first article for an event
	Event     string // ID of its event
	Date      model.Date
	DateBasis string
	Language  string // BCP 47; of an event, its languages with blanks between
	Outlet    string // "" for an event
	Title     string
	Reports   int      // articles of its event
	Conflicts int      // disputes of its event
	Uncounted bool     // they are not known yet
	Outlets   []string // of its event
	Articles  []string // IDs of the articles of its event
}

func admitEntry(e Entry) Entry {
	e.DateBasis = safe.Field(e.DateBasis)
	e.Language = safe.Field(e.Language)
	e.Outlet = safe.Field(e.Outlet)
	e.Title = safe.Field(e.Title)
	e.Outlets = safe.Fields(e.Outlets)
	return e
}
