package conflict

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed origins.tsv
var originData string

// origin is what is known of a concept that may bring about a disaster.
type origin struct {
	group   string
	effects map[string]bool // families; nil for any
	named   bool            // the word itself says that it is a cause
}

var originTable = sync.OnceValue(func() map[string]origin {
	out := map[string]origin{}
	for _, cells := range table(originData) {
		o := origin{group: cells[1], named: cells[3] == "named"}
		if cells[2] != "*" {
			o.effects = map[string]bool{}
			for _, e := range strings.Split(cells[2], ",") {
				o.effects[e] = true
			}
		}
		out[cells[0]] = o
	}
	return out
})

// cause is a mention of what brought the event about.
type cause struct {
	sentence, mention int
	concept           lexicon.Concept
	group             string
	rejected          bool // "not because of the waves"
}

// origins compares what two reports give as the cause of what both are about.
func origins(r *reports) []wholeFinding {
	xs, ys := r.causes(r.a), r.causes(r.b)
	var out []wholeFinding
	for _, x := range xs {
		for _, y := range ys {
			score := 0.0
			switch {
			case x.rejected && y.rejected:
			case x.rejected || y.rejected:
				if x.group == y.group {
					score = rejectedScore
				}
			case !known(ys, x) && !known(xs, y) && !r.speaksOf(r.b, x) && !r.speaksOf(r.a, y):
				score = otherCauseScore
			}
			if score > 0 {
				out = append(out, r.clash(x, y, score))
			}
		}
	}
	return out
}

// How sure it is that a cause rejected and a cause given, and that two different
// causes clash.
const (
	rejectedScore   = 0.8
	otherCauseScore = 0.75
)

func (r *reports) clash(x, y cause, score float64) wholeFinding {
	s, t := &r.a.Sentences[x.sentence], &r.b.Sentences[y.sentence]
	markA, markB := mentionSpan(s, x.mention), mentionSpan(t, y.mention)
	says := func(d *claim.Document, c cause, mark model.Span) string {
		if c.rejected {
			return fmt.Sprintf("not %s (%s)", words(d, mark), outlet(d))
		}
		return fmt.Sprintf("%s (%s)", words(d, mark), outlet(d))
	}
	why := "cause: " + says(r.a, x, markA) + " against " + says(r.b, y, markB)
	return wholeFinding{finding{model.Cause, score, why, markA, markB}, x.sentence, y.sentence}
}

// known reports whether a group stands among the causes, given or rejected.
func known(causes []cause, x cause) bool {
	for _, c := range causes {
		if c.group == x.group {
			return true
		}
	}
	return false
}

// speaksOf reports whether a report speaks of what could be the cause, however
// it means it.
func (r *reports) speaksOf(d *claim.Document, x cause) bool {
	all := lexicon.Concepts()
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			if o, ok := originTable()[all[m.Concept].Key]; ok && o.group == x.group && o.mayCause(r.core) {
				return true
			}
		}
	}
	return false
}

// mayCause reports whether it can bring about one of the happenings, none of
// which it is itself.
func (o origin) mayCause(core map[string]bool) bool {
	return len(core) > 0 && (o.effects == nil || meets(o.effects, core))
}

// causes lists what a report gives or rejects as causes of the event.
func (r *reports) causes(d *claim.Document) []cause {
	var out []cause
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j, m := range s.Mentions {
			c := all[m.Concept]
			o, ok := originTable()[c.Key]
			if !ok || !o.mayCause(r.core) || !o.named && r.core[family(c)] && !o.effects[family(c)] {
				continue
			}
			excluded, open := ruledOut(s, m)
			if open {
				continue
			}
			x := cause{i, j, c, o.group, m.State.Negated || contrasted(s, m) || excluded || r.disowned(d, s, m)}
			if !x.rejected && (m.State.Denied() || m.State.Doubtful() || !o.named && !r.givenAsCause(d, s, m)) {
				continue
			}
			out = append(out, x)
		}
	}
	return out
}

// givenAsCause reports whether the sentence says that a mention was a cause.
func (r *reports) givenAsCause(d *claim.Document, s *claim.Sentence, m claim.Mention) bool {
	if s.Headline || !r.tellsEffect(s, m) {
		return false
	}
	for _, c := range s.Cues(lexicon.Because) {
		if after := (m.From >= c[0] || d.Language.VerbLast) && s.Words[m.From].Clause == s.Words[c[1]-1].Clause; after {
			return true
		}
	}
	for _, c := range s.Cues(lexicon.Causes) {
		if before := m.To <= c[1] && s.Words[m.From].Clause == s.Words[c[0]].Clause; before {
			return true
		}
	}
	return r.calledCause(s, m) || investigated(s) && !meets(happenings(s, 0, m.From), r.core) && !meets(happenings(s, m.To, len(s.Words)), r.core)
}

