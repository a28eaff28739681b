package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/corpus/library"
	"parallax/model/query"
)

// disputed is a corpus of ferries that sank, of each of which two outlets tell
// another number of dead, oldest first; between them stand so many reports of other
// things.
func disputed(ferries, others int) string {
	var b strings.Builder
	report := func(id, title, text, language, outlet, day string) {
		fmt.Fprintf(&b, `{"id":"%s","title":"%s","text":"%s","lang":"%s","source":"%s","published":"%s"}`+"\n", id, title, text, language, outlet, day)
	}
	for i := range ferries {
		day, name := fmt.Sprintf("20%02d-07-11", 10+i), []string{"Marlin", "Corvina", "Tessal", "Ostrava"}[i%4]
		report(fmt.Sprint("a", i), "Ferry "+name+" sinks off Arden", "The ferry "+name+" sank off Arden island on Monday afternoon. Seventeen people died, the coast guard said.", "en", "Herald", day)
		report(fmt.Sprint("b", i), "Fähre "+name+" sinkt vor Arden", "Die Fähre "+name+" ist am Montagnachmittag vor der Insel Arden gesunken. 21 Menschen starben, teilte die Küstenwache mit.", "de", "Bote", day)
	}
	for i := range others {
		report(fmt.Sprint("o", i), fmt.Sprint("Note ", i), fmt.Sprint("Note ", i, " was filed."), "en", fmt.Sprint("Outlet ", i%90), "2023-01-02")
	}
	return b.String()
}

// outputOf runs the program and returns what it prints.
func outputOf(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), args, stdio{strings.NewReader(stdin), &out, &errs}); code != exitDone {
		t.Fatalf("%v: exit %d, %s", args, code, errs.String())
	}
	return out.String()
}

// conflictIDs are those of the conflicts of a corpus that nobody has kept, the first
// one of each event, by the article of one side.
func conflictIDs(t *testing.T, corpus string) map[string]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "corpus.jsonl")
	if err := os.WriteFile(path, []byte(corpus), 0o600); err != nil {
		t.Fatal(err)
	}
	var listed []listedConflict
	if err := json.Unmarshal([]byte(outputOf(t, "", "conflicts", "--json", path)), &listed); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, c := range listed {
		ids[min(c.A.Article, c.B.Article)] = c.ID
	}
	return ids
}

// TestAVerdictFindsItsConflict judges conflicts of which the library knows the event,
// and conflicts of events that nobody has compared.
func TestAVerdictFindsItsConflict(t *testing.T) {
	ctx, corpus := context.Background(), disputed(4, 0)
	ids := conflictIDs(t, corpus)
	if len(ids) != 4 {
		t.Fatalf("%d events have a conflict", len(ids))
	}
	path := filepath.Join(t.TempDir(), "library.db")
	outputOf(t, corpus, "add", "--library", path, "-")
	lib, err := library.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	open := func() int {
		t.Helper()
		found, err := lib.Uncounted(ctx, query.Query{}, versionText(), 100)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	dismiss := func(article string) {
		t.Helper()
		if out := outputOf(t, "", "verdict", "--library", path, ids[article], "dismissed"); !strings.Contains(out, "dismissed “Seventeen") {
			t.Errorf("%s: %q", article, out)
		}
	}
	if n := open(); n != 4 {
		t.Fatalf("%d events are not compared", n)
	}
	dismiss("a0") // compares the others, too
	if n := open(); n != 1 {
		t.Errorf("%d events are not compared after one was looked for in all", n)
	}
	dismiss("a1") // its event is known
	if n := open(); n != 2 {
		t.Errorf("%d events are not compared after another was judged", n)
	}
	outputOf(t, "", "conflicts", "--library", path)
	if n := open(); n != 0 {
		t.Errorf("%d events are not compared after all were listed", n)
	}
	dismiss("a2")
	if n := open(); n != 1 {
		t.Errorf("%d events are not compared where one was just judged", n)
	}
}

// TestAVerdictOnOneOfManyArticles judges a conflict that is older than all articles
// that are ever held in memory at once.
func TestAVerdictOnOneOfManyArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("adds many articles")
	}
	few := disputed(1, 0)
	path := filepath.Join(t.TempDir(), "library.db")
	outputOf(t, disputed(1, maxHeld), "add", "--library", path, "-")
	if out := outputOf(t, "", "verdict", "--library", path, conflictIDs(t, few)["a0"], "confirmed"); !strings.Contains(out, "confirmed “Seventeen") {
		t.Error(out)
	}
}
