package claim

import (
	"slices"
	"testing"

	"parallax/model"
)

func TestSpeakers(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "“We lost the whole crew,” said Governor Anna Brook on Monday.", "Anna Brook"},
		{"de", "„Wir haben alles verloren“, sagte Bürgermeister Jonas Kettler am Montag.", "Jonas Kettler"},
		{"nl", "“We hebben alles verloren”, zei burgemeester Joost Verhaag maandag.", "Joost Verhaag"},
		{"sv", "– Vi har förlorat allt, säger Karin Ekdal.", "Karin Ekdal"},
		{"fr", "« Nous avons tout perdu », a déclaré le maire Luc Berthaud.", "Luc Berthaud"},
		{"es", "«Lo hemos perdido todo», dijo el alcalde Pablo Urrutia.", "Pablo Urrutia"},
		{"ru", "— Мы потеряли всё, — сказал Олег Деревянко.", "Олег Деревянко"},
		{"ru", "«Мы потеряли всё», — заявил президент Турции Реджеп Эрдоган.", "Реджеп Эрдоган"},
		{"tr", "\"Her şeyi kaybettik\" dedi Bülent Karasu.", "Bülent Karasu"},
		{"ar", "وقال الرئيس الفرنسي ماكرون: «لقد خسرنا كل شيء».", "ماكرون"},
		{"fa", "«ما همه چیز را از دست دادیم»، این را اردوغان گفت.", "اردوغان"},
		{"he", "\"איבדנו את הכל\", אמר ראש הממשלה נתניהו.", "נתניהו"},
		{"zh", "“我们失去了一切，”普京说。", "普京"},
		{"ja", "エルドアン大統領は「私たちはすべてを失った」と述べた。", "エルドアン"},
		{"ko", "푸틴 대통령은 \"우리는 모든 것을 잃었다\"고 말했다.", "푸틴"},
	} {
		d := Read(&model.Article{Language: tt.lang, Text: tt.text})
		got := ""
		for _, s := range d.Sentences {
			for _, q := range s.Quotes {
				if q.Speaker.Known() {
					got = d.Sentences[q.Speaker.Index].Names[q.Speaker.Name].Span.Of(tt.text)
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s %q: speaker %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestUncasedNames(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"zh", "发言人安德烈·库兹涅佐夫表示同意。", "安德烈·库兹涅佐夫"},
		{"zh", "特朗普在华盛顿发表讲话。", "华盛顿"},
		{"ja", "ジョン・スミス氏は東京で記者会見した。", "ジョン・スミス"},
		{"ja", "モスクワで会談が行われた。", "モスクワ"},
		{"ko", "볼턴스키 장관은 회의에 참석했다.", "볼턴스키"},
		{"ar", "التقى الوزير كارتلوفيتش رئيس الوفد.", "كارتلوفيتش"},
		{"he", "השר קרטלוביץ הגיע למוסקבה.", "קרטלוביץ"},
		{"hi", "मंत्री कार्तलोविच ने बैठक की।", "कार्तलोविच"},
	} {
		d := Read(&model.Article{Language: tt.lang, Text: tt.text})
		var got []string
		for _, s := range d.Sentences {
			for _, n := range s.Names {
				got = append(got, n.Span.Of(tt.text))
			}
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("%s %q: names %q, want %q among them", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestSharedKey(t *testing.T) {
	const want = "#xi-jinping"
	for lang, text := range map[string]string{
		"en": "Yesterday Xi Jinping left.", "zh": "昨天习近平离开了。", "ja": "昨日、習近平国家主席が出発した。", "ko": "어제 시진핑 주석이 떠났다.",
		"ar": "غادر شي جين بينغ أمس.", "fa": "شی جین‌پینگ دیروز رفت.", "hi": "शी जिनपिंग कल चले गए।", "ru": "Вчера Си Цзиньпин уехал.",
	} {
		d := Read(&model.Article{Language: lang, Text: text})
		found := false
		for _, n := range d.Sentences[0].Names {
			found = found || slices.Contains(n.Keys, want)
		}
		if !found {
			t.Errorf("%s %q: names %v have no key %s", lang, text, d.Sentences[0].Names, want)
		}
	}
}

func TestSameKey(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Peskov", "Песков", true}, {"Peskow", "Песков", true}, {"Putin", "بوتين", true}, {"Putin", "פוטין", true}, {"Lavrov", "ラブロフ", true},
		{"Alexander", "Александр", true}, {"Trump", "트럼프", true}, {"Dschibuti", "Djibouti", true}, {"Brandt", "Morales", false}, {"Kartal", "Aksoylu", false}, {"Hale", "Hall", true},
	} {
		if got := SameKey(Skeleton(tt.a), Skeleton(tt.b)); got != tt.want {
			t.Errorf("%s (%s) and %s (%s): same %v", tt.a, Skeleton(tt.a), tt.b, Skeleton(tt.b), got)
		}
	}
}
