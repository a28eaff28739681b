package conflict

import (
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// TestOutcomes compares two reports and says how their numbers differ.
func TestOutcomes(t *testing.T) {
	for _, tt := range []struct {
		name, langA, a, dateA, langB, b, dateB string
		want                                   model.Outcome
		reason                                 string
	}{
		{"bound", "en", "At least 17 people died when the ferry sank.", "", "de", "Beim Untergang der Fähre starben 21 Menschen.", "", model.Compatible, "both allow"},
		{"unit", "en", "The ship sank about four nautical miles off the island.", "", "de", "Das Schiff sank gut sieben Kilometer vor der Insel.", "", model.Compatible, "another unit"},
		{"later", "en", "Seventeen people died when the ferry sank.", "2023-07-10", "de", "Beim Untergang der Fähre starben 21 Menschen.", "2023-07-12", model.Update, "later report"},
		{"sum", "en", "Fifteen people died in Arden and two died in Valmont when the storm hit.", "", "fr", "La tempête a fait dix-sept morts.", "", model.OtherScope, "a part of the other"},
		{"vague", "en", "Dozens of people died when the ferry sank.", "", "id", "Sebanyak 7 orang tewas ketika feri itu tenggelam.", "", model.NotComparable, "order of it"},
		{"conflict", "en", "Seventeen people died when the ferry sank.", "", "de", "Beim Untergang der Fähre starben 21 Menschen.", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles := []model.Article{{ID: "a", Language: tt.langA, Text: tt.a}, {ID: "b", Language: tt.langB, Text: tt.b}}
			for i, d := range []string{tt.dateA, tt.dateB} {
				if d != "" {
					articles[i].Date, _ = model.ParseDate(d)
				}
			}
			docs := []*claim.Document{claim.Read(&articles[0]), claim.Read(&articles[1])}
			got := Compare(model.Event{}, articles, docs)
			if tt.want == "" {
				if len(got.Differences) != 0 || len(got.Conflicts) == 0 {
					t.Errorf("got %+v and conflicts %+v, want a conflict only", got.Differences, got.Conflicts)
				}
				return
			}
			for _, d := range got.Differences {
				if d.Outcome == tt.want && strings.Contains(d.Why, tt.reason) {
					return
				}
			}
			t.Errorf("got %+v, want %s because %q", got.Differences, tt.want, tt.reason)
		})
	}
}
