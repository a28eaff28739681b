package timex

import "parallax/model"

// part is one field of a date, up to token to.
type field struct {
	from, to int
	value    int
	last     int // of a range of days; 0 if it is one day
	marked   bool
	weak     bool
	calendar calendar
	short    bool // an abbreviation, which needs a number beside it
}

// textDate reads a date that has a month in words, or numbers with marks such as
// 年月日 and "ngày … tháng …".
func (s *scan) textDate(i int) (piece, bool) {
	for _, read := range []func(*scan, int) (piece, bool){(*scan).dayFirst, (*scan).monthFirst, (*scan).yearLead} {
		if p, ok := read(s, i); ok && p.plausibleText() {
			return p, true
		}
	}
	return piece{}, false
}

// plausibleText is plausible with the years of words, which may be any of four
// digits or none.
func (p *piece) plausibleText() bool {
	if p.calendar != gregorian && p.date.Year == 0 && p.date.Day == 0 {
		return false
	}
	return p.plausible()
}

// dayFirst reads "10 July 2023", "10–12 July", "ngày 10 tháng 7", "16日".
func (s *scan) dayFirst(i int) (piece, bool) {
	d, ok := s.day(i)
	if !ok {
		return piece{}, false
	}
	m, ok := s.month(s.over(d.to, cOf))
	if !ok {
		return s.bareDay(d)
	}
	p := piece{from: d.from, to: m.to, calendar: m.calendar, date: model.Date{Day: d.value, Month: m.value}}
	s.setLast(&p, d)
	s.yearAfter(&p)
	s.modAfter(&p)
	return p, true
}

// bareDay is a day with a mark of its own and no month.
func (s *scan) bareDay(d field) (piece, bool) {
	p := piece{to: d.to, date: model.Date{Day: d.value}, bare: true}
	s.setLast(&p, d)
	return p, d.marked && !d.weak && s.done(d.to)
}

func (s *scan) setLast(p *piece, d field) {
	if d.last > d.value {
		p.until = model.Date{Month: p.date.Month, Day: d.last}
	}
}

// monthFirst reads "July 10, 2023", "July 2023", "7月10日", "July".
func (s *scan) monthFirst(i int) (piece, bool) {
	m, ok := s.month(i)
	if !ok {
		return piece{}, false
	}
	p := piece{to: m.to, calendar: m.calendar, date: model.Date{Month: m.value}, weak: m.weak}
	if d, ok := s.day(m.to); ok && s.follows(m.to) && (d.marked || s.dayMayFollow(m.to)) {
		p.date.Day, p.to, p.weak = d.value, d.to, false
		s.setLast(&p, d)
	}
	s.yearAfter(&p)
	s.modAfter(&p)
	return p, !m.short || p.date.Day != 0 || p.date.Year != 0
}

// dayMayFollow reports whether the bare number after a month can be its day: in
// languages that write the month first it can.
func (s *scan) dayMayFollow(i int) bool {
	return (s.lex.order == "mdy" || s.lex.lang == "en") && s.done(i+1)
}

// yearLead reads "2023年7月10日", "2023 yılı Temmuz", "năm 2023", "in 2023".
func (s *scan) yearLead(i int) (piece, bool) {
	y, ok := s.year(i)
	if !ok {
		return piece{}, false
	}
	p := piece{to: y.to, calendar: y.calendar, date: model.Date{Year: y.value}, weak: !y.marked && !s.heads(i, y.to)}
	m, ok := s.month(s.over(y.to, cOf))
	if !ok || !s.follows(m.to-1) || !y.marked && s.lex.order != "ymd" {
		s.yearRange(&p)
		return p, true
	}
	p.to, p.date.Month, p.weak = m.to, m.value, false
	if d, ok := s.day(p.to); ok && (d.marked || s.lex.order == "ymd") {
		p.to, p.date.Day = d.to, d.value
		s.setLast(&p, d)
	}
	return p, true
}

// heads reports whether the tokens [i, to) stand at the head of a line with a colon
// behind them, as a year does in a list of happenings.
func (s *scan) heads(i, to int) bool {
	return s.toks[i].gap == broken && s.follows(to) && s.sign(to, ':')
}

// yearRange reads the end of "2019–2022".
func (s *scan) yearRange(p *piece) {
	if !s.follows(p.to+1) || !s.dash(p.to) && s.sense(p.to, cTo, anySide) == nil {
		return
	}
	if n, ok := s.number(p.to+1, 2, 2); ok && s.dash(p.to) && s.joins(p.to+1) && s.done(p.to+2) && n > p.date.Year%100 {
		p.until, p.to, p.weak = model.Date{Year: p.date.Year/100*100 + n}, p.to+2, false
		return
	}
	if y, ok := s.year(p.to + 1); ok && y.value > p.date.Year && y.calendar == p.calendar {
		p.weak = p.weak && !y.marked && !s.dash(p.to)
		p.until, p.to = model.Date{Year: y.value}, y.to
	}
}

