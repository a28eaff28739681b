package timex

import (
	"strings"
	"time"

	"parallax/model"
)

const (
	// maxAhead is how many days after the anchor a day without a year may lie and
	// be nearer to mind than the one a year before: news looks a few weeks ahead,
	// and what is further off is said with a word of the future or the year. Past
	// maxAhead and up to farAhead the coming one is taken, in doubt: the other lies
	// more than eight months back.
	maxAhead = 31
	farAhead = 120
	// maxDayAhead is the same for a day without a month.
	maxDayAhead = 10
	// sureWithin is how many days from the anchor a completed year is beyond doubt.
	sureWithin = 183
)

// completeYear chooses the year of a month, or of a day and month.
func (s *scan) completeYear(p *piece, m *Mention) {
	at, ok := s.anchor.Days()
	if !ok {
		if s.anchor.Year != 0 {
			m.Value.Year, m.Value.Uncertain = s.anchor.Year, true
		}
		return
	}
	past, back := occurrence(p.date, s.anchor.Year, at, -1)
	next, ahead := occurrence(p.date, s.anchor.Year, at, 1)
	cue := s.future(p) || m.Bound == Until
	switch {
	case p.hasDir && p.dir < 0:
		m.Value.Year, m.Value.Uncertain = past, back > sureWithin
	case p.hasDir && p.dir > 0:
		m.Value.Year = next
	case ahead <= farAhead || cue && ahead <= 365-farAhead:
		m.Value.Year, m.Value.Uncertain = next, ahead > maxAhead && !cue || ahead > sureWithin
	default:
		m.Value.Year, m.Value.Uncertain = past, cue || back > sureWithin
	}
}

// leapGap is the most years from one 29 February to the next.
const leapGap = 8

// occurrence is the year in which the day or month last came (step -1) or comes
// next (step 1), seen from a day of the given year, and how many days off it is; a
// month that holds the day is 0 days off either way.
func occurrence(d model.Date, year, at, step int) (y, off int) {
	for y = year - step; abs(y-year) <= leapGap+1; y += step {
		days := model.DaysIn(y, d.Month)
		first := model.Date{Year: y, Month: d.Month, Day: max(d.Day, 1)}
		if first.Day > days {
			continue
		}
		from, _ := first.Days()
		to := from
		if d.Day == 0 {
			to += days - 1
		}
		if step < 0 && from <= at {
			return y, max(at-to, 0)
		}
		if step > 0 && to >= at {
			return y, max(from-at, 0)
		}
	}
	return 0, 0
}

// nearestDay chooses the month of a day: the nearest such day, but not far ahead.
func (s *scan) nearestDay(day int, future bool) model.Date {
	at, ok := s.anchor.Days()
	if !ok {
		return model.Date{Year: s.anchor.Year, Month: s.anchor.Month, Day: day}
	}
	best, found := model.Date{}, false
	for offset := -2; offset <= 2; offset++ {
		y, mo := s.monthFrom(offset)
		if day > model.DaysIn(y, mo) {
			continue
		}
		d := model.Date{Year: y, Month: mo, Day: day}
		n, _ := d.Days()
		if future && n < at || !future && n > at+maxDayAhead {
			continue
		}
		if b, _ := best.Days(); !found || abs(n-at) < abs(b-at) {
			best, found = d, true
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// monthFrom is the month that lies n months from the anchor's.
func (s *scan) monthFrom(n int) (year, month int) {
	if s.anchor.Year == 0 || s.anchor.Month == 0 {
		return 0, 0
	}
	t := time.Date(s.anchor.Year, time.Month(s.anchor.Month+n), 1, 0, 0, 0, 0, time.UTC)
	return t.Year(), int(t.Month())
}

// swap settles which number of "10/07" is the month: a weekday beside it decides
// where the language's order does not fit it, else it stays in doubt.
func (s *scan) swap(p *piece) {
	if !p.swap {
		return
	}
	if !p.hasWeekday || p.date.Year == 0 && s.anchor.Year == 0 {
		p.date.Uncertain = true
		return
	}
	d := p.date
	if d.Year == 0 {
		d.Year = s.anchor.Year
	}
	other := d
	other.Month, other.Day = d.Day, d.Month
	w, _ := d.Weekday()
	o, _ := other.Weekday()
	if int(w) != p.weekday && int(o) == p.weekday {
		p.date.Month, p.date.Day = p.date.Day, p.date.Month
	}
}

// clause is how many tokens before a mention are looked at for a word of the future.
const clause = 8

// future reports whether the clause before the piece speaks of what is to come.
func (s *scan) future(p *piece) bool {
	if p.hasDir && p.dir > 0 {
		return true
	}
	if s.follows(p.to) && (s.is(p.to, cFuture, after) || s.futureEnding(p.to)) {
		return true
	}
	for i := p.from - 1; i >= 0 && i >= p.from-clause; i-- {
		if s.toks[i+1].gap == broken {
			return false
		}
		if s.is(i, cFuture, anySide) || s.futureEnding(i) {
			return true
		}
		switch s.text[s.toks[i].start:s.toks[i].end] {
		case ".", ",", ";", "!", "?", "。", "、", "，", "،", "।", "“", "”", "\"", "(", ":":
			return false
		}
	}
	return false
}

// futureEnding reports whether the word at i ends as verbs do in the future tense:
// "votarán".
func (s *scan) futureEnding(i int) bool {
	word := s.text[s.toks[i].start:s.toks[i].end]
	for _, ending := range s.lex.futures {
		if len(word) > len(ending)+1 && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
