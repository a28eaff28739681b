package main

import (
	"cmp"
	"context"
	"slices"
	"time"

	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// countTime is how long counting may compare events that were not yet compared;
// what is left is told, and compared when it is asked for again.
const countTime = 200 * time.Millisecond

// Counts counts what the entries of a list have. What the filter says of a field
// does not count for the field itself.
func (d *desk) Counts(ctx context.Context, q ui.Filter) (c ui.Counts, err error) {
	q.Sort = ui.ByDate
	all, err := d.found(ctx, q)
	if err != nil {
		return c, err
	}
	for _, e := range all {
		c.Days = follow(c.Days, dayKey(plainDate(e.Date)))
	}
	without := func(change func(*query.Query)) []ui.Entry {
		wider := q
		change(&wider.Query)
		found, failed := d.found(ctx, wider)
		err = cmp.Or(err, failed)
		return found
	}
	dates := without(func(q *query.Query) { q.Since, q.Until, q.Unsure = model.Date{}, model.Date{}, false })
	for _, e := range dates {
		c.Dates = follow(c.Dates, dayKey(plainDate(e.Date)))
		if query.Unsure(e.Date) {
			c.Unsure++
		}
	}
	c.Languages = d.tally(without(func(q *query.Query) { q.Languages = nil }), q.Events, func(a *model.Article) string { return a.Language })
	c.Outlets = d.tally(without(func(q *query.Query) { q.Outlets = nil }), q.Events, func(a *model.Article) string { return a.Outlet })
	d.countConflicts(ctx, &c, without(func(q *query.Query) { q.Kinds, q.Verdicts = nil, nil }))
	return c, err
}

// plainDate is a date without doubt and clock.
func plainDate(d model.Date) model.Date {
	return model.Date{Year: d.Year, Month: d.Month, Day: d.Day}
}

// follow counts a value that comes after the last of a list, or is it.
func follow(list []ui.Count, v string) []ui.Count {
	if n := len(list) - 1; n >= 0 && list[n].Value == v {
		list[n].N++
		return list
	}
	return append(list, ui.Count{Value: v, N: 1})
}

// tally counts the values of a field of articles, or of the articles of events,
// most first.
func (d *desk) tally(entries []ui.Entry, events bool, field func(*model.Article) string) []ui.Count {
	n := map[string]int{}
	for _, e := range entries {
		if !events {
			n[field(&d.reading.articles[d.byID[e.ID]])]++
			continue
		}
		seen := map[string]bool{}
		for _, m := range d.events[d.byEvent[e.Event]].members {
			if v := field(&d.reading.articles[m]); !seen[v] {
				seen[v] = true
				n[v]++
			}
		}
	}
	return mostFirst(n)
}

func mostFirst(n map[string]int) []ui.Count {
	out := make([]ui.Count, 0, len(n))
	for v, n := range n {
		out = append(out, ui.Count{Value: v, N: n})
	}
	slices.SortFunc(out, func(a, b ui.Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
	return out
}

// countConflicts counts the entries whose event has a conflict of a kind or with a
// verdict, of the events that are compared; for a while it compares more of them.
func (d *desk) countConflicts(ctx context.Context, c *ui.Counts, entries []ui.Entry) {
	kinds, verdicts := map[string]int{}, map[string]int{}
	known := map[string]traits{}
	until := time.Now().Add(countTime)
	for _, e := range entries {
		if e.Reports < 2 {
			continue
		}
		of, done := known[e.Event]
		if !done {
			c.Events++
			at := d.byEvent[e.Event]
			side, compared := d.known(at)
			if !compared {
				if ctx.Err() != nil || time.Now().After(until) {
					continue
				}
				side = d.comparison(at)
			}
			c.Compared++
			of = traitsOf(side)
			known[e.Event] = of
		}
		for _, k := range of.kinds {
			kinds[string(k)]++
		}
		for _, v := range of.verdicts {
			verdicts[string(v)]++
		}
	}
	c.Kinds, c.Verdicts, c.More = mostFirst(kinds), mostFirst(verdicts), c.Compared < c.Events
}

// traits are the kinds of the conflicts of an event that are shown, and the
// verdicts on all but the possible ones, each once.
type traits struct {
	kinds    []model.Kind
	verdicts []model.Verdict
}

func traitsOf(c model.Comparison) (t traits) {
	for _, k := range c.Conflicts {
		if k.Strength == model.Possible {
			continue
		}
		if v := cmp.Or(k.Verdict, model.Open); !slices.Contains(t.verdicts, v) {
			t.verdicts = append(t.verdicts, v)
		}
		if k.Verdict != model.Dismissed && !slices.Contains(t.kinds, k.Kind) {
			t.kinds = append(t.kinds, k.Kind)
		}
	}
	return t
}
