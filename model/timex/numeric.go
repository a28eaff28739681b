package timex

import (
	"strings"

	"parallax/model"
)

// numericDate reads a date in figures: "2023-07-10", "10.07.2023", "10/07",
// "۱۴۰۲/۰۴/۱۹".
func (s *scan) numericDate(i int) (piece, bool) {
	mark := s.sense(i, cDayMark, before)
	if mark != nil && s.follows(i+1) {
		i++
	}
	if s.toks[i].digits == 0 || s.toks[i].digits > 4 || !s.free(i) {
		return piece{}, false
	}
	n, to, sep := s.figures(i)
	var p piece
	var ok bool
	switch {
	case len(n) == 3 && s.toks[i].digits == 4:
		p, ok = s.yearFirst(n)
	case len(n) == 3:
		p, ok = s.yearLast(i, n, sep)
	case len(n) == 2:
		p, ok = s.dayAndMonth(i, n, sep, mark != nil && !mark.weak)
	}
	if !ok {
		return piece{}, false
	}
	p.from, p.to = i, to
	if sep == '.' && (len(n) == 2 || s.lex.order == "ymd") && s.sign(to, '.') && s.joins(to) {
		p.to++
	}
	s.isoClock(&p)
	if p.date.Year != 0 && s.follows(p.to) && s.is(p.to, cYearMark, after) {
		p.to++
	}
	return p, true
}

// figures reads up to three numbers set apart by one sign, without spaces; the
// spaces of "11. 07. 2023" and "2023. 7. 11" are allowed after a full stop.
func (s *scan) figures(i int) (n []int, to int, sep byte) {
	n = append(make([]int, 0, 3), s.toks[i].num)
	to = i + 1
	for len(n) < 3 && to+1 < len(s.toks) && s.joins(to) {
		c := s.text[s.toks[to].start]
		if s.toks[to].end-s.toks[to].start != 1 || c != '.' && c != '/' && c != '-' || sep != 0 && c != sep {
			break
		}
		next := &s.toks[to+1]
		apart := next.gap == spaced && c == '.' && s.dateAhead(i)
		if next.digits == 0 || next.digits > 4 || next.num <= 0 || next.gap != joined && !apart {
			break
		}
		sep = c
		n, to = append(n, next.num), to+2
	}
	if !s.done(to) || s.joins(to) && s.dash(to) && s.joins(to+1) && s.toks[to+1].digits > 0 {
		return nil, to, sep
	}
	return n, to, sep
}

// dateAhead reports whether three numbers with full stops and spaces between them
// begin at i, of which one is a year.
func (s *scan) dateAhead(i int) bool {
	if i+4 >= len(s.toks) || !s.sign(i+1, '.') || !s.sign(i+3, '.') {
		return false
	}
	a, b, c := &s.toks[i], &s.toks[i+2], &s.toks[i+4]
	if b.digits == 0 || b.digits > 2 || b.gap == broken || c.gap == broken {
		return false
	}
	return a.digits == 4 && c.digits > 0 && c.digits <= 2 || a.digits <= 2 && c.digits == 4
}

func (s *scan) yearFirst(n []int) (piece, bool) {
	p := piece{date: model.Date{Year: n[0], Month: n[1], Day: n[2]}}
	if n[0] < 1900 && s.lex.lang != "fa" {
		return p, false
	}
	if s.lex.lang == "fa" && jalali.holds(n[0]) {
		p.calendar = jalali
	}
	return p, p.plausible()
}

func (s *scan) yearLast(i int, n []int, sep byte) (piece, bool) {
	p := piece{date: model.Date{Year: n[2], Month: n[1], Day: n[0]}}
	digits := s.toks[i+4].digits
	if digits == 2 {
		// Two digits make a date only with others beside them: 1.2.13 is a version.
		if sep != '/' && (s.toks[i].digits != 2 || s.toks[i+2].digits != 2) {
			return p, false
		}
		p.date.Year = century(n[2])
		p.weak = sep != '/'
	} else if digits != 4 || n[2] < 1900 {
		return p, false
	}
	if s.lex.order == "mdy" && sep != '.' {
		p.date.Month, p.date.Day = n[0], n[1]
		p.swap = n[0] <= 12 && n[1] <= 12 && n[0] != n[1]
	}
	if p.date.Month > 12 {
		p.date.Month, p.date.Day = p.date.Day, p.date.Month
	}
	if s.lex.order != "mdy" && s.lex.lang == "" {
		p.swap = n[0] <= 12 && n[1] <= 12 && n[0] != n[1]
	}
	return p, p.plausible()
}

// century completes a year of two digits: up to 49 this century.
func century(yy int) int {
	if yy < 50 {
		return 2000 + yy
	}
	return 1900 + yy
}

// dayAndMonth reads two numbers. As "1/2" is more often a half than a day, the
// piece is weak; and a hyphen is more often a score, so that it needs a mark.
func (s *scan) dayAndMonth(i int, n []int, sep byte, marked bool) (piece, bool) {
	p := piece{date: model.Date{Month: n[1], Day: n[0]}, weak: !marked}
	if s.toks[i+2].digits == 4 {
		return s.monthAndYear(n, sep, marked)
	}
	if s.toks[i].digits > 2 || s.toks[i+2].digits > 2 || sep == '-' && !marked {
		return p, false
	}
	if sep == '.' && (!s.lex.dots || !marked && !s.sign(i+3, '.') && !s.sign(i+3, ')')) {
		return p, false
	}
	if s.lex.order != "dmy" && sep == '/' {
		p.date.Month, p.date.Day = n[0], n[1]
		p.swap = n[0] <= 12 && n[1] <= 12 && n[0] != n[1]
	}
	if p.date.Month > 12 {
		p.date.Month, p.date.Day = p.date.Day, p.date.Month
	}
	return p, p.plausible()
}

// monthAndYear reads "7/2023", which is a date only after a word for a month.
func (s *scan) monthAndYear(n []int, sep byte, marked bool) (piece, bool) {
	p := piece{date: model.Date{Year: n[1], Month: n[0]}, weak: true}
	return p, !marked && sep == '/' && n[0] >= 1 && n[0] <= 12 && n[1] >= 1900 && n[1] < 2100
}

// plausible reports whether the parts of the date lie in their bounds.
func (p *piece) plausible() bool {
	d := p.date
	if d.Month < 0 || d.Month > 12 || d.Day < 0 || d.Day > 31 {
		return false
	}
	if d.Year != 0 && !p.calendar.holds(d.Year) {
		return false
	}
	return p.calendar != gregorian || d.Day == 0 || d.Day <= model.DaysIn(d.Year, d.Month)
}

// isoClock reads the time of "2023-07-11T06:15:00Z".
func (s *scan) isoClock(p *piece) {
	i := p.to
	if !s.joins(i+1) || !s.joins(i) || !strings.EqualFold(s.text[s.toks[i].start:s.toks[i].end], "T") {
		return
	}
	to, minute, ok := s.hourAndMinute(i+1, ':')
	if !ok {
		return
	}
	p.hasClock, p.minute, p.to, p.iso = true, minute, to, true
	s.zoneAfter(p)
}
