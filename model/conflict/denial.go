package conflict

import (
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// oneSided finds a statement that one sentence denies and the other, otherwise
// the same, does not: whatever its words, a "not" on one side only turns it
// round.
func oneSided(p *pair) []finding {
	if p.rival > 0 || !p.twins && !p.alone || asks(p.a, p.s) || asks(p.b, p.t) || p.otherYears() || p.otherCountries() || len(statuses(p)) > 0 {
		return nil
	}
	var out []finding
	for _, d := range p.lone() {
		out = append(out, p.denied(d))
	}
	return out
}

// lone is a denial that the other sentence does not have.
type lone struct {
	claim.Denial
	x, y   *reading // of the sentence that denies, and of the other
	to     [][]int  // counterparts of the parts of x
	beside int      // denials of x that y does not have either
	theirs int      // soft denials of y that x does not have
}

// lone lists the denials that one sentence of the pair has and the other has not.
func (p *pair) lone() []lone {
	x, y := newReading(p.a, p.s), newReading(p.b, p.t)
	return append(p.loneIn(x, y), p.loneIn(y, x)...)
}

// loneIn lists the denials of x that y does not have, where y has none that x has
// not: which of them it would be is not known. Words that deny softly may say in the
// one language what a "not" says in the other.
func (p *pair) loneIn(x, y *reading) []lone {
	to := counterparts(x, y, p.a.Language == p.b.Language)
	taken := make([]bool, len(y.denials))
	var left []claim.Denial
	for _, d := range x.denials {
		if at := counterDenial(d, y, to, taken); at >= 0 {
			taken[at] = true
		} else {
			left = append(left, d)
		}
	}
	theirs := 0
	for j, t := range taken {
		switch {
		case t:
		case y.denials[j].Soft:
			theirs++
		default:
			return nil
		}
	}
	var out []lone
	for _, d := range left {
		l := lone{d, x, y, to, len(left) - 1, theirs}
		if (!d.Soft || p.alone && l.outright()) && !l.turned() && !l.overtaken() && !l.unreached() && !l.saidOtherwise() {
			out = append(out, l)
		}
	}
	return out
}

// outright reports whether what denies softly does so in a word of its own, and does
// not rule out a cause: causes are compared as such.
func (d *lone) outright() bool {
	cause := slices.ContainsFunc(d.Scope, func(t int) bool {
		return slices.ContainsFunc(d.x.parts[t].Concepts, func(c lexicon.ConceptID) bool {
			_, is := originTable()[lexicon.Concepts()[c].Key]
			return is
		})
	})
	return !d.Derived && !d.Pending && !cause
}

// saidOtherwise reports whether the other sentence may deny it as well, without a "not"
// of its own.
func (d *lone) saidOtherwise() bool { return d.guarded() || d.rephrased() || d.disownedToo() }

// disownedToo reports whether the other sentence calls untrue, in a word before it, what
// is denied.
func (d *lone) disownedToo() bool {
	for _, i := range disowners(d.y) {
		m := &d.y.s.Mentions[i]
		if disavowals()[m.Concept] != untrue {
			continue
		}
		for _, t := range d.Scope {
			if slices.ContainsFunc(d.to[t], func(j int) bool { return d.y.parts[j].From >= m.To }) {
				return true
			}
		}
	}
	return false
}

// overtaken reports whether an earlier report says "not yet": the later one may tell
// that it has come.
func (d *lone) overtaken() bool {
	at, now := d.x.d.Article.Date, d.y.d.Article.Date
	return d.Pending && at.Full() && now.Full() && before(at, now)
}

// guardReach is how many words before a "not" the word may stand that guards against
// what it denies: "to prevent that it does not attack".
const guardReach = 3

// guarded reports whether the denial only goes with a word that both sentences have and
// that denies by itself: after "prevent" and "fear" many languages say a "not" that
// others do not.
func (d *lone) guarded() bool {
	return slices.ContainsFunc(d.x.s.Mentions, func(m claim.Mention) bool {
		return denials()[m.Concept] && m.To <= d.From && d.From-m.To < guardReach && mentions(d.y.s, m.Concept)
	})
}

// rephrased reports whether the other sentence may say "not yet" by another word that
// denies: "has no plan yet" is "lacks a plan".
func (d *lone) rephrased() bool { return d.Pending && softDenials(d.x, d.y) > 0 }

// unreached reports whether what one says has not come yet the other does not say has
// come: all that it tells is planned, possible or to come as well.
func (d *lone) unreached() bool {
	all := lexicon.Concepts()
	return d.Pending && !slices.ContainsFunc(d.y.s.Mentions, func(m claim.Mention) bool {
		return happening(all[m.Concept]) && m.State.Status == claim.Happened && !claim.Light(m.Concept)
	})
}

// counterDenial is the denial of y, not yet taken, that has most parts of the
// scope of d in its own; -1 where none has any.
func counterDenial(d claim.Denial, y *reading, to [][]int, taken []bool) int {
	best, at := 0, -1
	for j, e := range y.denials {
		n := 0
		for _, t := range d.Scope {
			if meetsAny(to[t], e.Scope) {
				n++
			}
		}
		if !taken[j] && n > best {
			best, at = n, j
		}
	}
	return at
}

func meetsAny(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// denialScore is how sure it is by itself that what one denies and the other does
// not is a conflict: its clues decide.
const denialScore = 0.5

// denied makes the finding that x denies, in the words of d, what y says.
func (p *pair) denied(d lone) finding {
	kind, denies := model.Polarity, "denies it"
	if d.Pending {
		kind, denies = model.Status, "says not yet"
	}
	mark, other := d.mark(), d.affirmed()
	why := fmt.Sprintf("%s %s (“%s”), %s does not", outlet(d.x.d), denies, words(d.x.d, mark), outlet(d.y.d))
	if d.x.s != p.s {
		mark, other = other, mark
	}
	return finding{kind, denialScore, why, mark, other}
}

func (d *lone) mark() model.Span { return span(d.x.s, d.From, d.To) }

// affirmed covers the parts of y that x denies; all of y where it has none of
// them.
func (d *lone) affirmed() model.Span {
	from, to := len(d.y.s.Words), 0
	for _, t := range d.Scope {
		if len(d.to[t]) > 0 {
			j := d.y.parts[d.to[t][0]]
			from, to = min(from, j.From), max(to, j.To)
		}
	}
	if from >= to {
		from, to = 0, len(d.y.s.Words)
	}
	return span(d.y.s, from, to)
}
