package conflict

import (
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// dates compares when the same happening took place: the happening nearest to a
// time is the one it dates.
func dates(p *pair) []finding {
	var out []finding
	for _, x := range datable(p.s) {
		for _, y := range datable(p.t) {
			if !apart(x, y) {
				continue
			}
			c, ok := meet(datedBy(p.s, x), datedBy(p.t, y))
			if dated(p.b, x, c, ok) || dated(p.a, y, c, ok) || !ok && !p.sameDating() || p.content() < 2 && len(p.names) == 0 {
				continue
			}
			what := ""
			if ok {
				what = name(c) + ": "
			}
			a, b := p.outlets()
			why := fmt.Sprintf("%s%s = %s (%s) against %s = %s (%s)", what, words(p.a, x.Span), x.Value, a, words(p.b, y.Span), y.Value, b)
			out = append(out, finding{model.When, 0.35 + p.sure/2, why, x.Span, y.Span})
		}
	}
	return out
}

// sameDating reports whether the sentences are so alike that the one time that each
// tells is of the same happening, though no word of it is known in both.
func (p *pair) sameDating() bool {
	return p.alike >= otherAlike && len(p.s.Times) == 1 && len(p.t.Times) == 1
}

// datable lists the times of a sentence that say on which day something was.
func datable(s *claim.Sentence) []timex.Mention {
	var out []timex.Mention
	for _, t := range s.Times {
		switch t.Kind {
		case timex.Absolute, timex.Weekday, timex.Relative:
			if t.Bound == timex.At && t.Value.Full() {
				out = append(out, t)
			}
		}
	}
	return out
}

// datedBy lists the events nearest to a time.
func datedBy(s *claim.Sentence, t timex.Mention) []lexicon.Concept {
	from, to := -1, 0
	for i, w := range s.Words {
		if w.Span.Overlaps(t.Span) {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return nil
	}
	var out []lexicon.Concept
	all, last, events := lexicon.Concepts(), -1, 0
	for _, i := range nearest(s, from, to, len(s.Mentions), telling) {
		m := s.Mentions[i]
		if from <= m.From && m.To <= to {
			continue // a part of the time: "pukul", the hour or a blow
		}
		if m.From != last {
			events++
		}
		if events > datedEvents || len(out) > 0 && m.From != last && s.Words[m.From].Clause != s.Words[from].Clause {
			break
		}
		last = m.From
		if !m.State.Negated && m.State.Status == claim.Happened {
			out = append(out, all[m.Concept])
		}
	}
	return out
}

// datedEvents is how many happenings near a time it may date.
const datedEvents = 2

// dated reports whether a report names the day too, and not as that of some other
// happening than c, where that is known: it then knows of both days, and they date
// different things.
func dated(d *claim.Document, x timex.Mention, c lexicon.Concept, known bool) bool {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, t := range datable(s) {
			if apart(x, t) {
				continue
			}
			of := datedBy(s, t)
			if !known || len(of) == 0 || slices.ContainsFunc(of, func(o lexicon.Concept) bool { return o.ID == c.ID }) {
				return true
			}
		}
	}
	return false
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
