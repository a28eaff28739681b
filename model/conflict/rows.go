package conflict

import (
	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// agreeScore is the mean likeness from which the cells of a row say the same.
const agreeScore = 0.3

// rows turns rows of sentences into rows of passages and says what their cells
// are to each other.
func rows(docs []*claim.Document, from []align.Row, pairs []align.Pair, conflicts []model.Conflict) []model.Row {
	score := map[[2]align.Ref]float64{}
	for _, p := range pairs {
		score[[2]align.Ref{p.A, p.B}] = p.Score
	}
	out := make([]model.Row, 0, len(from))
	for _, r := range from {
		row := model.Row{Cells: make([]*model.Cell, len(r)), Relation: relation(r, score)}
		for d, s := range r {
			if s >= 0 {
				sentence := &docs[d].Sentences[s]
				row.Cells[d] = &model.Cell{Article: docs[d].Article.ID, Span: sentence.Span, Text: sentence.Text(docs[d])}
			}
		}
		row.Without = row.Relation
		row.Conflicts = within(row.Cells, conflicts)
		if len(row.Conflicts) > 0 {
			row.Relation = model.Clash
		}
		out = append(out, row)
	}
	return out
}

func relation(r align.Row, score map[[2]align.Ref]float64) model.Relation {
	sum, n, cells := 0.0, 0, 0
	for d, s := range r {
		if s < 0 {
			continue
		}
		cells++
		for e := d + 1; e < len(r); e++ {
			if r[e] >= 0 {
				sum += score[[2]align.Ref{{Document: d, Sentence: s}, {Document: e, Sentence: r[e]}}]
				n++
			}
		}
	}
	switch {
	case cells < 2:
		return model.Single
	case sum/float64(n) >= agreeScore:
		return model.Agree
	}
	return model.Related
}

// within lists the conflicts one of whose sides stands in the row, by ID.
func within(cells []*model.Cell, conflicts []model.Conflict) []string {
	var ids []string
	for _, c := range conflicts {
		if holds(cells, c.A) || holds(cells, c.B) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func holds(cells []*model.Cell, s model.Side) bool {
	for _, c := range cells {
		if c != nil && c.Article == s.Article && c.Span.Overlaps(s.Span) {
			return true
		}
	}
	return false
}
