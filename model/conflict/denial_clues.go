package conflict

import (
	"math"
	"slices"

	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/lexicon/stem"
)

// denialClues measures the denial that a finding marks.
func denialClues(p *pair, f finding) map[string]float64 {
	for _, d := range p.lone() {
		if mark := d.mark(); d.x.s == p.s && mark == f.markA || d.x.s == p.t && mark == f.markB {
			clues := d.clues()
			v := d.vote(p.witnesses)
			denying, without := v.ofOneMind()
			clues["vote-denying"], clues["vote-without"] = v.denying, v.without
			clues["vote-told"] = v.told
			clues["vote-all-denying"], clues["vote-all-without"] = yes(denying), yes(without)
			return clues
		}
	}
	return nil
}

// maxSoft is how many words that deny softly count at the most.
const maxSoft = 3

// clues are what speaks for or against a one-sided denial being a contradiction.
func (d *lone) clues() map[string]float64 {
	held, first := d.heldScope()
	sentence, clause := d.shares()
	n, m := float64(len(d.x.parts)+1), float64(len(d.y.parts)+1)
	return map[string]float64{
		"denial-scope": float64(held), "denial-nothing": yes(held == 0), "denial-first": yes(first),
		"denial-before": yes(d.heldBefore()), "denial-around": d.heldAround(),
		"denial-sentence": sentence, "denial-clause": clause,
		"denial-soft":   math.Min(float64(softDenials(d.x, d.y)), maxSoft),
		"denial-theirs": float64(d.theirs), "denial-beside": float64(d.beside),
		"denial-shadowed": yes(d.shadowed()), "denial-reworded": yes(d.reworded()), "denial-doubled": yes(d.doubled()),
		"denial-opposite": yes(d.opposite()), "denial-faint": yes(d.Soft), "denial-pending": yes(d.Pending),
		"denial-only":     yes(d.x.s.Has(lexicon.Only) != d.y.s.Has(lexicon.Only)),
		"denial-contrast": yes(d.x.s.Has(lexicon.Contrast)), "denial-idiom": yes(d.y.s.Has(lexicon.NotNegation)),
		"denial-if":     yes(d.x.s.Has(lexicon.Conditional) || d.y.s.Has(lexicon.Conditional)),
		"denial-length": math.Log(m), "denial-uneven": math.Abs(math.Log(n / m)),
		"denial-one-language": yes(d.x.d.Language == d.y.d.Language), "denial-other-deed": yes(d.otherDeed()),
	}
}

// heldScope counts the parts that are denied which the other sentence has, and
// says whether it has the first telling one.
func (d *lone) heldScope() (held int, first bool) {
	told := false
	for _, t := range d.Scope {
		has := len(d.to[t]) > 0
		if has {
			held++
		}
		if !told && !d.x.parts[t].Light {
			told, first = true, has
		}
	}
	return held, first
}

// turnReach is how many words may stand between a denial and one that it turns
// round: "have not yet ruled out".
const turnReach = 1

// turned reports whether the very thing that is denied is itself a denial, "no one
// denied it", or the opposite of what the other sentence says: "did not approve" is
// "rejected".
func (d *lone) turned() bool {
	beside := func(e claim.Denial) bool {
		return e.From >= d.To && e.From-d.To <= turnReach || d.From >= e.To && d.From-e.To <= turnReach
	}
	deprived := func(t int) bool { return d.deprived(d.x.parts[t].From) }
	if slices.ContainsFunc(d.x.denials, beside) || slices.ContainsFunc(d.Scope, deprived) {
		return true
	}
	for _, t := range d.Scope {
		if p := &d.x.parts[t]; !p.Light {
			return len(d.to[t]) == 0 && d.excluded(p.Concepts) || denying(p.Concepts)
		}
	}
	return false
}

