package conflict

import (
	"slices"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// telling reports whether a concept is a happening or state that says something
// of its own.
func telling(c lexicon.Concept) bool { return happening(c) && !claim.Light(c.ID) }

// nearest lists the mentions that pass, nearest to words [from, to) first, those
// of the same clause before all others, at most n of them.
func nearest(s *claim.Sentence, from, to, n int, pass func(lexicon.Concept) bool) []int {
	all := lexicon.Concepts()
	var found []int
	for i, m := range s.Mentions {
		if pass(all[m.Concept]) {
			found = append(found, i)
		}
	}
	distance := func(i int) int {
		m := s.Mentions[i]
		d := 0
		switch {
		case m.From >= to:
			d = m.From - to
		case m.To <= from:
			d = from - m.To
		}
		if s.Words[m.From].Clause != s.Words[from].Clause {
			d += otherClause
		}
		return d
	}
	slices.SortStableFunc(found, func(a, b int) int { return distance(a) - distance(b) })
	found = slices.DeleteFunc(found, func(i int) bool { return distance(i) > reach })
	return found[:min(len(found), n)]
}

// reach is how many words away a mention may stand to belong to a number or a
// time, and otherClause what a clause boundary between them counts.
const (
	reach       = 14
	otherClause = 5
)

// conceptsOf are the concepts of mentions.
func conceptsOf(s *claim.Sentence, mentions []int) []lexicon.Concept {
	all := lexicon.Concepts()
	out := make([]lexicon.Concept, len(mentions))
	for i, m := range mentions {
		out[i] = all[s.Mentions[m].Concept]
	}
	return out
}

// meet returns the first concept that stands in both lists.
func meet(a, b []lexicon.Concept) (lexicon.Concept, bool) {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y lexicon.Concept) bool { return y.ID == x.ID }) {
			return x, true
		}
	}
	return lexicon.Concept{}, false
}

// about counts what stands near both mentions and is the same: concepts that
// carry meaning, names and countries, but not the mentions themselves.
func (p *pair) about(i, j int) int {
	near := aroundOf(p.a, p.s, p.s.Mentions[i])
	n := 0
	for key := range aroundOf(p.b, p.t, p.t.Mentions[j]) {
		switch {
		case near[key] && p.core[key]:
			n += coreWorth
		case near[key]:
			n++
		}
	}
	return n
}

// coreWorth is how many other things count as much as what both reports are
// about.
const coreWorth = 3

// asserted is how surely what is affirmed of one mention is what is denied of
// the other: the more that is about them is the same, the surer.
func (p *pair) asserted(i, j int) float64 {
	return 0.15 + 0.1*float64(min(p.about(i, j), 4)) + 0.4*p.sure
}

// around is how many words on either side of a mention what it is about may
// stand.
const around = 8

func aroundOf(d *claim.Document, s *claim.Sentence, m claim.Mention) map[string]bool {
	out := map[string]bool{}
	far := around * d.Language.Reach()
	close := func(from, to int) bool { return from < m.To+far && to > m.From-far && from != m.From }
	all := lexicon.Concepts()
	for _, o := range s.Mentions {
		c := all[o.Concept]
		if !close(o.From, o.To) || claim.Light(c.ID) {
			continue
		}
		switch c.Class {
		case lexicon.SpeechClass, lexicon.DegreeClass, lexicon.LinkClass, lexicon.TimeClass, lexicon.MeasureClass:
		default:
			out[c.Key] = true
		}
	}
	for _, c := range s.Countries {
		if close(c.From, c.To) {
			out["@"+c.Code] = true
		}
	}
	for _, n := range s.Names {
		if close(n.From, n.To) && len(n.Keys) > 0 {
			out["#"+n.Keys[len(n.Keys)-1]] = true
		}
	}
	return out
}

// subject is the name nearest to a mention, in its clause or before it.
func subject(s *claim.Sentence, m int) (claim.Name, bool) {
	best, distance := claim.Name{}, reach
	for _, n := range s.Names {
		d := s.Mentions[m].From - n.To
		if d < 0 {
			d = n.From - s.Mentions[m].To + 1
		}
		if s.Words[n.From].Clause != s.Words[s.Mentions[m].From].Clause {
			d += 2
		}
		if d < distance && len(n.Keys) > 0 {
			best, distance = n, d
		}
	}
	return best, len(best.Keys) > 0
}
