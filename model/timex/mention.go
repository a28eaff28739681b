package timex

import (
	"time"

	"parallax/model"
)

// Mention is a time expression in a text.
type Mention struct {
	Span model.Span // in the text given to Find, on rune boundaries

	// Value is what the expression names, resolved against the anchor. Parts that
	// neither the text nor the anchor gives are 0. Uncertain says that the year or
	// day was chosen among several that fit. The clock and zone are the text's.
	Value model.Date
	Until model.Date // the last day, month or year of an interval; zero where there is none

	Kind  Kind
	Part  Part
	Bound Bound
	// Approx says about, around, early, mid or late, of the day or stretch (of the
	// clock where there is nothing else), or that a calendar is not exact.
	Approx bool

	// Count and Unit are the length of a Duration, the period of a Recurring
	// mention, and the signed distance from the anchor of a Relative one
	// ("three weeks ago" is -3, Week). Unit is "" where there is none.
	Count float64
	Unit  Unit

	// Weekday is the day of the week as the text names it, beside a date or alone.
	HasWeekday bool
	Weekday    time.Weekday
}

// Kind is a kind of time expression.
type Kind string

// The kinds of time expression.
const (
	Absolute  Kind = "absolute"  // names a day, month, year, season or decade
	Relative  Kind = "relative"  // counted from the anchor: yesterday, last week, N days ago
	Weekday   Kind = "weekday"   // on Monday
	Clock     Kind = "clock"     // a time of day alone; Value has only a clock
	Duration  Kind = "duration"  // 47 days; Value is zero
	Recurring Kind = "recurring" // every Monday; Value is zero
)

// Part is a part of the day.
type Part string

// The parts of the day.
const (
	NoPart    Part = ""
	Morning   Part = "morning"
	Noon      Part = "noon"
	Afternoon Part = "afternoon"
	Evening   Part = "evening"
	Night     Part = "night"
)

// Bound says on which side of the value the thing lies.
type Bound string

// The bounds.
const (
	At     Bound = ""
	Since  Bound = "since"
	Until  Bound = "until"
	Before Bound = "before"
	After  Bound = "after"
)

// Unit is a unit of time.
type Unit string

// The units of time.
const (
	Second  Unit = "second"
	Minute  Unit = "minute"
	Hour    Unit = "hour"
	Nights  Unit = "night"
	Day     Unit = "day"
	Week    Unit = "week"
	Weekend Unit = "weekend"
	Month   Unit = "month"
	Quarter Unit = "quarter"
	Year    Unit = "year"
	Decade  Unit = "decade"
	Century Unit = "century"
)

// daysIn is the mean length of a unit in days of the Gregorian calendar.
func daysIn(u Unit) float64 {
	const year = 365.2425
	switch u {
	case Second:
		return 1.0 / 86400
	case Minute:
		return 1.0 / 1440
	case Hour:
		return 1.0 / 24
	case Nights, Day:
		return 1
	case Weekend:
		return 2
	case Week:
		return 7
	case Month:
		return year / 12
	case Quarter:
		return year / 4
	case Year:
		return year
	case Decade:
		return 10 * year
	case Century:
		return 100 * year
	}
	return 0
}

// Days is Count in days, with months and years at their mean length, so that "a
// quarter of a century" and "25 years" compare as equal; 0 where there is no unit.
func (m Mention) Days() float64 { return m.Count * daysIn(m.Unit) }
