package fact

import (
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/timex"
)

// value is something that a sentence states which two sentences can be seen to
// state alike.
type value struct {
	question  Question
	dimension string
	number    float64
	key       string
	name      *claim.Name
	span      model.Span
	passage   model.Span
}

// same reports whether two values are one.
func (v value) same(w value) bool {
	if v.question != w.question {
		return false
	}
	if v.name != nil && w.name != nil {
		return v.name.Same(*w.name)
	}
	return v.number == w.number && v.dimension == w.dimension && v.key == w.key
}

// aligned makes facts of what is not in dispute: one of what each row without a
// dispute says, then one of each value that two reports or more state alike and
// no dispute is about.
func (r *reading) aligned(d disputes) []Fact {
	var facts []Fact
	for i := range r.Rows {
		if !d.shows(r.Rows[i]) {
			facts = append(facts, r.row(i))
		}
	}
	stated := r.stated()
	var seen []value
	for i := range r.Rows {
		for _, v := range shared(stated[i]) {
			if v.question == HowMany && d.numbers[v.number] || slices.ContainsFunc(seen, v.same) {
				continue
			}
			rows := [][][]value{stated[i]}
			if v.question != HowMany { // a day, place or speaker is one wherever it is named; a number is not
				seen = append(seen, v)
				rows = append(rows, stated...)
			}
			facts = append(facts, r.alike(i, v, rows))
		}
	}
	return facts
}

// relation is what a row's cells are to each other where its conflicts do not
// count.
func (r *reading) relation(i int) model.Relation {
	if row := r.Rows[i]; row.Relation == model.Clash && row.Without != "" {
		return row.Without
	}
	return r.Rows[i].Relation
}

// row is what the passages of a row say together.
func (r *reading) row(i int) Fact {
	f := Fact{Question: What, Row: i, Lead: -1, Cells: make([]Cell, len(r.Articles))}
	stance := Asserts
	for a, held := range r.Rows[i].Cells {
		if held == nil {
			f.Cells[a].Stance = Silent
			continue
		}
		f.Cells[a] = Cell{stance, held.Span, held.Span}
		if f.Lead < 0 {
			f.Lead = a
			if r.relation(i) == model.Related {
				stance = Unclear
			}
		}
	}
	f.Lead = max(f.Lead, 0)
	return f
}

// stated is the values that each passage states, by row and article.
func (r *reading) stated() [][][]value {
	out := make([][][]value, len(r.Rows))
	for i, row := range r.Rows {
		out[i] = make([][]value, len(row.Cells))
		for a, held := range row.Cells {
			if held != nil {
				out[i][a] = r.values(a, held.Span)
			}
		}
	}
	return out
}

// shared is the values that two reports or more state in a row.
func shared(row [][]value) []value {
	var all, out []value
	for _, of := range row {
		before := len(all)
		for _, v := range of {
			if slices.ContainsFunc(all[:before], v.same) && !slices.ContainsFunc(out, v.same) {
				out = append(out, v)
			}
			all = append(all, v)
		}
	}
	return out
}

// alike is the fact of a value, with every report that states it in rows.
func (r *reading) alike(row int, v value, rows [][][]value) Fact {
	f := Fact{Question: v.question, Row: row, Lead: -1, Cells: make([]Cell, len(r.Articles))}
	for a := range f.Cells {
		f.Cells[a].Stance = Silent
	}
	for _, of := range rows {
		for a, values := range of {
			at := slices.IndexFunc(values, v.same)
			if at < 0 || f.Cells[a].Stance != Silent {
				continue
			}
			f.Cells[a] = Cell{Asserts, values[at].span, values[at].passage}
			if f.Lead < 0 {
				f.Lead = a
			}
		}
	}
	f.Lead = max(f.Lead, 0)
	return f
}

// values is what the sentence of a passage states: numbers, whole days, places,
// and who says it.
func (r *reading) values(article int, at model.Span) []value {
	s := r.sentence(article, at)
	if s == nil {
		return nil
	}
	var out []value
	for _, q := range s.Quantities {
		if !q.Ordinal && !q.Rate && q.Lo == q.Hi {
			out = append(out, value{question: HowMany, number: q.Unit.Base(q.Value), dimension: q.Unit.Dimension, span: q.Span})
		}
	}
	for _, t := range s.Times {
		if t.Value.Full() && t.Until.IsZero() && t.Kind != timex.Clock && t.Bound == timex.At {
			out = append(out, value{question: When, key: model.Date{Year: t.Value.Year, Month: t.Value.Month, Day: t.Value.Day}.String(), span: t.Span})
		}
	}
	for _, c := range s.Countries {
		out = append(out, value{question: Where, key: c.Code, span: words(s, c.From, c.To)})
	}
	if s.Speaker.Sure && s.Speaker.Known() && s.Speaker.Index == s.Index && s.Speaker.Name < len(s.Names) {
		name := &s.Names[s.Speaker.Name]
		out = append(out, value{question: SaidBy, name: name, span: name.Span})
	}
	for i := range out {
		out[i].passage = s.Span
	}
	return out
}

// words is the span of words of a sentence, half open.
func words(s *claim.Sentence, from, to int) model.Span {
	return model.Span{Start: s.Words[from].Span.Start, End: s.Words[to-1].Span.End}
}
