// Package keys is the one table of keys: key, action, and what it does in
// words. The footer, the help screen and any list of keys are made from it.
//
// The package must not import other packages of ui.
package keys

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Action is the name of something the reader can do.
type Action string

// Place is a set of screens.
type Place uint16

// The screens.
const (
	Browse Place = 1 << iota
	Article
	Event
	Help
	Notes      // a page to look something up: what was skipped, why reports are together
	Matrix     // the facts of an event
	FacetPane  // beside the list
	Everywhere = Browse | Article | Event | Help | Notes | Matrix | FacetPane
	Reading    = Article | Event
)

// Binding says which keys do what, and where.
type Binding struct {
	Action Action
	Keys   []string // as a key press names itself; the first is shown
	Where  Place
	Does   string // for the help, a phrase
	Hint   string // for the footer, a word; "" keeps it out
	Pair   Action // shown with it in the footer, as in "n/N"
}

// Press is a key press. Its string is what the keyboard layout makes of it, its
// keystroke what the key would be on a Latin layout.
type Press interface {
	String() string
	Keystroke() string
}

// Table is a set of bindings in the order in which people are shown them.
type Table []Binding

// Find is the action that a key press stands for on a screen. The layout's own
// letter comes first, so that a Russian or Greek keyboard keeps the shortcuts.
func (t Table) Find(place Place, p Press) (Action, bool) {
	for _, key := range []string{p.String(), latin(p.Keystroke())} {
		for _, b := range t {
			if b.Where&place != 0 && slices.Contains(b.Keys, key) {
				return b.Action, true
			}
		}
	}
	return "", false
}

// Elsewhere is what a key press means on some screen, for one that means nothing on
// the screen that is shown.
func (t Table) Elsewhere(p Press) (Binding, bool) {
	for _, key := range []string{p.String(), latin(p.Keystroke())} {
		if i := slices.IndexFunc(t, func(b Binding) bool { return slices.Contains(b.Keys, key) }); i >= 0 {
			return t[i], true
		}
	}
	return Binding{}, false
}

// latin is a keystroke written as a key names itself: "shift+a" is "A".
func latin(stroke string) string {
	if rest, ok := strings.CutPrefix(stroke, "shift+"); ok && utf8.RuneCountInString(rest) == 1 {
		return strings.ToUpper(rest)
	}
	return stroke
}

// Hint is a line of the footer: keys and the word for what they do.
type Hint struct {
	Keys, Word string
	Action     Action
}

// Hints are the footer's hints for a screen.
func (t Table) Hints(place Place) []Hint {
	var hints []Hint
	for _, b := range t {
		if b.Where&place == 0 || b.Hint == "" {
			continue
		}
		shown := b.Keys[0]
		if b.Pair != "" {
			shown += "/" + t.first(place, b.Pair)
		}
		hints = append(hints, Hint{shown, b.Hint, b.Action})
	}
	return hints
}

func (t Table) first(place Place, a Action) string {
	for _, b := range t {
		if b.Action == a && b.Where&place != 0 {
			return b.Keys[0]
		}
	}
	return ""
}

// On is the part of the table that holds on a screen.
func (t Table) On(place Place) Table {
	var part Table
	for _, b := range t {
		if b.Where&place != 0 {
			part = append(part, b)
		}
	}
	return part
}
