package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/lexicon"
)

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, lang, text string
		want             []string
	}{
		{"plain", "en", "One left. Two stayed! Did three? Yes.", []string{"One left.", "Two stayed!", "Did three?", "Yes."}},
		{"abbreviation", "en", "Mr. Brook met Sen. Hale at 5 p.m. on Monday. They agreed.", []string{"Mr. Brook met Sen. Hale at 5 p.m. on Monday.", "They agreed."}},
		{"initial", "en", "J. K. Marsh spoke. He left.", []string{"J. K. Marsh spoke.", "He left."}},
		{"ordinal day", "de", "Die Zahlung beginnt am 26. November. Danach ist Schluss.", []string{"Die Zahlung beginnt am 26. November.", "Danach ist Schluss."}},
		{"number", "de", "Es waren ca. 3.500 Menschen da. Rund 40 Mio. Euro fehlen.", []string{"Es waren ca. 3.500 Menschen da.", "Rund 40 Mio. Euro fehlen."}},
		{"figure begins", "de", "Es starben 17 Menschen. 67 der 95 überlebten am 3. Mai.", []string{"Es starben 17 Menschen.", "67 der 95 überlebten am 3. Mai."}},
		{"dateline", "en", "ASTANA, July 3. /KAZ/. Two men left. They were late.", []string{"ASTANA, July 3. /KAZ/. Two men left.", "They were late."}},
		{"closing quote goes on", "de", "„Wir gehen.“, sagte sie. Er blieb.", []string{"„Wir gehen.“, sagte sie.", "Er blieb."}},
		{"paragraphs", "id", "Kapal tenggelam\n\nKapal itu karam pukul 14.30 Wita. Semua selamat.", []string{"Kapal tenggelam", "Kapal itu karam pukul 14.30 Wita.", "Semua selamat."}},
		{"chinese", "zh", "仪式在该市举行。双方代表签字！", []string{"仪式在该市举行。", "双方代表签字！"}},
		{"hindi", "hi", "चार लोग रिहा हुए। दो भारतीय हैं।", []string{"चार लोग रिहा हुए।", "दो भारतीय हैं।"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Sentences(tt.text, lexicon.Of(tt.lang)) {
				got = append(got, s.Span.Of(tt.text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParagraphNumbers(t *testing.T) {
	got := Sentences("Title\n\nOne left. Two stayed.\n\n\nThree.", lexicon.Of("en"))
	var paragraphs []int
	for _, s := range got {
		paragraphs = append(paragraphs, s.Paragraph)
	}
	if diff := cmp.Diff([]int{0, 1, 1, 2}, paragraphs); diff != "" {
		t.Error(diff)
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "The unit's 1,250 men, said Mr. Smith-Jones.", "The unit s 1,250 men | said Mr | Smith Jones"},
		{"zh", "约68亿美元。", "约 68 亿 美 元"},
		{"ja", "ベトナムの次官", "ベトナム の 次 官"},
		{"fr", "l’eau n'est pas à vendre", "l eau n est pas à vendre"},
	} {
		l := lexicon.Of(tt.lang)
		if tt.lang == "zh" || tt.lang == "ja" {
			l = &lexicon.Language{Tag: tt.lang}
		}
		var got []string
		for _, w := range Words(tt.text, model.Span{End: len(tt.text)}, l) {
			if w.Gap {
				got = append(got, "|")
			}
			got = append(got, w.Span.Of(tt.text))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("Mr. A. said: “No.” \n\n 3. Mai, 68亿。", "de")
	f.Fuzz(func(t *testing.T, text, tag string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		lang := lexicon.Of(tag)
		last := 0
		for _, s := range Sentences(text, lang) {
			if s.Span.Start < last || s.Span.Len() == 0 || !utf8.ValidString(s.Span.Of(text)) {
				t.Fatalf("bad sentence %v after %d", s.Span, last)
			}
			at := s.Span.Start
			for _, w := range Words(text, s.Span, lang) {
				if w.Span.Start < at || w.Span.End > s.Span.End || w.Span.Len() == 0 || !utf8.ValidString(w.Span.Of(text)) {
					t.Fatalf("bad word %v in %v", w.Span, s.Span)
				}
				at = w.Span.End
			}
			last = s.Span.End
		}
	})
}
