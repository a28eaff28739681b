package lexicon

import (
	"strings"
	"testing"
)

// sections that every language file must have, besides [writing].
var required = []string{
	"abbreviations", "numbers", "vague", "negation", "not negation", "pending", "future", "planned", "possible", "alleged", "conditional", "whether",
	"according", "because", "causes", "contrast", "near", "at", "from value", "to value", "among", "further", "total", "only", "about", "at least",
	"more than", "at most", "less than", "just under", "just over", "or more", "per", "pronoun", "title", "stop",
}

func TestLanguageFiles(t *testing.T) {
	for _, tag := range Tags() {
		t.Run(tag, func(t *testing.T) {
			data, err := languageFiles.ReadFile("languages/" + tag + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := parseLanguage(tag, string(data)); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(data), "[numbers]") {
				t.Skip("only its way of writing is described so far")
			}
			for _, s := range required {
				_, body, ok := strings.Cut(string(data), "\n["+s+"]\n")
				body, _, _ = strings.Cut(body, "\n[")
				if !ok || strings.TrimSpace(body) == "" {
					t.Errorf("section [%s] is missing or empty", s)
				}
			}
		})
	}
}

func TestCueMeaningsAreApart(t *testing.T) {
	for _, tag := range Tags() {
		l := Of(tag)
		seen := map[string]bool{}
		for _, e := range l.cues[Negation] {
			seen[e] = true
		}
		for _, c := range []Cue{NotNegation, According, Stop} {
			for _, e := range l.cues[c] {
				if c != Stop && seen[e] {
					t.Errorf("%s: %q is both [%s] and [%s]", tag, e, Negation, c)
				}
			}
		}
	}
}
