package screen

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/model"
	"parallax/model/query"
)

// Facets is the pane of the list that says how many entries have what, and adds
// it to the filter: dates by year, month and day, languages, outlets, conflicts.
type Facets struct {
	frame  Frame
	counts Tally
	known  bool
	query  query.Query
	open   map[string]bool // years and months that are unfolded, by their value
	nodes  []node
	at     int // the selected one, never a heading
	top    int
}

// node is a line of the pane.
type node struct {
	field string // "" of a heading
	value string
	label string
	n     int
	share int // of how many the bar is drawn
	depth int
	folds bool // it has months or days below it
}

// newFacets is the pane before anything is counted.
func newFacets() *Facets { return &Facets{open: map[string]bool{}} }

// take puts counts into the pane. What is selected stays.
func (p *Facets) take(c Tally, q query.Query) {
	p.counts, p.query, p.known = c, q, true
	p.build()
}

// build lists the lines anew and stays with the one that is selected.
func (p *Facets) build() {
	var was node
	if p.at < len(p.nodes) {
		was = p.nodes[p.at]
	}
	p.nodes = p.nodes[:0]
	p.addDates()
	p.add("lang", "Languages", p.counts.Languages, func(v string) string { return languageWords(v) })
	p.add("outlet", "Outlets", p.counts.Outlets, func(v string) string { return v })
	heading := "Conflicts"
	if c := p.counts; c.Compared < c.Events {
		heading = fmt.Sprintf("Conflicts, %s of %s compared", grouped(c.Compared), counted(c.Events, "event"))
	}
	p.add("kind", heading, p.counts.Kinds, func(v string) string { return v })
	p.add("verdict", "Verdicts", p.counts.Verdicts, func(v string) string { return v })
	at := slices.IndexFunc(p.nodes, func(n node) bool { return n.field == was.field && n.value == was.value && n.field != "" })
	p.pick(max(at, 0), 1)
}

func (p *Facets) add(field, heading string, values []Count, label func(string) string) {
	if len(values) == 0 {
		return
	}
	p.nodes = append(p.nodes, node{label: heading})
	for _, v := range values {
		name := label(v.Value)
		if v.Value == "" {
			name = "not known"
		}
		p.nodes = append(p.nodes, node{field: field, value: v.Value, label: name, n: v.N, share: most(values)})
	}
}

// addDates adds years, the months of those that are unfolded, and their days.
func (p *Facets) addDates() {
	if len(p.counts.dates) == 0 {
		return
	}
	p.nodes = append(p.nodes, node{label: "Dates"})
	years := by(p.counts.dates, model.Date{})
	for _, y := range years {
		p.nodes = append(p.nodes, node{"date", y.Value, y.Value, y.N, largest(years), 0, true})
		if p.open[y.Value] {
			p.addMonths(y.date)
		}
	}
	if p.counts.Unsure > 0 {
		p.nodes = append(p.nodes, node{field: "date", value: "?", label: "not sure", n: p.counts.Unsure, share: largest(years)})
	}
}

func (p *Facets) addMonths(year model.Date) {
	months := by(p.counts.dates, year)
	for _, m := range months {
		p.nodes = append(p.nodes, node{"date", m.Value, time.Month(m.date.Month).String(), m.N, largest(months), 1, true})
		if !p.open[m.Value] {
			continue
		}
		days := by(p.counts.dates, m.date)
		for _, c := range days {
			weekday, _ := c.date.Weekday()
			p.nodes = append(p.nodes, node{"date", c.Value, fmt.Sprintf("%d %s", c.date.Day, weekday.String()[:3]), c.N, largest(days), 2, false})
		}
	}
}

// by counts the dates within a year by month, within a month by day, and within
// the zero date by year. Dates that do not tell are left out.
func by(list []dated, within model.Date) []dated {
	var out []dated
	for _, c := range list {
		part := model.Date{Year: c.date.Year}
		if within.Year != 0 {
			part.Month = c.date.Month
		}
		if within.Month != 0 {
			part.Day = c.date.Day
		}
		inside := (within.Year == 0 || part.Year == within.Year) && (within.Month == 0 || part.Month == within.Month)
		told := part.Year != 0 && (within.Year == 0 || part.Month != 0) && (within.Month == 0 || part.Day != 0)
		if !inside || !told {
			continue
		}
		i := len(out) - 1 // dates mostly follow each other
		if i < 0 || out[i].date != part {
			i = slices.IndexFunc(out, func(o dated) bool { return o.date == part })
		}
		if i < 0 {
			i = len(out)
			out = append(out, dated{date: part, Count: Count{Value: part.String()}})
		}
		out[i].N += c.N
	}
	return out
}

