package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
)

// maxHeld is how many articles of a library are held in memory.
const maxHeld = 20_000

// path is the file of the library.
func (l *limits) path() string {
	if l.library != "" {
		return l.library
	}
	return library.Path()
}

// open opens the library, which is made where there is none.
func (l *limits) open(ctx context.Context) (*library.Library, error) {
	return library.Open(ctx, l.path())
}

// kept opens the library where there is one that holds articles; else it is nil.
func (l *limits) kept(ctx context.Context) (*library.Library, error) {
	if !library.Exists(l.path()) {
		if l.library != "" {
			return nil, fmt.Errorf("library %s: no such file: parallax add makes one", l.library)
		}
		return nil, nil
	}
	lib, err := l.open(ctx)
	if err != nil {
		return nil, err
	}
	some, err := lib.Exceeds(ctx, 0)
	if err == nil && some {
		return lib, nil
	}
	_ = lib.Close() // nothing was written
	return nil, err
}

// existing opens the library for verbs that have nothing to do without one.
func (l *limits) existing(ctx context.Context) (*library.Library, error) {
	if !library.Exists(l.path()) {
		return nil, fmt.Errorf("library %s: no such file: parallax add makes one", l.path())
	}
	return l.open(ctx)
}

// asked reads the query of the flag.
func (l *limits) asked() (query.Query, error) {
	return parseQuery(l.query)
}

func parseQuery(text string) (query.Query, error) {
	q, err := query.Parse(text)
	if err != nil {
		return q, usageError{fmt.Errorf("query %q, %w", text, err)}
	}
	return q, nil
}

// keep drops the articles that are not asked for.
func (r *reading) keep(q query.Query) {
	r.kinds, r.verdicts = q.Kinds, q.Verdicts
	if q = q.OfArticles(); q.String() == "" {
		return
	}
	matches := q.Matcher()
	r.articles = slices.DeleteFunc(r.articles, func(a model.Article) bool { return !matches(&a) })
}

// ofKinds keeps the conflicts of the kinds and verdicts that are asked for.
func (r *reading) ofKinds(conflicts []model.Conflict) []model.Conflict {
	return slices.DeleteFunc(conflicts, func(c model.Conflict) bool {
		return len(r.kinds) > 0 && !slices.Contains(r.kinds, c.Kind) || len(r.verdicts) > 0 && !slices.Contains(r.verdicts, cmp.Or(c.Verdict, model.Open))
	})
}

// loadKept reads the library, or the sample where there is nothing in it.
func loadKept(ctx context.Context, std stdio, l *limits, q query.Query) (*reading, error) {
	lib, err := l.kept(ctx)
	if err != nil {
		return nil, err
	}
	if lib == nil {
		r, err := loadSample(ctx, q)
		if err == nil {
			r.dictionaries = l.dictionaries()
		}
		return r, err
	}
	defer lib.Close()
	if err := settle(ctx, std, lib); err != nil {
		return nil, err
	}
	r := &reading{kinds: q.Kinds, verdicts: q.Verdicts, library: l.path(), dictionaries: l.dictionaries()}
	if r.work, err = lib.Work(ctx); err != nil {
		return nil, err
	}
	q = q.OfArticles()
	var total int
	if r.articles, total, err = lib.Search(ctx, q, 0, maxHeld); err != nil {
		return nil, err
	}
	if total > len(r.articles) {
		fmt.Fprintf(std.err, "parallax: these are the newest %s of %s articles: name fewer with --query\n", thousands(len(r.articles)), thousands(total))
	}
	return r, r.hold(ctx, lib)
}

// thousands writes a number for people: 12,345.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// flagsFirst refuses flags among words that may begin with a hyphen themselves.
func flagsFirst(args []string) error {
	for _, a := range args {
		if strings.HasPrefix(a, "--") {
			return usageError{fmt.Errorf("put %s before the query", a)}
		}
	}
	return nil
}
