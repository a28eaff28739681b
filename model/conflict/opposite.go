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

//go:embed opposites.tsv
var oppositeData string

// pole is one of two things that cannot both be so of one bearer: a door is open or
// closed.
type pole struct {
	pair  int
	right bool
	named bool // said of somebody who is named
	turns bool // from day to day it may be the other
}

var poles = sync.OnceValue(func() map[lexicon.ConceptID]pole {
	out := map[lexicon.ConceptID]pole{}
	for n, cells := range table(oppositeData) {
		for side, list := range cells[:2] {
			for id := range lexicon.ConceptSet(list) {
				out[id] = pole{n, side == 1, cells[2] == "named", strings.HasSuffix(cells[2], "turns")}
			}
		}
	}
	return out
})

// posed is a pole that a sentence affirms, and of whom or of what.
type posed struct {
	pole
	sentence, mention int
	bearers           map[string]bool
}

// posedIn lists the poles that a report affirms, and plainly.
func posedIn(d *claim.Document) []posed {
	var out []posed
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j, m := range s.Mentions {
			if p, ok := poles()[m.Concept]; ok && m.State == (claim.State{}) && m.Weight >= leastPosed && !asks(d, s) {
				out = append(out, posed{p, i, j, bearersOf(d, s, m, p.named)})
			}
		}
	}
	return out
}

// leastPosed is how sure it is at the least that a word means a pole, and bearerReach
// how many words from it those may stand of whom it is said.
const (
	leastPosed  = 0.45
	bearerReach = 7
)

// bearersOf are those near a mention of whom or of what it may be said: the names, or the
// things, places and bodies of its clause.
func bearersOf(d *claim.Document, s *claim.Sentence, m claim.Mention, named bool) map[string]bool {
	out := map[string]bool{}
	all := lexicon.Concepts()
	far := bearerReach * d.Language.Reach()
	near := func(from, to int) bool {
		return from < m.To+far && to > m.From-far && from != m.From && (named || s.Words[from].Clause == s.Words[m.From].Clause)
	}
	for _, o := range s.Mentions {
		switch c := all[o.Concept]; c.Class {
		case lexicon.ThingClass, lexicon.PlaceClass, lexicon.GroupClass:
			if !named && near(o.From, o.To) && !claim.Light(c.ID) && o.Weight >= leastPosed {
				out[family(c)] = true
			}
		}
	}
	for _, n := range s.Names {
		if named && near(n.From, n.To) {
			for _, k := range n.Keys {
				out[nameMark+k] = true
			}
		}
	}
	return out
}

// oppositeScore is how sure it is that opposites of one bearer clash.
const oppositeScore = 0.65

// contraries compares whole reports by what cannot both be so of one bearer, where
// neither report says both.
func contraries(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	xs, ys := posedIn(r.a), posedIn(r.b)
	var out []wholeFinding
	for _, x := range xs {
		for _, y := range ys {
			if x.pair != y.pair || x.right == y.right || inCommon(x.bearers, y.bearers) == 0 || posedToo(xs, y, x) || posedToo(ys, x, y) {
				continue
			}
			s, t := &r.a.Sentences[x.sentence], &r.b.Sentences[y.sentence]
			if x.turns && !r.sameTurn() || inOtherCountries(s, t) || hardDenial(r.a, s) != hardDenial(r.b, t) && deniedAt(s, x, t, y) {
				continue
			}
			out = append(out, wholeFinding{r.opposite(x, y), x.sentence, y.sentence})
		}
	}
	return out
}

// posedToo reports whether a report affirms a pole too of a bearer of another one.
func posedToo(list []posed, p, other posed) bool {
	return slices.ContainsFunc(list, func(x posed) bool {
		return x.pair == p.pair && x.right == p.right && inCommon(x.bearers, other.bearers) > 0
	})
}

// deniedAt reports whether a denial stands in the clause of a pole: what it denies is
// not sure enough.
func deniedAt(s *claim.Sentence, x posed, t *claim.Sentence, y posed) bool {
	return deniedClause(s, x.mention) || deniedClause(t, y.mention)
}

func deniedClause(s *claim.Sentence, mention int) bool {
	clause := s.Words[s.Mentions[mention].From].Clause
	for _, c := range s.Cues(lexicon.Negation) {
		if s.Words[c[0]].Clause == clause && c[1] <= s.Mentions[mention].From {
			return true
		}
	}
	return false
}

// sameTurn reports whether the reports are at most a day apart, as far as is known.
func (r *reports) sameTurn() bool {
	x, okX := r.a.Article.Date.Days()
	y, okY := r.b.Article.Date.Days()
	return !okX || !okY || x-y <= 1 && y-x <= 1
}

func (r *reports) opposite(x, y posed) finding {
	s, t := &r.a.Sentences[x.sentence], &r.b.Sentences[y.sentence]
	key := func(s *claim.Sentence, m int) string { return name(lexicon.Concepts()[s.Mentions[m].Concept]) }
	why := fmt.Sprintf("%s (%s) against %s (%s)", key(s, x.mention), outlet(r.a), key(t, y.mention), outlet(r.b))
	return finding{model.Polarity, oppositeScore, why, mentionSpan(s, x.mention), mentionSpan(t, y.mention)}
}
