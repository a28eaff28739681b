package decode

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// samples are reports in the languages that old charsets were used for.
var samples = map[string]string{
	"pl": "Rząd przyjął w środę projekt ustawy, który ma zaostrzyć zasady przyznawania pomocy. Minister powiedział, że zmiany obejmą około trzystu tysięcy osób.",
	"cs": "Vláda ve středu schválila návrh zákona, který má zpřísnit podmínky pro získání podpory. Ministr řekl, že změny začnou platit příští rok.",
	"hu": "A kormány szerdán elfogadta a törvényjavaslatot, amely szigorítja a támogatás feltételeit. A miniszter szerint a változás jövőre lép életbe.",
	"de": "Die Regierung hat am Mittwoch beschlossen, die Hürden für Zuschüsse zu erhöhen. Die Änderungen gälten nächstes Jahr, sagte die Ministerin.",
	"fr": "Le gouvernement a adopté mercredi un projet de loi qui durcit les règles. Les changements s'appliqueront l'année prochaine, a déclaré la ministre.",
	"it": "Il governo ha approvato mercoledì la legge: la povertà è più diffusa di quanto si pensi, così ha detto il ministro.",
	"nl": "De regering besloot woensdag de regels aan te scherpen, zei de minister, die ook financiële steun voor België noemde.",
	"tr": "Hükümet çarşamba günü yardım koşullarını ağırlaştıran yasa tasarısını kabul etti. Bakan, değişikliğin gelecek yıl başlayacağını söyledi.",
	"ru": "Правительство в среду одобрило законопроект, который ужесточает условия помощи. Министр сказал, что изменения коснутся трёхсот тысяч человек.",
	"uk": "Уряд у середу схвалив законопроєкт, який посилює умови допомоги. Міністр сказав, що зміни торкнуться її отримувачів з наступного року.",
	"el": "Η κυβέρνηση ανακοίνωσε την Τετάρτη ότι θα αυξήσει τον κατώτατο μισθό. Ο υπουργός είπε πως το μέτρο αφορά μισό εκατομμύριο εργαζόμενους.",
	"he": "הממשלה אישרה ביום רביעי את הצעת החוק להעלאת שכר המינימום. השר אמר כי השינוי ייכנס לתוקף בחודש הבא.",
	"ar": "وافقت الحكومة الأربعاء على مشروع قانون يشدد شروط المساعدات. وقال الوزير إن التغييرات ستشمل نحو ثلاثمئة ألف شخص.",
	"th": "รัฐบาลประกาศเมื่อวันพุธว่าจะขึ้นค่าแรงขั้นต่ำตั้งแต่เดือนหน้า รัฐมนตรีกล่าวว่ามาตรการนี้จะช่วยแรงงานประมาณห้าแสนคน",
	"zh": "政府周三通过了一项法案，收紧补助的条件。部长表示，这些变化将从明年开始，涉及约三十万人。反对党批评这一决定，并要求举行公开听证会。",
	"tw": "政府週三通過了一項法案，收緊補助的條件。部長表示，這些變化將從明年開始，涉及約三十萬人。反對黨批評這一決定，並要求舉行公開聽證會。",
	"ja": "政府は水曜日、支援の条件を厳しくする法案を決めた。大臣は、変更は来年から始まり、およそ三十万人に及ぶと述べた。野党は説明が足りないと批判している。",
	"ko": "정부는 수요일 지원 조건을 강화하는 법안을 의결했다. 장관은 내년부터 시행되며 약 삼십만 명이 영향을 받는다고 말했다. 야당은 공청회를 요구했다.",
}

func encoded(t testing.TB, enc encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestCharsetIsGuessed(t *testing.T) {
	for _, tt := range []struct{ lang, name string }{
		{"pl", "windows-1250"}, {"pl", "iso-8859-2"}, {"cs", "windows-1250"}, {"cs", "iso-8859-2"}, {"hu", "windows-1250"}, {"de", "windows-1252"},
		{"fr", "windows-1252"}, {"it", "windows-1252"}, {"nl", "windows-1252"}, {"tr", "windows-1254"}, {"ru", "windows-1251"}, {"ru", "koi8-r"},
		{"ru", "iso-8859-5"}, {"ru", "ibm866"}, {"uk", "windows-1251"}, {"uk", "koi8-u"}, {"el", "windows-1253"}, {"el", "iso-8859-7"},
		{"he", "windows-1255"}, {"ar", "windows-1256"}, {"ar", "iso-8859-6"}, {"th", "windows-874"}, {"zh", "gbk"}, {"zh", "gb18030"},
		{"tw", "big5"}, {"ja", "shift_jis"}, {"ja", "euc-jp"}, {"ko", "euc-kr"},
	} {
		enc, err := htmlindex.Get(tt.name)
		if err != nil {
			t.Fatal(err)
		}
		if got := toUTF8(encoded(t, enc, samples[tt.lang]), "", false); got != samples[tt.lang] {
			t.Errorf("%s in %s: %q", tt.lang, tt.name, got)
		}
	}
}

func TestWideCharsets(t *testing.T) {
	for _, lang := range []string{"de", "ru", "ar", "zh"} {
		s := samples[lang] + "\n" + samples[lang] + " 2020, ok.\n"
		for name, enc := range map[string]encoding.Encoding{
			"LE": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "BE": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
			"LE, marked": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "BE, marked": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		} {
			pages, skips := readAll(t, string(encoded(t, enc, s)), Options{})
			if len(pages) != 1 || pages[0].Text != s {
				t.Errorf("%s in UTF-16 %s: %q %v", lang, name, texts(pages), skips)
			}
		}
	}
}

func TestDeclaredCharset(t *testing.T) {
	cyrillic, err := htmlindex.Get("windows-1251")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, in, declared, want string }{
		{"declared", string(encoded(t, cyrillic, "Да")), "windows-1251", "Да"},
		{"declared otherwise than it is", samples["ru"], "windows-1251", samples["ru"]},
		{"declared as UTF-8 and old", string(encoded(t, cyrillic, samples["ru"])), "utf-8", samples["ru"]},
		{"mark before declaration", "\xEF\xBB\xBFДа", "windows-1251", "Да"},
		{"unknown name", "Größe", "x-unknown", "Größe"},
		{"broken UTF-8", "Größe\xff und Übung", "", "Größe\ufffd und Übung"},
		{"broken UTF-8, declared", "Größe\xff", "utf-8", "Größe\ufffd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := toUTF8([]byte(tt.in), tt.declared, false); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	for in, want := range map[string]string{
		`<meta charset="KOI8-R">`: "koi8-r", `<meta http-equiv=Content-Type content="text/html; charset=big5">`: "big5",
		`<?xml version="1.0" encoding='iso-8859-2'?>`: "iso-8859-2", `<p>no</p>`: "", `charset=""; charset=utf-8`: "utf-8",
	} {
		if got := declaredCharset([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzCharset(f *testing.F) {
	f.Add([]byte("Gr\xfc\xdfe"), "utf-8")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		if s := toUTF8(data, declared, false); !utf8.ValidString(s) {
			t.Errorf("%q", s)
		}
	})
}