// yearAfter takes a year that follows day and month.
func (s *scan) yearAfter(p *piece) {
	i := s.over(p.to, cOf)
	if s.follows(i) && (s.sign(i, ',') || s.yearBehind(i)) {
		i++
	}
	if !s.follows(i) {
		return
	}
	y, ok := s.year(i)
	if !ok || y.calendar != p.calendar && y.calendar != gregorian {
		return
	}
	if p.calendar != gregorian && y.calendar == gregorian && !p.calendar.holds(y.value) {
		return
	}
	p.date.Year, p.to, p.weak = y.value, y.to, false
	if p.until.Day != 0 {
		p.until.Year = y.value
	}
}

// yearBehind reports whether a stroke or hyphen at i sets a year off: "tháng 7/2022".
func (s *scan) yearBehind(i int) bool {
	return s.joins(i) && s.joins(i+1) && (s.sign(i, '/') || s.sign(i, '-')) && s.toks[i+1].digits == 4
}

// modAfter takes "lalu" and "dernier" after a month without year.
func (s *scan) modAfter(p *piece) {
	if !s.follows(p.to) {
		return
	}
	if mod := s.sense(p.to, cMod, after); mod != nil {
		p.to++
		if p.date.Year == 0 {
			p.hasDir, p.dir, p.weak = true, mod.value, false
		}
	}
}

// over is i, or i past one word of the class on the same line.
func (s *scan) over(i int, c class) int {
	if s.follows(i) && s.is(i, c, anySide) {
		return i + 1
	}
	return i
}

// day reads a day of the month with its marks: "10", "10th", "10.", "ngày 10",
// "16日", "10–12", "3 and 4".
func (s *scan) day(i int) (field, bool) {
	var f field
	if s.joins(i) && s.is(i-1, cOrdinal, before) {
		return f, false // "第6号"
	}
	if mark := s.sense(i, cDayMark, before); mark != nil {
		f.marked, f.weak = true, mark.weak
		i++
	}
	n, ok := s.number(i, 1, 2)
	if sense := s.sense(i, cNumber, anySide); !ok && sense != nil && sense.count >= 1 && sense.count == float64(int(sense.count)) {
		n, ok = int(sense.count), s.is(i+1, cDayMark, after)
	}
	if !ok || n < 1 || n > 31 || i > 0 && !s.free(i) {
		return f, false
	}
	f.value, f.from, f.to = n, i, i+1
	s.dayEnd(&f)
	if last, to := s.dayRange(f); last > 0 {
		f.last, f.to = last, to
		s.dayEnd(&f)
	}
	return f, s.done(f.to) || s.is(f.to-1, cDayMark, after)
}

// dayEnd takes what stands after the number of a day.
func (s *scan) dayEnd(f *field) {
	if s.follows(f.to) && s.is(f.to, cOrdinal, anySide) {
		f.to++
	} else if s.joins(f.to) && s.dash(f.to) && s.joins(f.to+1) && s.is(f.to+1, cOrdinal, anySide) {
		f.to += 2
	}
	if s.follows(f.to) {
		if mark := s.sense(f.to, cDayMark, after); mark != nil {
			f.to, f.marked, f.weak = f.to+1, true, mark.weak
		}
	}
}

// dayRange reads the second day of "10–12", "10 to 12", "3 and 4".
func (s *scan) dayRange(f field) (last, to int) {
	i := f.to
	if !s.follows(i) || !s.dash(i) && !s.is(i, cTo, anySide) {
		return 0, 0
	}
	i++
	if s.is(i, cDayMark, before) {
		i++
	}
	n, ok := s.number(i, 1, 2)
	if !ok || !s.follows(i) || n <= f.value || n > 31 {
		return 0, 0
	}
	return n, i + 1
}

// month reads a month in words, or a number with a mark: "7月", "tháng 7".
func (s *scan) month(i int) (field, bool) {
	if i >= len(s.toks) || s.joins(i) && s.is(i-1, cAgo, anySide) { // "前五月", the first five months
		return field{}, false
	}
	if n, ok := s.number(i, 1, 2); ok {
		mark := s.follows(i+1) && s.is(i+1, cMonthMark, after)
		return field{to: i + 2, value: n}, mark && n >= 1 && n <= 12 && s.free(i)
	}
	if n := s.sense(i, cNumber, anySide); n != nil && s.joins(i+1) && s.is(i+1, cMonthMark, after) {
		return field{to: i + 2, value: int(n.count)}, n.count >= 1 && n.count <= 12
	}
	if s.is(i, cMonthMark, before) && s.follows(i+1) {
		if n, ok := s.number(i+1, 1, 2); ok && n >= 1 && n <= 12 && (s.done(i+2) || s.yearBehind(i+2)) {
			return field{to: i + 2, value: n}, true
		}
		i++
	}
	return s.monthWord(i)
}

