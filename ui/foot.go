package ui

import (
	"slices"
	"strings"

	"parallax/ui/keys"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
)

func join(lines []string) string { return strings.Join(lines, "\n") }

// foot is the last line: what is typed, else what there is to say, else the
// keys.
func (a *App) foot() (line string, cursor *tea.Cursor) {
	switch {
	case a.prompt != nil:
		return a.prompt.draw(a)
	case a.notice.text != "":
		return " " + a.look.Paint(a.notice.role, a.cells.Cut(a.notice.text, a.w-2)), nil
	case a.opening.late:
		return " " + a.look.Paint(theme.Faint, a.cells.Cut(a.opening.what+" … esc gives up", a.w-2)), nil
	}
	return a.hints(), nil
}

// hints are the keys of the screen that is shown, as many as there is room for;
// the last two, help and quit, before all others.
func (a *App) hints() string {
	all := slices.DeleteFunc(a.keys.Hints(a.place()), func(h keys.Hint) bool { return !a.apt(h.Action) })
	last := max(0, len(all)-2)
	room := a.w - a.hintsWidth(all[last:])
	var b strings.Builder
	for i, h := range all {
		if i < last {
			if need := a.hintsWidth(all[i : i+1]); need <= room {
				room -= need
			} else {
				continue
			}
		}
		b.WriteString(" " + a.look.Paint(theme.Key, h.Keys) + " " + a.look.Paint(theme.Faint, h.Word) + " ")
	}
	return strings.TrimRight(b.String(), " ")
}

// hintsWidth is the cells of hints side by side.
func (a *App) hintsWidth(hints []keys.Hint) int {
	sum := 0
	for _, h := range hints {
		sum += a.cells.Width(h.Keys) + a.cells.Width(h.Word) + 3
	}
	return sum
}