// calledCause reports whether the clause of a mention speaks of the cause of what both
// reports are about, by a noun, and knows it.
func (r *reports) calledCause(s *claim.Sentence, m claim.Mention) bool {
	clause := clauseAround(s, region{m.From, m.To})
	all := lexicon.Concepts()
	cause := false
	for _, n := range s.Mentions {
		switch all[n.Concept].Key {
		case "cause-unknown", "unclear", "investigate", "question":
			return false
		case "cause", "origin", "reason":
			cause = cause || n.State == (claim.State{}) && !has(s, n.From, lexicon.Causes) && clause.holds(region{n.From, n.To})
		}
	}
	return cause && meets(happenings(s, clause.from, clause.to), r.core)
}

// disowned reports whether, where a sentence gives another cause, a negation right by
// a mention says that this was none: "and not a defect in the track", "değil".
func (r *reports) disowned(d *claim.Document, s *claim.Sentence, m claim.Mention) bool {
	if !s.Has(lexicon.Because) && !s.Has(lexicon.Causes) && !investigated(s) {
		return false
	}
	for _, n := range s.Cues(lexicon.Negation) {
		before := n[1] <= m.From && m.From-n[1] <= 2*d.Language.Reach() && s.Words[n[0]].Clause == s.Words[m.From].Clause && stops(s, n[1], m.From)
		after := d.Language.VerbLast && m.To <= n[0] && n[0]-m.To <= 2*d.Language.Reach() && stops(s, m.To, n[0])
		if before || after {
			return otherOrigin(s, m)
		}
	}
	return false
}

// stops reports whether words [from, to) carry no meaning of their own.
func stops(s *claim.Sentence, from, to int) bool {
	for w := from; w < to; w++ {
		if !s.Words[w].Stop {
			return false
		}
	}
	return true
}

// otherOrigin reports whether a sentence names what may be a cause besides a mention,
// and of another group.
func otherOrigin(s *claim.Sentence, m claim.Mention) bool {
	all := lexicon.Concepts()
	group := originTable()[all[m.Concept].Key].group
	for _, n := range s.Mentions {
		if o, ok := originTable()[all[n.Concept].Key]; ok && o.group != group {
			return true
		}
	}
	return false
}

// tellsEffect reports whether what a mention is said to have caused is what both
// reports are about: it is spoken of, or nothing else that happens is.
func (r *reports) tellsEffect(s *claim.Sentence, m claim.Mention) bool {
	all := lexicon.Concepts()
	effects := originTable()[all[m.Concept].Key].effects
	other := false
	for f := range happenings(s, 0, len(s.Words)) {
		if r.core[f] && (effects == nil || effects[f]) {
			return !speaks(s, "spread-fire")
		}
		_, origin := originTable()[f]
		other = other || !origin && !isPhase(f)
	}
	return !other || investigated(s)
}

// investigated reports whether the sentence tells what somebody who looks into
// the event believes, or speaks of its cause.
func investigated(s *claim.Sentence) bool {
	for _, key := range []string{"investigator", "cause", "origin"} {
		if c, ok := lexicon.ConceptByKey(key); ok && mentions(s, c.ID) {
			return true
		}
	}
	return false
}

// ruledOut reports whether the clause rules a mention out, and whether it says
// that it does not.
func ruledOut(s *claim.Sentence, m claim.Mention) (ruled, open bool) {
	all := lexicon.Concepts()
	for _, e := range s.Mentions {
		if all[e.Concept].Key == "exclude" && s.Words[e.From].Clause == s.Words[m.From].Clause {
			return !e.State.Negated, e.State.Negated
		}
	}
	denials := 0
	for _, n := range s.Cues(lexicon.Negation) {
		if n[1] <= m.From && m.From-n[1] <= ago && s.Words[n[0]].Clause == s.Words[m.From].Clause {
			denials++
		}
	}
	return false, denials > 1 // "have not ruled out"
}

// contrasted reports whether a mention stands between a negation and what is
// said to be true instead: "not by the waves but by the cargo".
func contrasted(s *claim.Sentence, m claim.Mention) bool {
	for _, n := range s.Cues(lexicon.Negation) {
		if n[1] > m.From || m.From-n[1] > ago {
			continue
		}
		for _, c := range s.Cues(lexicon.Contrast) {
			if c[0] >= m.To {
				return true
			}
		}
	}
	return false
}
