package main

import (
	"context"
	"errors"
	"fmt"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/group"
	"parallax/model/parallel"
	"parallax/model/query"
)

// settle groups what waits in the library for that; on the error stream it tells
// how that goes where it takes long.
func settle(ctx context.Context, std stdio, lib *library.Library) error {
	p := newProgress(std.err, nil)
	defer p.end()
	return lib.Regroup(ctx, p.grouping)
}

// settleFirst settles a library before the screen is taken, as it may take long.
func settleFirst(ctx context.Context, std stdio, l *limits) error {
	lib, err := l.kept(ctx)
	if lib == nil || err != nil {
		return err
	}
	return errors.Join(settle(ctx, std, lib), lib.Close())
}

// hold gathers the articles of a library into the events that are kept, without
// reading them sentence by sentence: that is done where events are compared.
func (r *reading) hold(ctx context.Context, lib *library.Library) error {
	ids := make([]string, len(r.articles))
	for i := range r.articles {
		ids[i] = r.articles[i].ID
	}
	events, err := lib.Grouping(ctx, ids)
	if err != nil {
		return err
	}
	at := map[string]int{}
	for i := range r.articles {
		id, ok := events[r.articles[i].ID]
		if !ok {
			id = group.EventID(ids[i : i+1]) // added this moment
		}
		e, ok := at[id]
		if !ok {
			e = len(r.events)
			at[id] = e
			r.events = append(r.events, happening{event: model.Event{ID: id}})
		}
		r.events[e].members = append(r.events[e].members, i)
	}
	for e := range r.events {
		r.describe(&r.events[e])
	}
	return ctx.Err()
}

// settle lets the reports of an event settle each other's dates, and lists those
// of which the date has changed.
func (r *reading) settle(members []int) (settled []int) {
	if !r.unsettled(members) {
		return nil
	}
	articles, docs := r.members(members)
	all := make([]int, len(docs))
	for i := range docs {
		a := articles[i]
		docs[i] = &claim.Document{Article: &a, Language: docs[i].Language, Sentences: docs[i].Sentences}
		all[i] = i
	}
	group.Settle(docs, all)
	for i, m := range members {
		a := &r.articles[m]
		if a.DateBasis != library.SetByReader && a.Date != docs[i].Article.Date {
			a.Date, a.DateBasis = docs[i].Article.Date, docs[i].Article.DateBasis
			settled = append(settled, m)
		}
	}
	return settled
}

// describe fills in an event of which the members are known, but for the reasons.
func (r *reading) describe(h *happening) {
	r.settle(h.members)
	signatures := make([]*group.Signature, len(h.members))
	all := group.Group{Members: make([]int, len(h.members))}
	for i, m := range h.members {
		signatures[i], all.Members[i] = &group.Signature{Article: &r.articles[m]}, i
	}
	id := h.event.ID
	h.event = group.Describe(signatures, all)
	h.event.ID, h.event.Why = id, nil
}

// unsettled reports whether the reports of an event may tell one of them its date,
// or its page the year.
func (r *reading) unsettled(members []int) bool {
	open, told := false, false
	for _, m := range members {
		a := &r.articles[m]
		open = open || !a.Date.Full() && a.DateBasis != library.SetByReader
		told = told || a.Date.Full() || a.Saved.Full()
	}
	return open && told
}

// members is articles and their sentences. Those of a library are read anew, so
// that no more of it is in memory than is compared.
func (r *reading) members(members []int) ([]model.Article, []*claim.Document) {
	articles, docs := make([]model.Article, len(members)), make([]*claim.Document, len(members))
	for i, m := range members {
		articles[i] = r.articles[m]
		if r.docs != nil {
			docs[i] = r.docs[m]
		}
	}
	if r.docs == nil {
		docs = readAll(articles)
	}
	return articles, docs
}

// keptPage is how many events of a library are in memory at once.
const keptPage = 50

// pages calls show with the events of a library, newest first, page by page, at
// most so many; 0 is all.
func pages(ctx context.Context, lib *library.Library, most int, show func([]library.Listed) error) error {
	for from := 0; most == 0 || from < most; from += keptPage {
		size := keptPage
		if most > 0 {
			size = min(size, most-from)
		}
		page, _, err := lib.Events(ctx, query.Query{}, versionText(), from, size)
		if err != nil || len(page) == 0 {
			return err
		}
		if err := show(page); err != nil {
			return err
		}
	}
	return nil
}

