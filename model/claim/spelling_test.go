package claim

import (
	"slices"
	"testing"

	"parallax/model"
	"parallax/model/lexicon"
)

// TestSpellingsMeetInTheirConcepts reads each text in two spellings: both are to
// mention the concept, over the bytes of the word as it stands there.
func TestSpellingsMeetInTheirConcepts(t *testing.T) {
	for _, tt := range []struct{ lang, concept, one, oneMark, other, otherMark string }{
		{"zh", "parliament", "台湾的国会大厦。", "国会", "臺灣的國會大廈。", "國會"},
		{"zh", "earthquake", "花莲发生地震。", "地震", "花蓮發生地震。", "地震"},
		{"vi", "peace", "Họ ký thỏa thuận hòa bình.", "hòa bình", "Họ kí thoả thuận hoà bình.", "hoà bình"},
		{"vi", "doctor", "Một bác sĩ bị bắt.", "bác sĩ", "Một bác sỹ bị bắt.", "bác sỹ"},
		{"hi", "law", "नया कानून बना।", "कानून", "नया क़ानून बना।", "क़ानून"},
		{"fa", "racism", "آنها با بیگانه‌هراسی مخالفند.", "بیگانه‌هراسی", "آنها با بیگانه هراسی مخالفند.", "بیگانه هراسی"},
		{"fa", "president", "رئیس جمهور سخن گفت.", "رئیس جمهور", "رئیس‌جمهور سخن گفت.", "رئیس‌جمهور"},
		{"fa", "ship", "كشتي غرق شد.", "كشتي", "کشتی غرق شد.", "کشتی"},
		{"tr", "injure", "yaralı sayısı arttı.", "yaralı", "YARALI SAYISI ARTTI.", "YARALI"},
		{"de", "street", "Die Straße ist gesperrt.", "Straße", "DIE STRASSE IST GESPERRT.", "STRASSE"},
		{"el", "police", "Η αστυνομία δεν μίλησε.", "αστυνομία", "Η ΑΣΤΥΝΟΜΙΑ ΔΕΝ ΜΙΛΗΣΕ.", "ΑΣΤΥΝΟΜΙΑ"},
		{"ru", "plane", "Самолёт упал.", "Самолёт", "Самолет упал.", "Самолет"},
	} {
		for _, side := range [2][2]string{{tt.one, tt.oneMark}, {tt.other, tt.otherMark}} {
			if got := marksOf(tt.lang, side[0], tt.concept); !slices.Contains(got, side[1]) {
				t.Errorf("%s %q: %s is in %q, want %q", tt.lang, side[0], tt.concept, got, side[1])
			}
		}
	}
}

// marksOf are the words of a text that mention a concept.
func marksOf(lang, text, concept string) (out []string) {
	d := Read(&model.Article{Language: lang, Text: text})
	for _, s := range d.Sentences {
		for _, m := range s.Mentions {
			if lexicon.Concepts()[m.Concept].Key == concept {
				out = append(out, text[s.Words[m.From].Span.Start:s.Words[m.To-1].Span.End])
			}
		}
	}
	return out
}

func TestNamesOfOneWayOfWritingStandOnlyInIt(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"東加外長抵達。", 1}, {"卡莉纳在中东加油。", 0}, {"汤加外长抵达。", 1}, {"馬利總統下台。", 1}, {"班马利文斯顿。", 0},
	} {
		d := Read(&model.Article{Language: "zh", Text: tt.text})
		if got := len(d.Sentences[0].Countries); got != tt.want {
			t.Errorf("%q: %d countries, want %d", tt.text, got, tt.want)
		}
	}
}
