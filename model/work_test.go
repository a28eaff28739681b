package model

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPassagesAreFoundAgain(t *testing.T) {
	const text = "The ferry sank. Seventeen died. Seventeen were saved."
	a := &Article{ID: "a", Text: text}
	at := strings.LastIndex(text, "Seventeen")
	p := PassageOf(a, Span{at, at + len("Seventeen")})
	for _, tt := range []struct {
		text string
		want int // -1 is gone
	}{
		{text, at},
		{"Update: " + text, at + len("Update: ")},
		{strings.TrimPrefix(text, "The ferry sank. "), at - len("The ferry sank. ")},
		{"Seventeen.", 0},
		{"Nineteen died.", -1},
		{"", -1},
	} {
		s, ok := p.Find(tt.text)
		if ok != (tt.want >= 0) || ok && (s.Start != tt.want || s.Of(tt.text) != "Seventeen") {
			t.Errorf("%q: found %v, %v, want %d", tt.text, s, ok, tt.want)
		}
	}
	whole := Passage{Article: "a"}
	if s, ok := whole.Find("any"); !ok || s.Len() != 0 {
		t.Errorf("the whole article: %v, %v", s, ok)
	}
}

func clash(kind Kind, a, aText, aMark, b, bText, bMark string) Conflict {
	side := func(id, text, mark string) Side {
		at := 100 + strings.Index(text, mark)
		return Side{Article: id, Span: Span{100, 100 + len(text)}, Text: text, Mark: Span{at, at + len(mark)}}
	}
	return Conflict{ID: a + b, Dispute: "x", Kind: kind, A: side(a, aText, aMark), B: side(b, bText, bMark)}
}

func TestVerdictsAreRecalled(t *testing.T) {
	const en, de = "Seventeen people died, the coast guard said.", "21 Menschen starben, sagte die Küstenwache."
	c := clash(Quantity, "a", en, "Seventeen", "b", de, "21")
	w := Work{Judgements: []Judgement{Judge(&c, Dismissed, "passengers only")}}
	for name, tt := range map[string]struct {
		c    Conflict
		want Verdict
	}{
		"the same":               {c, Dismissed},
		"sides the other way":    {clash(Quantity, "b", de, "21", "a", en, "Seventeen"), Dismissed},
		"reworded elsewhere":     {clash(Quantity, "a", "Seventeen people died, the coast guard said on Monday.", "Seventeen", "b", de, "21"), Dismissed},
		"another value":          {clash(Quantity, "a", "Nineteen people died, the coast guard said.", "Nineteen", "b", de, "21"), ""},
		"another sentence":       {clash(Quantity, "a", "Seventeen boats set out at once to help.", "Seventeen", "b", de, "21"), ""},
		"another kind":           {clash(Identity, "a", en, "Seventeen", "b", de, "21"), ""},
		"another article":        {clash(Quantity, "a", en, "Seventeen", "c", de, "21"), ""},
		"unspaced, the same":     {clash(Quantity, "a", en, "Seventeen", "b", "二十一人死亡。", "二十一"), ""},
		"words of no known mark": {clash(Quantity, "a", en, "", "b", de, ""), Dismissed},
	} {
		got := []Conflict{tt.c}
		w.Recall(got)
		if got[0].Verdict != tt.want {
			t.Errorf("%s: %q, want %q", name, got[0].Verdict, tt.want)
		}
	}
}

// TestVerdictsAreForgotten holds that a verdict that is taken back is gone.
func TestVerdictsAreForgotten(t *testing.T) {
	c := []Conflict{{ID: "k", Verdict: Confirmed, Note: "sure"}}
	(&Work{}).Recall(c)
	if c[0].Verdict != "" || c[0].Note != "" {
		t.Errorf("still %q, %q", c[0].Verdict, c[0].Note)
	}
}

func TestDisputeVerdict(t *testing.T) {
	for _, tt := range []struct {
		verdicts []Verdict
		want     Verdict
	}{
		{nil, Open},
		{[]Verdict{Dismissed, Dismissed}, Dismissed},
		{[]Verdict{Dismissed, ""}, Open},
		{[]Verdict{"", Confirmed, Dismissed}, Confirmed},
	} {
		conflicts := []Conflict{{Dispute: "other", Verdict: Confirmed}}
		for _, v := range tt.verdicts {
			conflicts = append(conflicts, Conflict{Dispute: "x", Verdict: v})
		}
		if got := DisputeVerdict(conflicts, "x"); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.verdicts, got, tt.want)
		}
	}
}

func TestADecisionNamesItsPairOneWay(t *testing.T) {
	if diff := cmp.Diff([]Decision{{"a", "b", true}, {"a", "b", false}}, []Decision{Together("b", "a"), Apart("b", "a")}); diff != "" {
		t.Error(diff)
	}
}
