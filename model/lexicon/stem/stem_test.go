package stem

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// enough is the share of the groups of a language whose forms must all have one
// stem.
const enough = 0.85

// words reads testdata/LANG.txt: a line is the forms of one word, or "!" and
// two words that must stay apart.
func words(t testing.TB, lang string) (groups, apart [][]string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + lang + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(Lower(lang, line))
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case fields[0] == "!":
			apart = append(apart, fields[1:])
		default:
			groups = append(groups, fields)
		}
	}
	return groups, apart
}

// Lower lower-cases as the callers of Word do.
func Lower(lang, s string) string {
	if lang == "tr" {
		s = strings.NewReplacer("I", "ı", "İ", "i").Replace(s)
	}
	return strings.ToLower(s)
}

func tested(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no words to test", err)
	}
	var langs []string
	for _, p := range paths {
		langs = append(langs, strings.TrimSuffix(filepath.Base(p), ".txt"))
	}
	return langs
}

func TestFormsOfOneWordShareAStem(t *testing.T) {
	for _, lang := range tested(t) {
		t.Run(lang, func(t *testing.T) {
			groups, _ := words(t, lang)
			unified := 0
			for _, forms := range groups {
				stems := map[string]bool{}
				var shown []string
				for _, w := range forms {
					s := Word(lang, w)
					stems[s] = true
					shown = append(shown, w+"→"+s)
				}
				if len(stems) == 1 {
					unified++
				} else {
					t.Log(strings.Join(shown, " "))
				}
			}
			share := float64(unified) / float64(len(groups))
			t.Logf("%d of %d groups", unified, len(groups))
			if share < enough {
				t.Errorf("%.2f of the groups have one stem, want %.2f", share, enough)
			}
		})
	}
}

func TestOtherWordsStayApart(t *testing.T) {
	for _, lang := range tested(t) {
		_, apart := words(t, lang)
		for _, pair := range apart {
			a, b := Word(lang, pair[0]), Word(lang, pair[1])
			if a == b {
				t.Errorf("%s: %s and %s are both %q", lang, pair[0], pair[1], a)
			}
		}
	}
}