// largest is the largest of counts, at least 1.
func largest(list []dated) int {
	n := 1
	for _, c := range list {
		n = max(n, c.N)
	}
	return n
}

// fit gives the pane its frame.
func (p *Facets) fit(f Frame) {
	p.frame = f
	p.show()
}

func (p *Facets) show() {
	from := p.at
	if p.at > 0 && p.at == 1 {
		from = 0 // the first heading with the first line
	}
	p.top = seen(p.top, from, p.at+1, max(p.frame.H-1, 1), len(p.nodes))
}

// pick selects a line, or the next in the direction of n that is no heading.
func (p *Facets) pick(i, n int) {
	i = max(0, min(i, len(p.nodes)-1))
	for i >= 0 && i < len(p.nodes) && p.nodes[i].field == "" {
		i += n
	}
	if i >= 0 && i < len(p.nodes) {
		p.at = i
	}
	p.show()
}

func (p *Facets) move(n int) {
	step := 1
	if n < 0 {
		step = -1
	}
	p.pick(p.at+n, step)
}

// unfold shows what is below the selected date, or hides it; a day hides the
// month that it is in.
func (p *Facets) unfold(open bool) {
	if p.at >= len(p.nodes) {
		return
	}
	n := p.nodes[p.at]
	switch {
	case n.field != "date":
		return
	case open && n.folds:
		p.open[n.value] = true
	case n.folds && p.open[n.value]:
		p.open[n.value] = false
	case !open && n.depth > 0:
		above := n.value[:strings.LastIndexByte(n.value, '-')]
		p.open[above] = false
		p.at = max(0, slices.IndexFunc(p.nodes, func(o node) bool { return o.field == "date" && o.value == above }))
	}
	p.build()
}

// active reports whether the filter asks for a line.
func (p *Facets) active(n node) bool {
	switch n.field {
	case "lang":
		return slices.Contains(p.query.Languages, strings.ToLower(n.value))
	case "outlet":
		return n.value != "" && slices.Contains(p.query.Outlets, n.value)
	case "kind":
		return slices.Contains(p.query.Kinds, model.Kind(n.value))
	case "verdict":
		return slices.Contains(p.query.Verdicts, model.Verdict(n.value))
	case "date":
		if n.value == "?" {
			return p.query.Unsure
		}
		d := dateOf(Count{Value: n.value})
		return p.query.Since == d && p.query.Until == d
	}
	return false
}

// toggled is the filter with the selected line, or without it if it is in it;
// ok is false where no filter can ask for it.
func (p *Facets) toggled() (q query.Query, ok bool) {
	if p.at >= len(p.nodes) || p.nodes[p.at].field == "" {
		return p.query, false
	}
	n := p.nodes[p.at]
	if n.value == "" {
		return p.query, false
	}
	q = p.query
	switch active := p.active(n); n.field {
	case "lang":
		q.Languages = toggle(q.Languages, strings.ToLower(n.value))
	case "outlet":
		q.Outlets = toggle(q.Outlets, n.value)
	case "kind":
		q.Kinds = toggle(q.Kinds, model.Kind(n.value))
	case "verdict":
		q.Verdicts = toggle(q.Verdicts, model.Verdict(n.value))
	case "date":
		switch {
		case n.value == "?":
			q.Unsure = !q.Unsure
		case active:
			q.Since, q.Until = model.Date{}, model.Date{}
		default:
			d := dateOf(Count{Value: n.value})
			q.Since, q.Until = d, d
		}
	}
	return q, true
}

// toggle is a list with a value, or without it if it is there.
func toggle[T comparable](list []T, v T) []T {
	if i := slices.Index(list, v); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), v)
}