func (s *scan) monthWord(i int) (field, bool) {
	f := field{to: i + 1}
	var sense *sense
	for c, class := range []class{cMonth, cJalali, cHijri} {
		if sense = s.sense(i, class, anySide); sense != nil {
			f.calendar = calendar(c)
			break
		}
	}
	if sense == nil {
		return f, false
	}
	f.value, f.weak, f.short = sense.value, sense.weakIn(&s.toks[i]), sense.short
	if sense.weak && sense.oddCase(&s.toks[i]) {
		return f, false // "Mars", "Plaza de Mayo"
	}
	if sense.short && s.sign(f.to, '.') && s.joins(f.to) {
		f.to++
	}
	if s.sign(f.to, '/') && s.joins(f.to) && s.joins(f.to+1) {
		if twin := s.sense(f.to+1, cMonth, anySide); twin != nil && twin.value == f.value {
			f.to += 2 // "يوليو/تموز"
		}
	}
	f.to = s.overSuffix(f.to)
	if s.follows(f.to) && s.is(f.to, cMonthMark, after) {
		f.to, f.weak = f.to+1, false
	}
	return f, true
}

// maxSuffix is the most letters of an ending after an apostrophe.
const maxSuffix = 5

// overSuffix is i past an ending set off with an apostrophe: "Temmuz'da", "2022'de",
// "Monday's".
func (s *scan) overSuffix(i int) int {
	if !s.joins(i) || !s.joins(i+1) || !s.lex.turkish && s.lex.lang != "en" {
		return i
	}
	if next := &s.toks[i+1]; s.apostrophe(i) && next.digits == 0 && next.end-next.start <= 2*maxSuffix {
		return i + 2
	}
	return i
}

func (s *scan) apostrophe(i int) bool {
	switch s.text[s.toks[i].start:s.toks[i].end] {
	case "'", "’", "‘":
		return true
	}
	return false
}

// oldestYear is the first year that four digits are read as, beside a month or word.
const oldestYear = 1200

// year reads a year: "2023", "2023年", "năm 2023", "令和5年", "1402 خورشیدی".
func (s *scan) year(i int) (field, bool) {
	var f field
	if s.is(i, cYearMark, before) && s.follows(i+1) {
		f.marked = true
		i++
	}
	if era := s.sense(i, cEra, before); era != nil && s.follows(i+1) {
		n, ok := s.number(i+1, 1, 4)
		f = field{to: i + 2, value: n + era.value, marked: true}
		f.to = s.over(f.to, cYearMark)
		return f, ok && n > 0 && f.value >= 1868 && f.value < 2100
	}
	n, ok := s.number(i, 4, 4)
	if !ok || !s.free(i) || !s.done(i+1) {
		return f, false
	}
	f.value, f.to = n, i+1
	s.eraAfter(&f)
	if end := s.overSuffix(f.to); end > f.to {
		f.to, f.marked = end, true // "2022'de"
	}
	if s.follows(f.to) && s.is(f.to, cYearMark, after) {
		f.to, f.marked = f.to+1, true
	}
	if f.calendar == gregorian && s.lex.lang == "fa" && jalali.holds(n) {
		f.calendar = jalali
	}
	if s.follows(f.to) && s.is(f.to, cScale, anySide) {
		return f, false // "2000 millones"
	}
	return f, f.calendar != gregorian || f.value >= oldestYear && f.value < 2100
}

// eraAfter takes the name of an era after a year; Buddhist years are turned into
// common ones, Persian and Islamic ones name their calendar.
func (s *scan) eraAfter(f *field) {
	if !s.follows(f.to) {
		return
	}
	era := s.sense(f.to, cEra, after)
	if era == nil {
		return
	}
	f.to, f.marked = f.to+1, true
	switch {
	case era.value != 0:
		f.value += era.value
	case era.weak:
		f.calendar = hijri
	default:
		f.calendar = jalali
	}
}

// decade reads "1990s", "1990er Jahre", "años 90".
func (s *scan) decade(i int) (piece, bool) {
	if s.is(i, cDecade, before) && s.follows(i+1) {
		n, ok := s.number(i+1, 2, 4)
		years := s.dash(i+2) && s.joins(i+3) && s.toks[i+3].digits > 0 // "lata 1950–1953"
		ok = ok && s.done(i+2) && !years
		return decadePiece(n, s.toks[min(i+1, len(s.toks)-1)].digits, i+2, ok)
	}
	if s.is(i, cYearMark, before) && s.follows(i+1) {
		i++ // "tahun 1990-an"
	}
	n, ok := s.number(i, 2, 4)
	if !ok || !s.free(i) || !s.follows(i+1) {
		return piece{}, false
	}
	j := i + 1
	if (s.dash(j) || s.apostrophe(j)) && s.joins(j) {
		j++
	}
	mark := s.sense(j, cDecade, after)
	if mark == nil || j > i+1 && !s.joins(j) || !s.joins(j) && !mark.weak {
		return piece{}, false
	}
	return decadePiece(n, s.toks[i].digits, j+1, true)
}

func decadePiece(n, digits, to int, ok bool) (piece, bool) {
	if digits == 2 {
		n = century(n)
		if n > 2029 {
			n -= 100
		}
	}
	p := piece{to: to, date: model.Date{Year: n}, until: model.Date{Year: n + 9}}
	return p, ok && digits != 3 && n%10 == 0 && n >= 1850 && n < 2100
}
