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
		{"zh", "萬人罷工 萬國", "万人罢工 万国"},
		{"zh", "臺灣總統賴清德", "台湾总统赖清德"},
		{"zh", "Ａ臺", "a台"},
		{"ja", "臺灣 萬", "臺灣 萬"},
		{"vi", "hoà bình, hòa bình", "hòa bình, hòa bình"},
		{"vi", "Uỷ ban ủy", "ủy ban ủy"},
		{"vi", "khoẻ khỏe thuý thúy quý", "khỏe khỏe thúy thúy qúy"},
		{"vi", "tỷ tỉ Mỹ Mĩ bác sỹ bác sĩ", "tỉ tỉ mĩ mĩ bác sĩ bác sĩ"},
		{"vi", "tỷ", "tỉ"},
		{"hi", "पाँच पांच", "पांच पांच"},
		{"hi", "हिन्दी हिंदी सम्बन्ध", "हिंदी हिंदी संबंध"},
		{"hi", "क़ानून क़ानून कानून", "कानून कानून कानून"},
		{"hi", "बनाये बनाए रुपये रुपए", "बनाए बनाए रुपए रुपए"},
		{"fa", "علي على علی", "علي علي علي"},
		{"fa", "خانۀ خانه خانة", "خانه خانه خانه"},
		{"fa", "بیگانه‌هراسی", "بيگانههراسي"},
		{"ar", "علي على", "علي علي"},
		{"el", "ΝΕΕΣ νέες προϊόν", "νεεσ νεεσ προιον"},
		{"tr", "IŞIK ışık YARALI İLAN", "ışık ışık yaralı ilan"},
		{"he", "צה״ל צה\"ל ג׳ורג' ", "צה\"ל צה\"ל ג'ורג' "},
		{"de", "Fußball FUSSBALL Fussball", "fussball fussball fussball"},
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
		{"vi", "bán", "bạn"}, {"vi", "hóa", "hoa"}, {"vi", "thúy", "thụy"}, {"hi", "बाँध", "बाध"}, {"zh", "著", "着"}, {"ja", "東", "东"}, {"ru", "мой", "мои"}, {"uk", "її", "іі"},
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
	f.Add("vi", "kyỳ hoaùỷ")
	f.Add("hi", "न्न्तङ्ञ्चायेये")
	f.Add("zh", "乾蘇囌薴")
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
