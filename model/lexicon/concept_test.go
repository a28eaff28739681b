package lexicon

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// minConcepts is how many concepts the lexicon has at the least.
const minConcepts = 2600

var conceptHeader = strings.Fields("concept class against en de nl sv fr es pt it pl ru uk el tr ar fa he hi id ms vi zh ja ko")

var classes = []Class{
	EventClass, StateClass, RoleClass, GroupClass, ThingClass, PlaceClass, TimeClass, MeasureClass, QualityClass, SpeechClass, MindClass,
	DegreeClass, AbstractClass, LinkClass,
}

// scripts are what at least one letter of each form must be of; forms in capitals
// of the Latin alphabet, names of bodies and units, stand everywhere.
var scripts = map[string]*unicode.RangeTable{
	"ru": unicode.Cyrillic, "uk": unicode.Cyrillic, "el": unicode.Greek, "ar": unicode.Arabic, "fa": unicode.Arabic, "he": unicode.Hebrew,
	"hi": unicode.Devanagari, "ko": unicode.Hangul,
}

func TestConcepts(t *testing.T) {
	if n := len(Concepts()); n < minConcepts {
		t.Errorf("%d concepts, want %d", n, minConcepts)
	}
	names, err := fs.Glob(conceptFiles, "concepts/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(conceptFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
			cells := strings.Split(line, "\t")
			switch {
			case strings.HasPrefix(line, "#"):
			case n == 0 && !slices.Equal(cells, conceptHeader):
				t.Errorf("%s: the first line is %q", name, line)
			case n > 0:
				for _, fault := range conceptFaults(cells) {
					t.Errorf("%s:%d: %s: %s", name, n+1, cells[0], fault)
				}
			}
		}
	}
}

// conceptFaults says what is wrong with a row.
func conceptFaults(cells []string) (faults []string) {
	if len(cells) != len(conceptHeader) {
		return []string{"the row has too few cells or too many"}
	}
	if !slices.Contains(classes, Class(cells[1])) {
		faults = append(faults, "unknown class "+cells[1])
	}
	for _, other := range strings.FieldsFunc(cells[2], func(r rune) bool { return r == ',' }) {
		if _, ok := ConceptByKey(strings.TrimSpace(other)); !ok || other == cells[0] {
			faults = append(faults, "against "+other+", which is no other concept")
		}
	}
	for i, cell := range cells[firstLanguageColumn:] {
		tag := conceptHeader[firstLanguageColumn+i]
		if reason, ok := strings.CutPrefix(cell, "-"); ok && len(reason) > 2 {
			continue
		}
		for _, form := range strings.Split(cell, "|") {
			if form == "" || form != strings.Join(strings.Fields(form), " ") {
				faults = append(faults, tag+": the form "+form+" is empty or has stray spaces")
			}
			if s := scripts[tag]; s != nil && strings.IndexFunc(form, func(r rune) bool { return unicode.Is(s, r) }) < 0 && strings.ToUpper(form) != form {
				faults = append(faults, tag+": the form "+form+" is of another script")
			}
		}
	}
	return faults
}
