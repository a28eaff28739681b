package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// places compares where the same happening took place, where both sentences name
// a place the same way and one of the places is unknown to the other report: a
// town inside a region named by the other is no conflict.
func places(p *pair) []finding {
	if p.content() < 2 && len(p.names) == 0 {
		return nil
	}
	var out []finding
	for _, sh := range p.shared {
		if sh.concept.Class != lexicon.EventClass || p.s.Mentions[sh.i].State != p.t.Mentions[sh.j].State {
			continue
		}
		x, cueX, okX := placeOf(p.s, sh.i)
		y, cueY, okY := placeOf(p.t, sh.j)
		if !okX || !okY || cueX != cueY || shareKey(x, y) || knows(p.b, x) && knows(p.a, y) {
			continue
		}
		a, b := p.outlets()
		why := fmt.Sprintf("%s: %s (%s) against %s (%s)", sh.concept.Key, words(p.a, x.Span), a, words(p.b, y.Span), b)
		out = append(out, finding{model.Where, 0.2 + p.sure/2, why, x.Span, y.Span})
	}
	return out
}

// placeOf is the only name of a mention's clause that a word of place stands
// before.
func placeOf(s *claim.Sentence, m int) (found claim.Name, cue lexicon.Cue, ok bool) {
	clause := s.Words[s.Mentions[m].From].Clause
	for _, n := range s.Names {
		if s.Words[n.From].Clause != clause || len(n.Keys) == 0 {
			continue
		}
		c, is := placeCue(s, n)
		if !is {
			continue
		}
		if ok {
			return claim.Name{}, "", false
		}
		found, cue, ok = n, c, true
	}
	return found, cue, ok
}

// placeCue finds a word of place up to two words before the name: "near the
// island of X".
func placeCue(s *claim.Sentence, n claim.Name) (lexicon.Cue, bool) {
	for _, cue := range []lexicon.Cue{lexicon.Near, lexicon.At} {
		for _, c := range s.Cues(cue) {
			if c[1] <= n.From && c[1] >= n.From-2 && s.Words[c[0]].Clause == s.Words[n.From].Clause {
				return cue, true
			}
		}
	}
	return "", false
}

// knows reports whether the report names any word of the name.
func knows(d *claim.Document, n claim.Name) bool {
	for i := range d.Sentences {
		if names(&d.Sentences[i], n) {
			return true
		}
	}
	return false
}
