package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"parallax/corpus/library"
	"parallax/model"
)

// Work is all that the reader has made of articles.
func (s *shelfDesk) Work(context.Context) (model.Work, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.known.work, nil
}

// Judge gives a dispute a verdict.
func (s *shelfDesk) Judge(ctx context.Context, event, conflict string, v model.Verdict, note string) (string, error) {
	c, err := s.Event(ctx, event)
	if err != nil {
		return "", err
	}
	judgements := disputeOf(c.Conflicts, conflict, v, note)
	if len(judgements) == 0 {
		return "", fmt.Errorf("no conflict %q", conflict)
	}
	return s.act(ctx, func() (string, error) { return s.lib.Judge(ctx, judgements) })
}

// Note writes a note about a passage.
func (s *shelfDesk) Note(ctx context.Context, p model.Passage, text string) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Note(ctx, p, text) })
}

// Unnote takes a note away.
func (s *shelfDesk) Unnote(ctx context.Context, note string) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Unnote(ctx, note) })
}

// Bookmark puts a bookmark on an article, or takes it off.
func (s *shelfDesk) Bookmark(ctx context.Context, article string, on bool) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Bookmark(ctx, article, on) })
}

// Set sets the date, outlet or language of an article.
func (s *shelfDesk) Set(ctx context.Context, article, field, value string) (string, error) {
	return s.act(ctx, func() (string, error) {
		return s.lib.Set(ctx, article, []library.Setting{{Field: field, Value: value}})
	})
}

// Join keeps articles together as reports of one event.
func (s *shelfDesk) Join(ctx context.Context, articles []string) (string, error) {
	if len(articles) < 2 {
		return "", errors.New("one article alone cannot be joined: mark another")
	}
	return s.act(ctx, func() (string, error) { return s.lib.Decide(ctx, joined(articles)) })
}

// Split keeps articles apart from others.
func (s *shelfDesk) Split(ctx context.Context, articles, from []string) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Decide(ctx, split(articles, from)) })
}

// Undo takes back what was done last.
func (s *shelfDesk) Undo(ctx context.Context) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Undo(ctx) })
}

// Redo does again what was undone last.
func (s *shelfDesk) Redo(ctx context.Context) (string, error) {
	return s.act(ctx, func() (string, error) { return s.lib.Redo(ctx) })
}

// act does something in the library and brings the desk to what it then holds: only
// the events of what was changed regroup.
func (s *shelfDesk) act(ctx context.Context, do func() (string, error)) (string, error) {
	s.edits.Add(1) // what is being compared knows nothing of it
	what, err := do()
	if err == nil {
		err = s.lib.Regroup(ctx, nil)
	}
	if err != nil {
		return what, briefError(err)
	}
	last, err := s.lib.Actions(ctx, 1)
	if err != nil {
		return what, err
	}
	work, err := s.lib.Work(ctx)
	if err != nil {
		return what, err
	}
	s.recall(work, len(last) == 0 || last[0].Regroups)
	return what, nil
}

// recall takes the reader's work as it now stands. What was compared stays, unless
// articles or events may be others.
func (s *shelfDesk) recall(w model.Work, regrouped bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known.work = w
	s.edits.Add(1)
	if regrouped {
		s.compared, s.recent = map[string]model.Comparison{}, nil
	}
	for id, c := range s.compared {
		c.Conflicts = slices.Clone(c.Conflicts) // screens may hold the old ones
		w.Recall(c.Conflicts)
		s.compared[id] = c
	}
}
