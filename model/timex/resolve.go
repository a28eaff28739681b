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

// resolve sets the kind, value and extent of the mention.
func (s *scan) resolve(p *piece, m *Mention) {
	switch {
	case p.length:
		m.Kind, m.Count, m.Unit = Duration, p.count, p.unit
		return
	case p.each:
		m.Kind, m.Count, m.Unit = Recurring, p.count, p.unit
		return
	case p.date.Day != 0 || p.date.Month != 0 || p.date.Year != 0:
		s.resolveDate(p, m)
	case p.rel != "" && p.rel != Week, p.rel == Week && !p.hasWeekday:
		s.resolveRelative(p, m)
	case p.hasWeekday:
		m.Kind = Weekday
		s.resolveWeekday(p, m)
	default:
		m.Kind = Clock
	}
	if p.nightTo && m.Value.Full() {
		m.Until = m.Value
		m.Value = m.Value.AddDays(-1)
	}
	m.Value, m.Until = inEra(m.Value), inEra(m.Until)
	s.setClock(p, m)
}

// inEra is the date, or the zero date where reckoning has left the years that a
// date can have.
func inEra(d model.Date) model.Date {
	if d.Year < 0 || d.Year > 9999 {
		return model.Date{}
	}
	return d
}

func (s *scan) setClock(p *piece, m *Mention) {
	if !p.hasClock {
		return
	}
	m.Value.HasClock, m.Value.Minute = true, p.minute
	m.Value.HasZone, m.Value.Zone = p.hasZone, p.zone
}

// resolveDate completes a date that the text gives in part.
func (s *scan) resolveDate(p *piece, m *Mention) {
	m.Kind = Absolute
	s.swap(p)
	if p.calendar != gregorian {
		s.resolveForeign(p, m)
		return
	}
	m.Value, m.Until = p.date, p.until
	if p.rel == Year && p.date.Year == 0 {
		if s.anchor.Year != 0 {
			m.Value.Year = s.anchor.Year + p.offset
		}
	} else if p.rel == Month && p.bare {
		m.Value.Year, m.Value.Month = s.monthFrom(p.offset)
	} else if p.bare {
		m.Value = s.nearestDay(p.date.Day, s.future(p))
	} else if p.date.Year == 0 {
		s.completeYear(p, m)
	}
	if p.rel == Year && p.date.Month == 0 && p.date.Day == 0 {
		m.Kind = Relative
	}
	s.completeUntil(p, m)
}

// completeUntil gives the end of an interval the year and month of its beginning.
func (s *scan) completeUntil(p *piece, m *Mention) {
	if m.Until.IsZero() {
		return
	}
	if m.Until.Month == 0 && p.until.Day != 0 {
		m.Until.Month = m.Value.Month
	}
	if m.Until.Year == 0 {
		m.Until.Year = m.Value.Year
		if m.Until.Year != 0 && m.Until.Month < m.Value.Month {
			m.Until.Year++
		}
	}
}

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

// resolveForeign converts a Persian or Islamic date. A month without a day becomes
// the interval of its days.
func (s *scan) resolveForeign(p *piece, m *Mention) {
	y, mo, d := p.date.Year, p.date.Month, p.date.Day
	m.Approx = m.Approx || p.calendar == hijri
	if y == 0 && p.calendar == jalali {
		y = s.jalaliYear(mo, d)
	}
	if y == 0 {
		return
	}
	switch {
	case mo == 0:
		m.Value = p.calendar.gregorianDate(y, 1, 1)
		m.Until = p.calendar.gregorianDate(y+1, 1, 1).AddDays(-1)
	case d == 0:
		m.Value = p.calendar.gregorianDate(y, mo, 1)
		ny, nm := y, mo+1
		if nm > 12 {
			ny, nm = y+1, 1
		}
		m.Until = p.calendar.gregorianDate(ny, nm, 1).AddDays(-1)
	default:
		m.Value = p.calendar.gregorianDate(y, mo, d)
		if p.until.Day != 0 && p.until.Month != 0 {
			m.Until = p.calendar.gregorianDate(y, p.until.Month, p.until.Day)
		}
	}
}

// jalaliYear completes a Persian day and month from the anchor.
func (s *scan) jalaliYear(month, day int) int {
	at, ok := s.anchor.Days()
	if !ok {
		return 0
	}
	year, _, _ := jalaliOf(at)
	for y := year + 1; y >= year-1; y-- {
		if jalaliDays(y, month, max(day, 1)) <= at+farAhead {
			return y
		}
	}
	return 0
}

