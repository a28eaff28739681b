package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// contrast is somebody of whom a sentence says that it was not they who did it.
type contrast struct {
	sentence, mention int
}

// contrastScore is how sure it is that "X did it, not Y" and "Y did it" clash.
const contrastScore = 0.7

// notThem compares who one report says it was not with whom the other says it was.
func notThem(r *reports) []wholeFinding {
	return r.bothSides(excluded)
}

// excluded finds whom no rules out and yes names; the sides are in this order.
func excluded(no, yes *claim.Document) []wholeFinding {
	var out []wholeFinding
	for _, x := range contrastsOf(no) {
		s := &no.Sentences[x.sentence]
		about := matter(no, s, s.Mentions[x.mention])
		for i := range yes.Sentences {
			t := &yes.Sentences[i]
			j := mentionOf(t, s.Mentions[x.mention].Concept)
			if j < 0 || t.Mentions[j].State.Denied() || asks(yes, t) || hardDenial(yes, t) || inCommon(about, matter(yes, t, t.Mentions[j])) < leastCommon {
				continue
			}
			if rival := actorBefore(s, x.mention); rival < 0 || mentions(t, s.Mentions[rival].Concept) {
				continue
			}
			a, b := mentionSpan(s, x.mention), mentionSpan(t, j)
			why := fmt.Sprintf("who: not %s (%s) against %s (%s)", words(no, a), outlet(no), words(yes, b), outlet(yes))
			out = append(out, wholeFinding{finding{model.Attribution, contrastScore, why, a, b}, x.sentence, i})
		}
	}
	return out
}

// contrastsOf lists those whom a clause of its own rules out: "the government, not the
// central bank".
func contrastsOf(d *claim.Document) []contrast {
	var out []contrast
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !s.Has(lexicon.Negation) || asks(d, s) {
			continue
		}
		r := newReading(d, s)
		if len(r.denials) != 1 || r.denials[0].Soft || r.denials[0].Pending {
			continue
		}
		e := r.denials[0]
		if !opensClause(s, e.From) {
			continue
		}
		for j, m := range s.Mentions {
			if isActor(all[m.Concept]) && m.From >= e.To && m.From-e.To <= actorReach*d.Language.Reach() && s.Words[m.From].Clause == e.Clause && !happensIn(s, e.Clause) {
				out = append(out, contrast{i, j})
				break
			}
		}
	}
	return out
}

// opensClause reports whether nothing but small words stands before a word in its
// clause.
func opensClause(s *claim.Sentence, word int) bool {
	for w := word - 1; w >= 0 && s.Words[w].Clause == s.Words[word].Clause; w-- {
		if !s.Words[w].Stop && !s.Words[w].Cued || isRole(s, w) {
			return false
		}
	}
	return true
}

// actorReach is how many words after the "not" who it was not may stand.
const actorReach = 2

func isActor(c lexicon.Concept) bool {
	return c.Class == lexicon.GroupClass || c.Class == lexicon.RoleClass
}

// happensIn reports whether a clause tells something that happens.
func happensIn(s *claim.Sentence, clause int) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if s.Words[m.From].Clause == clause && telling(all[m.Concept]) {
			return true
		}
	}
	return false
}

// actorBefore is the somebody in another clause before a mention who it was; -1 where
// there is none.
func actorBefore(s *claim.Sentence, mention int) int {
	all := lexicon.Concepts()
	clause := s.Words[s.Mentions[mention].From].Clause
	for j := mention - 1; j >= 0; j-- {
		m := s.Mentions[j]
		if isActor(all[m.Concept]) && s.Words[m.From].Clause != clause && !m.State.Negated {
			return j
		}
	}
	return -1
}

// mentionOf is the first mention of a concept; -1 where there is none.
func mentionOf(s *claim.Sentence, id lexicon.ConceptID) int {
	for j, m := range s.Mentions {
		if m.Concept == id {
			return j
		}
	}
	return -1
}
