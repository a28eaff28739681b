package ui

import (
	"fmt"
	"strings"

	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
)

// maxOffered is how many actions the palette shows at a time.
const maxOffered = 10

// palette is the actions that what is typed may mean, one of them selected.
type palette struct {
	found []keys.Match
	at    int
}

// askCommand asks for an action by its name, or by what it does, and offers those
// that may be meant.
func (a *App) askCommand() tea.Cmd {
	place := a.place()
	offer := &palette{found: a.keys.Matching(place, "")}
	cmd := a.ask("command", "", func(a *App, text string) (tea.Cmd, error) {
		if len(offer.found) == 0 {
			return nil, fmt.Errorf("no command %q here: ? lists them", strings.TrimSpace(text))
		}
		return a.do(offer.found[offer.at].Action), nil
	})
	a.prompt.palette = offer
	a.prompt.changed = func(text string) { offer.found, offer.at = a.keys.Matching(place, text), 0 }
	return cmd
}

// move selects the action n further down; it reports false for a key that does
// not.
func (p *palette) move(key string) bool {
	n, ok := map[string]int{
		"down": 1, "ctrl+n": 1, "tab": 1, "up": -1, "ctrl+p": -1, "shift+tab": -1,
		"pgdown": maxOffered - 1, "pgup": 1 - maxOffered,
	}[key]
	if ok {
		p.at = max(0, min(p.at+n, len(p.found)-1))
	}
	return ok
}

// draw puts the palette over the last of lines, which are those of the screen.
func (p *palette) draw(a *App, lines []string) {
	room := min(maxOffered, len(lines)-2)
	if room < 1 {
		return
	}
	first := max(0, min(p.at-room/2, len(p.found)-room))
	shown := p.found[first:min(first+room, len(p.found))]
	name, pressed := 0, 0
	for _, m := range p.found {
		name, pressed = max(name, len(m.Action)), max(pressed, a.cells.Width(m.Keys[0]))
	}
	top := len(lines) - len(shown)
	if top > 0 {
		lines[top-1] = a.look.Paint(theme.Faint, strings.Repeat("─", a.w))
	}
	for i, m := range shown {
		lines[top+i] = a.offer(m, first+i == p.at, name, pressed)
	}
}

// offer is a line of the palette: the name of an action, its first key, what it
// does.
func (a *App) offer(m keys.Match, picked bool, name, pressed int) string {
	sign, role := "  ", theme.Plain
	if picked {
		sign, role = "▌ ", theme.Picked
	}
	var b strings.Builder
	b.WriteString(a.look.Paint(role, sign))
	typed := map[int]bool{}
	for _, at := range m.At {
		typed[at] = true
	}
	for i, r := range string(m.Action) {
		if typed[i] {
			b.WriteString(a.look.Paint(theme.Hit, string(r)))
		} else {
			b.WriteString(a.look.Paint(role, string(r)))
		}
	}
	b.WriteString(cell.Blank(name + 2 - len(m.Action)))
	b.WriteString(a.look.Paint(theme.Key, a.cells.Fit(m.Keys[0], pressed)))
	room := a.w - name - pressed - 6
	b.WriteString("  " + a.look.Paint(theme.Faint, a.cells.Cut(m.Does, max(room, 0))))
	return b.String()
}
