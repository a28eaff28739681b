package ui

import (
	"context"

	"parallax/model"
)

// Notebook keeps what the reader makes of articles. A [Desk] that is one as well,
// or hands one out as [Notebooks] does, lets the screens judge, note, mark, set, join and split, and take all of it
// back. What was done comes back in words, for the footer; what cannot be done is
// an error that says why. After each call the desk answers as things then stand.
type Notebook interface {
	// Work is all that the reader has made of articles.
	Work(ctx context.Context) (model.Work, error)
	// Judge gives the dispute of a conflict, by the IDs of its event and of itself
	// or of the dispute, a verdict and a note.
	Judge(ctx context.Context, event, conflict string, v model.Verdict, note string) (what string, err error)
	// Note writes a note about a passage; "" takes it away.
	Note(ctx context.Context, p model.Passage, text string) (what string, err error)
	// Unnote takes the note of an ID away.
	Unnote(ctx context.Context, note string) (what string, err error)
	// Bookmark puts a bookmark on an article, or takes it off.
	Bookmark(ctx context.Context, article string, on bool) (what string, err error)
	// Set sets the date, outlet or language of an article; "" takes that back.
	Set(ctx context.Context, article, field, value string) (what string, err error)
	// Join keeps articles together as reports of one event.
	Join(ctx context.Context, articles []string) (what string, err error)
	// Split keeps articles apart from others.
	Split(ctx context.Context, articles, from []string) (what string, err error)
	// Undo takes back what was done last, and Redo does it again; what says what
	// that was.
	Undo(ctx context.Context) (what string, err error)
	Redo(ctx context.Context) (what string, err error)
}

// Notebooks is a desk that only knows after a while whether things can be kept.
type Notebooks interface {
	// Notebook is where things are kept; nil where they cannot be, or not yet.
	Notebook() Notebook
}
