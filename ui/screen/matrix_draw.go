package screen

import (
	"fmt"
	"strings"

	"parallax/model/fact"
	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// The signs of what an outlet makes of a fact. Each has its words in the help.
const (
	glyphAsserts = "="
	glyphDenies  = "¬"
)

var stanceSigns = map[fact.Stance]struct {
	glyph string
	role  theme.Role
}{
	fact.Silent:  {glyphGap, theme.Faint},
	fact.Asserts: {glyphAsserts, theme.Same},
	fact.Differs: {glyphClash, theme.Clash},
	fact.Denies:  {glyphDenies, theme.Clash},
	fact.Unclear: {glyphUnsure, theme.Unsure},
}

// Render draws the facts.
func (m *Matrix) Render() []string {
	f := m.frame
	lines := m.head()
	room := m.room()
	if len(m.facts) == 0 {
		words := "These reports have nothing to compare."
		if m.only {
			words = "No fact is in dispute. C shows all."
		}
		return f.fill(f.message(lines, []string{words}))
	}
	for i := m.top; i < m.top+room; i++ {
		if i >= len(m.facts) {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, m.line(i))
	}
	return f.fill(append(lines, m.drawPane()...))
}

// head is the lines above the facts: the event, and the outlets.
func (m *Matrix) head() []string {
	f := m.frame
	disputed := 0
	for _, f := range m.all.Facts {
		disputed += min(len(f.Dispute), 1)
	}
	status := fmt.Sprintf("%s · %d in dispute · %s", counted(len(m.all.Facts), "fact"), disputed, counted(m.all.VoiceCount(), "voice"))
	if f.Tiny {
		return []string{f.bar("facts", theme.Faint, status, theme.Plain)}
	}
	lines := []string{f.bar("Facts · "+m.title, theme.Title, status, theme.Faint)}
	if len(m.names) > 0 {
		lines = append(lines, m.outlets())
	}
	return append(lines, f.rule())
}

// outlets is the headings of the columns, with how many there are where not all
// are on the screen.
func (m *Matrix) outlets() string {
	f := m.frame
	words, columns, width := m.columns()
	label := m.order()
	if columns < len(m.names) && columns > 0 {
		label = fmt.Sprintf("outlets %d–%d of %d · %s", m.first+1, m.first+columns, len(m.names), label)
	}
	var b strings.Builder
	b.WriteString(" " + f.Look.Paint(theme.Faint, f.Cells.Fit(label, words-1)))
	for i := m.first; i < m.first+columns && i < len(m.names); i++ {
		pointer := " "
		if i == m.focus {
			pointer = f.Look.Paint(theme.Strong, glyphFocus)
		}
		b.WriteString(pointer + f.Look.Paint(theme.Strong, f.Cells.Fit(m.names[i], width)))
	}
	return b.String()
}

// order is how the facts are shown.
func (m *Matrix) order() string {
	words := "most disputed first"
	if m.byText {
		words = "as in the text"
	}
	if m.only {
		words = "in dispute, " + words
	}
	return words
}

// The columns before the words of a fact: its question, and its voices.
const (
	questionWidth = 9
	votesWidth    = 6
)

// line is one fact.
func (m *Matrix) line(i int) string {
	f := m.frame
	it := m.all.Facts[m.facts[i]]
	words, columns, width := m.columns()
	sign, base := "  ", theme.Plain
	if i == m.at {
		sign, base = glyphPicked+" ", theme.Picked
	}
	var b strings.Builder
	b.WriteString(f.Look.Paint(base, sign))
	left := words - layout.Gutter
	if left > 2*(questionWidth+votesWidth) {
		b.WriteString(f.Look.Paint(theme.Faint, f.gap(string(it.Question), questionWidth)))
		left -= questionWidth
	}
	if left > 3*votesWidth {
		b.WriteString(f.Look.Paint(voteRole(it), f.gap(votes(it), votesWidth)))
		left -= votesWidth
	}
	b.WriteString(f.Look.Paint(base, f.Cells.Fit(m.words(it), max(left, 0))))
	for a := m.first; a < m.first+columns && a < len(m.names); a++ {
		b.WriteString(cell.Blank(layout.FactGap) + m.cell(it, a, width))
	}
	return f.Cells.Clip(strings.TrimRight(b.String(), " "), f.W)
}

// votes is how many independent voices assert a fact, and how many tell it
// otherwise.
func votes(it fact.Fact) string {
	if it.Dispute == "" {
		return fmt.Sprint(it.Said)
	}
	return fmt.Sprintf("%d:%d", it.Said, it.Against)
}

func voteRole(it fact.Fact) theme.Role {
	if it.Dispute != "" {
		return theme.Clash
	}
	return theme.Faint
}

// words is the passage that stands for a fact.
func (m *Matrix) words(it fact.Fact) string {
	return strings.Join(strings.Fields(it.Cells[it.Lead].Passage.Of(m.c.Articles[it.Lead].Text)), " ")
}

// cell is what an outlet makes of a fact: a sign, and the words that tell it
// where they are not the whole passage.
func (m *Matrix) cell(it fact.Fact, a, width int) string {
	f := m.frame
	c := it.Cells[a]
	sign := stanceSigns[c.Stance]
	value := ""
	if c.Stance != fact.Silent && c.Span != c.Passage {
		value = m.value(it, a)
	}
	return f.Look.Paint(sign.role, sign.glyph) + f.Cells.Fit(" "+value, width-1)
}

func (m *Matrix) value(it fact.Fact, a int) string {
	return strings.Join(strings.Fields(it.Cells[a].Span.Of(m.c.Articles[a].Text)), " ")
}

// drawPane tells of the selected fact: the passage in full, and who asserts,
// denies or tells it otherwise.
func (m *Matrix) drawPane() []string {
	f := m.frame
	size := m.pane()
	if size == 0 {
		return nil
	}
	lines := []string{f.rule()}
	it, _ := m.fact()
	kind := string(it.Question)
	if it.Dispute != "" {
		kind = fmt.Sprintf("%s · %s · %s", it.Question, it.Kind, it.Strength)
	}
	where := fmt.Sprintf("fact %d of %d", m.at+1, len(m.facts))
	lines = append(lines, f.bar(kind, theme.Strong, where, theme.Faint))
	for _, stance := range []fact.Stance{fact.Asserts, fact.Denies, fact.Differs, fact.Unclear, fact.Silent} {
		words := m.holders(it, stance)
		if words == "" {
			continue
		}
		for i, l := range f.wrapped(string(stance)+": "+words, max(f.W-4, 1), 2) {
			sign := "  "
			if i == 0 {
				sign = f.Look.Paint(stanceSigns[stance].role, stanceSigns[stance].glyph) + " "
			}
			lines = append(lines, " "+sign+l)
		}
	}
	for _, l := range f.wrapped(m.words(it), max(f.W-2, 1), max(size-len(lines), 1)) {
		lines = append(lines, " "+f.Look.Paint(theme.Faint, l))
	}
	for len(lines) < size {
		lines = append(lines, "")
	}
	return lines[:size]
}

// holders are the outlets of a stance, each with its words where they tell more
// than that it speaks of it.
func (m *Matrix) holders(it fact.Fact, stance fact.Stance) string {
	var names []string
	for a, c := range it.Cells {
		if c.Stance != stance {
			continue
		}
		name := m.names[a]
		if stance != fact.Silent && c.Span != c.Passage {
			name += " “" + m.frame.Cells.Cut(m.value(it, a), maxQuoted) + "”"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}
