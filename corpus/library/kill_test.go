package library

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"parallax/model/query"
)

// kills is how often an import is killed:
//
//	go test ./corpus/library -run Killed -kills 50
var kills = flag.Int("kills", 10, "moments at which an import is killed")

// The names under which the test runs itself as an import to be killed.
const (
	importLibrary = "PARALLAX_TEST_LIBRARY"
	importFolder  = "PARALLAX_TEST_FOLDER"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(importLibrary); path != "" {
		l, err := Open(context.Background(), path)
		if err == nil {
			_, err = l.Import(context.Background(), []string{os.Getenv(importFolder)}, ImportOptions{Batch: 25})
		}
		if err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestKilledImports kills an import at random moments: the library opens, nothing
// is amiss, and the same import completes it, with nothing lost or doubled.
func TestKilledImports(t *testing.T) {
	const files, each = 5, 60
	dir := invented(t, t.TempDir(), files, each)
	whole := importTime(t, dir)
	n := *kills
	if testing.Short() {
		n = 3
	}
	partly := 0
	for i := range n {
		path := filepath.Join(t.TempDir(), "library.db")
		killed := killAfter(t, path, dir, time.Duration(rand.Int64N(int64(whole))))
		l, err := Open(context.Background(), path)
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		h := well(t, l)
		if killed && h.Articles > 0 && h.Articles < files*each {
			partly++
		}
		r := imported(t, l, ImportOptions{}, dir)
		if got := well(t, l); got.Articles != files*each || got.Versions != files*each || r.New != files*each-h.Articles || got.Files != files {
			t.Errorf("kill %d, at %d articles: then %d articles, %d versions, %d files, %+v", i, h.Articles, got.Articles, got.Versions, got.Files, r)
		}
		if _, total, err := l.Search(context.Background(), query.Query{Outlets: []string{"outlet"}}, 0, 1); err != nil || total != files*each {
			t.Errorf("kill %d: %d found, %v", i, total, err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d of %d kills left a part", partly, n)
}

func importTime(t *testing.T, dir string) time.Duration {
	started := time.Now()
	killAfter(t, filepath.Join(t.TempDir(), "library.db"), dir, time.Minute)
	return time.Since(started)
}

// killAfter imports in a process of its own and kills that; killed is false where
// it was done before.
func killAfter(t *testing.T, path, dir string, wait time.Duration) (killed bool) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), importLibrary+"="+path, importFolder+"="+dir)
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stop := time.AfterFunc(wait, func() { _ = c.Process.Kill() })
	err := c.Wait()
	stop.Stop()
	if err == nil {
		return false
	}
	if c.ProcessState.Exited() {
		t.Fatalf("the import failed: %v", err)
	}
	return true
}
