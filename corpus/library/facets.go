package library

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// Order is an order of a list of articles. Where it leaves two alike, the newer
// stands first.
type Order string

// The orders.
const (
	Newest      Order = "sort DESC"
	ByOutlet    Order = "(SELECT lower(name) FROM outlets o WHERE o.n = a.outlet)"
	ByLanguage  Order = "language"
	ByTitle     Order = "(SELECT lower(title) FROM texts t WHERE t.n = a.n << 16 | a.version)"
	ByConflicts Order = "coalesce((SELECT e.conflicts FROM grouped g JOIN events e ON e.n = g.event WHERE g.n = a.n), 0) DESC"
)

// List is [Library.Search] in an order. What is asked of conflicts is answered by
// what the given version of the program has found, see [Library.CountConflicts].
func (l *Library) List(ctx context.Context, q query.Query, by Order, version string, from, count int) (found []model.Article, total int, err error) {
	if by == Newest && !q.OfConflicts() {
		return l.Search(ctx, q, from, count)
	}
	err = l.do(ctx, func() error {
		w, err := l.whereFound(q, version)
		if err != nil {
			return err
		}
		if err := l.rows("SELECT count(*) "+w.sql, w.args, func(s *sqlite3.Stmt) error { total = s.ColumnInt(0); return nil }); err != nil {
			return err
		}
		sql := fmt.Sprintf("SELECT a.n %s ORDER BY %s, sort DESC, n LIMIT %d OFFSET %d", w.sql, by, max(count, 0), max(from, 0))
		ns, err := l.selected(sql, w.args)
		if err != nil {
			return err
		}
		found, err = l.articles(ns)
		return err
	})
	return found, total, err
}

// Field is what articles are counted by.
type Field string

// The fields.
const (
	Languages Field = "language"
	Outlets   Field = "outlet"
)

// Tally counts what is asked for by a field, most first: articles, or with events
// the events of which one is asked for.
func (l *Library) Tally(ctx context.Context, q query.Query, by Field, version string, events bool) (counts []Count, err error) {
	n, join := "count(*)", ""
	if events {
		n, join = "count(DISTINCT g.event)", " JOIN grouped g ON g.n = x.n"
	}
	err = l.do(ctx, func() error {
		w, err := l.whereFound(q, version)
		if err != nil {
			return err
		}
		sql := fmt.Sprintf("SELECT x.v, %s c FROM (SELECT a.n, a.%s v %s) x%s GROUP BY x.v", n, by, w.sql, join)
		if by == Outlets {
			sql = "SELECT o.name v, c FROM (" + sql + ") y JOIN outlets o ON o.n = y.v"
		}
		return l.rows(sql+" ORDER BY c DESC, v", w.args, func(s *sqlite3.Stmt) error {
			counts = append(counts, Count{s.ColumnText(0), s.ColumnInt(1)})
			return nil
		})
	})
	return counts, err
}

// Days counts what is asked for by date, in the order of a list by date: the
// values are days, months and years as far as they are known, "" where the year
// is not. Events count by the first day of their first report.
func (l *Library) Days(ctx context.Context, q query.Query, version string, events bool) (counts []Count, unsure int, err error) {
	err = l.do(ctx, func() error {
		w, err := l.whereFound(q, version)
		if err != nil {
			return err
		}
		sql := "SELECT sort, last_day, count(*), sum(unsure) " + w.sql + " GROUP BY sort, last_day ORDER BY sort DESC, last_day"
		if events {
			sql = "SELECT e.sort, iif(e.sort = ?, NULL, e.sort), count(*), 0 FROM events e WHERE e.n IN (SELECT event FROM grouped WHERE n IN (SELECT n " + w.sql + ")) GROUP BY e.sort ORDER BY e.sort DESC"
			w.args = append([]any{undated}, w.args...)
		}
		return l.rows(sql, w.args, func(s *sqlite3.Stmt) error {
			value := ""
			if s.ColumnType(1) != sqlite3.NULL {
				value = stretch(s.ColumnInt(0), s.ColumnInt(1))
			}
			if n := len(counts) - 1; n >= 0 && counts[n].Value == value {
				counts[n].N += s.ColumnInt(2)
			} else {
				counts = append(counts, Count{value, s.ColumnInt(2)})
			}
			unsure += s.ColumnInt(3)
			return nil
		})
	})
	return counts, unsure, err
}

// stretch is the day, month or year that goes from one day to another, counted from
// 1 January 1970.
func stretch(first, last int) string {
	d, e := model.DateOfDays(first), model.DateOfDays(last)
	if d != e {
		d.Day = 0
	}
	if d.Month != e.Month {
		d.Month = 0
	}
	return d.String()
}

// EventsOf are the events of articles, by their IDs; articles that are not grouped
// yet are left out.
func (l *Library) EventsOf(ctx context.Context, articles []string, version string) (events map[string]Listed, err error) {
	events = map[string]Listed{}
	err = l.do(ctx, func() error {
		var ns []int64
		of := map[int64][]string{}
		for _, id := range articles {
			err := l.rows("SELECT g.event FROM articles a JOIN grouped g ON g.n = a.n WHERE a.id = ?", []any{id}, func(s *sqlite3.Stmt) error {
				n := s.ColumnInt64(0)
				if of[n] == nil {
					ns = append(ns, n)
				}
				of[n] = append(of[n], id)
				return nil
			})
			if err != nil {
				return err
			}
		}
		listed, err := l.listed(ns, version)
		for i, e := range listed {
			for _, id := range of[ns[i]] {
				events[id] = e
			}
		}
		return err
	})
	return events, err
}
