package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// keptDesk answers the reader's screens from a library, and keeps in it what the
// reader makes of articles.
type keptDesk struct {
	limits *limits
	about  string

	mu      sync.RWMutex // guards desk, which is replaced when articles regroup
	desk    *desk
	written written // state of the file when that was read
}

var (
	_ ui.Desk     = (*keptDesk)(nil)
	_ ui.Notebook = (*keptDesk)(nil)
)

func newKeptDesk(l *limits, about string, r *reading) *keptDesk {
	return &keptDesk{limits: l, about: about, desk: newDesk(r.library, about, r), written: writtenAt(l.path())}
}

func (k *keptDesk) now() *desk {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.desk
}

// Name is what is open.
func (k *keptDesk) Name() string { return k.now().Name() }

// About says what is open.
func (k *keptDesk) About() string { return k.now().About() }

// Entries lists articles or events.
func (k *keptDesk) Entries(ctx context.Context, q ui.Filter, from, count int) ([]ui.Entry, int, error) {
	return k.now().Entries(ctx, q, from, count)
}

// Counts is how many entries of the list have what.
func (k *keptDesk) Counts(ctx context.Context, q ui.Filter) (ui.Counts, error) {
	return k.now().Counts(ctx, q)
}

// Article is the article of an ID.
func (k *keptDesk) Article(ctx context.Context, id string) (model.Article, error) {
	return k.now().Article(ctx, id)
}

// Event is an event side by side.
func (k *keptDesk) Event(ctx context.Context, id string) (model.Comparison, error) {
	return k.now().Event(ctx, id)
}

// Gloss is what a word means, as far as dictionaries on the machine tell.
func (k *keptDesk) Gloss(ctx context.Context, word, from, to string) []string {
	return k.now().Gloss(ctx, word, from, to)
}

// Skipped lists what was not read and why.
func (k *keptDesk) Skipped() []string { return k.now().Skipped() }

// Work is all that the reader has made of articles.
func (k *keptDesk) Work(context.Context) (model.Work, error) { return k.now().kept(), nil }

// Judge gives a dispute a verdict.
func (k *keptDesk) Judge(ctx context.Context, event, conflict string, v model.Verdict, note string) (string, error) {
	c, err := k.now().Event(ctx, event)
	if err != nil {
		return "", err
	}
	judgements := disputeOf(c.Conflicts, conflict, v, note)
	if len(judgements) == 0 {
		return "", fmt.Errorf("no conflict %q", conflict)
	}
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Judge(ctx, judgements) })
}

// Note writes a note about a passage.
func (k *keptDesk) Note(ctx context.Context, p model.Passage, text string) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Note(ctx, p, text) })
}

// Unnote takes a note away.
func (k *keptDesk) Unnote(ctx context.Context, note string) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Unnote(ctx, note) })
}

// Bookmark puts a bookmark on an article.
func (k *keptDesk) Bookmark(ctx context.Context, article string, on bool) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Bookmark(ctx, article, on) })
}

// Set sets the date, outlet or language of an article.
func (k *keptDesk) Set(ctx context.Context, article, field, value string) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) {
		return lib.Set(ctx, article, []library.Setting{{Field: field, Value: value}})
	})
}

// Join keeps articles together as reports of one event.
func (k *keptDesk) Join(ctx context.Context, articles []string) (string, error) {
	if len(articles) < 2 {
		return "", errors.New("one article alone cannot be joined: mark another")
	}
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Decide(ctx, joined(articles)) })
}

// Split keeps articles apart from others.
func (k *keptDesk) Split(ctx context.Context, articles, from []string) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Decide(ctx, split(articles, from)) })
}

// Undo takes back what was done last.
func (k *keptDesk) Undo(ctx context.Context) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Undo(ctx) })
}

// Redo does again what was undone last.
func (k *keptDesk) Redo(ctx context.Context) (string, error) {
	return k.act(ctx, func(lib *library.Library) (string, error) { return lib.Redo(ctx) })
}

// act does something in the library and lets the desk know.
func (k *keptDesk) act(ctx context.Context, do func(*library.Library) (string, error)) (string, error) {
	lib, err := k.limits.existing(ctx)
	if err != nil {
		return "", err
	}
	what, err := do(lib)
	if err == nil {
		err = k.renew(ctx, lib)
	}
	err = errors.Join(briefError(err), lib.Close())
	k.mu.Lock()
	defer k.mu.Unlock()
	k.written = writtenAt(k.limits.path())
	return what, err
}

// briefError is an error without the name of the library, where there is only nothing
// to undo or to do again.
func briefError(err error) error {
	for _, none := range []error{library.ErrNothingToUndo, library.ErrNothingToRedo} {
		if errors.Is(err, none) {
			return none
		}
	}
	return err
}

// renew brings the desk to what the library holds after an action.
func (k *keptDesk) renew(ctx context.Context, lib *library.Library) error {
	last, err := lib.Actions(ctx, 1)
	if err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(last) == 0 || !last[0].Regroups {
		w, err := lib.Work(ctx)
		if err == nil {
			k.desk.recall(w)
		}
		return err
	}
	r, err := loadKept(ctx, stdio{err: io.Discard}, k.limits, query.Query{})
	if err == nil {
		k.desk = newDesk(k.desk.name, k.about, r)
	}
	return err
}

// kept is all that the reader has made of articles.
func (d *desk) kept() model.Work {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.work
}

// recall gives the conflicts compared so far the verdicts of the reader.
func (d *desk) recall(w model.Work) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.work = w
	for e, c := range d.compared {
		c.Conflicts = slices.Clone(c.Conflicts) // screens may hold the old ones
		w.Recall(c.Conflicts)
		d.compared[e] = c
	}
}
