package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// causes compares what two sentences give as the cause of the same effect.
func causes(p *pair) []finding {
	var out []finding
	for _, x := range causesOf(p.s) {
		for _, y := range causesOf(p.t) {
			if !p.sameEffect(x, y) || p.sameCause(x, y) {
				continue
			}
			a, b := p.outlets()
			why := fmt.Sprintf("cause: %s (%s) against %s (%s)", words(p.a, x.span), a, words(p.b, y.span), b)
			out = append(out, finding{model.Cause, 0.35 + p.sure/2, why, x.span, y.span})
		}
	}
	return out
}

// cause is the words of a sentence that say why.
type cause struct {
	from, to int // words
	span     model.Span
	concepts []lexicon.Concept
}

func causesOf(s *claim.Sentence) []cause {
	var out []cause
	for _, c := range s.Cues(lexicon.Because) {
		if end := clauseEnd(s, c[1]); end > c[1] {
			out = appendCause(out, s, c[1], end)
		}
	}
	for _, c := range s.Cues(lexicon.Causes) {
		if start := clauseStart(s, c[0]); start < c[0] {
			out = appendCause(out, s, start, c[0])
		}
	}
	return out
}

func appendCause(out []cause, s *claim.Sentence, from, to int) []cause {
	c := cause{from: from, to: to, span: span(s, from, to)}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From < from || m.To > to || m.State.Negated {
			continue
		}
		switch k := all[m.Concept]; k.Class {
		case lexicon.EventClass, lexicon.StateClass, lexicon.ThingClass, lexicon.AbstractClass:
			c.concepts = append(c.concepts, k)
		}
	}
	if len(c.concepts) == 0 {
		return out
	}
	return append(out, c)
}

func clauseEnd(s *claim.Sentence, i int) int {
	j := i
	for j < len(s.Words) && s.Words[j].Clause == s.Words[i].Clause {
		j++
	}
	return j
}

func clauseStart(s *claim.Sentence, i int) int {
	j := i
	for j > 0 && s.Words[j-1].Clause == s.Words[i].Clause {
		j--
	}
	return j
}

// named reports whether the words of a cause name n.
func named(s *claim.Sentence, c cause, n claim.Name) bool {
	for _, m := range s.Names {
		if m.From >= c.from && m.To <= c.to && shareKey(m, n) {
			return true
		}
	}
	return false
}

// sameEffect reports whether the sentences share a happening outside the words
// that say why.
func (p *pair) sameEffect(x, y cause) bool {
	for _, sh := range p.shared {
		m, n := p.s.Mentions[sh.i], p.t.Mentions[sh.j]
		if happening(sh.concept) && (m.To <= x.from || m.From >= x.to) && (n.To <= y.from || n.From >= y.to) {
			return true
		}
	}
	return false
}

// sameCause reports whether the causes have anything in common, or one sentence
// speaks of the other's cause elsewhere.
func (p *pair) sameCause(x, y cause) bool {
	for _, n := range p.s.Names {
		if n.From >= x.from && n.To <= x.to && named(p.t, y, n) {
			return true
		}
	}
	for _, c := range x.concepts {
		if mentions(p.t, c.ID) {
			return true
		}
	}
	for _, c := range y.concepts {
		if mentions(p.s, c.ID) {
			return true
		}
	}
	return false
}
