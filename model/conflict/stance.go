package conflict

import (
	"cmp"
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// refusal is a sentence of a report that denies a happening, or that there was
// such a thing, or says that it has not come yet.
type refusal struct {
	concept           lexicon.ConceptID
	sentence, mention int
	pending           bool
	distant           bool // other words stand between
}

// stances compares whole reports by what one denies and the other affirms, of
// happenings and things of which neither says both.
func stances(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	out := r.bothSides(r.refused)
	slices.SortFunc(out, func(f, g wholeFinding) int {
		return cmp.Or(cmp.Compare(f.s, g.s), cmp.Compare(f.t, g.t), cmp.Compare(f.why, g.why))
	})
	return out
}

// stanceScore is how sure it is that a denial and an affirmation in two reports
// clash.
const stanceScore = 0.65

// refused finds what no denies and yes affirms; the sides are in this order.
func (r *reports) refused(no, yes *claim.Document) []wholeFinding {
	var out []wholeFinding
	for _, x := range refusals(no) {
		if x.pending && !notBefore(no, yes) || says(no, &no.Sentences[x.sentence], x.concept, false) || deniesAnywhere(yes, x.concept) {
			continue
		}
		for i := range yes.Sentences {
			t := &yes.Sentences[i]
			if inOtherCountries(&no.Sentences[x.sentence], t) {
				continue // what is not sold in one country is sold in another
			}
			if j := affirms(yes, t, x.concept); j >= 0 && sameMatter(no, yes, x, t, j) && !deniedToo(no, yes, x) {
				out = append(out, refuse(no, yes, x, i, j))
			}
		}
	}
	return out
}

func refuse(no, yes *claim.Document, x refusal, i, j int) wholeFinding {
	s, t := &no.Sentences[x.sentence], &yes.Sentences[i]
	kind, how := model.Polarity, "denies it"
	if x.pending {
		kind, how = model.Status, "says not yet"
	}
	key := name(lexicon.Concepts()[x.concept])
	why := fmt.Sprintf("%s: %s %s, %s affirms it", key, outlet(no), how, outlet(yes))
	return wholeFinding{finding{kind, stanceScore, why, mentionSpan(s, x.mention), mentionSpan(t, j)}, x.sentence, i}
}

// clearWeight is the weight from which a mention is clear enough to take a stance
// to it.
const clearWeight = 0.9

// nearestDenied is how many of the parts that a denial governs it surely denies.
const nearestDenied = 2

// denies lists the parts that a denial surely denies: the nearest ones, of what
// happens the first only. Helicopters that did not take part in a rescue say nothing
// of the rescue.
func (r *reading) denies(e claim.Denial) []int {
	var out []int
	told := false
	for _, p := range e.Scope {
		t := &r.parts[p]
		if len(out) == nearestDenied || t.Light || len(t.Concepts) == 0 {
			continue // "make", and words of which nothing is known, are not what is denied
		}
		if does := happens(t); !told || !does {
			out, told = append(out, p), told || does
		}
	}
	return out
}

// refusals lists what the only denials of sentences deny.
func refusals(d *claim.Document) []refusal {
	var out []refusal
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !s.Has(lexicon.Negation) && !s.Has(lexicon.Affix) && !s.Has(lexicon.Pending) || asks(d, s) {
			continue
		}
		r := newReading(d, s)
		if len(r.denials) != 1 || r.denials[0].Soft {
			continue
		}
		e := r.denials[0]
		for _, p := range r.denies(e) {
			distant := slices.Index(e.Scope, p) >= nearestDenied
			for j, m := range s.Mentions {
				if m.From == r.parts[p].From && m.Weight >= clearWeight && deniable(all[m.Concept]) && !m.State.Doubtful() {
					out = append(out, refusal{m.Concept, i, j, e.Pending, distant})
				}
			}
		}
	}
	return out
}

// affirms is the mention by which a sentence that denies nothing affirms, or may
// affirm, a concept; -1 where it does not.
func affirms(d *claim.Document, s *claim.Sentence, id lexicon.ConceptID) int {
	at := slices.IndexFunc(s.Mentions, func(m claim.Mention) bool { return m.Concept == id && m.Weight >= leastMeant })
	if at < 0 || s.Mentions[at].State.Doubtful() || asks(d, s) || len(newReading(d, s).denials) > 0 {
		return -1
	}
	return at
}

// deniesAnywhere reports whether a report denies a concept in some sentence.
func deniesAnywhere(d *claim.Document, id lexicon.ConceptID) bool {
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			if m.Concept == id && m.State.Denied() {
				return true
			}
		}
	}
	return false
}

// echoLeast is how many parts two sentences that deny share at the least to deny
// the same.
const echoLeast = 2

// deniedToo reports whether the other report has a sentence that may deny the
// same in other words.
func deniedToo(d, other *claim.Document, x refusal) bool {
	u := newReading(d, &d.Sentences[x.sentence])
	for i := range other.Sentences {
		v := newReading(other, &other.Sentences[i])
		if len(v.denials) == 0 && softDenials(u, v) == 0 {
			continue
		}
		shared := 0
		for _, to := range counterparts(u, v, d.Language == other.Language) {
			if len(to) > 0 {
				shared++
			}
		}
		if shared >= echoLeast {
			return true
		}
	}
	return false
}

// notBefore reports whether one report is known to be no older than the other.
func notBefore(a, b *claim.Document) bool {
	x, y := a.Article.Date, b.Article.Date
	return x.Full() && y.Full() && cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.Month, y.Month), cmp.Compare(x.Day, y.Day)) >= 0
}

// leastAround is how much the words near a denial and an affirmation have in common
// at the least where it is not clear that both mean it.
const leastAround = 2

// sameMatter reports whether a denial and an affirmation are of one matter: the
// words near them have something else in common, or a headline is of it, or both
// reports come back to it.
func sameMatter(no, yes *claim.Document, x refusal, t *claim.Sentence, j int) bool {
	s := &no.Sentences[x.sentence]
	if inOtherCountries(s, t) {
		return false // what did not happen in one may well have happened in the other
	}
	if x.distant && !headlined(yes, x.concept) || t.Mentions[j].Weight < clearWeight {
		return len(inBoth(aroundOf(no, s, s.Mentions[x.mention]), aroundOf(yes, t, t.Mentions[j]))) >= leastAround
	}
	if headlined(no, x.concept) || headlined(yes, x.concept) || recurs(no, x.concept) && recurs(yes, x.concept) {
		return true
	}
	return meets(aroundOf(no, s, s.Mentions[x.mention]), aroundOf(yes, t, t.Mentions[j]))
}
