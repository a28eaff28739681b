package group

import (
	"fmt"
	"strings"
	"time"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/timex"
)

// Settle fills in what the reports of one event say of each other's dates: a
// year that only one of them can know, a whole date for one that has none. What
// it settles stays uncertain, and the basis says what it rests on. The articles
// of the documents are changed; dates that are known are left alone.
func Settle(docs []*claim.Document, members []int) {
	day, year, basis := settled(docs, members)
	if day.IsZero() {
		return
	}
	for _, m := range members {
		a := docs[m].Article
		switch d := a.Date; {
		case d.IsZero():
			a.Date = model.Date{Year: year, Month: day.Month, Day: day.Day, Uncertain: true}
			if year == 0 {
				a.Date = model.Date{}
				continue
			}
			a.DateBasis = join(a.DateBasis, "no date on the page; same event as "+basis)
		case d.Year == 0 && year != 0 && d.Month != 0 && d.Day != 0:
			a.Date.Year, a.Date.Uncertain = year, true
			a.DateBasis = join(a.DateBasis, fmt.Sprintf("year %d: %s", year, basis))
		}
	}
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// settled finds the day that the reports agree on and its year: from a report
// with a full date, or from a weekday that fits few years and the day on which
// one of the pages was saved, which none of it can be later than.
func settled(docs []*claim.Document, members []int) (day model.Date, year int, basis string) {
	for _, m := range members {
		a := docs[m].Article
		if a.Date.Full() && !a.Date.Uncertain && (day.IsZero() || before(a.Date, day)) {
			day, year, basis = a.Date, a.Date.Year, fmt.Sprintf("%s, dated %s", name(a), a.Date)
		}
	}
	if year != 0 {
		return day, year, basis
	}
	for _, m := range members {
		if d := docs[m].Article.Date; d.Month != 0 && d.Day != 0 {
			day = d
			break
		}
	}
	if day.IsZero() {
		return day, 0, ""
	}
	year, basis = yearOf(docs, members, day)
	return day, year, basis
}

func before(a, b model.Date) bool {
	x, _ := a.Days()
	y, _ := b.Days()
	return x < y
}

// yearOf narrows the year of a day by a weekday beside it in any of the reports
// and by the last day on which a page can have been written.
func yearOf(docs []*claim.Document, members []int, day model.Date) (int, string) {
	weekday, source, ok := weekdayOf(docs, members, day)
	if !ok {
		return 0, ""
	}
	limit, saved := model.Date{}, ""
	for _, m := range members {
		a := docs[m].Article
		if a.Saved.Full() && (limit.IsZero() || before(a.Saved, limit)) {
			limit, saved = a.Saved, name(a)
		}
	}
	fits := timex.Years(day, weekday, limit)
	if limit.IsZero() || len(fits) == 0 {
		return 0, ""
	}
	// Reports of one event are saved within few years of it: the newest year that
	// fits stands alone where the one before lies further back than that.
	if len(fits) > 1 && limit.Year-fits[1] <= savedWithin {
		return 0, ""
	}
	all := timex.Years(day, weekday, model.Date{})
	return fits[0], fmt.Sprintf("%s names %s %d %s, which fits %s; the page of %s was saved on %s", source, weekday, day.Day, time.Month(day.Month), years(all), saved, limit)
}

// savedWithin is how many years after it was printed a page is thought to have
// been saved at the latest.
const savedWithin = 6

func years(list []int) string {
	var out []string
	for i := len(list) - 1; i >= 0 && len(out) < 5; i-- {
		out = append(out, fmt.Sprint(list[i]))
	}
	return strings.Join(out, ", ")
}

// weekdayOf finds a mention of the day with its weekday.
func weekdayOf(docs []*claim.Document, members []int, day model.Date) (time.Weekday, string, bool) {
	for _, m := range members {
		for i := range docs[m].Sentences {
			for _, t := range docs[m].Sentences[i].Times {
				if t.HasWeekday && t.Value.Month == day.Month && t.Value.Day == day.Day {
					return t.Weekday, name(docs[m].Article), true
				}
			}
		}
	}
	return 0, "", false
}

func name(a *model.Article) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	return "“" + a.Title + "”"
}
