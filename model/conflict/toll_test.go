package conflict

import (
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// TestTolls compares the dead of reports whose sentences have little in common.
func TestTolls(t *testing.T) {
	const ferry = "Ferry sinks off Arden\n\nThe ferry Marlin went down near the lighthouse of Arden. Rescuers searched all night. "
	for _, tt := range []struct {
		name, a, dateA, b, dateB string
		want                     bool
	}{
		{"one day", ferry + "So far 21 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 17 Tote. Die Suche geht weiter.", "2023-07-11", true},
		{"the same", ferry + "So far 17 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 17 Tote. Die Suche geht weiter.", "2023-07-11", false},
		{"later and higher", ferry + "So far 17 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 21 Tote. Die Suche geht weiter.", "2023-07-12", false},
		{"later and lower", ferry + "So far 21 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 17 Tote. Die Suche geht weiter.", "2023-07-12", true},
		{"days apart", ferry + "So far 21 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 17 Tote. Die Suche geht weiter.", "2023-07-19", false},
		{"at least", ferry + "At least 17 people have died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 21 Tote. Die Suche geht weiter.", "2023-07-11", false},
		{"two numbers", ferry + "So far 21 people have died. In the north 5 people died.", "2023-07-11", "Fähre vor Arden gesunken\n\nDie Fähre Marlin sank vor Arden. Taucher fanden am Abend 17 Tote. Die Suche geht weiter.", "2023-07-11", false},
		{"another language", ferry + "So far 17 people have died.", "2023-07-11", "Feri tenggelam di Arden\n\nFeri Marlin tenggelam di dekat Arden. Kapten selamat. Sebanyak 17 orang tewas.", "2023-07-11", false},
		{"no day", ferry + "So far 21 people have died.", "", "Feri tenggelam di Arden\n\nFeri Marlin tenggelam di dekat Arden. Kapten selamat. Sebanyak 17 orang tewas.", "2023-07-11", false},
		{"in words", ferry + "So far 21 people have died.", "2023-07-11", "Feri tenggelam di Arden\n\nFeri Marlin tenggelam di dekat Arden. Kapten selamat. Tujuh belas orang tewas.", "2023-07-11", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lang := "de"
			if tt.b[:4] == "Feri" {
				lang = "id"
			}
			a, b := passage("a", "en", tt.a), passage("b", lang, tt.b)
			a.Date, _ = model.ParseDate(tt.dateA)
			b.Date, _ = model.ParseDate(tt.dateB)
			found := tolls(newReports(claim.Read(&a), claim.Read(&b)))
			if (len(found) > 0) != tt.want {
				t.Errorf("got %+v, want a conflict: %v", found, tt.want)
			}
		})
	}
}

// TestStatementInTwoSentences finds the number that one report tells in a sentence of
// its own and the other in the same sentence as the rest.
func TestStatementInTwoSentences(t *testing.T) {
	rest := "\n\nThe mayor of Arden, Olga Lind, opened the harbour museum in May.\n\nTicket sales at the theatre of Norvia fell by half.\n\nThe bridge over the Marlin river is closed to lorries."
	other := "\n\nLa maire d'Arden, Olga Lind, a ouvert le musée du port en mai.\n\nLes ventes de billets du théâtre de Norvia ont chuté de moitié.\n\nLe pont sur la rivière Marlin est fermé aux camions."
	one := "Carillon of Arden\n\nThe expert Tiffany Vogel of the University of Norvia said the carillon was first played by the musician Dionisio Lindqvist, who moved to the larger carillon of Riverside 25 years ago." + rest
	for _, tt := range []struct {
		b    string
		want bool
	}{
		{"Le carillon d'Arden\n\nL'experte Tiffany Vogel de l'université de Norvia a dit que le carillon a d'abord été joué par le musicien Dionisio Lindqvist. Il est passé au plus grand carillon de Riverside il y a 18 ans." + other, true},
		{"Le carillon d'Arden\n\nL'experte Tiffany Vogel de l'université de Norvia a dit que le carillon a d'abord été joué par le musicien Dionisio Lindqvist. Il est passé au plus grand carillon de Riverside il y a 25 ans." + other, false},
	} {
		articles := []model.Article{passage("a", "en", one), passage("b", "fr", tt.b)}
		docs := []*claim.Document{claim.Read(&articles[0]), claim.Read(&articles[1])}
		got := Compare(model.Event{}, articles, docs)
		shown := 0
		for _, c := range got.Conflicts {
			if c.Strength != model.Possible {
				shown++
			}
			if c.B.Text == "" || !c.B.Span.Overlaps(c.B.Mark) {
				t.Errorf("the mark of %q lies outside its sentence", c.Why)
			}
		}
		if (shown > 0) != tt.want {
			t.Errorf("got %+v, want a conflict: %v", got.Conflicts, tt.want)
		}
	}
}
