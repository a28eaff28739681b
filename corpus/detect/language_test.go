package detect

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is one sentence and its language.
type sample struct{ tag, text string }

// samples reads testdata/language/sentences.txt.
func samples(t testing.TB) []sample {
	t.Helper()
	data, err := os.ReadFile("testdata/language/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for line := range strings.Lines(string(data)) {
		tag, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			t.Fatalf("bad line %q: use language, tab, sentence", line)
		}
		all = append(all, sample{tag, text})
	}
	return all
}

// documents joins the sentences of each language that has several.
func documents(t testing.TB) map[string]string {
	sentences := map[string][]string{}
	for _, s := range samples(t) {
		sentences[s.tag] = append(sentences[s.tag], s.text)
	}
	texts := map[string]string{}
	for tag, list := range sentences {
		if len(list) > 2 {
			texts[tag] = strings.Join(list, "\n\n")
		}
	}
	return texts
}

func TestLanguageOfSentences(t *testing.T) {
	for _, s := range samples(t) {
		if got := Language(s.text); got.Tag != s.tag {
			t.Errorf("%s: got %s (%.2f): %s", s.tag, got.Tag, got.Confidence, s.text)
		}
	}
}

func TestLanguageOfDocuments(t *testing.T) {
	texts := documents(t)
	if len(texts) != 23 {
		t.Fatalf("%d languages have a document, want 23", len(texts))
	}
	for tag, text := range texts {
		got := Language(text)
		if got.Tag != tag || got.Mixed != nil {
			t.Errorf("%s: got %+v", tag, got)
		}
		if got.Confidence < 0.85 || got.Confidence > 1 {
			t.Errorf("%s: confidence %.3f", tag, got.Confidence)
		}
	}
}

func TestLanguageTellsCloseOnesApart(t *testing.T) {
	for _, tt := range []struct{ tag, text string }{
		{"id", "Gubernur menyebut jumlah korban bisa bertambah"},
		{"ms", "Gabenor berkata jumlah mangsa boleh bertambah"},
		{"id", "Uang pajak dipakai untuk membeli mobil kantor"},
		{"ms", "Wang cukai digunakan untuk membeli kereta pejabat"},
		{"da", "Regeringen vil ikke hæve skatten efter mødet"},
		{"nb", "Regjeringen vil ikke heve skatten etter møtet"},
		{"nn", "Regjeringa vil ikkje auke skatten etter møtet"},
		{"sv", "Regeringen vill inte höja skatten efter mötet"},
		{"cs", "Vláda nechce zvýšit daně, řekl premiér"},
		{"sk", "Vláda nechce zvýšiť dane, povedal premiér"},
		{"pt", "O governo não quer aumentar os impostos"},
		{"es", "El gobierno no quiere aumentar los impuestos"},
		{"uk", "Уряд не хоче підвищувати податки"},
		{"ru", "Правительство не хочет повышать налоги"},
		{"bg", "Правителството не иска да повишава данъците"},
		{"fa", "دولت نمی‌خواهد مالیات را افزایش دهد"},
		{"ar", "الحكومة لا تريد رفع الضرائب"},
		{"ur", "حکومت ٹیکس نہیں بڑھانا چاہتی ہے"},
		{"zh", "首相辭職後內閣會議延期"},
		{"ja", "首相辞任で閣議延期"},
	} {
		if got := Language(tt.text); got.Tag != tt.tag {
			t.Errorf("%s: got %s (%.2f): %s", tt.tag, got.Tag, got.Confidence, tt.text)
		}
	}
}

