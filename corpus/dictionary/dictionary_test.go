package dictionary

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGloss(t *testing.T) {
	s := Open("testdata", "no such folder")
	for _, tt := range []struct {
		word, from, to string
		want           []string
	}{
		{"Knickbein", "de", "en", []string{"bent leg", "knee-walker"}},
		{"Murmelhaus", "de", "en", []string{"marble house", "house of murmurs", "whisper", "muttering"}},
		{"Murmelhäusern", "de", "en", []string{"marble house", "house of murmurs", "whisper", "muttering"}},
		{"Quastungen", "de", "en", []string{"tasselling"}}, // inflected; explanations are no translations
		{"zwirbelte", "de", "en", []string{"to twirl", "to spin"}},
		{"ZWIRBELN", "de", "en", []string{"to twirl", "to spin"}},
		{"memilin", "id", "en", []string{"spin", "twirl"}}, // the other direction
		{"dipilin", "id", "en", []string{"spin", "twirl"}},
		{"zwirbeln", "de", "id", []string{"memilin", "memutar"}}, // through English
		{"捻る", "ja", "en", []string{"to twist", "to puzzle over"}},
		{"捻る", "ja", "id", nil},
		{"Haus", "de", "en", nil},
		{"", "de", "en", nil},
		{"whisper", "en", "en", nil},
		{"whisper", "en", "id", []string{"bisikan halus"}},
		{"whisper", "en", "xx", nil},
	} {
		if d := cmp.Diff(tt.want, s.Gloss(tt.word, tt.from, tt.to)); d != "" {
			t.Errorf("%s, %s to %s: %s", tt.word, tt.from, tt.to, d)
		}
		if d := cmp.Diff(tt.want, s.Gloss(tt.word, tt.from, tt.to)); d != "" {
			t.Errorf("%s, %s to %s, asked again: %s", tt.word, tt.from, tt.to, d)
		}
	}
	var none *Set
	if got := none.Gloss("whisper", "en", "id"); got != nil {
		t.Errorf("no dictionaries: %q", got)
	}
}

func TestSources(t *testing.T) {
	s := Open("testdata", "testdata")
	var got []string
	for _, src := range s.Sources() {
		n, err := s.Headwords(src)
		if err != nil {
			t.Error(err)
		}
		got = append(got, src.From+"-"+src.To+strings.Repeat(" word", n))
	}
	want := []string{"de-en word word word word word word", "en-id word word word word word", "ja-en word"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestDamagedFilesAreNamed(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"freedict-deu-eng.index": "wort\tA\tB\n", "freedict-deu-eng.dict.dz": "not packed at all",
		"freedict-fra-eng.index": "no tab\nmot\tA\nmot\t%%\tB\nloin\tZZZZZ\tB\nmot\tA\tM\n", "freedict-fra-eng.dict": "mot\nword\n",
		"freedict-ita-eng.index": "alone\tA\tB\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := Open(dir)
	if _, err := s.Headwords(Source{From: "de", To: "en"}); err == nil || !strings.Contains(err.Error(), "freedict-deu-eng.dict.dz") {
		t.Errorf("want an error that names the file, got %v", err)
	}
	if got := s.Gloss("wort", "de", "en"); got != nil {
		t.Errorf("a damaged dictionary has %q", got)
	}
	if d := cmp.Diff([]string{"word"}, s.Gloss("mot", "fr", "en")); d != "" {
		t.Error(d)
	}
	if got := s.Gloss("loin", "fr", "en"); got != nil {
		t.Errorf("an entry behind the end: %q", got)
	}
	if got := len(s.Sources()); got != 2 {
		t.Errorf("%d dictionaries, want 2: an index alone is none", got)
	}
}

func TestUnsortedIndexIsSorted(t *testing.T) {
	x, err := newIndex([]byte("zebra\tA\tB\nant\tB\tC\nmole\tC\tD\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range x.lines {
		got = append(got, string(x.word(i)))
	}
	if d := cmp.Diff([]string{"ant", "mole", "zebra"}, got); d != "" {
		t.Error(d)
	}
}

func TestDictzipReadsAcrossPieces(t *testing.T) {
	packed, err := os.ReadFile("testdata/freedict-deu-eng.dict.dz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := newDictzip(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	var whole []byte
	for at := int64(0); ; at += 7 {
		p := make([]byte, 7)
		n, err := z.ReadAt(p, at)
		whole = append(whole, p[:n]...)
		if err != nil {
			break
		}
	}
	text := string(whole)
	if !strings.HasPrefix(text, "00-database-info\n") || !strings.HasSuffix(text, "twirl a moustache\n") {
		t.Errorf("read %q", text)
	}
	again := make([]byte, 300)
	if n, _ := z.ReadAt(again, 50); string(again[:n]) != text[50:50+n] || n != 300 {
		t.Errorf("%d bytes from the middle differ", n)
	}
}

func TestTermsAreClean(t *testing.T) {
	for entry, want := range map[string][]string{
		"w\na\u202eb, good\u0007, <b, plain": {"plain"},
		"w\none two three four five, short":  {"short"},
		"w\n1. alpha 2.\nexplained":          {"alpha"},
		"w\nĳsje, ĳsje":                      {"ijsje"},
		"w\n(only a note)\nreal":             {"real"},
		"w":                                  nil,
	} {
		if d := cmp.Diff(want, terms(entry)); d != "" {
			t.Errorf("%q: %s", entry, d)
		}
	}
}

func FuzzIndex(f *testing.F) {
	f.Add([]byte("ant\tB\tC\nzebra\tA\tB\n"), "ant")
	f.Add([]byte("\t\t\n\t//////////\tA\n\r\n"), "")
	f.Fuzz(func(t *testing.T, data []byte, word string) {
		x, err := newIndex(data)
		if err != nil {
			return
		}
		for i := range x.lines {
			if p, ok := x.place(i); ok && (p.at < 0 || p.size < 0 || p.size > maxEntry) {
				t.Fatalf("line %d: %+v", i, p)
			}
			if i > 0 && bytes.Compare(x.word(i-1), x.word(i)) > 0 {
				t.Fatalf("line %d is not sorted", i)
			}
		}
		x.from(word, func(_ int, w string) bool {
			if !strings.HasPrefix(w, word) {
				t.Fatalf("%q does not begin with %q", w, word)
			}
			return true
		})
	})
}

func FuzzTerms(f *testing.F) {
	f.Add("word /x/ <n>\n1. one, two (of a kind)\n   Synonym: {three}\n")
	f.Add("w\nI.  <V> 1.  a (b [c) d] <e {f} //g// 2.\n")
	f.Fuzz(func(t *testing.T, entry string) {
		for _, term := range terms(entry) {
			if !plain(term) || len(strings.Fields(term)) > maxTermWords {
				t.Fatalf("%q", term)
			}
		}
	})
}

func FuzzDictzip(f *testing.F) {
	packed, err := os.ReadFile("testdata/freedict-deu-eng.dict.dz")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed, int64(50))
	f.Add(packed[:40], int64(0))
	f.Fuzz(func(t *testing.T, data []byte, at int64) {
		z, err := newDictzip(bytes.NewReader(data))
		if err != nil {
			return
		}
		_, _ = z.ReadAt(make([]byte, 100), at)
	})
}
