package timex

// class is what a word can be in a time expression. Its name in the data files is
// in classNames; see data/README.
type class uint8

const (
	cNone class = iota
	cMonth
	cJalali
	cHijri
	cWeekday
	cWeekdaySign
	cPart
	cPartTail
	cHalf
	cDay
	cRel
	cUnit
	cNumber
	cPlus
	cMod
	cAgo
	cAhead
	cEach
	cWeekly
	cOf
	cDayMark
	cMonthMark
	cYearMark
	cClockMark
	cHourMark
	cMinuteMark
	cZone
	cEra
	cLead
	cGlue
	cApprox
	cTo
	cNightTo
	cSeason
	cDecade
	cQuarter
	cFuture
	cAge
	cNot
	cOrdinal
	cLength
	cScale
	cPerson
)

var classNames = map[string]class{
	"month": cMonth, "jalali": cJalali, "hijri": cHijri, "weekday": cWeekday, "weekdaysign": cWeekdaySign,
	"part": cPart, "parttail": cPartTail, "half": cHalf, "day": cDay, "rel": cRel, "unit": cUnit,
	"number": cNumber, "plus": cPlus, "mod": cMod, "ago": cAgo, "ahead": cAhead, "each": cEach, "weekly": cWeekly,
	"of": cOf, "daymark": cDayMark, "monthmark": cMonthMark, "yearmark": cYearMark, "clock": cClockMark,
	"hour": cHourMark, "minute": cMinuteMark, "zone": cZone, "era": cEra, "lead": cLead, "glue": cGlue,
	"approx": cApprox, "to": cTo, "nightto": cNightTo, "season": cSeason, "decade": cDecade, "quarter": cQuarter,
	"future": cFuture, "age": cAge, "not": cNot, "ordinal": cOrdinal, "length": cLength, "scale": cScale, "person": cPerson,
}

// side is the side of its neighbour on which a word stands.
type side uint8

const (
	anySide side = iota
	before
	after
)

// sense is one meaning of a word.
type sense struct {
	class class
	side  side
	value int     // month, weekday, offset, minutes, as the class has it
	count float64 // of a number or length
	unit  Unit
	part  Part
	bound Bound

	hasDir bool // of a weekday: "last Monday" and "next Monday" as one word
	dir    int

	plural   bool // of a unit: the form after two or more
	singular bool // and the form after one
	short    bool // an abbreviation
	weak     bool // a time only beside something that makes it one
	caps     bool // only with a capital
	lower    bool // only without one
	anyCase  bool // with and without a capital alike; of a unit, after any number
	usualCap bool // usually with a capital: without one it is weak
	usualLow bool // usually without: with one, inside a sentence, it is weak
}

// fits reports whether the letters of the token allow the sense.
func (s *sense) fits(t *token) bool {
	if s.caps && !t.upper {
		return false
	}
	return !s.lower || !t.upper || t.first || t.shout
}

// weakIn reports whether the sense needs company in the token.
func (s *sense) weakIn(t *token) bool {
	return s.weak || s.oddCase(t)
}

// oddCase reports whether the name stands in the case that is unusual for it.
func (s *sense) oddCase(t *token) bool {
	return s.usualCap && !t.upper || s.usualLow && t.upper && !t.first && !t.shout
}

// as is the sense of the given class that the token can have, nil if none.
func (t *token) as(c class) *sense {
	for i := range t.senses {
		if s := &t.senses[i]; s.class == c && s.fits(t) {
			return s
		}
	}
	return nil
}

// on is the sense of the given class on the given side of its neighbour.
func (t *token) on(c class, where side) *sense {
	for i := range t.senses {
		if s := &t.senses[i]; s.class == c && (s.side == where || s.side == anySide) && s.fits(t) {
			return s
		}
	}
	return nil
}
