package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// dates compares when the same happening took place.
func dates(p *pair) []finding {
	var out []finding
	for _, sh := range p.shared {
		if sh.concept.Class != lexicon.EventClass || p.s.Mentions[sh.i].State != p.t.Mentions[sh.j].State {
			continue
		}
		x, okX := timeOf(p.s, sh.i)
		y, okY := timeOf(p.t, sh.j)
		if !okX || !okY || !apart(x, y) || p.content() < 2 && len(p.names) == 0 {
			continue
		}
		a, b := p.outlets()
		why := fmt.Sprintf("%s: %s = %s (%s) against %s = %s (%s)", sh.concept.Key, words(p.a, x.Span), x.Value, a, words(p.b, y.Span), y.Value, b)
		out = append(out, finding{model.When, 0.4 + p.score, why, x.Span, y.Span})
	}
	return out
}

// timeOf is the time that a mention's clause gives, or the only one of the
// sentence.
func timeOf(s *claim.Sentence, m int) (timex.Mention, bool) {
	clause := s.Words[s.Mentions[m].From].Clause
	var found []timex.Mention
	for _, t := range s.Times {
		if (t.Kind == timex.Absolute || t.Kind == timex.Weekday || t.Kind == timex.Relative) && t.Bound == timex.At {
			if clauseAt(s, t.Span) == clause {
				return t, true
			}
			found = append(found, t)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return timex.Mention{}, false
}

func clauseAt(s *claim.Sentence, sp model.Span) int {
	for _, w := range s.Words {
		if w.Span.Overlaps(sp) {
			return w.Clause
		}
	}
	return -1
}

// apart reports whether two times share no day.
func apart(x, y timex.Mention) bool {
	if x.Approx || y.Approx {
		return false
	}
	xl, xh, okX := days(x)
	yl, yh, okY := days(y)
	return okX && okY && (xh < yl || yh < xl)
}

// days is the range of days that a time covers.
func days(t timex.Mention) (lo, hi int, ok bool) {
	lo, hi, ok = dayRange(t.Value)
	if ok && !t.Until.IsZero() {
		if _, until, ok := dayRange(t.Until); ok {
			hi = until
		}
	}
	return lo, hi, ok
}

func dayRange(d model.Date) (lo, hi int, ok bool) {
	if d.Year == 0 {
		return 0, 0, false
	}
	first, last := d, d
	if d.Month == 0 {
		first.Month, last.Month = 1, 12
	}
	if d.Day == 0 {
		first.Day, last.Day = 1, model.DaysIn(d.Year, last.Month)
	}
	lo, _ = first.Days()
	hi, _ = last.Days()
	return lo, hi, true
}
