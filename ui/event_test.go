package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/keys"

	tea "charm.land/bubbletea/v2"
)

func contains(s, sub string) bool { return strings.Contains(s, sub) }

// lineOf is the line of the screen on which words stand, or -1.
func lineOf(s *stage, words string) int {
	for i, l := range strings.Split(s.plainScreen(), "\n") {
		if contains(l, words) {
			return i
		}
	}
	return -1
}

var disputesInOrder = []struct{ heading, a, b, outletA, outletB string }{
	{"quantity · strong · 1 of 4", "Twelve dead", "17 Tote", "Harbour Gazette", "Küstenblatt"},
	{"cause · likely · 2 of 4", "began in the engine room", "est parti d’un camion", "Harbour Gazette", "Le Phare du Détroit"},
	{"status · strong · 3 of 4", "has suspended", "erwägt", "Harbour Gazette", "Küstenblatt"},
	{"identity · likely · 4 of 4", "the last to leave", "verließ der Kapitän", "Harbour Gazette", "Küstenblatt"},
}

// TestEveryConflictCanBeFound goes through all conflicts by n at every width,
// and holds that kind, strength and both outlets are told, and that both
// passages are marked without colour.
func TestEveryConflictCanBeFound(t *testing.T) {
	for _, size := range [][2]int{{50, 24}, {60, 20}, {80, 24}, {83, 24}, {120, 40}, {126, 40}, {200, 50}} {
		s := at(t, "ferry", size[0], size[1])
		for i, d := range disputesInOrder {
			if i > 0 {
				s.press("n")
			}
			got := strings.Join(strings.Fields(s.plainScreen()), " ")
			for _, want := range []string{d.heading, d.outletA, d.outletB} {
				if !contains(got, want) {
					t.Fatalf("%v, conflict %d: no %q in\n%s", size, i+1, want, s.plainScreen())
				}
			}
			for _, words := range []string{d.a, d.b} {
				first := strings.Fields(words)[0]
				if !contains(s.screen(), "\x1b[1;4;7m"+first) {
					t.Errorf("%v, conflict %d: %q is not marked in\n%s", size, i+1, words, s.screen())
				}
			}
		}
		s.press("n")
		if !contains(s.plainScreen(), "1 of 4") {
			t.Errorf("%v: n does not begin again", size)
		}
		s.press("N")
		if !contains(s.plainScreen(), "4 of 4") {
			t.Errorf("%v: N does not go back", size)
		}
	}
}

func TestNothingMovesWithTheSelection(t *testing.T) {
	s := at(t, "ferry", 126, 44)
	before := strings.Split(s.plainScreen(), "\n")
	for range 6 {
		s.press("j")
		after := strings.Split(s.plainScreen(), "\n")
		for i := range before[:38] {
			if strings.ReplaceAll(before[i], "▌", " ") != strings.ReplaceAll(after[i], "▌", " ") {
				t.Fatalf("line %d moved:\n%s\n%s", i, before[i], after[i])
			}
		}
	}
}

func TestResizeKeepsTheClaim(t *testing.T) {
	s := at(t, "ferry", 126, 30)
	s.press("n", "n")
	for _, w := range []int{83, 200, 60, 169, 40, 126} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 30})
		if !contains(s.plainScreen(), "3 of 4") || lineOf(s, "Transport minister") < 0 {
			t.Fatalf("at %d the claim is gone:\n%s", w, s.plainScreen())
		}
	}
	// The next conflict and the one before are the same at every size.
	for _, w := range []int{40, 83, 126, 200} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 24})
		for _, step := range []struct{ key, at string }{{"n", "4 of 4"}, {"N", "3 of 4"}, {"N", "2 of 4"}, {"n", "3 of 4"}} {
			if s.press(step.key); !contains(s.plainScreen(), step.at) {
				t.Errorf("at %d %s does not go to %s:\n%s", w, step.key, step.at, s.plainScreen())
			}
		}
	}
	s = newStage(t, longDesk{400}, 126, 30, ui.Options{Event: "long"})
	for range 60 {
		s.press("j")
	}
	s.press("k", "k", "k", "k")
	at := lineOf(s, "▌")
	for _, w := range []int{130, 170, 90, 126} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 30})
		if got := lineOf(s, "▌"); got != at {
			t.Errorf("at %d the row stands on line %d, not %d", w, got, at)
		}
	}
}

func TestOriginalOpensAtTheSentence(t *testing.T) {
	s := at(t, "ferry", 100, 30)
	s.press("n", "tab", "enter")
	if s.app.Place() != keys.Article {
		t.Fatal("no article")
	}
	got := s.screen()
	if !contains(got, "\x1b[1mSelon la compagnie") || !contains(plain(got), "▌ d’un camion") || contains(plain(got), "▌ joignable") {
		t.Errorf("the sentence is not pointed at:\n%s", got)
	}
	s.press("esc")
	if s.app.Place() != keys.Event || !contains(s.plainScreen(), "2 of 4") {
		t.Error("back is not where one was")
	}
}

func TestConflictsOnly(t *testing.T) {
	s := at(t, "ferry", 200, 50)
	s.press("C")
	if got := s.plainScreen(); contains(got, "Nine ships") || !contains(got, "The captain was") {
		t.Errorf("conflicts only:\n%s", got)
	}
	s.press("C")
	if !contains(s.plainScreen(), "Nine ships") {
		t.Error("the other rows did not come back")
	}
	s = at(t, "library", 100, 24)
	s.press("C")
	if got := s.plainScreen(); !contains(got, "no row has a conflict") {
		t.Errorf("an event without conflict:\n%s", got)
	}
	s.press("j", "n", "enter", "esc", "C")
}

