package conflict

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"sync"

	"parallax/model"
	"parallax/model/claim"
)

//go:embed denial.tsv
var denialData string

// denialWeight is what each feature of a one-sided denial adds to how sure it is that
// the denial contradicts the other sentence.
var denialWeight = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for _, cells := range table(denialData) {
		if w, err := strconv.ParseFloat(cells[1], 64); err == nil {
			out[cells[0]] = w
		}
	}
	return out
})

// oneSided finds a statement that one sentence denies and the other, otherwise
// the same, does not: whatever its words, a "not" on one side only turns it
// round.
func oneSided(p *pair) []finding {
	if p.rival > 0 || !p.twins && !p.alone || asks(p.a, p.s) || asks(p.b, p.t) || p.otherYears() || len(statuses(p)) > 0 {
		return nil
	}
	x, y := newReading(p.a, p.s), newReading(p.b, p.t)
	same := p.a.Language == p.b.Language
	if d, ok := loneDenial(x, y, same); ok {
		return p.denied(d, x, y)
	}
	if d, ok := loneDenial(y, x, same); ok {
		return p.denied(d, y, x)
	}
	return nil
}

// lone is a denial that the other sentence does not have.
type lone struct {
	claim.Denial
	to [][]int // counterparts of the parts of its sentence
}

// loneDenial is the one denial of x that y does not have as well, where y has
// none that x has not: words that deny softly may say in the one language what
// a "not" says in the other.
func loneDenial(x, y *reading, oneLanguage bool) (lone, bool) {
	to := counterparts(x, y, oneLanguage)
	taken := make([]bool, len(y.denials))
	var left []claim.Denial
	for _, d := range x.denials {
		if at := counterDenial(d, y, to, taken); at >= 0 {
			taken[at] = true
		} else {
			left = append(left, d)
		}
	}
	for _, t := range taken {
		if !t {
			return lone{}, false
		}
	}
	if len(left) != 1 || left[0].Soft {
		return lone{}, false
	}
	d := lone{left[0], to}
	return d, !d.denies(x) && !d.shadowed(y) && !d.reworded(x, y) && (oneLanguage || !d.otherDeed(x, y))
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

// denies reports whether what is denied is itself a denial: "no one can deny".
func (d *lone) denies(x *reading) bool {
	for _, t := range d.Scope {
		for _, c := range x.parts[t].Concepts {
			if denials()[c] {
				return true
			}
		}
	}
	return false
}

// reworded reports whether the other sentence may deny it in another word: it has
// a word that denies, and not the one that is denied here.
func (d *lone) reworded(x, y *reading) bool {
	for _, t := range d.Scope {
		if !x.parts[t].Light {
			return len(d.to[t]) == 0 && softDenials(x, y) > 0
		}
	}
	return softDenials(x, y) > 0
}

// otherDeed reports whether what is denied is a happening that the other sentence
// does not speak of, while it tells another: "were not treated" denies nothing of
// "were hurt". In one language the words that are shared say more than that.
func (d *lone) otherDeed(x, y *reading) bool {
	denied := false
	for _, t := range d.Scope {
		if happens(&x.parts[t]) && len(d.to[t]) > 0 {
			return false
		}
		denied = denied || happens(&x.parts[t])
	}
	met := map[int]bool{}
	for _, to := range d.to {
		for _, j := range to {
			met[j] = true
		}
	}
	for j := range y.parts {
		if denied && happens(&y.parts[j]) && !met[j] {
			return true
		}
	}
	return false
}

// shadowed reports whether the other sentence denies something in a clause that
// has a part of what is denied here.
func (d *lone) shadowed(y *reading) bool {
	for _, t := range d.Scope {
		for _, j := range d.to[t] {
			for _, e := range y.denials {
				if y.s.Words[y.parts[j].From].Clause == e.Clause {
					return true
				}
			}
		}
	}
	return false
}

// denied makes the finding that x denies, in the words of d, what y says.
func (p *pair) denied(d lone, x, y *reading) []finding {
	score := likelyScore + (strongScore-likelyScore)*p.opposed(d, x, y)
	if score < leastScore {
		return nil
	}
	kind, denies := model.Polarity, "denies it"
	if d.Pending {
		kind, denies = model.Status, "says not yet"
	}
	mark, other := span(x.s, d.From, d.To), affirmed(d, y)
	why := fmt.Sprintf("%s %s (“%s”), %s does not", outlet(x.d), denies, words(x.d, mark), outlet(y.d))
	if x.s != p.s {
		mark, other = other, mark
	}
	return []finding{{kind, math.Min(score, 1), why, mark, other}}
}

// leastScore is the score from which a one-sided denial is worth telling at all.
const leastScore = 0.3

// affirmed covers the parts of y that x denies; all of y where it has none of
// them.
func affirmed(d lone, y *reading) model.Span {
	from, to := len(y.s.Words), 0
	for _, t := range d.Scope {
		if len(d.to[t]) > 0 {
			j := y.parts[d.to[t][0]]
			from, to = min(from, j.From), max(to, j.To)
		}
	}
	if from >= to {
		from, to = 0, len(y.s.Words)
	}
	return span(y.s, from, to)
}

// opposed is how much a one-sided denial speaks for a contradiction: above 0
// rather for one.
func (p *pair) opposed(d lone, x, y *reading) float64 {
	w := denialWeight()
	sum := w["constant"] + w["alike"]*p.alike
	covered := 0.0
	for _, t := range d.Scope {
		if len(d.to[t]) > 0 {
			covered++
		}
	}
	if covered == 0 {
		sum += w["nothing in common"]
	}
	sum += w["scope"] * covered
	whole, clause := d.shares(x)
	sum += w["sentence"]*whole + w["clause"]*clause
	sum += w["soft"] * math.Min(float64(softDenials(x, y)), maxSoft)
	sum += w["length"] * math.Log(float64(len(y.parts)+1))
	sum += w["other length"] * math.Abs(math.Log(float64(len(x.parts)+1)/float64(len(y.parts)+1)))
	if p.alone {
		sum += w["lone"]
	}
	if p.a.Language == p.b.Language {
		sum += w["one language"]
	}
	return sum
}

// maxSoft is how many words that deny softly count at the most.
const maxSoft = 3

// softDenials counts the concepts of y that deny softly and that x does not have.
func softDenials(x, y *reading) int {
	n := 0
	for _, m := range y.s.Mentions {
		if denials()[m.Concept] && !mentions(x.s, m.Concept) {
			n++
		}
	}
	return n
}

// shares is the part of the telling parts of the sentence, and of the clause that
// denies, that the other sentence has.
func (d *lone) shares(x *reading) (whole, clause float64) {
	var all, shared, inside, sharedInside float64
	for t, term := range x.parts {
		if term.Light {
			continue
		}
		all++
		common := len(d.to[t]) > 0
		here := x.s.Words[term.From].Clause == d.Clause
		if common {
			shared++
		}
		if here {
			inside++
		}
		if here && common {
			sharedInside++
		}
	}
	return shared / max(all, 1), sharedInside / max(inside, 1)
}
