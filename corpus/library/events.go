package library

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/group"
	"parallax/model/query"
)

// ErrNoEvent is an ID that no event has.
var ErrNoEvent = errors.New("no such event: see events --json for the IDs")

// Listed is an event of a list. Its articles are at hand by their IDs.
type Listed struct {
	model.Event
	Counted bool // Event.Conflicts is known
}

// maxListed is how many reports of an event a list tells of.
const maxListed = 400

// Events lists up to count events of which a report is asked for, newest first and
// undated last, from the one of index from, and how many there are in all. Their
// conflicts, those in the list and those that are asked for, are those that the
// given version of the program has found, see [Library.CountConflicts].
func (l *Library) Events(ctx context.Context, q query.Query, version string, from, count int) (found []Listed, total int, err error) {
	return l.ListEvents(ctx, q, Newest, version, from, count)
}

// ListEvents is [Library.Events] in an order. Events of which nobody has counted the
// conflicts are among those that have none.
func (l *Library) ListEvents(ctx context.Context, q query.Query, by Order, version string, from, count int) (found []Listed, total int, err error) {
	err = l.picking(ctx, q, version, func(s *shelf, picked []bool) error {
		places, n, err := l.listedFrom(s, by, true, s.eventsOf(q, picked), from, count)
		if err != nil {
			return err
		}
		total = n
		found, err = l.listed(s.events.numbersOf(places), version)
		return err
	})
	return found, total, err
}

// listedBy describes the events whose numbers a query selects.
func (l *Library) listedBy(sql string, args []any, version string) ([]Listed, error) {
	ns, err := l.selected(sql, args)
	if err != nil {
		return nil, err
	}
	return l.listed(ns, version)
}

// listed describes events.
func (l *Library) listed(ns []int64, version string) ([]Listed, error) {
	w, err := l.work()
	if err != nil {
		return nil, err
	}
	options := group.Options{Decisions: w.Decisions}
	if options.Background, err = l.background(); err != nil {
		return nil, err
	}
	out := make([]Listed, len(ns))
	for i, n := range ns {
		if out[i], err = l.listedEvent(n, version, options); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (l *Library) background() (b *group.Background, err error) {
	var data []byte
	err = l.rows("SELECT value FROM backgrounds WHERE n = 1", nil, func(s *sqlite3.Stmt) error { data = s.ColumnBlob(0, nil); return nil })
	if err != nil {
		return nil, err
	}
	return group.UnpackBackground(data)
}

func (l *Library) listedEvent(n int64, version string, o group.Options) (out Listed, err error) {
	var id string
	err = l.rows("SELECT id, conflicts, counted FROM events WHERE n = ?", []any{n}, func(s *sqlite3.Stmt) error {
		id = s.ColumnText(0)
		if out.Counted = s.ColumnType(1) != sqlite3.NULL && s.ColumnText(2) == version; out.Counted {
			out.Conflicts = s.ColumnInt(1)
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	var all []*group.Signature
	err = l.load("g.event = ? ORDER BY g.n LIMIT ?", []any{n, maxListed}, func(g *grouped) { all = append(all, g.signature) })
	if err != nil {
		return out, err
	}
	if err := l.titlesOf(n, all); err != nil {
		return out, err
	}
	counted, conflicts := out.Counted, out.Conflicts
	out.Event = group.Describe(all, group.Gather(all, o))
	out.ID, out.Counted, out.Conflicts = id, counted, conflicts
	return out, nil
}

// titlesOf puts titles to the first reports of an event.
func (l *Library) titlesOf(n int64, all []*group.Signature) error {
	i := 0
	return l.rows(`SELECT t.title FROM grouped g JOIN articles a ON a.n = g.n JOIN texts t ON t.n = a.n << 16 | a.version
		WHERE g.event = ? AND g.signature <> x'' ORDER BY g.n LIMIT ?`, []any{n, len(all)}, func(s *sqlite3.Stmt) error {
		all[i].Article.Title = s.ColumnText(0)
		i++
		return nil
	})
}

// EventOf is the event that an article is a report of. The error wraps [ErrNoArticle]
// or, where it is not grouped yet, [ErrNoEvent].
func (l *Library) EventOf(ctx context.Context, article, version string) (e Listed, err error) {
	return l.event(ctx, version, func() (n int64, err error) {
		a, err := l.numberOf(article)
		if err == nil {
			err = l.rows("SELECT event FROM grouped WHERE n = ?", []any{a}, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil })
		}
		return n, err
	})
}

// Event is the event of an ID. The error is, or wraps, [ErrNoEvent].
func (l *Library) Event(ctx context.Context, id, version string) (e Listed, err error) {
	return l.event(ctx, version, func() (n int64, err error) {
		err = l.rows("SELECT n FROM events WHERE id = ?", []any{id}, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil })
		if err == nil && n == 0 {
			err = fmt.Errorf("%s: %w", id, ErrNoEvent)
		}
		return n, err
	})
}

// EventsLike lists up to count events whose ID begins with a text, by their IDs.
func (l *Library) EventsLike(ctx context.Context, beginning, version string, count int) (found []Listed, err error) {
	err = l.read(ctx, func() error {
		found, err = l.listedBy("SELECT n FROM events WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", []any{beginning, beginning + "\U0010FFFF", max(count, 0)}, version)
		return err
	})
	return found, err
}

func (l *Library) event(ctx context.Context, version string, find func() (int64, error)) (e Listed, err error) {
	err = l.read(ctx, func() error {
		n, err := find()
		if err != nil {
			return err
		}
		if n == 0 {
			return ErrNoEvent
		}
		found, err := l.listed([]int64{n}, version)
		if err == nil {
			e = found[0]
		}
		return err
	})
	return e, err
}

// Reports is the articles of IDs, in their order; those that are gone are left out.
func (l *Library) Reports(ctx context.Context, ids []string) (found []model.Article, err error) {
	for some := range slices.Chunk(ids, articlesAtOnce) {
		err = l.read(ctx, func() error {
			var ns []int64
			for _, id := range some {
				n, err := l.numberOf(id)
				if errors.Is(err, ErrNoArticle) {
					continue
				}
				if err != nil {
					return err
				}
				ns = append(ns, n)
			}
			articles, err := l.articles(ns)
			found = append(found, articles...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Grouping is the ID of the event of each article of the IDs that is grouped.
func (l *Library) Grouping(ctx context.Context, ids []string) (events map[string]string, err error) {
	events = make(map[string]string, len(ids))
	err = l.read(ctx, func() error {
		for _, id := range ids {
			err := l.rows("SELECT e.id FROM articles a JOIN grouped g ON g.n = a.n JOIN events e ON e.n = g.event WHERE a.id = ?", []any{id}, func(s *sqlite3.Stmt) error {
				events[id] = s.ColumnText(0)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return events, err
}