func TestPossibleConflictsAreAskedFor(t *testing.T) {
	s := at(t, "ferry", 200, 50)
	if contains(s.plainScreen(), "5 conflicts") {
		t.Error("a possible conflict counts")
	}
	s.press("p")
	if !contains(s.plainScreen(), "5 conflicts") {
		t.Error("a possible conflict does not count")
	}
}

func TestSearchInTheEvent(t *testing.T) {
	s := at(t, "ferry", 126, 40)
	s.press("/")
	s.write("VARGA")
	if got := s.plainScreen(); !contains(got, "“VARGA” 1 of 3") {
		t.Fatalf("search:\n%s", got)
	}
	s.press("n", "n")
	if got := s.plainScreen(); !contains(got, "3 of 3") || !contains(got, "▸Warta Selat") {
		t.Errorf("the third place is not on the screen:\n%s", got)
	}
	s.send(tea.WindowSizeMsg{Width: 84, Height: 30})
	if got := s.plainScreen(); !contains(got, "3 of 3") || !contains(got, "Ilse Varga") {
		t.Errorf("the search did not survive a new size:\n%s", got)
	}
	s.press("esc", "n")
	if contains(s.plainScreen(), "VARGA") {
		t.Error("esc did not end the search")
	}
	s.press("/")
	s.write("nowhere at all")
	if !contains(s.plainScreen(), "not found") {
		t.Error("nothing is said of a search in vain")
	}
}

func TestOutletsPageSideways(t *testing.T) {
	s := at(t, "flood", 126, 40)
	for _, want := range []string{"1–3 of 5", "2–4 of 5", "3–5 of 5", "3–5 of 5"} {
		if !contains(s.plainScreen(), want) {
			t.Errorf("no %q in\n%s", want, s.plainScreen())
		}
		s.press("l")
	}
}

func TestConflictOfOutletsFarApart(t *testing.T) {
	s := at(t, "ferry", 90, 40)
	s.press("n")
	if got := s.plainScreen(); !contains(got, "1, 3 of 4") {
		t.Errorf("both sides are not on the screen:\n%s", got)
	}
}

func TestResizeOfColumns(t *testing.T) {
	s := at(t, "ferry", 126, 40)
	divider := func() int { return strings.Index(plain(s.lines()[5]), "│") }
	was := divider()
	s = at(t, "ferry", 130, 40)
	even := divider()
	s.press(">")
	if divider() <= even {
		t.Error("> does not widen")
	}
	s.press("=")
	if divider() != even {
		t.Error("= does not make even")
	}
	if even < was {
		t.Error("a wider screen has narrower columns")
	}
}

func TestNextEventFollowsTheList(t *testing.T) {
	s := newStage(t, newsroom.New(), 100, 30, ui.Options{})
	s.press("enter")
	if !contains(s.plainScreen(), "Fire on the ferry") {
		t.Fatal("not the ferry")
	}
	s.press("]")
	if !contains(s.plainScreen(), "Flood in Port Amble") {
		t.Errorf("not the flood:\n%s", s.plainScreen())
	}
	s.press("[")
	if !contains(s.plainScreen(), "Fire on the ferry") {
		t.Error("not back at the ferry")
	}
	s.press("[")
	if !contains(s.plainScreen(), "no more events that way") {
		t.Error("nothing is said at the end of the list")
	}
}

func TestFreeModeLocksAndUnlocks(t *testing.T) {
	s := newStage(t, longDesk{200}, 126, 30, ui.Options{Event: "long"})
	s.press("a")
	for range 20 {
		s.press("j")
	}
	left, right := columnsOf(s)
	s.press("L", "j", "j", "j")
	l2, r2 := columnsOf(s)
	if left == l2 || right != r2 {
		t.Error("not locked, j moves another column than the one in focus")
	}
}

func TestFreeModeFillsTheScreen(t *testing.T) {
	s := newStage(t, longDesk{200}, 126, 30, ui.Options{Event: "long"})
	s.press("a")
	lines := func() []string { return strings.Split(s.plainScreen(), "\n") }
	if top := lines()[5]; !strings.ContainsFunc(top, unicode.IsLetter) {
		t.Errorf("the articles begin below the top:\n%s", s.plainScreen())
	}
	s.press("G")
	end := slices.IndexFunc(lines(), func(l string) bool { return strings.Contains(l, "┴") })
	if bottom := lines()[end-1]; !strings.ContainsFunc(bottom, unicode.IsLetter) {
		t.Errorf("the articles end above the bottom:\n%s", s.plainScreen())
	}
}

// columnsOf is what stands in the first two columns of the first row line.
func columnsOf(s *stage) (left, right string) {
	var l, r strings.Builder
	for _, line := range strings.Split(s.plainScreen(), "\n")[5:20] {
		a, b, _ := strings.Cut(line, "│")
		fmt.Fprintln(&l, a)
		fmt.Fprintln(&r, b)
	}
	return l.String(), r.String()
}

func TestOneOutletFollowsTheConflicts(t *testing.T) {
	s := at(t, "ferry", 126, 40)
	s.press("tab", "z")
	if !contains(s.plainScreen(), "▸Küstenblatt") {
		t.Fatal("not the outlet in focus")
	}
	s.press("n")
	if !contains(s.screen(), "\x1b[1;4;7mbegan in the engine room") {
		t.Errorf("the outlet shown is not in the conflict:\n%s", s.plainScreen())
	}
}

func TestARowOfOtherOutletsNamesThem(t *testing.T) {
	s := at(t, "ferry", 100, 44)
	if got := s.plainScreen(); !contains(got, "+ · in Le Phare du Détroit  ") {
		t.Errorf("the outlet of a row that is not on the screen is not named:\n%s", got)
	}
}
