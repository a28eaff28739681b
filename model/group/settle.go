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
	if year == 0 {
		return
	}
	for _, m := range members {
		a := docs[m].Article
		switch d := a.Date; {
		case d.IsZero():
			a.Date.Year, a.Date.Month, a.Date.Day, a.Date.Uncertain = year, day.Month, day.Day, true
			a.DateBasis = join(a.DateBasis, "no date on the page; same event as "+basis)
		case d.Year == 0 && d.Month != 0 && d.Day != 0:
			near := nearestYear(d, model.Date{Year: year, Month: day.Month, Day: day.Day})
			if d.Day > model.DaysIn(near, d.Month) {
				continue // 29 February
			}
			a.Date.Year, a.Date.Uncertain = near, true
			a.DateBasis = join(a.DateBasis, fmt.Sprintf("year %d: %s", near, basis))
		}
	}
}

// nearestYear is the year in which a day lies nearest to another: 1 January lies
// in the year after that of 31 December.
func nearestYear(day, to model.Date) int {
	switch {
	case day.Month-to.Month > 6:
		return to.Year - 1
	case to.Month-day.Month > 6:
		return to.Year + 1
	}
	return to.Year
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// settled finds the day that the reports agree on and its year: from a report
// with a full date, a sure one before others, or from a weekday that fits few
// years and the day on which one of the pages was saved, which none of it can be
// later than. year is 0 where nothing says it.
func settled(docs []*claim.Document, members []int) (day model.Date, year int, basis string) {
	var first *model.Article
	for _, m := range members {
		if a := docs[m].Article; a.Date.Full() && (first == nil || surer(a.Date, first.Date)) {
			first = a
		}
	}
	if first != nil {
		return first.Date, first.Date.Year, fmt.Sprintf("%s, dated %s", name(first), first.Date)
	}
	for _, m := range members {
		if d := docs[m].Article.Date; d.Month != 0 && d.Day != 0 {
			year, basis = yearOf(docs, members, d)
			return d, year, basis
		}
	}
	return model.Date{}, 0, ""
}

// surer reports whether a is the better date of an event: sure, then early.
func surer(a, b model.Date) bool {
	if a.Uncertain != b.Uncertain {
		return b.Uncertain
	}
	return before(a, b)
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
