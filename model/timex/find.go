package timex

import (
	"time"

	"parallax/model"
)

// Find lists the time expressions of a text in the language of the BCP 47 tag,
// in order and without overlap. What they name is resolved against the anchor,
// the day the text was published; what a zero or partial anchor cannot give stays
// unknown. In a text of an unknown language only figures are found.
func Find(text, lang string, anchor model.Date) []Mention {
	s := newScan(text, lang, anchor)
	defer s.lex.leave(s.toks)
	return s.mentions()
}

func newScan(text, lang string, anchor model.Date) *scan {
	lex := lexiconOf(lang)
	s := &scan{text: text, lex: lex, anchor: anchor, toks: tokenize(text, lex)}
	s.mergePhrases()
	return s
}

func (s *scan) mentions() []Mention {
	var found []Mention
	for i := 0; i < len(s.toks); {
		p, ok := s.piece(i)
		if !ok {
			i++
			continue
		}
		if !p.skip {
			s.extend(&p)
			if m, ok := s.mention(p); ok {
				found = append(found, m)
				i = max(p.to, i+1)
				continue
			}
			p.to = i + 1
		}
		i = max(p.to, i+1)
	}
	return found
}

// mergePhrases makes one token of each run of tokens that is a phrase of the
// lexicon, the longest first.
func (s *scan) mergePhrases() {
	out := s.toks[:0]
	for i := 0; i < len(s.toks); {
		t := s.toks[i]
		n := 1
		if root := s.lex.phrases[t.id]; t.id != 0 && root != nil {
			if node, length := s.longest(root, i); length > 1 {
				t.end, t.senses, t.digits, n = s.toks[i+length-1].end, node.senses, 0, length
			}
		}
		out = append(out, t)
		i += n
	}
	s.toks = out
}

// longest is the longest phrase that begins at token i and the number of its tokens.
func (s *scan) longest(p *phrase, i int) (best *phrase, length int) {
	for j := i + 1; j < len(s.toks) && s.toks[j].gap != broken && s.toks[j].id != 0; j++ {
		next := p.next[s.toks[j].id]
		if next == nil {
			break
		}
		p = next
		if len(p.senses) > 0 {
			best, length = p, j-i+1
		}
	}
	return best, length
}

// extend takes in the neighbouring pieces that say more about the same time.
func (s *scan) extend(p *piece) {
	s.weekdaySign(p)
	s.weekdayNumber(p)
	for {
		next, ok := s.nextPiece(p)
		if !ok || !p.merge(next) {
			break
		}
		s.weekdaySign(p)
	}
	s.rangeEnd(p)
	s.closeBracket(p)
}

// maxGlue is the most tokens between two pieces of one mention.
const maxGlue = 3

// nextPiece is the piece after p, past what may stand between the two.
func (s *scan) nextPiece(p *piece) (piece, bool) {
	i, signs, approx := p.to, 0, false
	for n := 0; n <= maxGlue && s.follows(i); n++ {
		if next, ok := s.piece(i); ok && !next.skip {
			next.from, next.approx = p.to, next.approx || approx
			if signs > 0 && next.part != NoPart && !next.days() && !next.hasClock || signs > 0 && p.partOnly() {
				return next, false
			}
			return next, next.mayFollow(p, n)
		}
		approx = approx || s.is(i, cApprox, anySide)
		switch {
		case s.is(i, cGlue, anySide) || s.is(i, cLead, anySide) || s.is(i, cOf, anySide) || s.is(i, cApprox, anySide):
		case s.sign(i, ')'): // shuts a bracket inside the mention: "Senin (10/07) malam"
		case s.glueSign(i) && signs < 2:
			signs++
		default:
			return piece{}, false
		}
		i++
	}
	return piece{}, false
}

func (s *scan) glueSign(i int) bool {
	switch s.text[s.toks[i].start:s.toks[i].end] {
	case ",", "，", "،", "(", "（", "|", "-", "–", "—", "/", "·", "•", ")", "）":
		return true
	}
	return false
}

func (p *piece) partOnly() bool { return p.part != NoPart && !p.days() && !p.hasClock }

// mayFollow keeps apart what stands together by chance: a length or repetition
// never joins, and a month or year joins a relative year only.
func (p *piece) mayFollow(before *piece, glue int) bool {
	if p.length || p.each || before.length || before.each {
		return false
	}
	return glue == 0 || p.quarter || p.days() || p.hasClock || p.part != NoPart || p.rel != ""
}

