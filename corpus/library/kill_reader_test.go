package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
)

// busyReader adds files and does whatever a reader can do, without end. It prints
// the number of each action when that is done, and the name of each file.
func busyReader(l *Library, dir string, r *rand.Rand) error {
	ctx := context.Background()
	var ids []string
	for i := 0; ; i++ {
		if i%12 == 0 {
			file := filepath.Join(dir, fmt.Sprintf("part%03d.jsonl", i/12%8))
			if _, err := l.Import(ctx, []string{file}, ImportOptions{Batch: 10}); err != nil {
				return err
			}
			fmt.Println("added", filepath.Base(file))
			ids = ids[:0]
			if err := l.rows("SELECT id FROM articles WHERE removed = 0", nil, func(s *sqlite3.Stmt) error { ids = append(ids, s.ColumnText(0)); return nil }); err != nil {
				return err
			}
		}
		if err := anyDeed(ctx, l, r, ids, i); err != nil && !errors.Is(err, ErrNothingToUndo) && !errors.Is(err, ErrNothingToRedo) && !errors.Is(err, ErrNoArticle) && !errors.Is(err, ErrNoNote) {
			return err
		}
		if log, err := l.Actions(ctx, 1); err != nil {
			return err
		} else if len(log) > 0 {
			fmt.Println("did", log[0].Number)
		}
	}
}

func anyDeed(ctx context.Context, l *Library, r *rand.Rand, ids []string, i int) (err error) {
	if len(ids) == 0 {
		_, err = l.Undo(ctx)
		return err
	}
	a, b := ids[r.IntN(len(ids))], ids[r.IntN(len(ids))]
	switch r.IntN(11) {
	case 0:
		_, err = l.Bookmark(ctx, a, r.IntN(3) > 0)
	case 1:
		_, err = l.Note(ctx, model.Passage{Article: a}, fmt.Sprint("note ", i))
	case 2:
		_, err = l.Judge(ctx, dispute(model.Verdicts[r.IntN(3)], fmt.Sprint("why ", i)))
	case 3:
		_, err = l.Set(ctx, a, []Setting{{"date", fmt.Sprint(2000 + r.IntN(20))}, {"outlet", fmt.Sprint("Outlet ", i)}})
	case 4:
		if a != b {
			_, err = l.Decide(ctx, []model.Decision{{A: min(a, b), B: max(a, b), Together: r.IntN(2) == 0}})
		}
	case 5:
		_, err = l.Remove(ctx, []string{a})
	case 6, 7:
		_, err = l.Undo(ctx)
	case 8:
		_, err = l.Redo(ctx)
	case 9:
		err = l.Regroup(ctx, nil)
	case 10:
		err = anyUnnote(ctx, l)
	}
	return err
}

// anyUnnote takes the oldest note away, where there is one.
func anyUnnote(ctx context.Context, l *Library) error {
	w, err := l.Work(ctx)
	if err != nil || len(w.Notes) == 0 {
		return err
	}
	_, err = l.Unnote(ctx, w.Notes[0].ID)
	return err
}

// TestKilledReaders kills a program that adds, judges, notes, sets, joins, groups,
// removes, undoes and migrates, at random moments: the library opens, nothing is
// amiss, all that the program said it had done is there, and the log tells how the
// reader's work came to be as it is.
func TestKilledReaders(t *testing.T) {
	dir := invented(t, t.TempDir(), 8, 12)
	n := *kills
	if testing.Short() {
		n = 3
	}
	actions := 0
	for i := range n {
		path := filepath.Join(t.TempDir(), "library.db")
		if i%3 == 0 {
			path = unpacked(t, "testdata/schema1.db.gz")
		}
		killed, said := killAfter(t, rand.IntN(200), time.Duration(rand.Int64N(int64(20*time.Millisecond))), path, dir, strconv.Itoa(i+1))
		if !killed {
			t.Fatal("the program ended by itself")
		}
		l, err := Open(context.Background(), path)
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		well(t, l)
		actions += logExplains(t, l)
		for _, line := range said {
			what, of, _ := strings.Cut(line, " ")
			acknowledged(t, l, dir, what, of)
		}
		for _, step := range []func(context.Context) (string, error){l.Undo, l.Redo} {
			if _, err := step(context.Background()); err != nil && !errors.Is(err, ErrNothingToUndo) && !errors.Is(err, ErrNothingToRedo) {
				t.Error(err)
			}
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d kills, after %d actions", n, actions)
}

func acknowledged(t *testing.T, l *Library, dir, what, of string) {
	t.Helper()
	sql, arg := "SELECT count(*) FROM actions WHERE n = ?", any(of)
	if what == "added" {
		sql, arg = "SELECT count(*) FROM files WHERE path = ?", filepath.Join(dir, of)
	}
	if err := l.rows(sql, []any{arg}, func(s *sqlite3.Stmt) error {
		if s.ColumnInt(0) != 1 {
			t.Errorf("it said “%s %s”, which is not there", what, of)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// logExplains does all of the log in memory and fails unless the library stands as
// that leaves it. It returns how many actions there are.
func logExplains(t *testing.T, l *Library) (actions int) {
	t.Helper()
	want := map[string]*string{}
	if err := l.rows("SELECT undoes, changes FROM actions ORDER BY n", nil, func(s *sqlite3.Stmt) error {
		actions++
		var changes []change
		if err := json.Unmarshal([]byte(s.ColumnText(1)), &changes); err != nil {
			return err
		}
		for _, c := range changes {
			if s.ColumnInt(0) != 0 {
				want[c.Key] = c.Before
			} else {
				want[c.Key] = c.After
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for key, value := range want {
		if got, _, err := l.get(key); err != nil || !equal(got, value) {
			t.Errorf("%s: is %v, the log says %v: %v", key, said(got), said(value), err)
		}
	}
	return actions
}

func said(s *string) string {
	if s == nil {
		return "nothing"
	}
	return *s
}

// TestTwoProgramsAtOnce lets two other programs add and work on one library while
// this one reads it.
func TestTwoProgramsAtOnce(t *testing.T) {
	path, dir := filepath.Join(t.TempDir(), "library.db"), invented(t, t.TempDir(), 8, 12)
	l := opening(t, path)
	done := make(chan struct{})
	for i := range 2 {
		go func() {
			defer func() { done <- struct{}{} }()
			if killed, _ := killAfter(t, 400, 0, path, dir, strconv.Itoa(100+i)); !killed {
				t.Error("a program ended by itself")
			}
		}()
	}
	for ended := 0; ended < 2; {
		select {
		case <-done:
			ended++
		case <-time.After(20 * time.Millisecond):
			if _, err := l.Work(context.Background()); err != nil {
				t.Error(err)
			}
			found(t, l, "")
		}
	}
	well(t, l)
	if n := logExplains(t, l); n == 0 {
		t.Error("nothing was done")
	}
}
