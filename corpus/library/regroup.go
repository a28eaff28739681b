package library

import (
	"context"
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/group"
)

// regroupAtOnce is how many pending articles are grouped in one transaction.
const regroupAtOnce = 8192

// Regroup finds the events of the articles that are pending: those added, changed
// or removed since, and those that the reader has decided on. Only they and the
// events that they may belong to are grouped anew. What is done is kept where it
// ends early, by an error or by ctx. Progress, where not nil, is called with how
// many articles are left.
func (l *Library) Regroup(ctx context.Context, progress func(left int)) error {
	for {
		list, err := l.await(ctx, regroupAtOnce)
		if err != nil || len(list) == 0 {
			return err
		}
		if err := l.sign(ctx, list); err != nil {
			return err
		}
		if err := l.write(ctx, func() error { return l.regroup(ctx, list) }); err != nil {
			return err
		}
		if progress != nil {
			left, err := l.Pending(ctx)
			if err != nil {
				return err
			}
			progress(left)
		}
	}
}

// grouped is an article and what is kept of it for grouping.
type grouped struct {
	n, event  int64 // event is 0 where none is known yet
	sort      int
	fresh     bool
	signature *group.Signature
}

// regrouping is what is in hand while articles are grouped, inside of one write.
type regrouping struct {
	*Library
	background *group.Background
	decisions  []model.Decision
	known      map[int64]*grouped // those that are to be grouped
	touched    map[int64]bool     // events of which some may change; true where the members are known
	large      map[int64]bool     // events of which only some are known
	altered    map[int64]bool     // events that reports have come into or gone out of
}

func (l *Library) regroup(ctx context.Context, list []awaited) error {
	r := &regrouping{Library: l, known: map[int64]*grouped{}, touched: map[int64]bool{}, large: map[int64]bool{}, altered: map[int64]bool{}}
	w, err := l.work()
	if err != nil {
		return err
	}
	r.decisions = w.Decisions
	if err := r.enter(list); err != nil {
		return err
	}
	if err := r.seek(ctx); err != nil {
		return err
	}
	if err := r.gather(); err != nil {
		return err
	}
	all := slices.SortedFunc(maps.Values(r.known), func(a, b *grouped) int { return int(a.n - b.n) })
	signatures := make([]*group.Signature, len(all))
	for i, g := range all {
		signatures[i] = g.signature
	}
	groups, err := group.Events(ctx, signatures, group.Options{Decisions: r.decisions, Background: r.background})
	if err != nil {
		return err
	}
	if err := r.keep(all, groups); err != nil {
		return err
	}
	return l.exec("INSERT OR REPLACE INTO backgrounds(n, value) VALUES(1, ?)", r.background.Pack())
}

// enter takes the pending articles in, unless they have changed since they were
// read, and what was kept of them out.
func (r *regrouping) enter(list []awaited) error {
	if err := r.loadBackground(); err != nil {
		return err
	}
	for _, a := range list {
		if err := r.exec("DELETE FROM pending WHERE n = ? AND stamp = ?", a.n, a.stamp); err != nil {
			return err
		}
		if r.db.Changes() == 0 {
			continue // changed again: its turn comes
		}
		if err := r.withdraw(a.n); err != nil {
			return err
		}
		if a.signature == nil {
			continue
		}
		r.background.Add(a.signature)
		day, _ := span(a.signature.Article.Date)
		r.known[a.n] = &grouped{n: a.n, sort: day, fresh: true, signature: a.signature}
	}
	return r.halve()
}

func (r *regrouping) loadBackground() error {
	var data []byte
	err := r.rows("SELECT value FROM backgrounds WHERE n = 1", nil, func(s *sqlite3.Stmt) error { data = s.ColumnBlob(0, nil); return nil })
	if err != nil {
		return err
	}
	if r.background, err = group.UnpackBackground(data); errors.Is(err, group.ErrPacked) {
		return r.restart()
	}
	return err
}

// restart forgets what another version has kept, so that all is grouped anew.
func (r *regrouping) restart() error {
	r.background = group.NewBackground(0)
	return r.db.Exec(`INSERT OR IGNORE INTO pending SELECT n, random() FROM grouped;
		DELETE FROM grouped; DELETE FROM traces; DELETE FROM events; DELETE FROM backgrounds`)
}

