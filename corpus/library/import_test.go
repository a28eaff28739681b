package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// counts are New, Changed, Same and Removed of a report.
func counts(r Report) [4]int { return [4]int{r.New, r.Changed, r.Same, r.Removed} }

func TestAddingAgainChangesNothing(t *testing.T) {
	l, dir := opened(t), t.TempDir()
	path := written(t, dir, "all.jsonl", ferry, fähre, undatedOne)
	imported(t, l, ImportOptions{}, path)
	if r := imported(t, l, ImportOptions{}, path); r.Passed != 1 || r.Articles() != 0 {
		t.Errorf("unchanged: %+v", r)
	}
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	if r := imported(t, l, ImportOptions{}, path); r.Passed != 1 || r.Articles() != 0 {
		t.Errorf("touched: %+v", r)
	}
	if r := imported(t, l, ImportOptions{Again: true}, dir); counts(r) != [4]int{0, 0, 3, 0} {
		t.Errorf("again, by its folder: %+v", r)
	}
	other := written(t, t.TempDir(), "copy.jsonl", ferry, fähre, undatedOne, minshin)
	if r := imported(t, l, ImportOptions{}, other); counts(r) != [4]int{1, 0, 3, 0} {
		t.Errorf("a copy: %+v", r)
	}
	if h := well(t, l); h.Articles != 4 || h.Versions != 4 || h.Files != 2 {
		t.Errorf("%+v", h)
	}
}

func TestAChangedPageIsANewVersion(t *testing.T) {
	l, dir := opened(t), t.TempDir()
	path := written(t, dir, "all.jsonl", ferry, fähre)
	imported(t, l, ImportOptions{}, path)
	raised := strings.Replace(ferry, "Seventeen people", "Nineteen people", 1)
	written(t, dir, "all.jsonl", raised, fähre)
	if r := imported(t, l, ImportOptions{}, path); counts(r) != [4]int{0, 1, 1, 0} {
		t.Fatalf("%+v", r)
	}
	a, versions, err := l.Article(context.Background(), "a")
	if err != nil || len(versions) != 2 || !strings.Contains(a.Text, "Nineteen") {
		t.Fatal(a.Text, versions, err)
	}
	if a, err = l.Earlier(context.Background(), "a", 1); err != nil || !strings.Contains(a.Text, "Seventeen") {
		t.Error(a.Text, err)
	}
	if _, err = l.Earlier(context.Background(), "a", 3); !errors.Is(err, ErrNoArticle) {
		t.Error(err)
	}
	if got := found(t, l, "nineteen"); len(got) != 1 {
		t.Error("the new text is not found")
	}
	if got := found(t, l, "seventeen"); len(got) != 0 {
		t.Error("the old text is found")
	}
	written(t, dir, "all.jsonl", ferry, fähre)
	if r := imported(t, l, ImportOptions{}, path); counts(r) != [4]int{0, 0, 2, 0} {
		t.Errorf("the first text again: %+v", r)
	}
	if h := well(t, l); h.Articles != 2 || h.Versions != 3 {
		t.Errorf("%+v", h)
	}
}

func TestNeighboursMayMove(t *testing.T) {
	l, dir := opened(t), t.TempDir()
	a := `{"title":"Storm","text":"The storm reached the coast before dawn and the harbour was closed."}`
	b := `{"title":"Storm","text":"Two boats were lost in the storm, and their crews were brought ashore."}`
	path := written(t, dir, "all.jsonl", a, b)
	imported(t, l, ImportOptions{}, path)
	if h := well(t, l); h.Articles != 2 {
		t.Fatalf("two articles of one title: %+v", h)
	}
	written(t, dir, "all.jsonl", undatedOne, minshin, a, b)
	if r := imported(t, l, ImportOptions{}, path); counts(r) != [4]int{2, 0, 2, 0} {
		t.Errorf("%+v", r)
	}
}

