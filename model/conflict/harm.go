package conflict

import (
	_ "embed"
	"fmt"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed harms.tsv
var harmData string

// harm is a sort of what happens to people, the words that say by themselves that it did
// not happen, and those that say so where they are denied.
type harm struct {
	name                    string
	happens, spared, denied map[lexicon.ConceptID]bool
}

var harms = sync.OnceValue(func() []harm {
	var out []harm
	for _, cells := range table(harmData) {
		out = append(out, harm{cells[0], lexicon.ConceptSet(cells[1]), lexicon.ConceptSet(cells[2]), lexicon.ConceptSet(cells[3])})
	}
	return out
})

// harmScore is how sure it is that "nobody was hurt" and "two were hurt" clash.
const harmScore = 0.68

// unharmed compares whole reports by what one says happened to nobody and the other
// counts, of a day no later. A report that tells of both speaks of more than one thing.
func unharmed(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	return r.bothSides(r.spared)
}

// spared finds what none says happened to nobody and some counts; the sides are in this
// order.
func (r *reports) spared(none, some *claim.Document) []wholeFinding {
	if older(none, some) {
		return nil // those hurt may have been found since
	}
	var out []wholeFinding
	for _, h := range harms() {
		if h.toldIn(none) {
			continue
		}
		for i := range none.Sentences {
			m := h.sparing(none, &none.Sentences[i])
			if m < 0 {
				continue
			}
			for j := range some.Sentences {
				if n := h.counted(some, &some.Sentences[j]); n >= 0 && !inOtherCountries(&none.Sentences[i], &some.Sentences[j]) {
					a, b := mentionSpan(&none.Sentences[i], m), mentionSpan(&some.Sentences[j], n)
					why := fmt.Sprintf("%s: none (%s) against %s (%s)", h.name, outlet(none), words(some, b), outlet(some))
					out = append(out, wholeFinding{finding{model.Polarity, harmScore, why, a, b}, i, j})
				}
			}
		}
	}
	return out
}

// toldIn reports whether a report tells anywhere of such harm.
func (h *harm) toldIn(d *claim.Document) bool {
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			if h.happens[m.Concept] && !m.State.Negated {
				return true
			}
		}
	}
	return false
}

// sparing is the mention by which a sentence says that such harm came to nobody, and not
// only to somebody whom it names; -1 where it does not.
func (h *harm) sparing(d *claim.Document, s *claim.Sentence) int {
	if asks(d, s) {
		return -1
	}
	for i, m := range s.Mentions {
		spared := h.spared[m.Concept] && m.State == (claim.State{}) && (!isState(m) || m.To-m.From > 1 || !d.Language.Spaced)
		denied := h.denied[m.Concept] && m.State.Negated && !m.State.Contrasted && (nobodyIn(s, m) || leadsClause(s, m))
		if (spared || denied) && !ofSomebody(s, m) {
			return i
		}
	}
	return -1
}

func nobodyIn(s *claim.Sentence, m claim.Mention) bool {
	return besideIn(s, m, func(c lexicon.Concept) bool { return c.Key == "none" })
}

// leadsClause reports whether nothing that carries meaning stands before a mention in its
// clause: nobody then of whom it could be said.
func leadsClause(s *claim.Sentence, m claim.Mention) bool {
	for w := m.From - 1; w >= 0 && s.Words[w].Clause == s.Words[m.From].Clause; w-- {
		if !s.Words[w].Stop && !s.Words[w].Cued {
			return false
		}
	}
	return true
}

// isState reports whether what is mentioned is how somebody is: in a word of its own it
// says so of one.
func isState(m claim.Mention) bool { return lexicon.Concepts()[m.Concept].Class == lexicon.StateClass }

// ofSomebody reports whether the clause of a mention names or counts somebody.
func ofSomebody(s *claim.Sentence, m claim.Mention) bool {
	clause := s.Words[m.From].Clause
	for _, n := range s.Names {
		if s.Words[n.From].Clause == clause && n.To <= m.From {
			return true
		}
	}
	for _, q := range s.Quantities {
		if q.Clause == clause && near(q, m) {
			return true
		}
	}
	return besideIn(s, m, func(c lexicon.Concept) bool { return c.Class == lexicon.RoleClass && c.Key != "victim" })
}

func besideIn(s *claim.Sentence, m claim.Mention, pass func(lexicon.Concept) bool) bool {
	all := lexicon.Concepts()
	for _, o := range s.Mentions {
		if o.From != m.From && s.Words[o.From].Clause == s.Words[m.From].Clause && pass(all[o.Concept]) {
			return true
		}
	}
	return false
}

// counted is the mention by which a sentence says of a number of people that such harm
// came to them; -1 where it does not.
func (h *harm) counted(d *claim.Document, s *claim.Sentence) int {
	if asks(d, s) || hardDenial(d, s) {
		return -1
	}
	for i, m := range s.Mentions {
		if !h.happens[m.Concept] || m.State != (claim.State{}) {
			continue
		}
		for _, q := range s.Quantities {
			if q.Unit.Dimension == "" && q.Value >= 1 && !q.Ordinal && !q.Rate && !q.Earlier && q.Clause == s.Words[m.From].Clause && near(q, m) {
				return i
			}
		}
	}
	return -1
}

// countReach is how many words may stand between a number and the harm that came to so
// many.
const countReach = 3

func near(q claim.Quantity, m claim.Mention) bool {
	return max(m.From-q.To, q.From-m.To) <= countReach
}
