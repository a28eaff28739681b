package timex

import (
	"time"

	"parallax/model"
)

// maxLine is the most bytes of a line that are looked at for its date: bylines and
// datelines are short.
const maxLine = 1000

// Publication is the date that a line of a page gives for itself, such as a byline
// or dateline, with its place in the line; the fullest one, and of equals the
// first. ok is false where the line names no day or month. The year may be unknown.
func Publication(line, lang string) (date model.Date, at model.Span, ok bool) {
	if len(line) > maxLine {
		return date, at, false
	}
	best := 0
	for _, tag := range []string{lang, "en"} { // mail and feeds write English everywhere
		lex := lexiconOf(tag)
		s := scan{text: line, lex: lex, toks: tokenize(line, lex), line: true}
		s.mergePhrases()
		for _, m := range s.mentions() {
			if n := fullness(m); n > best {
				best, date, at, ok = n, m.Value, m.Span, true
			}
		}
		lex.leave(s.toks)
		if best >= fullDate {
			break
		}
	}
	return date, at, ok
}

// fullDate is the fullness of a day with its month and year.
const fullDate = 8

// fullness ranks what a mention knows of a date.
func fullness(m Mention) int {
	d := m.Value
	if m.Kind != Absolute || !m.Until.IsZero() || d.Month == 0 {
		return 0
	}
	n := 0
	if d.Day != 0 {
		n += 3
	}
	if d.Year != 0 {
		n += 2
	}
	if d.Full() {
		n += 3
	}
	if d.HasClock {
		n++
	}
	if d.HasZone {
		n++
	}
	return n
}

// Years are the first and last year that Years looks at where nothing narrows them:
// news on the web begins in the nineties.
const (
	firstYear = 1995
	lastYear  = 2035
)

// Years lists the years, newest first, from 1995 to the year of notAfter (2035
// where that is unknown) in which the month and day of d fall on the weekday and
// not after notAfter: 10 July is a Monday in 2017 and 2023.
func Years(d model.Date, weekday time.Weekday, notAfter model.Date) []int {
	if d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return nil
	}
	last := lastYear
	if notAfter.Year != 0 {
		last = notAfter.Year
	}
	limit, limited := notAfter.Days()
	var years []int
	for y := last; y >= firstYear; y-- {
		if d.Day > model.DaysIn(y, d.Month) {
			continue
		}
		at := model.Date{Year: y, Month: d.Month, Day: d.Day}
		n, _ := at.Days()
		if w, _ := at.Weekday(); w == weekday && (!limited || n <= limit) {
			years = append(years, y)
		}
	}
	return years
}
