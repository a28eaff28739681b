package library

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"golang.org/x/text/language"

	"parallax/model"
	"parallax/model/safe"
)

// Version is one text that an article has had.
type Version struct {
	Number int
	Added  time.Time
	Title  string
}

// Article is the article of an ID as it stands, and every version there is of it.
func (l *Library) Article(ctx context.Context, id string) (a model.Article, versions []Version, err error) {
	err = l.read(ctx, func() error {
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
	err = l.read(ctx, func() error {
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

// Set puts the reader's word in the place of what was read, for good. It says
// what was done.
func (l *Library) Set(ctx context.Context, id string, settings []Setting) (what string, err error) {
	return l.perform(ctx, func() (string, []value, error) {
		title, err := l.title(id)
		if err != nil {
			return "", nil, err
		}
		var values []value
		var words []string
		for _, one := range settings {
			one.Value = safe.Field(one.Value)
			if err := one.Check(); err != nil {
				return "", nil, err
			}
			v := value{settingKey + " " + one.Field + " " + id, nil}
			if one.Value == "" {
				words = append(words, one.Field+" as read")
			} else {
				v.value = &one.Value
				words = append(words, one.Field+" to "+brief(one.Value))
			}
			values = append(values, v)
		}
		return "set " + strings.Join(words, ", ") + " of " + title, values, nil
	})
}

// setting is what the reader has set; of is the field and the article's ID.
func (l *Library) setting(of string) (value *string, err error) {
	field, id, _ := strings.Cut(of, " ")
	s, err := l.any(id)
	if err != nil {
		return nil, err
	}
	if at := s.set.field(field); at != nil {
		value = *at
	}
	return value, nil
}

func (l *Library) putSetting(of string, value *string) error {
	field, id, _ := strings.Cut(of, " ")
	s, err := l.any(id)
	if err != nil {
		return err
	}
	at := s.set.field(field)
	if at == nil {
		return fmt.Errorf("unknown setting %q: %w", field, sqlite3.CORRUPT)
	}
	*at = value
	return l.update(&s)
}

// any is the article of an ID, removed or not.
func (l *Library) any(id string) (stored, error) {
	var n int64
	err := l.rows("SELECT n FROM articles WHERE id = ?", []any{id}, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil })
	if err == nil && n == 0 {
		err = fmt.Errorf("%s: %w", id, ErrNoArticle)
	}
	if err != nil {
		return stored{}, err
	}
	return l.stored(n, 0)
}

// Check reports what is wrong with a setting.
func (s Setting) Check() error {
	switch {
	case new(settings).field(s.Field) == nil:
		return fmt.Errorf("unknown %q: set date, outlet or language", s.Field)
	case s.Value == "":
		return nil
	case s.Field == "date":
		_, err := model.ParseDate(s.Value)
		return err
	case s.Field == "language":
		if _, err := language.Parse(s.Value); err != nil {
			return fmt.Errorf("%q is no language: use a code such as de", s.Value)
		}
	}
	return nil
}

// field is the place of a setting; nil where there is no such.
func (s *settings) field(name string) **string {
	switch name {
	case "date":
		return &s.date
	case "outlet":
		return &s.outlet
	case "language":
		return &s.language
	}
	return nil
}
