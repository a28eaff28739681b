package timex

import (
	"slices"
	"strings"
	"time"
)

// weekdayAt reads a weekday with the words that turn it to the last or next one
// after it: "Monday", "Selasa lalu", "mardi dernier", "Sonntagmorgen".
func (s *scan) weekdayAt(i int) (piece, bool) {
	day := s.sense(i, cWeekday, anySide)
	if day == nil {
		return piece{}, false
	}
	p := piece{to: i + 1, hasWeekday: true, weekday: day.value, part: day.part,
		hasDir: day.hasDir, dir: day.dir, weak: day.weakIn(&s.toks[i]), short: day.short}
	if day.short && s.sign(p.to, '.') && s.joins(p.to) {
		p.to++
	}
	p.to = s.overSuffix(p.to)
	if s.follows(p.to) && s.is(p.to, cDayMark, after) && s.toks[p.to].digits == 0 {
		p.to, p.weak = p.to+1, false // "salı günü"
	}
	if mod := s.sense(p.to, cMod, after); mod != nil && s.follows(p.to) && !p.hasDir {
		p.hasDir, p.dir, p.weak = true, mod.value, false
		p.to++
	}
	return p, true
}

// weekdaySign reads the one-letter weekday in brackets of "7月10日（月）".
func (s *scan) weekdaySign(p *piece) {
	i := p.to
	if i+2 >= len(s.toks) || !s.bracket(i) || !s.bracket(i+2) || p.hasWeekday {
		return
	}
	if day := s.sense(i+1, cWeekdaySign, anySide); day != nil {
		p.hasWeekday, p.weekday, p.to = true, day.value, i+3
	}
}

// weekdayNumber reads the bare day in brackets of "Senin (10)" where it falls on
// that weekday, or where there is no anchor to tell.
func (s *scan) weekdayNumber(p *piece) {
	i := p.to
	if !p.hasWeekday || p.date.Day != 0 || p.rel != "" || i+2 >= len(s.toks) || !s.follows(i) || !s.bracket(i) || !s.bracket(i+2) {
		return
	}
	n, ok := s.number(i+1, 1, 2)
	if !ok || n < 1 || n > 31 {
		return
	}
	if w, ok := s.nearestDay(n, s.future(p)).Weekday(); ok && int(w) != p.weekday {
		return
	}
	p.date.Day, p.bare, p.to, p.weak, p.short = n, true, i+3, false, false
}

func (s *scan) bracket(i int) bool {
	switch s.text[s.toks[i].start:s.toks[i].end] {
	case "(", ")", "（", "）":
		return true
	}
	return false
}

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
	switch u {
	case Day, Week, Weekend, Month, Quarter, Year:
		return true
	}
	return false
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

// lengthAt reads a number and a unit, and what makes it a distance from today:
// "47 days", "three years ago", "il y a deux ans", "dua pekan lalu".
func (s *scan) lengthAt(i int) (piece, bool) {
	p, ok := s.amount(i)
	if !ok {
		return p, false
	}
	if s.isAge(i, p.to) {
		p.skip = true
		return p, true
	}
	if s.follows(p.to+1) && s.is(p.to, cAgo, after) && s.ofStory(p.to+1) {
		return p, true
	}
	if s.follows(p.to) && s.is(p.to, cAgo, after) {
		return ago(p, p.to+1, -1), true
	}
	if s.follows(p.to) && s.is(p.to, cAhead, after) {
		return ago(p, p.to+1, 1), true
	}
	return p, true
}

// ago reads a distance that begins with its word: "vor drei Tagen", "через два дня".
func (s *scan) ago(i int) (piece, bool) {
	sign := -1
	if !s.is(i, cAgo, before) {
		if !s.is(i, cAhead, before) {
			return piece{}, false
		}
		sign = 1
	}
	j := i + 1
	if s.is(j, cApprox, anySide) {
		j++
	}
	if !s.follows(j) {
		return piece{}, false
	}
	p, ok := s.amount(j)
	if !ok || s.isAge(j, p.to) || s.ofStory(p.to) {
		return p, false
	}
	p = ago(p, p.to, sign)
	p.approx = p.approx || j > i+1
	return p, true
}

// ofStory reports whether the word at i ties a distance to something other than
// today: "через три месяца после саммита".
func (s *scan) ofStory(i int) bool {
	lead := s.sense(i, cLead, anySide)
	return lead != nil && s.follows(i) && (lead.bound == After || lead.bound == Before)
}

// ago turns a length into a distance from the anchor.
func ago(p piece, to, sign int) piece {
	p.to, p.length, p.weak = to, false, false
	p.rel, p.offset = p.unit, sign
	return p
}

// amount reads a count and a unit.
func (s *scan) amount(i int) (piece, bool) {
	if i >= len(s.toks) {
		return piece{}, false
	}
	if length := s.sense(i, cLength, anySide); length != nil {
		return piece{to: i + 1, length: true, count: length.count, unit: length.unit, weak: length.weak}, true
	}
	count, to, ok := s.count(i)
	if !ok {
		return piece{}, false
	}
	if s.dash(to) && s.joins(to) && s.joins(to+1) {
		to++
	}
	if !s.follows(to) {
		return piece{}, false
	}
	unit := s.sense(to, cUnit, anySide)
	if unit == nil {
		return s.relativeUnit(count, to)
	}
	if unit.singular && count > 1 && int(count)%10 != 1 {
		return piece{}, false // "w 65 minucie" is an ordinal
	}
	if unit.unit == Century && count > maxCenturies {
		return piece{}, false
	}
	p := piece{to: to + 1, length: true, count: count, unit: unit.unit}
	if plus := s.sense(p.to, cPlus, anySide); plus != nil && s.follows(p.to) {
		p.count, p.to = p.count+plus.count, p.to+1
	}
	return p, true
}

