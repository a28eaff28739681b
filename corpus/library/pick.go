package library

import (
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// ErrKind is a query for a kind of conflict, which articles alone do not have.
var ErrKind = errors.New("kind: is known only where articles are compared: ask for it with conflicts --query")

// picked is which articles are asked for, by their places, of those that are listed;
// what is asked of conflicts is answered by what a version of the program has found.
func (l *Library) picked(s *shelf, q query.Query, version string) ([]bool, error) {
	holds, err := l.holding(s, q)
	if err != nil {
		return nil, err
	}
	outlets, err := l.named(q)
	if err != nil {
		return nil, err
	}
	a, languages := &s.articles, s.spokenIn(q)
	in := stretchOf(q)
	traits, mark := traitBits(q), versionMark(version)
	picked := make([]bool, len(a.state))
	for p, state := range a.state {
		picked[p] = state&present != 0 &&
			(holds == nil || holds[p]) &&
			(languages == nil || languages[a.language[p]]) &&
			(outlets == nil || outlets[a.outlet[p]]) &&
			(!q.Unsure || state&unsure != 0) &&
			(!in.asked || state&dated != 0 && a.last[p] >= in.since && a.sort[p] <= in.until) &&
			(!q.OfConflicts() || s.events.has(a.event[p], traits, mark))
	}
	return picked, nil
}

// has reports whether someone of that mark has found one of the traits in an event.
func (e *eventShelf) has(event int32, traits, mark uint32) bool {
	return event >= 0 && e.conflicts[event] >= 0 && e.counted[event] == mark && e.traits[event]&traits != 0
}

// spoken is the articles that hold the words last asked for, by their places.
type spoken struct {
	words string
	holds []bool
}

// holding is which articles hold the words that are asked for; nil where none are.
func (l *Library) holding(s *shelf, q query.Query) ([]bool, error) {
	with, without := match(q.Words, " AND "), match(q.Without.Words, " OR ")
	key := with + "\n" + without
	if with == "" && without == "" {
		return nil, nil
	}
	if s.spoken.words == key {
		return s.spoken.holds, nil
	}
	holds := make([]bool, len(s.articles.state))
	set := func(words string, to bool) error {
		if words == "" {
			return nil
		}
		return l.rows("SELECT rowid FROM search WHERE search MATCH ?", []any{words}, func(r *sqlite3.Stmt) error {
			if p, ok := s.articles.place(r.ColumnInt64(0)); ok {
				holds[p] = to
			}
			return nil
		})
	}
	for i := range holds {
		holds[i] = with == ""
	}
	if err := errors.Join(set(with, true), set(without, false)); err != nil {
		return nil, err
	}
	s.spoken = spoken{key, holds}
	return holds, nil
}

// match writes words for FTS5, which takes them apart as the texts were.
func match(words []string, joint string) string {
	terms := make([]string, len(words))
	for i, w := range words {
		terms[i] = `"` + strings.ReplaceAll(w, `"`, `""`) + `"`
		if query.Open(w) {
			terms[i] += " *"
		}
	}
	return strings.Join(terms, joint)
}

// spokenIn is which languages are asked for; nil is all.
func (s *shelf) spokenIn(q query.Query) []bool {
	if len(q.Languages)+len(q.Without.Languages) == 0 {
		return nil
	}
	asked := make([]bool, len(s.articles.languages.texts))
	for i, language := range s.articles.languages.texts {
		speaks := func(tag string) bool { return query.Speaks(language, tag) }
		asked[i] = (len(q.Languages) == 0 || slices.ContainsFunc(q.Languages, speaks)) && !slices.ContainsFunc(q.Without.Languages, speaks)
	}
	return asked
}

// named is which outlets are asked for, by their numbers; nil is all.
func (l *Library) named(q query.Query) (map[uint32]bool, error) {
	if len(q.Outlets)+len(q.Without.Outlets) == 0 {
		return nil, nil
	}
	asked := map[uint32]bool{}
	err := l.rows("SELECT n, name FROM outlets", nil, func(s *sqlite3.Stmt) error {
		name := s.ColumnText(1)
		named := func(part string) bool { return query.Named(name, part) }
		if (len(q.Outlets) == 0 || slices.ContainsFunc(q.Outlets, named)) && !slices.ContainsFunc(q.Without.Outlets, named) {
			asked[uint32(s.ColumnInt64(0))] = true
		}
		return nil
	})
	return asked, err
}

// days is a stretch of days that is asked for.
type days struct {
	asked        bool
	since, until int32
}

// stretchOf is the days that a query asks for.
func stretchOf(q query.Query) days {
	d := days{q.Dated(), math.MinInt32, math.MaxInt32}
	if since, _, ok := query.Days(q.Since); ok {
		d.since = int32(since)
	}
	if _, until, ok := query.Days(q.Until); ok {
		d.until = int32(until)
	}
	return d
}

// traitBits are the bits of the traits of which a query asks for any. A conflict
// that was dismissed counts where verdicts are asked for.
func traitBits(q query.Query) (bits uint32) {
	kinds, verdicts := q.Kinds, q.Verdicts
	if len(kinds) == 0 {
		kinds = model.Kinds
	}
	if len(verdicts) == 0 {
		verdicts = []model.Verdict{model.Open, model.Confirmed}
	}
	for _, k := range kinds {
		for _, v := range verdicts {
			bits |= traitBit(Trait{k, v})
		}
	}
	return bits
}

// eventsOf is the events, by their places, of which a picked article is a report;
// of a query that asks for nothing it is all of them.
func (s *shelf) eventsOf(q query.Query, picked []bool) []bool {
	out := make([]bool, len(s.events.sort))
	for p, is := range picked {
		if at := s.articles.event[p]; is && at >= 0 {
			out[at] = true
		}
	}
	if q.String() == "" {
		for p, n := range s.events.reports {
			out[p] = n > 0
		}
	}
	return out
}

// pageOf is the places that are picked, in an order, from the one of index from, and
// how many there are in all.
func pageOf(order []int32, picked []bool, from, count int) (places []int32, total int) {
	for _, p := range order {
		if !picked[p] {
			continue
		}
		if total >= from && len(places) < count {
			places = append(places, p)
		}
		total++
	}
	return places, total
}

// numbersOf are those of the rows at places.
func (b *blocks) numbersOf(places []int32) []int64 {
	ns := make([]int64, len(places))
	for i, p := range places {
		ns[i] = b.number(p)
	}
	return ns
}
