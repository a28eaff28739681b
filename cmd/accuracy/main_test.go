package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func measured(t *testing.T, paths ...string) string {
	t.Helper()
	var b strings.Builder
	if err := run(context.Background(), &options{out: &b}, "", paths); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTables(t *testing.T) {
	got := measured(t, "testdata/pairs.jsonl", "testdata/cases", "testdata/stories.jsonl")
	for _, want := range []string{
		"### Annotated cases\n\n1 cases, 2 articles in 2 languages, in which people marked 1 pairs of sentences that cannot both be true and 1 near misses.",
		"| all | 1 | ", "| quantity | 1 | ",
		"### Translated news\n\n1 stories translated sentence by sentence",
		"| false alarms, per 100 pairs of sentences | ", "| changed facts found: quantity | 1 | ",
		"### Pairs of real sentences\n\n3 pairs of 1 public sets",
		"| invented | 3 | 2 | 100.0 % | 50.0 % | 0.0 % |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
	if strings.Index(got, "Annotated") > strings.Index(got, "Translated") || strings.Index(got, "Translated") > strings.Index(got, "Pairs") {
		t.Error("the tables do not stand in the order of the scorers")
	}
	if again := measured(t, "testdata/pairs.jsonl", "testdata/cases", "testdata/stories.jsonl"); again != got {
		t.Error("a second run gives another table")
	}
}

func TestReadme(t *testing.T) {
	path := filepath.Join(t.TempDir(), "README.md")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# Title\n" + begin + "\nold\n" + end + "\nafter\n")
	if err := run(context.Background(), &options{}, path, []string{"testdata/pairs.jsonl"}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(got); strings.Contains(s, "old") || !strings.HasPrefix(s, "# Title\n"+begin+"\n\n### Pairs") || !strings.HasSuffix(s, "\n\n"+end+"\nafter\n") {
		t.Errorf("got %s", s)
	}
	write("# Title\n")
	if err := run(context.Background(), &options{}, path, []string{"testdata/pairs.jsonl"}); err == nil || !strings.Contains(err.Error(), "no place for the tables") {
		t.Errorf("without markers: %v", err)
	}
}

func TestMistakes(t *testing.T) {
	for want, paths := range map[string][]string{
		"no PATH":           nil,
		"not labelled data": {"main.go"},
		"no such file":      {"testdata/nowhere"},
	} {
		if err := run(context.Background(), &options{}, "", paths); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: got %v, want %q", paths, err, want)
		}
	}
}
