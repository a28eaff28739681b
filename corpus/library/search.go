package library

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// ErrKind is a query for a kind of conflict, which articles alone do not have.
var ErrKind = errors.New("kind: is known only where articles are compared: ask for it with conflicts --query")

// ErrNoArticle is an ID that no article has.
var ErrNoArticle = errors.New("no such article: see list --json for the IDs")

// Count is how many articles there are.
func (l *Library) Count(ctx context.Context) (n int, err error) {
	err = l.read(ctx, func() error {
		return l.rows("SELECT count(*) FROM articles WHERE removed = 0", nil, func(s *sqlite3.Stmt) error { n = s.ColumnInt(0); return nil })
	})
	return n, err
}

// Search returns up to count articles that are asked for, newest first and
// undated last, from the one of index from, and how many there are in all.
func (l *Library) Search(ctx context.Context, q query.Query, from, count int) (found []model.Article, total int, err error) {
	err = l.read(ctx, func() error {
		w, err := l.where(q)
		if err != nil {
			return err
		}
		if len(q.Words) == 0 {
			// The rows wanted are few, and counting needs no order.
			if err := l.rows("SELECT count(*) "+w.sql, w.args, func(s *sqlite3.Stmt) error { total = s.ColumnInt(0); return nil }); err != nil {
				return err
			}
			ns, err := l.numbers(w, fmt.Sprintf(" LIMIT %d OFFSET %d", max(count, 0), max(from, 0)))
			if err == nil {
				found, err = l.articles(ns)
			}
			return err
		}
		ns, err := l.numbers(w, "")
		if err != nil {
			return err
		}
		total = len(ns)
		from = min(max(from, 0), total)
		found, err = l.articles(ns[from:min(from+max(count, 0), total)])
		return err
	})
	return found, total, err
}

// All hands on every article that is asked for, newest first. Articles that are
// added meanwhile may be missed.
func (l *Library) All(ctx context.Context, q query.Query) iter.Seq2[model.Article, error] {
	return func(yield func(model.Article, error) bool) {
		var ns []int64
		err := l.read(ctx, func() error {
			w, err := l.where(q)
			if err == nil {
				ns, err = l.numbers(w, "")
			}
			return err
		})
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

// articlesAtOnce is how many articles are in memory while all are handed on.
const articlesAtOnce = 200

// clause is the part of a statement after SELECT columns.
type clause struct {
	sql  string
	args []any
}

func (c *clause) and(sql string, args ...any) {
	c.sql += " AND " + sql
	c.args = append(c.args, args...)
}

// where writes a query in SQL.
func (l *Library) where(q query.Query) (clause, error) {
	if q.OfConflicts() {
		return clause{}, ErrKind
	}
	c := clause{sql: "FROM articles a WHERE removed = 0"}
	if words := match(q.Words, " AND "); words != "" {
		c.and("n IN (SELECT rowid FROM search WHERE search MATCH ?)", words)
	}
	if words := match(q.Without.Words, " OR "); words != "" {
		c.and("n NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", words)
	}
	c.speaks("(%s)", q.Languages)
	c.speaks("NOT (%s)", q.Without.Languages)
	if err := l.from(&c, "outlet IN (%s)", q.Outlets); err != nil {
		return clause{}, err
	}
	if err := l.from(&c, "outlet NOT IN (%s)", q.Without.Outlets); err != nil {
		return clause{}, err
	}
	if q.Unsure {
		c.and("unsure")
	}
	if q.Dated() {
		c.and("last_day IS NOT NULL")
	}
	if since, _, ok := query.Days(q.Since); ok {
		c.and("last_day >= ?", since)
	}
	if _, until, ok := query.Days(q.Until); ok {
		c.and("sort <= ?", until)
	}
	return c, nil
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

func (c *clause) speaks(sql string, languages []string) {
	if len(languages) == 0 {
		return
	}
	var any []string
	for _, tag := range languages {
		any = append(any, "lower(language) = ? OR lower(language) GLOB ?")
		c.args = append(c.args, tag, tag+"-*")
	}
	c.sql += " AND " + fmt.Sprintf(sql, strings.Join(any, " OR "))
}

// from finds the outlets of which the names are parts.
func (l *Library) from(c *clause, sql string, names []string) error {
	if len(names) == 0 {
		return nil
	}
	var ns []string
	err := l.rows("SELECT n, name FROM outlets", nil, func(s *sqlite3.Stmt) error {
		name := s.ColumnText(1)
		for _, asked := range names {
			if query.Named(name, asked) {
				ns = append(ns, fmt.Sprint(s.ColumnInt64(0)))
				break
			}
		}
		return nil
	})
	c.and(fmt.Sprintf(sql, strings.Join(ns, ",")))
	return err
}

// numbers lists the articles of a clause, newest first.
func (l *Library) numbers(c clause, limit string) ([]int64, error) {
	return l.selected("SELECT n "+c.sql+" ORDER BY sort DESC, n"+limit, c.args)
}

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
