package library

import (
	"context"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"
	"golang.org/x/text/language"

	"parallax/model"
)

// Version is one text that an article has had.
type Version struct {
	Number int
	Added  time.Time
	Title  string
}

// Article is the article of an ID as it stands, and every version there is of it.
func (l *Library) Article(ctx context.Context, id string) (a model.Article, versions []Version, err error) {
	err = l.do(ctx, func() error {
		n, err := l.numberOf(id)
		if err != nil {
			return err
		}
		s, err := l.stored(n, 0)
		if err != nil {
			return err
		}
		a = s.shown()
		return l.rows("SELECT n & 65535, added, title FROM texts WHERE n BETWEEN ? AND ? ORDER BY n", []any{n << 16, n<<16 | maxVersions}, func(s *sqlite3.Stmt) error {
			versions = append(versions, Version{s.ColumnInt(0), time.Unix(s.ColumnInt64(1), 0).UTC(), s.ColumnText(2)})
			return nil
		})
	})
	return a, versions, err
}

// Earlier is an article with the text of one of its versions.
func (l *Library) Earlier(ctx context.Context, id string, version int) (a model.Article, err error) {
	err = l.do(ctx, func() error {
		n, err := l.numberOf(id)
		if err != nil {
			return err
		}
		s, err := l.stored(n, version)
		a = s.shown()
		return err
	})
	return a, err
}

// numberOf finds an article that is not removed.
func (l *Library) numberOf(id string) (n int64, err error) {
	err = l.rows("SELECT n FROM articles WHERE id = ? AND removed = 0", []any{id}, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil })
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: %w", id, ErrNoArticle)
	}
	return n, err
}

// Setting is the reader's word on one thing of an article.
type Setting struct {
	Field string // "date", "outlet" or "language"
	Value string // "" takes the reader's word back
}

// Set puts the reader's word in the place of what was read, for good.
func (l *Library) Set(ctx context.Context, id string, settings []Setting) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.write(func() error {
		n, err := l.numberOf(id)
		if err != nil {
			return err
		}
		s, err := l.stored(n, 0)
		if err != nil {
			return err
		}
		for _, one := range settings {
			if err := s.set.put(one); err != nil {
				return err
			}
		}
		return l.update(&s)
	})
}

// Check reports what is wrong with a setting.
func (s Setting) Check() error {
	var none settings
	return none.put(s)
}

func (s *settings) put(one Setting) error {
	field := map[string]**string{"date": &s.date, "outlet": &s.outlet, "language": &s.language}[one.Field]
	switch {
	case field == nil:
		return fmt.Errorf("unknown %q: set date, outlet or language", one.Field)
	case one.Value == "":
		*field = nil
		return nil
	case one.Field == "date":
		if _, err := model.ParseDate(one.Value); err != nil {
			return err
		}
	case one.Field == "language":
		if _, err := language.Parse(one.Value); err != nil {
			return fmt.Errorf("%q is no language: use a code such as de", one.Value)
		}
	}
	*field = &one.Value
	return nil
}

// Remove takes articles out of the library, with all their versions. They stay
// out when their files are added again. Where one ID is unknown nothing is
// removed.
func (l *Library) Remove(ctx context.Context, ids []string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return l.write(func() error {
		for _, id := range ids {
			n, err := l.numberOf(id)
			if err != nil {
				return err
			}
			if err := l.remove(n); err != nil {
				return err
			}
		}
		return nil
	})
}

// remove keeps of an article what tells it when it comes again.
func (l *Library) remove(n int64) error {
	return firstError(
		l.exec("DELETE FROM search WHERE rowid = ?", n),
		l.exec("UPDATE texts SET title = '', body = 0, text = '' WHERE n BETWEEN ? AND ?", n<<16, n<<16|maxVersions),
		l.exec("UPDATE articles SET removed = 1, authors = '', date_basis = '' WHERE n = ?", n),
	)
}
