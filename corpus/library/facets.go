package library

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// List is [Library.Search] in an order. What is asked of conflicts is answered by
// what the given version of the program has found, see [Library.CountConflicts].
func (l *Library) List(ctx context.Context, q query.Query, by Order, version string, from, count int) (found []model.Article, total int, err error) {
	err = l.picking(ctx, q, version, func(s *shelf, picked []bool) error {
		places, n, err := l.listedFrom(s, by, false, picked, from, count)
		if err != nil {
			return err
		}
		total = n
		found, err = l.articles(s.articles.numbersOf(places))
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

// picking calls do with the shelf and what of it is asked for.
func (l *Library) picking(ctx context.Context, q query.Query, version string, do func(s *shelf, picked []bool) error) error {
	return l.read(ctx, func() error {
		s, err := l.shelved()
		if err != nil {
			return err
		}
		picked, err := l.picked(s, q, version)
		if err != nil {
			return err
		}
		return do(s, picked)
	})
}

// Tally counts what is asked for by a field, most first: articles, or with events
// the events of which one is asked for.
func (l *Library) Tally(ctx context.Context, q query.Query, by Field, version string, events bool) (counts []Count, err error) {
	err = l.picking(ctx, q, version, func(s *shelf, picked []bool) error {
		values := s.articles.language
		if by == Outlets {
			values = s.articles.outlet
		}
		n := s.tally(picked, values, events)
		name := func(v uint32) string { return s.articles.languages.texts[v] }
		if by == Outlets {
			names, err := l.outletNames()
			if err != nil {
				return err
			}
			name = func(v uint32) string { return names[v] }
		}
		for v, n := range n {
			counts = append(counts, Count{name(v), n})
		}
		slices.SortFunc(counts, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
		return nil
	})
	return counts, err
}

// outletNames is the names of the outlets by their numbers.
func (l *Library) outletNames() (names map[uint32]string, err error) {
	names = map[uint32]string{}
	err = l.rows("SELECT n, name FROM outlets", nil, func(s *sqlite3.Stmt) error {
		names[uint32(s.ColumnInt64(0))] = s.ColumnText(1)
		return nil
	})
	return names, err
}

// tally counts the values of picked articles, or the events that have them.
func (s *shelf) tally(picked []bool, values []uint32, events bool) map[uint32]int {
	var n counter
	if !events {
		for p, is := range picked {
			if is {
				*n.of(values[p])++
			}
		}
		return n.all()
	}
	var last counter // event that had a value last, counted from 1
	for event := range len(s.first) - 1 {
		for _, p := range s.of(int32(event)) {
			if !picked[p] {
				continue
			}
			if l := last.of(values[p]); *l != event+1 {
				*l = event + 1
				*n.of(values[p])++
			}
		}
	}
	return n.all()
}

// counter has a count for each value; those of small ones, as all are where nobody
// has tampered with the file, are soon found.
type counter struct {
	small []int
	large map[uint32]*int
}

// maxSmall is how many values are small.
const maxSmall = 1 << 20

func (c *counter) of(v uint32) *int {
	if v < uint32(len(c.small)) {
		return &c.small[v]
	}
	if v < maxSmall {
		c.small = append(c.small, make([]int, int(v)+1-len(c.small))...)
		return &c.small[v]
	}
	if c.large == nil {
		c.large = map[uint32]*int{}
	}
	if c.large[v] == nil {
		c.large[v] = new(int)
	}
	return c.large[v]
}

// all is the counts that are not 0.
func (c *counter) all() map[uint32]int {
	out := map[uint32]int{}
	for v, n := range c.small {
		if n > 0 {
			out[uint32(v)] = n
		}
	}
	for v, n := range c.large {
		out[v] = *n
	}
	return out
}

// Days counts what is asked for by date, in the order of a list by date: the
// values are days, months and years as far as they are known, "" where the year
// is not. Events count by the first day of their first report.
func (l *Library) Days(ctx context.Context, q query.Query, version string, events bool) (counts []Count, unsure int, err error) {
	err = l.picking(ctx, q, version, func(s *shelf, picked []bool) error {
		if events {
			counts = s.eventDays(q, picked)
			return nil
		}
		counts, unsure = s.articleDays(picked)
		return nil
	})
	return counts, unsure, err
}

func (s *shelf) eventDays(q query.Query, picked []bool) (counts []Count) {
	e := &s.events
	listed := s.eventsOf(q, picked)
	day, n := int32(0), 0
	end := func() {
		if n > 0 {
			counts = append(counts, Count{dayText(day, day, day != undated), n})
		}
	}
	for _, p := range e.byDate {
		if !listed[p] {
			continue
		}
		if e.sort[p] != day {
			end()
			day, n = e.sort[p], 0
		}
		n++
	}
	end()
	return counts
}

// articleDays counts days, of those that begin with one day the shorter first.
func (s *shelf) articleDays(picked []bool) (counts []Count, uncertain int) {
	a := &s.articles
	first, lasts := int32(0), map[int32]int{} // by the last day; of no day it is 0
	end := func() {
		for _, last := range slices.Sorted(maps.Keys(lasts)) {
			counts = append(counts, Count{dayText(first, last, first != undated), lasts[last]})
		}
		clear(lasts)
	}
	for _, p := range a.byDate {
		if !picked[p] {
			continue
		}
		if a.sort[p] != first {
			end()
			first = a.sort[p]
		}
		lasts[a.last[p]]++
		if a.state[p]&unsure != 0 {
			uncertain++
		}
	}
	end()
	return counts, uncertain
}

// dayText is the date from one day to another; "" of one that is not known.
func dayText(first, last int32, known bool) string {
	if !known {
		return ""
	}
	return stretch(int(first), int(last))
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
