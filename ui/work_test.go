package ui_test

import (
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/keys"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"
)

func keptStage(t *testing.T, w, h int, event string) (*newsroom.Kept, *stage) {
	t.Helper()
	desk := newsroom.NewKept()
	return desk, newStage(t, desk, w, h, ui.Options{Event: event})
}

// TestVerdictsAreKept judges a conflict each way and takes it back.
func TestVerdictsAreKept(t *testing.T) {
	for _, size := range [][2]int{{60, 24}, {80, 24}, {126, 38}} {
		_, s := keptStage(t, size[0], size[1], "ferry")
		s.press("n", "x")
		if got := s.plainScreen(); contains(got, "cause ·") || !contains(got, "judged a conflict dismissed") {
			t.Fatalf("%v: dismissed:\n%s", size, got)
		}
		s.press("D", "N")
		for range 4 {
			if contains(s.plainScreen(), "dismissed · ") || contains(s.plainScreen(), "· dismissed") {
				break
			}
			s.press("n")
		}
		if got := s.plainScreen(); !contains(got, "cause · likely · 2 of 4 · dismissed") {
			t.Fatalf("%v: shown again:\n%s", size, got)
		}
		s.press("D", "u")
		if got := s.plainScreen(); !contains(got, "undone: judged a conflict dismissed") {
			t.Fatalf("%v: undone:\n%s", size, got)
		}
		s.press("g", "c")
		if got := s.plainScreen(); !contains(got, "1 of 4 · confirmed") {
			t.Fatalf("%v: confirmed:\n%s", size, got)
		}
		s.press("w")
		s.write("both name the coast guard")
		if got := s.plainScreen(); !contains(got, "1 of 4 · confirmed") || !contains(strings.Join(strings.Fields(got), " "), "* both name the coast guard") {
			t.Fatalf("%v: with a note:\n%s", size, got)
		}
		s.press("o")
		if got := s.plainScreen(); contains(got, "confirmed ") {
			t.Errorf("%v: open again:\n%s", size, got)
		}
	}
}

// TestNotesStandAtTheirPassage writes a note side by side and finds it again in
// the article.
func TestNotesStandAtTheirPassage(t *testing.T) {
	desk, s := keptStage(t, 126, 38, "ferry")
	s.press("n", "m")
	s.write("ask the coast guard")
	if got := s.plainScreen(); !contains(got, "* Harbour Gazette: ask the coast guard") {
		t.Fatalf("side by side:\n%s", got)
	}
	w, _ := desk.Work(t.Context())
	if len(w.Notes) != 1 || !strings.HasPrefix(w.Notes[0].Passage.Words, "The coast guard said") {
		t.Fatalf("kept: %+v", w.Notes)
	}
	s.press("enter")
	if got := s.plainScreen(); !contains(got, "* ask the coast guard (on “The coast guard said") {
		t.Errorf("in the article:\n%s", got)
	}
	s.press("b")
	if got := s.plainScreen(); !contains(got, "★ bookmarked") {
		t.Errorf("bookmarked:\n%s", got)
	}
	s.press("esc")
	if got := s.plainScreen(); !contains(got, "★ Harbour Gazette") {
		t.Errorf("bookmarked, side by side:\n%s", got)
	}
	s.press("m", "ctrl+u")
	s.write("")
	if got := s.plainScreen(); contains(got, "ask the coast guard") {
		t.Errorf("taken away:\n%s", got)
	}
	s.press("u", "u", "u", "u")
	if got := s.plainScreen(); !contains(got, "there is nothing to undo") || contains(got, "★") {
		t.Errorf("all undone:\n%s", got)
	}
	s.press("ctrl+r")
	if got := s.plainScreen(); !contains(got, "done again: noted a passage") || !contains(got, "* Harbour Gazette: ask") {
		t.Errorf("done again:\n%s", got)
	}
}

func TestEventsAreJoinedAndSplit(t *testing.T) {
	desk, s := keptStage(t, 100, 30, "")
	s.press("t")
	if got := s.plainScreen(); !contains(got, "✓") || !contains(got, "1 article is marked") {
		t.Fatalf("marked:\n%s", got)
	}
	s.press("X")
	w, _ := desk.Work(t.Context())
	want := []model.Decision{model.Apart("warta", "gazette"), model.Apart("warta", "kueste"), model.Apart("warta", "phare")}
	if diff := cmp.Diff(want, w.Decisions); diff != "" {
		t.Errorf("split (-want +got):\n%s", diff)
	}
	if contains(s.plainScreen(), "✓") {
		t.Errorf("still marked:\n%s", s.plainScreen())
	}
	s.press("u", "v", "t", "j", "J")
	w, _ = desk.Work(t.Context())
	if len(w.Decisions) != 4 || !w.Decisions[0].Together {
		t.Errorf("joined two events: %+v", w.Decisions)
	}
	s.press("u", "J")
	if got := s.plainScreen(); !contains(got, "mark what belongs together") {
		t.Errorf("nothing marked:\n%s", got)
	}
	s = newStage(t, desk, 126, 38, ui.Options{Event: "ferry"})
	s.press("tab", "X")
	w, _ = desk.Work(t.Context())
	if len(w.Decisions) != 3 || w.Decisions[0] != model.Apart("kueste", "gazette") {
		t.Errorf("split off side by side: %+v", w.Decisions)
	}
}

