package detect

import (
	"strings"
	"testing"

	"parallax/corpus/decode"
	"parallax/model"
)

var today = model.Date{Year: 2026, Month: 6, Day: 1}

// at is a place with the date that its text gives in a language.
func at(t *testing.T, where Where, text, lang string) Place {
	t.Helper()
	s, ok := StampOf(text, lang)
	if !ok {
		t.Fatalf("no date in %q", text)
	}
	return Place{Stamp: s, Where: where, Text: text}
}

func TestDate(t *testing.T) {
	label := at(t, Above, "Published 3 May 2020", "en")
	label.Label = true
	update := at(t, Under, "Updated: 4 May 2020", "en")
	update.Update = true
	tests := []struct {
		name              string
		clues             Clues
		lang              string
		date, saved, says string
	}{
		{"metadata", Clues{Meta: decode.Meta{Published: "2020-05-03T23:10:00+07:00"}, Stamps: []Place{at(t, Under, "1 May 2020", "en")}}, "en", "2020-05-03", "", "source"},
		{"day that the page shows", Clues{Meta: decode.Meta{Published: "2020-05-03T23:10:00Z", Shown: "4 мая 2020, 02:10"}}, "ru", "2020-05-04", "", "shows"},
		{"shown day is another", Clues{Meta: decode.Meta{Published: "2020-05-03T23:10:00Z", Shown: "9 мая 2020"}}, "ru", "2020-05-03", "", "source"},
		{"moment in the zone of the newsroom", Clues{Meta: decode.Meta{Published: "2020-05-03T23:10:00+03:00", Shown: "4 мая 2020"}}, "ru", "2020-05-03", "", "source"},
		{"line under the headline", Clues{Stamps: []Place{at(t, Under, "Selasa, 11 Juli 2023 | 06:15 WITA", "id")}}, "id", "2023-07-11", "", "Selasa"},
		{"clock is no date", Clues{Stamps: []Place{at(t, Clock, "07:30 07 Dezember 2019", "de")}}, "de", "", "2019-12-07", ""},
		{"clock and byline", Clues{Stamps: []Place{at(t, Clock, "13. November 2024 08:15 Uhr", "de"), at(t, Under, "11. August 2022", "de")}}, "de", "2022-08-11", "2024-11-13", "11. August"},
		{"above the headline", Clues{Stamps: []Place{at(t, Above, "3 May 2020", "en")}}, "en", "2020-05-03?", "", "saved"},
		{"above the headline with a label", Clues{Stamps: []Place{label}}, "en", "2020-05-03", "", "Published"},
		{"day heading in English", Clues{Stamps: []Place{at(t, DayHeading, "Wednesday, 9 February 2022", "id")}}, "id", "2022-02-09", "", "day heading"},
		{"change alone", Clues{Stamps: []Place{update}}, "en", "2020-05-04?", "", "change"},
		{"dateline without year", Clues{Text: []string{"MOSCOW, July 10. /TASS/. The situation"}}, "en", "XXXX-07-10", "", "no year"},
		{"weekday narrows the year", Clues{Text: []string{"Juru bicara, pada Senin (10/07), menyatakan."}}, "id", "XXXX-07-10?", "", "Monday fits 2006, 2017, 2023"},
		{"saved day limits the year", Clues{Stamps: []Place{at(t, Clock, "07:30 07 Dezember 2019", "de")}, Text: []string{"Das sagte er am Montag, 10. Juli."}}, "de", "XXXX-07-10?", "2019-12-07", "fits 2000, 2006, 2017"},
		{"text is never sure", Clues{Text: []string{"Банк 12 ноября 2018 года отозвал лицензию."}}, "ru", "2018-11-12?", "", "text"},
		{"text of the future does not count", Clues{Text: []string{"The law takes effect on 1 January 2031."}}, "en", "", "", ""},
		{"nothing", Clues{Text: []string{"Das Feuer war am Dienstag ausgebrochen."}}, "de", "", "", ""},
	}
	for _, test := range tests {
		date, basis, saved := Date(test.clues, test.lang, today)
		if date.String() != test.date || saved.String() != test.saved || !strings.Contains(basis, test.says) {
			t.Errorf("%s: got %q (%s), saved %q; want %q (…%s…), saved %q", test.name, date, basis, saved, test.date, test.says, test.saved)
		}
		if (basis == "") != date.IsZero() {
			t.Errorf("%s: date %q with basis %q", test.name, date, basis)
		}
	}
}

func TestGiven(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2023-07-11", "2023-07-11"}, {"2023-07-11T06:15:00+08:00", "2023-07-11"}, {"2023-07-11T06:15:00Z", "2023-07-11"},
		{"2023-07-11 06:15:00", "2023-07-11"}, {"20230711", "2023-07-11"}, {"Tue, 11 Jul 2023 06:15:00 GMT", "2023-07-11"},
		{"1689056100", "2023-07-11"}, {"1689056100000", "2023-07-11"}, {"2023-07", "2023-07"}, {"2023-07-11?", "2023-07-11?"},
		{"July 11, 2023", "2023-07-11"}, {"11 Juli 2023", "2023-07-11"}, {"", ""}, {"yesterday", ""}, {"0000-00-00", ""},
		{"12", ""}, {"9999-99-99", ""},
		{"20230711T08:00:00Z", "2023-07-11"}, {"7. heinäkuuta 2023", ""}, {"11. července 2023", ""}, {"3 août 2023", "2023-08-03"}, {"3 września 2023", "2023-09-03"},
	}
	for _, test := range tests {
		d, ok := given(test.in, "id")
		if got := d.String(); got != test.want || ok != (test.want != "") {
			t.Errorf("given(%q) = %q, %v, want %q", test.in, got, ok, test.want)
		}
	}
}

func TestGivenByRegion(t *testing.T) {
	for tag, want := range map[string]string{"en-GB": "2020-10-02", "en_AU": "2020-10-02", "en-US": "2020-02-10?", "": "2020-02-10?", "de-DE": "2020-02-10?"} {
		d, _, _ := Date(Clues{Meta: decode.Meta{Published: "02/10/2020", Language: tag}}, "en", model.Date{Year: 2024, Month: 1, Day: 1})
		if d.String() != want {
			t.Errorf("%q: %q, want %q", tag, d, want)
		}
	}
}

func FuzzGiven(f *testing.F) {
	f.Add("2023-07-11T06:15:00+08:00", "en")
	f.Add("1689056100", "id")
	f.Fuzz(func(t *testing.T, s, lang string) {
		d, ok := given(s, lang)
		if ok && (d.Year == 0 || d.Month > 12 || d.Day > model.DaysIn(d.Year, d.Month)) {
			t.Errorf("given(%q) = %v", s, d)
		}
	})
}
