package ui_test

import (
	"strings"
	"testing"

	"parallax/ui/keys"
)

// TestFactsLeadToThePassages holds that each fact in dispute can be reached by n,
// that its outlets are told by what they make of it, and that enter opens it.
func TestFactsLeadToThePassages(t *testing.T) {
	for _, size := range [][2]int{{60, 24}, {80, 24}, {126, 38}, {200, 50}} {
		s := at(t, "facts", size[0], size[1])
		kinds := map[string]bool{}
		for range disputesInOrder {
			screen := s.plainScreen()
			for _, d := range disputesInOrder {
				kind, _, _ := strings.Cut(d.heading, " ")
				if !contains(screen, "· "+kind+" ·") {
					continue
				}
				kinds[kind] = true
				s.press("enter")
				if got := s.plainScreen(); s.app.Place() != keys.Event || !contains(got, "≠ "+kind) {
					t.Fatalf("%v: enter on %s opens\n%s", size, kind, got)
				}
				s.press("f", "n")
				for range len(kinds) - 1 {
					s.press("n")
				}
				break
			}
		}
		if len(kinds) != len(disputesInOrder) {
			t.Errorf("%v: only %v were reached", size, kinds)
		}
	}
}

func TestFactsInDisputeOnly(t *testing.T) {
	s := at(t, "facts", 126, 38)
	if !contains(s.plainScreen(), "Nine ships") {
		t.Fatalf("an undisputed fact is missing:\n%s", s.plainScreen())
	}
	s.press("C")
	got := s.plainScreen()
	if contains(got, "Nine ships") || !contains(got, "fact 1 of 4") {
		t.Errorf("with disputes only:\n%s", got)
	}
	s.press("C", "s")
	if !contains(s.plainScreen(), "as in the text") {
		t.Errorf("sorted:\n%s", s.plainScreen())
	}
}

// TestEveryOutletCanBeSeen pages through the columns of the facts.
func TestEveryOutletCanBeSeen(t *testing.T) {
	s := at(t, "facts", 60, 24)
	seen := ""
	for range 4 {
		seen += lines(s)[1]
		s.press("tab")
	}
	for _, name := range []string{"Harbour", "Küstenblatt", "Le Phare", "Warta"} {
		if !contains(seen, name) {
			t.Errorf("%s never has a column: %s", name, seen)
		}
	}
}

func lines(s *stage) []string { return strings.Split(s.plainScreen(), "\n") }
