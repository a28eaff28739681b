package screen

import (
	"strings"

	"parallax/ui/cell"
	"parallax/ui/theme"
)

// The signs of a date that has more below it.
const (
	glyphFolded = "▸"
	glyphOpen   = "▾"
	glyphChosen = "●"
)

// barWidth is the cells of the longest bar.
const barWidth = 8

// draw is the pane in its frame, each line of exactly its width.
func (p *Facets) draw(focused bool) []string {
	f := p.frame
	title := "Facets"
	if !focused {
		title = "Facets (tab)"
	}
	lines := []string{f.Look.Paint(theme.Faint, f.Cells.Fit(" "+title, f.W))}
	if !p.known {
		lines = append(lines, f.Cells.Fit(" counting …", f.W))
	} else if len(p.nodes) == 0 {
		lines = append(lines, f.Cells.Fit(" nothing to count", f.W))
	}
	for i := p.top; i < len(p.nodes) && len(lines) < f.H; i++ {
		lines = append(lines, p.line(p.nodes[i], focused && i == p.at))
	}
	for len(lines) < f.H {
		lines = append(lines, cell.Blank(f.W))
	}
	return lines[:f.H]
}

// line is a heading, or a value with a bar and how many have it.
func (p *Facets) line(n node, picked bool) string {
	f := p.frame
	if n.field == "" {
		return f.Look.Paint(theme.Strong, f.Cells.Fit(" "+n.label, f.W))
	}
	sign, base := " ", theme.Plain
	if picked {
		sign, base = glyphPicked, theme.Picked
	}
	fold := " "
	switch {
	case p.active(n):
		fold = glyphChosen
	case n.folds && p.open[n.value]:
		fold = glyphOpen
	case n.folds:
		fold = glyphFolded
	}
	count := grouped(n.n)
	bar := strings.Repeat("▇", max(1, n.n*barWidth/max(n.share, 1)))
	right := " " + f.Cells.Fit(bar, barWidth) + " " + cell.Blank(5-len(count)) + count
	if f.W < 28 {
		right = " " + count
	}
	left := f.Cells.Fit(cell.Blank(2*n.depth)+fold+" "+n.label, max(f.W-1-f.Cells.Width(right), 0))
	return f.Look.Paint(base, sign+left) + f.Look.Paint(theme.Faint, right)
}
