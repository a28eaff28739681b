package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// The wish to undo or redo where nothing is left to.
var (
	ErrNothingToUndo = errors.New("nothing to undo: see log for what was done")
	ErrNothingToRedo = errors.New("nothing to redo: only what was just undone can be done again")
)

// Action is one thing that the reader has done.
type Action struct {
	Number int
	At     time.Time
	What   string // in words
	Undoes int    // number of the action that this one takes back; 0 is none
	Redoes int    // number of the action that this one does again; 0 is none
	Undone bool   // taken back, and not done again
	// Regroups reports whether it changed what articles there are, what they say of
	// themselves, or which belong together.
	Regroups bool
}

// change is what an action did to one thing of the reader's work; nil is nothing
// there.
type change struct {
	Key    string  `json:"key"`
	Before *string `json:"before"`
	After  *string `json:"after"`
	By     int64   `json:"by"` // the action that wrote what was there before
}

// act puts values in their places and logs that, in one transaction. It is run
// inside of write. Where nothing changes nothing is logged.
func (l *Library) act(what string, values []value) error {
	var changes []change
	for _, v := range values {
		before, by, err := l.get(v.key)
		if err != nil {
			return err
		}
		if !equal(before, v.value) {
			changes = append(changes, change{v.key, before, v.value, by})
		}
	}
	if len(changes) == 0 {
		return nil
	}
	n, err := l.log(what, nil, nil, changes)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if err := l.put(c.Key, c.After, n); err != nil {
			return err
		}
	}
	return nil
}

// log writes an action down and returns its number.
func (l *Library) log(what string, undoes, redoes any, changes []change) (n int64, err error) {
	data, err := json.Marshal(changes)
	if err != nil {
		return 0, err
	}
	err = l.exec("INSERT INTO actions(at, what, undoes, redoes, changes) VALUES(?,?,?,?,?)", time.Now().Unix(), what, undoes, redoes, string(data))
	return l.db.LastInsertRowID(), err
}

func equal(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }

// Undo takes the last action back that has not been, and says what that was. The
// error is, or wraps, [ErrNothingToUndo].
func (l *Library) Undo(ctx context.Context) (what string, err error) {
	return l.again(ctx, true, ErrNothingToUndo)
}

// Redo does the action again that was undone last, unless something else was done
// since, and says what it is. The error is, or wraps, [ErrNothingToRedo].
func (l *Library) Redo(ctx context.Context) (what string, err error) {
	return l.again(ctx, false, ErrNothingToRedo)
}

// again goes one action back or forth.
func (l *Library) again(ctx context.Context, back bool, none error) (what string, err error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	err = l.write(ctx, func() error {
		h, err := l.history()
		if err != nil {
			return err
		}
		from := h.undone
		if back {
			from = h.done
		}
		if len(from) == 0 {
			return none
		}
		n := from[len(from)-1]
		var changes []change
		if what, changes, err = l.action(n); err != nil {
			return err
		}
		if back {
			return l.undo(n, what, changes)
		}
		return l.redo(n, what, changes)
	})
	return what, err
}

func (l *Library) undo(n int64, what string, changes []change) error {
	for _, c := range slices.Backward(changes) {
		if err := l.put(c.Key, c.Before, c.By); err != nil {
			return err
		}
	}
	_, err := l.log("undid: "+what, n, nil, changes)
	return err
}

func (l *Library) redo(n int64, what string, changes []change) error {
	for _, c := range changes {
		if err := l.put(c.Key, c.After, n); err != nil {
			return err
		}
	}
	_, err := l.log("redid: "+what, nil, n, changes)
	return err
}

// action is what an action did.
func (l *Library) action(n int64) (what string, changes []change, err error) {
	err = l.rows("SELECT what, changes FROM actions WHERE n = ?", []any{n}, func(s *sqlite3.Stmt) error {
		what = s.ColumnText(0)
		if err := json.Unmarshal([]byte(s.ColumnText(1)), &changes); err != nil {
			return fmt.Errorf("action %d: %w", n, sqlite3.CORRUPT)
		}
		return nil
	})
	return what, changes, err
}

// history is the numbers of the actions that can be undone and redone, the next
// one last.
type history struct{ done, undone []int64 }

func (h *history) take(n, undoes, redoes int64) {
	switch {
	case undoes != 0:
		h.done = h.done[:max(len(h.done)-1, 0)]
		h.undone = append(h.undone, undoes)
	case redoes != 0:
		h.undone = h.undone[:max(len(h.undone)-1, 0)]
		h.done = append(h.done, redoes)
	default:
		h.done, h.undone = append(h.done, n), nil
	}
}

// history reads the log. What cannot be taken back is not in it.
func (l *Library) history() (h history, err error) {
	err = l.rows("SELECT n, undoes, redoes FROM actions WHERE changes != '[]' ORDER BY n", nil, func(s *sqlite3.Stmt) error {
		h.take(s.ColumnInt64(0), s.ColumnInt64(1), s.ColumnInt64(2))
		return nil
	})
	return h, err
}

// Actions lists the last actions, at most so many, newest first.
func (l *Library) Actions(ctx context.Context, most int) (actions []Action, err error) {
	err = l.read(ctx, func() error {
		h, err := l.history()
		if err != nil {
			return err
		}
		done := map[int64]bool{}
		for _, n := range h.done {
			done[n] = true
		}
		return l.rows("SELECT n, at, what, undoes, redoes, changes FROM actions ORDER BY n DESC LIMIT ?", []any{most}, func(s *sqlite3.Stmt) error {
			a := Action{Number: s.ColumnInt(0), At: time.Unix(s.ColumnInt64(1), 0).UTC(), What: s.ColumnText(2), Undoes: s.ColumnInt(3), Redoes: s.ColumnInt(4)}
			changes := s.ColumnText(5)
			a.Undone = a.Undoes == 0 && a.Redoes == 0 && changes != "[]" && !done[int64(a.Number)]
			a.Regroups = changes == "[]" || regroups(changes)
			actions = append(actions, a)
			return nil
		})
	})
	return actions, err
}

// regroups reports whether changes, in JSON, touch what grouping stands on.
func regroups(changes string) bool {
	for _, kind := range []string{decisionKey, settingKey, removedKey} {
		if strings.Contains(changes, `"key":"`+kind+" ") {
			return true
		}
	}
	return false
}
