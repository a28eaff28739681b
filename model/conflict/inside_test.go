package conflict

import (
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

func TestInside(t *testing.T) {
	for _, test := range []struct {
		name, language, title, body string
		want                        model.Kind // "" for nothing
	}{
		{"another toll", "en", "Twelve dead as ferry sinks off Arden", "A ferry sank off Arden on Monday, killing 15 people, police said.\n\nThe vessel was carrying timber.", model.Quantity},
		{"another toll, in German", "de", "Fähre gesunken: 12 Tote", "Beim Untergang einer Fähre vor Arden sind 15 Menschen ums Leben gekommen.\n\nDie Fähre hatte Holz geladen.", model.Quantity},
		{"another toll, in Indonesian", "id", "Feri tenggelam di Arden, 12 orang tewas", "Sebuah feri tenggelam di lepas pantai Arden pada hari Senin dan menewaskan 15 orang.\n\nKapal itu membawa kayu.", model.Quantity},
		{"another toll, in Russian", "ru", "При крушении парома погибли 12 человек", "Паром затонул у берегов Ардена в понедельник, погибли 15 человек.\n\nСудно везло лес.", model.Quantity},
		{"another count of arrests", "fr", "Manifestation à Arden : 30 personnes arrêtées", "La police a arrêté 13 personnes samedi lors d'une manifestation à Arden.\n\nLe calme est revenu dans la soirée.", model.Quantity},
		{"other words of one number", "en", "Twelve dead as ferry sinks off Arden", "A ferry sank off Arden on Monday, killing 12 people.", ""},
		{"a bound", "en", "At least 12 dead as ferry sinks off Arden", "A ferry sank off Arden on Monday, killing 15 people.", ""},
		{"a toll that grew", "en", "Twelve dead as ferry sinks off Arden", "A ferry sank off Arden on Monday, killing 12 people.\n\nThe toll later rose to 15 dead.", ""},
		{"two parts", "en", "Twelve dead in two accidents", "Seven people died off Arden on Monday.\n\nFive people died in Valmont.", ""},
		{"a part", "en", "Twelve dead as ferry sinks off Arden", "Among the victims were three children, who died in the water.", ""},
		{"others", "en", "Twelve killed in Arden", "Police said 15 people were hurt.", ""},
		{"another year", "en", "Twelve dead as ferry sinks off Arden", "In 1998, a ferry sank there and 40 people died.", ""},
		{"denied and affirmed", "en", "Police fire tear gas at the march in Arden", "Dockworkers marched through Arden on Saturday.\n\nPolice did not fire tear gas at the march.", model.Polarity},
		{"denied by another", "en", "Police fire tear gas at the march in Arden", "Dockworkers marched through Arden on Saturday.\n\nPolice did not fire tear gas at the march, a spokesman said.", ""},
		{"denied of others", "en", "Police fire tear gas at the march in Arden", "Dockworkers marched through Arden on Saturday.\n\nThe army did not fire at the harbour.", ""},
		{"not yet", "en", "Council approves the budget of Arden", "The council has not yet approved the plan for the harbour of Arden.", ""},
		{"one statement twice", "en", "Storm over Arden", "The storm tore the roofs off 41 houses in the old town of Arden.\n\nNobody was hurt.\n\nThe storm tore the roofs off 14 houses in the old town of Arden.", model.Quantity},
		{"two statements", "en", "Storm over Arden", "The storm tore the roofs off 41 houses in Arden.\n\nThe storm tore the roofs off 14 houses in Valmont.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := model.Article{ID: "a", Title: test.title, Language: test.language, Text: test.title + "\n\n" + test.body, Body: len(test.title) + 2}
			got := Inside("e", claim.Read(&a))
			switch {
			case test.want == "" && len(got) > 0:
				t.Errorf("got %s (%s), want nothing", got[0].Kind, got[0].Why)
			case test.want != "" && (len(got) != 1 || got[0].Kind != test.want || got[0].A.Article != "a" || got[0].B.Article != "a"):
				t.Errorf("got %v, want one of %s", got, test.want)
			}
		})
	}
}
