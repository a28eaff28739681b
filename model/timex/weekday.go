package timex

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

// nightTo reads the night before a weekday: "in der Nacht zum Sonntag", "в ночь на
// субботу".
func (s *scan) nightTo(i int) (piece, bool) {
	if !s.is(i, cNightTo, anySide) || !s.follows(i+1) {
		return piece{}, false
	}
	until := s.sense(i, cNightTo, anySide).side != after
	p, ok := s.weekdayAt(i + 1)
	if ok {
		end := s.over(s.over(s.over(p.to, cTo), cLead), cGlue)
		if end > p.to && end < len(s.toks) {
			if second, ok := s.weekdayAt(end); ok && second.weekday == (p.weekday+1)%7 {
				p, until = second, true
			}
		}
	} else if p, ok = s.dayFirst(i + 1); !ok {
		return piece{}, false
	}
	p.part, p.nightTo, p.weak = Night, until, false
	return p, true
}
