package library

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parallax/model/query"
)

// minutes is how long two readers and an importer share a library:
//
//	go test ./corpus/library -run TwoReadersAndAnImporter -minutes 10 -timeout 30m
var minutes = flag.Float64("minutes", 0.04, "minutes for which readers and an importer share a library")

const (
	steadyArticles = 25                     // added at once
	steadyLeast    = 3 * steadyArticles     // added in any run
	steadyPause    = 400 * time.Millisecond // between
	screenPause    = 200 * time.Millisecond // between the screens of a reader
	staleMost      = time.Second            // until a screen shows what was added
)

// steadily adds articles to a library without end, and prints how many there are.
func steadily(l *Library, dir string) error {
	ctx := context.Background()
	for n := 0; ; {
		var lines []string
		for range steadyArticles {
			lines = append(lines, inventedArticle(n))
			n++
		}
		file := filepath.Join(dir, fmt.Sprintf("batch%06d.jsonl", n))
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			return err
		}
		if _, err := l.Import(ctx, []string{file}, ImportOptions{}); err != nil {
			return err
		}
		fmt.Println(n)
		if n%(10*steadyArticles) == 0 {
			if err := l.Regroup(ctx, nil); err != nil {
				return err
			}
		}
		time.Sleep(steadyPause)
	}
}

// TestTwoReadersAndAnImporter lets another program add to a library for a while and
// two readers draw their screens from it: no error, no screen that lacks what was added
// before it was asked for, and none that takes a second.
func TestTwoReadersAndAnImporter(t *testing.T) {
	path, dir := filepath.Join(t.TempDir(), "library.db"), t.TempDir()
	opening(t, path)
	importer := exec.Command(os.Args[0])
	importer.Env = append(os.Environ(), killLibrary+"="+path, killFolder+"="+dir, killSeed+"="+steady)
	importer.Stderr = os.Stderr
	out, err := importer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := importer.Start(); err != nil {
		t.Fatal(err)
	}
	var added atomic.Int64
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if n, err := strconv.ParseInt(lines.Text(), 10, 64); err == nil {
				added.Store(n)
			}
		}
	}()
	until := time.Now().Add(time.Duration(*minutes * float64(time.Minute)))
	enough := func() bool {
		now := time.Now()
		return now.After(until) && added.Load() >= steadyLeast || now.After(until.Add(time.Minute))
	}
	var readers sync.WaitGroup
	for i := range 2 {
		readers.Go(func() { readOn(t, path, i, &added, enough) })
	}
	readers.Wait()
	select {
	case <-ended:
		t.Error("the importer ended by itself")
	default:
	}
	_ = importer.Process.Kill()
	<-ended
	_ = importer.Wait() // it was killed
	l := opening(t, path)
	if h := well(t, l); int64(h.Articles) < added.Load() || added.Load() == 0 {
		t.Errorf("%d articles, %d were added", h.Articles, added.Load())
	}
	logExplains(t, l)
}

// readOn draws a reader's screens until that is enough.
func readOn(t *testing.T, path string, number int, added *atomic.Int64, enough func() bool) {
	l, err := Open(context.Background(), path)
	if err != nil {
		t.Error(err)
		return
	}
	defer l.Close()
	screens, slowest, longest := 0, time.Duration(0), time.Duration(0)
	for !enough() {
		known := added.Load()
		started := time.Now()
		total, err := screen(l)
		if err != nil {
			t.Errorf("reader %d: %v", number, err)
			return
		}
		if int64(total) < known {
			t.Errorf("reader %d: a screen of %d articles, %d had been added", number, total, known)
		}
		screens++
		slowest = max(slowest, time.Since(started))
		if took := time.Since(started); took > staleMost && *minutes >= 1 { // a short run may be beside other tests
			t.Errorf("reader %d: a screen took %v, at %d articles", number, took, total)
		}
		if number == 0 && screens%20 == 0 { // a reader works as well
			started = time.Now()
			if err := markAny(l); err != nil {
				t.Errorf("reader %d: %v", number, err)
			}
			longest = max(longest, time.Since(started))
		}
		time.Sleep(screenPause)
	}
	t.Logf("reader %d: %d screens, the slowest in %v; the slowest bookmark in %v", number, screens, slowest, longest)
}

// screen asks for what the list shows, and returns how many articles it counts.
func screen(l *Library) (total int, err error) {
	ctx := context.Background()
	if _, total, err = l.List(ctx, query.Query{}, Newest, "v1", 0, 60); err != nil {
		return 0, err
	}
	_, _, events := l.ListEvents(ctx, query.Query{}, Newest, "v1", 0, 60)
	_, _, words := l.Search(ctx, query.Query{Words: []string{"government"}}, 0, 20)
	_, tally := l.Tally(ctx, query.Query{}, Outlets, "v1", false)
	_, work := l.Work(ctx)
	return total, errors.Join(events, words, tally, work)
}

// markAny puts a bookmark on the newest article.
func markAny(l *Library) error {
	ctx := context.Background()
	articles, _, err := l.List(ctx, query.Query{}, Newest, "v1", 0, 1)
	if err != nil || len(articles) == 0 {
		return err
	}
	_, err = l.Bookmark(ctx, articles[0].ID, true)
	return err
}
