package screen

import (
	"fmt"
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
		lines = append(lines, e.drawFree(room)...)
	case e.stacked():
		lines = append(lines, e.drawStack(room)...)
	default:
		lines = append(lines, e.drawRows(room)...)
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
	switch e.c.Rows[r].Relation {
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
	if picked {
		bar = e.frame.Look.Paint(theme.Picked, glyphPicked)
	}
	return sign + bar
}

// drawCell is line y of a cell, padded to its column.
func (e *Event) drawCell(a, r, y, width int) string {
	lines := e.wrapped(a, r, width)
	if y < len(lines) {
		return e.frame.column(e.c.Articles[a].Text, lines[y], width, e.rtl[a], theme.Plain, e.marks(a, lines[y].Span))
	}
	if y == 0 && len(lines) == 0 {
		return e.frame.Look.Paint(theme.Faint, e.frame.Cells.Fit(e.gap(a, r), width))
	}
	return cell.Blank(width)
}

// gap is what stands in a cell that is empty. Where the whole row is, in the
// columns on the screen, the first of them names the outlets that have it.
func (e *Event) gap(a, r int) string {
	held := func(i int) bool { return e.c.Rows[r].Cells[i] != nil }
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

// head is the lines above the rows: the event, its outlets, a rule.
func (e *Event) head() []string {
	f := e.frame
	if f.Tiny {
		return []string{e.tinyHead()}
	}
	title := e.c.Event.Title
	if title == "" {
		title = "Untitled event"
	}
	lines := []string{f.bar(title, theme.Title, e.status(), theme.Faint)}
	if layout.Heads(f.H) > 1 {
		lines = []string{f.bar(title, theme.Title, e.mode(), theme.Faint), f.bar(e.status(), theme.Faint, e.strip(), theme.Faint)}
	}
	if e.stacked() || len(e.shown) == 0 {
		return append(lines, f.rule())
	}
	for y := range layout.Heads(f.H) {
		lines = append(lines, e.headLine(y))
	}
	return append(lines, e.crossing("┼"))
}

// tinyHead is the only line above the rows where there is little room.
func (e *Event) tinyHead() string {
	where := e.standing()
	if k, ok := e.conflict(); ok {
		where = fmt.Sprintf("%s %s %d of %d", glyphClash, k.Kind, e.now+1, len(e.disputes))
	}
	return e.frame.bar("small terminal", theme.Faint, where, theme.Plain)
}

// status is when, who, in which languages, and how many conflicts.
func (e *Event) status() string {
	facts := []string{dateWords(e.c.Event.Date), counted(len(e.c.Articles), "report")}
	if n := len(e.shown); n > 0 && n < len(e.c.Articles) && !e.stacked() {
		facts[1] = e.columnNumbers() + " of " + counted(len(e.c.Articles), "report")
	}
	facts = append(facts, strings.Join(e.c.Event.Languages, " "), counted(len(e.disputes), "conflict"))
	return strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), " · ")
}

// columnNumbers names the columns on the screen, counted from 1: "2–4", "1, 5".
func (e *Event) columnNumbers() string {
	first, last := e.shown[0]+1, e.shown[len(e.shown)-1]+1
	switch {
	case first == last:
		return fmt.Sprint(first)
	case last-first == len(e.shown)-1:
		return fmt.Sprintf("%d–%d", first, last)
	}
	names := make([]string, len(e.shown))
	for i, a := range e.shown {
		names[i] = fmt.Sprint(a + 1)
	}
	return strings.Join(names, ", ")
}

// strip is the rows as a row of signs, full where there is a conflict, so that
// one sees how many there are and where. It is left out where they are too many.
func (e *Event) strip() string {
	if len(e.rows) > e.frame.W/4 {
		return ""
	}
	var b strings.Builder
	for _, r := range e.rows {
		b.WriteString([]string{"▯", "▮"}[min(len(e.byRow[r]), 1)])
	}
	return b.String()
}

// mode is how the rows are shown, where that is not the usual way.
func (e *Event) mode() string {
	var modes []string
	if e.only {
		modes = append(modes, "conflicts only")
	}
	if e.possible {
		modes = append(modes, "possible too")
	}
	if e.zoomed {
		modes = append(modes, "one outlet")
	}
	if e.free {
		modes = append(modes, "free")
		if !e.locked {
			modes = append(modes, "not locked")
		}
	}
	return strings.Join(modes, " · ")
}

// headLine is a line of the headings of the columns: outlets, then languages
// and dates; both on one line where there is little room.
func (e *Event) headLine(y int) string {
	f := e.frame
	var b strings.Builder
	for col, a := range e.shown {
		if col > 0 {
			b.WriteString(" " + f.Look.Paint(theme.Faint, "│"))
		} else {
			b.WriteString(" ")
		}
		pointer := " "
		if y == 0 && a == e.focus {
			pointer = f.Look.Paint(theme.Strong, glyphFocus)
		}
		b.WriteString(pointer)
		b.WriteString(e.heading(a, y, e.widths[col]))
	}
	return b.String()
}

func (e *Event) heading(a, y, width int) string {
	f := e.frame
	report := &e.c.Articles[a]
	origin := languageWords(report.Language) + " · " + dateWords(report.Date)
	if y > 0 {
		return f.Look.Paint(theme.Faint, f.Cells.Fit(origin, width))
	}
	if layout.Heads(f.H) > 1 {
		return f.Look.Paint(theme.Strong, f.Cells.Fit(e.names[a], width))
	}
	name := f.Cells.Cut(e.names[a], width/2)
	return f.Look.Paint(theme.Strong, name) + f.Look.Paint(theme.Faint, f.Cells.Fit("  "+origin, width-f.Cells.Width(name)))
}

// crossing is a rule over the width of the columns in which their dividers end
// or go through.
func (e *Event) crossing(through string) string {
	if len(e.shown) == 0 {
		return e.frame.rule()
	}
	var b strings.Builder
	b.WriteString(strings.Repeat("─", layout.Gutter))
	used := layout.Gutter
	for col, w := range e.widths {
		if col > 0 {
			b.WriteString("─" + through + "─")
			used += layout.Divider
		}
		b.WriteString(strings.Repeat("─", w))
		used += w
	}
	b.WriteString(strings.Repeat("─", max(0, e.frame.W-used)))
	return e.frame.Look.Paint(theme.Faint, b.String())
}

// foot is the rule between rows and reason.
func (e *Event) foot() string {
	if e.stacked() {
		return e.frame.rule()
	}
	return e.crossing("┴")
}
