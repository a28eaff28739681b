package corpus

import (
	"strings"
	"testing"
)

const inGerman = "Die Fähre, die ein halbes Jahrhundert lang die Bewohner der Inseln über den Fjord gebracht hat, fährt seit Montag wieder. " +
	"Freiwillige fanden den Rumpf im Hof eines Abwrackers und sammelten in einem Winter das Geld, um ihn nach Hause zu schleppen. " +
	"Sie arbeiteten sechs Jahre lang jedes Wochenende daran, und die meisten hatten vorher noch nie ein Werkzeug in der Hand gehabt. "

func TestLanguageOf(t *testing.T) {
	long := strings.Repeat(inGerman, 3)
	english := strings.Repeat("The ferry that carried islanders across the fjord went back into service on Monday. ", 15)
	tests := []struct {
		name, declared, text string
		web                  bool
		want                 string
	}{
		{"preset of a site", "en-US", long, true, "de"},
		{"preset that is right", "en-US", english, true, "en"},
		{"short text", "en-US", inGerman, true, "en"},
		{"two languages", "en-US", long + english, true, "en"},
		{"set by somebody", "fr", long, true, "fr"},
		{"field of a record", "en", long, false, "en"},
		{"none", "", long, true, "de"},
	}
	for _, test := range tests {
		if got, _ := languageOf(test.declared, test.text, test.web); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
