package keys

import (
	"strings"
	"testing"
)

type press string

func (p press) String() string    { return string(p) }
func (p press) Keystroke() string { return string(p) }

func TestRebind(t *testing.T) {
	table, err := Default().Rebind(map[Action][]string{Zoom: {"Z", "ctrl+w"}, Back: {"K"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		place Place
		key   string
		want  Action
	}{
		{Event, "Z", Zoom}, {Event, "ctrl+w", Zoom}, {Event, "z", ""}, {Browse, "K", Back}, {Browse, "esc", ""}, {Help, "?", Back}, {Browse, "j", Down},
	} {
		if got, _ := table.Find(tt.place, press(tt.key)); got != tt.want {
			t.Errorf("%q on %d is %q, want %q", tt.key, tt.place, got, tt.want)
		}
	}
	if got, _ := Default().Find(Event, press("z")); got != Zoom {
		t.Error("the default table was changed")
	}
}

func TestRebindRefuses(t *testing.T) {
	for _, tt := range []struct {
		changes map[Action][]string
		says    string
	}{
		{map[Action][]string{"fly": {"x"}}, `no action "fly"`},
		{map[Action][]string{Zoom: {}}, "zoom has no key"},
		{map[Action][]string{Zoom: {"zz"}}, `zoom: "zz" is no key`},
		{map[Action][]string{Zoom: {"\x1b"}}, "is no key"},
		{map[Action][]string{Zoom: {"n"}}, `"n" is also the key of`},
	} {
		if _, err := Default().Rebind(tt.changes); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%v: %v, want %q", tt.changes, err, tt.says)
		}
	}
}

func TestDefaultKeysAreKeys(t *testing.T) {
	for _, b := range Default() {
		for _, k := range b.Keys {
			if !isKey(k) {
				t.Errorf("%s: %q cannot be written in a configuration", b.Action, k)
			}
		}
	}
}
