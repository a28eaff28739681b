package conflict

import (
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// key is one thing that words may mean: a family of concepts, a name, a country
// or a word of one language.
type key struct {
	sort byte // c, k, @ or w
	text string
}

// unit is what one word or phrase means: any of its keys.
type unit []key

// gist is what a sentence speaks of, unit by unit.
type gist struct {
	units []unit
	at    []region // of each unit
	keys  map[key]bool
}

// region is a half-open range of words.
type region struct{ from, to int }

func (r region) holds(o region) bool { return r.from <= o.from && o.to <= r.to }

func (r region) wider(by int) region { return region{r.from - by, r.to + by} }

// gistOf lists what a sentence speaks of.
func gistOf(s *claim.Sentence) gist {
	g := gist{keys: map[key]bool{}}
	all := lexicon.Concepts()
	for i := 0; i < len(s.Mentions); {
		var u unit
		m := s.Mentions[i]
		for ; i < len(s.Mentions) && s.Mentions[i].From == m.From; i++ {
			if c := all[s.Mentions[i].Concept]; substantial(c) {
				u = append(u, key{'c', family(c)})
			}
		}
		g.add(u, region{m.From, m.To})
	}
	for _, n := range s.Names {
		var u unit
		for _, k := range n.Keys {
			u = append(u, key{'k', k})
		}
		g.add(u, region{n.From, n.To})
	}
	for _, c := range s.Countries {
		g.add(unit{{'@', c.Code}}, region{c.From, c.To})
	}
	for i := range s.Words {
		if w := &s.Words[i]; !w.Stop && !w.Known && !w.Cued && !w.Used && w.Name == 0 {
			g.add(unit{{'w', w.Token.Stem}}, region{i, i + 1})
		}
	}
	return g
}

func (g *gist) add(u unit, at region) {
	if len(u) == 0 {
		return
	}
	g.units, g.at = append(g.units, u), append(g.at, at)
	for _, k := range u {
		g.keys[k] = true
	}
}

// substantial reports whether a concept is part of what a sentence speaks of,
// and not of how it says it.
func substantial(c lexicon.Concept) bool {
	switch c.Class {
	case lexicon.SpeechClass, lexicon.DegreeClass, lexicon.LinkClass, lexicon.TimeClass, lexicon.MeasureClass:
		return false
	}
	return !claim.Light(c.ID)
}

// cover is the share of the units of a region that another gist holds; words of a
// language count where both are of one language.
func (g *gist) cover(r region, other *gist, sameLanguage bool) float64 {
	held, all := 0.0, 0.0
	for i, u := range g.units {
		if !r.holds(g.at[i]) || u[0].sort == 'w' && !sameLanguage {
			continue
		}
		all++
		if slices.ContainsFunc(u, func(k key) bool { return other.keys[k] }) {
			held++
		}
	}
	return held / max(all, 1)
}

// shares counts the units that another gist holds.
func (g *gist) shares(other *gist) int {
	n := 0
	for _, u := range g.units {
		if slices.ContainsFunc(u, func(k key) bool { return other.keys[k] }) {
			n++
		}
	}
	return n
}

// wordsAt is the words that a mark covers.
func wordsAt(s *claim.Sentence, mark model.Span) region {
	r := region{len(s.Words), 0}
	for i, w := range s.Words {
		if w.Span.Overlaps(mark) {
			r = region{min(r.from, i), i + 1}
		}
	}
	if r.to == 0 {
		return region{0, len(s.Words)}
	}
	return r
}

// clauseAround is the clauses that the words stand in.
func clauseAround(s *claim.Sentence, r region) region {
	for r.from > 0 && s.Words[r.from-1].Clause == s.Words[r.from].Clause {
		r.from--
	}
	for r.to < len(s.Words) && s.Words[r.to].Clause == s.Words[r.to-1].Clause {
		r.to++
	}
	return r
}
