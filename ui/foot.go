package ui

import (
	"slices"
	"strings"

	"parallax/model"
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
		told := a.told()
		return told[len(told)-1], nil
	case a.opening.late:
		return " " + a.look.Paint(theme.Faint, a.cells.Cut(a.opening.what+" … esc gives up", a.w-2)), nil
	}
	return a.hints(), nil
}

// maxTold is how many lines there is to say at most.
const maxTold = 4

// told is what there is to say, in as many lines as it takes; in one where there is
// little room.
func (a *App) told() []string {
	text, room := a.notice.text, max(a.w-2, 1)
	if a.cells.Width(text) <= room || a.frame().Tiny {
		return []string{" " + a.look.Paint(a.notice.role, a.cells.Cut(text, room))}
	}
	var lines []string
	for i, l := range a.cells.Wrap(text, model.Span{End: len(text)}, room) {
		words := l.Of(text)
		if i == maxTold-1 {
			words = a.cells.Cut(text[l.Start:], room)
		}
		lines = append(lines, " "+a.look.Paint(a.notice.role, words))
		if i == maxTold-1 {
			break
		}
	}
	return lines
}

// tell puts all that there is to say but its last line, which is the footer's, over the
// last of lines, which are those of the screen.
func (a *App) tell(lines []string) {
	if a.prompt != nil || a.notice.text == "" {
		return
	}
	told := a.told()
	above := told[:len(told)-1]
	if len(above) < len(lines) {
		copy(lines[len(lines)-len(above):], above)
	}
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
