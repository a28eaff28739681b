package timex

import "parallax/model"

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
		n = at - back
		if back > 3 {
			n += 7
		}
		m.Value.Uncertain = back != 0 // the nearest, but some write "this" of the last
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
