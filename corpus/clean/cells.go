package clean

import "strings"

// cellsIn parts a line at what parts the items of a menu.
func cellsIn(s string) []string {
	for _, sep := range []string{"\u3000", " | ", "|", " › ", "›", " » ", " > ", " · ", " • ", " / ", "   ", "  ", " — "} {
		if strings.Contains(s, sep) {
			return trimmed(strings.Split(s, sep))
		}
	}
	if strings.Contains(s, " ") && strings.IndexFunc(s, isUnspaced) >= 0 {
		if cells := strings.Fields(s); len(cells) >= 3 {
			return cells
		}
	}
	return nil
}

func trimmed(cells []string) []string {
	out := cells[:0]
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// menuCells reports whether all cells are as short as the items of a menu.
func menuCells(cells []string) bool {
	for _, c := range cells {
		if weigh(c) > 4 {
			return false
		}
	}
	return true
}

// known reports whether the first cell is a known item of navigation.
func known(v *phrases, cells []string) bool {
	m, rest := v.start(fold(cells[0]))
	return m == markNav && strings.TrimSpace(rest) == ""
}

// cellsOf reports whether every cell of a line begins with words of the mark.
func cellsOf(v *phrases, s string, want mark) bool {
	cells := cellsIn(s)
	for _, c := range cells {
		if m, _ := v.start(fold(c)); m != want {
			return false
		}
	}
	return len(cells) > 0
}
