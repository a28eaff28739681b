package timex

import "parallax/model"

// piece is what one run of tokens says about a time. Pieces that stand together
// become one mention.
type piece struct {
	from, to int // tokens

	date, until model.Date // year, month and day as written, in the calendar
	calendar    calendar
	swap        bool // numeric: day and month may stand the other way round
	bare        bool // a day without month and year

	hasWeekday bool
	weekday    int
	hasDir     bool
	dir        int // -1 last, 0 this, 1 next: of a weekday or month

	rel    Unit // counted from the anchor; "" if not
	offset int

	part    Part
	nightTo bool // the night that ends on the day

	hasClock   bool
	clockFirst bool // the clock stands before the day
	iso        bool // written as ISO 8601 has it
	minute     int
	hasZone    bool
	zone       int

	length bool // a duration
	count  float64
	unit   Unit

	each    bool
	quarter bool // of a year that may stand before it
	approx  bool
	weak    bool // counts only beside another piece or a word such as "on"
	short   bool // an abbreviated weekday, which needs a day of the month
	skip    bool // no time: step over it
}

// days reports whether the piece names a day, by whatever means.
func (p *piece) days() bool {
	return p.date.Day != 0 || p.hasWeekday || p.rel == Day
}

// scan reads one text.
type scan struct {
	text   string
	toks   []token
	lex    *lexicon
	anchor model.Date
	line   bool // the text is one line that is looked at for its date alone
	looks  int  // at tokens so far: the work done, which grows with the text and no faster
}

// is reports whether the token at i, on the same line as the one before, has a
// sense of the class on the given side.
func (s *scan) is(i int, c class, where side) bool { return s.sense(i, c, where) != nil }

func (s *scan) sense(i int, c class, where side) *sense {
	s.looks++
	if i < 0 || i >= len(s.toks) || len(s.toks[i].senses) == 0 {
		return nil
	}
	if where == anySide {
		return s.toks[i].as(c)
	}
	return s.toks[i].on(c, where)
}

// follows reports whether token i stands on the line of the token before it.
func (s *scan) follows(i int) bool {
	s.looks++
	return i > 0 && i < len(s.toks) && s.toks[i].gap != broken
}

// sign reports whether the token at i is the given ASCII sign.
func (s *scan) sign(i int, c byte) bool {
	s.looks++
	return i >= 0 && i < len(s.toks) && s.toks[i].end-s.toks[i].start == 1 && s.text[s.toks[i].start] == c
}

// dash reports whether the token at i is a hyphen or dash of any length.
func (s *scan) dash(i int) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	switch s.text[s.toks[i].start:s.toks[i].end] {
	case "-", "‐", "‑", "–", "—", "−", "~", "〜", "～":
		return true
	}
	return false
}

// joins reports whether token i touches the one before it.
func (s *scan) joins(i int) bool { return i > 0 && i < len(s.toks) && s.toks[i].gap == joined }

// number is the value of the number at i, if it has between low and high digits.
func (s *scan) number(i, low, high int) (n int, ok bool) {
	if i < 0 || i >= len(s.toks) {
		return 0, false
	}
	t := &s.toks[i]
	return t.num, t.digits >= low && t.digits <= high && t.num >= 0
}

// free reports whether the number at i stands for itself: not a part of a longer
// figure, a version, a sum of money or a name such as "A4".
func (s *scan) free(i int) bool {
	if !s.joins(i) {
		return true
	}
	prev := &s.toks[i-1]
	if prev.digits > 0 {
		return false
	}
	if len(prev.senses) > 0 || s.sign(i-1, '(') || s.sign(i-1, '[') || s.sign(i-1, '"') {
		return true
	}
	if s.joins(i-1) && s.toks[i-2].digits > 0 {
		return s.dash(i - 1)
	}
	switch s.text[prev.start:prev.end] {
	case "“", "„", "«", "»", "|", "–", "—", "（", "「", "【", ",", "、", "，", "・", "：", ":", "。", "'", "’", ";", "/", "<", ">", "*":
		return true
	}
	r := []rune(s.text[prev.start:prev.end])[0]
	return isUnspaced(r)
}

// done reports whether the figure that ends before token i goes no further: no
// decimals, no percent sign, no further group.
func (s *scan) done(i int) bool {
	if !s.joins(i) {
		return true
	}
	if s.sign(i, '%') || s.toks[i].digits > 0 {
		return false
	}
	if i+1 < len(s.toks) && s.joins(i+1) && s.toks[i+1].digits > 0 {
		return !s.sign(i, '.') && !s.sign(i, ',') && !s.sign(i, ':') && !s.sign(i, '/')
	}
	return true
}

// piece reads the piece that begins at token i.
func (s *scan) piece(i int) (piece, bool) {
	t := &s.toks[i]
	if len(t.senses) == 0 && t.digits == 0 {
		return piece{}, false
	}
	if t.as(cNot) != nil {
		return piece{from: i, to: i + 1, skip: true}, true
	}
	for _, read := range []func(*scan, int) (piece, bool){
		(*scan).numericDate, (*scan).decade, (*scan).textDate, (*scan).clock, (*scan).ago, (*scan).nightTo, (*scan).recurring,
		(*scan).modified, (*scan).weekdayAt, (*scan).relative, (*scan).quarter, (*scan).lengthAt, (*scan).partAt,
	} {
		if p, ok := read(s, i); ok {
			p.from = max(p.from, i)
			return p, true
		}
	}
	return piece{}, false
}
