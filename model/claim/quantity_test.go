package claim

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"parallax/model"
)

func quantitiesOf(t *testing.T, lang, text string) string {
	t.Helper()
	d := Read(&model.Article{Language: lang, Text: text})
	var out []string
	for _, s := range d.Sentences {
		for _, q := range s.Quantities {
			out = append(out, fmt.Sprintf("%g[%g,%g]%s", q.Value, q.Lo, q.Hi, q.Unit.Dimension))
		}
	}
	return strings.Join(out, " ")
}

// TestQuantityTable reads the quantities of the table, each in its language.
func TestQuantityTable(t *testing.T) {
	data, err := os.ReadFile("testdata/quantities.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if got := quantitiesOf(t, cells[0], cells[1]); got != cells[2] {
			t.Errorf("%s %q: got %q, want %q", cells[0], cells[1], got, cells[2])
		}
	}
}

func TestQuantities(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "Seventeen people died and 67 survived.", "17[17,17] 67[67,67]"},
		{"en", "At least 17 people were killed.", "17[17,+Inf]"},
		{"en", "The fund holds $1.2 million.", "1.2e+06[1.15e+06,1.25e+06]money:USD"},
		{"en", "Waves of up to 3.5 m hit the ship.", "3.5[-Inf,3.5]length"},
		{"en", "More than 1,250 houses burned.", "1250[1250,+Inf]"},
		{"en", "Thousands of people fled.", "1000[1000,100000]"},
		{"en", "He came in 2019 with twenty-five men.", "25[25,25]"},
		{"de", "Rund 40.000 Tonnen Getreide lagerten dort.", "40000[36000,44000]mass"},
		{"de", "Knapp 1.900 Menschen mussten gehen.", "1900[1710,1900]"},
		{"de", "Es kamen siebenundzwanzig Menschen.", "27[27,27]"},
		{"de", "Der Schaden beträgt 3,5 Mio. Euro.", "3.5e+06[3.45e+06,3.55e+06]"},
		{"id", "Tujuh belas orang tewas.", "17[17,17]"},
		{"id", "Sebanyak 5.200 orang terdampak.", "5200[5150,5250]"},
		{"id", "Nilainya 6,8 miliar dolar.", "6.8e+09[6.75e+09,6.85e+09]"},
		{"en", "Between 2 to 4 inches of rain fell.", "2[2,4]length"},
		{"de", "Es fielen 5–10 cm Schnee.", "5[5,10]length"},
		{"en", "A 17-year-old won the 3rd race with 5G.", ""},
		{"ar", "أصيب ٢٤ شخصا و٨٩ رجلا", "24[24,24]"},
		{"fa", "۱۷ نفر", "17[17,17]"},
		{"tr", "3 bin 542 kişi", "3542[3542,3542]"},
		{"en", "One hundred and sixteen people fled.", "116[116,116]"},
		{"en", "They paid $13.6M for it.", "1.36e+07"},
		{"en", "Arden won 3-1 at home.", ""},
		{"es", "Unas 1850 personas huyeron.", "1850[1665,2035"},
		{"zh", "共有三百五十二人", "352[352,352]"},
		{"zh", "两万三千人", "23000"},
		{"zh", "共有1240个项目", "1240[1240,1240]"},
		{"fr", "Le feu a ravagé 12 300 hectares.", "12300[12250,12350]area"},
	} {
		got := quantitiesOf(t, tt.lang, tt.text)
		if !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s %q: got %s, want %s", tt.lang, tt.text, got, tt.want)
		}
	}
}
