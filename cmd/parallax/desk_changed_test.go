//go:build !windows

package main

import (
	"context"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/model/query"
	"parallax/ui"
)

// bridge is a report that another program adds.
const bridge = `{"title":"Bridge over the Elm closed in Tolland","text":"The bridge over the Elm in Tolland was closed on Tuesday. Cracks were found in two pillars, the county said.","language":"en","outlet":"Elm Courier","date":"2031-03-20"}`

// TestDesksSeeWhatOthersAdd adds to a library that two desks are open on.
func TestDesksSeeWhatOthersAdd(t *testing.T) {
	ctx := context.Background()
	shelf := shelved(t)
	l := &limits{library: shelf.name}
	r, err := loadKept(ctx, stdio{err: io.Discard}, l, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	desks := map[string]ui.Living{"held": newKeptDesk(l, "", r), "by page": shelf}
	count := func(d ui.Living) int {
		t.Helper()
		_, total, err := d.(ui.Desk).Entries(ctx, ui.Filter{}, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return total
	}
	settled := func(name string, d ui.Living) {
		t.Helper()
		for range 3 { // reading may itself write
			if changed, err := d.Changed(ctx); err != nil {
				t.Fatal(name, err)
			} else if !changed {
				return
			}
		}
		t.Errorf("%s: it changes without end", name)
	}
	for name, d := range desks {
		settled(name, d)
		if n := count(d); n != 3 {
			t.Errorf("%s: %d articles", name, n)
		}
	}
	if code := run(ctx, []string{"add", "--library", l.path(), "-"}, stdio{strings.NewReader(bridge), io.Discard, io.Discard}); code != exitDone {
		t.Fatal("exit", code)
	}
	for name, d := range desks {
		if changed, err := d.Changed(ctx); !changed || err != nil {
			t.Errorf("%s: has not changed: %v", name, err)
		}
		if n := count(d); n != 4 {
			t.Errorf("%s: %d articles after one was added", name, n)
		}
		settled(name, d)
	}
}

// TestAnOpenReaderShowsWhatIsAdded adds a report from another program while the reader
// is on the screen.
func TestAnOpenReaderShowsWhatIsAdded(t *testing.T) {
	home := t.TempDir()
	twoReports(t, home)
	x := inTerminal(t, home, 100, 30)
	x.wait("Bakery wins")
	program, err := exec.LookPath("parallax")
	if err != nil {
		t.Fatal(err)
	}
	add := exec.Command(program, "add", "--library", filepath.Join(home, "data", "parallax", "library.db"), "-")
	add.Stdin = strings.NewReader(bridge)
	if out, err := add.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	started := time.Now()
	x.wait("Bridge over the Elm")
	t.Logf("shown after %v", time.Since(started))
	x.press("q")
	if err := x.ended(); err != nil {
		t.Error(err)
	}
}
