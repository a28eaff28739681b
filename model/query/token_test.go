package query

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/model"

	"github.com/google/go-cmp/cmp"
)

// tokens lists tokens; "+" stands before those beside the one before.
func tokens(text string, asked bool) []string {
	list := []string{}
	Tokens(text, asked, func(t Token) bool {
		s := t.Text
		if t.Beside {
			s = "+" + s
		}
		list = append(list, s)
		return true
	})
	return list
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct {
		text          string
		kept, askedIs string // askedIs "" is as kept
	}{
		{"", "", ""},
		{"The Coast-Guard's 17 boats.", "the coast guard s 17 boats", ""},
		{"FÄHRE Straße naïve", "fahre strasse naive", ""},
		{"Президент ЁЛКА Ωμέγας", "президент елка ωμεγασ", ""},
		{"大統領", "大統 統領 +領", "大統 統領"},
		{"火", "火", ""},
		{"北京 government火", "北京 +京 government 火", "北京 government 火"},
		{"대통령은", "대통 통령 령은 +은", "대통 통령 령은"},
		{"รัฐ", "รั ัฐ +ฐ", "รั ัฐ"},
		{"می\u200cخواهم", "ميخواهم", ""},
		{"co\u00adoperate", "cooperate", ""},
		{"\u0301 \u200d", "", ""},
		{"a\xffb", "a b", ""},
	} {
		if got := strings.Join(tokens(tt.text, false), " "); got != tt.kept {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.kept)
		}
		want := tt.askedIs
		if want == "" {
			want = tt.kept
		}
		if got := strings.Join(tokens(tt.text, true), " "); got != want {
			t.Errorf("%q asked for: %q, want %q", tt.text, got, want)
		}
	}
}

func TestLongWordsAreCutAtACharacter(t *testing.T) {
	for _, word := range []string{strings.Repeat("x", 500), strings.Repeat("ж", 500), "x" + strings.Repeat("ж", 500)} {
		got := tokens(word, false)
		if len(got) != 1 || len(got[0]) > maxWord || !utf8.ValidString(got[0]) {
			t.Errorf("%.20q…: %q", word, got)
		}
	}
}

// FuzzTokens holds the spans of tokens inside of the text, in order, and a word
// that is searched for to what is kept of it.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"The ferry", "北京政府 said", "รัฐบาล", "a\xffb\u0301", "½ ﬁ İ ǅ", strings.Repeat("ж", 60)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		start, end := 0, 0
		Tokens(s, false, func(k Token) bool {
			if k.Text == "" || k.Start < start || k.End <= k.Start || k.End > len(s) || k.End < end {
				t.Errorf("%q: %+v after [%d,%d)", s, k, start, end)
			}
			start, end = k.Start, k.End
			if k.Beside {
				start = 0
			}
			return true
		})
		if strings.ContainsAny(s, "\"") || !searchable(s) {
			return
		}
		if q := (Query{Words: []string{s}}); !q.Matcher()(&model.Article{Text: s}) {
			t.Errorf("%q is not found in itself: %q, kept %q", s, tokens(s, true), tokens(s, false))
		}
	})
}

func TestHits(t *testing.T) {
	text := "The ferry sank. Ferries and the FERRY; 北京政府."
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"ferry", []string{"ferry", "FERRY"}},
		{"ferr*", []string{"ferry", "Ferries", "FERRY"}},
		{`"the ferry"`, []string{"The ferry", "the FERRY"}},
		{"北京政府 sank", []string{"sank", "北京政府"}},
		{"-ferry", nil},
	} {
		q, err := Parse(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range q.Hits(text) {
			got = append(got, s.Of(text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.query, diff)
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	for name, text := range map[string]string{
		"latin":    strings.Repeat("The coast guard said on Monday that 17 people died. ", 50),
		"cyrillic": strings.Repeat("Береговая охрана сообщила в понедельник о гибели людей. ", 30),
		"han":      strings.Repeat("海岸警卫队周一表示有十七人死亡。", 50),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Tokens(text, false, func(Token) bool { return true })
			}
		})
	}
}
