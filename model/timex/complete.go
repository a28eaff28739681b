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
	limit, step := at+farAhead, -1
	year := s.anchor.Year + 1
	if p.hasDir && p.dir < 0 {
		limit = at
	} else if s.future(p) || p.hasDir && p.dir > 0 {
		limit, step, year = at, 1, s.anchor.Year-1
	}
	day := max(p.date.Day, 1)
	for range 9 { // 29 February comes every fourth year, but for 2100
		if day <= model.DaysIn(year, p.date.Month) {
			n, _ := model.Date{Year: year, Month: p.date.Month, Day: day}.Days()
			last := n
			if p.date.Day == 0 {
				last += model.DaysIn(year, p.date.Month) - 1
			}
			if step < 0 && n <= limit || step > 0 && last >= limit {
				m.Value.Year = year
				m.Value.Uncertain = at-last > sureWithin || n-at > maxAhead && step < 0 || n-at > sureWithin
				return
			}
		}
		year += step
	}
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
