package detect

import "math"

// How sure the points of n-grams make us: the lead over the second language in
// points at which the odds are two to one, the bytes of letters at which a text
// is half as telling as a long one, and the points a letter that text in any
// language of the table reaches (other strings of letters have half as many).
const (
	evenLead    = 60
	fewLetters  = 5
	plainPoints = 24
)

// leastConfidence is that under which no language is named.
const leastConfidence = 0.1

// A text of fewer bytes of letters than shortText is searched for common words.
// A language that news is seldom in must lead by more than rareHandicap points.
const (
	shortText    = 800
	rareHandicap = 48
)

// rank is the language of a text and how sure it is.
type rank struct {
	language   int // -1 where the text does not tell
	confidence float64
}

// rank settles the language of a whole text.
func (d *detector) rank(t *tally, parts []string) rank {
	number, bytes := t.script()
	if number == 0 {
		return rank{-1, 0}
	}
	s := &d.alphabet.scripts[number]
	points := t.points
	if bytes < shortText {
		for _, part := range parts {
			d.words.mark(d.alphabet, part, &points)
		}
	}
	if g := d.groupOf(s, s.best(&points)); g != nil {
		g.settle(d.alphabet, parts, &points)
	}
	for _, l := range s.rare {
		points[l] -= rareHandicap
	}
	sure := s.confidence(t, &points)
	if sure < leastConfidence {
		return rank{-1, 0}
	}
	return rank{s.best(&points), sure}
}

// best is the script's language of most points, the first of equals.
func (s *script) best(points *[mostLanguages]int32) int {
	best := s.languages[0]
	for _, l := range s.languages[1:] {
		if points[l] > points[best] {
			best = l
		}
	}
	return best
}

// lead is how far the best language is before the second, in points.
func (s *script) lead(points *[mostLanguages]int32) int32 {
	best, lead := s.best(points), int32(math.MaxInt32)
	for _, l := range s.languages {
		if l != best {
			lead = min(lead, points[best]-points[l])
		}
	}
	return lead
}

// confidence grows with the length of the text, with the lead over the second
// language, and with how much the text looks like any language at all.
func (s *script) confidence(t *tally, points *[mostLanguages]int32) float64 {
	_, bytes := t.script()
	sure := float64(bytes) / float64(bytes+fewLetters)
	if len(s.languages) == 1 {
		return sure
	}
	sure /= 1 + math.Exp2(-float64(s.lead(points))/evenLead)
	if s.ngrams {
		likeness := min(1, float64(t.points[s.best(&t.points)])/float64(plainPoints*t.grams))
		sure *= likeness * likeness
	}
	return sure
}

// groupOf is the group of close languages that a language of a script is in;
// nil where it is in none.
func (d *detector) groupOf(s *script, language int) *group {
	for _, g := range d.groups {
		if g.script == s.names && g.has(language) {
			return g
		}
	}
	return nil
}
