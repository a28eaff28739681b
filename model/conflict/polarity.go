package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// polarities finds what one sentence affirms and the other negates.
func polarities(p *pair) []finding {
	var out []finding
	for _, sh := range p.shared {
		m, n := p.s.Mentions[sh.i], p.t.Mentions[sh.j]
		if !happening(sh.concept) || m.State.Negated == n.State.Negated || m.State.Status != n.State.Status || p.content() < 2 && len(p.names) == 0 {
			continue
		}
		out = append(out, p.negation(sh))
	}
	return append(out, p.antonyms()...)
}

func (p *pair) negation(sh shared) finding {
	a, b := p.outlets()
	says := func(neg bool) string {
		if neg {
			return "denies"
		}
		return "affirms"
	}
	why := fmt.Sprintf("%s: %s %s it, %s %s it", sh.concept.Key, a, says(p.s.Mentions[sh.i].State.Negated), b, says(p.t.Mentions[sh.j].State.Negated))
	return finding{model.Polarity, 0.3 + p.score, why, mentionSpan(p.s, sh.i), mentionSpan(p.t, sh.j)}
}

// antonyms finds concepts that exclude each other, said of the same name.
func (p *pair) antonyms() []finding {
	if len(p.names) == 0 {
		return nil
	}
	all := lexicon.Concepts()
	var out []finding
	for i, m := range p.s.Mentions {
		for j, n := range p.t.Mentions {
			c, d := all[m.Concept], all[n.Concept]
			if !happening(c) || !happening(d) || !lexicon.Excludes(c.ID, d.ID) || m.State != n.State || m.State.Status != claim.Happened {
				continue
			}
			if mentions(p.t, c.ID) || mentions(p.s, d.ID) {
				continue
			}
			a, b := p.outlets()
			why := fmt.Sprintf("%s (%s) against %s (%s)", c.Key, a, d.Key, b)
			out = append(out, finding{model.Polarity, 0.4 + p.score, why, mentionSpan(p.s, i), mentionSpan(p.t, j)})
		}
	}
	return out
}

func mentions(s *claim.Sentence, id lexicon.ConceptID) bool {
	for _, m := range s.Mentions {
		if m.Concept == id {
			return true
		}
	}
	return false
}
