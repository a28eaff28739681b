package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// How sure it is that a step taken clashes with one still awaited, and with one
// that is only expected.
const (
	awaitedScore  = 0.7
	expectedScore = 0.62
)

// leastMeant is how sure it must be that the words of both sides mean the step.
const leastMeant = 0.3

// progress compares how far two reports say that a matter has come: in one a step
// is taken which in the other, no older one, is still to be taken.
func progress(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	of := map[*claim.Document][]standing{r.a: standingsOf(r.a), r.b: standingsOf(r.b)}
	return r.bothSides(func(ahead, late *claim.Document) []wholeFinding {
		return r.behind(ahead, late, of[ahead], of[late])
	})
}

// behind finds the steps that one report calls taken and the other does not; the
// sides are in this order.
func (r *reports) behind(ahead, late *claim.Document, xs, ys []standing) []wholeFinding {
	var out []wholeFinding
	for _, x := range xs {
		if x.stage != taken || saysStage(xs, x.step, awaited, expected) {
			continue
		}
		for _, y := range ys {
			if y.step != x.step || y.stage != awaited && y.stage != expected || x.weight*y.weight < leastMeant || saysStage(ys, y.step, taken) {
				continue
			}
			if score := lag(ahead, late, x, y); score > 0 {
				out = append(out, stepFinding(ahead, late, x, y, score))
			}
		}
	}
	return out
}

// saysStage reports whether a report says anywhere that a step has come as far as
// one of the stages.
func saysStage(list []standing, step string, stages ...stage) bool {
	for _, x := range list {
		for _, s := range stages {
			if x.step == step && x.stage == s {
				return true
			}
		}
	}
	return false
}

// lag is how sure it is that a step taken in one report and awaited or expected in
// the other clash; 0 where they do not.
func lag(ahead, late *claim.Document, x, y standing) float64 {
	s, t := &ahead.Sentences[x.sentence], &late.Sentences[y.sentence]
	common := inCommon(resolved(ahead, s, x), resolved(late, t, y))
	if !sinceThen(ahead, late, x, y) {
		return 0
	}
	switch {
	case y.stage == awaited && common >= 1:
		return awaitedScore
	case y.stage == expected && common >= 2 && past(ahead, s) && !sameTimes(s, t):
		return expectedScore
	}
	return 0
}

// resolved is the matter of a step; where its sentence names nobody, "he conceded", with
// those whom the one before it names.
func resolved(d *claim.Document, s *claim.Sentence, x standing) map[string]bool {
	out := matter(d, s, s.Mentions[x.mention])
	if len(s.Names) > 0 || s.Index == 0 {
		return out
	}
	for _, n := range d.Sentences[s.Index-1].Names {
		for _, k := range n.Keys {
			out[nameMark+k] = true
		}
	}
	return out
}

// past reports whether a sentence says that what it tells happened on a day no
// later than its report, or that it did already.
func past(d *claim.Document, s *claim.Sentence) bool {
	if speaks(s, "already") {
		return true
	}
	now, ok := d.Article.Date.Days()
	for _, t := range datable(s) {
		if lo, _, known := days(t); ok && known && t.Value.Day != 0 && lo <= now {
			return true
		}
	}
	return false
}

// sameTimes reports whether both sentences name one day, or one weekday: what is
// planned for it and what happened on it may be told by one report before and one
// after.
func sameTimes(s, t *claim.Sentence) bool {
	for _, x := range s.Times {
		for _, y := range t.Times {
			if x.HasWeekday && y.HasWeekday && x.Weekday == y.Weekday {
				return true
			}
		}
	}
	for _, x := range datable(s) {
		for _, y := range datable(t) {
			if !apart(x, y) {
				return true
			}
		}
	}
	return false
}

// sinceThen reports whether the step that one report says is not taken is not
// taken as of a day on which, by the other, it was.
func sinceThen(ahead, late *claim.Document, x, y standing) bool {
	at, ok := dayOf(&ahead.Sentences[x.sentence], ahead.Article.Date)
	now, known := dayOf(&late.Sentences[y.sentence], late.Article.Date)
	if !late.Article.Date.IsZero() {
		now, known = late.Article.Date, true
	}
	return ok && known && !before(now, at)
}

// dayOf is the day that a sentence speaks of, or where it names none the one of
// its report.
func dayOf(s *claim.Sentence, published model.Date) (d model.Date, ok bool) {
	for _, t := range s.Times {
		if t.Value.Day != 0 && t.Value.Month != 0 && t.Kind != timex.Recurring {
			return t.Value, true
		}
	}
	return published, published.Day != 0 && published.Month != 0
}

// older reports whether one report is known to be older than another: what it says
// not yet to be may since have come.
func older(d, than *claim.Document) bool {
	a, b := d.Article.Date, than.Article.Date
	return a.Day != 0 && a.Month != 0 && b.Day != 0 && b.Month != 0 && before(a, b)
}

// before reports whether one day is earlier than another, as far as both are
// known.
func before(a, b model.Date) bool {
	switch {
	case a.Year != 0 && b.Year != 0 && a.Year != b.Year:
		return a.Year < b.Year
	case a.Month != b.Month:
		return a.Month < b.Month
	}
	return a.Day < b.Day
}

func stepFinding(ahead, late *claim.Document, x, y standing, score float64) wholeFinding {
	s, t := &ahead.Sentences[x.sentence], &late.Sentences[y.sentence]
	how := "says not yet"
	if y.stage == expected {
		how = "only expects it"
	}
	key := name(lexicon.Concepts()[s.Mentions[x.mention].Concept])
	why := fmt.Sprintf("%s: %s says that it happened, %s %s", key, outlet(ahead), outlet(late), how)
	return wholeFinding{finding{model.Status, score, why, mentionSpan(s, x.mention), mentionSpan(t, y.mention)}, x.sentence, y.sentence}
}