// merge takes what next says into p; false where the two contradict or repeat each
// other, and then p is unchanged.
func (p *piece) merge(next piece) bool {
	if !p.compatible(&next) {
		return false
	}
	p.mergeApprox(&next)
	if next.date.Month != 0 || next.date.Day != 0 || next.date.Year != 0 {
		year := p.date.Year
		p.date, p.until, p.calendar, p.swap, p.bare = next.date, next.until, next.calendar, next.swap, next.bare
		if next.date.Year == 0 {
			p.date.Year = year
		}
		if next.quarter {
			p.until.Year = p.date.Year
		}
	}
	if next.hasWeekday {
		p.hasWeekday, p.weekday = true, next.weekday
		p.nightTo = p.nightTo || next.nightTo
	}
	if next.hasDir && !p.hasDir {
		p.hasDir, p.dir = true, next.dir
	}
	if next.rel != "" {
		p.rel, p.offset, p.count, p.unit = next.rel, next.offset, next.count, next.unit
	}
	if next.hasClock {
		p.hasClock, p.minute, p.hasZone, p.zone = true, next.minute, next.hasZone, next.zone
		if p.part != NoPart && next.part == NoPart && !next.hasZone {
			p.minute = p.partOfDay(p.minute)
		}
	}
	if next.part != NoPart {
		p.part = next.part
		if p.hasClock && !next.hasClock {
			p.minute = p.partOfDay(p.minute)
		}
	}
	p.short = false
	p.weak = p.weak && next.weak && !p.firm(&next)
	p.to = next.to
	return true
}

// mergeApprox joins the doubts of two pieces. That of a clock is not the day's:
// "Monday at about 14:30" is Monday.
func (p *piece) mergeApprox(next *piece) {
	if p.clockOnly() && next.days() {
		p.approx, p.clockFirst = next.approx, true
		return
	}
	ofClock := next.clockOnly() && p.days()
	p.approx = p.approx || next.approx && !ofClock
}

func (p *piece) clockOnly() bool { return p.hasClock && !p.days() && !p.dated() }

// firm reports whether two weak pieces make each other sure: "Mon 10 July",
// "chiều 16/6", "10/07, 15:30".
func (p *piece) firm(next *piece) bool {
	return p.days() || next.days()
}

// compatible reports whether the two pieces fill each other's gaps.
func (p *piece) compatible(next *piece) bool {
	switch {
	case p.short || next.short:
		return p.short != next.short && (p.date.Day != 0 || next.date.Day != 0)
	case p.repeats(next):
		return false
	case p.dated() && next.dated():
		return next.quarter && next.date.Year == 0 && p.date.Month == 0 && p.until.Year == 0
	case p.dated():
		return p.dateTakes(next)
	case next.dated():
		return next.dateTakes(p)
	case p.hasWeekday && next.rel != "", next.hasWeekday && p.rel != "":
		rel := next.rel + p.rel
		return rel == Day || rel == Week
	case next.partOnly():
		return p.days() || p.hasClock
	case p.partOnly():
		return next.days() || next.hasClock
	case next.hasClock:
		return p.days() || p.part != NoPart
	}
	return p.hasClock && next.days()
}

func (p *piece) dated() bool { return !p.date.IsZero() }

// repeats reports whether both pieces say the same kind of thing, so that they are
// two times.
func (p *piece) repeats(next *piece) bool {
	parts := p.part != NoPart && next.part != NoPart && p.part != next.part && !next.hasClock
	return parts || p.hasClock && next.hasClock || p.hasWeekday && next.hasWeekday || p.rel != "" && next.rel != ""
}

// dateTakes reports whether the undated piece says more about the date: a year
// about "10 July", a month about "the 10th", anything else about a day.
func (p *piece) dateTakes(other *piece) bool {
	switch {
	case other.rel == Year:
		return p.date.Year == 0
	case other.rel == Month:
		return p.bare
	case other.rel == Week && other.hasWeekday, other.rel == Day, other.rel == "":
		return p.date.Day != 0
	}
	return false
}

// rangeEnd takes the second date of "3 July – 2 August" and "from Monday to Friday".
func (s *scan) rangeEnd(p *piece) {
	if p.date.Day == 0 || p.until.Day != 0 || p.date.Month == 0 || !s.follows(p.to) || !s.dash(p.to) && !s.is(p.to, cTo, anySide) {
		return
	}
	i := p.to + 1
	for s.follows(i) && (s.is(i, cLead, anySide) || s.is(i, cGlue, anySide)) {
		i++
	}
	if i >= len(s.toks) || !s.follows(i) {
		return
	}
	end, ok := s.piece(i)
	if !ok || end.date.Day == 0 || end.date.Month == 0 || end.calendar != p.calendar || end.hasClock {
		return
	}
	sameYear := p.date.Year == 0 || end.date.Year == 0 || p.date.Year == end.date.Year
	if sameYear && end.date.Month == p.date.Month && end.date.Day <= p.date.Day {
		return
	}
	if p.date.Year == 0 {
		p.date.Year = end.date.Year
	}
	p.until, p.to, p.weak = end.date, end.to, false
}