// deprived reports whether the other sentence, of the same language, says in one word
// that what is denied is not: "not known" is "unknown".
func (d *lone) deprived(word int) bool {
	lang := d.x.d.Language
	if lang != d.y.d.Language {
		return false
	}
	for i := range d.y.s.Words {
		for _, rest := range lang.Affirmed(d.y.s.Words[i].Token.Fold) {
			if rest == d.x.s.Words[word].Token.Fold || stem.Word(lang.Tag, rest) == d.x.s.Words[word].Token.Stem {
				return true
			}
		}
	}
	return false
}

// denying reports whether one of the concepts denies something.
func denying(concepts []lexicon.ConceptID) bool {
	return slices.ContainsFunc(concepts, func(c lexicon.ConceptID) bool { return denials()[c] })
}

// excluded reports whether the other sentence has what excludes one of the
// concepts.
func (d *lone) excluded(concepts []lexicon.ConceptID) bool {
	for _, m := range d.y.s.Mentions {
		if slices.ContainsFunc(concepts, func(c lexicon.ConceptID) bool { return lexicon.Excludes(c, m.Concept) }) {
			return true
		}
	}
	return false
}

// heldBefore reports whether the other sentence has the last telling part before
// the denial: mostly who or what it is said of.
func (d *lone) heldBefore() bool {
	for i := len(d.x.parts) - 1; i >= 0; i-- {
		if p := &d.x.parts[i]; p.To <= d.From && !p.Light {
			return len(d.to[i]) > 0
		}
	}
	return false
}

// besideHeld is how many parts on either side of what is denied count as around
// it.
const besideHeld = 2

// heldAround is the share of the parts of the other sentence around what is denied
// here that this one has: what it has more may turn it round in other words.
func (d *lone) heldAround() float64 {
	back := map[int]bool{}
	for _, to := range d.to {
		for _, j := range to {
			back[j] = true
		}
	}
	for _, t := range d.Scope {
		if len(d.to[t]) == 0 {
			continue
		}
		at := d.to[t][0]
		held, all := 0.0, 0.0
		for j := max(0, at-besideHeld); j < min(len(d.y.parts), at+besideHeld+1); j++ {
			all++
			held += yes(back[j])
		}
		return held / all
	}
	return 0
}

// doubled reports whether something that is denied is itself a denial.
func (d *lone) doubled() bool {
	return slices.ContainsFunc(d.Scope, func(t int) bool { return denying(d.x.parts[t].Concepts) })
}

// opposite reports whether the other sentence has the opposite of something that is
// denied: "not alive" is "dead".
func (d *lone) opposite() bool {
	return slices.ContainsFunc(d.Scope, func(t int) bool { return d.excluded(d.x.parts[t].Concepts) })
}

// reworded reports whether the other sentence may deny it in another word: it has
// a word that denies, and not the one that is denied here.
func (d *lone) reworded() bool {
	_, first := d.heldScope()
	return !first && softDenials(d.x, d.y) > 0
}

// otherDeed reports whether what is denied is a happening that the other sentence
// does not speak of, while it tells another: "were not treated" denies nothing of
// "were hurt".
func (d *lone) otherDeed() bool {
	denied := false
	for _, t := range d.Scope {
		if happens(&d.x.parts[t]) && len(d.to[t]) > 0 {
			return false
		}
		denied = denied || happens(&d.x.parts[t])
	}
	met := map[int]bool{}
	for _, to := range d.to {
		for _, j := range to {
			met[j] = true
		}
	}
	for j := range d.y.parts {
		if denied && happens(&d.y.parts[j]) && !met[j] {
			return true
		}
	}
	return false
}

// shadowed reports whether the other sentence denies something in a clause that
// has a part of what is denied here.
func (d *lone) shadowed() bool {
	for _, t := range d.Scope {
		for _, j := range d.to[t] {
			for _, e := range d.y.denials {
				if d.y.s.Words[d.y.parts[j].From].Clause == e.Clause {
					return true
				}
			}
		}
	}
	return false
}

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
func (d *lone) shares() (whole, clause float64) {
	var all, shared, inside, sharedInside float64
	for t, term := range d.x.parts {
		if term.Light {
			continue
		}
		all++
		common := len(d.to[t]) > 0
		here := d.x.s.Words[term.From].Clause == d.Clause
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
