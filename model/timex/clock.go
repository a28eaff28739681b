package timex

// clock reads a time of day: "15:30", "pukul 14.30 WITA", "15 Uhr", "3 pm",
// "15h30", "午後3時30分".
func (s *scan) clock(i int) (piece, bool) {
	p := piece{hasClock: true}
	part := s.sense(i, cPart, anySide)
	if part != nil && s.sense(i, cHalf, before) == nil && s.follows(i+1) {
		i++
	}
	half := s.sense(i, cHalf, before)
	if half != nil && s.follows(i+1) {
		i++
	}
	mark := s.sense(i, cClockMark, before)
	if mark != nil && s.follows(i+1) {
		p.approx = s.is(i, cApprox, anySide)
		i++
		if s.is(i, cApprox, anySide) && s.follows(i+1) {
			p.approx, i = true, i+1
		}
	}
	if s.toks[i].digits == 0 && s.sense(i, cNumber, anySide) == nil || !s.free(i) {
		return p, false
	}
	marked := mark != nil && !mark.weak || half != nil
	to, minute, ok := s.timeOfDay(i, marked, mark != nil)
	if !ok {
		return p, false
	}
	p.to, p.minute = to, minute
	p.weak = !marked && !s.clockEnd(&p, i) && (mark == nil || p.to < i+3 && !s.is(i+1, cHourMark, after))
	if marked {
		s.clockEnd(&p, i)
	}
	if half != nil {
		p.minute = twelveHours(p.minute, half.value)
	} else if part != nil {
		p.part, p.weak = part.part, false
		p.minute = p.partOfDay(p.minute)
	}
	if p.to == i+1 && p.weak {
		return p, false // a number and nothing else
	}
	s.clockRange(&p)
	if s.zoneAfter(&p) {
		p.weak = false
	}
	return p, p.minute <= 24*60
}

// timeOfDay reads the hour and minute at i. A bare hour needs a word of the clock
// before it or after; a full stop does as well, but there a preposition will do
// where it cannot be the sign of decimals.
func (s *scan) timeOfDay(i int, marked, led bool) (to, minute int, ok bool) {
	if to, minute, ok = s.hourAndMinute(i, ':'); ok {
		return to, minute, true
	}
	if to, minute, ok = s.hourAndMinute(i, '.'); ok && (marked || led && !s.lex.points && (!s.lex.dots || minute%60 > 12) || s.clockWord(to) || s.lineEnd(to)) {
		return to, minute, true
	}
	h, ok := s.number(i, 1, 2)
	if word := s.sense(i, cNumber, anySide); !ok && word != nil && word.count == float64(int(word.count)) {
		h, ok = int(word.count), marked || led || s.is(i+1, cHourMark, after) && s.is(i+2, cPart, anySide)
	}
	if !ok || h > 24 {
		return 0, 0, false
	}
	if s.follows(i+1) && s.is(i+1, cHourMark, after) {
		return s.minuteAfter(i, h, led || marked)
	}
	worded := led && s.follows(i+1) && (s.clockWord(i+1) || s.is(i+1, cPart, anySide))
	if !s.done(i+1) || !marked && !worded && !s.clockUnit(i+1) {
		return 0, 0, false
	}
	if to, m := s.pastHour(i + 1); m > 0 {
		return to, h*60 + m, true
	}
	return i + 1, h * 60, true
}

// pastHour reads the minutes of "الرابعة والنصف" and "الرابعة و٤٥ دقيقة".
func (s *scan) pastHour(i int) (to, minutes int) {
	if !s.follows(i) {
		return i, 0
	}
	if plus := s.sense(i, cPlus, anySide); plus != nil {
		return i + 1, int(plus.count * 60)
	}
	i = s.over(i, cTo)
	if m, ok := s.number(i, 1, 2); ok && m < 60 && s.follows(i) && s.follows(i+1) && s.is(i+1, cMinuteMark, after) {
		return i + 2, m
	}
	return i, 0
}

// lineEnd reports whether a line ends before token i: "11 agosto 2022 | 16.45".
func (s *scan) lineEnd(i int) bool {
	return i >= len(s.toks) || s.toks[i].gap == broken || s.sign(i, '|')
}

// minuteAfter reads what follows the hour of "15h30", "15時30分", "15 Uhr 30".
func (s *scan) minuteAfter(i, h int, led bool) (to, minute int, ok bool) {
	to = i + 2
	mark := s.sense(i+1, cHourMark, after)
	m, isMinute := s.number(to, 1, 2)
	if isMinute && s.follows(to) && m < 60 {
		end := s.follows(to+1) && s.is(to+1, cMinuteMark, after)
		if end {
			return to + 2, h*60 + m, true
		}
		if (s.joins(to) || !mark.weak) && s.toks[to].digits == 2 && s.done(to+1) && !s.is(to+1, cUnit, anySide) {
			return to + 1, h*60 + m, true
		}
	}
	// An hour alone may be a length: "3h", "3時間" differ by the mark.
	part := s.follows(to) && s.is(to, cPart, anySide) // "2 часа дня"
	if plus := s.sense(to, cPlus, anySide); plus != nil && s.joins(to) {
		return to + 1, h*60 + int(plus.count*60), !mark.weak || led // "9時半"
	}
	return to, h * 60, !mark.weak || part || led
}

