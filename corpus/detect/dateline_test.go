package detect

import (
	"strings"
	"testing"
)

func TestDatelineOf(t *testing.T) {
	tests := []struct{ text, names string }{
		{"(VOVWORLD) - Juru bicara istana mengatakan", "VOVWORLD"},
		{"MOSCOW, July 10. /TASS/. The situation around", "TASS"},
		{"TANJUNG SERAYA, Warta Kepulauan – Kapal feri", "Warta Kepulauan"},
		{"BERLIN (dpa) - Die Bundesregierung will", "dpa"},
		{"PARIS, 3 mars (AFP) — Le gouvernement", "AFP"},
		{"KOMPAS.com - Gempa mengguncang", "KOMPAS.com"},
		{"Liputan6.com, Jakarta - Gempa mengguncang", "Liputan6.com"},
		{"【東京＝共同】政府は", "共同"},
		{"(서울=연합뉴스) 홍길동 기자 = 정부는", "연합뉴스"},
		{"新华社北京7月10日电 中国政府", "Xinhua"},
		{"МОСКВА, 10 июля — РИА Новости. Президент", ""},
		{"TANJUNG SERAYA – A passenger ferry", ""},
		{"KOTA KINABALU: Sebuah feri penumpang", ""},
		{"The minister (a former teacher) said he would go.", ""},
		{"He said 5/6 of the work/life balance was fine.", ""},
		{"Anna Schmidt, die Sprecherin – sie ist neu – sagte", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := strings.Join(DatelineOf(test.text).Names, "|"); got != test.names {
			t.Errorf("DatelineOf(%q) = %q, want %q", test.text, got, test.names)
		}
	}
}

func FuzzDatelineOf(f *testing.F) {
	for _, s := range []string{"(A) - b", "X, Y – z", "/TASS/ x", "【東京＝共同】", "新华社电"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range DatelineOf(s).Names {
			if name == "" {
				t.Errorf("an empty name in %q", s)
			}
		}
	})
}
