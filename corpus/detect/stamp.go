package detect

import (
	"time"

	"parallax/model"
	"parallax/model/timex"
)

// Stamp is the date that one line of a page gives.
type Stamp struct {
	Date       model.Date
	Weekday    time.Weekday // valid if HasWeekday
	HasWeekday bool
	Span       model.Span // in the line
	Relative   bool       // counted from the day of the visit: "3 hours ago"
}

// StampOf reads the date of a line in a language; English is tried as well, as
// the software of many sites writes it whatever the page is in. ok is false where
// the line names no day.
func StampOf(text, lang string) (s Stamp, ok bool) {
	s.Date, s.Span, ok = timex.Publication(text, lang)
	if !ok {
		return relative(text, lang)
	}
	for _, tag := range []string{lang, "en"} {
		for _, m := range timex.Find(text, tag, model.Date{}) {
			if m.HasWeekday && m.Span.Overlaps(s.Span) {
				s.HasWeekday, s.Weekday = true, m.Weekday
				return s, s.Date.Day != 0
			}
		}
	}
	return s, s.Date.Day != 0
}

const relativeMost = 40 // bytes of a line that is a date counted from the visit

// relative reads "3 hours ago".
func relative(text, lang string) (Stamp, bool) {
	if len(text) > relativeMost {
		return Stamp{}, false
	}
	for _, m := range timex.Find(text, lang, model.Date{}) {
		if m.Kind == timex.Relative && m.Count <= 0 {
			return Stamp{Span: m.Span, Relative: true}, true
		}
	}
	return Stamp{}, false
}
