package cldr

import (
	"strconv"
	"strings"
)

// Term is one word or phrase of the calendar.
type Term struct {
	Kind  TermKind
	Value int // see the kinds
	Text  string
}

// TermKind says what a [Term] names.
type TermKind string

// The kinds of term and what Value is for each.
const (
	Month        TermKind = "month"   // Gregorian, 1 to 12
	MonthAbbr    TermKind = "month."  // abbreviated
	Weekday      TermKind = "weekday" // 0 is Sunday
	WeekdayAbbr  TermKind = "weekday."
	Jalali       TermKind = "jalali" // month of the Persian calendar, 1 to 12
	Hijri        TermKind = "hijri"  // month of the Islamic calendar, 1 to 12
	Quarter      TermKind = "quarter"
	Midnight     TermKind = "midnight" // the day periods; Value is 0
	AM           TermKind = "am"
	Noon         TermKind = "noon"
	PM           TermKind = "pm"
	Morning      TermKind = "morning"
	Afternoon    TermKind = "afternoon"
	Evening      TermKind = "evening"
	Night        TermKind = "night"
	RelDay       TermKind = "day" // a day named from today: -1 is yesterday
	RelWeek      TermKind = "week"
	RelMonth     TermKind = "rmonth"
	RelYear      TermKind = "year"
	RelQuarter   TermKind = "rquarter"
	LastWeekday  TermKind = "last" // "last Monday"; Value is the weekday
	NextWeekday  TermKind = "next"
	UnitDay      TermKind = "u.day" // the unit after a number; Value is 1 for the form after one, else 0
	UnitWeek     TermKind = "u.week"
	UnitMonth    TermKind = "u.month"
	UnitYear     TermKind = "u.year"
	UnitHour     TermKind = "u.hour"
	UnitMinute   TermKind = "u.minute"
	UnitSecond   TermKind = "u.second"
	UnitQuarter  TermKind = "u.quarter"
	UnitDecade   TermKind = "u.decade"
	UnitCentury  TermKind = "u.century"
	UnitNight    TermKind = "u.night"
	UnitTwoWeeks TermKind = "u.fortnight"
)

// Dates is how a language names and orders dates.
type Dates struct {
	Order     string // of numeric dates: "dmy", "mdy" or "ymd"
	Separator string // of numeric dates: "." "/" or "-"
	Terms     []Term
}

var dates = perLanguage(loadDates)

// DatesOf is how a language names and orders dates.
func DatesOf(lang string) Dates { return dates(lang) }

func loadDates(lang string) Dates {
	var d Dates
	lines := readLines("dates", lang)
	d.Terms = make([]Term, 0, len(lines))
	for _, line := range lines {
		kind, rest, _ := strings.Cut(line, "\t")
		value, text, ok := strings.Cut(rest, "\t")
		if !ok {
			if kind == "order" {
				d.Order = rest
			} else {
				d.Separator = rest
			}
			continue
		}
		n, _ := strconv.Atoi(value)
		d.Terms = append(d.Terms, Term{TermKind(kind), n, text})
	}
	return d
}
