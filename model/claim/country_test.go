package claim

import (
	"slices"
	"testing"

	"parallax/model"
)

// TestWordsLikeNamesOfCountries reads words whose stem is that of a country or of a
// people, and forms of the names themselves.
func TestWordsLikeNamesOfCountries(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		want       []string
	}{
		{"id", "Perkiraan cuaca berubah.", nil},
		{"id", "Muda dan tua hadir.", nil},
		{"id", "Pasukan Irak mundur.", []string{"IQ"}},
		{"ms", "Cubaan itu gagal. Peguam hadir.", nil},
		{"ms", "Kapal ke Cuba tiba.", []string{"CU"}},
		{"tr", "Çekmek istedi. Burada kaldı. Ben geldim.", nil},
		{"tr", "Alması gerekiyor. Maliye açıkladı.", nil},
		{"tr", "Irak'ta patlama oldu.", []string{"IQ"}},
		{"tr", "Türkiye'nin kararı.", []string{"TR"}},
		{"fa", "سود شرکت بالا رفت.", nil},
		{"fa", "مالیات در جنوب کم شد.", nil},
		{"fa", "ارتش سودان آمد.", []string{"SD"}},
		{"hi", "एक चीता मिला। माल आया।", nil},
		{"hi", "चीन ने कहा।", []string{"CN"}},
		{"ar", "ترك الكاميرا في البحر.", nil},
		{"ar", "وزير المالية وافق.", nil},
		{"ar", "وصل إلى تركيا.", []string{"TR"}},
		{"ar", "انسحبت للصين.", []string{"CN"}},
		{"he", "הוא ביקש להודות לכולם.", nil},
		{"he", "החיילים נכנסו להרוס בתים.", nil},
		{"he", "הוא טס לישראל.", []string{"IL"}},
		{"es", "Así fue. Gran noticia. Mal tiempo.", nil},
		{"es", "Llegó a Suecia.", []string{"SE"}},
		{"pt", "Câmara vota hoje. Sudoeste sofre.", nil},
		{"pt", "La noite. Las flores.", nil},
		{"ru", "Данные растут. Мало воды.", nil},
		{"ru", "Переговоры в России и Индонезии.", []string{"ID", "RU"}},
		{"pl", "Armia walczy. Mały dom.", nil},
		{"pl", "Rozmowy w Turcji.", []string{"TR"}},
		{"el", "Αιτία άγνωστη. Πέρα από αυτό.", nil},
		{"el", "Το σκάφος της Σουηδίας.", []string{"SE"}},
		{"sv", "Om det regnar. Kan du?", nil},
		{"de", "Die Truppen des Vereinigten Königreichs.", []string{"GB"}},
	} {
		var got []string
		for _, s := range Read(&model.Article{Language: tt.lang, Text: tt.text}).Sentences {
			for _, c := range slices.Concat(s.Countries, s.Peoples) {
				if !slices.Contains(got, c.Code) {
					got = append(got, c.Code)
				}
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s %q: countries %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}
