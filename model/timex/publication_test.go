package timex

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
)

func TestPublication(t *testing.T) {
	for _, row := range rows(t, "publication.tsv", 3) {
		lang, line, want := row[0], row[1], row[2]
		got := "-"
		if d, at, ok := Publication(line, lang); ok {
			got = d.String() + clockNotation(d)
			if at.Start < 0 || at.End > len(line) || at.Len() == 0 {
				t.Errorf("%q: span %v", line, at)
			}
		}
		if got != want {
			t.Errorf("%s %q\n got %s\nwant %s", lang, line, got, want)
		}
	}
}

func TestYears(t *testing.T) {
	monday := model.Date{Month: 7, Day: 10}
	for _, c := range []struct {
		name     string
		date     model.Date
		weekday  time.Weekday
		notAfter model.Date
		want     []int
	}{
		{"newest first", monday, time.Monday, model.Date{Year: 2024, Month: 1, Day: 1}, []int{2023, 2017, 2006, 2000, 1995}},
		{"not after the day", monday, time.Monday, model.Date{Year: 2023, Month: 7, Day: 9}, []int{2017, 2006, 2000, 1995}},
		{"on the day", monday, time.Monday, model.Date{Year: 2023, Month: 7, Day: 10}, []int{2023, 2017, 2006, 2000, 1995}},
		{"open end", monday, time.Monday, model.Date{}, []int{2034, 2028, 2023, 2017, 2006, 2000, 1995}},
		{"leap day", model.Date{Month: 2, Day: 29}, time.Saturday, model.Date{}, []int{2020}},
		{"no day", model.Date{Month: 7}, time.Monday, model.Date{}, nil},
	} {
		if diff := cmp.Diff(c.want, Years(c.date, c.weekday, c.notAfter)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

// TestJalali checks against published equivalents: new years' days (astronomical,
// Tehran) and days between.
func TestJalali(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{
		{1357, 11, 22, "1979-02-11"}, {1375, 1, 1, "1996-03-20"}, {1378, 1, 1, "1999-03-21"}, {1399, 12, 30, "2021-03-20"},
		{1400, 1, 1, "2021-03-21"}, {1402, 4, 19, "2023-07-10"}, {1403, 1, 1, "2024-03-20"}, {1403, 12, 30, "2025-03-20"}, {1404, 1, 1, "2025-03-21"},
	} {
		if got := jalali.gregorianDate(c.y, c.m, c.d).String(); got != c.want {
			t.Errorf("%d-%d-%d is %s, want %s", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestJalaliRoundTrip(t *testing.T) {
	for n := -20000; n < 40000; n++ {
		y, m, d := jalaliOf(n)
		if back := jalaliDays(y, m, d); back != n {
			t.Fatalf("day %d is %d-%d-%d, which is day %d", n, y, m, d, back)
		}
	}
}

// TestHijri checks against the tabular calendar's published new years' days.
func TestHijri(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{
		{1400, 1, 1, "1979-11-21"}, {1420, 1, 1, "1999-04-17"}, {1445, 1, 1, "2023-07-19"}, {1444, 9, 1, "2023-03-23"},
	} {
		if got := hijri.gregorianDate(c.y, c.m, c.d).String(); got != c.want {
			t.Errorf("%d-%d-%d is %s, want %s", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	quarter := Find("a quarter of a century", "en", model.Date{})
	years := Find("25 years", "en", model.Date{})
	if len(quarter) != 1 || len(years) != 1 || quarter[0].Days() != years[0].Days() {
		t.Errorf("a quarter of a century is %v, 25 years are %v", quarter, years)
	}
}

func TestWeekdayBesideDate(t *testing.T) {
	found := Find("Montag, 13.11.2018", "de", model.Date{})
	if len(found) != 1 || !found[0].HasWeekday || found[0].Weekday != time.Monday {
		t.Fatalf("weekday not kept: %+v", found)
	}
	if w, _ := found[0].Value.Weekday(); w != time.Tuesday {
		t.Errorf("13.11.2018 is a %v", w)
	}
}

func TestBound(t *testing.T) {
	for text, want := range map[string]Bound{
		"He has been minister since October 2021.": Since,
		"It is closed until 3 May.":                Until,
		"They left before 3 May 2021.":             Before,
		"They left after 3 May 2021.":              After,
		"They left on 3 May 2021.":                 At,
	} {
		found := Find(text, "en", model.Date{Year: 2022, Month: 4, Day: 1})
		if len(found) != 1 || found[0].Bound != want {
			t.Errorf("%q: got %+v, want bound %q", text, found, want)
		}
	}
}
