package stem

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
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
		fields := strings.Fields(lower(lang, line))
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

// lower lower-cases as the callers of Word do.
func lower(lang, s string) string {
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

func TestWordOfUnknownLanguageIsFolded(t *testing.T) {
	for _, lang := range []string{"", "xx", "und", "zh-Hant"} {
		if got := Word(lang, "évacués"); got != "evacues" {
			t.Errorf("%q: got %q", lang, got)
		}
	}
	if a, b := Word("pt-BR", "eleições"), Word("pt", "eleições"); a != b {
		t.Errorf("pt-BR %q, pt %q", a, b)
	}
}

func TestLongWordsAreNotStemmed(t *testing.T) {
	word := strings.Repeat("running", 40)
	if got := Word("en", word); got != word {
		t.Errorf("got %q", got)
	}
}

func TestConcurrentUse(t *testing.T) {
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for _, lang := range []string{"id", "ru", "tr", "ar", "ko"} {
				if a, b := Word(lang, "abcdef"), Word(lang, "abcdef"); a != b {
					t.Errorf("%d: %s: %q, then %q", i, lang, a, b)
				}
			}
		})
	}
	group.Wait()
}

func FuzzWord(f *testing.F) {
	for _, seed := range []string{"en running", "id mempertanggungjawabkan", "tr evlerimizden", "ar والاستقبال", "ko 발표했다고", "ja 食べられた", "he וכשמהבית", "fr \xff'", "hu é"} {
		lang, word, _ := strings.Cut(seed, " ")
		f.Add(lang, word)
	}
	f.Fuzz(func(t *testing.T, lang, word string) {
		if !utf8.ValidString(word) {
			t.Skip("words are valid UTF-8")
		}
		got := Word(lang, word)
		if !utf8.ValidString(got) {
			t.Errorf("Word(%q, %q) = %q is not UTF-8", lang, word, got)
		}
		if again := Word(lang, word); again != got {
			t.Errorf("Word(%q, %q) = %q, then %q", lang, word, got, again)
		}
	})
}

func BenchmarkWord(b *testing.B) {
	for _, lang := range tested(b) {
		groups, _ := words(b, lang)
		var all []string
		for _, forms := range groups {
			all = append(all, forms...)
		}
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				Word(lang, all[i%len(all)])
				i++
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, lang := range []string{"en", "id", "ko"} {
		b.Run(lang, func(b *testing.B) {
			for b.Loop() {
				read(lang)
			}
		})
	}
}

func ExampleWord() {
	fmt.Println(Word("id", "pengiriman") == Word("id", "dikirimkan"))
	fmt.Println(Word("en", "police") == Word("en", "policy"))
	// Output:
	// true
	// false
}
