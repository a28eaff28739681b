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
	for _, sh := range p.shared {
		m, n := p.s.Mentions[sh.i], p.t.Mentions[sh.j]
		if !deniable(sh.concept) || m.State.Denied() == n.State.Denied() || m.State.Doubtful() || n.State.Doubtful() || p.about(sh.i, sh.j) < 2 {
			continue
		}
		if bothWays(p.s, sh.concept.ID) || bothWays(p.t, sh.concept.ID) || denies(p.affirming(m)) {
			continue
		}
		out = append(out, p.negation(sh))
	}
	if f, ok := p.oneSided(); ok && len(out) == 0 && len(statuses(p)) == 0 {
		out = append(out, f)
	}
	return append(out, p.antonyms()...)
}

// deniable reports whether to deny the concept says something of its own: a
// happening, or that there was such a thing.
func deniable(c lexicon.Concept) bool {
	return telling(c) || c.Class == lexicon.ThingClass
}

// The likeness from which two sentences are one statement, and what it then
// weighs that only one of them denies something.
const (
	oneStatement  = 0.40
	oneSidedScore = 0.50
)

// oneSided finds a statement that one sentence denies and the other, otherwise
// the same and in the same language, does not: whatever its words, a "not" on
// one side only turns it round.
func (p *pair) oneSided() (finding, bool) {
	if p.a.Article.Language != p.b.Article.Language || !p.twins || p.alike < oneStatement || len(p.s.Quotes)+len(p.t.Quotes) > 0 {
		return finding{}, false
	}
	x, okX := denial(p.s)
	y, okY := denial(p.t)
	if okX == okY || okX && denies(p.t) || okY && denies(p.s) {
		return finding{}, false
	}
	a, b := p.outlets()
	f := finding{kind: model.Polarity, score: oneSidedScore + p.alike/2, markA: x, markB: y}
	if okX {
		f.markB = span(p.t, 0, len(p.t.Words))
		f.why = fmt.Sprintf("%s denies it (“%s”), %s does not", a, words(p.a, x), b)
	} else {
		f.markA = span(p.s, 0, len(p.s.Words))
		f.why = fmt.Sprintf("%s denies it (“%s”), %s does not", b, words(p.b, y), a)
	}
	return f, true
}

// denial is the words by which a sentence denies a happening: the only "not" it
// has.
func denial(s *claim.Sentence) (model.Span, bool) {
	cues := append(s.Cues(lexicon.Negation), s.Cues(lexicon.Affix)...)
	if len(cues) != 1 {
		return model.Span{}, false
	}
	for _, m := range s.Mentions {
		if m.State.Negated && happening(lexicon.Concepts()[m.Concept]) {
			return span(s, cues[0][0], cues[0][1]), true
		}
	}
	return model.Span{}, false
}

// affirming is the sentence that does not deny what m of the first one says.
func (p *pair) affirming(m claim.Mention) *claim.Sentence {
	if m.State.Denied() {
		return p.t
	}
	return p.s
}

//go:embed denials.txt
var denialData string

var denials = sync.OnceValue(func() map[lexicon.ConceptID]bool { return lexicon.ConceptSet(denialData) })

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
	key := strings.ReplaceAll(sh.concept.Key, "-", " ")
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
			a, b := p.outlets()
			why := fmt.Sprintf("%s (%s) against %s (%s)", c.Key, a, d.Key, b)
			out = append(out, finding{model.Polarity, 0.4 + p.sure/2, why, mentionSpan(p.s, i), mentionSpan(p.t, j)})
		}
	}
	return out
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
