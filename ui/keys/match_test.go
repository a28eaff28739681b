package keys

import "testing"

func TestMatching(t *testing.T) {
	for _, tt := range []struct {
		place Place
		typed string
		want  Action
	}{
		{Event, "zoom", Zoom}, {Event, "zo", Zoom}, {Event, "zm", Zoom}, {Event, "co", Copy}, {Event, "conly", Clashes},
		{Event, "conflicts only", Clashes}, {Event, "CONF", Confirm}, {Event, "cp", CopyPair}, {Event, "vnote", WhyJudged},
		{Event, "dictionaries", Glosses}, {Event, "both sides", CopyPair}, {Browse, "sd", SetDate}, {Browse, "facets", Facets},
		{Event, "quit", Quit}, {Event, "clipb", ""}, {Event, "ж", ""}, {Event, "\x1b", ""}, {Event, "nnnnnnn", ""},
	} {
		found := Default().Matching(tt.place, tt.typed)
		switch {
		case tt.want == "" && len(found) > 0:
			t.Errorf("%q means %s", tt.typed, found[0].Action)
		case tt.want != "" && (len(found) == 0 || found[0].Action != tt.want):
			t.Errorf("%q: %v, want %s first", tt.typed, found, tt.want)
		}
		for _, m := range found {
			for i, at := range m.At {
				if at >= len(m.Action) || i > 0 && at <= m.At[i-1] {
					t.Errorf("%q in %s at %v", tt.typed, m.Action, m.At)
				}
			}
		}
	}
	seen := map[Action]bool{}
	for _, m := range Default().Matching(Event, "") {
		if seen[m.Action] {
			t.Errorf("%s is offered twice", m.Action)
		}
		seen[m.Action] = true
	}
	if len(seen) < 40 {
		t.Errorf("only %d actions are offered where nothing is typed", len(seen))
	}
}
