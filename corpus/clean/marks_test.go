package clean

import (
	"io/fs"
	"strings"
	"testing"
)

func TestData(t *testing.T) {
	known := map[mark]bool{markRead: true, markTail: true, markComments: true, markShare: true, markCredit: true, markBy: true, markEditor: true,
		markNotice: true, markLabel: true, markUpdate: true, markToday: true, markNav: true, markPost: true, markSource: true}
	for _, lang := range strings.Fields("en de nl sv fr es pt it pl ru uk el tr ar fa he hi id ms vi zh ja ko") {
		data, err := fs.ReadFile(files, "data/"+lang+".txt")
		if err != nil {
			t.Error(err)
			continue
		}
		found := map[mark]bool{}
		for l := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
			name, list, ok := strings.Cut(l, ": ")
			if !ok || !known[mark(name)] || found[mark(name)] {
				t.Errorf("%s: bad line %.40q", lang, l)
			}
			found[mark(name)] = true
			for p := range strings.SplitSeq(list, " | ") {
				if inner := strings.Trim(p, "~$"); len(inner) < keyLen || inner != p && strings.HasPrefix(p, "~") && len(inner) < insideLen || strings.Contains(p, "|") {
					t.Errorf("%s: %s: bad phrase %q", lang, name, p)
				}
			}
		}
		for m := range known {
			if !found[m] {
				t.Errorf("%s has no words for %q", lang, m)
			}
		}
	}
}

func TestKind(t *testing.T) {
	tests := []struct {
		text, lang string
		want       kind
	}{
		{"Read also: Ticket prices to rise in August", "en", linked},
		{"Baca juga", "id", linked},
		{"اقرأ أيضا: موجة برد", "ar", linked},
		{"Share   Tweet   Email", "en", junk},
		{"3 comments", "en", heading},
		{"Komentar (4)", "id", heading},
		{"Most read", "en", heading},
		{"Tags: a, b, c", "en", heading},
		{"Home | News | Sport | Opinion", "en", menu},
		{"Startseite › Panorama", "de", menu},
		{"首页 > 国际 > 正文", "zh", menu},
		{"By Hilary Pondaag", "en", byline},
		{"Von unserer Korrespondentin", "de", byline},
		{"责任编辑：程珂", "zh", byline},
		{"Selasa, 11 Juli 2023 | 06:15 WITA", "id", dated},
		{"Published July 11, 2023, 7:40 am", "en", dated},
		{"2019年5月14日 08:12　记者 丁若澜", "zh", dated},
		{"3 hours ago", "en", dated},
		{"20:48 Uhr", "de", junk},
		{"2272", "de", junk},
		{"{{item.suffix}}", "en", junk},
		{"© Sputnik / Sergei Guneev", "de", credit},
		{"Foto: Küstenbote/Archiv", "de", credit},
		{"The two leaders in Hamburg (Wolfgang Schwan/Anadolu Agency)", "en", credit},
		{"The bridge in summer. Photo: City Archive", "en", credit},
		{"Wij gebruiken cookies om deze site beter te laten werken. Akkoord", "nl", junk},
		{"Posted by J. Marlowe at 21:40   3 comments", "en", posted},
		{"Ferry sinks off Rawai island with 95 people on board", "en", short},
		{"Photo editors at the agency were told to stop work on Friday.", "en", paragraph},
		{"By midnight the water had reached the second floor of the house.", "en", paragraph},
		{"Comments by the minister on Sunday angered the opposition and his own party.", "en", paragraph},
		{"He said no.", "en", stub},
		{"Back to work for striking miners after nine weeks", "en", short},
		{"文在寅访问北京商讨两国贸易", "zh", short},
		{"Что известно о крахе банка «Вента»", "ru", short},
		{"Die Feuerwehr brachte alle in Sicherheit, teilte die Polizei mit. (dpa/AFP)", "de", paragraph},
		{"Von der Leyen reist nach Kiew, um über die Hilfen zu sprechen.", "de", paragraph},
		{"Heute ist in Berlin ein Vertrag unterzeichnet worden, der beide Länder bindet.", "de", paragraph},
	}
	for _, test := range tests {
		lines := append(split("Some first line of the page"), split(test.text)...)
		classify(lines, test.lang)
		if got := lines[1].kind; got != test.want {
			t.Errorf("%q is of kind %d (mark %q), want %d", test.text, got, lines[1].mark, test.want)
		}
	}
}

func TestEndsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"He said so.": true, "„So ist es.“": true, "他说了。": true, "क्या?": true, "उसने कहा।": true, "قال ذلك؟": true, "«Так».": true,
		"A headline": false, "“A quote”": false, "Title:": false, "": false, "(Foto: X)": false, "Τι είπε;": true, "a; b;": false,
	} {
		if got := endsSentence(text); got != want {
			t.Errorf("endsSentence(%q) = %v", text, got)
		}
	}
}
