package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"parallax/model/query"
)

func TestTheFileIsItsOwnersAlone(t *testing.T) {
	l, err := Open(context.Background(), filepath.Join(t.TempDir(), "an odd+name %41?#&", "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry))
	for _, name := range []string{l.path, l.path + "-wal"} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if info, _ := os.Stat(filepath.Dir(l.path)); info.Mode().Perm() != 0o700 {
		t.Errorf("folder: %v", info.Mode())
	}
}

func TestANewerLibraryIsRefused(t *testing.T) {
	l := opened(t)
	if err := l.write(context.Background(), func() error { return l.db.Exec(fmt.Sprintf("PRAGMA user_version = %d", len(steps)+1)) }); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), l.path)
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), l.path) {
		t.Error(err)
	}
}

func TestWhatIsNoLibraryIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	text := written(t, dir, "notes.txt", strings.Repeat("These are notes. ", 100))
	other := filepath.Join(dir, "other.db")
	db, err := sqlite3.Open(other)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Exec("CREATE TABLE theirs(x)"), db.Close()); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{text, other} {
		before, _ := os.ReadFile(path)
		if _, err := Open(context.Background(), path); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", path, err)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s was changed", path)
		}
	}
	if _, err := Open(context.Background(), dir); err == nil {
		t.Error("a folder is opened")
	}
}

func TestMigrationsKeepEverything(t *testing.T) {
	l := opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre))
	if _, err := l.Set(context.Background(), "a", []Setting{{"outlet", "The Wire"}}); err != nil {
		t.Fatal(err)
	}
	next := append(append([]string{}, steps...), "ALTER TABLE articles ADD COLUMN note TEXT; CREATE TABLE notes(x)")
	bad := append(append([]string{}, next...), "CREATE TABLE more(x); CREATE TABLE notes(x)")
	if err := migrate(l.db, bad); err == nil {
		t.Fatal("a step that fails is taken")
	}
	if v, _ := number(l.db, "PRAGMA user_version"); v != len(steps) {
		t.Fatalf("version %d after steps that failed", v)
	}
	if err := migrate(l.db, next); err != nil {
		t.Fatal(err)
	}
	if v, _ := number(l.db, "PRAGMA user_version"); v != len(next) {
		t.Errorf("version %d", v)
	}
	if got := found(t, l, "marlin outlet:wire"); len(got) != 1 {
		t.Errorf("found %q", got)
	}
	well(t, l)
}

func TestDamageIsFound(t *testing.T) {
	for _, sql := range []string{
		"DELETE FROM texts WHERE n = 65537",
		"DELETE FROM search WHERE rowid = 1",
		"INSERT INTO search(rowid, text) VALUES(99, 'nobody')",
		"UPDATE places SET article = 99",
		"UPDATE articles SET outlet = 99",
		"DELETE FROM pending",
		"INSERT INTO grouped VALUES(1, 99, 0, 0, x'', x'')",
		"UPDATE article_columns SET data = x'00'",
		"UPDATE article_columns SET data = zeroblob(length(data))",
		"DELETE FROM article_columns",
	} {
		l := opened(t)
		imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre))
		if err := l.write(context.Background(), func() error { return l.db.Exec(sql) }); err != nil {
			t.Fatal(err)
		}
		if h, err := l.Doctor(context.Background()); err != nil || len(h.Faults) == 0 {
			t.Errorf("%s: %v, %v", sql, h.Faults, err)
		}
	}
}

// TestTwoImportsAndAReaderAtOnce has two connections add overlapping files while
// a third searches.
func TestTwoImportsAndAReaderAtOnce(t *testing.T) {
	l := opened(t)
	dir := invented(t, t.TempDir(), 3, 300)
	var imports, reader sync.WaitGroup
	for range 2 {
		imports.Go(func() {
			other, err := Open(context.Background(), l.path)
			if err != nil {
				t.Error(err)
				return
			}
			defer other.Close()
			if _, err := other.Import(context.Background(), []string{dir}, ImportOptions{}); err != nil {
				t.Error(err)
			}
		})
	}
	done := make(chan struct{})
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				if _, _, err := l.Search(context.Background(), query.Query{Words: []string{"government"}}, 0, 10); err != nil {
					t.Error(err)
					return
				}
			}
		}
	})
	imports.Wait()
	close(done)
	reader.Wait()
	if h := well(t, l); h.Articles != 900 || h.Versions != 900 {
		t.Errorf("%d articles, %d versions", h.Articles, h.Versions)
	}
}
