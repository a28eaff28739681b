package cell

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parallax/model"

	"github.com/google/go-cmp/cmp"
)

var methods = map[string]Method{"wide": Wide, "clusters": Clusters}

func all(text string) model.Span { return model.Span{End: len(text)} }

func wrapped(m Method, text string, width int) []string {
	var lines []string
	for _, l := range m.Wrap(text, all(text), width) {
		lines = append(lines, l.Of(text))
	}
	return lines
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"words", "the ferry Ostara caught fire", 12, []string{"the ferry", "Ostara", "caught fire"}},
		{"exact", "abc def", 7, []string{"abc def"}},
		{"empty", "", 10, []string{""}},
		{"blanks only", "   ", 10, []string{""}},
		{"blanks at the break", "abc      def", 4, []string{"abc", "def"}},
		{"paragraphs", "one\n\ntwo", 10, []string{"one", "", "two"}},
		{"too long a word", "Donaudampfschiff ab", 8, []string{"Donaudam", "pfschiff", "ab"}},
		{"after a hyphen", "Kosten-Nutzen", 8, []string{"Kosten-", "Nutzen"}},
		{"not in a date", "on 2017-07-10", 8, []string{"on", "2017-07-", "10"}},
		{"no-break space", "10\u00a0000 francs", 7, []string{"10\u00a0000", "francs"}},
		{"lone dashes", "war -- peace", 6, []string{"war --", "peace"}},
		{"French exclamation", "dit « non » !", 12, []string{"dit « non", "» !"}},
		{"Japanese", "洪水、五百世帯が", 6, []string{"洪水、", "五百世", "帯が"}},
		{"Japanese point not first", "冠水した。次", 8, []string{"冠水し", "た。次"}},
		{"Japanese bracket not last", "語る「は」", 6, []string{"語る", "「は」"}},
		{"number stays with counter", "合計17人", 6, []string{"合計", "17人"}},
		{"Korean", "서울에서 열린 회의", 10, []string{"서울에서", "열린 회의"}},
		{"Thai leading vowel not last", "กเข", 2, []string{"ก", "เข"}},
		{"wide character in a narrow column", "五百", 1, []string{"五", "百"}},
	}
	for _, tt := range tests {
		for name, m := range methods {
			if diff := cmp.Diff(tt.want, wrapped(m, tt.text, tt.width)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", tt.name, name, diff)
			}
		}
	}
}

func TestWrapWithinASpan(t *testing.T) {
	text := "headline\n\nIt began on Friday. It ended."
	s := strings.Index(text, "It began")
	lines := Wide.Wrap(text, model.Span{Start: s, End: s + len("It began on Friday.")}, 9)
	var got []string
	for _, l := range lines {
		got = append(got, l.Of(text))
	}
	if diff := cmp.Diff([]string{"It began", "on", "Friday."}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// checkWrap holds what is true of every wrapping: no line is too wide, spans
// rise and lie in the text, and nothing but blanks is left out.
func checkWrap(t *testing.T, m Method, text string, width int) {
	t.Helper()
	rest, last := 0, 0
	for _, l := range m.Wrap(text, all(text), width) {
		if l.Start < last || l.End < l.Start || l.End > len(text) {
			t.Fatalf("span %v after %d in %q", l.Span, last, text)
		}
		if got := m.Width(l.Of(text)); got > max(width, minWrap) || got != l.Width {
			t.Fatalf("line %q takes %d cells and says %d, of %d", l.Of(text), got, l.Width, width)
		}
		for _, r := range text[rest:l.Start] {
			if !isSpace(r) && r != '\n' {
				t.Fatalf("%q was left out of %q", r, text)
			}
		}
		rest, last = l.End, l.End
	}
	for _, r := range text[rest:] {
		if !isSpace(r) && r != '\n' {
			t.Fatalf("%q was left out at the end of %q", r, text)
		}
	}
}

var samples = []string{
	"The ferry Ostara caught fire — 11 nautical miles off Port Amble, with 214 people on board.",
	"नदी का पानी गुरुवार की सुबह बाँध के ऊपर से बहने लगा", "น้ำในแม่น้ำล้นเขื่อนในเช้าวันพฤหัสบดี",
	"تجاوزت مياه النهر السد صباح الخميس", "木曜日の朝、川の水が堤防を越え、「冠水」した。", "👨‍👩‍👧‍👦👩🏽‍🚒 ⚠️ 1️⃣ flags 🇩🇪🇫🇷",
	"e\u0301e\u0301 a\u200db", "aa\u3000bb　", "https://example.org/a/very/long/path?with=query&and=more", "\u0301\u0301", "가각\u1100\u1161",
}

func TestWrapNeverOverflows(t *testing.T) {
	for _, text := range samples {
		for _, m := range methods {
			for width := range 30 {
				checkWrap(t, m, text, width)
			}
		}
	}
}

func TestWrapIsLinear(t *testing.T) {
	for _, unit := range []string{"\u1100", "👨\u200d", "a\u0301\u0301", "a", "新", " "} {
		text := strings.Repeat(unit, 100_000)
		start := time.Now()
		for _, m := range methods {
			m.Wrap(text, all(text), 40)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q took %v", unit, took)
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range samples {
		f.Add(s, 12)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		for _, r := range text {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError {
				return // what is drawn has passed ui/safe
			}
		}
		for _, m := range methods {
			checkWrap(t, m, text, width%100)
		}
	})
}

func TestFitIsExact(t *testing.T) {
	for _, s := range samples {
		for name, m := range methods {
			for width := range 40 {
				if got := m.Width(m.Fit(s, width)); got != width {
					t.Errorf("%s: %q in %d takes %d", name, s, width, got)
				}
			}
		}
	}
}

func TestCut(t *testing.T) {
	tests := []struct {
		s     string
		width int
		want  string
	}{
		{"Harbour Gazette", 15, "Harbour Gazette"}, {"Harbour Gazette", 9, "Harbour…"}, {"海峡新報", 5, "海峡…"},
		{"海峡新報", 4, "海…"}, {"ab", 1, "…"}, {"ab", 0, ""}, {"ab", -3, ""},
	}
	for _, tt := range tests {
		if got := Wide.Cut(tt.s, tt.width); got != tt.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", tt.s, tt.width, got, tt.want)
		}
	}
}

func TestMethodsDiffer(t *testing.T) {
	family := "👨‍👩‍👧‍👦"
	if w, c := Wide.Width(family), Clusters.Width(family); w != 8 || c != 2 {
		t.Errorf("wide %d, clusters %d; want 8 and 2", w, c)
	}
}

func TestClip(t *testing.T) {
	if got := Wide.Clip("\x1b[1mabcdef\x1b[m", 3); Wide.Width(got) != 3 || !strings.Contains(got, "abc") {
		t.Errorf("Clip = %q", got)
	}
	if s := "\x1b[1mabc\x1b[m"; Wide.Clip(s, 3) != s {
		t.Error("Clip changed a line that fits")
	}
}

func TestRightToLeft(t *testing.T) {
	for s, want := range map[string]bool{"": false, "abc": false, "مرحبا": true, "שלום": true, "12 مرحبا": true, "«سلام»": true, "A سلام": false, "新聞": false} {
		if got := RightToLeft(s); got != want {
			t.Errorf("RightToLeft(%q) = %v", s, got)
		}
	}
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat(samples[0]+" ", 120)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Wide.Wrap(text, all(text), 60)
	}
}
