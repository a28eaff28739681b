package conflict

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// A slot is a place in a statement: where one sentence says nothing that the
// other does not say as well but for one thing, and the other has another thing
// of that sort in its place, they fill one slot differently.

//go:embed siblings.tsv
var siblingData string

// siblings lists, for a concept, those of which one only can fill a slot, and the
// kind of conflict that makes.
var siblings = sync.OnceValue(func() map[[2]lexicon.ConceptID]model.Kind {
	out := map[[2]lexicon.ConceptID]model.Kind{}
	for _, cells := range table(siblingData) {
		set := lexicon.ConceptSet(cells[1])
		for x := range set {
			for y := range set {
				if x != y {
					out[[2]lexicon.ConceptID{x, y}] = model.Kind(cells[0])
				}
			}
		}
	}
	return out
})

// filler is what may fill a slot.
type filler struct {
	region
	concepts []lexicon.ConceptID
	country  string
	name     bool
	keys     unit
	held     bool // the other sentence has it
	denied   bool
}

// exclusive reports whether two things cannot fill one slot, and the kind of
// conflict that makes.
func (f *filler) exclusive(g *filler) (model.Kind, bool) {
	if f.country != "" && g.country != "" {
		return model.Identity, true
	}
	for _, x := range f.concepts {
		for _, y := range g.concepts {
			if k, ok := siblings()[[2]lexicon.ConceptID{x, y}]; ok {
				return k, true
			}
			if lexicon.Excludes(x, y) && !f.denied && !g.denied && !areOrigins(x, y) {
				return model.Polarity, true
			}
		}
	}
	return "", false
}

// bothSaid reports whether a sentence has the opposite too of what would fill a
// slot: it speaks of more than one thing.
func bothSaid(xs []filler, x *filler) bool {
	return slices.ContainsFunc(xs, func(o filler) bool {
		kind, ok := x.exclusive(&o)
		return ok && kind == model.Polarity
	})
}

// tellsFate reports whether a sentence speaks, in another word, of what happened to
// people by a filler of the other: "the toll" of "the dead".
func tellsFate(s *claim.Sentence, f *filler) bool {
	return slices.ContainsFunc(f.concepts, func(c lexicon.ConceptID) bool {
		fate := measures()[c]
		return fate != "" && slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool { return measures()[m.Concept] == fate })
	})
}

// happensAfter reports whether a sentence names a day later than another report, which
// may well have said the opposite of it before.
func happensAfter(s *claim.Sentence, other *claim.Document) bool {
	now, ok := other.Article.Date.Days()
	return ok && slices.ContainsFunc(datable(s), func(t timex.Mention) bool {
		lo, _, known := days(t)
		return known && lo > now
	})
}

// areOrigins reports whether both are causes, which are compared as such.
func areOrigins(x, y lexicon.ConceptID) bool {
	all := lexicon.Concepts()
	_, a := originTable()[all[x].Key]
	_, b := originTable()[all[y].Key]
	return a && b
}

// fillersOf lists what a sentence speaks of, in its order.
func fillersOf(s *claim.Sentence, other *gist) []filler {
	var out []filler
	all := lexicon.Concepts()
	for i := 0; i < len(s.Mentions); {
		m := s.Mentions[i]
		f := filler{region: region{m.From, m.To}}
		for ; i < len(s.Mentions) && s.Mentions[i].From == m.From; i++ {
			if c := all[s.Mentions[i].Concept]; c.Class != lexicon.SpeechClass && c.Class != lexicon.LinkClass && c.Class != lexicon.MeasureClass && (!claim.Light(c.ID) || len(c.Against) > 0) {
				f.keys, f.concepts = append(f.keys, key{'c', family(c)}), append(f.concepts, c.ID)
				f.denied = f.denied || s.Mentions[i].State.Denied()
			}
		}
		if s.Words[m.From].Name == 0 && len(f.keys) > 0 {
			out = append(out, f)
		}
	}
	for _, n := range s.Names {
		f := filler{region: region{n.From, n.To}, name: true}
		for _, k := range n.Keys {
			f.keys = append(f.keys, key{'k', k})
		}
		if len(f.keys) > 0 && !inCountry(s, n) {
			out = append(out, f)
		}
	}
	for _, c := range s.Countries {
		out = append(out, filler{region: region{c.From, c.To}, country: c.Code, keys: unit{{'@', c.Code}}})
	}
	for i := range out {
		out[i].held = slices.ContainsFunc(out[i].keys, func(k key) bool { return other.keys[k] })
	}
	slices.SortStableFunc(out, func(a, b filler) int { return cmp.Compare(a.from, b.from) })
	return out
}

// slotWorth is how sure it is by itself that two things that fill one slot clash,
// and slotReach how many words away halves that.
const (
	slotWorth = 0.9
	slotReach = 12
)

