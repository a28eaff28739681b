package screen

import (
	"slices"

	"parallax/model"
	"parallax/model/fact"
	"parallax/ui/layout"
	"parallax/ui/safe"
)

// Matrix is the facts of an event: a row a fact, a column an outlet.
type Matrix struct {
	frame  Frame
	title  string
	c      model.Comparison // as the event shows it: its text is harmless
	names  []string
	all    fact.Matrix
	facts  []int // those that are shown, into all.Facts
	only   bool  // facts that are not in dispute are left out
	byText bool  // in the order of the text, else by disagreement
	at     int   // the selected one, into facts
	top    int   // the first on the screen
	first  int   // the first column on the screen
	focus  int   // a column
}

// NewMatrix is the facts of the event on the screen.
func NewMatrix(e *Event, facts fact.Matrix) *Matrix {
	m := &Matrix{title: safe.Field(e.c.Event.Title), c: e.c, names: e.names, all: facts, focus: e.focus}
	m.choose()
	return m
}

// Comparison is the event as the screen shows it, its text harmless and of the
// same length, and whether disputes that are only possible count.
func (e *Event) Comparison() (c model.Comparison, possible bool) { return e.c, e.possible }

// ID is the ID of the event.
func (m *Matrix) ID() string { return m.c.Event.ID }

// choose says which facts are shown, in which order.
func (m *Matrix) choose() {
	m.facts = m.facts[:0]
	for i, f := range m.all.Facts {
		if !m.only || f.Dispute != "" {
			m.facts = append(m.facts, i)
		}
	}
	if m.byText {
		slices.SortStableFunc(m.facts, func(x, y int) int { return m.all.Facts[x].Row - m.all.Facts[y].Row })
	}
	m.pick(m.at)
}

// keep chooses anew and stays with the fact that is selected.
func (m *Matrix) keep() {
	was := -1
	if m.at < len(m.facts) {
		was = m.facts[m.at]
	}
	m.choose()
	m.pick(max(0, slices.Index(m.facts, was)))
}

// Fit gives the screen its frame.
func (m *Matrix) Fit(f Frame) {
	m.frame = f
	m.show()
}

// fact is the selected fact; ok is false where there is none.
func (m *Matrix) fact() (f fact.Fact, ok bool) {
	if m.at < 0 || m.at >= len(m.facts) {
		return fact.Fact{}, false
	}
	return m.all.Facts[m.facts[m.at]], true
}

func (m *Matrix) pick(i int) {
	m.at = max(0, min(i, len(m.facts)-1))
	m.show()
}

// show scrolls so that the selected fact and column are on the screen.
func (m *Matrix) show() {
	m.top = seen(m.top, m.at, m.at+1, m.room(), len(m.facts))
	_, columns, _ := m.columns()
	m.first = seen(m.first, m.focus, m.focus+1, max(columns, 1), len(m.names))
}

// Move selects the fact n further down.
func (m *Matrix) Move(n int) { m.pick(m.at + n) }

// Page selects the fact n screens further down.
func (m *Matrix) Page(n int) { m.pick(m.at + n*max(1, m.room()-2)) }

// Edge selects the first fact or the last.
func (m *Matrix) Edge(last bool) {
	m.pick(0)
	if last {
		m.pick(len(m.facts) - 1)
	}
}

// Next selects the next fact in dispute, or with n -1 the one before, the first
// after the last; ok is false where there is none.
func (m *Matrix) Next(n int) (ok bool) {
	for i := range len(m.facts) {
		at := ((m.at+n*(i+1))%len(m.facts) + len(m.facts)) % len(m.facts)
		if m.all.Facts[m.facts[at]].Dispute != "" {
			m.pick(at)
			return true
		}
	}
	return false
}

// Column moves the focus n outlets to the right, to the first after the last.
func (m *Matrix) Column(n int) {
	if total := len(m.names); total > 0 {
		m.focus = ((m.focus+n)%total + total) % total
		m.show()
	}
}

// Sideways shows as many columns as there is room for, n screens to the right.
func (m *Matrix) Sideways(n int) {
	_, columns, _ := m.columns()
	m.focus = max(0, min(m.focus+n*max(columns, 1), len(m.names)-1))
	m.show()
}

// Disputed leaves out the facts that are not in dispute, or shows them again.
func (m *Matrix) Disputed() (only bool) {
	m.only = !m.only
	m.keep()
	return m.only
}

// Sort turns between the order of disagreement and that of the text.
func (m *Matrix) Sort() (byText bool) {
	m.byText = !m.byText
	m.keep()
	return m.byText
}

// Picked is where the selected fact stands in the event: a row, a dispute or "",
// an article that speaks of it.
func (m *Matrix) Picked() (row int, dispute string, article int, ok bool) {
	f, ok := m.fact()
	if !ok {
		return 0, "", 0, false
	}
	article = m.focus
	if f.Cells[article].Stance == fact.Silent {
		article = f.Lead
	}
	return f.Row, f.Dispute, article, true
}

// GoTo selects a row of the event, the dispute of an ID unless that is "", and an
// article.
func (e *Event) GoTo(row int, id string, article int) {
	if !slices.Contains(e.rows, row) && e.only {
		e.Clashes()
	}
	if article >= 0 && article < len(e.c.Articles) {
		e.focus = article
	}
	if i := slices.IndexFunc(e.disputes, func(d dispute) bool { return d.id == id }); i >= 0 && id != "" {
		e.now, row = i, e.disputes[i].row
	}
	e.at = max(0, slices.Index(e.rows, row))
	e.land()
	if e.frame.W > 0 {
		e.arrange()
		e.follow()
	}
}

// columns is the width of a fact's words, how many outlets stand side by side,
// and how wide their columns are.
func (m *Matrix) columns() (words, columns, width int) { return layout.Facts(m.frame.W, len(m.names)) }

// room is the number of lines for facts.
func (m *Matrix) room() int { return max(m.frame.H-len(m.head())-m.pane(), 1) }

// pane is the number of lines that tell of the selected fact.
func (m *Matrix) pane() int {
	if m.frame.Tiny {
		return 0
	}
	return layout.Pane(m.frame.H, factPane)
}

// factPane is the lines that tell of a fact: a rule, the passage, and what the
// outlets make of it.
const factPane = 9

// Any reports whether a fact is in dispute.
func (m *Matrix) Any() bool {
	return slices.ContainsFunc(m.all.Facts, func(f fact.Fact) bool { return f.Dispute != "" })
}

// More reports whether there are outlets beside the columns on the screen.
func (m *Matrix) More() bool {
	_, columns, _ := m.columns()
	return columns < len(m.names)
}
