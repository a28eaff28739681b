package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
)

func TestProgressLine(t *testing.T) {
	for _, tt := range []struct {
		report library.Report
		since  time.Duration
		total  int64
		want   string
	}{
		{library.Report{New: 3000, Same: 1000, Bytes: 25}, 2 * time.Second, 100, "4,000 articles, 2,000 a second, 25 %, about 6s left"},
		{library.Report{New: 1, Bytes: 25}, time.Second, 0, "1 article, 1 a second"},
		{library.Report{New: 1500, Bytes: 200}, time.Second, 100, "1,500 articles, 1,500 a second"}, // the files have grown
	} {
		if got := progressLine(tt.report, tt.since, tt.total); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

func TestPassage(t *testing.T) {
	long := strings.Repeat("word ", 60) + "HIT " + strings.Repeat("more ", 60)
	for _, tt := range []struct{ text, at, want string }{
		{"A short text with a HIT in it.", "HIT", "A short text with a HIT in it."},
		{"First paragraph.\n\nThe HIT is here.\n\nThird.", "HIT", "The HIT is here."},
		{long, "HIT", "…" + strings.Repeat("word ", 11) + "HIT " + strings.TrimSpace(strings.Repeat("more ", 19)) + "…"},
		{"", "", ""},
	} {
		if got := passage(tt.text, strings.Index(tt.text, tt.at)); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for at := range "漢字かな交じり文の長い文章" {
		text := strings.Repeat("漢字かな交じり文の長い文章", 20)
		if got := passage(text, 130*3+at-at%3); strings.ContainsRune(got, '\uFFFD') {
			t.Errorf("%q is cut through a character", got)
		}
	}
}

// endless gives articles until it has stopped the program.
type endless struct {
	n, last int
	stop    func()
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n++; e.n == e.last {
		e.stop()
	}
	return copy(p, fmt.Sprintf(`{"title":"Report %d","text":"The harbour master said that ship %d had left the quay.","lang":"en"}`+"\n", e.n, e.n)), nil
}

func TestAnInterruptedAddSaysHowToGoOn(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	path := filepath.Join(t.TempDir(), "library.db")
	var out, errs bytes.Buffer
	code := run(ctx, []string{"add", "--library", path, "-"}, stdio{&endless{last: 6000, stop: stop}, &out, &errs})
	if code != exitBySign || !strings.Contains(errs.String(), "parallax: stopped: ") || !strings.Contains(errs.String(), "the same command goes on from there") || out.Len() > 0 {
		t.Errorf("exit %d, %q, %q", code, out.String(), errs.String())
	}
	lib, err := library.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	n, err := lib.Count(context.Background())
	if err != nil || n == 0 || !strings.Contains(errs.String(), articles(n)+" of this run") {
		t.Errorf("%d articles are kept, %v: %q", n, err, errs.String())
	}
}

func TestTheReaderReadsTheLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	story := `{"id":"%s","title":"Ferry sinks","text":"The ferry Marlin sank off Arden. Seventeen people died."%s}` + "\n"
	in := strings.NewReader(fmt.Sprintf(story, "a", `,"source":"Herald","published":"2023-07-11"`) + fmt.Sprintf(story, "b", `,"source":"Bote"`))
	for _, args := range [][]string{{"add", "-"}, {"set", "b", "date=2023"}} {
		var errs bytes.Buffer
		if code := run(context.Background(), append(args, "--library", path), stdio{in, io.Discard, &errs}); code != exitDone {
			t.Fatalf("%v: exit %d, %s", args, code, errs.String())
		}
	}
	l := &limits{library: path}
	q, _ := l.asked()
	r, err := loadKept(context.Background(), stdio{in, io.Discard, io.Discard}, l, q)
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(r.library, "", r)
	entries, total, err := d.Entries(context.Background(), ui.Filter{}, 0, 10)
	if err != nil || total != 2 || d.Name() != path {
		t.Errorf("%d articles, %v: %v", total, err, entries)
	}
	if a, err := d.Article(context.Background(), "b"); err != nil || a.Date.String() != "2023" || a.DateBasis != library.SetByReader {
		t.Errorf("%v, %v", a, err)
	}
}

func TestTheReadersWorkIsKept(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "library.db")
	story := `{"id":"%s","title":"%s","text":"%s","lang":"%s","source":"%s","published":"2023-07-11"}` + "\n"
	in := strings.NewReader(fmt.Sprintf(story, "a", "Ferry sinks off Arden", "The ferry Marlin sank off Arden island on Monday afternoon. Seventeen people died, the coast guard said.", "en", "Herald") +
		fmt.Sprintf(story, "b", "Fähre sinkt vor Arden", "Die Fähre Marlin ist am Montagnachmittag vor der Insel Arden gesunken. 21 Menschen starben, teilte die Küstenwache mit.", "de", "Bote"))
	if code := run(ctx, []string{"add", "-", "--library", path}, stdio{in, io.Discard, io.Discard}); code != exitDone {
		t.Fatal(code)
	}
	l := &limits{library: path}
	r, err := loadKept(ctx, stdio{in, io.Discard, io.Discard}, l, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	k := newKeptDesk(l, "", r)
	conflicts := func() int {
		t.Helper()
		entries, _, err := k.Entries(ctx, ui.Filter{Events: true}, 0, 10)
		if err != nil || len(entries) != 1 {
			t.Fatal(entries, err)
		}
		return entries[0].Conflicts
	}
	if n := conflicts(); n != 1 {
		t.Fatalf("%d conflicts", n)
	}
	c, err := k.Event(ctx, r.events[0].event.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Judge(ctx, c.Event.ID, c.Conflicts[0].ID, model.Dismissed, "crew counted"); err != nil || conflicts() != 0 {
		t.Errorf("dismissed: %d conflicts, %v", conflicts(), err)
	}
	if w, err := k.Work(ctx); err != nil || len(w.Judgements) != 1 || w.Judgements[0].Note != "crew counted" {
		t.Errorf("%+v, %v", w, err)
	}
	if _, err := k.Set(ctx, "a", "date", "2017"); err != nil {
		t.Fatal(err)
	}
	if a, err := k.Article(ctx, "a"); err != nil || a.Date.String() != "2017" {
		t.Errorf("set: %v, %v", a.Date, err)
	}
	for _, want := range []string{"set date to 2017 of “Ferry sinks off Arden”", "dismissed “Seventeen"} {
		if what, err := k.Undo(ctx); err != nil || !strings.HasPrefix(what, want) {
			t.Errorf("undid %q, want %q: %v", what, want, err)
		}
	}
	if a, err := k.Article(ctx, "a"); err != nil || a.Date.String() != "2023-07-11" || conflicts() != 1 {
		t.Errorf("undone: %v, %d conflicts, %v", a.Date, conflicts(), err)
	}
	if _, err := k.Redo(ctx); err != nil || conflicts() != 0 {
		t.Errorf("redone: %d conflicts, %v", conflicts(), err)
	}
	if _, err := k.Judge(ctx, c.Event.ID, "nobody", model.Open, ""); err == nil {
		t.Error("an unknown conflict is judged")
	}
}
