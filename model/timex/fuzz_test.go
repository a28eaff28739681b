package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/lexicon/cldr"
)

func FuzzFind(f *testing.F) {
	for _, row := range rows(f, "expressions.tsv", 4) {
		f.Add(row[2], row[0], row[1])
	}
	f.Fuzz(func(t *testing.T, text, lang, anchor string) {
		day, _ := model.ParseDate(anchor)
		checkSpans(t, text, Find(text, lang, day))
		Publication(text, lang)
	})
}

// checkSpans fails unless spans lie in the text, on rune boundaries (of valid text), in order and
// apart, and values are dates.
func checkSpans(t *testing.T, text string, found []Mention) {
	t.Helper()
	end := 0
	for _, m := range found {
		if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(text) {
			t.Fatalf("span %v after %d in %d bytes", m.Span, end, len(text))
		}
		end = m.Span.End
		for _, at := range []int{m.Span.Start, m.Span.End} {
			if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
				t.Fatalf("%d is inside a rune of %q", at, text)
			}
		}
		for _, d := range []model.Date{m.Value, m.Until} {
			if d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > model.DaysIn(d.Year, d.Month) || d.Year < 0 {
				t.Fatalf("%q is no date: %v", m.Span.Of(text), d)
			}
		}
	}
}

// TestSpansOfNoise puts expressions of every language into each other's noise.
func TestSpansOfNoise(t *testing.T) {
	var all strings.Builder
	for _, row := range rows(t, "expressions.tsv", 4) {
		all.WriteString(row[2] + " \xff–" + row[3] + "\n")
	}
	for _, lang := range append(cldr.Languages(), "", "und", "xx-YY") {
		checkSpans(t, all.String(), Find(all.String(), lang, model.Date{Year: 2023, Month: 7, Day: 12}))
	}
}

func BenchmarkFind(b *testing.B) {
	for _, lang := range []string{"en", "de", "id", "ru", "ar", "zh"} {
		var text strings.Builder
		for _, row := range rows(b, "prose.tsv", 2) {
			if row[0] == lang {
				text.WriteString(strings.Repeat(row[1]+"\n", 50))
			}
		}
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				Find(text.String(), lang, model.Date{Year: 2023, Month: 7, Day: 12})
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load("ru", "dmy")
	}
}

// TestLinear fails where a hostile text costs far more than plain text of its
// length would: what is done for a token does not hang on how many there are.
func TestLinear(t *testing.T) {
	const size, most = 20000, 100 // bytes; looks at tokens for each
	for _, piece := range []string{"1", "1 ", "10/10 ", "Monday ", "at ", "(", "about ", "1, ", "10–", "1.", "the ", "last ", "Nacht zum ", "三", "十", "日", "一", "10:10 ", "May ", "- ", "and ", "1 and "} {
		text := strings.Repeat(piece, size/len(piece))
		for _, lang := range []string{"en", "de", "zh", "vi"} {
			s := newScan(text, lang, model.Date{Year: 2023, Month: 7, Day: 12})
			checkSpans(t, text, s.mentions())
			if s.looks > most*len(text) {
				t.Errorf("%q in %s: %d looks at %d bytes", piece, lang, s.looks, len(text))
			}
		}
	}
}