func TestWhatIsOneArticle(t *testing.T) {
	const text = `"text":"The storm reached the coast before dawn and the harbour was closed."`
	for name, tt := range map[string]struct {
		a, b string
		want [4]int
	}{
		"of two outlets":       {`"title":"Storm","source":"Herald"`, `"title":"Storm","source":"Bote"`, [4]int{2}},
		"on two sites":         {`"title":"Storm","url":"https://herald.example/1"`, `"title":"Storm","url":"https://bote.example/1"`, [4]int{2}},
		"outlet known once":    {`"title":"Storm","source":"Herald"`, `"title":"Storm"`, [4]int{1, 0, 1}},
		"one page, two links":  {`"title":"Storm","url":"https://www.herald.example/1?utm_source=x"`, `"title":"Storm","url":"http://herald.example/1/#top"`, [4]int{1, 0, 1}},
		"a new headline":       {`"title":"Storm","url":"https://herald.example/1"`, `"title":"Great storm","url":"https://herald.example/1"`, [4]int{1, 1}},
		"links to a site only": {`"title":"Storm","url":"https://herald.example/"`, `"title":"Great storm","url":"https://herald.example/"`, [4]int{2}},
	} {
		l := opened(t)
		path := written(t, t.TempDir(), "all.jsonl", `{`+tt.a+`,`+text+`}`, `{`+tt.b+`,`+text+`}`)
		if r := imported(t, l, ImportOptions{}, path); counts(r) != tt.want {
			t.Errorf("%s: %v, want %v", name, counts(r), tt.want)
		}
		n := tt.want[0] + tt.want[1] + tt.want[2]
		if r := imported(t, l, ImportOptions{Again: true}, path); counts(r) != [4]int{0, 0, n, 0} {
			t.Errorf("%s, again: %v", name, counts(r))
		}
		well(t, l)
	}
}

func TestACopyFillsWhatIsNotKnown(t *testing.T) {
	l := opened(t)
	const text = `"title":"Storm","text":"The storm reached the coast before dawn and the harbour was closed."`
	dir := t.TempDir()
	bare, full := written(t, dir, "bare.jsonl", `{`+text+`}`), written(t, dir, "full.jsonl", `{"id":"s",`+text+`,"source":"Herald","published":"2023-07-11","url":"https://herald.example/1"}`)
	imported(t, l, ImportOptions{}, bare)
	imported(t, l, ImportOptions{}, full)
	if got := found(t, l, "outlet:herald date:2023-07-11"); len(got) != 1 {
		t.Errorf("found %q", got)
	}
	// A copy that changes parts from the article it was a copy of.
	written(t, dir, "full.jsonl", `{"id":"s","title":"Calm","text":"The sea was calm again by noon and the harbour was opened.","source":"Herald","published":"2023-07-11","url":"https://herald.example/1"}`)
	if r := imported(t, l, ImportOptions{}, full); counts(r) != [4]int{1} {
		t.Errorf("%v", counts(r))
	}
	if h := well(t, l); h.Articles != 2 {
		t.Errorf("%d articles", h.Articles)
	}
}