// relativeUnit reads "two" with "weeks ago" where "weeks ago" alone is last week:
// "dua minggu lalu".
func (s *scan) relativeUnit(count float64, i int) (piece, bool) {
	rel := s.sense(i, cRel, anySide)
	if rel == nil || rel.value == 0 {
		return piece{}, false
	}
	p := piece{to: i + 1, count: count, unit: rel.unit}
	if rel.value < 0 && s.endsInAgo(i) {
		p.rel, p.offset = rel.unit, -1
		return p, true
	}
	p.length = true // "the past three months", "two years later"
	return p, true
}

// endsInAgo reports whether the last word of the phrase at i makes a length a
// distance from today; scripts without spaces have it in the phrase.
func (s *scan) endsInAgo(i int) bool {
	phrase := s.text[s.toks[i].start:s.toks[i].end]
	last := strings.LastIndexByte(phrase, ' ')
	if last < 0 {
		return true
	}
	id := s.lex.ids[foldWord(phrase[last+1:], s.lex.turkish)]
	return slices.ContainsFunc(s.lex.senses[id], func(s sense) bool { return s.class == cAgo })
}

// maxCenturies is the most centuries that are a length: "20 век" is the twentieth.
const maxCenturies = 10

// maxCount is the largest count of units that is read as a length.
const maxCount = 100000

// count reads a number in figures or words: "47", "3,5", "1.200", "three",
// "twenty-five", "two and a half".
func (s *scan) count(i int) (n float64, to int, ok bool) {
	if word := s.sense(i, cNumber, anySide); word != nil {
		n, to = word.count, i+1
		next := to
		if s.dash(next) && s.joins(next) {
			next++
		}
		if more := s.sense(next, cNumber, anySide); more != nil && s.follows(next) && n >= 10 && more.count < 10 && int(n)%10 == 0 {
			n, to = n+more.count, next+1
		}
	} else if n, to, ok = s.figure(i); !ok {
		return 0, 0, false
	}
	if plus := s.sense(to, cPlus, anySide); plus != nil && s.follows(to) {
		n, to = n+plus.count, to+1
	}
	return n, to, n > 0 && n <= maxCount
}

// figure reads digits with decimals or groups of thousands.
func (s *scan) figure(i int) (n float64, to int, ok bool) {
	whole, ok := s.number(i, 1, 6)
	if !ok || !s.free(i) {
		return 0, 0, false
	}
	n, to = float64(whole), i+1
	part, more := s.number(i+2, 1, 3)
	if !more || !s.joins(i+1) || !s.joins(i+2) || !s.sign(i+1, '.') && !s.sign(i+1, ',') {
		return n, to, true
	}
	switch s.toks[i+2].digits {
	case 1:
		n += float64(part) / 10
	case 2:
		n += float64(part) / 100
	default:
		n = n*1000 + float64(part)
	}
	return n, i + 3, s.done(i + 3)
}

// ageList is how many tokens of a list of ages are looked back over.
const ageList = 8

// isAge reports whether the length from i up to token to is how old someone is.
func (s *scan) isAge(i, to int) bool {
	j := i - 1
	for j > 0 && j > i-ageList && (s.toks[j].digits > 0 || s.sign(j, ',') || s.is(j, cTo, anySide)) {
		j-- // "im Alter von 33, 34 und 39 Jahren"
	}
	if s.is(j, cAge, before) || s.is(j-1, cAge, before) && s.follows(j) {
		return true
	}
	if s.sign(i-1, '(') && s.sign(to, ')') || s.sign(i-1, ',') && s.sign(to, ',') && s.is(to-1, cUnit, anySide) && s.toks[to-1].as(cUnit).unit == Year {
		return true // "a man, 34 years, …"
	}
	if s.is(i-1, cOf, anySide) && s.is(i-2, cPerson, anySide) {
		return true // "un hombre de 34 años"
	}
	if s.dash(to) {
		to++
	}
	return s.follows(to) && s.is(to, cAge, after)
}

// nightTo reads the night before a weekday: "in der Nacht zum Sonntag", "в ночь на
// субботу".
func (s *scan) nightTo(i int) (piece, bool) {
	if !s.is(i, cNightTo, anySide) || !s.follows(i+1) {
		return piece{}, false
	}
	p, ok := s.weekdayAt(i + 1)
	if ok {
		end := s.over(s.over(s.over(p.to, cTo), cLead), cGlue)
		if end > p.to && end < len(s.toks) {
			if second, ok := s.weekdayAt(end); ok && second.weekday == (p.weekday+1)%7 {
				p = second
			}
		}
	} else if p, ok = s.dayFirst(i + 1); !ok {
		return piece{}, false
	}
	p.part, p.nightTo, p.weak = Night, true, false
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

// weekdayOf is the calendar's name for a number from 0, Sunday.
func weekdayOf(n int) time.Weekday { return time.Weekday(((n % 7) + 7) % 7) }
