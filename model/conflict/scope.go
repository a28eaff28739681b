package conflict

import (
	"slices"
	"strings"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// otherNations reports whether one of the numbers counts the people of a country
// and the other does not: nine Indonesians are a part of the 68.
func otherNations(s, t *claim.Sentence, q, r *claim.Quantity) bool {
	return nation(s, q) != nation(t, r)
}

// nationReach is how many words behind a number the country of those counted may
// stand: "nine tourists from Indonesia".
const nationReach = 3

// nation is the code of the country whose people are counted, or a word in
// capitals right behind the number that the lexicon does not know ("9 WNI").
func nation(s *claim.Sentence, q *claim.Quantity) string {
	for _, c := range s.Countries {
		if c.From >= q.To && c.From < q.To+nationReach && s.Words[c.From].Clause == q.Clause && !placedBy(s, c.From) {
			return c.Code
		}
	}
	if q.To < len(s.Words) {
		if w := &s.Words[q.To]; w.Name != 0 && !w.Known && w.Clause == q.Clause && strings.ToUpper(w.Text) == w.Text && strings.ToLower(w.Text) != w.Text {
			return w.Text
		}
	}
	return ""
}

// placedBy reports whether a word of place stands right before the word.
func placedBy(s *claim.Sentence, word int) bool {
	for _, c := range s.Cues(lexicon.At) {
		if c[1] == word {
			return true
		}
	}
	return false
}

// furtherBy reports whether one of the numbers counts what comes on top of others
// that its sentence or report has counted: "3 others died", but not "17 died, 40
// others were hurt".
func (p *pair) furtherBy(q, r *claim.Quantity) bool {
	if q.Further == r.Further {
		return false
	}
	measure := measureOf(p.s, q)
	if !besideDead[measure] || measure != measureOf(p.t, r) {
		return true
	}
	d, x := p.a, q
	if r.Further {
		d, x = p.b, r
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := range s.Quantities {
			if o := &s.Quantities[j]; o.Span != x.Span && o.Unit.Dimension == "" && measureOf(s, o) == measure {
				return true
			}
		}
	}
	return false
}

// ageBehind is how many words behind a number of people their age may stand.
const ageBehind = 4

// ofOneAge reports whether a number counts those of one age in a sentence that tells
// those of others too: "a 17-year-old, two 18-year-olds and a man of 20".
func ofOneAge(s *claim.Sentence, q *claim.Quantity) bool {
	if q.Unit.Dimension != "" {
		return false
	}
	ages, next := 0, -1
	for i, f := range s.Figures {
		if f.InWords || f.Value > oldest || !isAged(s, f) {
			continue
		}
		ages++
		if next < 0 && f.From >= q.To && f.From < q.To+ageBehind {
			next = i
		}
	}
	if next < 0 || ages < 2 {
		return false
	}
	f := s.Figures[next]
	return next+1 == len(s.Figures) || s.Figures[next+1].From > f.To+1
}

// isAged reports whether figures are how old somebody is, or the first part of a
// word as "18-year-old" is.
func isAged(s *claim.Sentence, f claim.Figure) bool {
	for i := range s.Quantities {
		if q := &s.Quantities[i]; q.Span.Overlaps(f.Span) {
			return q.Unit.Dimension == "age"
		}
	}
	return true
}

// besideDead are the measures of which "others" are other than the dead.
var besideDead = map[string]bool{"injured": true, "missing": true, "rescued": true}

// otherAreas reports whether the numbers are of kinds of area that differ: the
// dead of a district are not those of the state.
func otherAreas(s, t *claim.Sentence, q, r *claim.Quantity) bool {
	a, b := areas(s, q), areas(t, r)
	_, same := meet(a, b)
	return len(a) > 0 && len(b) > 0 && !same || len(a) == 0 && small(t, b) || len(b) == 0 && small(s, a)
}

// small reports whether all areas are parts of what an event is told of as a
// whole.
func small(s *claim.Sentence, areas []lexicon.Concept) bool {
	for _, a := range areas {
		if doubtful(s, a) || a.Key != "district" && a.Key != "area" && a.Key != "village" && a.Key != "neighbourhood" {
			return false
		}
	}
	return len(areas) > 0
}

// doubtful reports whether the word for the area may mean what is none.
func doubtful(s *claim.Sentence, area lexicon.Concept) bool {
	at := slices.IndexFunc(s.Mentions, func(m claim.Mention) bool { return m.Concept == area.ID })
	return slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool {
		return m.From == s.Mentions[at].From && !areaKinds[lexicon.Concepts()[m.Concept].Key]
	})
}

// areas lists the kinds of area named in the clause of a number.
func areas(s *claim.Sentence, q *claim.Quantity) []lexicon.Concept {
	var out []lexicon.Concept
	for _, i := range nearest(s, q.From, q.To, 3, func(c lexicon.Concept) bool { return areaKinds[c.Key] }) {
		out = append(out, lexicon.Concepts()[s.Mentions[i].Concept])
	}
	return out
}

var areaKinds = map[string]bool{
	"district": true, "province": true, "city": true, "country": true, "region": true, "village": true, "town-village": true,
	"municipality": true, "state-federal": true, "neighbourhood": true, "capital-city": true, "county": true, "area": true,
}
