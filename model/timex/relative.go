package timex

// modified reads what begins with "last", "this" or "next".
func (s *scan) modified(i int) (piece, bool) {
	mod := s.sense(i, cMod, before)
	if mod == nil || !s.follows(i+1) {
		return piece{}, false
	}
	p := piece{to: i + 2, hasDir: true, dir: mod.value}
	if unit := s.sense(i+1, cUnit, anySide); unit != nil && calendarUnit(unit.unit) && !unit.plural {
		p.rel, p.offset = unit.unit, mod.value
		if unit.unit == Day {
			return p, false // "the next day", "that day" are of the story, not of today
		}
		p.hasDir = false
		return p, true
	}
	if day, ok := s.weekdayAt(i + 1); ok {
		day.hasDir, day.dir, day.weak = true, mod.value, false
		return day, true
	}
	if m, ok := s.month(i + 1); ok && m.calendar == gregorian {
		p.to, p.date.Month = m.to, m.value
		s.yearAfter(&p)
		return p, true
	}
	if season := s.sense(i+1, cSeason, anySide); season != nil {
		p.date.Month, p.rel, p.offset = 0, Year, mod.value
		p.approx = true
		return p, true
	}
	return p, false
}

// calendarUnit reports whether "last" before the unit names a stretch of the
// calendar; "the last hour" does not.
func calendarUnit(u Unit) bool {
	return u == Day || u == Week || u == Weekend || u == Month || u == Quarter || u == Year
}

// relative reads "yesterday", "kemarin", "last week", "昨年", and a unit with
// "last", "this" or "next" after it: "pekan lalu", "semaine dernière".
func (s *scan) relative(i int) (piece, bool) {
	p := piece{to: i + 1}
	if day := s.sense(i, cDay, anySide); day != nil {
		p.rel, p.offset, p.part = Day, day.value, day.part
		p.weak = day.weak
		p.to = s.overSuffix(p.to)
		return p, true
	}
	if rel := s.sense(i, cRel, anySide); rel != nil {
		p.rel, p.offset, p.weak = rel.unit, rel.value, rel.weak
		if sign := s.sense(p.to, cWeekdaySign, anySide); sign != nil && s.joins(p.to) && rel.unit == Week {
			p.hasWeekday, p.weekday, p.to = true, sign.value, p.to+1
		}
		if season := s.sense(p.to, cSeason, anySide); season != nil && rel.unit == Year {
			p.to++
			p.approx = true
		}
		return p, true
	}
	unit := s.sense(i, cUnit, anySide)
	if unit == nil || unit.plural || !calendarUnit(unit.unit) || !s.follows(i+1) {
		return p, false
	}
	mod := s.sense(i+1, cMod, after)
	if mod == nil || unit.unit == Day {
		return p, false
	}
	p.rel, p.offset, p.to = unit.unit, mod.value, i+2
	return p, true
}

// recurring reads "every Monday", "setiap hari", "montags".
func (s *scan) recurring(i int) (piece, bool) {
	if word := s.sense(i, cWeekly, anySide); word != nil {
		return piece{to: i + 1, each: true, hasWeekday: true, weekday: word.value, count: 1, unit: Week}, true
	}
	p := piece{each: true, count: 1}
	if s.is(i, cEach, before) && s.follows(i+1) {
		if day, ok := s.weekdayAt(i + 1); ok {
			day.each, day.count, day.unit, day.weak = true, 1, Week, false
			return day, true
		}
		if n, to, ok := s.count(i + 1); ok {
			p.count, i = n, to-1
		}
		if unit := s.sense(i+1, cUnit, anySide); unit != nil && s.follows(i+1) {
			p.unit, p.to = unit.unit, i+2
			return p, daysIn(unit.unit) >= 1 // "every hour" is mostly a rate
		}
		if part := s.sense(i+1, cPart, anySide); part != nil && s.follows(i+1) {
			p.unit, p.part, p.to = Day, part.part, i+2
			return p, true
		}
		return p, false
	}
	unit := s.sense(i, cUnit, anySide)
	if unit != nil && s.follows(i+1) && s.is(i+1, cEach, after) {
		p.unit, p.to = unit.unit, i+2
		return p, true
	}
	return p, false
}

// partAt reads a part of the day; alone it is no time.
func (s *scan) partAt(i int) (piece, bool) {
	part := s.sense(i, cPart, anySide)
	if part == nil {
		return piece{}, false
	}
	p := piece{to: i + 1, part: part.part, weak: true}
	if s.follows(i+1) && s.sense(i+1, cMod, after) != nil && s.sense(i+1, cMod, after).value == 0 {
		p.rel, p.to, p.weak = Day, i+2, false
	}
	return p, true
}

// quarter reads a quarter or season of a year: "second quarter of 2023", "summer
// 2022".
func (s *scan) quarter(i int) (piece, bool) {
	p := piece{to: i + 1}
	q := s.sense(i, cQuarter, anySide)
	season := s.sense(i, cSeason, anySide)
	if q == nil && season == nil {
		return p, false
	}
	j := s.over(p.to, cOf)
	y, ok := s.year(j)
	if s.sign(j, '/') && s.joins(j) {
		j++
		y, ok = s.year(j)
	}
	if ok = ok && s.follows(j) && y.calendar == gregorian; ok {
		p.date.Year, p.to = y.value, y.to
	}
	if q == nil {
		p.approx = true
		return p, ok
	}
	p.weak, p.quarter = q.weak && !ok, true
	p.date.Month = 3*q.value - 2
	p.until.Year, p.until.Month = p.date.Year, 3*q.value
	return p, true
}