// halve keeps the part of the articles that rarity is counted in from growing.
func (r *regrouping) halve() error {
	for r.background.Full() {
		half := group.NewBackground(r.background.Halvings() + 1)
		for _, g := range r.known {
			half.Add(g.signature)
		}
		err := r.rows("SELECT signature FROM grouped WHERE halvings >= ?", []any{half.Halvings()}, func(s *sqlite3.Stmt) error {
			signature, err := group.Unpack(nil, s.ColumnRawBlob(0))
			if err == nil {
				half.Add(signature)
			}
			return nil // what cannot be read counts nowhere
		})
		if err != nil {
			return err
		}
		r.background = half
	}
	return nil
}

// withdraw takes out what is kept of an article; its event is touched.
func (r *regrouping) withdraw(n int64) error {
	var old, traces []byte
	var event, block int64
	err := r.rows("SELECT event, block, signature, traces FROM grouped WHERE n = ?", []any{n}, func(s *sqlite3.Stmt) error {
		event, block, old, traces = s.ColumnInt64(0), s.ColumnInt64(1), s.ColumnBlob(2, nil), s.ColumnBlob(3, nil)
		return nil
	})
	if err != nil || event == 0 {
		return err
	}
	r.touched[event] = false
	if signature, err := group.Unpack(nil, old); err == nil {
		r.background.Remove(signature)
	}
	for ; len(traces) >= 4; traces = traces[4:] {
		if err := r.exec("DELETE FROM traces WHERE block = ? AND term = ? AND n = ?", block, int64(binary.LittleEndian.Uint32(traces)), n); err != nil {
			return err
		}
	}
	return r.exec("DELETE FROM grouped WHERE n = ?", n)
}

// maxResettled is how many reports of an event are grouped anew; of a larger one
// the others stay with most of them.
const maxResettled = 400

// gather loads the reports of the events that are touched, and of those that the
// reader has bound to one of theirs.
func (r *regrouping) gather() error {
	for {
		for _, event := range slices.Sorted(maps.Keys(r.touched)) {
			if r.touched[event] {
				continue
			}
			r.touched[event] = true
			n := 0
			err := r.load("g.event = ? ORDER BY g.n LIMIT ?", []any{event, maxResettled + 1}, func(g *grouped) {
				if n++; n > maxResettled {
					r.large[event] = true
				} else if r.known[g.n] == nil {
					r.known[g.n] = g
				}
			})
			if err != nil {
				return err
			}
		}
		before := len(r.touched)
		if err := r.follow(); err != nil || len(r.touched) == before {
			return err
		}
	}
}

// follow touches the events of articles that the reader has put together with one
// in hand.
func (r *regrouping) follow() error {
	if len(r.decisions) == 0 {
		return nil
	}
	here := map[string]bool{}
	for _, g := range r.known {
		here[g.signature.Article.ID] = true
	}
	for _, d := range r.decisions {
		if !d.Together || here[d.A] == here[d.B] {
			continue
		}
		err := r.rows("SELECT g.event FROM articles a JOIN grouped g ON g.n = a.n WHERE a.id IN (?, ?)", []any{d.A, d.B}, func(s *sqlite3.Stmt) error {
			if event := s.ColumnInt64(0); !r.touched[event] {
				r.touched[event] = false
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// load reads what is kept of articles.
func (l *Library) load(where string, args []any, each func(*grouped)) error {
	return l.rows(`SELECT g.n, g.event, a.sort, g.signature, a.id, a.source, a.part, a.agencies, a.language, o.name, coalesce(a.set_date, a.read_date)
		FROM grouped g JOIN articles a ON a.n = g.n JOIN outlets o ON o.n = a.outlet WHERE `+where, args, func(s *sqlite3.Stmt) error {
		a := &model.Article{ID: s.ColumnText(4), Source: s.ColumnText(5), Part: s.ColumnInt(6), Language: s.ColumnText(8), Outlet: s.ColumnText(9)}
		if err := firstError(list(s.ColumnText(7), &a.Agencies), date(s.ColumnText(10), &a.Date)); err != nil {
			return err
		}
		signature, err := group.Unpack(a, s.ColumnRawBlob(3))
		if err != nil {
			return nil // wiped, and soon grouped no more
		}
		each(&grouped{n: s.ColumnInt64(0), event: s.ColumnInt64(1), sort: s.ColumnInt(2), signature: signature})
		return nil
	})
}
