package detect

import (
	"strings"
	"testing"

	"parallax/corpus/decode"
)

func TestOutlet(t *testing.T) {
	tests := []struct {
		name     string
		clues    Clues
		outlet   string
		agencies string
	}{
		{"metadata first", Clues{Meta: decode.Meta{Outlet: "The Gazette"}, Mastheads: []Masthead{{Text: "Other", First: true}}}, "The Gazette", ""},
		{"masthead", Clues{Mastheads: []Masthead{{Text: "Der Küstenbote", First: true}}}, "Der Küstenbote", ""},
		{"masthead before tagline", Clues{Mastheads: []Masthead{{Text: "Vistula Notes", First: true}, {Text: "A diary for readers abroad"}}}, "Vistula Notes", ""},
		{"masthead and agency", Clues{Mastheads: []Masthead{{Text: "The Gazette", First: true}}, Text: []string{"PARIS (AFP) - A storm passed."}}, "The Gazette", "AFP"},
		{"items of a menu are no outlet", Clues{Mastheads: []Masthead{{Text: "World", Crowded: true}, {Text: "Sport", Crowded: true}}}, "", ""},
		{"dateline", Clues{Text: []string{"(VOVWORLD) - Juru bicara"}}, "VOVWORLD", ""},
		{"agency's own page", Clues{Text: []string{"MOSCOW, July 10. /TASS/. The situation"}}, "TASS", ""},
		{"copyright", Clues{Furniture: []string{"© 2019 The Harbour Times. All rights reserved."}}, "The Harbour Times", ""},
		{"a credit alone is no outlet", Clues{Credits: []string{"© Sputnik / Sergei Ivanov"}}, "", ""},
		{"credit and share line", Clues{Credits: []string{"© Sputnik / Sergei Ivanov"}, Furniture: []string{"via Sputnik kommentieren"}}, "Sputnik", ""},
		{"host", Clues{Meta: decode.Meta{URL: "https://www.harbour-times.example/a/1"}}, "harbour-times.example", ""},
		{"agencies of the text", Clues{Text: []string{"Das sagte er der dpa.", "Reuters berichtete, die AFP auch."}}, "", "dpa, Reuters, AFP"},
		{"agency in another script", Clues{Text: []string{"Об этом сообщает ТАСС."}}, "", "TASS"},
		{"a word is no agency", Clues{Text: []string{"The APPLE harvest and AAA batteries."}}, "", ""},
		{"named as the source", Clues{From: []string{"江湾日报"}}, "江湾日报", ""},
		{"a place in brackets is no outlet", Clues{Text: []string{"帕特里克（Somerset）在比赛中获胜。"}}, "", ""},
		{"nothing", Clues{}, "", ""},
	}
	for _, test := range tests {
		outlet, agencies := Outlet(test.clues)
		if outlet != test.outlet || strings.Join(agencies, ", ") != test.agencies {
			t.Errorf("%s: got %q, %q; want %q, %q", test.name, outlet, agencies, test.outlet, test.agencies)
		}
	}
}
