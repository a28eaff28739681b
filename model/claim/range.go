package claim

import (
	"strings"

	"parallax/model/lexicon"
)

// inRow reports whether a number that begins at word i goes on with one that ends
// before word to: a mark or one small word stands between.
func (s *Sentence) inRow(to, i int) bool {
	return to == i && s.Words[i].Token.Gap || to == i-1 && (s.Words[to].Stop || s.hasCue(to, lexicon.Particle)) && !s.Words[i].Token.Gap
}

// shareUnit gives the numbers of a row the unit that its last one alone has: "200 and
// 400 metres", "aged 33, 34 and 39 years".
func (s *Sentence) shareUnit() {
	last := len(s.Quantities) - 1
	u := s.Quantities[last].Unit
	if u.Dimension == "" || strings.HasPrefix(u.Dimension, "money") {
		return
	}
	for k := last - 1; k >= 0; k-- {
		q, next := &s.Quantities[k], &s.Quantities[k+1]
		if q.Unit.Dimension != "" || q.Ordinal || q.Among || !s.inRow(q.To, next.From) || k == last-1 && q.To == next.From {
			return
		}
		q.Unit = u
	}
}

// maxScore is what the scores of matches stay below.
const maxScore = 200

// joinRange makes one interval of the number and the one before it where they
// are the ends of a range: "2 to 4 inches", "5–10 cm". Values before and after a
// change stay apart.
func (s *Sentence) joinRange(q *Quantity, text string) bool {
	if len(s.Quantities) == 0 {
		return false
	}
	low := &s.Quantities[len(s.Quantities)-1]
	if low.Unit.Dimension == "" && q.Unit.Dimension == "" && low.Value >= q.Value && low.Value < maxScore && s.rangeBetween(low.To, q.From, text) && !s.hasCue(low.To, lexicon.ToValue) {
		s.Quantities = s.Quantities[:len(s.Quantities)-1]
		return true // the score of a match
	}
	if low.Unit.Dimension != "" && low.Unit.Name != q.Unit.Name || low.Value >= q.Value || !s.rangeBetween(low.To, q.From, text) || s.tellsChange(q.Clause) && !s.hasCue(low.From-1, lexicon.Between) {
		return false
	}
	low.scaleTo(q)
	if low.Bound == "" {
		low.Lo = low.Value
	}
	low.Span.End, low.To, low.Unit, low.Hi, low.Earlier, low.Range = q.Span.End, q.To, q.Unit, q.Value, false, true
	return true
}

// scaleTo gives the lower end of a range the scale that its upper end alone has:
// "four to five thousand".
func (q *Quantity) scaleTo(hi *Quantity) {
	for scale := 1e12; scale >= least && q.Value < least; scale /= least {
		if v := q.Value * scale; v < hi.Value && hi.Value < v*10 {
			q.Value, q.Lo = v, v
			return
		}
	}
}

// rangeBetween reports whether only a dash or a word like "to" stands between two
// numbers.
func (s *Sentence) rangeBetween(from, to int, text string) bool {
	unit := s.Quantities[len(s.Quantities)-1].Span.End
	for from < to && s.Words[from].Span.End <= unit {
		from++ // "4 percent to 5 percent"
	}
	between := strings.TrimSpace(text[s.Words[from-1].Span.End:s.Words[to].Span.Start])
	if between == "-" || between == "–" || between == "—" || between == "~" || between == "～" {
		return true
	}
	if s.hasCue(from, lexicon.ToValue) {
		return to == from+1
	}
	low := s.Quantities[len(s.Quantities)-1].From
	return low > 0 && s.hasCue(low-1, lexicon.Between) && (to == from || to == from+1 && s.Words[from].Stop)
}

// tellsChange reports whether the clause says that something rises or falls.
func (s *Sentence) tellsChange(clause int) bool {
	for _, m := range s.Mentions {
		if s.Words[m.From].Clause != clause {
			continue
		}
		switch lexicon.Concepts()[m.Concept].Key {
		case "rise", "change", "double", "grow":
			return true
		}
	}
	return false
}
