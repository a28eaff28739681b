package library

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/model"
)

// sentence fails unless an error names the library and says what to do.
func sentence(t *testing.T, err error, says string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "library ") {
		t.Errorf("%v: does not say %q", err, says)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	for name, full := range map[string]func(*testing.T) (path string, fill, free func()){
		"a file system": smallDisk,
		"a file limit":  fewPages,
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			path, fill, free := full(t)
			l := opening(t, path)
			dir := invented(t, t.TempDir(), 1, 100)
			imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre))
			if _, err := deeds[0].do(l); err != nil {
				t.Fatal(err)
			}
			if name == "a file limit" {
				if err := l.db.Exec("PRAGMA max_page_count = 1"); err != nil { // is raised to what there is
					t.Fatal(err)
				}
			}
			fill()
			_, err := l.Import(ctx, []string{dir}, ImportOptions{})
			sentence(t, err, "the disk is full: make room and run the same command again")
			err = l.Backup(ctx, filepath.Join(filepath.Dir(path), "copy.db"))
			if name != "a file limit" && (err == nil || !strings.Contains(err.Error(), "the disk is full")) {
				t.Errorf("backup: %v", err)
			}
			if h := well(t, l); h.Articles != 2 || h.Judged != 1 {
				t.Errorf("%+v", h)
			}
			free()
			if name == "a file limit" {
				if err := l.db.Exec("PRAGMA max_page_count = 1000000"); err != nil {
					t.Fatal(err)
				}
			}
			imported(t, l, ImportOptions{}, dir)
			if h := well(t, l); h.Articles != 102 || h.Judged != 1 {
				t.Errorf("%+v", h)
			}
		})
	}
}

func fewPages(t *testing.T) (path string, fill, free func()) {
	return filepath.Join(t.TempDir(), "library.db"), func() {}, func() {}
}

// smallDisk is a path on a file system of its own; where none can be made the test
// is left out.
func smallDisk(t *testing.T) (path string, fill, free func()) {
	t.Helper()
	dir := mounted(t, "size=6m")
	filler := filepath.Join(dir, "filler")
	fill = func() {
		f, err := os.Create(filler)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for block := make([]byte, 4096); err == nil; {
			_, err = f.Write(block)
		}
	}
	return filepath.Join(dir, "library.db"), fill, func() { os.Remove(filler) }
}

// mounted is an empty file system in memory.
func mounted(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", dir).Run() })
	return dir
}

func TestALibraryThatCannotBeWrittenIsRead(t *testing.T) {
	ctx, dir := context.Background(), ""
	if os.Getuid() == 0 { // whom no permission stops
		dir = mounted(t, "size=6m")
	} else {
		dir = t.TempDir()
	}
	path := filepath.Join(dir, "library.db")
	l := opening(t, path)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre))
	l.Close()
	old := unpacked(t, "testdata/schema1.db.gz")
	data, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}
	oldHere := filepath.Join(dir, "old.db")
	if err := os.WriteFile(oldHere, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
			t.Skipf("cannot make it read only: %s", out)
		}
	} else {
		for name, mode := range map[string]os.FileMode{path: 0o400, oldHere: 0o400, dir: 0o500} {
			if err := os.Chmod(name, mode); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() { os.Chmod(dir, 0o700) })
	}
	l = opening(t, path)
	if got := found(t, l, "marlin"); len(got) != 2 {
		t.Errorf("found %q", got)
	}
	if _, _, err := l.Article(ctx, "a"); err != nil {
		t.Error(err)
	}
	_, err = l.Set(ctx, "a", []Setting{{"date", "2017"}})
	sentence(t, err, "cannot be written: check who owns the file")
	_, err = l.Import(ctx, []string{invented(t, t.TempDir(), 1, 5)}, ImportOptions{})
	sentence(t, err, "cannot be written: check who owns the file")
	_, err = Repair(ctx, path)
	sentence(t, err, "cannot be written: check who owns the file")
	_, err = Open(ctx, filepath.Join(dir, "new.db"))
	sentence(t, err, "cannot be written: check who owns the file")
	_, err = Open(ctx, oldHere)
	sentence(t, err, "copy it to a folder of your own")
	if err := l.Backup(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil {
		t.Error(err)
	}
}

func TestALockedLibraryIsWaitedFor(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	other := opening(t, l.path)
	tx, err := other.db.BeginImmediate()
	if err != nil {
		t.Fatal(err)
	}
	if err := l.db.BusyTimeout(50 * time.Millisecond); err != nil {
		t.Fatal(err)
	}
	_, err = l.Bookmark(ctx, "a", true)
	sentence(t, err, "is in use by another program: try again when that is done")
	if got := found(t, l, "marlin"); len(got) != 2 {
		t.Errorf("a locked library is not read: %q", got)
	}
	if err := l.db.BusyTimeout(busyWait); err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	started := time.Now()
	if _, err := l.Bookmark(short, "a", true); !errors.Is(err, context.DeadlineExceeded) || time.Since(started) > 10*time.Second {
		t.Errorf("the wait is not broken off: %v after %v", err, time.Since(started))
	}
	time.AfterFunc(100*time.Millisecond, func() { tx.End(&err) })
	if _, err := l.Bookmark(ctx, "a", true); err != nil {
		t.Error(err)
	}
	well(t, l)
}

func TestAClockSetBackLosesNothing(t *testing.T) {
	ctx, l := context.Background(), opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry))
	if _, err := l.Bookmark(ctx, "a", true); err != nil {
		t.Fatal(err)
	}
	// As if all of it had been done when the clock was two years ahead.
	ahead := time.Now().AddDate(2, 0, 0)
	if err := l.write(ctx, func() error {
		return firstError(l.exec("UPDATE texts SET added = ?", ahead.Unix()), l.exec("UPDATE actions SET at = ?", ahead.Unix()))
	}); err != nil {
		t.Fatal(err)
	}
	day := ahead.AddDate(0, 0, -1).Format("2006-01-02")
	r := imported(t, l, ImportOptions{}, written(t, t.TempDir(), "later.jsonl", strings.Replace(fähre, "2023-07-12", day, 1)))
	if r.Behind < 700*24*time.Hour {
		t.Errorf("the clock is %v behind", r.Behind)
	}
	if a, _, err := l.Article(ctx, "b"); err != nil || a.Date.String() != day {
		t.Errorf("dated %v, want %s: %v", a.Date, day, err)
	}
	if _, err := l.Note(ctx, model.Passage{Article: "a"}, "later"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"noted on", "bookmarked"} {
		if what, err := l.Undo(ctx); err != nil || !strings.HasPrefix(what, want) {
			t.Errorf("undid %q, want %q: %v", what, want, err)
		}
	}
	well(t, l)
}
