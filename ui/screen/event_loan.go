package screen

import (
	"cmp"
	"fmt"
	"slices"

	"parallax/model"
)

// loan is a passage that a row shows where it has a gap although it stands in another
// row: the other side of a conflict, so that both can be read side by side.
type loan struct {
	model.Span
	row int // in which it stands, into Comparison.Rows; -1 is none
}

// stood is a passage and its row.
type stood struct {
	model.Span
	row int
}

// lend finds what rows with a dispute show of other rows.
func (e *Event) lend() {
	e.loans = map[[2]int]loan{}
	if len(e.disputes) == 0 {
		return
	}
	e.places = e.passages()
	for i, d := range e.disputes {
		for _, p := range d.pairs {
			k := &e.c.Conflicts[p]
			for _, sides := range [][2]model.Side{{k.A, k.B}, {k.B, k.A}} {
				here, there := e.article(sides[0].Article), e.article(sides[1].Article)
				if here < 0 || there < 0 {
					continue
				}
				r := e.stands(here, sides[0])
				if r < 0 || e.c.Rows[r].Cells[there] != nil || !slices.Contains(e.byRow[r], i) {
					continue
				}
				if _, taken := e.loans[[2]int{r, there}]; !taken && sides[1].Span.Len() > 0 {
					e.loans[[2]int{r, there}] = loan{sides[1].Span, e.stands(there, sides[1])}
				}
			}
		}
	}
}

// passages are the passages of each article in the order of its text.
func (e *Event) passages() [][]stood {
	out := make([][]stood, len(e.c.Articles))
	for r, row := range e.c.Rows {
		for a, held := range row.Cells {
			if held != nil {
				out[a] = append(out[a], stood{held.Span, r})
			}
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(x, y stood) int { return cmp.Compare(x.Start, y.Start) })
	}
	return out
}

// stands is the row in which a side of an article stands, or -1.
func (e *Event) stands(a int, s model.Side) int {
	passages := e.places[a]
	i, found := slices.BinarySearchFunc(passages, s.Mark.Start, func(p stood, at int) int { return cmp.Compare(p.Start, at) })
	if !found {
		i--
	}
	if i < 0 || i >= len(passages) || !passages[i].Overlaps(s.Mark) {
		return -1
	}
	return passages[i].row
}

// passage is what a row shows of an article, and where from if it is of another row.
func (e *Event) passage(a, r int) (s model.Span, from *loan, ok bool) {
	if held := e.c.Rows[r].Cells[a]; held != nil {
		return held.Span, nil, true
	}
	if l, lent := e.loans[[2]int{r, a}]; lent {
		return l.Span, &l, true
	}
	return model.Span{}, nil, false
}

// lent says that a passage is of another row; "" where it is not.
func (e *Event) lent(a, r int) string {
	_, from, _ := e.passage(a, r)
	if from == nil {
		return ""
	}
	return "against it" + e.inRow(from.row)
}

// above is the lines above a passage that say that it is of another row.
func (e *Event) above(a, r int) int {
	if _, from, _ := e.passage(a, r); from != nil {
		return 1
	}
	return 0
}

// inRow names a row that is shown, by its place: " (row 12)".
func (e *Event) inRow(row int) string {
	if at := slices.Index(e.rows, row); at >= 0 {
		return fmt.Sprintf(" (row %d)", at+1)
	}
	return ""
}
