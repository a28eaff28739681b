package stem

import (
	"errors"
	"strings"
	"testing"
)

var errNone = errors.New("no such file")

func none(string) (string, error) { return "", errNone }

func mustParse(t *testing.T, data string) *language {
	t.Helper()
	l, err := parse(data, none)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestEveryDataFileIsRead(t *testing.T) {
	for name, open := range languages() {
		if l := open(); len(l.steps) == 0 && name != "vi" && name != "zh" {
			t.Errorf("%s has no steps", name)
		}
	}
}

func TestSteps(t *testing.T) {
	l := mustParse(t, `
		keep ö
		form gehen ging    # a comment
		apart Markt markte
		fold
		prefix 2
		3 un ver>v
		hold unter
		forms
		around
		3 ge+t
		suffix
		3 en é ungen>ung
		hold leben
	`)
	for word, want := range map[string]string{
		"machen":    "mach",    // a suffix
		"en":        "en",      // nothing would be left
		"zeitungen": "zeitung", // the longest suffix, replaced
		"café":      "caf",     // affixes are folded as words are
		"ununruhen": "ruh",     // two prefixes
		"unterhält": "unterhalt",
		"leben":     "leben",
		"gemacht":   "mach",
		"verlören":  "vlör",
		"ging":      "geh", // as its first form
		"markte":    "markt",
		"unging":    "geh", // a form, once its prefix is gone
	} {
		if got := l.stem(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestTailKeepsAWordOfOneScript(t *testing.T) {
	l := mustParse(t, "tail Hiragana")
	for word, want := range map[string]string{"食べた": "食", "きのう": "きのう", "東京": "東京"} {
		if got := l.stem(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestParseErrorsNameTheLine(t *testing.T) {
	for data, want := range map[string]string{
		"fold\n3 a":             "line 2: \"3\": the step before it has no rules",
		"3 a":                   "line 1: \"3\": say prefix, suffix or around",
		"suffix\n\nx a":         "line 3: \"x\": start with hold",
		"suffix\n0 a":           "line 2: \"0\"",
		"suffix\n2 >a":          "line 2: \">a\": no affix",
		"suffix zero":           "line 1: bad number of times \"zero\"",
		"around\n3 ab":          "line 2: \"ab\": write prefix+suffix",
		"snowball klingon":      "line 1: snowball: no \"klingon\" is known",
		"tail":                  "line 1: tail: give one name",
		"form":                  "line 1: give a word",
		"like zz":               errNone.Error(),
		"suffix\n1 a\nlike a b": "line 3: \"like\"",
	} {
		_, err := parse(data, none)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", data, err, want)
		}
	}
}

func TestLikeTakesInOneFile(t *testing.T) {
	files := map[string]string{"a": "suffix\n2 s", "b": "like a"}
	open := func(name string) (string, error) { return files[name], nil }
	l, err := parse("like a\napart news", open)
	if err != nil {
		t.Fatal(err)
	}
	if got := l.stem("cars") + " " + l.stem("news"); got != "car news" {
		t.Errorf("got %q", got)
	}
	if _, err := parse("like b", open); err == nil {
		t.Error("a file taken in took in another")
	}
}