func TestTheReadersWordBeatsWhatIsRead(t *testing.T) {
	ctx := context.Background()
	l, dir := opened(t), t.TempDir()
	path := written(t, dir, "all.jsonl", ferry, undatedOne)
	imported(t, l, ImportOptions{}, path)
	if _, err := l.Set(ctx, "a", []Setting{{"date", "2017-07-10"}, {"outlet", "The Wire"}, {"language", "de"}}); err != nil {
		t.Fatal(err)
	}
	check := func(when string) {
		t.Helper()
		a, _, err := l.Article(ctx, "a")
		if err != nil || a.Date.String() != "2017-07-10" || a.DateBasis != SetByReader || a.Outlet != "The Wire" || a.Language != "de" {
			t.Errorf("%s: %v %v", when, a, err)
		}
		if got := found(t, l, "date:2017-07-10 outlet:wire lang:de"); len(got) != 1 {
			t.Errorf("%s: found %q", when, got)
		}
		if got := found(t, l, "outlet:herald"); len(got) != 0 {
			t.Errorf("%s: still found as read: %q", when, got)
		}
	}
	check("set")
	written(t, dir, "all.jsonl", strings.Replace(ferry, "2023-07-11", "2023-07-13", 1), undatedOne)
	imported(t, l, ImportOptions{}, path)
	check("another date read")
	written(t, dir, "all.jsonl", strings.Replace(ferry, "Seventeen", "Nineteen", 1), undatedOne)
	imported(t, l, ImportOptions{Again: true}, path)
	check("another text read")
	if h := well(t, l); h.SetByReader != 1 {
		t.Errorf("%+v", h)
	}
	if _, err := l.Set(ctx, "a", []Setting{{"date", ""}, {"outlet", ""}}); err != nil {
		t.Fatal(err)
	}
	if a, _, _ := l.Article(ctx, "a"); a.Date.String() != "2023-07-11" || a.Outlet != "Herald" || a.Language != "de" {
		t.Errorf("taken back: %v", a)
	}
	for _, bad := range [][]Setting{{{"date", "soon"}}, {{"language", "German!"}}, {{"title", "x"}}} {
		if _, err := l.Set(ctx, "a", bad); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
	if _, err := l.Set(ctx, "nobody", []Setting{{"date", "2017"}}); !errors.Is(err, ErrNoArticle) {
		t.Error(err)
	}
}

func TestWhatIsRemovedStaysOut(t *testing.T) {
	ctx := context.Background()
	l, dir := opened(t), t.TempDir()
	path := written(t, dir, "all.jsonl", ferry, fähre)
	imported(t, l, ImportOptions{}, path)
	if _, err := l.Remove(ctx, []string{"b", "nobody"}); !errors.Is(err, ErrNoArticle) {
		t.Fatal(err)
	}
	if n, _ := l.Count(ctx); n != 2 {
		t.Fatalf("%d articles after a removal that failed", n)
	}
	if _, err := l.Remove(ctx, []string{"b"}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Ferry sinks off Arden"}, found(t, l, "marlin")); diff != "" {
		t.Error(diff)
	}
	if _, _, err := l.Article(ctx, "b"); !errors.Is(err, ErrNoArticle) {
		t.Error(err)
	}
	written(t, dir, "all.jsonl", ferry, fähre, undatedOne)
	if r := imported(t, l, ImportOptions{}, path); counts(r) != [4]int{1, 0, 1, 1} {
		t.Errorf("%+v", r)
	}
	well(t, l)
	if r := imported(t, l, ImportOptions{Again: true}, path); counts(r) != [4]int{1, 0, 2, 0} {
		t.Errorf("brought back: %+v", r)
	}
	if got := found(t, l, "Fähre"); len(got) != 1 {
		t.Errorf("brought back: %q", got)
	}
	well(t, l)
}

func TestSkipsAreKeptUntilTheyAreMended(t *testing.T) {
	l, dir := opened(t), t.TempDir()
	written(t, dir, "good.jsonl", ferry)
	written(t, dir, "noart.jsonl", `{"a":1}`)
	if err := os.WriteFile(filepath.Join(dir, "zero.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing")
	for range 2 { // what was skipped is tried again
		if r := imported(t, l, ImportOptions{}, dir, missing); len(r.Skipped) != 3 {
			t.Fatalf("%+v", r.Skipped)
		}
		var sources []string
		for _, s := range well(t, l).Skipped {
			sources = append(sources, filepath.Base(s.Source))
		}
		if diff := cmp.Diff([]string{"missing", "noart.jsonl", "zero.txt"}, sources); diff != "" {
			t.Fatal(diff)
		}
	}
	written(t, dir, "noart.jsonl", fähre)
	written(t, dir, "zero.txt", "x")
	written(t, dir, "missing", minshin)
	imported(t, l, ImportOptions{}, dir)
	for _, s := range well(t, l).Skipped {
		if strings.Contains(s.Source, "noart") || strings.HasSuffix(s.Source, "missing") {
			t.Errorf("still skipped: %v", s)
		}
	}
}

func TestABrokenOffImportGoesOn(t *testing.T) {
	l := opened(t)
	dir := invented(t, t.TempDir(), 4, 150)
	ctx, stop := context.WithCancel(context.Background())
	r, err := l.Import(ctx, []string{dir}, ImportOptions{Batch: 200, Progress: func(Report) { stop() }})
	if !errors.Is(err, context.Canceled) || r.New == 0 || r.New == 600 {
		t.Fatalf("%+v, %v", r, err)
	}
	if n, _ := l.Count(context.Background()); n != r.New {
		t.Errorf("%d kept, %d reported", n, r.New)
	}
	rest := imported(t, l, ImportOptions{}, dir)
	if rest.New+r.New != 600 || rest.Passed == 0 {
		t.Errorf("%+v, then %+v", r, rest)
	}
	well(t, l)
}
