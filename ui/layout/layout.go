// Package layout holds all geometry of the reader: from how many columns of the
// terminal on outlets stand side by side, how wide they are, how high the panes.
//
// Every measure is in cells or lines. The package must not import other
// packages of ui.
package layout

// The fixed measures.
const (
	Gutter  = 2 // the glyph before a row and a blank
	Divider = 3 // between two columns
	TextMax = 75
	TextMin = 39 // 40 with the column's share of the gutter
	tinyW   = 40
	tinyH   = 10
)

// Columns stand side by side from these widths on.
const (
	two   = 83
	three = 126
	four  = 169
)

// Tiny reports whether there is room for a list and a notice only.
func Tiny(w, h int) bool { return w < tinyW || h < tinyH }

// Columns is how many outlets stand side by side in w cells, of n that there
// are. One means that they stand under each other.
func Columns(w, n int) int {
	fit := 1
	switch {
	case w >= four:
		fit = 4
	case w >= three:
		fit = 3
	case w >= two:
		fit = 2
	}
	return max(1, min(fit, n))
}

// Widths shares w cells among n columns of text. wish says by how many cells
// each should differ from an equal share; columns stay within TextMin and
// TextMax as far as w allows.
func Widths(w, n int, wish []int) []int {
	room := max(w-Gutter-Divider*(n-1), n)
	widths := make([]int, n)
	for i := range widths {
		widths[i] = min(room/n, TextMax)
		if i < room%n {
			widths[i] = min(room/n+1, TextMax)
		}
	}
	for i := range min(len(wish), n) {
		trade(widths, i, wish[i])
	}
	return widths
}

// trade moves cells between column i and the others.
func trade(widths []int, i, cells int) {
	step := 1
	if cells < 0 {
		step = -1
	}
	for range cells * step {
		j := partner(widths, i, step)
		if j < 0 || widths[i]+step < TextMin || widths[i]+step > TextMax {
			return
		}
		widths[i] += step
		widths[j] -= step
	}
}

// partner is the other column that can best give step cells, or -1.
func partner(widths []int, i, step int) int {
	best := -1
	for j, w := range widths {
		if j == i || w-step < TextMin || w-step > TextMax {
			continue
		}
		if best < 0 || (w-widths[best])*step > 0 {
			best = j
		}
	}
	return best
}

// Lobby shares w cells among the panes of the list: facets, where they are
// asked for, the list, and a preview. 0 leaves a pane out; where there is little
// room the facets take the place of the list.
func Lobby(w int, facets bool) (facet, list, preview int) {
	list = w
	if facets {
		facet = min(w, 34)
		list = w - facet - Divider
		if list < 60 {
			return w, 0, 0
		}
	}
	if list >= 140 {
		preview = min(list*2/5, TextMax)
		list -= preview + Divider
	}
	return facet, list, preview
}

// FactGap is the cells between two columns of the facts.
const FactGap = 1

// Facts shares w cells among the words of a fact and the columns of outlets, of
// which there are n: the width of the words, how many columns stand side by
// side, and how wide each is.
func Facts(w, n int) (words, columns, width int) {
	const least, most = 12, 22
	words = max(w*2/5, min(w, 24))
	columns = max(0, min(n, (w-words)/(least+FactGap)))
	if columns == 0 {
		return w, 0, 0
	}
	width = min((w-words)/columns-FactGap, most)
	return w - columns*(width+FactGap), columns, width
}

// Prose is the width of a single column of text in w cells with a margin.
func Prose(w int) int { return max(min(w-2*Gutter, TextMax), 1) }

// Heads is the number of lines of a column's heading on a screen of h lines.
func Heads(h int) int {
	if h < 18 {
		return 1
	}
	return 2
}

// Gap is the number of blank lines between rows on a screen of h lines.
func Gap(h int) int {
	if h < 30 {
		return 0
	}
	return 1
}

// Pane is the number of lines for a reason that takes want, on a screen of h
// lines: at most a third of a high screen, half of a low one.
func Pane(h, want int) int { return max(1, min(want, max(h/3, min(8, h/2)))) }

// Preview is the number of lines below the list that tell of its selected
// line, on a screen of h lines.
func Preview(h int) int {
	switch {
	case h < 14:
		return 0
	case h < 30:
		return 4
	}
	return 5
}
