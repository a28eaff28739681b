package library

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"parallax/model/query"
)

// kills is how often a program is killed in each test:
//
//	go test ./corpus/library -run Killed -kills 200
var kills = flag.Int("kills", 6, "moments at which a program is killed")

// The names under which the test runs itself as a program to be killed.
const (
	killLibrary = "PARALLAX_TEST_LIBRARY"
	killFolder  = "PARALLAX_TEST_FOLDER" // to import
	killSeed    = "PARALLAX_TEST_SEED"   // of what a reader does; "" is an import alone
)

// What such a program does besides, in the place of a seed.
const (
	upgrade = "upgrade" // opens the library, groups it and ends
	steady  = "steady"  // adds articles at a steady pace
)

func TestMain(m *testing.M) {
	if path := os.Getenv(killLibrary); path != "" {
		if err := toBeKilled(path, os.Getenv(killFolder), os.Getenv(killSeed)); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func toBeKilled(path, dir, seed string) error {
	l, err := Open(context.Background(), path)
	if err != nil {
		return err
	}
	switch seed {
	case upgrade:
		return l.Regroup(context.Background(), nil)
	case steady:
		return steadily(l, dir)
	case "":
		fmt.Println("opened")
		_, err := l.Import(context.Background(), []string{dir}, ImportOptions{Batch: 25, Progress: func(Report) { fmt.Println("wrote a batch") }})
		return err
	}
	n, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return err
	}
	return busyReader(l, dir, rand.New(rand.NewPCG(n, 1)))
}

// TestKilledImports kills an import at random moments: the library opens, nothing
// is amiss, and the same import completes it, with nothing lost or doubled.
func TestKilledImports(t *testing.T) {
	const files, each = 5, 60
	dir := invented(t, t.TempDir(), files, each)
	n := *kills
	if testing.Short() {
		n = 3
	}
	partly := 0
	for i := range n {
		path := filepath.Join(t.TempDir(), "library.db")
		lines, wait := rand.IntN(files*each/25), time.Duration(rand.Int64N(int64(20*time.Millisecond)))
		if i == 0 {
			lines, wait = 3, 0 // surely under way
		}
		killed, _ := killAfter(t, lines, wait, path, dir, "")
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
	if partly == 0 {
		t.Error("no kill hit an import under way")
	}
}

// killAfter runs the test as another program and kills that once it has said so
// many lines and a while has passed; killed is false where it was done before.
// What it said is returned.
func killAfter(t *testing.T, lines int, wait time.Duration, path, dir, seed string) (killed bool, said []string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killLibrary+"="+path, killFolder+"="+dir, killSeed+"="+seed)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for b := bufio.NewReader(out); ; {
		if len(said) == lines {
			time.AfterFunc(wait, func() { _ = c.Process.Kill() })
		}
		line, err := b.ReadString('\n')
		if err != nil {
			break // a line that was cut off says nothing
		}
		said = append(said, strings.TrimSpace(line))
	}
	err = c.Wait()
	if err == nil {
		return false, said
	}
	if c.ProcessState.Exited() {
		t.Fatalf("the program failed: %v", err)
	}
	return true, said
}
