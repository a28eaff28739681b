package conflict

import (
	"fmt"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	_ "embed"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// The share of what two quotations say that must be common for them to be one
// statement, and how many things at the least.
const (
	sameStatement = 0.33
	leastCommon   = 2
)

// quotations compares what is put in quotation marks on both sides: one
// statement given to two speakers, or one speaker's words given differently.
func quotations(p *pair) []finding {
	var out []finding
	for _, q := range p.s.Quotes {
		for _, r := range p.t.Quotes {
			common := p.overlap(q, r)
			if common < sameStatement {
				continue
			}
			if f, ok := p.otherSpeaker(q, r, common); ok && p.alone {
				out = append(out, f)
			} else if f, ok := p.otherWords(q, r, common); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

func inside(q claim.Quote, m claim.Mention) bool { return q.From <= m.From && m.To <= q.To }

// contentOf lists the mentions in a quotation that carry meaning.
func contentOf(s *claim.Sentence, q claim.Quote) []int {
	all := lexicon.Concepts()
	var out []int
	for i, m := range s.Mentions {
		class := all[m.Concept].Class
		if inside(q, m) && class != lexicon.DegreeClass && class != lexicon.LinkClass {
			out = append(out, i)
		}
	}
	return out
}

// overlap is the share of what the two quotations say that stands in both, of
// the mean of both; 0 where it is too little to tell.
func (p *pair) overlap(q, r claim.Quote) float64 {
	a, b := contentOf(p.s, q), contentOf(p.t, r)
	common := map[int]bool{}
	for _, i := range a {
		for _, j := range b {
			if p.s.Mentions[i].Concept == p.t.Mentions[j].Concept {
				common[p.s.Mentions[i].From] = true
			}
		}
	}
	for i := q.From; i < q.To; i++ {
		if w := &p.s.Words[i]; w.Name != 0 && namedIn(p.t, r, claim.Skeleton(w.Text)) {
			common[i] = true
		}
	}
	if len(common) < leastCommon {
		return 0
	}
	return 2 * float64(len(common)) / float64(weight(p.s, q)+weight(p.t, r))
}

// namedIn reports whether the quotation names a word of the skeleton.
func namedIn(s *claim.Sentence, q claim.Quote, skeleton string) bool {
	for i := q.From; i < q.To; i++ {
		if s.Words[i].Name != 0 && claim.Skeleton(s.Words[i].Text) == skeleton {
			return true
		}
	}
	return false
}

// weight counts what a quotation says: each form of the lexicon once, and each
// other word that means something.
func weight(s *claim.Sentence, q claim.Quote) int {
	inForm := map[int]bool{}
	n := 0
	for _, i := range contentOf(s, q) {
		m := s.Mentions[i]
		if !inForm[m.From] {
			n++
		}
		for w := m.From; w < m.To; w++ {
			inForm[w] = true
		}
	}
	for i := q.From; i < q.To; i++ {
		if w := &s.Words[i]; !inForm[i] && !w.Stop && !w.Cued && !w.Known {
			n++
		}
	}
	return max(n, 1)
}

// isPlace reports whether the report elsewhere uses the name for a place: the
// mayor of a town is not the town.
func isPlace(d *claim.Document, n claim.Name) bool {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, m := range s.Names {
			if placedBy(s, m.From) && slices.ContainsFunc(m.Keys, func(k string) bool { return slices.Contains(n.Keys, k) }) {
				return true
			}
		}
	}
	return false
}

func (p *pair) otherSpeaker(q, r claim.Quote, common float64) (finding, bool) {
	if !q.Speaker.Sure || !r.Speaker.Sure {
		return finding{}, false
	}
	x := p.a.Sentences[q.Speaker.Index].Names[q.Speaker.Name]
	y := p.b.Sentences[r.Speaker.Index].Names[r.Speaker.Name]
	if !p.alone && (!attested(p.a, x) || !attested(p.b, y)) {
		return finding{}, false
	}
	if isPlace(p.a, x) || isPlace(p.b, y) || names(p.t, x) || names(p.s, y) {
		return finding{}, false // both name both: who of them speaks is not sure
	}
	if q.Speaker.Index != p.s.Index || r.Speaker.Index != p.t.Index || shareKey(x, y) || len(x.Keys) == 0 || len(y.Keys) == 0 {
		return finding{}, false
	}
	a, b := p.outlets()
	why := fmt.Sprintf("the same words of %s (%s) and of %s (%s)", words(p.a, x.Span), a, words(p.b, y.Span), b)
	return finding{model.Attribution, 0.3 + common, why, x.Span, y.Span}, true
}

// attested reports whether a word is surely a name: it has a capital, or where the
// script has none a title, more than one word, or the report uses it again.
func attested(d *claim.Document, n claim.Name) bool {
	r, _ := utf8.DecodeRuneInString(words(d, n.Span))
	if unicode.IsUpper(r) || n.Title >= 0 || len(n.Keys) > 1 {
		return true
	}
	uses := 0
	for i := range d.Sentences {
		if names(&d.Sentences[i], n) {
			uses++
		}
	}
	return uses > 1
}

// names reports whether the sentence names any word of the name.
func names(s *claim.Sentence, n claim.Name) bool {
	for _, m := range s.Names {
		if shareKey(m, n) {
			return true
		}
	}
	return false
}

func shareKey(x, y claim.Name) bool { return x.Same(y) }

// otherWords finds what one quotation says and the other does not, where they
// are otherwise one: a negation, an opposite, or saying against thinking.
func (p *pair) otherWords(q, r claim.Quote, common float64) (finding, bool) {
	all := lexicon.Concepts()
	a, b := p.outlets()
	for _, i := range contentOf(p.s, q) {
		m := p.s.Mentions[i]
		for _, j := range contentOf(p.t, r) {
			n := p.t.Mentions[j]
			c, d := all[m.Concept], all[n.Concept]
			opposite := lexicon.Excludes(c.ID, d.ID) && !claim.Light(c.ID) && !claim.Light(d.ID) && m.State.Negated == n.State.Negated && !mentions(p.t, c.ID) && !mentions(p.s, d.ID)
			negated := c.ID == d.ID && m.State.Negated != n.State.Negated && telling(c) && !bothWays(p.s, c.ID) && !bothWays(p.t, c.ID) && !denies(p.affirming(m))
			attitude := saidAgainstThought(c, d) && !mentions(p.t, c.ID) && !mentions(p.s, d.ID) && p.sameSlot(q, r, i, j)
			if (opposite || negated) && p.alone || attitude {
				why := fmt.Sprintf("one quotation, other words: “%s” (%s) against “%s” (%s)", words(p.a, mentionSpan(p.s, i)), a, words(p.b, mentionSpan(p.t, j)), b)
				return finding{model.Quote, 0.3 + common, why, mentionSpan(p.s, i), mentionSpan(p.t, j)}, true
			}
		}
	}
	return finding{}, false
}

//go:embed attitudes.txt
var attitudeData string

// attitudes maps verbs of saying and of thinking to which of the two they are.
var attitudes = sync.OnceValue(func() map[lexicon.ConceptID]string { return lexicon.ConceptLabels(attitudeData, ":") })

func saidAgainstThought(c, d lexicon.Concept) bool {
	x, y := attitudes()[c.ID], attitudes()[d.ID]
	return x != "" && y != "" && x != y
}

// sameSlot reports whether the shared concept before or after the two mentions
// in their quotations is the same.
func (p *pair) sameSlot(q, r claim.Quote, i, j int) bool {
	for _, step := range []int{-1, 1} {
		c, okC := p.neighbour(p.s, q, i, step)
		d, okD := p.neighbour(p.t, r, j, step)
		if okC && okD && c == d {
			return true
		}
	}
	return false
}

// neighbour is the nearest concept to a mention inside the quotation, in one
// direction, that both sentences mention.
func (p *pair) neighbour(s *claim.Sentence, q claim.Quote, mention, step int) (lexicon.ConceptID, bool) {
	for i := mention + step; i >= 0 && i < len(s.Mentions); i += step {
		m := s.Mentions[i]
		if !inside(q, m) {
			return 0, false
		}
		if m.From != s.Mentions[mention].From && mentions(p.s, m.Concept) && mentions(p.t, m.Concept) && !emptyClass(m.Concept) {
			return m.Concept, true
		}
	}
	return 0, false
}

func emptyClass(id lexicon.ConceptID) bool {
	switch lexicon.Concepts()[id].Class {
	case lexicon.DegreeClass, lexicon.LinkClass:
		return true
	}
	return false
}
