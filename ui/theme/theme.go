// Package theme owns colour and emphasis. Everything that is told by colour is
// told by a glyph or by underline, bold or reverse as well, so that the theme
// without colours loses nothing.
//
// Only the terminal's own sixteen colours are used, and no background is ever
// painted. The package must not import other packages of ui.
package theme

import (
	"fmt"
	"strings"
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

// The emphasis of each role, as the parameters of an SGR sequence. It is the
// whole of the mono theme; colour only comes on top.
var emphasis = [roles]string{
	Faint: "2", Strong: "1", Title: "1", Picked: "1", Clash: "1",
	Mark: "4", MarkNow: "1;4;7", Hit: "1;4", HitNow: "1;7", Key: "1", Warn: "1",
}

// Colours by theme: those of auto can be read on light and dark alike.
var colours = map[string][roles]string{
	"mono":  {},
	"auto":  {Clash: "31", Same: "32", Only: "36", Unsure: "35", Mark: "31", MarkNow: "31", Hit: "35", HitNow: "35", Key: "36", Warn: "31"},
	"light": {Clash: "31", Same: "32", Only: "34", Unsure: "35", Mark: "31", MarkNow: "31", Hit: "35", HitNow: "35", Key: "34", Warn: "31"},
	"dark":  {Clash: "91", Same: "92", Only: "96", Unsure: "93", Mark: "91", MarkNow: "91", Hit: "95", HitNow: "95", Key: "96", Warn: "91"},
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
		sgr := strings.Trim(emphasis[role]+";"+colour[role], ";")
		if sgr != "" {
			t.open[role] = "\x1b[" + sgr + "m"
		}
	}
	return t, nil
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
