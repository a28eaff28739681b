package library

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
)

// The kinds of the reader's work: the first word of a key. The rest names what it
// is of, never by a number of a row.
const (
	verdictKey  = "verdict"  // and a digest of the conflict; a model.Judgement
	noteKey     = "note"     // and the note's ID; a model.Note
	bookmarkKey = "bookmark" // and the article's ID
	decisionKey = "decision" // and a digest of the pair; a model.Decision
	settingKey  = "set"      // and date, outlet or language, and the article's ID; kept with the article
	removedKey  = "removed"  // and the article's ID; kept with the article
)

// value is what is to be kept under a key; nil is nothing.
type value struct {
	key   string
	value *string
}

func some(v any) *string {
	data, err := json.Marshal(v)
	if err != nil {
		data = nil // what is kept are strings and numbers, which marshal
	}
	s := string(data)
	return &s
}

func digestKey(kind string, parts ...string) string {
	return kind + " " + fmt.Sprintf("%x", digest(parts...))
}

// get is what is kept under a key, and the action that wrote it.
func (l *Library) get(key string) (value *string, by int64, err error) {
	kind, of, _ := strings.Cut(key, " ")
	switch kind {
	case settingKey:
		value, err = l.setting(of)
		return value, 0, err
	case removedKey:
		value, err = l.removal(of)
		return value, 0, err
	}
	err = l.rows("SELECT value, action FROM work WHERE key = ?", []any{key}, func(s *sqlite3.Stmt) error {
		value, by = optional(s, 0), s.ColumnInt64(1)
		return nil
	})
	return value, by, err
}

// put keeps something under a key, on behalf of an action.
func (l *Library) put(key string, value *string, action int64) error {
	kind, of, _ := strings.Cut(key, " ")
	switch {
	case kind == settingKey:
		return l.putSetting(of, value)
	case kind == removedKey:
		return l.putRemoval(of, value)
	case value == nil:
		return l.exec("DELETE FROM work WHERE key = ?", key)
	}
	return l.exec("INSERT OR REPLACE INTO work(key, action, value) VALUES(?,?,?)", key, action, *value)
}

// Work is all that the reader has made of articles.
func (l *Library) Work(ctx context.Context) (w model.Work, err error) {
	err = l.read(ctx, func() error { w, err = l.work(); return err })
	return w, err
}

func (l *Library) work() (w model.Work, err error) {
	err = l.rows("SELECT key, value FROM work ORDER BY action, key", nil, func(s *sqlite3.Stmt) error {
		key, value := s.ColumnText(0), []byte(s.ColumnText(1))
		var err error
		switch kind, of, _ := strings.Cut(key, " "); kind {
		case verdictKey:
			w.Judgements, err = appended(w.Judgements, value)
		case noteKey:
			w.Notes, err = appended(w.Notes, value)
		case decisionKey:
			w.Decisions, err = appended(w.Decisions, value)
		case bookmarkKey:
			w.Bookmarks = append(w.Bookmarks, of)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", key, sqlite3.CORRUPT)
		}
		return nil
	})
	return w, err
}

func appended[T any](list []T, value []byte) ([]T, error) {
	var v T
	err := json.Unmarshal(value, &v)
	return append(list, v), err
}

// Decisions is the reader's word on which articles report one event, oldest
// first; of one pair there is one.
func (l *Library) Decisions(ctx context.Context) ([]model.Decision, error) {
	w, err := l.Work(ctx)
	return w.Decisions, err
}

// perform does an action that make describes, in one transaction; it is logged in
// those words unless it changes nothing.
func (l *Library) perform(ctx context.Context, make func() (what string, values []value, err error)) (what string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	err = l.write(ctx, func() error {
		var values []value
		if what, values, err = make(); err != nil {
			return err
		}
		return l.act(what, values)
	})
	return what, err
}

// Bookmark puts a bookmark on an article, or takes it off. It says what was done.
func (l *Library) Bookmark(ctx context.Context, id string, on bool) (what string, err error) {
	return l.perform(ctx, func() (string, []value, error) {
		title, err := l.title(id)
		if err != nil {
			return "", nil, err
		}
		v := value{bookmarkKey + " " + id, nil}
		if !on {
			return "took the bookmark off " + title, []value{v}, nil
		}
		v.value = some(true)
		return "bookmarked " + title, []value{v}, nil
	})
}

// title is an article in words: its title in quotation marks.
func (l *Library) title(id string) (string, error) {
	n, err := l.numberOf(id)
	if err != nil {
		return "", err
	}
	s, err := l.stored(n, 0)
	return quoted(s.read.Title, s.read.Text), err
}