func TestLanguageUnknown(t *testing.T) {
	for _, text := range []string{"", " \n\t", "12 345,6 % … 2020-01-02", "\xff\xfe\x00", "🙂🙃", "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ="} {
		if diff := cmp.Diff(Guess{Tag: "und"}, Language(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestLanguageIsLessSureOfLessText(t *testing.T) {
	long := documents(t)["ru"]
	short, _, _ := strings.Cut(long, " ")
	if a, b := Language(short).Confidence, Language(long).Confidence; a >= b-0.1 {
		t.Errorf("one word %.2f, document %.2f", a, b)
	}
}

func TestLanguageMixed(t *testing.T) {
	texts := documents(t)
	for _, tt := range []struct{ main, other string }{
		{"id", "en"}, {"de", "ru"}, {"ar", "fr"}, {"zh", "en"}, {"ko", "en"}, {"es", "uk"},
	} {
		text := strings.Repeat(texts[tt.main]+"\n\n", 2) + texts[tt.other]
		if tt.main == "zh" || tt.main == "ko" { // fewer bytes say as much
			text = strings.Repeat(texts[tt.main]+"\n\n", 4) + texts[tt.other]
		}
		got := Language(text)
		if got.Tag != tt.main || !slices.Equal(got.Mixed, []string{tt.other}) {
			t.Errorf("%s with %s: got %+v", tt.main, tt.other, got)
		}
	}
}

func TestLanguageNotMixed(t *testing.T) {
	texts := documents(t)
	for tag, aside := range map[string]string{
		"zh": "https://news.example.com/2019/07/10/a7f3c9e1b2d4xkqzj-vvbpqwrtz?ref=xjkqzwvbnm",
		"ja": "The mayor of Springfield said the harbour would open again.",
		"ru": "Mayor John Smith, Springfield Harbour Authority",
		"id": "Kata Presiden: \"We will open the harbour before the summer.\"",
	} {
		text := strings.Repeat(texts[tag]+"\n", 5) + aside
		if got := Language(text); got.Tag != tag || got.Mixed != nil {
			t.Errorf("%s: got %+v", tag, got)
		}
	}
}

func TestLanguageReadsTheWholeOfLongText(t *testing.T) {
	texts := documents(t)
	text := texts["en"] + "\n" + strings.Repeat(texts["tr"]+"\n", 400)
	if got := Language(text); got.Tag != "tr" {
		t.Errorf("got %+v", got)
	}
}

func TestLanguageIsDeterministic(t *testing.T) {
	var text strings.Builder
	for _, s := range samples(t) {
		fmt.Fprintln(&text, s.text)
	}
	want := Language(text.String())
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if diff := cmp.Diff(want, Language(text.String())); diff != "" {
				t.Error(diff)
			}
		})
	}
	group.Wait()
}

func TestPiecesLieInTheText(t *testing.T) {
	for tag, text := range documents(t) {
		text = strings.Repeat(text+"\n", 30)
		total := 0
		for _, piece := range pieces(text) {
			if !strings.Contains(text, piece) || len(piece) > pieceBytes+64 {
				t.Errorf("%s: bad piece %q", tag, piece)
			}
			total += len(piece)
		}
		if total > readBytes+16*64 || total < readBytes/2 {
			t.Errorf("%s: read %d bytes of %d", tag, total, len(text))
		}
	}
}

func FuzzLanguage(f *testing.F) {
	for _, s := range samples(f) {
		f.Add(s.text)
	}
	f.Add("\xff\xc3\x28" + strings.Repeat("ab\n", 9000))
	f.Fuzz(func(t *testing.T, text string) {
		got := Language(text)
		if got.Confidence < 0 || got.Confidence > 1 {
			t.Errorf("confidence %v", got.Confidence)
		}
		if got.Tag == "" || (got.Tag == "und") != (got.Confidence == 0) {
			t.Errorf("tag %q with confidence %v", got.Tag, got.Confidence)
		}
		if slices.Contains(got.Mixed, got.Tag) {
			t.Errorf("%q is mixed with itself: %v", got.Tag, got.Mixed)
		}
	})
}

func BenchmarkLanguage(b *testing.B) {
	texts := documents(b)
	for _, tag := range []string{"en", "id", "ru", "ar", "zh"} {
		text := strings.Repeat(texts[tag]+"\n\n", 6)
		b.Run(tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Language(text)
			}
		})
	}
}

func BenchmarkLanguageHeadline(b *testing.B) {
	for b.Loop() {
		Language("Jembatan ditutup setelah dua tiang ditemukan retak")
	}
}
