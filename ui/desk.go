package ui

import (
	"context"

	"parallax/model"
	"parallax/ui/screen"
)

// Desk answers what the screens ask. Calls may be slow; they run beside the
// program, may come at the same time, and honour ctx. Whatever they return is
// taken as hostile.
type Desk interface {
	// Name is what is open, for the title line: a path, "sample".
	Name() string
	// About is a sentence or two on what is open, or "".
	About() string
	// Entries is count entries of the list from one on, counted from 0, and how
	// many the list has, in the order that the filter asks for. With Filter.Events an entry
	// stands for an event.
	Entries(ctx context.Context, q Filter, from, count int) (entries []Entry, total int, err error)
	// Counts is how many entries of the list have what.
	Counts(ctx context.Context, q Filter) (Counts, error)
	// Article is the article of an ID.
	Article(ctx context.Context, id string) (model.Article, error)
	// Event is the event of an ID, or that of the article of an ID, side by side.
	Event(ctx context.Context, id string) (model.Comparison, error)
	// Skipped is what was not read and why, one line each.
	Skipped() []string
}

// Entry is a line of the list.
type Entry = screen.Entry

// Counts is how many entries of the list have what.
type Counts = screen.Counts

// Count is a value and how many have it.
type Count = screen.Count

// Sort is an order of the list.
type Sort = screen.Sort

// The orders.
const (
	ByDate      = screen.ByDate
	ByOutlet    = screen.ByOutlet
	ByLanguage  = screen.ByLanguage
	ByConflicts = screen.ByConflicts
	ByTitle     = screen.ByTitle
)

// Filter says which lines the list shows.
type Filter = screen.Filter
