package conflict

import (
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// facet is what a time names of the calendar.
type facet struct {
	part  byte // weekday, month or day
	value int
	span  model.Span
}

// The parts of the calendar that facets name.
const (
	weekdayPart = 'w'
	monthPart   = 'm'
	dayPart     = 'd'
)

// calendars finds the one weekday, month or day that differs between two
// sentences that otherwise make the same statement. It needs no date of the
// reports.
func (p *pair) calendars() []finding {
	if !p.nearTwins() || p.otherCountries() && p.backing() < otherAlike || p.otherYears() {
		return nil
	}
	left, right := strange(p.s, p.t), strange(p.t, p.s)
	var out []finding
	for _, part := range []byte{weekdayPart, monthPart, dayPart} {
		x, okX := only(left, part)
		y, okY := only(right, part)
		if !okX || !okY || count(p.s, part) != count(p.t, part) || !p.sameHappening(x.span, y.span) || !p.twins && (falls(p.nearT, x) || falls(p.nearS, y)) {
			continue
		}
		a, b := p.outlets()
		why := fmt.Sprintf("%s (%s) against %s (%s) in the same statement", words(p.a, x.span), a, words(p.b, y.span), b)
		out = append(out, finding{model.When, likelyScore + (strongScore-likelyScore)*min(1, p.alike/fullAlike), why, x.span, y.span})
	}
	return out
}

// The likeness from which twins date one happening, and the one they need where the
// words by the times are of different happenings.
const (
	dayAlike      = 0.12
	otherDayAlike = 0.3
)

// sameHappening reports whether the times at the spans date one happening, as far
// as the sentences let one tell.
func (p *pair) sameHappening(x, y model.Span) bool {
	a, b := datedBy(p.s, timex.Mention{Span: x}), datedBy(p.t, timex.Mention{Span: y})
	if ofOneFamily(a, b) {
		return true
	}
	if len(a) > 0 && len(b) > 0 {
		return p.backing() >= otherDayAlike
	}
	return p.backing() >= dayAlike
}

// ofOneFamily reports whether some happening of each list are one or its kin.
func ofOneFamily(a, b []lexicon.Concept) bool {
	return slices.ContainsFunc(a, func(x lexicon.Concept) bool {
		return slices.ContainsFunc(b, func(y lexicon.Concept) bool { return family(x) == family(y) })
	})
}

// only returns the single facet of a part; ok is false where there is none or
// more than one.
func only(facets []facet, part byte) (found facet, ok bool) {
	for _, f := range facets {
		if f.part != part {
			continue
		}
		if ok {
			return facet{}, false
		}
		found, ok = f, true
	}
	return found, ok
}

// count is how often the times of a sentence name the part of the calendar.
func count(s *claim.Sentence, part byte) int {
	n := 0
	for _, t := range s.Times {
		for _, f := range facetsOf(t) {
			if f.part == part {
				n++
			}
		}
	}
	return n
}

// strange lists the facets named in s that no time of t names or falls on. Where
// both name as many, each of t stands for one of s.
func strange(s, t *claim.Sentence) []facet {
	var out []facet
	used := map[facet]int{}
	for _, x := range s.Times {
		for _, f := range facetsOf(x) {
			n, even := named(t, f), count(s, f.part) == count(t, f.part)
			of := facet{part: f.part, value: f.value}
			if used[of]++; !falls(t, f) || even && n > 0 && used[of] > n {
				out = append(out, f)
			}
		}
	}
	return out
}

// named is how many times of a sentence name the facet.
func named(s *claim.Sentence, f facet) int {
	n := 0
	for _, t := range s.Times {
		for _, g := range facetsOf(t) {
			if g.part == f.part && g.value == f.value {
				n++
			}
		}
	}
	return n
}

func facetsOf(t timex.Mention) []facet {
	var out []facet
	if t.HasWeekday {
		out = append(out, facet{weekdayPart, int(t.Weekday), t.Span})
	}
	if t.Kind != timex.Absolute || t.Value.Month == 0 {
		return out
	}
	out = append(out, facet{monthPart, t.Value.Month, t.Span})
	if t.Value.Day != 0 {
		out = append(out, facet{dayPart, t.Value.Day, t.Span})
	}
	return out
}

// falls reports whether some time of the sentence names the facet, or is of a day
// or stretch that has it.
func falls(t *claim.Sentence, f facet) bool {
	for _, y := range t.Times {
		for _, d := range []model.Date{y.Value, y.Until} {
			switch f.part {
			case weekdayPart:
				weekday, ok := weekdayOf(d)
				if y.HasWeekday && int(y.Weekday) == f.value || !y.HasWeekday && ok && weekday == f.value {
					return true
				}
			case monthPart:
				if d.Month == f.value {
					return true
				}
			case dayPart:
				if d.Day == f.value {
					return true
				}
			}
		}
		if !y.Until.IsZero() && f.part != monthPart {
			return true // a stretch of days
		}
	}
	return false
}

// weekdayOf is the day of the week of a whole date, from Sunday as 0.
func weekdayOf(d model.Date) (int, bool) {
	n, ok := d.Days()
	if !ok || !d.Full() {
		return 0, false
	}
	epoch, _ := model.Date{Year: 2023, Month: 1, Day: 1}.Days() // a Sunday
	return ((n-epoch)%7 + 7) % 7, true
}
