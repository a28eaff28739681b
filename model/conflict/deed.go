package conflict

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed deeds.tsv
var deedData string

// direction is a family of deeds, and whether the words for it name the doer
// first.
type direction struct {
	family  string
	forward bool
}

var deedTable = sync.OnceValue(func() map[lexicon.ConceptID]direction {
	out := map[lexicon.ConceptID]direction{}
	for _, cells := range table(deedData) {
		for id := range lexicon.ConceptSet(cells[2]) {
			out[id] = direction{cells[0], cells[1] == ">"}
		}
	}
	return out
})

//go:embed orders.tsv
var orderData string

// orders is how each language orders doer, deed and the other.
var orders = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, cells := range table(orderData) {
		for tag := range strings.FieldsSeq(cells[1]) {
			out[tag] = cells[0]
		}
	}
	return out
})

// deed is who did what to whom, as a sentence tells it.
type deed struct {
	family     string
	doer, done person
	denied     bool
	at         int // word
}

// person is somebody, some body or country by name.
type person struct {
	region
	keys unit
}

// same reports whether two names are of one.
func (p person) same(q person) bool {
	return slices.ContainsFunc(p.keys, func(k key) bool {
		return slices.ContainsFunc(q.keys, func(l key) bool {
			return k.sort == l.sort && (k.text == l.text || k.sort == 'k' && claim.SameKey(k.text, l.text))
		})
	})
}

// deedScore is how sure it is by itself that a deed told the other way round is a
// conflict.
const deedScore = 0.75

// reversals finds a deed that one sentence tells the other way round: "A beat B"
// against "A was beaten by B".
func reversals(p *pair) []finding {
	var out []finding
	ys := deedsOf(p.b, p.t)
	for _, x := range deedsOf(p.a, p.s) {
		for _, y := range ys {
			if x.family != y.family || x.denied || y.denied || !x.doer.same(y.done) || !x.done.same(y.doer) || x.doer.same(y.doer) || x.done.same(y.done) {
				continue
			}
			markA, markB := span(p.s, x.doer.from, x.doer.to), span(p.t, y.doer.from, y.doer.to)
			a, b := p.outlets()
			why := fmt.Sprintf("who (%s): %s (%s) against %s (%s)", x.family, words(p.a, markA), a, words(p.b, markB), b)
			out = append(out, finding{model.Identity, deedScore, why, markA, markB})
		}
	}
	return out
}

// deedsOf lists the deeds of which a sentence names doer and other.
func deedsOf(d *claim.Document, s *claim.Sentence) []deed {
	order := orders()[d.Language.Tag]
	if order == "" {
		return nil
	}
	people := peopleOf(s)
	if len(people) < 2 {
		return nil
	}
	var out []deed
	for _, m := range s.Mentions {
		dir, sure, ok := directionAt(s, m)
		if !ok || m.State.Doubtful() {
			continue
		}
		before, after := parties(d, s, people, m)
		doer, done, ok := passive(d, s, before, after)
		switch {
		case ok && (dir.forward || !sure):
		case !sure || order == "svo" && (len(before) != 1 || len(after) == 0) || order == "vso" && (len(before) > 0 || len(after) < 2):
			continue
		case order == "vso":
			doer, done = after[0], after[1]
		default:
			doer, done = before[0], after[0]
		}
		if sure && !dir.forward {
			doer, done = done, doer
		}
		out = append(out, deed{dir.family, doer, done, m.State.Denied(), m.From})
	}
	return out
}

// isDeed reports whether both sentences tell, at the marks, one deed among the
// same two: its words may be opposites and it still be one, "A beat B" and "B lost
// to A"; and where they are told the other way round that is what clashes.
func (p *pair) isDeed(f finding) bool {
	i, j := wordsAt(p.s, f.markA), wordsAt(p.t, f.markB)
	for _, x := range deedsOf(p.a, p.s) {
		for _, y := range deedsOf(p.b, p.t) {
			if x.family != y.family || x.at != i.from || y.at != j.from || x.denied != y.denied {
				continue
			}
			if x.doer.same(y.doer) && x.done.same(y.done) || x.doer.same(y.done) && x.done.same(y.doer) {
				return true
			}
		}
	}
	return false
}

