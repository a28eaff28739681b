package stem

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ lang, in, want string }{
		{"en", "Naïve CAFÉ", "naive cafe"},
		{"de", "Straße Öl", "strasse ol"},
		{"de", "STRASSE", "strasse"},
		{"fr", "Œuvre d’été", "oeuvre d'ete"},
		{"es", "Año acción", "año accion"},
		{"sv", "Ångström é", "ångström e"},
		{"da", "Ærø", "ærø"},
		{"en", "Ærø", "aero"},
		{"pl", "Łódź", "lodz"},
		{"vi", "Đường ĐẾN", "đường đến"},
		{"tr", "ISTANBUL İzmir", "ıstanbul izmir"},
		{"en", "ISTANBUL İzmir", "istanbul izmir"},
		{"ru", "Ёлка йод", "елка йод"},
		{"uk", "Їжак ґанок ЙОД", "їжак ганок йод"},
		{"el", "Υπουργός ΥΠΟΥΡΓΌΣ", "υπουργοσ υπουργοσ"},
		{"ar", "إِلَى أمريكــا مدينة", "الي امريكا مدينه"},
		{"fa", "می‌روند کتاب", "ميروند كتاب"},
		{"fa", "مي‌روند كتاب", "ميروند كتاب"},
		{"he", "שָׁלוֹם מלך", "שלומ מלכ"},
		{"hi", "सड़क सड़क", "सडक सडक"},
		{"ja", "ｶﾞｽ がく", "ガス がく"},
		{"ko", "대통령", "대통령"},
		{"zh", "ＡＢＣ１２３", "abc123"},
		{"xx", "Café", "cafe"},
		{"", "", ""},
	} {
		if got := Fold(tt.lang, tt.in); got != tt.want {
			t.Errorf("Fold(%q, %q) = %q, want %q", tt.lang, tt.in, got, tt.want)
		}
	}
}

func TestFoldKeepsWhatTellsWordsApart(t *testing.T) {
	for _, tt := range []struct{ lang, a, b string }{
		{"tr", "öldü", "oldu"}, {"es", "año", "ano"}, {"sv", "får", "far"},
		{"vi", "bán", "bạn"}, {"ru", "мой", "мои"}, {"uk", "її", "іі"},
	} {
		if Fold(tt.lang, tt.a) == Fold(tt.lang, tt.b) {
			t.Errorf("%s: %s and %s fold alike", tt.lang, tt.a, tt.b)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("tr", "İIıi")
	f.Add("ar", "ٱلْكِتَابُ")
	f.Add("vi", "a\u0301\xff")
	f.Fuzz(func(t *testing.T, lang, s string) {
		once := Fold(lang, s)
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%q, %q) = %q is not UTF-8", lang, s, once)
		}
		if twice := Fold(lang, once); twice != once {
			t.Errorf("Fold(%q, %q) = %q, again %q", lang, s, once, twice)
		}
	})
}