// compareKept compares the events of a page that have several reports, on all
// cores, and hands on what conflicts there are, in order.
func compareKept(ctx context.Context, lib *library.Library, known *reading, page []library.Listed, all bool) ([][]model.Conflict, []*reading, error) {
	out, held := make([][]model.Conflict, len(page)), make([]*reading, len(page))
	errs := make([]error, len(page))
	parallel.Each(len(page), func(i int) {
		if len(page[i].Articles) < 2 || ctx.Err() != nil {
			return
		}
		r, h, err := known.of(ctx, lib, page[i])
		if errs[i] = err; err == nil {
			out[i], held[i] = shown(r.compare(h).Conflicts, all), r
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, nil, err
		}
	}
	return out, held, ctx.Err()
}

// of is an event of a library with its reports, read with what is known of the
// library.
func (r *reading) of(ctx context.Context, lib *library.Library, e library.Listed) (*reading, happening, error) {
	one := &reading{library: r.library, work: r.work, dictionaries: r.dictionaries}
	var err error
	if one.articles, err = lib.Reports(ctx, e.Articles); err != nil {
		return nil, happening{}, err
	}
	h := happening{event: e.Event}
	for m := range one.articles {
		h.members = append(h.members, m)
	}
	one.describe(&h)
	h.event.Why = e.Why
	return one, h, nil
}

// settled opens the library, grouped, with what every comparison of it knows; nil
// is that there is nothing in it.
func (l *limits) settled(ctx context.Context, std stdio) (*library.Library, *reading, error) {
	lib, err := l.kept(ctx)
	if lib == nil || err != nil {
		return nil, nil, err
	}
	known := &reading{library: l.path(), dictionaries: l.dictionaries()}
	if err = settle(ctx, std, lib); err == nil {
		known.work, err = lib.Work(ctx)
	}
	if err != nil {
		return nil, nil, errors.Join(err, lib.Close())
	}
	return lib, known, nil
}

// listKeptEvents lists the events of a library, however large; done is false where
// there is nothing in it.
func listKeptEvents(ctx context.Context, std stdio, l *limits, asJSON bool, most int) (done bool, err error) {
	lib, known, err := l.settled(ctx, std)
	if lib == nil || err != nil {
		return lib != nil, err
	}
	defer lib.Close()
	out := newStream(std.out, asJSON, eventText)
	err = pages(ctx, lib, most, func(page []library.Listed) error {
		found, err := countKept(ctx, lib, known, page, func() bool { return true })
		if err == nil {
			err = lib.CountConflicts(ctx, versionText(), found)
		}
		if err != nil {
			return err
		}
		listed := make([]listedEvent, len(page))
		for i, e := range page {
			listed[i] = listEvent(e.Event, e.Conflicts)
		}
		return out.write(listed)
	})
	if err != nil {
		return true, err
	}
	return true, out.end()
}

// countKept counts the disputes of the events that nobody has counted. What was found
// in them is to be kept; it is nothing where it holds no longer.
func countKept(ctx context.Context, lib *library.Library, known *reading, page []library.Listed, holds func() bool) (map[string]library.Found, error) {
	var open []library.Listed
	var at []int
	for i, e := range page {
		if !e.Counted && len(e.Articles) > 1 {
			open, at = append(open, e), append(at, i)
		}
	}
	all, _, err := compareKept(ctx, lib, known, open, true)
	if err != nil {
		return nil, err
	}
	for i, conflicts := range all {
		page[at[i]].Conflicts = disputes(shown(conflicts, false))
	}
	if !holds() {
		return nil, nil
	}
	return foundIn(open, all), nil
}

// foundIn is what was found in events, of conflicts of every strength.
func foundIn(events []library.Listed, all [][]model.Conflict) map[string]library.Found {
	found := map[string]library.Found{}
	for i, conflicts := range all {
		found[events[i].ID] = library.FoundIn(conflicts, disputes(shown(conflicts, false)))
	}
	return found
}

// conflictsOf is [compareKept], and keeps what it finds: a conflict that is listed is
// then found again by its ID.
func conflictsOf(ctx context.Context, lib *library.Library, known *reading, page []library.Listed, all bool) ([][]model.Conflict, []*reading, error) {
	found, held, err := compareKept(ctx, lib, known, page, true)
	if err != nil {
		return nil, nil, err
	}
	var open []library.Listed
	var of [][]model.Conflict
	for i, conflicts := range found {
		if !page[i].Counted && len(page[i].Articles) > 1 {
			open, of = append(open, page[i]), append(of, conflicts)
		}
		found[i] = shown(conflicts, all)
	}
	_ = lib.CountConflicts(ctx, versionText(), foundIn(open, of)) // a library that cannot be written is listed as well
	return found, held, nil
}

// listKeptConflicts lists the conflicts of a library, however large; done is false
// where there is nothing in it.
func listKeptConflicts(ctx context.Context, std stdio, l *limits, asJSON, all bool) (done bool, err error) {
	lib, known, err := l.settled(ctx, std)
	if lib == nil || err != nil {
		return lib != nil, err
	}
	defer lib.Close()
	if !asJSON {
		asText := 0
		return true, pages(ctx, lib, 0, func(page []library.Listed) error {
			found, held, err := conflictsOf(ctx, lib, known, page, all)
			for i, conflicts := range found {
				if len(conflicts) == 0 {
					continue
				}
				if asText++; asText > 1 {
					fmt.Fprintln(std.out)
				}
				if err := held[i].conflictPrinter().text(std.out, conflicts); err != nil {
					return err
				}
			}
			return err
		})
	}
	out := newStream[listedConflict](std.out, true, nil)
	err = pages(ctx, lib, 0, func(page []library.Listed) error {
		found, _, err := conflictsOf(ctx, lib, known, page, all)
		for _, conflicts := range found {
			if err := out.write(listConflicts(conflicts)); err != nil {
				return err
			}
		}
		return err
	})
	if err != nil {
		return true, err
	}
	return true, out.end()
}
