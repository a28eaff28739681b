package labelled

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSameText(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Seventeen people died.", "“Seventeen people died”", true},
		{"Seventeen people died, the coast guard said.", "Seventeen people died, the coast-guard said", true},
		{"Seventeen people died when the ferry sank.", "The harbour was closed for two days.", false},
		{"He", "He said that the whole of the harbour would stay closed for days.", false},
		{"", "Anything", false},
	} {
		if got := SameText(tt.a, tt.b); got != tt.want {
			t.Errorf("SameText(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

func invented() *Story {
	return &Story{"ferry", map[string][]string{
		"en": {"Ferry sinks", "It sank on Monday.", "They found 45 dead.", "It was not insured.", "The coast guard came.", "The ship is rare."},
		"de": {"Fähre sinkt", "Sie sank am Montag.", "Es gab 45 Tote.", "Sie war nicht versichert.", "Die Küstenwache kam.", "Schiffe sind hier selten."},
	}}
}

func TestVersion(t *testing.T) {
	s := invented()
	for keep := range 6 {
		a, order := s.Version("en", keep)
		if order[0] != 0 || !slices.Contains(order, keep) || len(order) < 5 {
			t.Errorf("keep %d: order %v", keep, order)
		}
		paragraphs := strings.Split(a.Text, "\n\n")
		for i, n := range order {
			if paragraphs[i] != s.Sentences["en"][n] {
				t.Errorf("keep %d: paragraph %d is %q", keep, i, paragraphs[i])
			}
		}
		if a.Headline().Of(a.Text) != a.Title {
			t.Error("the headline is not the title")
		}
		b, _ := s.Version("en", keep)
		if b.Text != a.Text {
			t.Error("a second version differs")
		}
	}
}

func TestMutants(t *testing.T) {
	s := invented()
	want := map[string]bool{"It sank on Thursday.": true, "They found 60 dead.": true, "It was insured.": true, "The ship is not rare.": true}
	for _, m := range s.Mutants() {
		if got := m.Sentences["en"][m.Sentence]; !want[got] {
			t.Errorf("%s: %q", m.Kind, got)
		}
		if s.Sentences["en"][m.Sentence] == m.Sentences["en"][m.Sentence] {
			t.Error("the story itself was changed, or the mutant not")
		}
	}
	if n := len(s.Mutants()); n != len(want) {
		t.Errorf("%d mutants, want %d", n, len(want))
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pairs.jsonl")
	if err := os.WriteFile(path, []byte("{\"id\":\"1\"}\nnot JSON\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Pairs(path); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}
