package cldr

import (
	"slices"
	"strings"
	"testing"
)

// TestCoverage holds every language to what a reader relies on.
func TestCoverage(t *testing.T) {
	for _, lang := range Languages() {
		d := DatesOf(lang)
		count := map[TermKind]map[int]bool{}
		for _, term := range d.Terms {
			if count[term.Kind] == nil {
				count[term.Kind] = map[int]bool{}
			}
			count[term.Kind][term.Value] = true
		}
		for kind, want := range map[TermKind]int{Weekday: 7, RelDay: 3, RelWeek: 3, RelYear: 3, RelMonth: 3, LastWeekday: 7, Quarter: 4, Hijri: 12, UnitDay: 1, UnitYear: 1} {
			if len(count[kind]) < want {
				t.Errorf("%s: %d of %s, want %d", lang, len(count[kind]), kind, want)
			}
		}
		if months := len(count[Month]); months != 12 && !slices.Contains([]string{"vi"}, lang) {
			t.Errorf("%s: %d months", lang, months)
		}
		if !strings.Contains(" dmy mdy ymd ", " "+d.Order+" ") || !strings.Contains("./-", d.Separator) {
			t.Errorf("%s: order %q, separator %q", lang, d.Order, d.Separator)
		}
		for name, n := range map[string]int{
			"territories": len(Territories(lang)), "languages": len(LanguageNames(lang)), "currencies": len(Currencies(lang)),
		} {
			if n < 150 {
				t.Errorf("%s: only %d %s", lang, n, name)
			}
		}
		if len(CurrencySymbols(lang)) < 10 || len(Units(lang)) < 60 {
			t.Errorf("%s: %d symbols, %d units", lang, len(CurrencySymbols(lang)), len(Units(lang)))
		}
		if n := NumbersOf(lang); n.Decimal == "" || n.Group == "" || len([]rune(n.Digits)) != 10 || len(n.Compact) == 0 {
			t.Errorf("%s: numbers %+v", lang, n)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		table      func(string) []Name
		lang, text string
		code       string
	}{
		{Territories, "de", "Nordmazedonien", "MK"},
		{Territories, "id", "Jerman", "DE"},
		{Territories, "zh", "印度尼西亚", "ID"},
		{Territories, "zh", "德國", "DE"},
		{Territories, "pt", "Vietname", "VN"},
		{LanguageNames, "ru", "украинский", "uk"},
		{Currencies, "en", "US dollars", "USD"},
		{Currencies, "id", "Rupiah Indonesia", "IDR"},
		{CurrencySymbols, "id", "Rp", "IDR"},
		{Units, "ru", "километров", "length-kilometer"},
	} {
		if !slices.Contains(c.table(c.lang), Name{c.code, c.text}) {
			t.Errorf("%s: no %s named %q", c.lang, c.code, c.text)
		}
	}
}

func TestCompact(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		exponent   int
	}{{"id", "juta", 6}, {"de", "Milliarden", 9}, {"hi", "लाख", 5}, {"zh", "万", 4}, {"zh", "億", 8}, {"en", "million", 6}} {
		if !slices.Contains(NumbersOf(c.lang).Compact, Compact{Text: c.text, Exponent: c.exponent}) {
			t.Errorf("%s: %q is not 10^%d", c.lang, c.text, c.exponent)
		}
	}
}

// TestForm holds the files to one form: a head, then lines of non-empty columns
// without stray space, each once.
func TestForm(t *testing.T) {
	columns := map[string]int{"territories": 2, "languages": 2, "currencies": 2, "symbols": 2, "units": 2, "dates": 3, "numbers": 3}
	for folder, most := range columns {
		for _, lang := range Languages() {
			b, err := files.ReadFile("data/" + folder + "/" + lang + ".txt")
			if err != nil {
				t.Error(err)
				continue
			}
			head, body, _ := strings.Cut(string(b), "\n")
			if !strings.HasPrefix(head, "# Generated") || !strings.HasSuffix(body, "\n") {
				t.Errorf("%s/%s: bad head or end", folder, lang)
			}
			seen := map[string]bool{}
			for _, line := range strings.Split(strings.TrimSuffix(body, "\n"), "\n") {
				cells := strings.Split(line, "\t")
				last := cells[len(cells)-1]
				if len(cells) < 2 || len(cells) > most || last == "" || seen[line] || folder != "numbers" && last != strings.TrimSpace(last) {
					t.Errorf("%s/%s: bad line %q", folder, lang, line)
				}
				seen[line] = true
			}
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if len(Territories("xx")) != 0 || len(DatesOf("../en").Terms) != 0 || NumbersOf("").Decimal != "" {
		t.Error("an unknown language has tables")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load := table("territories")
		load("ru")
	}
}

func BenchmarkLoadDates(b *testing.B) {
	for b.Loop() {
		loadDates("ru")
	}
}
