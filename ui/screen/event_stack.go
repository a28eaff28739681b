package screen

import (
	"slices"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// stackLine is a line of a row whose outlets stand under each other.
type stackLine struct {
	cell.Line
	article int
	name    bool   // the line that names the outlet
	from    string // where the passage is from, if it is of another row
	first   bool   // the first line of a passage
	note    string // a line of our own words
}

// stack is the lines of the selected row: each outlet that has the claim, its
// name above it, and at the end those that have not.
func (e *Event) stack() []stackLine {
	r, ok := e.row()
	if !ok {
		return nil
	}
	var lines []stackLine
	var silent []string
	width := layout.Prose(e.frame.W)
	for _, a := range e.order {
		passage := e.wrapped(a, r, width)
		if len(passage) == 0 {
			silent = append(silent, e.names[a])
			continue
		}
		if len(lines) > 0 && e.frame.H >= 20 {
			lines = append(lines, stackLine{article: a})
		}
		lines = append(lines, stackLine{article: a, name: true, from: e.lent(a, r)})
		for i, l := range passage {
			lines = append(lines, stackLine{Line: l, article: a, first: i == 0})
		}
	}
	if len(silent) > 0 {
		if e.frame.H >= 20 {
			lines = append(lines, stackLine{article: -1})
		}
		for _, note := range e.frame.wrapped("nothing on this in "+listed(silent), width, len(silent)+1) {
			lines = append(lines, stackLine{article: -1, note: note})
		}
	}
	return lines
}

// drawStack is the lines on the screen of the selected row.
func (e *Event) drawStack(room int) []string {
	r, _ := e.row()
	all := e.stack()
	var lines []string
	for i := e.off; i < len(all) && len(lines) < room; i++ {
		lines = append(lines, e.drawStackLine(r, all[i]))
	}
	if room > 1 && e.off+room < len(all) {
		lines[room-1] = e.frame.Look.Paint(theme.Faint, "  ↓ more: space")
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return lines
}

func (e *Event) drawStackLine(r int, l stackLine) string {
	f := e.frame
	switch {
	case l.note != "":
		return f.Look.Paint(theme.Faint, glyphGap+" "+l.note)
	case l.name:
		return e.stackName(l.article, l.from)
	case l.Len() == 0:
		return ""
	}
	sign := " "
	if l.first {
		sign = e.cellSign(r, l.article)
	}
	text := f.column(e.c.Articles[l.article].Text, l.Line, layout.Prose(f.W), e.rtl[l.article], theme.Plain, e.marks(l.article, l.Span))
	return strings.TrimRight(sign+" "+text, " ")
}

// cellSign is the sign of one passage: a row in dispute marks the passages that
// are in it only.
func (e *Event) cellSign(r, a int) string {
	glyph, _ := e.sign(r)
	if glyph == glyphClash && !e.inDispute(r, a) {
		return " "
	}
	return e.frame.Look.Paint(signRoles[glyph], glyph)
}

// inDispute reports whether the passage of an article holds words in dispute.
func (e *Event) inDispute(r, a int) bool {
	held, _, _ := e.passage(a, r)
	return slices.ContainsFunc(e.clashes[a], func(k clash) bool {
		return k.Overlaps(held)
	})
}

// stackName is the line above a passage: its outlet, language and date.
func (e *Event) stackName(a int, from string) string {
	f := e.frame
	report := &e.c.Articles[a]
	pointer := "  "
	if a == e.focus {
		pointer = f.Look.Paint(theme.Strong, glyphFocus) + " "
	}
	origin := "  " + languageWords(report.Language) + " · " + dateWords(report.Date)
	if from != "" {
		origin += " · " + from
	}
	name := f.Cells.Cut(e.flags(a)+e.names[a], max(f.W-2-f.Cells.Width(origin), f.W/2))
	rest := f.Cells.Cut(origin, f.W-2-f.Cells.Width(name))
	return pointer + f.Look.Paint(theme.Strong, name) + f.Look.Paint(theme.Faint, rest)
}
