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
	for _, tag := range []string{lang, "en"} {
		for _, m := range timex.Find(text, tag, model.Date{}) {
			switch {
			case m.Kind == timex.Relative && !ok && m.Count <= 0:
				s, ok = Stamp{Span: m.Span, Relative: true}, true
			case ok && m.HasWeekday && m.Span.Overlaps(s.Span):
				s.HasWeekday, s.Weekday = true, m.Weekday
			}
		}
		if s.HasWeekday {
			break
		}
	}
	return s, ok && (s.Relative || s.Date.Day != 0)
}