// resolveRelative counts from the anchor.
func (s *scan) resolveRelative(p *piece, m *Mention) {
	m.Kind, m.Unit, m.Count = Relative, p.rel, float64(p.offset)
	if p.count != 0 {
		m.Count = float64(p.offset) * p.count
	}
	if p.rel == Day && p.hasWeekday && s.anchor.IsZero() {
		return
	}
	switch p.rel {
	case Second, Minute, Hour:
		s.resolveHours(m)
	case Day, Nights:
		m.Value = s.daysFrom(int(m.Count))
	case Week, Weekend:
		s.resolveWeek(p, m)
	case Month:
		m.Value.Year, m.Value.Month = s.monthFrom(int(m.Count))
		m.Approx = m.Approx || p.count != 0
	case Quarter:
		s.resolveQuarter(m)
	case Year, Decade, Century:
		s.resolveYears(p, m)
	}
}

// daysFrom is the day n days from the anchor; the year stays unknown where the
// anchor's is.
func (s *scan) daysFrom(n int) model.Date {
	d := s.anchor
	if d.Month == 0 || d.Day == 0 {
		return model.Date{}
	}
	d.HasClock, d.HasZone, d.Minute, d.Zone = false, false, 0, 0
	if d.Year != 0 {
		return d.AddDays(n)
	}
	d.Year = 2001 // any year that is no leap year
	d = d.AddDays(n)
	d.Year = 0
	return d
}

// resolveHours keeps the day where the distance cannot leave it unnoticed.
func (s *scan) resolveHours(m *Mention) {
	m.Approx = true
	if m.Days() > -1 && m.Days() < 1 && !s.anchor.HasClock {
		m.Value = s.daysFrom(0)
		return
	}
	minute := s.anchor.Minute
	if !s.anchor.HasClock {
		minute = 12 * 60
	}
	minute += int(m.Days() * 24 * 60)
	days := minute / (24 * 60)
	if minute < 0 {
		days--
	}
	m.Value = s.daysFrom(days)
}

// resolveWeek names the week from Monday to Sunday, or its weekend.
func (s *scan) resolveWeek(p *piece, m *Mention) {
	at, ok := s.anchor.Days()
	if !ok {
		return
	}
	if p.count != 0 {
		m.Value, m.Approx = model.DateOfDays(at+int(7*m.Count)), true
		return
	}
	monday := at - isoDay(at) + 7*p.offset
	m.Value, m.Until = model.DateOfDays(monday), model.DateOfDays(monday+6)
	if p.rel == Weekend {
		if p.offset == -1 && isoDay(at) == 6 {
			monday += 0 // on a Sunday the last weekend is that of the week before
		}
		m.Value = model.DateOfDays(monday + 5)
	}
}

// isoDay counts the days of the week from Monday, 0.
func isoDay(days int) int { return ((days+3)%7 + 7) % 7 }

func (s *scan) resolveQuarter(m *Mention) {
	if s.anchor.Year == 0 || s.anchor.Month == 0 {
		return
	}
	q := s.anchor.Year*4 + (s.anchor.Month-1)/3 + int(m.Count)
	m.Value = model.Date{Year: q / 4, Month: q%4*3 + 1}
	m.Until = model.Date{Year: q / 4, Month: q%4*3 + 3}
}

func (s *scan) resolveYears(p *piece, m *Mention) {
	if s.anchor.Year == 0 {
		return
	}
	m.Approx = m.Approx || p.count != 0
	switch {
	case p.rel == Year || p.count != 0:
		m.Value.Year = s.anchor.Year + int(m.Count*daysIn(p.rel)/daysIn(Year))
	case p.rel == Decade:
		m.Value.Year = s.anchor.Year/10*10 + 10*p.offset
		m.Until.Year = m.Value.Year + 9
	default:
		m.Value.Year = s.anchor.Year/100*100 + 100*p.offset
		m.Until.Year = m.Value.Year + 99
	}
	if m.Value.Year < 1 {
		m.Value.Year, m.Until.Year = 0, 0
	}
}

// resolveWeekday finds the day: by default the latest not after the anchor, since
// news tells what has been; "last", "next" and words of the future turn it.
func (s *scan) resolveWeekday(p *piece, m *Mention) {
	at, ok := s.anchor.Days()
	if !ok {
		return
	}
	anchorDay := (isoDay(at) + 1) % 7
	back := (anchorDay - p.weekday + 7) % 7
	var n int
	switch {
	case p.rel == Week:
		n = at - isoDay(at) + 7*p.offset + (p.weekday+6)%7
	case p.hasDir && p.dir < 0:
		n = at - back
		if back == 0 {
			n -= 7
		}
	case p.hasDir && p.dir == 0:
		n = at - isoDay(at) + (p.weekday+6)%7
	case p.hasDir:
		n = at - back + 7
	case s.future(p):
		n = at - back + 7
		m.Value.Uncertain = true
	default:
		n = at - back
	}
	uncertain := m.Value.Uncertain
	m.Value = model.DateOfDays(n)
	m.Value.Uncertain = uncertain
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
