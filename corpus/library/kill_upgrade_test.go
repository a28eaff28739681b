package library

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// kept are libraries of the schemas that there were, as programs of their time wrote
// them.
func kept(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/schema*.db.gz")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// TestEverySchemaOpens opens a library of every schema that was kept: nothing is
// amiss, the reader's work is as the log has it, articles are found, and more can be
// added.
func TestEverySchemaOpens(t *testing.T) {
	for _, file := range kept(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			l := opening(t, unpacked(t, file))
			before := well(t, l)
			logExplains(t, l)
			if before.Articles == 0 || len(found(t, l, "")) != before.Articles {
				t.Errorf("%d articles, found %q", before.Articles, found(t, l, ""))
			}
			if err := l.Regroup(context.Background(), nil); err != nil {
				t.Error(err)
			}
			imported(t, l, ImportOptions{}, invented(t, t.TempDir(), 1, 5))
			if after := well(t, l); after.Articles != before.Articles+5 {
				t.Errorf("%d articles, then %d", before.Articles, after.Articles)
			}
		})
	}
	if newest := filepath.Join("testdata", fmt.Sprintf("schema%d.db.gz", len(steps)-1)); len(steps) > 1 {
		if _, err := os.Stat(newest); err != nil {
			t.Errorf("no library is kept of the schema before this: %v", err)
		}
	}
}

// TestKilledUpgrades kills programs while they bring libraries of older schemas up
// to date: each opens, and all that was in it is there.
func TestKilledUpgrades(t *testing.T) {
	n := *kills
	if testing.Short() {
		n = 3
	}
	files, hit := kept(t), 0
	took := map[string]time.Duration{}
	want := map[string]Health{}
	for _, file := range files {
		path := unpacked(t, file)
		started := time.Now()
		if killed, _ := killAfter(t, -1, 0, path, "", upgrade); killed {
			t.Fatal("it was killed before its time")
		}
		took[file] = time.Since(started)
		want[file] = well(t, opening(t, path))
	}
	for i := range n {
		file := files[i%len(files)]
		path := unpacked(t, file)
		if killed, _ := killAfter(t, 0, time.Duration(rand.Int64N(int64(took[file]))), path, "", upgrade); killed {
			hit++
		}
		l := opening(t, path)
		h, w := well(t, l), want[file]
		logExplains(t, l)
		if h.Articles != w.Articles || h.Versions != w.Versions || h.Removed != w.Removed || h.Judged != w.Judged || h.Notes != w.Notes || h.SetByReader != w.SetByReader || h.Decisions != w.Decisions {
			t.Errorf("kill %d of %s: %+v, want %+v", i, file, h, w)
		}
	}
	t.Logf("%d of %d programs were killed", hit, n)
	if hit == 0 {
		t.Error("no kill hit a program under way")
	}
}
