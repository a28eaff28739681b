package conflict

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// untrue is how those concepts disown that call a thing untrue.
const untrue = "untrue"

//go:embed disavowals.tsv
var disavowalData string

// disavowals says, of concepts that disown what is said beside them, how they do.
var disavowals = sync.OnceValue(func() map[lexicon.ConceptID]string {
	out := map[lexicon.ConceptID]string{}
	for _, cells := range table(disavowalData) {
		for id := range lexicon.ConceptSet(cells[1]) {
			out[id] = cells[0]
		}
	}
	return out
})

// disavowed finds a statement that one passage calls untrue, or says was refused or
// failed, and that the other makes. Reports have too much else to say of
// what was refused.
func disavowed(p *pair) []finding {
	if !p.alone || p.rival > 0 || asks(p.a, p.s) || asks(p.b, p.t) || p.otherYears() {
		return nil
	}
	x, y := newReading(p.a, p.s), newReading(p.b, p.t)
	var out []finding
	for _, d := range append(p.disownedIn(x, y), p.disownedIn(y, x)...) {
		out = append(out, p.disowned(d))
	}
	return out
}

// disownedIn lists what x disowns, where y neither disowns nor denies anything: the first
// word that does. A "not" of x would turn it round.
func (p *pair) disownedIn(x, y *reading) []lone {
	list := disowners(x)
	if len(list) == 0 || y.hard() > 0 || x.hard() > 0 || len(disowners(y)) > 0 || y.s.Has(lexicon.Pending) {
		return nil
	}
	m := x.s.Mentions[list[0]]
	if x.d.Language == y.d.Language && hasStem(y.s, x.s.Words[m.From].Token.Stem) {
		return nil // in a headline that writes all its words large
	}
	d := claim.Denial{From: m.From, To: m.To, Clause: x.s.Words[m.From].Clause, Soft: true}
	for i, t := range x.parts {
		if len(d.Scope) < disownedParts && t.From >= m.To && !t.Light {
			d.Scope = append(d.Scope, i)
		}
	}
	for i := len(x.parts) - 1; i >= 0; i-- {
		if t := x.parts[i]; len(d.Scope) < disownedParts && t.To <= m.From && !t.Light {
			d.Scope = append(d.Scope, i)
		}
	}
	return []lone{{d, x, y, counterparts(x, y, p.a.Language == p.b.Language), len(list) - 1, 0}}
}

// disownedParts is how many parts after a word that disowns, and where there are fewer
// before it, are what it disowns.
const disownedParts = 4

func hasStem(s *claim.Sentence, stem string) bool {
	return slices.ContainsFunc(s.Words, func(w claim.Word) bool { return w.Token.Stem == stem })
}

// leastDisowning is how sure it is at the least that a word disowns, by all that it may
// mean.
const leastDisowning = 0.6

// disowners lists the mentions that disown something and are neither denied nor doubtful,
// one a word.
func disowners(r *reading) []int {
	var out []int
	sure := map[int]float64{}
	for i, m := range r.s.Mentions {
		if disavowals()[m.Concept] == "" || m.State != (claim.State{}) {
			continue
		}
		before := sure[m.From]
		sure[m.From] += m.Weight
		if before < leastDisowning && sure[m.From] >= leastDisowning {
			out = append(out, i)
		}
	}
	return out
}

// disowned makes the finding that x disowns, in the words of d, what y says.
func (p *pair) disowned(d lone) finding {
	mark, other := d.mark(), d.affirmed()
	why := fmt.Sprintf("%s disowns it (“%s”), %s does not", outlet(d.x.d), words(d.x.d, mark), outlet(d.y.d))
	if d.x.s != p.s {
		mark, other = other, mark
	}
	return finding{model.Polarity, denialScore, why, mark, other}
}

// disavowalClues measures the disavowal that a finding marks.
func disavowalClues(p *pair, f finding) map[string]float64 {
	x, y := newReading(p.a, p.s), newReading(p.b, p.t)
	for _, d := range append(p.disownedIn(x, y), p.disownedIn(y, x)...) {
		if mark := d.mark(); d.x.s == p.s && mark == f.markA || d.x.s == p.t && mark == f.markB {
			return d.disavowal()
		}
	}
	return nil
}

// disavowal is the clues of a disavowal: how it disowns, and those of a denial.
func (d *lone) disavowal() map[string]float64 {
	held, first := d.heldScope()
	sentence, clause := d.shares()
	out := map[string]float64{
		"denial-scope": float64(held), "denial-nothing": yes(held == 0), "denial-first": yes(first),
		"denial-before": yes(d.heldBefore()), "denial-around": d.heldAround(),
		"denial-sentence": sentence, "denial-clause": clause, "denial-beside": float64(d.beside),
		"denial-opposite": yes(d.opposite()), "denial-contrast": yes(d.x.s.Has(lexicon.Contrast)),
		"denial-one-language": yes(d.x.d.Language == d.y.d.Language),
		"disavowal-alleged":   yes(d.y.s.Has(lexicon.Alleged)), "disavowal-claimed": yes(d.x.s.Has(lexicon.Alleged)),
	}
	for _, m := range d.x.s.Mentions {
		if how := disavowals()[m.Concept]; how != "" && m.From == d.From {
			out["disavowal-"+how] = 1
		}
	}
	return out
}
