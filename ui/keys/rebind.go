package keys

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Rebind is the table with other keys for some actions. Where an action has keys
// of its own on one screen, such as those that close the help, these stay. The
// error names the action, and the key that cannot be, is written wrongly or
// means two things on one screen.
func (t Table) Rebind(changes map[Action][]string) (Table, error) {
	out := slices.Clone(t)
	for _, action := range slices.Sorted(maps.Keys(changes)) {
		first := slices.IndexFunc(t, func(b Binding) bool { return b.Action == action })
		if first < 0 {
			return nil, fmt.Errorf("keys: no action %q: the help names them", action)
		}
		pressed := changes[action]
		if len(pressed) == 0 {
			return nil, fmt.Errorf("keys: %s has no key: name one or more", action)
		}
		for _, k := range pressed {
			if !isKey(k) {
				return nil, fmt.Errorf("keys: %s: %q is no key: write it as x, X, enter, f1, ctrl+x or alt+x", action, k)
			}
		}
		for i := range out {
			if t[i].Action == action && slices.Equal(t[i].Keys, t[first].Keys) {
				out[i].Keys = pressed
			}
		}
	}
	return out, out.distinct()
}

// distinct finds a key that means two things on one screen.
func (t Table) distinct() error {
	for place := Place(1); place < Everywhere; place <<= 1 {
		means := map[string]Action{}
		for _, b := range t.On(place) {
			for _, k := range b.Keys {
				if other, taken := means[k]; taken && other != b.Action {
					return fmt.Errorf("keys: %s: %q is also the key of %s: give one of them another", b.Action, k, other)
				}
				means[k] = b.Action
			}
		}
	}
	return nil
}

// The keys with a name, as a key press names itself.
var named = strings.Fields("enter tab esc backspace delete insert home end pgup pgdown up down left right space f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12")

func isKey(k string) bool {
	for _, with := range []string{"ctrl+", "alt+", "shift+"} {
		k = strings.TrimPrefix(k, with)
	}
	r, n := utf8.DecodeRuneInString(k)
	return slices.Contains(named, k) || n > 0 && n == len(k) && r > ' ' && r != utf8.RuneError && r != 0x7f
}
