package conflict

import (
	"fmt"
	"strings"
	"sync"

	_ "embed"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// polarities finds what one sentence affirms and the other negates.
func polarities(p *pair) []finding {
	var out []finding
	if asks(p.a, p.s) || asks(p.b, p.t) {
		return nil
	}
	if !p.twins {
		out = append(out, p.negations()...)
	}
	return append(out, p.antonyms()...)
}

// negations finds happenings and things that one report denies and the other
// affirms, in sentences that need not make one statement.
func (p *pair) negations() []finding {
	var out []finding
	if p.otherCountries() {
		return nil
	}
	for _, sh := range p.shared {
		m, n := p.s.Mentions[sh.i], p.t.Mentions[sh.j]
		if !deniable(sh.concept) || m.State.Denied() == n.State.Denied() || m.State.Doubtful() || n.State.Doubtful() || p.about(sh.i, sh.j) < 2 {
			continue
		}
		if says(p.a, p.s, sh.concept.ID, !m.State.Denied()) || says(p.b, p.t, sh.concept.ID, !n.State.Denied()) {
			continue // a report that says both speaks of more than one
		}
		if bothWays(p.s, sh.concept.ID) || bothWays(p.t, sh.concept.ID) || denies(p.affirming(m)) {
			continue
		}
		if m.State.Denied() && !clearlyDenied(p.a, p.s, m) || n.State.Denied() && !clearlyDenied(p.b, p.t, n) {
			continue
		}
		if m.State.Status == claim.Pending && older(p.a, p.b) || n.State.Status == claim.Pending && older(p.b, p.a) {
			continue
		}
		out = append(out, p.negation(sh))
	}
	return out
}

// clearlyDenied reports whether a mention is what the only denial of its sentence
// denies, and that in so many words: of what happens the first.
func clearlyDenied(d *claim.Document, s *claim.Sentence, m claim.Mention) bool {
	r := newReading(d, s)
	if len(r.denials) != 1 || r.denials[0].Soft {
		return false
	}
	told := false
	for _, t := range r.denials[0].Scope {
		does := happens(&r.parts[t])
		if r.parts[t].From == m.From {
			return !told || !does
		}
		told = told || does
	}
	return false
}

// asks reports whether a sentence is a question: it affirms and denies nothing.
func asks(d *claim.Document, s *claim.Sentence) bool {
	end := strings.TrimRight(s.Text(d), "\"'”“»«’」』)） ")
	return strings.HasSuffix(end, "?") || strings.HasSuffix(end, "？") || strings.HasSuffix(end, "؟") || d.Article.Language == "el" && strings.HasSuffix(end, ";")
}

// deniable reports whether to deny the concept says something of its own: a
// happening, or that there was such a thing.
func deniable(c lexicon.Concept) bool {
	return telling(c) || c.Class == lexicon.ThingClass
}

// says reports whether a report, outside one of its sentences, denies a concept or
// affirms it.
func says(d *claim.Document, but *claim.Sentence, id lexicon.ConceptID, denied bool) bool {
	for i := range d.Sentences {
		if i == but.Index {
			continue
		}
		for _, m := range d.Sentences[i].Mentions {
			if m.Concept == id && m.State.Denied() == denied && !m.State.Doubtful() {
				return true
			}
		}
	}
	return false
}

// affirming is the sentence that does not deny what m of the first one says.
func (p *pair) affirming(m claim.Mention) *claim.Sentence {
	if m.State.Denied() {
		return p.t
	}
	return p.s
}

//go:embed denials.txt
var deniers string

var denials = sync.OnceValue(func() map[lexicon.ConceptID]bool { return lexicon.ConceptSet(deniers) })

// denies reports whether a sentence denies anything: which of its words that
// reaches is then not sure enough to call it an affirmation.
func denies(s *claim.Sentence) bool {
	if s.Has(lexicon.Negation) || s.Has(lexicon.Affix) || s.Has(lexicon.Pending) {
		return true
	}
	for _, m := range s.Mentions {
		if denials()[m.Concept] {
			return true
		}
	}
	return false
}

// bothWays reports whether a sentence both affirms and negates a concept.
func bothWays(s *claim.Sentence, id lexicon.ConceptID) bool {
	yes, no := false, false
	for _, m := range s.Mentions {
		if m.Concept == id {
			yes, no = yes || !m.State.Denied(), no || m.State.Denied()
		}
	}
	return yes && no
}

func (p *pair) negation(sh shared) finding {
	a, b := p.outlets()
	kind := model.Polarity
	says := func(s claim.State) string {
		switch {
		case s.Status == claim.Pending:
			kind = model.Status
			return "says not yet"
		case s.Negated:
			return "denies it"
		}
		return "affirms it"
	}
	key := name(sh.concept)
	why := fmt.Sprintf("%s: %s %s, %s %s", key, a, says(p.s.Mentions[sh.i].State), b, says(p.t.Mentions[sh.j].State))
	return finding{kind, p.asserted(sh.i, sh.j), why, mentionSpan(p.s, sh.i), mentionSpan(p.t, sh.j)}
}

// antonyms finds concepts that exclude each other, said of the same name.
func (p *pair) antonyms() []finding {
	all := lexicon.Concepts()
	var out []finding
	for i, m := range p.s.Mentions {
		for j, n := range p.t.Mentions {
			c, d := all[m.Concept], all[n.Concept]
			if !telling(c) || !telling(d) || !lexicon.Excludes(c.ID, d.ID) || m.State != n.State || m.State.Status != claim.Happened {
				continue
			}
			if mentions(p.t, c.ID) || mentions(p.s, d.ID) || !p.sameSubject(i, j) || p.about(i, j) < 1 {
				continue
			}
			if !p.twins && !p.alone && p.about(i, j) < 2 || denies(p.s) && hardDenial(p.a, p.s) || denies(p.t) && hardDenial(p.b, p.t) {
				continue
			}
			a, b := p.outlets()
			why := fmt.Sprintf("%s (%s) against %s (%s)", c.Key, a, d.Key, b)
			out = append(out, finding{model.Polarity, 0.4 + p.sure/2, why, mentionSpan(p.s, i), mentionSpan(p.t, j)})
		}
	}
	return out
}

// hardDenial reports whether a sentence turns a clause round with a "not".
func hardDenial(d *claim.Document, s *claim.Sentence) bool {
	for _, e := range newReading(d, s).denials {
		if !e.Soft {
			return true
		}
	}
	return false
}

// sameSubject reports whether the two mentions are said of one name, and of no
// number of people.
func (p *pair) sameSubject(i, j int) bool {
	x, okX := subject(p.s, i)
	y, okY := subject(p.t, j)
	return okX && okY && shareKey(x, y) && !numbered(p.s, i) && !numbered(p.t, j)
}

// numbered reports whether a number stands by the mention.
func numbered(s *claim.Sentence, m int) bool {
	for _, q := range s.Quantities {
		if q.Unit.Dimension == "" && q.Clause == s.Words[s.Mentions[m].From].Clause {
			return true
		}
	}
	return false
}

func mentions(s *claim.Sentence, id lexicon.ConceptID) bool {
	for _, m := range s.Mentions {
		if m.Concept == id {
			return true
		}
	}
	return false
}
