package conflict

import (
	"math"
	"testing"
)

func TestReadWeights(t *testing.T) {
	w, err := readWeights("# comment\nalone likeness 2.5\nclue alone-slot slot-far -0.5\nalone-denial length 2\nrule figure quantity alone -1 0.5\n")
	if err != nil {
		t.Fatal(err)
	}
	if w.traits[asAlone][likeness] != 2.5 || w.traits[inReports][likeness] != 0 || w.rules["figure quantity alone"] != (belief{-1, 0.5}) {
		t.Errorf("got %+v", w)
	}
	if w.clues["alone-slot slot-far"] != -0.5 || w.traits["alone-denial"][length] != 2 {
		t.Errorf("got clues %v, traits of denials %v", w.clues, w.traits["alone-denial"])
	}
	for _, bad := range []string{"alone nothing 1", "likeness 1", "alone likeness x", "abroad likeness 1", "rule figure quantity alone -1", "rule figure quantity alone a 1", "clue alone slot-far", "clue alone slot-far x"} {
		if _, err := readWeights(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestOddsStayWithinBounds(t *testing.T) {
	for _, score := range []float64{-1, 0, 0.5, 1, 2} {
		if o := odds(score); math.IsInf(o, 0) || math.IsNaN(o) || math.Abs(o) > 4 {
			t.Errorf("odds(%v) = %v", score, o)
		}
	}
	if odds(0.5) != 0 || odds(0.9) <= odds(0.6) {
		t.Error("odds do not rise with the score from 0 at one half")
	}
}
