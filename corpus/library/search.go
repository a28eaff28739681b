package library

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// ErrNoArticle is an ID that no article has.
var ErrNoArticle = errors.New("no such article: see list --json for the IDs")

// Count is how many articles there are.
func (l *Library) Count(ctx context.Context) (n int, err error) {
	err = l.read(ctx, func() error {
		s, err := l.shelved()
		if err == nil {
			n = len(s.articles.byDate)
		}
		return err
	})
	return n, err
}

// Exceeds reports whether there are more than so many articles.
func (l *Library) Exceeds(ctx context.Context, most int) (more bool, err error) {
	err = l.do(ctx, func() error {
		return l.rows("SELECT 1 FROM articles WHERE removed = 0 LIMIT 1 OFFSET ?", []any{most}, func(*sqlite3.Stmt) error { more = true; return nil })
	})
	return more, err
}

// Search returns up to count articles that are asked for, newest first and
// undated last, from the one of index from, and how many there are in all.
func (l *Library) Search(ctx context.Context, q query.Query, from, count int) (found []model.Article, total int, err error) {
	if q.OfConflicts() {
		return nil, 0, ErrKind
	}
	return l.List(ctx, q, Newest, "", from, count)
}

// All hands on every article that is asked for, newest first. Articles that are
// added meanwhile may be missed.
func (l *Library) All(ctx context.Context, q query.Query) iter.Seq2[model.Article, error] {
	return func(yield func(model.Article, error) bool) {
		ns, err := l.all(ctx, q)
		for len(ns) > 0 && err == nil {
			some := ns[:min(len(ns), articlesAtOnce)]
			ns = ns[len(some):]
			var articles []model.Article
			if err = l.read(ctx, func() (err error) { articles, err = l.articles(some); return err }); err != nil {
				break
			}
			for _, a := range articles {
				if !yield(a, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(model.Article{}, err)
		}
	}
}

// all lists the numbers of the articles that are asked for, newest first.
func (l *Library) all(ctx context.Context, q query.Query) (ns []int64, err error) {
	if q.OfConflicts() {
		return nil, ErrKind
	}
	err = l.read(ctx, func() error {
		s, err := l.shelved()
		if err != nil {
			return err
		}
		picked, err := l.picked(s, q, "")
		if err == nil {
			places, _ := pageOf(s.articles.byDate, picked, 0, len(picked))
			ns = s.articles.numbersOf(places)
		}
		return err
	})
	return ns, err
}

// articlesAtOnce is how many articles are in memory while all are handed on.
const articlesAtOnce = 200

// selected lists the numbers that a query selects.
func (l *Library) selected(sql string, args []any) (ns []int64, err error) {
	err = l.rows(sql, args, func(s *sqlite3.Stmt) error {
		ns = append(ns, s.ColumnInt64(0))
		return nil
	})
	return ns, err
}

func (l *Library) articles(ns []int64) ([]model.Article, error) {
	out := make([]model.Article, 0, len(ns))
	for _, n := range ns {
		s, err := l.stored(n, 0)
		if errors.Is(err, ErrNoArticle) {
			continue // removed meanwhile
		}
		if err != nil {
			return nil, err
		}
		out = append(out, s.shown())
	}
	return out, nil
}

// stored reads one article, in a version or, where that is 0, in its last.
func (l *Library) stored(n int64, version int) (out stored, err error) {
	sql, args := "SELECT "+columns+" WHERE a.n = ?", []any{n}
	if version > 0 {
		sql = "SELECT " + strings.Replace(columns, "a.n << 16 | a.version", "a.n << 16 | ?", 1) + " WHERE a.n = ?"
		args = []any{version, n}
	}
	found := false
	err = l.rows(sql, args, func(s *sqlite3.Stmt) (err error) {
		found = true
		out, err = scan(s)
		return err
	})
	if err == nil && !found {
		err = ErrNoArticle
	}
	return out, err
}
