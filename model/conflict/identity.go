package conflict

import (
	"fmt"
	"math"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// persons compares who two reports say it was.
func persons(r *reports) []wholeFinding {
	out := membership(r)
	out = append(out, agents(r)...)
	out = append(out, holders(r)...)
	return append(out, onlyOnes(r)...)
}

func (r *reports) who(what string, score float64, x, y party) wholeFinding {
	why := fmt.Sprintf("who (%s): %s (%s) against %s (%s)", what, words(r.a, x.span), outlet(r.a), words(r.b, y.span), outlet(r.b))
	return wholeFinding{finding{model.Identity, score, why, x.span, y.span}, x.sentence, y.sentence}
}

// party is somebody whom a sentence puts in a role.
type party struct {
	sentence int
	what     string // family of the happening or office
	group    string // of an actor
	name     claim.Name
	age      float64
	only     bool
	span     model.Span
}

// holderScore is how sure it is that two people said to hold one office clash.
const holderScore = 0.7

// holders compares who is to hold an office that one person holds at a time.
func holders(r *reports) []wholeFinding {
	var out []wholeFinding
	ys := holdersOf(r.b)
	for _, x := range holdersOf(r.a) {
		for _, y := range ys {
			if x.what == y.what && !shareKey(x.name, y.name) && !knows(r.b, x.name) && !knows(r.a, y.name) && !alikeNames(x.name, y.name) {
				out = append(out, r.who(x.what, holderScore, x, y))
			}
		}
	}
	return out
}

// holdersOf lists the people named as the temporary or coming holders of an
// office, where nobody else is named beside them.
func holdersOf(d *claim.Document) []party {
	var out []party
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Names) != 1 || len(s.Names[0].Keys) < 2 || inCountry(s, s.Names[0]) {
			continue
		}
		office := false
		what := ""
		for _, m := range s.Mentions {
			switch c := all[m.Concept]; c.Key {
			case "temporary", "acting":
				what = "acting"
			case "successor", "appoint", "win-election":
				if m.State.Denied() || m.State.Doubtful() && m.State.Status != claim.Future {
					continue
				}
				what = c.Key
			case "duty", "ministry", "minister", "prime-minister", "president", "mayor", "chairman", "coach", "governor", "ceo", "director-head", "head-body", "chancellor":
				office = true
			}
		}
		if what != "" && office {
			out = append(out, party{sentence: i, what: what, name: s.Names[0], span: s.Names[0].Span})
		}
	}
	return out
}

// onlyScore is how sure it is that the only one and another one clash.
const onlyScore = 0.75

// onlyOnes compares the ages of the one person to whom something happened, where
// one report says that there was no other.
func onlyOnes(r *reports) []wholeFinding {
	var out []wholeFinding
	ys := aged(r.b)
	for _, x := range aged(r.a) {
		for _, y := range ys {
			if x.what == y.what && (x.only || y.only) && math.Abs(x.age-y.age) > 1 && !ageIn(ys, x) && !ageIn(aged(r.a), y) {
				out = append(out, r.who(x.what, onlyScore, x, y))
			}
		}
	}
	return out
}

func ageIn(list []party, x party) bool {
	for _, y := range list {
		if math.Abs(x.age-y.age) <= 1 {
			return true
		}
	}
	return false
}

// aged lists the sentences in which something happens to one person whose age
// they give.
func aged(d *claim.Document) []party {
	var out []party
	for i := range d.Sentences {
		s := &d.Sentences[i]
		var found []*claim.Quantity
		for j := range s.Quantities {
			if isAge(s, &s.Quantities[j]) {
				found = append(found, &s.Quantities[j])
			}
		}
		if len(found) != 1 {
			continue
		}
		for f := range happenings(s, 0, len(s.Words)) {
			if f == "arrest" || f == "charge-crime" || f == "kill" || f == "survive" || f == "convict" {
				out = append(out, party{sentence: i, what: f, age: found[0].Value, only: s.Has(lexicon.Only), span: found[0].Span})
			}
		}
	}
	return out
}

// The ages that people in the news have.
const (
	minAge = 5
	maxAge = 105
)

// isAge reports whether a number is followed by a word for years and could be an
// age.
func isAge(s *claim.Sentence, q *claim.Quantity) bool {
	if q.Value != math.Trunc(q.Value) || q.Value < minAge || q.Value > maxAge || q.Bound != "" || q.Among || q.Further {
		return false
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if k := all[m.Concept].Key; (k == "year" || k == "year-old" || k == "age") && m.From >= q.From && m.From <= q.To {
			return true
		}
	}
	return false
}
