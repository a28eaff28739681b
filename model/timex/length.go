package timex

import (
	"slices"
	"strings"
)

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
	p.to, p.length, p.weak, p.short = to, false, false, false
	p.rel, p.offset = p.unit, sign
	return p
}

// amount reads a count and a unit.
func (s *scan) amount(i int) (piece, bool) {
	if i >= len(s.toks) {
		return piece{}, false
	}
	if length := s.sense(i, cLength, anySide); length != nil {
		return piece{to: i + 1, length: true, count: length.count, unit: length.unit, weak: length.weak, short: length.short}, true
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
	if s.is(to, cYearMark, before) && s.follows(to+1) && s.toks[to+1].digits == 4 {
		return piece{}, false // "Nomor 11 Tahun 2020"
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
	if word := s.sense(i, cNumber, anySide); word != nil && s.joins(i) && s.is(i-1, cNumber, anySide) {
		return 0, 0, false // "二〇二三年"
	} else if word != nil {
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