// directionAt is the deed that a mention tells; sure is false where its form may
// tell the same one turned round, ok where it may tell another.
func directionAt(s *claim.Sentence, m claim.Mention) (dir direction, sure, ok bool) {
	dir, ok = deedTable()[m.Concept]
	sure = true
	for _, n := range s.Mentions {
		if other, is := deedTable()[n.Concept]; is && n.From == m.From {
			ok = ok && other.family == dir.family
			sure = sure && other == dir
		}
	}
	return dir, sure, ok
}

// peopleOf lists those whom a sentence names, in its order.
func peopleOf(s *claim.Sentence) []person {
	var out []person
	for _, n := range s.Names {
		p := person{region: region{n.From, n.To}}
		for _, k := range n.Keys {
			p.keys = append(p.keys, key{'k', k})
		}
		for _, c := range s.Countries {
			if c.From < n.To && n.From < c.To {
				p.keys = append(p.keys, key{'@', c.Code})
			}
		}
		out = append(out, p)
	}
	for _, c := range s.Countries {
		if !slices.ContainsFunc(s.Names, func(n claim.Name) bool { return c.From < n.To && n.From < c.To }) {
			out = append(out, person{region{c.From, c.To}, unit{{'@', c.Code}}})
		}
	}
	slices.SortStableFunc(out, func(a, b person) int { return a.from - b.from })
	return slices.DeleteFunc(out, func(p person) bool { return len(p.keys) == 0 || placedBy(s, p.from) })
}

// deedReach is how many words from the deed those who take part may stand.
const deedReach = 9

// parties lists those named before and after a deed in its clause, who may take
// part in it.
func parties(d *claim.Document, s *claim.Sentence, people []person, m claim.Mention) (before, after []person) {
	reach := deedReach * d.Language.Reach()
	for _, p := range people {
		if s.Words[p.from].Clause != s.Words[m.From].Clause {
			continue
		}
		switch {
		case p.to <= m.From && m.From-p.to <= reach:
			before = append(before, p)
		case p.from >= m.To && p.from-m.To <= reach:
			after = append(after, p)
		}
	}
	return before, after
}

// passive finds who did it where a word like "by" introduces one of them; to whom
// is then the first of the others.
func passive(d *claim.Document, s *claim.Sentence, before, after []person) (doer, done person, ok bool) {
	all := append(slices.Clone(before), after...)
	for i, p := range all {
		if introduced(d, s, p) && len(all) > 1 {
			other := 0
			if i == 0 {
				other = 1
			}
			return p, all[other], true
		}
	}
	return doer, done, false
}

// introduced reports whether a word that says who did it stands right by somebody,
// titles and small words between.
func introduced(d *claim.Document, s *claim.Sentence, p person) bool {
	by := byTable()[d.Language.Tag]
	for i := range s.Words {
		for _, w := range by.words {
			n := matches(s, i, w)
			if n == 0 {
				continue
			}
			if by.before && i == p.to || !by.before && i+n <= p.from && onlySmall(s, i+n, p.from) {
				return true
			}
		}
	}
	return false
}

// onlySmall reports whether words [from, to) are articles, titles or roles.
func onlySmall(s *claim.Sentence, from, to int) bool {
	if to-from > ago {
		return false
	}
	for w := from; w < to; w++ {
		if !s.Words[w].Stop && !has(s, w, lexicon.Title) && !isRole(s, w) {
			return false
		}
	}
	return true
}

func isRole(s *claim.Sentence, word int) bool {
	all := lexicon.Concepts()
	return slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool {
		return m.From <= word && word < m.To && (all[m.Concept].Class == lexicon.RoleClass || all[m.Concept].Class == lexicon.GroupClass)
	})
}
