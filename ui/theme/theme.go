// Package theme owns colour and emphasis. Everything that is told by colour is
// told by a glyph or by underline, bold or reverse as well, so that the theme
// without colours loses nothing.
//
// Only the terminal's own sixteen colours are used, and no background is ever
// painted. The package must not import other packages of ui.
package theme

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
)

// Role is what a piece of text is, for its looks.
type Role int

// The roles.
const (
	Plain   Role = iota
	Faint        // what may be overlooked: gaps, labels, rules
	Strong       // names and headings
	Title        // the line that says where one is
	Picked       // the line that is selected
	Clash        // the sign of a conflict
	Same         // the sign of one claim in other words
	Only         // the sign of a claim of one outlet
	Unsure       // the sign of what is not sure
	Mark         // words in conflict
	MarkNow      // words of the conflict that is selected
	Hit          // words that a search found
	HitNow       // the place where the search stands
	Key          // the name of a key
	Warn         // what went wrong
	roles
)

var names = []string{"auto", "light", "dark", "mono"}

// Names are the names that [New] takes.
func Names() []string { return append([]string(nil), names...) }

// Theme paints text. The zero Theme paints nothing.
type Theme struct {
	name string
	open [roles]string
}

// The emphasis of each role. It is the whole of the mono theme; colour only
// comes on top.
var emphasis = map[Role]func(lipgloss.Style) lipgloss.Style{
	Faint:   func(s lipgloss.Style) lipgloss.Style { return s.Faint(true) },
	Strong:  bold,
	Title:   bold,
	Picked:  bold,
	Clash:   bold,
	Mark:    func(s lipgloss.Style) lipgloss.Style { return s.Underline(true) },
	MarkNow: func(s lipgloss.Style) lipgloss.Style { return s.Bold(true).Underline(true).Reverse(true) },
	Hit:     func(s lipgloss.Style) lipgloss.Style { return s.Bold(true).Underline(true) },
	HitNow:  func(s lipgloss.Style) lipgloss.Style { return s.Bold(true).Reverse(true) },
	Key:     bold,
	Warn:    bold,
}

func bold(s lipgloss.Style) lipgloss.Style { return s.Bold(true) }

// Colours by theme, of the terminal's own sixteen; those of auto can be read on
// light and dark alike.
var colours = map[string]map[Role]string{
	"mono":  {},
	"auto":  {Clash: "1", Same: "2", Only: "6", Unsure: "5", Mark: "1", MarkNow: "1", Hit: "5", HitNow: "5", Key: "6", Warn: "1"},
	"light": {Clash: "1", Same: "2", Only: "4", Unsure: "5", Mark: "1", MarkNow: "1", Hit: "5", HitNow: "5", Key: "4", Warn: "1"},
	"dark":  {Clash: "9", Same: "10", Only: "14", Unsure: "11", Mark: "9", MarkNow: "9", Hit: "13", HitNow: "13", Key: "14", Warn: "9"},
}

// New is the theme of that name; "" is auto. The error lists the names.
func New(name string) (Theme, error) {
	if name == "" {
		name = "auto"
	}
	colour, ok := colours[name]
	if !ok {
		return Theme{}, fmt.Errorf("unknown theme %q: use %s", name, strings.Join(names, ", "))
	}
	t := Theme{name: name}
	for role := range roles {
		style := lipgloss.NewStyle()
		if emphasise := emphasis[role]; emphasise != nil {
			style = emphasise(style)
		}
		if c := colour[role]; c != "" {
			style = style.Foreground(lipgloss.Color(c))
		}
		t.open[role] = opening(style)
	}
	return t, nil
}

// opening is the sequence that begins a style, each parameter once. Lip Gloss
// paints underlined text letter by letter; one letter tells how, and the rest
// need not be told again.
func opening(style lipgloss.Style) string {
	const letter = "x"
	before, _, _ := strings.Cut(style.Render(letter), letter)
	parameters := strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune("\x1b[;m", r) })
	if len(parameters) == 0 {
		return ""
	}
	slices.SortStableFunc(parameters, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return "\x1b[" + strings.Join(slices.Compact(parameters), ";") + "m"
}

// On is the theme for a background that the terminal has told: auto becomes
// dark or light, any other theme stays.
func (t Theme) On(dark bool) Theme {
	if t.name != "auto" {
		return t
	}
	name := "light"
	if dark {
		name = "dark"
	}
	on, _ := New(name)
	return on
}

// Name is the name of the theme.
func (t Theme) Name() string { return t.name }

// Paint is s in the looks of role. Painted pieces stand side by side and are
// never nested.
func (t Theme) Paint(role Role, s string) string {
	if s == "" || t.open[role] == "" {
		return s
	}
	return t.open[role] + s + "\x1b[m"
}
