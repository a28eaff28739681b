package fact

import (
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// questions are what conflicts of a kind are about; the others are about what
// happened.
var questions = map[model.Kind]Question{
	model.Quantity: HowMany, model.When: When, model.Where: Where, model.Attribution: SaidBy,
	model.Identity: Who, model.Quote: SaidBy, model.Cause: Why,
}

// camp is reports that can all be true in one dispute.
type camp struct {
	members []int
	value   float64
	counted bool // value is known
}

// disputes is what the facts in dispute leave to others.
type disputes struct {
	counted map[string]bool  // the conflicts that they rest on, by ID
	numbers map[float64]bool // that they give
}

// shows reports whether a row shows a dispute.
func (d *disputes) shows(row model.Row) bool {
	return slices.ContainsFunc(row.Conflicts, func(id string) bool { return d.counted[id] })
}

// disputed makes a fact of each dispute.
func (r *reading) disputed(possible bool) ([]Fact, disputes) {
	d := disputes{counted: map[string]bool{}, numbers: map[float64]bool{}}
	at := map[string]int{}
	var pairs [][]model.Conflict
	for _, k := range r.Conflicts {
		if k.Strength == model.Possible && !possible || r.outside(k) {
			continue
		}
		i, known := at[k.Dispute]
		if !known {
			i = len(pairs)
			at[k.Dispute] = i
			pairs = append(pairs, nil)
		}
		pairs[i] = append(pairs[i], k)
		d.counted[k.ID] = true
	}
	facts := make([]Fact, len(pairs))
	for i, of := range pairs {
		var camps []camp
		facts[i], camps = r.dispute(of)
		for _, c := range camps {
			if c.counted {
				d.numbers[c.value] = true
			}
		}
	}
	return facts, d
}

// outside reports whether a side is of no article of the comparison.
func (r *reading) outside(k model.Conflict) bool {
	_, a := r.column[k.A.Article]
	_, b := r.column[k.B.Article]
	return !a || !b
}

// dispute is the fact that a dispute is about, and who is on which side of it.
func (r *reading) dispute(pairs []model.Conflict) (Fact, []camp) {
	f := Fact{Question: What, Dispute: pairs[0].Dispute, Kind: pairs[0].Kind, Strength: pairs[0].Strength, Cells: make([]Cell, len(r.Articles))}
	if q, ok := questions[f.Kind]; ok {
		f.Question = q
	}
	for i := range f.Cells {
		f.Cells[i].Stance = Silent
	}
	for _, k := range pairs {
		if slices.Index(strengths, k.Strength) < slices.Index(strengths, f.Strength) {
			f.Strength = k.Strength
		}
		for _, s := range []model.Side{k.A, k.B} {
			if c := &f.Cells[r.column[s.Article]]; c.Stance == Silent {
				*c = Cell{Unclear, s.Mark, s.Span}
			}
		}
	}
	camps := r.camps(&f, pairs)
	f.Row = r.rowOf(pairs)
	r.join(&f, camps)
	r.take(&f, camps)
	return f, camps
}

// camps gathers the reports of a dispute: each goes with the first camp that
// holds none it clashes with, and no other number.
func (r *reading) camps(f *Fact, pairs []model.Conflict) []camp {
	clash := func(a, b int) bool {
		return slices.ContainsFunc(pairs, func(k model.Conflict) bool {
			x, y := r.column[k.A.Article], r.column[k.B.Article]
			return x == a && y == b || x == b && y == a
		})
	}
	var camps []camp
	for a, c := range f.Cells {
		if c.Stance == Silent {
			continue
		}
		n, counted := r.number(f, a, c.Span)
		i := slices.IndexFunc(camps, func(c camp) bool {
			return (!counted || !c.counted || n == c.value) && !slices.ContainsFunc(c.members, func(m int) bool { return clash(a, m) })
		})
		if i < 0 {
			i = len(camps)
			camps = append(camps, camp{})
		}
		camps[i].members = append(camps[i].members, a)
		if counted {
			camps[i].value, camps[i].counted = n, true
		}
	}
	return camps
}

// number is the quantity that an article's words in a dispute of numbers give,
// in the base unit of its dimension.
func (r *reading) number(f *Fact, article int, at model.Span) (n float64, ok bool) {
	if f.Question != HowMany {
		return 0, false
	}
	s := r.sentence(article, at)
	if s == nil {
		return 0, false
	}
	for _, q := range s.Quantities {
		if q.Span.Overlaps(at) {
			return q.Unit.Base(q.Value), true
		}
	}
	return 0, false
}

// rowOf is the first row that shows a side of a dispute.
func (r *reading) rowOf(pairs []model.Conflict) int {
	for i, row := range r.Rows {
		for _, k := range pairs {
			if slices.Contains(row.Conflicts, k.ID) {
				return i
			}
		}
	}
	return 0
}

// join has the other reports that stand in the rows of the dispute say what
// they can: the number of a camp, or something that cannot be told.
func (r *reading) join(f *Fact, camps []camp) {
	if f.Row >= len(r.Rows) {
		return
	}
	for a, held := range r.Rows[f.Row].Cells {
		if held == nil || f.Cells[a].Stance != Silent {
			continue
		}
		f.Cells[a] = Cell{Unclear, held.Span, held.Span}
		s := r.sentence(a, held.Span)
		if f.Question != HowMany || s == nil {
			continue
		}
		for _, q := range s.Quantities {
			n := q.Unit.Base(q.Value)
			if i := slices.IndexFunc(camps, func(c camp) bool { return c.counted && c.value == n }); i >= 0 && !q.Ordinal {
				f.Cells[a].Span = q.Span
				camps[i].members = append(camps[i].members, a)
				break
			}
		}
	}
}

// take gives each report in a camp its stance. The camp of most voices stands
// first, of equals the one that printed first.
func (r *reading) take(f *Fact, camps []camp) {
	first, most := 0, 0
	for i, c := range camps {
		heard := map[int]bool{}
		for _, m := range c.members {
			heard[r.voices[m]] = true
		}
		if len(heard) > most {
			first, most = i, len(heard)
		}
	}
	denying := slices.IndexFunc(camps, func(c camp) bool { return f.Kind == model.Polarity && r.denied(f, c) })
	if denying == first && len(camps) == 2 {
		first = 1 - first // what is denied is what the other says
	}
	for i, c := range camps {
		for _, m := range c.members {
			switch i {
			case first:
				f.Cells[m].Stance = Asserts
			case denying:
				f.Cells[m].Stance = Denies
			default:
				f.Cells[m].Stance = Differs
			}
		}
	}
	if len(camps) > 0 {
		f.Lead = camps[first].members[0]
	}
}

// denied reports whether the words of a camp deny something.
func (r *reading) denied(f *Fact, c camp) bool {
	return slices.ContainsFunc(c.members, func(m int) bool {
		s := r.sentence(m, f.Cells[m].Span)
		return s != nil && (s.Has(lexicon.Negation) || slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool { return m.State.Denied() }))
	})
}
