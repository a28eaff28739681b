package library

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// Remove takes articles out of the library, with all their versions. They stay
// out when their files are added again. Where one ID is unknown nothing is
// removed. It says what was done.
func (l *Library) Remove(ctx context.Context, ids []string) (what string, err error) {
	return l.perform(ctx, func() (string, []value, error) {
		var values []value
		for _, id := range ids {
			values = append(values, value{removedKey + " " + id, some(true)})
		}
		what, err := l.titles("removed ", ids)
		return what, values, err
	})
}

// Erase removes articles and wipes their texts, which no undo brings back. It
// says what was done.
func (l *Library) Erase(ctx context.Context, ids []string) (what string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	err = l.write(ctx, func() (err error) {
		if what, err = l.titles("erased ", ids); err != nil {
			return err
		}
		for _, id := range ids {
			if err := l.erase(id); err != nil {
				return err
			}
		}
		_, err = l.log(fmt.Sprintf("erased %s for good", counted(len(ids))), nil, nil, []change{}) // their titles go too
		return err
	})
	return what, err
}

func counted(n int) string {
	if n == 1 {
		return "an article"
	}
	return fmt.Sprintf("%d articles", n)
}

// titles names articles after a verb.
func (l *Library) titles(verb string, ids []string) (what string, err error) {
	for _, id := range ids {
		title, err := l.title(id)
		if err != nil {
			return "", err
		}
		if what == "" {
			what = verb + title
		}
	}
	if more := len(ids) - 1; more > 0 {
		what += fmt.Sprintf(" and %d more", more)
	}
	return what, nil
}

// erase keeps of an article what tells it when it comes again.
func (l *Library) erase(id string) error {
	n, err := l.numberOf(id)
	if err != nil {
		return err
	}
	return firstError(
		l.exec("DELETE FROM search WHERE rowid = ?", n),
		l.exec("UPDATE texts SET title = '', body = 0, text = '' WHERE n BETWEEN ? AND ?", n<<16, n<<16|maxVersions),
		l.exec("UPDATE articles SET removed = 1, authors = '', date_basis = '' WHERE n = ?", n),
	)
}

// removal is something where an article is removed.
func (l *Library) removal(id string) (value *string, err error) {
	err = l.rows("SELECT removed FROM articles WHERE id = ?", []any{id}, func(s *sqlite3.Stmt) error {
		if s.ColumnBool(0) {
			value = some(true)
		}
		return nil
	})
	return value, err
}

// putRemoval removes an article or brings it back.
func (l *Library) putRemoval(id string, value *string) error {
	s, err := l.any(id)
	if err != nil {
		return err
	}
	if err := l.exec("DELETE FROM search WHERE rowid = ?", s.n); err != nil {
		return err
	}
	if value == nil && s.read.Text != "" { // else it is erased
		if err := l.exec("INSERT INTO search(rowid, text) VALUES(?, ?)", s.n, s.read.Text); err != nil {
			return err
		}
	}
	return l.exec("UPDATE articles SET removed = ? WHERE n = ?", value != nil || s.read.Text == "", s.n)
}
