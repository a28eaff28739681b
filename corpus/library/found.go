package library

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// Found is what the comparison of an event has found.
type Found struct {
	Disputes int     // that are shown by default
	Traits   []Trait // of the conflicts that are more than possible, each once
	Leads    []Lead  // to every conflict
}

// Lead is a conflict by its ID and the ID of the article of one of its sides.
type Lead struct{ Conflict, Article string }

// Trait is the kind of a conflict and the reader's verdict on it.
type Trait struct {
	Kind    model.Kind
	Verdict model.Verdict
}

// FoundIn is what conflicts amount to, of which so many disputes are shown.
func FoundIn(conflicts []model.Conflict, disputes int) Found {
	f, seen := Found{Disputes: disputes}, map[Trait]bool{}
	for _, c := range conflicts {
		f.Leads = append(f.Leads, Lead{c.ID, c.A.Article})
		t := Trait{c.Kind, c.Verdict}
		if t.Verdict == "" {
			t.Verdict = model.Open
		}
		if c.Strength != model.Possible && !seen[t] {
			seen[t] = true
			f.Traits = append(f.Traits, t)
		}
	}
	return f
}

// word is a trait as it is kept, with a blank on both sides.
func (t Trait) word() string { return " " + string(t.Kind) + "/" + string(t.Verdict) + " " }

// CountConflicts keeps what a version of the program has found in events, by their
// IDs, until their reports change or the reader judges them.
func (l *Library) CountConflicts(ctx context.Context, version string, found map[string]Found) error {
	if err := ctx.Err(); err != nil || len(found) == 0 {
		return err
	}
	return l.write(ctx, func() error {
		for id, f := range found {
			var words strings.Builder
			for _, t := range f.Traits {
				words.WriteString(t.word())
			}
			if err := l.exec("UPDATE events SET conflicts = ?, counted = ?, found = ? WHERE id = ?", f.Disputes, version, words.String(), id); err != nil {
				return err
			}
			for _, lead := range f.Leads {
				if err := l.exec("INSERT OR REPLACE INTO leads(conflict, article) SELECT ?, n FROM articles WHERE id = ?", lead.Conflict, lead.Article); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// EventOfConflict is the event in which a conflict was found, by its ID or that of
// its dispute. The error is, or wraps, [ErrNoEvent] where no comparison that was
// kept has found it; those of the events that [Library.Uncounted] lists are not.
func (l *Library) EventOfConflict(ctx context.Context, id, version string) (e Listed, err error) {
	return l.event(ctx, version, func() (n int64, err error) {
		err = l.rows("SELECT g.event FROM leads f JOIN grouped g ON g.n = f.article WHERE f.conflict = ?", []any{id}, func(s *sqlite3.Stmt) error {
			n = s.ColumnInt64(0)
			return nil
		})
		return n, err
	})
}

// Uncounted lists up to count events of several reports, one of which is asked for,
// newest first, of which the version of the program has not yet said what it finds.
// What is asked of conflicts does not count.
func (l *Library) Uncounted(ctx context.Context, q query.Query, version string, count int) (found []Listed, err error) {
	err = l.picking(ctx, q.OfArticles(), version, func(s *shelf, picked []bool) error {
		e, mark := &s.events, versionMark(version)
		open := s.eventsOf(q.OfArticles(), picked)
		for p := range open {
			open[p] = open[p] && e.reports[p] > 1 && (e.conflicts[p] < 0 || e.counted[p] != mark)
		}
		places, _ := pageOf(e.byDate, open, 0, max(count, 0))
		found, err = l.listed(e.numbersOf(places), version)
		return err
	})
	return found, err
}

// TraitCount is how many articles or events have what the comparison has found.
type TraitCount struct {
	Traits []Trait
	N      int
}

// Traits counts what is asked for by what the version of the program has found in
// its events: articles, or events. Compared is how many of the events that have
// several reports it has compared, of all. What is asked of conflicts does not
// count.
func (l *Library) Traits(ctx context.Context, q query.Query, version string, events bool) (counts []TraitCount, compared, all int, err error) {
	err = l.picking(ctx, q.OfArticles(), version, func(s *shelf, picked []bool) error {
		e, mark, n := &s.events, versionMark(version), map[uint32]int{}
		for _, event := range e.byDate {
			reports := 0
			for _, p := range s.of(event) {
				if picked[p] {
					reports++
				}
			}
			if e.reports[event] < 2 || reports == 0 {
				continue
			}
			all++
			if e.conflicts[event] < 0 || e.counted[event] != mark {
				continue
			}
			if compared++; events {
				reports = 1
			}
			n[e.traits[event]] += reports
		}
		for _, bits := range slices.Sorted(maps.Keys(n)) {
			counts = append(counts, TraitCount{traitsIn(bits), n[bits]})
		}
		return nil
	})
	return counts, compared, all, err
}

func readTraits(words string) (out []Trait) {
	for _, w := range strings.Fields(words) {
		kind, verdict, _ := strings.Cut(w, "/")
		out = append(out, Trait{model.Kind(kind), model.Verdict(verdict)})
	}
	return out
}
