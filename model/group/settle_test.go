package group

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/claim"
)

// page is an article of which only the dates matter.
type page struct {
	outlet, date, saved, text string
}

func (p page) read(t *testing.T) *claim.Document {
	t.Helper()
	return claim.Read(&model.Article{Outlet: p.outlet, Language: "en", Text: p.text, Date: date(t, p.date), Saved: date(t, p.saved)})
}

func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages []page
		want  []string
		basis string // of the last page, in part
	}{
		{"an undated report takes the day of the others", []page{{"A", "2022-08-11", "", "x"}, {"B", "", "", "x"}},
			[]string{"2022-08-11", "2022-08-11?"}, "same event as A, dated 2022-08-11"},
		{"the earliest sure day counts", []page{{"A", "2022-08-10?", "", "x"}, {"B", "2022-08-12", "", "x"}, {"C", "2022-08-11", "", "x"}, {"D", "", "", "x"}},
			[]string{"2022-08-10?", "2022-08-12", "2022-08-11", "2022-08-11?"}, "same event as C"},
		{"an unsure day is better than none", []page{{"A", "2022-08-10?", "", "x"}, {"B", "", "", "x"}},
			[]string{"2022-08-10?", "2022-08-10?"}, "same event as A"},
		{"a year is taken over, a known day is not", []page{{"A", "2017-07-11", "", "x"}, {"B", "XXXX-07-10", "", "x"}},
			[]string{"2017-07-11", "2017-07-10?"}, "year 2017: A, dated 2017-07-11"},
		{"the year turns", []page{{"A", "2017-12-31", "", "x"}, {"B", "XXXX-01-01", "", "x"}},
			[]string{"2017-12-31", "2018-01-01?"}, "year 2018"},
		{"the year turns back", []page{{"A", "2018-01-01", "", "x"}, {"B", "XXXX-12-31", "", "x"}},
			[]string{"2018-01-01", "2017-12-31?"}, "year 2017"},
		{"a day that its year has not stays", []page{{"A", "2018-03-01", "", "x"}, {"B", "XXXX-02-29", "", "x"}},
			[]string{"2018-03-01", "XXXX-02-29"}, ""},
		{"a month alone stays", []page{{"A", "2018-03-01", "", "x"}, {"B", "2018-03", "", "x"}},
			[]string{"2018-03-01", "2018-03"}, ""},
		{"other years are left alone", []page{{"A", "2018-03-01", "", "x"}, {"B", "2017-03-01", "", "x"}},
			[]string{"2018-03-01", "2017-03-01"}, ""},
		{"no year is known", []page{{"A", "XXXX-07-10", "", "x"}, {"B", "", "", "x"}},
			[]string{"XXXX-07-10", ""}, ""},
		{"a weekday and the day of saving tell the year", []page{
			{"A", "XXXX-07-10", "", "The two men met on Monday, 10 July."}, {"B", "XXXX-07-10", "2018-02-03", "x"}},
			[]string{"2017-07-10?", "2017-07-10?"}, "Monday 10 July, which fits"},
		{"of several years the newest, where the one before lies far back", []page{
			{"A", "XXXX-07-10", "", "The two men met on Monday, 10 July."}, {"B", "XXXX-07-10", "2024-02-03", "x"}},
			[]string{"2023-07-10?", "2023-07-10?"}, "fits"},
		{"a weekday that fits several years tells none", []page{
			{"A", "XXXX-07-10", "", "The two men met on Monday, 10 July."}, {"B", "XXXX-07-10", "2023-08-03", "x"}},
			[]string{"XXXX-07-10", "XXXX-07-10"}, ""},
		{"a weekday without a day of saving tells none", []page{{"A", "XXXX-07-10", "", "The two men met on Monday, 10 July."}},
			[]string{"XXXX-07-10"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var docs []*claim.Document
			var members []int
			for i, p := range tt.pages {
				docs, members = append(docs, p.read(t)), append(members, i)
			}
			for range 2 { // settling what is settled changes nothing
				Settle(docs, members)
				var got []string
				for _, d := range docs {
					got = append(got, d.Article.Date.String())
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Fatal(diff)
				}
			}
			last := docs[len(docs)-1].Article.DateBasis
			if tt.basis == "" && last != "" || !strings.Contains(last, tt.basis) || strings.Count(last, tt.basis) > 1 && tt.basis != "" {
				t.Errorf("basis %q, want %q in it once", last, tt.basis)
			}
		})
	}
}

func TestSettleKeepsTheClock(t *testing.T) {
	docs := []*claim.Document{page{"A", "2017-07-11", "", "x"}.read(t), page{"B", "XXXX-07-10T15:13+03:00", "", "x"}.read(t)}
	Settle(docs, []int{0, 1})
	if d := docs[1].Article.Date; !d.HasClock || d.Minute != 15*60+13 || d.Zone != 180 || d.Year != 2017 {
		t.Errorf("got %+v", d)
	}
}
