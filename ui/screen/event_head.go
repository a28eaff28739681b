package screen

import (
	"fmt"
	"slices"
	"strings"

	"parallax/ui/layout"
	"parallax/ui/theme"
)

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
	if n := len(e.shown); n > 0 && n < len(e.order) && !e.stacked() {
		facts[1] = e.columnNumbers() + " of " + counted(len(e.c.Articles), "report")
	}
	if n := len(e.c.Articles) - len(e.order); n > 0 {
		facts[1] += fmt.Sprintf(", %d hidden", n)
	}
	languages := strings.Join(e.c.Event.Languages, " ")
	facts = append(facts, languages, counted(len(e.disputes), "conflict"))
	if e.frame.Cells.Width(strings.Join(facts, " · ")) > e.frame.W-2 {
		facts[2] = "" // the columns name them too
	}
	return strings.Join(slices.DeleteFunc(facts, func(s string) bool { return s == "" }), " · ")
}

// columnNumbers names the columns on the screen, counted from 1: "2–4", "1, 5".
func (e *Event) columnNumbers() string {
	first, last := e.place(e.shown[0])+1, e.place(e.shown[len(e.shown)-1])+1
	switch {
	case first == last:
		return fmt.Sprint(first)
	case last-first == len(e.shown)-1:
		return fmt.Sprintf("%d–%d", first, last)
	}
	names := make([]string, len(e.shown))
	for i, a := range e.shown {
		names[i] = fmt.Sprint(e.place(a) + 1)
	}
	return strings.Join(names, ", ")
}

// strip is the rows as a row of signs, full where there is a conflict, so that
// one sees how many there are and where. It is left out where they are too many,
// or leave no room for the facts before them.
func (e *Event) strip() string {
	if len(e.rows) > min(e.frame.W/4, e.frame.W-4-e.frame.Cells.Width(e.status())) {
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
	if e.alone {
		modes = append(modes, "only here")
	}
	if e.base >= 0 {
		modes = append(modes, "as in "+e.names[e.base])
	}
	if e.possible {
		modes = append(modes, "possible too")
	}
	if e.dismissed {
		modes = append(modes, "dismissed too")
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
		return f.Look.Paint(theme.Strong, f.Cells.Fit(e.flags(a)+e.names[a], width))
	}
	name := f.Cells.Cut(e.flags(a)+e.names[a], width/2)
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
