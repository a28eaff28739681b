package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

// sought is the articles that hold the words last looked for, by their index:
// every key of the facets asks for the same words again.
type sought struct {
	words string
	holds []bool
}

// holding is which articles hold the words of a query; nil where it has none.
func (d *desk) holding(ctx context.Context, q query.Query) ([]bool, error) {
	only := query.Query{Words: q.Words}
	only.Without.Words = q.Without.Words
	key := only.String()
	if key == "" {
		return nil, nil
	}
	d.mu.Lock()
	last := d.sought
	d.mu.Unlock()
	if last.words == key {
		return last.holds, nil
	}
	matches, holds := only.Matcher(), make([]bool, len(d.reading.articles))
	for i := range holds {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		holds[i] = matches(&d.reading.articles[i])
	}
	d.mu.Lock()
	d.sought = sought{key, holds}
	d.mu.Unlock()
	return holds, nil
}

// found is the entries that a filter leaves, in the order of their dates.
func (d *desk) found(ctx context.Context, q ui.Filter) ([]ui.Entry, error) {
	holds, err := d.holding(ctx, q.Query)
	if err != nil {
		return nil, err
	}
	bare := q.OfArticles()
	bare.Words, bare.Without.Words = nil, nil
	matches := bare.Matcher()
	passes := func(m int) bool { return (holds == nil || holds[m]) && matches(&d.reading.articles[m]) }
	all := d.articles
	if q.Events {
		all = d.gathered
	}
	found := make([]ui.Entry, 0, len(all))
	for _, e := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		members := []int{d.byID[e.ID]}
		if q.Events {
			members = d.events[d.byEvent[e.Event]].members
		}
		if slices.ContainsFunc(members, passes) && (!q.OfConflicts() || d.disputed(e, q.Query)) {
			found = append(found, e)
		}
	}
	return found, nil
}

// disputed reports whether the event of an entry has a conflict that a query asks
// for. One that was dismissed counts where verdicts are asked for.
func (d *desk) disputed(e ui.Entry, q query.Query) bool {
	if e.Reports < 2 {
		return false
	}
	c := d.comparison(d.byEvent[e.Event])
	return slices.ContainsFunc(c.Conflicts, func(k model.Conflict) bool {
		verdict := cmp.Or(k.Verdict, model.Open)
		return k.Strength != model.Possible && (len(q.Kinds) == 0 || slices.Contains(q.Kinds, k.Kind)) &&
			(len(q.Verdicts) > 0 && slices.Contains(q.Verdicts, verdict) || len(q.Verdicts) == 0 && verdict != model.Dismissed)
	})
}

// order sorts entries, which stand in the order of their dates.
func (d *desk) order(ctx context.Context, entries []ui.Entry, by ui.Sort) error {
	outlet := func(e ui.Entry) string {
		if e.Outlet == "" && len(e.Outlets) > 0 {
			return strings.ToLower(e.Outlets[0])
		}
		return strings.ToLower(e.Outlet)
	}
	switch by {
	case ui.ByOutlet:
		slices.SortStableFunc(entries, func(a, b ui.Entry) int { return cmp.Compare(outlet(a), outlet(b)) })
	case ui.ByLanguage:
		slices.SortStableFunc(entries, func(a, b ui.Entry) int { return cmp.Compare(a.Language, b.Language) })
	case ui.ByTitle:
		slices.SortStableFunc(entries, func(a, b ui.Entry) int { return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)) })
	case ui.ByConflicts:
		for i := range entries {
			n, err := d.disputesOf(ctx, entries[i])
			if err != nil {
				return err
			}
			entries[i].Conflicts = n
		}
		slices.SortStableFunc(entries, func(a, b ui.Entry) int { return cmp.Compare(b.Conflicts, a.Conflicts) })
	}
	return nil
}

func newestFirst(a, b ui.Entry) int { return cmp.Compare(dayKey(b.Date), dayKey(a.Date)) }

// dayKey orders dates; an unknown year or date comes before all others.
func dayKey(d model.Date) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}
