package screen

import (
	"slices"

	"parallax/model"
)

// dispute is one disagreement: the pairs of sentences that share it.
type dispute struct {
	id    string
	pairs []int // into Comparison.Conflicts, strongest first
	row   int   // the first row that holds a pair of it
}

// rank orders strengths, strongest first.
func rank(s model.Strength) int {
	return slices.Index([]model.Strength{model.Strong, model.Likely, model.Possible, s}, s)
}

// disputes are the disagreements of a comparison in the order of its rows.
// Those that are only possible are left out unless possible is set, those that the
// reader has dismissed unless dismissed is.
func disputes(c *model.Comparison, possible, dismissed bool) []dispute {
	byID := map[string]int{}
	var list []dispute
	rows := rowsOf(c)
	for i, k := range c.Conflicts {
		if k.Strength == model.Possible && !possible || k.Verdict == model.Dismissed && !dismissed {
			continue
		}
		id := k.Dispute
		if id == "" {
			id = k.ID
		}
		at, known := byID[id]
		if !known {
			at = len(list)
			byID[id] = at
			list = append(list, dispute{id: id, row: len(c.Rows)})
		}
		row, placed := rows[k.ID]
		if !placed {
			row = rowOfSpan(c, k)
		}
		list[at].pairs = append(list[at].pairs, i)
		list[at].row = min(list[at].row, row)
	}
	for _, d := range list {
		slices.SortStableFunc(d.pairs, func(x, y int) int {
			return rank(c.Conflicts[x].Strength) - rank(c.Conflicts[y].Strength)
		})
	}
	slices.SortStableFunc(list, func(x, y dispute) int { return x.row - y.row })
	return list
}

// rowsOf is the first row of each conflict.
func rowsOf(c *model.Comparison) map[string]int {
	rows := map[string]int{}
	for i := len(c.Rows) - 1; i >= 0; i-- {
		for _, id := range c.Rows[i].Conflicts {
			rows[id] = i
		}
	}
	return rows
}

// rowOfSpan is the first row that shows a side of a conflict which no row
// names; 0 where there is none.
func rowOfSpan(c *model.Comparison, k model.Conflict) int {
	for i, r := range c.Rows {
		for j, held := range r.Cells {
			if held == nil {
				continue
			}
			for _, s := range []model.Side{k.A, k.B} {
				if s.Article == c.Articles[j].ID && s.Mark.Overlaps(held.Span) {
					return i
				}
			}
		}
	}
	return 0
}

// byRow lists the disputes that each row shows: those of which it names a pair,
// and those that begin there.
func byRow(c *model.Comparison, list []dispute) [][]int {
	of := map[string]int{}
	rows := make([][]int, len(c.Rows))
	for i, d := range list {
		for _, p := range d.pairs {
			of[c.Conflicts[p].ID] = i
		}
		if d.row < len(rows) {
			rows[d.row] = append(rows[d.row], i)
		}
	}
	for r := range rows {
		for _, id := range c.Rows[r].Conflicts {
			if i, ok := of[id]; ok {
				rows[r] = append(rows[r], i)
			}
		}
		slices.Sort(rows[r])
		rows[r] = slices.Compact(rows[r])
	}
	return rows
}

// clash is the words of one side of a dispute.
type clash struct {
	model.Span
	dispute int
}

// clashes are the words in dispute, by article.
func clashes(c *model.Comparison, list []dispute) [][]clash {
	column := map[string]int{}
	for i, a := range c.Articles {
		column[a.ID] = i
	}
	found := make([][]clash, len(c.Articles))
	for i, d := range list {
		for _, p := range d.pairs {
			for _, s := range []model.Side{c.Conflicts[p].A, c.Conflicts[p].B} {
				if a, ok := column[s.Article]; ok && !slices.Contains(found[a], clash{s.Mark, i}) {
					found[a] = append(found[a], clash{s.Mark, i})
				}
			}
		}
	}
	return found
}