// hourAndMinute reads "15:30" and "15:30:05" with the given sign.
func (s *scan) hourAndMinute(i int, sign byte) (to, minute int, ok bool) {
	h, isHour := s.number(i, 1, 2)
	m, isMinute := s.number(i+2, 2, 2)
	if !isHour || !isMinute || h > 24 || m > 59 || !s.joins(i+1) || !s.joins(i+2) || !s.colon(i+1, sign) {
		return 0, 0, false
	}
	to = i + 3
	if sec, ok := s.number(i+4, 2, 2); ok && s.joins(i+3) && s.joins(i+4) && s.colon(i+3, sign) && sec <= 60 {
		to = i + 5
		if s.sign(to, '.') && s.joins(to) && s.joins(to+1) && s.toks[to+1].digits > 0 {
			to += 2
		}
	}
	return to, h*60 + m, s.done(to) || s.sign(to, '-') || s.sign(to, '+')
}

func (s *scan) colon(i int, sign byte) bool {
	return s.sign(i, sign) || sign == ':' && s.text[s.toks[i].start:s.toks[i].end] == "："
}

// clockUnit reports whether a word at i says of a bare number that it is an hour of
// the clock, where others say so of a length as well.
func (s *scan) clockUnit(i int) bool {
	mark := s.sense(i, cClockMark, after)
	return s.follows(i) && (mark != nil && !mark.weak || s.is(i, cHalf, after) || s.is(i, cZone, anySide))
}

// clockRange steps over the end of "08.00-10.00 WIB", so that the zone is seen.
func (s *scan) clockRange(p *piece) {
	if !s.joins(p.to) || !s.dash(p.to) || !s.joins(p.to+1) {
		return
	}
	for _, sign := range []byte{':', '.'} {
		if to, _, ok := s.hourAndMinute(p.to+1, sign); ok {
			p.to = to
			return
		}
	}
}

// clockWord reports whether a word of the clock or a zone stands at i.
func (s *scan) clockWord(i int) bool {
	return s.follows(i) && (s.is(i, cClockMark, after) || s.is(i, cHalf, after) || s.is(i, cZone, anySide))
}

// clockEnd takes "Uhr", "pm", "sore" after the time and reports whether there was
// a word of the clock.
func (s *scan) clockEnd(p *piece, i int) bool {
	found := s.is(i+1, cHourMark, after) && !s.sense(i+1, cHourMark, after).weak
	if s.follows(p.to) && s.is(p.to, cClockMark, after) {
		p.to, found = p.to+1, true
	}
	if !s.follows(p.to) {
		return found
	}
	if half := s.sense(p.to, cHalf, after); half != nil {
		p.minute, found = twelveHours(p.minute, half.value), true
		p.to++
	} else if part := s.sense(p.to, cPart, anySide); part != nil {
		if found || s.sign(i+1, ':') || p.to > i+1 || s.is(i-1, cClockMark, before) {
			p.part, found = part.part, true
			p.minute = p.partOfDay(p.minute)
			p.to++
		}
	}
	return found
}

// twelveHours puts a time of the twelve-hour clock into its half of the day.
func twelveHours(minute, half int) int {
	if half == 0 && minute/60 == 12 {
		return minute - 12*60
	}
	if half == 12 && minute/60 < 12 {
		return minute + 12*60
	}
	return minute
}

// partOfDay is the time with its part of the day: "3 sore" is 15:00.
func (p *piece) partOfDay(minute int) int {
	h := minute / 60
	switch {
	case h == 0 || h >= 12:
		return minute
	case p.part == Afternoon || p.part == Evening, p.part == Night && h >= 6, p.part == Noon && h < 4:
		return minute + 12*60
	}
	return minute
}

// zoneAfter takes a time zone: "WITA", "(MSK)", "UTC+3", "GMT+07:00", "+0700", "Z".
func (s *scan) zoneAfter(p *piece) bool {
	i, open := p.to, false
	if s.sign(i, '(') && s.follows(i) {
		i, open = i+1, true
	}
	if i >= len(s.toks) || !open && !s.follows(i) {
		return false
	}
	zone := s.sense(i, cZone, anySide)
	if zone != nil {
		p.zone = zone.value
		i++
	}
	offset, to, ok := s.offset(i)
	if ok && (zone == nil || zone.value == 0) {
		p.zone, i = offset, to
	}
	if zone == nil && (!ok || s.toks[i-1].digits != 4 && !p.iso) {
		return false
	}
	if open {
		if !s.sign(i, ')') {
			return false
		}
		i++
	}
	p.hasZone, p.to = true, i
	return true
}

// offset reads "+3", "+07:00", "-0530" at i.
func (s *scan) offset(i int) (minutes, to int, ok bool) {
	plus := s.sign(i, '+')
	if !plus && !s.dash(i) || !s.joins(i+1) {
		return 0, 0, false
	}
	n, ok := s.number(i+1, 1, 4)
	to = i + 2
	switch digits := s.toks[i+1].digits; {
	case !ok || digits == 3:
		return 0, 0, false
	case digits == 4:
		minutes = n/100*60 + n%100
	default:
		minutes = n * 60
		if m, ok := s.number(to+1, 2, 2); ok && s.joins(to) && s.joins(to+1) && (s.sign(to, ':') || s.sign(to, '.')) {
			minutes, to = minutes+m, to+2
		}
	}
	if !plus {
		minutes = -minutes
	}
	return minutes, to, minutes >= -14*60 && minutes <= 14*60
}
