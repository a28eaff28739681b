package ui_test

import (
	"strings"
	"testing"
)

// heads are the outlets over the columns on the screen, in their order.
func heads(s *stage) string {
	for _, l := range lines(s) {
		if strings.Contains(l, "▸") {
			return strings.Join(strings.Fields(strings.NewReplacer("▸", " ", "│", "|").Replace(l)), " ")
		}
	}
	return ""
}

func TestColumnsAreArranged(t *testing.T) {
	s := at(t, "ferry", 126, 38)
	steps := []struct{ key, want string }{
		{"}", "Küstenblatt | Harbour Gazette | Le Phare du Détroit"},
		{"}", "Küstenblatt | Le Phare du Détroit | Harbour Gazette"},
		{"}", "Le Phare du Détroit | Warta Selat | Harbour Gazette"},
		{"{", "Le Phare du Détroit | Harbour Gazette | Warta Selat"},
		{"H", "Küstenblatt | Le Phare du Détroit | Warta Selat"},
		{"H", "Küstenblatt | Le Phare du Détroit"},
		{"U", "Küstenblatt | Le Phare du Détroit | Warta Selat"},
	}
	for _, tt := range steps {
		s.press(tt.key)
		if got := heads(s); got != tt.want {
			t.Fatalf("%s: %q, want %q", tt.key, got, tt.want)
		}
	}
	s.press("H", "H", "H", "H", "H")
	if got := s.plainScreen(); !contains(got, "this is the only outlet") || !contains(got, "3 hidden") {
		t.Errorf("the last outlet:\n%s", got)
	}
}

// TestTheBaseLeads holds that the rows follow the base and that what was selected
// stays so.
func TestTheBaseLeads(t *testing.T) {
	s := at(t, "ferry", 126, 38)
	s.press("n", "n", "tab", "tab", "0")
	got := s.plainScreen()
	if !strings.HasPrefix(heads(s), "Le Phare du Détroit |") || !contains(got, "status · strong") || !contains(got, "as in Le Phare du Détroit") {
		t.Errorf("the base:\n%s", got)
	}
	s.press("0")
	if got := s.plainScreen(); contains(got, "as in") || !contains(got, "status · strong · 3 of 4") {
		t.Errorf("no base:\n%s", got)
	}
	for range 4 {
		s.press("n")
	}
	if got := s.plainScreen(); !contains(got, "status · strong · 3 of 4") {
		t.Errorf("round the conflicts:\n%s", got)
	}
}

func TestOnlyHere(t *testing.T) {
	s := at(t, "ferry", 126, 38)
	s.press("+")
	if got := s.plainScreen(); !contains(got, "cellule") || contains(got, "Nine ships") || !contains(got, "row 1 of 1") {
		t.Errorf("only here:\n%s", got)
	}
	s.press("+")
	if got := s.plainScreen(); !contains(got, "Nine ships") {
		t.Errorf("all rows:\n%s", got)
	}
}

// TestTheMarginTellsWhereConflictsAre looks at a long event.
func TestTheMarginTellsWhereConflictsAre(t *testing.T) {
	s := newStage(t, longDesk{200}, 130, 40, optionsFor("long", ""))
	count := func(sign string) int { return strings.Count(s.plainScreen(), sign+"\n") }
	if count("▐") < 10 || count("█")+count("│") == 0 {
		t.Errorf("the margin:\n%s", s.plainScreen())
	}
	s.press("G")
	ls := lines(s)
	if got := ls[5]; strings.HasSuffix(got, "█") {
		t.Errorf("at the end the first rows are not on the screen: %q", got)
	}
}

func TestWordsAreGlossed(t *testing.T) {
	s := at(t, "ferry", 100, 38)
	s.press("W")
	if got := s.plainScreen(); !contains(got, "Brand  ") || !contains(got, "fire, blaze") || !contains(got, "ferry") || contains(got, "Harbour Gazette, en") {
		t.Errorf("glosses:\n%s", got)
	}
	s.press("esc")
	s = newStage(t, longDesk{3}, 100, 30, optionsFor("long", ""))
	s.press("W")
	if got := s.plainScreen(); !contains(got, "Words of the row") {
		t.Errorf("without a glossary:\n%s", got)
	}
}
