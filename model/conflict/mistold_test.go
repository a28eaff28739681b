package conflict

import (
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// TestMistold compares numbers of reports that differ by a slip, in sentences that need
// not be alike.
func TestMistold(t *testing.T) {
	const recall = "Batteries of Lumora recalled\n\nThe company Lumora is calling back batteries that can burn. "
	const rückruf = "Lumora ruft Batterien zurück\n\nDie Firma Lumora ruft Batterien zurück, die brennen können. "
	for _, tt := range []struct {
		name, a, b, dateA, dateB string
		want                     bool
	}{
		{"figures swapped", recall + "It sold 3,240 batteries. Shops in Arden will take them.", rückruf + "Verkauft wurden 3420 Batterien in Arden. Die Geschäfte nehmen sie an.", "", "", true},
		{"one number", recall + "It sold 3,240 batteries. Shops in Arden will take them.", rückruf + "Verkauft wurden 3240 Batterien in Arden. Die Geschäfte nehmen sie an.", "", "", false},
		{"two numbers", recall + "It sold 3,240 batteries. Shops in Arden will take them.", rückruf + "Verkauft wurden 8710 Batterien in Arden. Die Geschäfte nehmen sie an.", "", "", false},
		{"both known", recall + "It sold 3,240 batteries. In Norvia it sold 3,420.", rückruf + "Verkauft wurden 3420 Batterien in Arden. Die Geschäfte nehmen sie an.", "", "", false},
		{"other things", recall + "It sold 3,240 batteries. Shops in Arden will take them.", rückruf + "Am Montag streikten 3420 Lehrer. Die Schulen blieben zu.", "", "", false},
		{"grown since", recall + "It sold 3,240 batteries. Shops in Arden will take them.", rückruf + "Verkauft wurden 3420 Batterien in Arden. Die Geschäfte nehmen sie an.", "2023-07-11", "2023-07-14", false},
		{"decimals", recall + "Sales fell by 74.1 percent. Shops in Arden will take them.", rückruf + "Der Verkauf sank um 71,4 Prozent. Die Geschäfte nehmen sie an.", "", "", true},
		{"bounds", recall + "It sold more than 3,240 batteries. Shops in Arden will take them.", rückruf + "Verkauft wurden 3420 Batterien in Arden. Die Geschäfte nehmen sie an.", "", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := passage("a", "en", tt.a), passage("b", "de", tt.b)
			a.Date, _ = model.ParseDate(tt.dateA)
			b.Date, _ = model.ParseDate(tt.dateB)
			found := mistold(newReports(claim.Read(&a), claim.Read(&b)))
			if (len(found) > 0) != tt.want {
				t.Errorf("got %+v, want a conflict: %v", found, tt.want)
			}
		})
	}
}
