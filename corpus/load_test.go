package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/corpus/decode"
	"parallax/model"
)

var today = model.Date{Year: 2026, Month: 6, Day: 1}

// write makes a folder of files.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t testing.TB, dir string, workers int) Corpus {
	t.Helper()
	c, err := Load(context.Background(), []string{dir}, Options{Workers: workers, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const ferry = `Harbour Times
Home | News | Sport

Ferry runs aground off Keel Point
By Ann Dory
11 July 2023, 7:40 am

A passenger ferry ran aground off Keel Point on Monday with 95 people on board. All of them were rescued.

The captain said that fog had closed in within minutes.

Read also: Ticket prices to rise
`

const blog = `Wednesday, 9 February 2022

The first thing that happened today

The first thing that happened today

People gathered in the square this morning and sang for two hours without a break.

Tuesday, 8 February 2022

Another matter of some weight

Another matter of some weight

The council met behind closed doors and came out with nothing to say to anyone.
`

func TestLoad(t *testing.T) {
	dir := write(t, map[string]string{
		"a/ferry.txt":   ferry,
		"a/blog.txt":    blog,
		"b/list.jsonl":  `{"id":"x1","title":"Storm over the bay","text":"A storm passed over the bay on Sunday and took nine roofs.","date":"2020-01-05","language":"en-GB","source":"The Bay"}` + "\n" + `{"id":"x2","title":"二","text":"中国和哈萨克斯坦签署条约。","lang":"zh-Hant","date":1578182400}` + "\n",
		"b/picture.png": "\x89PNG\r\n\x1a\n\x00\x00",
	})
	c := load(t, dir, 2)
	type row struct{ Source, Title, Language, Outlet, Date string }
	var got []row
	for _, a := range c.Articles {
		rel, _ := filepath.Rel(dir, filepath.FromSlash(a.Source))
		got = append(got, row{fmt.Sprintf("%s#%d", filepath.ToSlash(rel), a.Part), a.Title, a.Language, a.Outlet, a.Date.String()})
	}
	want := []row{
		{"a/blog.txt#1", "The first thing that happened today", "en", "", "2022-02-09"},
		{"a/blog.txt#2", "Another matter of some weight", "en", "", "2022-02-08"},
		{"a/ferry.txt#1", "Ferry runs aground off Keel Point", "en", "Harbour Times", "2023-07-11"},
		{"b/list.jsonl#1", "Storm over the bay", "en", "The Bay", "2020-01-05"},
		{"b/list.jsonl#2", "二", "zh-Hant", "", "2020-01-05"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("articles differ (-want +got):\n%s", diff)
	}
	if len(c.Skipped) != 1 || !errors.Is(c.Skipped[0], decode.ErrBinary) {
		t.Errorf("skipped %v", c.Skipped)
	}
	a := c.Articles[2]
	wantText := "Ferry runs aground off Keel Point\n\nA passenger ferry ran aground off Keel Point on Monday with 95 people on board. All of them were rescued.\n\nThe captain said that fog had closed in within minutes."
	if a.Text != wantText || a.Headline().Of(a.Text) != a.Title || !strings.HasPrefix(a.Text[a.Body:], "A passenger") {
		t.Errorf("text %q, body at %d", a.Text, a.Body)
	}
	if diff := cmp.Diff([]string{"Ann Dory"}, a.Authors); diff != "" {
		t.Error(diff)
	}
}

func TestLoadIsTheSameOnAnyNumberOfCores(t *testing.T) {
	files := map[string]string{}
	for i := range 400 {
		files[fmt.Sprintf("d%d/%03d.txt", i%3, i)] = strings.ReplaceAll(ferry, "Keel Point", fmt.Sprintf("Keel Point %d", i))
	}
	dir := write(t, files)
	one, many := load(t, dir, 1), load(t, dir, 8)
	if diff := cmp.Diff(one, many); diff != "" {
		t.Errorf("differs:\n%.2000s", diff)
	}
	if len(one.Articles) != 400 {
		t.Errorf("%d articles, want 400", len(one.Articles))
	}
}

func TestIDs(t *testing.T) {
	dir := write(t, map[string]string{
		"a.jsonl": `{"id":"7","title":"One","text":"One text."}` + "\n" + `{"id":"7","title":"Two","text":"Two text."}` + "\n" + `{"id":"8","title":"Three","text":"Three text."}` + "\n",
		"b.txt":   ferry,
		"c.txt":   ferry,
	})
	c := load(t, dir, 2)
	seen := map[string]bool{}
	for _, a := range c.Articles {
		if seen[a.ID] || a.ID == "" || a.ID == "7" {
			t.Errorf("bad ID %q", a.ID)
		}
		seen[a.ID] = true
	}
	if !seen["8"] || len(seen) != 5 {
		t.Errorf("IDs %v", seen)
	}
	if diff := cmp.Diff(c, load(t, dir, 1)); diff != "" {
		t.Errorf("another run differs:\n%s", diff)
	}
}

func TestLinesOfTheSiteAreNoText(t *testing.T) {
	files := map[string]string{}
	for i := range 6 {
		text := strings.ReplaceAll(ferry, "Keel Point", fmt.Sprintf("Keel Point %d", i))
		files[fmt.Sprintf("%d.txt", i)] = strings.Replace(text, "within minutes", fmt.Sprintf("within %d minutes", i+2), 1) +
			"\nThis house has stood for fair reporting since the year the bridge was built.\n"
	}
	for _, a := range load(t, write(t, files), 1).Articles {
		if strings.Contains(a.Text, "fair reporting") {
			t.Errorf("%s has the line that all pages share", a.Source)
		}
	}
}

func TestReprintsKeepTheirText(t *testing.T) {
	files := map[string]string{}
	for i := range 6 {
		files[fmt.Sprintf("%d.txt", i)] = fmt.Sprintf("Outlet %d\n\n", i) + strings.TrimPrefix(ferry, "Harbour Times\n")
	}
	for _, a := range load(t, write(t, files), 1).Articles {
		if !strings.Contains(a.Text, "fog had closed in") {
			t.Errorf("%s lost a paragraph: %q", a.Source, a.Text)
		}
	}
}

func TestPageWithoutArticle(t *testing.T) {
	c := load(t, write(t, map[string]string{"menu.txt": "Home\nNews\nSport\nContact\n"}), 1)
	if len(c.Articles) != 0 || len(c.Skipped) != 1 || !errors.Is(c.Skipped[0], decode.ErrNoArticle) {
		t.Errorf("got %v, skipped %v", c.Articles, c.Skipped)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Load(ctx, []string{t.TempDir()}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "en-US": "en", "en_GB": "en", "zh-Hant": "zh-Hant", "zh-Hant-TW": "zh-Hant", "zh-CN": "zh", "pt-BR": "pt", "EN": "en", "": "", "english": "", "x": "", "und": "", "deu": "de", "iw": "he", "in": "id"} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}
