package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/query"

	"github.com/google/go-cmp/cmp"
)

// opened is a new library in a folder of the test.
func opened(t testing.TB) *Library {
	t.Helper()
	l, err := Open(context.Background(), filepath.Join(t.TempDir(), "data", "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// imported adds files to a library.
func imported(t testing.TB, l *Library, o ImportOptions, paths ...string) Report {
	t.Helper()
	r, err := l.Import(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// written writes a file and returns its path.
func written(t testing.TB, dir, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// found lists the titles that a query finds.
func found(t testing.TB, l *Library, text string) []string {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	articles, total, err := l.Search(context.Background(), q, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if total != len(articles) {
		t.Errorf("%q: %d of %d", text, len(articles), total)
	}
	titles := []string{}
	for _, a := range articles {
		titles = append(titles, a.Title)
	}
	return titles
}

// well checks that nothing is amiss.
func well(t testing.TB, l *Library) Health {
	t.Helper()
	h, err := l.Doctor(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Faults) > 0 {
		t.Errorf("faults: %s", strings.Join(h.Faults, "\n"))
	}
	return h
}

const (
	ferry      = `{"id":"a","title":"Ferry sinks off Arden","text":"The ferry Marlin sank off Arden island on Monday. Seventeen people died, the coast guard said.","source":"Herald","published":"2023-07-11","lang":"en","link":"https://herald.example/news/1"}`
	fähre      = `{"id":"b","title":"Fähre sinkt vor Arden","text":"Die Fähre Marlin ist am Montag vor der Insel gesunken. 21 Menschen starben, teilte die Küstenwache mit.","source":"Bote","published":"2023-07-12","lang":"de"}`
	minshin    = `{"id":"c","title":"北京政府宣布新措施","text":"北京政府周一宣布新的经济措施。这些措施将于下月生效。","source":"晨报","published":"2022-03","lang":"zh"}`
	undatedOne = `{"id":"d","title":"Harbour reopens","text":"The harbour of Port Ellery reopened. Ships had waited outside the breakwater for three days.","source":"The Quay","lang":"en"}`
)

func TestSearch(t *testing.T) {
	l := opened(t)
	r := imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre, minshin, undatedOne))
	if r.New != 4 || r.Articles() != 4 || len(r.Skipped) != 0 {
		t.Fatalf("%+v", r)
	}
	en, de, zh, quay := "Ferry sinks off Arden", "Fähre sinkt vor Arden", "北京政府宣布新措施", "Harbour reopens"
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"", []string{de, en, zh, quay}}, // newest first, undated last
		{"marlin", []string{de, en}},
		{"MARLIN -coast", []string{de}},
		{"-marlin", []string{zh, quay}},
		{"fahre", []string{de}},
		{`"ferry marlin"`, []string{en}},
		{`"marlin ferry"`, []string{}},
		{"insel island", []string{}},
		{"isl*", []string{en}},
		{"政府", []string{zh}},
		{"北京政府", []string{zh}},
		{"政北", []string{}},
		{"京", []string{zh}},
		{"施", []string{zh}},
		{"措施 北京", []string{zh}},
		{"lang:de", []string{de}},
		{"-lang:de -lang:zh", []string{en, quay}},
		{"outlet:bo outlet:HERALD", []string{de, en}},
		{"-outlet:quay", []string{de, en, zh}},
		{"outlet:nobody", []string{}},
		{"since:2023-07-12", []string{de}},
		{"until:2022", []string{zh}},
		{"date:2022-03-05", []string{zh}},
		{"since:2022-04", []string{de, en}},
		{"date:?", []string{zh, quay}},
		{"lang:en harbour since:2020", []string{}},
	} {
		if diff := cmp.Diff(tt.want, found(t, l, tt.query)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.query, diff)
		}
		q, _ := query.Parse(tt.query)
		matches := q.Matcher()
		inMemory := []string{}
		for a, err := range l.All(context.Background(), query.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			if matches(&a) {
				inMemory = append(inMemory, a.Title)
			}
		}
		if diff := cmp.Diff(tt.want, inMemory); diff != "" {
			t.Errorf("%q in memory (-want +got):\n%s", tt.query, diff)
		}
	}
	if h := well(t, l); h.Articles != 4 || h.NoDate != 1 || h.UnsureDate != 1 {
		t.Errorf("%+v", h)
	}
}

func TestSearchPages(t *testing.T) {
	l := opened(t)
	var lines []string
	for i := range 30 {
		lines = append(lines, fmt.Sprintf(`{"title":"Report %02d","text":"The harbour master spoke of ship number %d on the quay.","lang":"en","published":"2023-07-%02d"}`, i, i, i+1))
	}
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", lines...))
	for _, text := range []string{"", "harbour"} {
		q, _ := query.Parse(text)
		got, total, err := l.Search(context.Background(), q, 10, 2)
		if err != nil || total != 30 || len(got) != 2 || got[0].Title != "Report 19" || got[1].Title != "Report 18" {
			t.Errorf("%q: %d, %v, %v", text, total, err, got)
		}
		if got, total, err = l.Search(context.Background(), q, 40, 2); err != nil || total != 30 || len(got) != 0 {
			t.Errorf("%q beyond the end: %d, %v, %v", text, total, err, got)
		}
	}
}

func TestArticleComesBackAsItWasRead(t *testing.T) {
	l := opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry))
	a, versions, err := l.Article(context.Background(), "a")
	if err != nil || len(versions) != 1 {
		t.Fatal(err, versions)
	}
	if a.Date != (model.Date{Year: 2023, Month: 7, Day: 11}) || a.Outlet != "Herald" || a.URL != "https://herald.example/news/1" ||
		a.Text[:a.Body] != a.Title+"\n\n" || a.Part != 1 || !strings.HasSuffix(a.Source, "all.jsonl") {
		t.Errorf("%+v", a)
	}
}
