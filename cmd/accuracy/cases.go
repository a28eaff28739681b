package main

import (
	"context"
	"fmt"
	"strings"

	"parallax/corpus/labelled"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/conflict"
	"parallax/model/group"
)

var casesScorer = scorer{
	knows: func(path string, head []byte) bool { return head == nil && len(labelled.CaseFolders(path)) > 0 },
	score: scoreCases,
}

// caseTally is what was found in cases.
type caseTally struct {
	tally
	kind            int // conflicts shown that are right and of the right kind
	agreements      int
	flagged         int // agreements shown as conflicts
	kinds           map[model.Kind]tally
	articles, cases int
	languages       map[string]bool
}

func scoreCases(ctx context.Context, path string, _ *options) ([]section, error) {
	t := caseTally{kinds: map[model.Kind]tally{}, languages: map[string]bool{}}
	for _, folder := range labelled.CaseFolders(path) {
		c, err := labelled.ReadCase(ctx, folder)
		if err != nil {
			return nil, err
		}
		if err := t.add(ctx, c); err != nil {
			return nil, err
		}
	}
	s := section{
		title: "Annotated cases",
		about: fmt.Sprintf("%d cases, %d articles in %d languages, in which people marked %d pairs of sentences that cannot both be true and %d near misses.", t.cases, t.articles, len(t.languages), t.gold, t.agreements),
		head:  []string{"conflicts", "marked", "precision", "recall"},
		rows:  [][]string{{"all", fmt.Sprint(t.gold), t.precision(), t.recall()}},
		fails: t.fails(),
	}
	for _, k := range model.Kinds {
		if c := t.kinds[k]; c.gold+c.right+c.wrong > 0 {
			s.rows = append(s.rows, []string{string(k), fmt.Sprint(c.gold), c.precision(), c.recall()})
		}
	}
	return []section{s}, ctx.Err()
}

func (t *caseTally) fails() []string {
	var missed []string
	for _, k := range model.Kinds {
		if c := t.kinds[k]; c.gold > 0 && 2*c.found < c.gold {
			missed = append(missed, string(k))
		}
	}
	out := []string{fmt.Sprintf("%s of the near misses are shown as conflicts; %s of the conflicts that are right are of the right kind.", share(t.flagged, t.agreements), share(t.kind, t.right))}
	if len(missed) > 0 {
		out = append(out, fmt.Sprintf("More than half is missed of %s.", strings.Join(missed, ", ")))
	}
	return out
}

func (t *caseTally) add(ctx context.Context, c *labelled.Case) error {
	t.cases++
	t.articles += len(c.Articles)
	byID := map[string]*model.Article{}
	for i := range c.Articles {
		byID[c.Articles[i].ID] = &c.Articles[i]
		t.languages[c.Articles[i].Language] = true
	}
	found, near := map[int]bool{}, map[int]bool{}
	conflicts, err := conflictsOf(ctx, c.Articles)
	if err != nil {
		return err
	}
	for _, x := range conflicts {
		if x.Strength == model.Possible {
			continue
		}
		right, kind := false, false
		for i := range c.Conflicts {
			if m := &c.Conflicts[i]; m.Marks(&x, byID) {
				found[i], right, kind = true, true, kind || m.Kind == x.Kind
			}
		}
		for i := range c.Agreements {
			if !right && c.Agreements[i].Marks(&x, byID) {
				near[i] = true
			}
		}
		t.show(x.Kind, right, kind)
	}
	for i, m := range c.Conflicts {
		k := t.kinds[m.Kind]
		k.gold, t.gold = k.gold+1, t.gold+1
		if found[i] {
			k.found, t.found = k.found+1, t.found+1
		}
		t.kinds[m.Kind] = k
	}
	t.agreements, t.flagged = t.agreements+len(c.Agreements), t.flagged+len(near)
	return nil
}

// show counts a conflict that is shown.
func (t *caseTally) show(k model.Kind, right, kind bool) {
	c := t.kinds[k]
	if right {
		c.right, t.right = c.right+1, t.right+1
	} else {
		c.wrong, t.wrong = c.wrong+1, t.wrong+1
	}
	if kind {
		t.kind++
	}
	t.kinds[k] = c
}

// conflictsOf groups articles into events and compares those, as the reader does.
func conflictsOf(ctx context.Context, articles []model.Article) ([]model.Conflict, error) {
	docs := make([]*claim.Document, len(articles))
	for i := range articles {
		docs[i] = claim.Read(&articles[i])
	}
	groups, err := group.Events(ctx, group.SignAll(docs), group.Options{})
	if err != nil {
		return nil, err
	}
	var out []model.Conflict
	for _, g := range groups {
		group.Settle(docs, g.Members)
		var members []model.Article
		var read []*claim.Document
		for _, m := range g.Members {
			docs[m] = claim.Read(&articles[m]) // its date may be settled now
			members, read = append(members, articles[m]), append(read, docs[m])
		}
		out = append(out, conflict.Compare(model.Event{}, members, read).Conflicts...)
	}
	return out, nil
}
