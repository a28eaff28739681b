package claim

import (
	"math"
	"slices"

	"parallax/model/lexicon"
	"parallax/model/timex"
)

// oldest is the greatest age in years that a number may be.
const oldest = 115

// isAge reports whether the number is how old somebody is: it stands in figures
// between commas behind a name, by a word of age or in a row with such a number.
func (s *Sentence) isAge(i int, n number) bool {
	if n.value > oldest || n.value != math.Trunc(n.value) || n.vague {
		return false
	}
	return !n.words && s.apart(i, n.to) && s.Words[i-1].Name != 0 || s.byAge(i, n.to) || !n.words && s.inRowOfAges(i, n.to)
}

// ageReach is how many words before a number a word of age may stand.
const ageReach = 3

// byAge reports whether a word of age stands shortly before words [from, to), no
// number between, or right behind them.
func (s *Sentence) byAge(from, to int) bool {
	all, low := lexicon.Concepts(), from-ageReach
	if to < len(s.Words) && !s.Words[to].Token.Gap && isFigure(s.Words[to].Text) {
		return false // it counts those of an age: "two 18-year-olds"
	}
	if isFigure(s.Words[from].Text) && slices.ContainsFunc(s.Mentions, func(m Mention) bool { return m.From == to && all[m.Concept].Key == "year" }) && !s.timed(from) {
		return true // what counts years and is no length of time
	}
	if k := len(s.Figures) - 1; k >= 0 && s.Figures[k].From < from {
		low = max(low, s.Figures[k].To)
	} else if k > 0 {
		low = max(low, s.Figures[k-1].To)
	}
	for _, m := range s.Mentions {
		if all[m.Concept].Key != "age-years" || s.Words[m.From].Clause != s.Words[from].Clause && m.To != from {
			continue
		}
		if m.To <= from && m.To > low || m.From == to && m.Exact && isFigure(s.Words[from].Text) && (m.To == len(s.Words) || !isFigure(s.Words[m.To].Text)) {
			return true
		}
	}
	return false
}

// isDecadeOfLife reports whether what was read as ten years of a century is somebody's
// age: "in his late 40s".
func (s *Sentence) isDecadeOfLife(t timex.Mention) bool {
	from, to := s.wordsAt(t.Span)
	if from < 0 || t.Kind != timex.Absolute || t.Until.Year-t.Value.Year != 9 || t.Value.Month != 0 {
		return false
	}
	first := s.Words[from].Text
	return isFigure(first) && len(first) < len("1940") && (s.byAge(from, to) || s.hasCue(from-1, lexicon.Pronoun) || s.hasCue(from-2, lexicon.Pronoun)) || !isFigure(first) && s.hasCue(from-1, lexicon.Pronoun)
}

// timed reports whether a word is part of a time.
func (s *Sentence) timed(i int) bool {
	return slices.ContainsFunc(s.Times, func(t timex.Mention) bool { return t.Span.Overlaps(s.Words[i].Span) })
}

// inRowOfAges reports whether the number before word i is how old somebody is and
// nothing but a mark or a small word stands between: "aged 33, 34 and 39".
func (s *Sentence) inRowOfAges(i, to int) bool {
	k := len(s.Quantities) - 1
	return k >= 0 && s.Quantities[k].Unit.Dimension == "age" && s.inRow(s.Quantities[k].To, i) && !s.countsNext(i, to)
}
