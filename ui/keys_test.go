package ui_test

import (
	"fmt"
	"slices"
	"testing"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/keys"
	"parallax/ui/screen"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	tea "charm.land/bubbletea/v2"
)

var allPlaces = []keys.Place{keys.Browse, keys.Article, keys.Event, keys.Help, keys.Notes, keys.Matrix, keys.FacetPane}

// TestTableAndFunctionsAgree holds that every key does something, and that
// everything that can be done has a key.
func TestTableAndFunctionsAgree(t *testing.T) {
	app := at(t, "list", 80, 24).app
	for _, p := range allPlaces {
		var bound []keys.Action
		for _, b := range app.Table().On(p) {
			bound = append(bound, b.Action)
		}
		slices.Sort(bound)
		bound = slices.Compact(bound)
		acts := slices.Sorted(slices.Values(app.Acts(p)))
		if p == keys.Help {
			acts = slices.DeleteFunc(acts, func(a keys.Action) bool { return a == keys.ShowHelp })
		}
		if diff := cmp.Diff(acts, bound); diff != "" {
			t.Errorf("screen %d (-functions +keys):\n%s", p, diff)
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	for _, p := range allPlaces {
		seen := map[string]keys.Action{}
		for _, b := range keys.Default().On(p) {
			for _, k := range b.Keys {
				if other, ok := seen[k]; ok {
					t.Errorf("screen %d: %q is %s and %s", p, k, other, b.Action)
				}
				seen[k] = b.Action
			}
		}
	}
}

// TestHelpNamesEveryKey holds that help and table cannot drift apart.
func TestHelpNamesEveryKey(t *testing.T) {
	items := screen.Help(keys.Default(), keys.Event)
	for _, b := range keys.Default() {
		if b.Where == keys.Help {
			continue
		}
		if !slices.ContainsFunc(items, func(it screen.Item) bool { return it.Words == b.Does }) {
			t.Errorf("the help does not say how to %s", b.Does)
		}
	}
}

func TestOtherLayoutsKeepTheShortcuts(t *testing.T) {
	table := keys.Default()
	tests := []struct {
		press tea.KeyPressMsg
		want  keys.Action
	}{
		{tea.KeyPressMsg{Code: 'т', Text: "т", BaseCode: 'n'}, keys.Next},
		{tea.KeyPressMsg{Code: 'т', Text: "Т", ShiftedCode: 'Т', BaseCode: 'n', Mod: tea.ModShift}, keys.Previous},
		{tea.KeyPressMsg{Code: 'n', Text: "N", ShiftedCode: 'N', Mod: tea.ModShift}, keys.Previous},
		{tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, keys.PrevCol},
	}
	for _, tt := range tests {
		if got, ok := table.Find(keys.Event, tt.press); !ok || got != tt.want {
			t.Errorf("%v is %q, want %q", tt.press, got, tt.want)
		}
	}
}

func TestHelpIsSearched(t *testing.T) {
	s := at(t, "ferry", 80, 24)
	s.press("?", "/")
	s.write("CLIP")
	if got := s.plainScreen(); contains(got, "next row") {
		t.Errorf("what was not asked for is shown:\n%s", got)
	}
	s.press("esc", "/")
	s.write("both sides")
	if got := s.plainScreen(); !contains(got, "copy both sides of the conflict") || contains(got, "next row") {
		t.Errorf("help:\n%s", got)
	}
	s.press("esc")
	if got := s.plainScreen(); !contains(got, "next row") {
		t.Errorf("esc did not end the search:\n%s", got)
	}
	s.press("?")
	if s.app.Place() != keys.Event {
		t.Error("? did not close the help")
	}
}

func TestBackGoesOneScreenUp(t *testing.T) {
	s := newStage(t, newsroom.New(), 100, 30, ui.Options{})
	for _, want := range []keys.Place{keys.Browse, keys.Event, keys.Article, keys.Help} {
		if s.app.Place() != want {
			t.Fatalf("on %d, want %d", s.app.Place(), want)
		}
		switch want {
		case keys.Browse, keys.Event:
			s.press("enter")
		case keys.Article:
			s.press("?")
		}
	}
	for _, want := range []keys.Place{keys.Article, keys.Event, keys.Browse, keys.Browse} {
		s.press("esc")
		if s.app.Place() != want {
			t.Fatalf("back to %d, want %d", s.app.Place(), want)
		}
	}
}

// TestCommandsAreTyped holds that the palette offers what may be meant, does what
// is selected, and says so where nothing is.
func TestCommandsAreTyped(t *testing.T) {
	s := at(t, "ferry", 126, 30)
	s.press(":")
	if got := s.plainScreen(); !contains(got, "▌ next") || !contains(got, "next conflict") || !contains(got, "command:") {
		t.Errorf("all commands:\n%s", got)
	}
	s.write("zo")
	if !contains(s.plainScreen(), "one outlet") {
		t.Errorf("zoom:\n%s", s.plainScreen())
	}
	s.press(":")
	s.press("c", "f", "o")
	if got := s.plainScreen(); !contains(got, "▌ conflicts-only") {
		t.Errorf("letters in their order:\n%s", got)
	}
	s.press("ctrl+u")
	s.send(tea.PasteMsg{Content: "possible"})
	s.press("down", "down", "up", "up", "enter")
	if got := s.plainScreen(); !contains(got, "possible too") {
		t.Errorf("what is selected:\n%s", got)
	}
	s.press(":")
	s.write("purple haze")
	if !contains(s.plainScreen(), `no command "purple haze" here`) {
		t.Errorf("none:\n%s", s.plainScreen())
	}
	s.press("esc", ":")
	s.write("search")
	s.write("varga")
	if !contains(s.plainScreen(), "1 of 3") {
		t.Errorf("a command that asks:\n%s", s.plainScreen())
	}
}

// TestAKeyOfAnotherScreenIsExplained holds that no key that the help names is silent.
func TestAKeyOfAnotherScreenIsExplained(t *testing.T) {
	s := at(t, "facts", 126, 30)
	s.press("e")
	if got := s.plainScreen(); !contains(got, "e is export: export the event to a file") || !contains(got, "not on this screen") {
		t.Errorf("export in the facts:\n%s", got)
	}
	s.press("j", "ж")
	if got := s.plainScreen(); contains(got, "not on this screen") {
		t.Errorf("a key that means nothing anywhere:\n%s", got)
	}
}

// TestThePaletteFits draws it on terminals of every size.
func TestThePaletteFits(t *testing.T) {
	for _, w := range sweepWidths {
		for _, h := range sweepHeights {
			s := at(t, "flood", w, h)
			s.press(":")
			for _, k := range []string{"o", "pgdown", "pgdown", "x", "x", "x"} {
				checkFrame(t, s, fmt.Sprintf("%dx%d before %s", w, h, k), w, h, ansi.StringWidthWc)
				s.press(k)
			}
		}
	}
}