// closeBracket takes the bracket that shuts one opened inside the mention.
func (s *scan) closeBracket(p *piece) {
	open := 0
	for i := p.from; i < p.to; i++ {
		switch s.text[s.toks[i].start:s.toks[i].end] {
		case "(", "（":
			open++
		case ")", "）":
			open--
		}
	}
	if open > 0 && p.to < len(s.toks) && s.bracket(p.to) && s.follows(p.to) {
		p.to++
	}
}

// mention is what the piece comes to; false where it is too weak to be a time.
func (s *scan) mention(p piece) (Mention, bool) {
	from, bound, led := s.lead(p.from)
	approx := s.approxBefore(&from) && !p.clockFirst
	if approxAfter := s.sense(p.to, cApprox, after); approxAfter != nil && approxAfter.side == after && s.follows(p.to) && !p.length {
		p.to, approx = p.to+1, true
	}
	if p.weak && p.yearOnly() {
		led = led && p.date.Year >= 1700 && !s.is(p.from-1, cOf, anySide)
		approx = approx && !s.toks[from].as(cApprox).weak // "more than 2000 people"
	}
	if p.monthOnly() && s.nameAfter(p.to) {
		p.weak = true
	}
	if p.short || p.weak && !led && !approx && !s.line && !s.bracketed(p) || p.partOnly() {
		return Mention{}, false
	}
	m := Mention{Bound: bound, Part: p.part, Approx: p.approx || approx}
	m.Span = model.Span{Start: s.toks[from].start, End: s.toks[p.to-1].end}
	if p.hasWeekday {
		m.HasWeekday, m.Weekday = true, time.Weekday(p.weekday)
	}
	s.resolve(&p, &m)
	return m, true
}

// lead looks at the words before a piece: one such as "on" or "since" makes a weak
// piece sure, and may say on which side of the time the thing lies. The words
// themselves are no part of the mention.
func (s *scan) lead(i int) (from int, bound Bound, led bool) {
	from = i
	for range 2 {
		j := from - 1
		if from < len(s.toks) && s.toks[from].gap == broken {
			break
		}
		if s.is(j, cApprox, anySide) || s.dash(j) {
			from = j
			continue
		}
		break
	}
	for j := from - 1; j >= max(0, from-2) && s.toks[j+1].gap != broken; j-- {
		lead := s.sense(j, cLead, anySide)
		if lead == nil {
			break
		}
		led = true
		if bound == At {
			bound = lead.bound
		}
	}
	return i, bound, led
}

// approxBefore takes "about", "early" and "mid-" into the mention.
func (s *scan) approxBefore(from *int) bool {
	j := *from - 1
	if j < 0 || s.toks[*from].gap == broken {
		return false
	}
	if s.dash(j) && s.joins(j) && s.joins(j+1) {
		j--
	}
	if s.is(j, cOf, anySide) && s.is(j-1, cApprox, anySide) {
		j--
	}
	if !s.is(j, cApprox, before) {
		return false
	}
	*from = j
	return true
}

// bracketed reports whether a day and month of two figures each stand alone in
// brackets: "(10/07)"; or a year: "(1967)".
func (s *scan) bracketed(p piece) bool {
	if p.from == 0 || p.to >= len(s.toks) || !s.bracket(p.from-1) || !s.bracket(p.to) {
		return false
	}
	return p.date.Day != 0 && p.date.Month != 0 && s.toks[p.from].digits == 2 || p.yearOnly() && p.date.Year >= 1700
}

func (p *piece) monthOnly() bool {
	return p.date.Month != 0 && p.date.Day == 0 && p.date.Year == 0 && !p.hasDir && p.rel == "" && !p.quarter
}

// nameAfter reports whether the word at i makes a name of the month before it:
// "August Smith".
func (s *scan) nameAfter(i int) bool {
	return s.follows(i) && s.toks[i].upper && !s.toks[i].shout && len(s.toks[i].senses) == 0
}

func (p *piece) yearOnly() bool {
	return p.date.Year != 0 && p.date.Month == 0 && p.rel == "" && !p.hasWeekday && !p.hasClock
}
