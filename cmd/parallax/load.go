package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"parallax/corpus"
	"parallax/corpus/decode"
	"parallax/corpus/dictionary"
	"parallax/corpus/sample"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/conflict"
	"parallax/model/group"
	"parallax/model/parallel"
	"parallax/model/query"
	"parallax/model/safe"
)

// reading is a corpus as read: its articles, their sentences and the events they
// report.
type reading struct {
	articles []model.Article
	skipped  []decode.Skip
	docs     []*claim.Document // nil of a library, which is read where it is compared
	events   []happening
	kinds    []model.Kind    // of conflicts asked for; none is all
	verdicts []model.Verdict // the reader's, on conflicts asked for; none is all
	library  string          // file it comes from; "" where it does not
	work     model.Work      // what the reader has made of it

	dictionaries *dictionary.Set // nil where the machine has none
}

// happening is an event and the indices of its articles.
type happening struct {
	event   model.Event
	members []int
}

// load reads the paths. It names each skip on the error stream; the error is
// that of a run in which nothing could be read.
func load(ctx context.Context, std stdio, paths []string, l *limits) (*reading, error) {
	q, err := l.asked()
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return loadKept(ctx, std, l, q)
	}
	r, err := readPaths(ctx, std, paths, l, q)
	if err != nil {
		return nil, err
	}
	return r, r.group(ctx)
}

// readPaths reads the articles of the paths that are asked for and compares
// nothing yet.
func readPaths(ctx context.Context, std stdio, paths []string, l *limits, q query.Query) (*reading, error) {
	got, err := corpus.Load(ctx, paths, l.options(std.in))
	if err != nil {
		return nil, err
	}
	r := &reading{articles: got.Articles, skipped: got.Skipped, dictionaries: l.dictionaries()}
	for _, s := range r.skipped {
		fmt.Fprintln(std.err, "parallax: skipped "+skipLine(s))
	}
	if len(r.articles) == 0 {
		return nil, fmt.Errorf("no article found in %s", strings.Join(paths, ", "))
	}
	r.keep(q)
	return r, nil
}

func skipLine(s decode.Skip) string {
	line := s.Source
	if s.Place != "" {
		line += ", " + s.Place
	}
	return safe.Field(line + ": " + s.Err.Error())
}

// maxRead is how many articles are kept in memory sentence by sentence; of more
// they are read anew where they are compared.
const maxRead = 2000

// group gathers the articles into events and lets the reports of one event settle
// each other's dates. The error is that of ctx.
func (r *reading) group(ctx context.Context) error {
	signatures := make([]*group.Signature, len(r.articles))
	docs := make([]*claim.Document, len(r.articles))
	parallel.Each(len(docs), func(i int) {
		if ctx.Err() != nil {
			return
		}
		if len(docs) > maxRead {
			signatures[i] = group.Sign(claim.Skim(&r.articles[i]))
			return
		}
		docs[i] = claim.Read(&r.articles[i])
		signatures[i] = group.Sign(docs[i])
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	groups, err := group.Events(ctx, signatures, group.Options{Decisions: r.work.Decisions})
	if err != nil {
		return err
	}
	for _, g := range groups {
		settled := r.settle(g.Members)
		r.events = append(r.events, happening{group.Describe(signatures, g), g.Members})
		for _, m := range settled {
			if docs[m] != nil {
				docs[m] = claim.Read(&r.articles[m]) // weekdays now resolve
			}
		}
	}
	if len(docs) <= maxRead {
		r.docs = docs
	}
	return nil
}

// readAll reads articles on all cores.
func readAll(articles []model.Article) []*claim.Document {
	docs := make([]*claim.Document, len(articles))
	parallel.Each(len(articles), func(i int) { docs[i] = claim.Read(&articles[i]) })
	return docs
}

// compare lays the reports of an event side by side, with the reader's verdicts.
func (r *reading) compare(h happening) model.Comparison {
	c := r.sideBySide(h)
	r.work.Recall(c.Conflicts)
	return c
}

// sideBySide lays the reports of an event side by side.
func (r *reading) sideBySide(h happening) model.Comparison {
	articles, docs := r.members(h.members)
	if r.docs == nil && h.event.Why == nil { // of a library
		signatures := group.SignAll(docs)
		h.event.Why = group.Describe(signatures, group.Gather(signatures, group.Options{Decisions: r.work.Decisions})).Why
	}
	if r.dictionaries != nil {
		for _, d := range docs {
			d.Translate(r.dictionaries)
		}
	}
	return conflict.Compare(h.event, articles, docs)
}

// done is the error that a verb ends with when its work is done.
func (r *reading) done() error {
	if len(r.skipped) > 0 {
		return errSkipped
	}
	return nil
}

// printer writes one result as text or as JSON.
type printer[T any] struct {
	text func(io.Writer, T) error
	json func(io.Writer, T) error
}

func (p printer[T]) print(w io.Writer, asJSON bool, result T) error {
	if asJSON {
		return p.json(w, result)
	}
	return p.text(w, result)
}

var errNoPath = usageError{errors.New("no PATH: name a file, a folder, or - for standard input")}

// loadSample reads the corpus that ships with parallax and groups it.
func loadSample(ctx context.Context, q query.Query) (*reading, error) {
	r, err := readSample(ctx, q)
	if err != nil {
		return nil, err
	}
	return r, r.group(ctx)
}

// readSample reads the corpus that ships with parallax.
func readSample(ctx context.Context, q query.Query) (*reading, error) {
	got, err := corpus.Load(ctx, []string{"-"}, corpus.Options{Decode: decode.Options{Stdin: sample.Open()}})
	if err != nil {
		return nil, err
	}
	for i := range got.Articles {
		got.Articles[i].Source = "sample"
	}
	r := &reading{articles: got.Articles, skipped: got.Skipped}
	r.keep(q)
	return r, nil
}