// slots finds two things that exclude each other and fill one slot.
func slots(p *pair) []finding {
	if !p.alone && !p.twins || otherCounts(p.s, p.t) {
		return nil
	}
	g, h := gistOf(p.s), gistOf(p.t)
	xs, ys := fillersOf(p.s, &h), fillersOf(p.t, &g)
	best := finding{}
	for i := range xs {
		for j := range ys {
			x, y := &xs[i], &ys[j]
			if x.held || y.held || x.name || y.name || besideNumber(p.s, x.region) || besideNumber(p.t, y.region) {
				continue
			}
			kind, ok := x.exclusive(y)
			if !ok || kind == model.Identity && hardDenial(p.a, p.s) != hardDenial(p.b, p.t) {
				continue // what is denied of the one is said of the other
			}
			if kind == model.Polarity && (bothSaid(xs, x) || bothSaid(ys, y) || happensAfter(p.s, p.b) || happensAfter(p.t, p.a) || tellsFate(p.s, y) || tellsFate(p.t, x)) {
				continue
			}
			if score := p.slotScore(xs, ys, i, j); score > best.score {
				best = finding{kind: kind, score: score, markA: span(p.s, x.from, x.to), markB: span(p.t, y.from, y.to)}
			}
		}
	}
	if best.score == 0 {
		return nil
	}
	a, b := p.outlets()
	best.why = fmt.Sprintf("%s (%s) against %s (%s) in the same statement", words(p.a, best.markA), a, words(p.b, best.markB), b)
	return []finding{best}
}

// otherCounts reports whether both sentences count something, and no number is in
// both: they may speak of others.
func otherCounts(s, t *claim.Sentence) bool {
	xs, ys := countsIn(s), countsIn(t)
	for v := range xs {
		if ys[v] {
			return false
		}
	}
	return len(xs) > 0 && len(ys) > 0
}

func countsIn(s *claim.Sentence) map[float64]bool {
	out := map[float64]bool{}
	for _, q := range s.Quantities {
		if q.Unit.Dimension == "" {
			out[q.Value] = true
		}
	}
	return out
}

// besideNumber reports whether a number counts what stands at the words: others
// of another sort may be counted elsewhere.
func besideNumber(s *claim.Sentence, r region) bool {
	for _, q := range s.Quantities {
		if q.To <= r.from && r.from-q.To <= countedReach && s.Words[q.From].Clause == s.Words[r.from].Clause {
			return true
		}
	}
	return false
}

// slotScore is how surely fillers i and j fill one slot: the more else of the
// sentence that says less is said by the other, and the nearer both stand to what
// both say.
func (p *pair) slotScore(xs, ys []filler, i, j int) float64 {
	rest := max(restHeld(xs, i), restHeld(ys, j))
	if rest < leastRest {
		return 0
	}
	distance := slotDistance(p.s, p.t, xs, ys, i, j)
	return slotWorth * rest / (1 + distance/slotReach)
}

// slotClues measures the slot that a finding marks.
func slotClues(p *pair, f finding) map[string]float64 {
	g, h := gistOf(p.s), gistOf(p.t)
	xs, ys := fillersOf(p.s, &h), fillersOf(p.t, &g)
	i := slices.IndexFunc(xs, func(x filler) bool { return span(p.s, x.from, x.to) == f.markA })
	j := slices.IndexFunc(ys, func(y filler) bool { return span(p.t, y.from, y.to) == f.markB })
	if i < 0 || j < 0 {
		return nil
	}
	a, b := restHeld(xs, i), restHeld(ys, j)
	return map[string]float64{
		"slot-rest-least": min(a, b), "slot-rest-most": max(a, b),
		"slot-far":      min(1, slotDistance(p.s, p.t, xs, ys, i, j)/slotReach),
		"slot-unlike":   math.Log(float64(1 + len(xs) + len(ys) - heldIn(xs) - heldIn(ys))),
		"slot-common":   math.Log(float64(1 + min(heldIn(xs), heldIn(ys)))),
		"slot-denial":   yes(hardDenial(p.a, p.s) != hardDenial(p.b, p.t)),
		"slot-language": yes(p.a.Language == p.b.Language),
		"slot-place":    math.Abs(float64(i+1)/float64(len(xs)+1) - float64(j+1)/float64(len(ys)+1)),
		"slot-happens":  yes(xs[i].happens() && ys[j].happens()),
	}
}

func heldIn(xs []filler) int {
	n := 0
	for _, x := range xs {
		n += int(yes(x.held))
	}
	return n
}

// happens reports whether what may fill the slot is something that happens.
func (f *filler) happens() bool {
	all := lexicon.Concepts()
	return slices.ContainsFunc(f.concepts, func(c lexicon.ConceptID) bool { return all[c].Class == lexicon.EventClass })
}

// leastRest is the share of what else one sentence says that the other must say
// too.
const leastRest = 0.4

// restHeld is the share of the fillers besides one that the other sentence has.
func restHeld(xs []filler, but int) float64 {
	held := 0.0
	for i, x := range xs {
		if i != but && x.held {
			held++
		}
	}
	if len(xs) < 2 {
		return 0
	}
	return held / float64(len(xs)-1)
}

// slotDistance is how many words, taken together, the two fillers stand from the
// nearest thing that both sentences say.
func slotDistance(s, t *claim.Sentence, xs, ys []filler, i, j int) float64 {
	least := 1 << 10
	for _, x := range xs {
		for _, y := range ys {
			if !x.held || !y.held || !slices.ContainsFunc(x.keys, func(k key) bool { return slices.Contains(y.keys, k) }) {
				continue
			}
			d := gap(s, x.region, xs[i].region) + gap(t, y.region, ys[j].region)
			least = min(least, d)
		}
	}
	return float64(least)
}

// gap is how many words stand between two regions; a clause boundary counts as
// otherClause.
func gap(s *claim.Sentence, a, b region) int {
	d := max(0, a.from-b.to, b.from-a.to)
	if s.Words[a.from].Clause != s.Words[b.from].Clause {
		d += otherClause
	}
	return d
}
