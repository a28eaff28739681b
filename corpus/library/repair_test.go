package library

import (
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// stocked is the path of a closed library of invented articles that a reader has
// worked on, and the folder that they come from.
func stocked(t *testing.T, files, each int) (path, dir string) {
	t.Helper()
	dir = invented(t, t.TempDir(), files, each)
	written(t, dir, "all.jsonl", ferry, fähre, minshin, undatedOne)
	path = filepath.Join(t.TempDir(), "library.db")
	l, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	imported(t, l, ImportOptions{}, dir)
	for _, d := range deeds[:6] {
		if _, err := d.do(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path, dir
}

func TestRepairOfAWholeLibraryKeepsAll(t *testing.T) {
	path, _ := stocked(t, 1, 50)
	before := opening(t, path)
	want, health := state(t, before), well(t, before)
	before.Close()
	r, err := Repair(context.Background(), path)
	if err != nil || len(r.Lost) != 0 || r.Articles != health.Articles || r.Kept != path+".damaged" || !Exists(r.Kept) {
		t.Fatalf("%+v, %v", r, err)
	}
	after := opening(t, path)
	if diff := cmp.Diff(want, state(t, after)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(health, well(t, after)); diff != "" {
		t.Error(diff)
	}
	if _, err := after.Undo(context.Background()); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
}

func opening(t *testing.T, path string) *Library {
	t.Helper()
	l, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func TestRepairMendsWhatDoesNotBelongTogether(t *testing.T) {
	for sql, lost := range map[string]string{
		"DELETE FROM texts WHERE n = 65537":                                    "article ",
		"DELETE FROM search WHERE rowid = 1":                                   "",
		"INSERT INTO search(rowid, text) VALUES(99, 'nobody')":                 "",
		"UPDATE places SET article = 99":                                       "",
		"UPDATE articles SET outlet = 99":                                      "",
		"DELETE FROM pending; DELETE FROM grouped":                             "",
		"DELETE FROM outlets":                                                  "",
		"UPDATE texts SET text = replace(text, 'e', 'x') WHERE n = 65537":      "wrong characters",
		"UPDATE texts SET title = 'other', body = 99999 WHERE n = 65537":       "",
		"UPDATE articles SET authors = '[', read_date = 'soon' WHERE n = 1":    "its ",
		"DELETE FROM articles WHERE n = 1":                                     "all but its text",
		"UPDATE work SET value = '{'":                                          "a verdict ",
		"UPDATE actions SET changes = '{'":                                     "how to undo: ",
		"UPDATE articles SET version = 7 WHERE n = 1":                          "",
		"UPDATE articles SET sort = 5, language = 'xx', unsure = 1":            "",
		"UPDATE texts SET text = char(27) || '[2J' || text WHERE n = 65537":    "",
		"DELETE FROM texts":                                                    "article ",
		"DELETE FROM articles; DELETE FROM texts; DELETE FROM search":          "",
		"DROP TABLE work; DROP TABLE actions; PRAGMA user_version = 1":         "",
		"DELETE FROM places; DELETE FROM files; UPDATE texts SET hash = x'00'": "wrong characters",
	} {
		path, dir := stocked(t, 1, 4)
		l := opening(t, path)
		if err := l.write(context.Background(), func() error { return l.db.Exec(sql) }); err != nil {
			t.Fatal(sql, err)
		}
		l.Close()
		r, err := Repair(context.Background(), path)
		if err != nil {
			t.Errorf("%s: %v", sql, err)
			continue
		}
		if said := strings.Join(r.Lost, "\n"); !strings.Contains(said, lost) || (lost == "") != (said == "") {
			t.Errorf("%s: lost %q, want %q", sql, said, lost)
		}
		completes(t, path, dir, 8)
	}
}

// completes adds the sources to a repaired library: nothing is amiss, and all of
// them are there.
func completes(t *testing.T, path, dir string, articles int) {
	t.Helper()
	l, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	well(t, l)
	imported(t, l, ImportOptions{Again: true}, dir)
	if h := well(t, l); h.Articles < articles {
		t.Errorf("%d articles after adding them again, want %d", h.Articles, articles)
	}
}

// damages is in how many ways a file is damaged:
//
//	go test ./corpus/library -run Damaged -damages 200
var damages = flag.Int("damages", 8, "ways in which a library's file is damaged")

// TestDamagedFiles flips bytes of a library or cuts it short: it is opened, or
// refused in a sentence; a repair saves most of it or says why it cannot, and the
// sources complete it.
func TestDamagedFiles(t *testing.T) {
	path, dir := stocked(t, 2, 60)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := *damages
	if testing.Short() {
		n = 4
	}
	r := rand.New(rand.NewPCG(3, 9))
	saved := 0
	for i := range n {
		data := append([]byte{}, whole...)
		switch i % 4 {
		case 0:
			data = data[:16384+r.IntN(len(data)-16384)]
		case 1: // one byte
			data[16384+r.IntN(len(data)-16384)] ^= byte(1 + r.IntN(255))
		case 2: // a page
			at := 16384 * (1 + r.IntN(len(data)/16384-1))
			clear(data[at : at+16384])
		case 3: // many bytes
			for range 50 {
				data[16384+r.IntN(len(data)-16384)] ^= byte(1 + r.IntN(255))
			}
		}
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if l, err := Open(context.Background(), path); err == nil {
			if _, err := l.Doctor(context.Background()); err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("damage %d: doctor: %v", i, err)
			}
			l.Close()
		} else if !errors.Is(err, ErrDamaged) {
			t.Errorf("damage %d: %v", i, err)
		}
		rescue, err := Repair(context.Background(), path)
		if err != nil {
			t.Errorf("damage %d: %v", i, err)
			continue
		}
		if kept, err := os.ReadFile(rescue.Kept); err != nil || len(kept) == 0 {
			t.Errorf("damage %d: the old file is not kept: %v", i, err)
		}
		saved += rescue.Articles
		completes(t, path, dir, 124)
	}
	if share := float64(saved) / float64(124*n); share < 0.5 {
		t.Errorf("%.2f of the articles are saved", share)
	} else {
		t.Logf("%.2f of the articles are saved", share)
	}
}

func TestWhatCannotBeRepairedIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	notes := written(t, dir, "notes.txt", strings.Repeat("These are notes. ", 100))
	if _, err := Repair(context.Background(), notes); !errors.Is(err, ErrForeign) {
		t.Error(err)
	}
	if _, err := Repair(context.Background(), filepath.Join(dir, "nothing.db")); err == nil {
		t.Error("a file that is not there is repaired")
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("files left over: %v", files)
	}
	path, _ := stocked(t, 1, 2)
	open := opening(t, path)
	if _, err := Repair(context.Background(), path); err == nil || !strings.Contains(err.Error(), "in use by another program") {
		t.Errorf("an open library is repaired: %v", err)
	}
	well(t, open)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	open.Close()
	if _, err := Repair(ctx, path); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	well(t, opening(t, path))
}

func TestBackup(t *testing.T) {
	ctx := context.Background()
	l := worked(t)
	for _, d := range deeds[:6] {
		if _, err := d.do(l); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "copy.db")
	importing := make(chan error)
	go func() {
		other, err := Open(ctx, l.path)
		if err == nil {
			_, err = other.Import(ctx, []string{invented(t, t.TempDir(), 2, 300)}, ImportOptions{Batch: 50})
			other.Close()
		}
		importing <- err
	}()
	want := state(t, l).([]any)[0]
	if err := l.Backup(ctx, file); err != nil {
		t.Fatal(err)
	}
	if err := <-importing; err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info.Mode(), err)
	}
	b := opening(t, file)
	well(t, b)
	if diff := cmp.Diff(want, state(t, b).([]any)[0]); diff != "" {
		t.Error(diff)
	}
	if err := l.Backup(ctx, file); err == nil || !strings.Contains(err.Error(), "name a new one") {
		t.Error(err)
	}
	if err := l.Backup(ctx, filepath.Join(dir, "no", "folder.db")); err == nil {
		t.Error("a backup in a folder that is not there")
	}
	b.Close()
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("files left over: %v", files)
	}
}
