package conflict

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed steps.tsv
var stepData string

// steps maps concepts to the step of a matter that they stand for, and lacking those
// that say that it is still to be taken.
var steps, lacking = stepColumn(1), stepColumn(2)

func stepColumn(n int) func() map[lexicon.ConceptID]string {
	return sync.OnceValue(func() map[lexicon.ConceptID]string {
		out := map[lexicon.ConceptID]string{}
		for _, cells := range table(stepData) {
			if len(cells) <= n {
				continue
			}
			for id := range lexicon.ConceptSet(cells[n]) {
				out[id] = cells[0]
			}
		}
		return out
	})
}

// stepOf is the step that a happening stands for: of its own where it has no kin.
func stepOf(c lexicon.Concept) string {
	if step, ok := steps()[c.ID]; ok {
		return step
	}
	return family(c)
}

// stage is how far a sentence says that a step has come.
type stage int

const (
	taken    stage = iota // it happened
	awaited               // not yet, or nobody has decided
	expected              // planned, possible or to come
	unclear               // denied, alleged or only thought of: neither
)

// standing is a step and how far one sentence says that it has come.
type standing struct {
	sentence, mention int
	step              string
	stage             stage
	weight            float64 // how sure it is that the words mean the step, to 1
}

// standingsOf lists what a report says of how far steps have come.
func standingsOf(d *claim.Document) []standing {
	var out []standing
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if asks(d, s) {
			continue
		}
		open := undecided(s)
		for j, m := range s.Mentions {
			c := all[m.Concept]
			if step, ok := lacking()[c.ID]; ok {
				out = addStanding(out, s, standing{i, j, step, awaited, m.Weight})
			} else if stepping(c) {
				out = addStanding(out, s, standing{i, j, stepOf(c), stageOf(m.State, open), m.Weight})
			}
		}
	}
	return out
}

// addStanding adds a standing; meanings of the same words that stand for one step
// make it the surer.
func addStanding(list []standing, s *claim.Sentence, x standing) []standing {
	for i := len(list) - 1; i >= 0 && list[i].sentence == x.sentence; i-- {
		if y := &list[i]; y.step == x.step && s.Mentions[y.mention].From == s.Mentions[x.mention].From {
			y.weight += x.weight
			return list
		}
	}
	return append(list, x)
}

// stepping reports whether a concept can be a step: a happening that says what
// happens, but not that it is decided, which is said of steps.
func stepping(c lexicon.Concept) bool {
	if _, ok := steps()[c.ID]; ok {
		return true
	}
	return c.Class == lexicon.EventClass && !claim.Light(c.ID) && c.Key != decideKey
}

const decideKey = "decide"

// undecided reports whether a sentence says that somebody has not decided yet, or
// is to decide.
func undecided(s *claim.Sentence) bool {
	all := lexicon.Concepts()
	return slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool {
		if all[m.Concept].Key != decideKey {
			return false
		}
		switch m.State.Status {
		case claim.Pending, claim.Future, claim.Planned, claim.Open:
			return true
		}
		return false
	})
}

func stageOf(s claim.State, undecided bool) stage {
	switch s.Status {
	case claim.Happened:
		if s.Negated {
			return unclear
		}
		return taken
	case claim.Pending:
		return awaited
	case claim.Alleged:
		return unclear
	}
	switch {
	case s.Negated:
		return unclear
	case undecided:
		return awaited
	case s.Status == claim.Open || s.Status == claim.Conditional:
		return unclear
	}
	return expected
}

// matter is what a mention is about: the things, people, places and names of its
// sentence, not farther than the step's words may reach.
func matter(d *claim.Document, s *claim.Sentence, m claim.Mention) map[string]bool {
	out := map[string]bool{}
	all := lexicon.Concepts()
	far := matterReach * d.Language.Reach()
	near := func(from, to int) bool { return from < m.To+far && to > m.From-far && from != m.From }
	for _, o := range s.Mentions {
		if c := all[o.Concept]; near(o.From, o.To) && substantial(c) && c.Key != decideKey {
			out[stepOf(c)] = true
		}
	}
	for _, c := range s.Countries {
		if near(c.From, c.To) {
			out["@"+c.Code] = true
		}
	}
	for _, n := range s.Names {
		if near(n.From, n.To) {
			for _, k := range n.Keys {
				out[nameMark+k] = true
			}
		}
	}
	return out
}

const (
	matterReach = 14 // words
	nameMark    = "#"
)

// inCommon counts what two matters share. Names count as one however many words
// of them are shared.
func inCommon(a, b map[string]bool) int {
	n, named := 0, false
	for k := range a {
		name, ok := strings.CutPrefix(k, nameMark)
		switch {
		case ok:
			named = named || hasName(b, name)
		case b[k]:
			n++
		}
	}
	if named {
		n++
	}
	return n
}

func hasName(m map[string]bool, name string) bool {
	for k := range m {
		if other, ok := strings.CutPrefix(k, nameMark); ok && claim.SameKey(name, other) {
			return true
		}
	}
	return false
}
