package detect

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func TestTableIsRead(t *testing.T) {
	if !strings.HasPrefix(tableData, tableMagic) {
		t.Fatalf("the table does not begin with %q", tableMagic)
	}
	d := knowledge()
	if len(d.tags) > mostLanguages || len(d.alphabet.scripts) > mostScripts {
		t.Errorf("%d languages and %d scripts do not fit", len(d.tags), len(d.alphabet.scripts))
	}
	for _, tag := range d.ngrams.languages {
		if !slices.ContainsFunc(d.alphabet.scripts, func(s script) bool {
			return slices.Contains(s.languages, d.language(tag))
		}) {
			t.Errorf("%s is in the table, but scripts.txt does not list it", tag)
		}
	}
}

func TestScriptsAreKnown(t *testing.T) {
	for _, fields := range dataLines(scriptData) {
		for name := range strings.SplitSeq(fields[0], "+") {
			if unicode.Scripts[name] == nil {
				t.Errorf("no script %q", name)
			}
		}
		if !slices.Contains([]string{"alone", "ngrams", "group"}, fields[1]) {
			t.Errorf("%s: unknown %q", fields[0], fields[1])
		}
	}
}

func TestGroupsAreWellFormed(t *testing.T) {
	for _, g := range knowledge().groups {
		if len(g.members) < 2 {
			t.Errorf("the %s group of %v has %d members", g.script, g.members, len(g.members))
		}
	}
	entries, err := groupData.ReadDir("language/groups")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := groupData.ReadFile("language/groups/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		checkMarkers(t, entry.Name(), string(data))
	}
	checkMarkers(t, "words.txt", wordData)
}

// checkMarkers checks the lines of markers in one file: a weight, lower case, and
// no marker twice for one language.
func checkMarkers(t *testing.T, name, data string) {
	t.Helper()
	seen := map[string]bool{}
	for _, fields := range dataLines(data) {
		kind := "word"
		switch fields[0] {
		case "script", "among", "beside", "ngrams":
			continue
		case "letters":
			kind, fields = "letter", fields[1:]
		}
		if _, err := strconv.ParseFloat(fields[1], 64); err != nil {
			t.Errorf("%s: bad weight %q", name, fields[1])
		}
		for _, word := range fields[2:] {
			id := kind + " " + fields[0] + " " + word
			if word != strings.ToLower(word) {
				t.Errorf("%s: %q is not in lower case", name, word)
			}
			if seen[id] && kind == "word" {
				t.Errorf("%s: %s twice", name, id)
			}
			seen[id] = true
		}
	}
}