func TestFieldsAreSet(t *testing.T) {
	desk, s := keptStage(t, 100, 30, "")
	s.press("j", "j", "d", "ctrl+u")
	s.write("tomorrow")
	if got := s.plainScreen(); !contains(got, `bad date "tomorrow"`) {
		t.Errorf("a bad date:\n%s", got)
	}
	s.press("d", "ctrl+u")
	s.write("2031-03-16")
	s.press("O", "ctrl+u")
	s.write("Gazette")
	s.press("ctrl+t", "ctrl+u")
	s.write("en-GB")
	want := []string{"gazette date 2031-03-16", "gazette outlet Gazette", "gazette language en-GB"}
	if diff := cmp.Diff(want, desk.Settings); diff != "" {
		t.Errorf("set (-want +got):\n%s", diff)
	}
	if got := picked(s); !contains(got, "Twelve dead") {
		t.Errorf("the selection moved to %q", got)
	}
}

// TestWithoutALibrary holds that what cannot be kept is explained, and how it can.
func TestWithoutALibrary(t *testing.T) {
	for _, place := range []string{"list", "ferry", "article"} {
		for _, k := range []string{"u", "ctrl+r", "b", "d", "O", "J"} {
			s := at(t, place, 126, 30)
			s.press(k)
			if got := s.plainScreen(); !contains(got, "parallax add PATH") || s.app.Place() == keys.Help {
				t.Errorf("%s, %s: not explained:\n%s", place, k, lines(s)[29])
			}
		}
	}
	s := at(t, "ferry", 126, 30)
	for _, k := range []string{"c", "x", "o", "w", "m"} {
		s.press(k)
		if got := s.plainScreen(); !contains(got, "parallax add PATH") {
			t.Errorf("%s: not explained", k)
		}
	}
}

func TestWorkScreens(t *testing.T) {
	_, s := keptStage(t, 126, 38, "ferry")
	s.press("c", "b", "m")
	s.write("ask the coast guard")
	s.press("w")
	s.write("two sources each")
	golden.RequireEqual(t, s.screen())
}

// TestWhatWasKeptIsFoundAgain holds that verdicts, notes and bookmarks can be looked
// up from the list.
func TestWhatWasKeptIsFoundAgain(t *testing.T) {
	_, s := keptStage(t, 126, 44, "ferry")
	s.press("esc", "w")
	if got := s.plainScreen(); strings.Count(got, "none") != 3 {
		t.Errorf("nothing kept yet:\n%s", got)
	}
	s.press("esc", "enter", "c", "b", "m")
	s.write("ask the coast guard")
	s.press("esc", "w")
	got := strings.Join(strings.Fields(s.plainScreen()), " ")
	for _, want := range []string{"confirmed quantity: “Twelve dead", "Harbour Gazette 2031-03-14", "ask the coast guard · on “Twelve dead after fire", "Bookmarks Harbour Gazette"} {
		if !contains(got, want) {
			t.Errorf("no %q in:\n%s", want, s.plainScreen())
		}
	}
	s = at(t, "list", 100, 30)
	s.press("w")
	if !contains(s.plainScreen(), "parallax add PATH") {
		t.Errorf("without a library:\n%s", s.plainScreen())
	}
}

// TestWhatIsToldIsNotCut holds that an advice is read to its end where it is longer
// than the screen is wide, and hides no more than it must.
func TestWhatIsToldIsNotCut(t *testing.T) {
	for _, w := range []int{50, 60, 80} {
		s := at(t, "ferry", w, 24)
		s.press("c")
		if got := strings.Join(strings.Fields(s.plainScreen()), " "); !contains(got, "this is kept in a library: parallax add PATH makes one, and parallax alone opens it") {
			t.Errorf("%d cells:\n%s", w, s.plainScreen())
		}
		checkFrame(t, s, "a long notice", w, 24, ansi.StringWidthWc)
		s.press("j")
		if contains(s.plainScreen(), "opens it") {
			t.Errorf("it stays:\n%s", s.plainScreen())
		}
	}
}
