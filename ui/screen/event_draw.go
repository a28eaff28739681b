package screen

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// The signs of the gutter. Each has its words in the help.
const (
	glyphClash  = "≠"
	glyphSame   = "≈"
	glyphOnly   = "+"
	glyphUnsure = "?"
	glyphGap    = "·"
	glyphPicked = "▌"
	glyphFocus  = "▸"
)

// Render draws the event.
func (e *Event) Render() []string {
	lines := e.head()
	room := e.room()
	switch {
	case len(e.rows) == 0:
		lines = append(lines, make([]string, room)...)
	case e.free:
		lines = append(lines, e.density(e.drawFree(room))...)
	case e.stacked():
		lines = append(lines, e.drawStack(room)...)
	default:
		lines = append(lines, e.density(e.drawRows(room))...)
	}
	return e.frame.fill(append(lines, e.drawPane()...))
}

// sign is the glyph of a row and what it says.
func (e *Event) sign(r int) (glyph, words string) {
	for _, d := range e.byRow[r] {
		if e.c.Conflicts[e.disputes[d].pairs[0]].Strength != model.Possible {
			return glyphClash, "cannot both be true"
		}
	}
	relation := e.c.Rows[r].Relation
	if relation == model.Clash && e.c.Rows[r].Without != "" {
		relation = e.c.Rows[r].Without // its conflicts are not shown
	}
	switch relation {
	case model.Agree:
		return glyphSame, "the same claim in other words"
	case model.Single:
		for i, held := range e.c.Rows[r].Cells {
			if held != nil {
				return glyphOnly, "only in " + e.names[i]
			}
		}
	}
	return glyphUnsure, "the same subject; not sure that it is the same claim"
}

var signRoles = map[string]theme.Role{
	glyphClash: theme.Clash, glyphSame: theme.Same, glyphOnly: theme.Only, glyphUnsure: theme.Unsure,
}

// drawRows is the lines of the aligned rows that are on the screen.
func (e *Event) drawRows(room int) []string {
	lines := make([]string, 0, room)
	for i := e.firstRow(); i < len(e.rows) && len(lines) < room; i++ {
		y := max(0, e.off-e.starts[i])
		for ; y < e.starts[i+1]-e.starts[i] && len(lines) < room; y++ {
			lines = append(lines, e.drawRowLine(i, y))
		}
	}
	blank := e.blankRow()
	for len(lines) < room {
		lines = append(lines, blank)
	}
	return lines
}

// firstRow is the row to which the first line on the screen belongs.
func (e *Event) firstRow() int {
	at, found := slices.BinarySearch(e.starts[:len(e.rows)], e.off)
	if found {
		return at
	}
	return max(0, at-1)
}

// drawRowLine is line y of a row, or of the blank ones below it.
func (e *Event) drawRowLine(i, y int) string {
	r := e.rows[i]
	if y >= e.height(r) {
		return e.blankRow()
	}
	var b strings.Builder
	b.WriteString(e.gutter(r, y == 0, i == e.at))
	for col, a := range e.shown {
		if col > 0 {
			b.WriteString(e.divider("│"))
		}
		b.WriteString(e.drawCell(a, r, y, e.widths[col]))
	}
	return strings.TrimRight(b.String(), " ")
}

func (e *Event) divider(stroke string) string {
	return " " + e.frame.Look.Paint(theme.Faint, stroke) + " "
}

// blankRow is a line of the rows with nothing in it but the dividers.
func (e *Event) blankRow() string {
	var b strings.Builder
	b.WriteString(cell.Blank(layout.Gutter))
	for col := range e.shown {
		if col > 0 {
			b.WriteString(e.divider("│"))
		}
		b.WriteString(cell.Blank(e.widths[col]))
	}
	return strings.TrimRight(b.String(), " ")
}

// gutter is the sign of a row on its first line, and the bar of the selected
// row on every line.
func (e *Event) gutter(r int, first, picked bool) string {
	sign, bar := " ", " "
	if first {
		glyph, _ := e.sign(r)
		sign = e.frame.Look.Paint(signRoles[glyph], glyph)
	}
	if first && len(e.rowNotes(r)) > 0 {
		bar = e.frame.Look.Paint(theme.Key, glyphNoted)
	}
	if picked {
		bar = e.frame.Look.Paint(theme.Picked, glyphPicked)
	}
	return sign + bar
}

// drawCell is line y of a cell, padded to its column.
func (e *Event) drawCell(a, r, y, width int) string {
	lines, role := e.wrapped(a, r, width), theme.Plain
	if from := e.lent(a, r); from != "" {
		if y == 0 {
			return e.frame.Look.Paint(theme.Faint, e.frame.Cells.Fit(glyphGap+" "+from+":", width))
		}
		y, role = y-1, theme.Faint
	}
	if y < len(lines) {
		return e.frame.column(e.c.Articles[a].Text, lines[y], width, e.rtl[a], role, e.marks(a, lines[y].Span))
	}
	if y == 0 && len(lines) == 0 {
		return e.frame.Look.Paint(theme.Faint, e.frame.Cells.Fit(e.gap(a, r), width))
	}
	return cell.Blank(width)
}

// gap is what stands in a cell that is empty. Where the whole row is, in the
// columns on the screen, the first of them names the outlets that have it.
func (e *Event) gap(a, r int) string {
	held := func(i int) bool { _, _, has := e.passage(i, r); return has }
	if a != e.shown[0] || e.zoomed || slices.ContainsFunc(e.shown, held) {
		return glyphGap
	}
	var names []string
	for i, name := range e.names {
		if held(i) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return glyphGap
	}
	return glyphGap + " in " + listed(names)
}

// marks is what looks different in a part of an article: words in dispute, the
// selected dispute's last, then places found.
func (e *Event) marks(a int, in model.Span) []mark {
	var marks, now []mark
	for _, k := range e.clashes[a] {
		switch {
		case !k.Overlaps(in):
		case k.dispute == e.now:
			now = append(now, mark{k.Span, theme.MarkNow})
		default:
			marks = append(marks, mark{k.Span, theme.Mark})
		}
	}
	marks = append(marks, now...)
	if e.query != "" {
		marks = append(marks, hitMarks(e.found[a], in, e.hit)...)
	}
	return marks
}
