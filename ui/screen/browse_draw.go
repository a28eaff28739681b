package screen

import (
	"slices"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// Render draws the list.
func (b *Browse) Render() []string {
	f := b.full
	lines := b.head()
	body := Frame{W: b.frame.W, H: max(f.H-len(lines), 0), Cells: f.Cells, Look: f.Look, Tiny: f.Tiny}
	return f.fill(append(lines, b.beside(b.body(body))...))
}

// body is the list in its frame, or why there is none.
func (b *Browse) body(f Frame) []string {
	switch {
	case b.fault != "":
		return f.fill(f.message(nil, []string{"The list could not be read.", b.fault}))
	case b.stale && b.late:
		return f.fill(f.message(nil, []string{"Reading the list … esc gives up"}))
	case !b.known:
		return f.fill(nil)
	case b.total == 0:
		return f.fill(f.message(nil, b.nothing()))
	}
	return f.fill(append(b.list(), b.preview()...))
}

// head is the lines above the list: what is open, and the filter.
func (b *Browse) head() []string {
	f := b.full
	noun := "article"
	if b.shown.Events {
		noun = "event"
	}
	count := ""
	if b.known && !b.stale {
		count = counted(b.total, noun)
	}
	if b.shown.Sort != ByDate {
		count += " by " + b.shown.Sort.String()
	}
	if words := b.comparing(); words != "" {
		count += " · " + words
	}
	if b.skips > 0 {
		count += " · " + grouped(b.skips) + " skipped (S)"
	}
	if f.Tiny {
		return []string{f.bar("small terminal: the list only", theme.Faint, "", 0)}
	}
	lines := []string{f.bar("parallax · "+b.name, theme.Title, count, theme.Faint)}
	if b.typed != "" {
		lines = append(lines, f.bar("filter: "+b.typed, theme.Plain, "esc clears", theme.Faint))
	} else if b.about != "" && f.H >= 20 {
		for _, l := range f.wrapped(b.about, f.W-2, 2) {
			lines = append(lines, " "+f.Look.Paint(theme.Faint, l))
		}
	}
	if f.H >= 20 && b.shown.Sort == ByDate {
		if line := b.drawTimeline(); line != "" {
			lines = append(lines, line)
		}
	}
	return append(lines, f.rule())
}

// comparing tells how many events are compared, where the list hangs on that and not
// all are.
func (b *Browse) comparing() string {
	c := b.counts
	if c.Compared >= c.Events || !b.shown.OfConflicts() && b.shown.Sort != ByConflicts {
		return ""
	}
	return grouped(c.Compared) + " of " + counted(c.Events, "event") + " compared"
}

func (b *Browse) nothing() []string {
	if words := b.comparing(); words != "" {
		return []string{"Nothing matches this filter so far: " + words + ".", "What is found comes here. Press esc to clear the filter, or f to change it."}
	}
	if b.typed != "" {
		return []string{"Nothing matches this filter.", "Press esc to clear it, or f to change it."}
	}
	text := []string{"There is nothing to read in " + b.name + "."}
	if b.hint != "" {
		text = append(text, "", b.hint)
	}
	if b.skips > 0 {
		text = append(text, "", counted(b.skips, "thing")+" could not be read: press S to see why.")
	}
	return text
}

// list is the entries on the screen, with their headings.
func (b *Browse) list() []string {
	var lines []string
	end := b.room()
	columns := b.columns()
	for i := b.top; len(lines) < end; i++ {
		if i >= b.total {
			lines = append(lines, "")
			continue
		}
		e, ok := b.at(i)
		if b.headed(i) {
			lines = append(lines, b.heading(e, ok))
		}
		lines = append(lines, b.entry(e, i == b.picked, columns))
	}
	return lines[:end]
}

func (b *Browse) heading(e Entry, known bool) string {
	words := "…"
	if known {
		words = b.group(e)
	}
	return " " + b.frame.Look.Paint(theme.Strong, b.frame.Cells.Cut(words, b.frame.W-1))
}

// listColumns are the widths of the columns of the list; 0 leaves one out.
type listColumns struct{ date, language, outlets, title, conflicts int }

func (b *Browse) columns() listColumns {
	c := listColumns{date: 12, language: 4, conflicts: 5}
	w := b.frame.W
	if b.shown.Events {
		c.language = 12
	}
	switch {
	case w < 60:
		c.date, c.outlets = 2, w/4
	case w < 72:
		c.date, c.outlets = 2, 16
	case w < 110:
		c.outlets = 18
	default:
		c.outlets = 28
	}
	c.title = max(w-layout.Gutter-c.date-c.language-c.outlets-c.conflicts-1, 0)
	return c
}

// glyphUncounted stands for the conflicts of an event that is not compared yet.
const glyphUncounted = "…"

// What stands for a headline or an outlet that is not known.
const (
	noHeadline = "no headline"
	noOutlet   = "outlet?"
)

// entry is one line of the list.
func (b *Browse) entry(e Entry, picked bool, c listColumns) string {
	f := b.frame
	sign, base := "  ", theme.Plain
	if picked {
		sign, base = "▌ ", theme.Picked
	}
	var s strings.Builder
	s.WriteString(f.Look.Paint(base, sign[:len(sign)-1]) + b.flag(e))
	s.WriteString(f.Look.Paint(theme.Faint, f.gap(dateCell(e.Date, c.date), c.date)))
	s.WriteString(f.gap(b.languages(e), c.language))
	s.WriteString(f.gap(b.outlets(e), c.outlets))
	if e.Title == "" {
		s.WriteString(f.Look.Paint(theme.Faint, f.Cells.Fit(noHeadline, c.title)))
	} else {
		s.WriteString(f.Look.Paint(base, f.Cells.Fit(e.Title, c.title)))
	}
	s.WriteString(" ")
	count, role := "", theme.Clash
	switch {
	case e.Uncounted:
		count, role = glyphUncounted, theme.Faint
	case e.Conflicts > 0:
		count = "≠ " + strconv.Itoa(e.Conflicts)
	}
	if count != "" {
		s.WriteString(cell.Blank(c.conflicts - 1 - f.Cells.Width(count)))
		s.WriteString(f.Look.Paint(role, count))
	}
	return f.Cells.Clip(s.String(), f.W)
}

// flag is the sign of a line that is marked or bookmarked, or a blank.
func (b *Browse) flag(e Entry) string {
	held := func(ids []string) bool {
		if b.shown.Events {
			return slices.ContainsFunc(e.Articles, func(id string) bool { return slices.Contains(ids, id) })
		}
		return slices.Contains(ids, e.ID)
	}
	switch {
	case held(b.marks):
		return b.frame.Look.Paint(theme.Key, glyphMarked)
	case held(b.bookmarks):
		return b.frame.Look.Paint(theme.Key, glyphBookmarked)
	}
	return " "
}

// dateCell is a date for a column of width cells; where there is no room for it,
// a sign that it is not sure.
func dateCell(d model.Date, width int) string {
	switch {
	case width > 2:
		return d.String()
	case d.Uncertain:
		return "?"
	}
	return ""
}

// gap is s in a column of width cells, the last of which stays blank.
func (f Frame) gap(s string, width int) string {
	if width < 2 {
		return ""
	}
	return f.Cells.Fit(s, width-1) + " "
}

// languages is the language of an article, or those of an event.
func (b *Browse) languages(e Entry) string {
	if b.shown.Events {
		return b.some(strings.Fields(e.Language), " ", b.columns().language-1)
	}
	return baseLanguage(e.Language)
}

// outlets is who reports: the outlets of an event, or an article's and how many
// reports stand beside it.
func (b *Browse) outlets(e Entry) string {
	width := b.columns().outlets - 1
	if b.shown.Events && len(e.Outlets) > 0 {
		return b.some(e.Outlets, ", ", width)
	}
	name := e.Outlet
	if name == "" {
		name = noOutlet
	}
	if e.Reports < 2 {
		return name
	}
	return b.more(name, e.Reports-1, width)
}

// more is a name and how many stand beside it, in width cells.
func (b *Browse) more(name string, n, width int) string {
	if n == 0 {
		return b.frame.Cells.Cut(name, width)
	}
	count := " +" + strconv.Itoa(n)
	return b.frame.Cells.Cut(name, width-len(count)) + count
}

// some is as many names as fit in width cells, and how many more there are.
func (b *Browse) some(names []string, between string, width int) string {
	for n := len(names); n > 0; n-- {
		shown := strings.Join(names[:n], between)
		if n < len(names) {
			shown += " +" + strconv.Itoa(len(names)-n)
		}
		if b.frame.Cells.Width(shown) <= width {
			return shown
		}
	}
	if len(names) == 0 {
		return ""
	}
	return b.more(names[0], len(names)-1, width)
}

// preview tells below the list what its line had no room for.
func (b *Browse) preview() []string {
	f := b.frame
	size := b.below()
	if size == 0 {
		return nil
	}
	lines := []string{f.rule()}
	if e, ok := b.Picked(); ok {
		facts := b.facts(e)
		for _, l := range f.wrapped(e.Title, f.W-2, size-2) {
			lines = append(lines, " "+f.Look.Paint(theme.Strong, l))
		}
		for _, l := range f.wrapped(facts, f.W-2, size-len(lines)) {
			lines = append(lines, " "+f.Look.Paint(theme.Faint, l))
		}
	}
	for len(lines) < size {
		lines = append(lines, "")
	}
	return lines[:size]
}

func (b *Browse) facts(e Entry) string {
	facts := []string{dateWords(e.Date)}
	if e.DateBasis != "" {
		facts[0] += " (" + e.DateBasis + ")"
	}
	if e.Outlet != "" {
		facts = append(facts, e.Outlet+", "+e.Language)
	}
	if e.Reports > 1 {
		reports := counted(e.Reports, "report")
		if len(e.Outlets) > 0 {
			reports += " by " + listed(e.Outlets)
		}
		facts = append(facts, reports)
	}
	if e.Conflicts > 0 {
		facts = append(facts, counted(e.Conflicts, "conflict"))
	}
	return strings.Join(facts, " · ")
}
