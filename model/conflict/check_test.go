package conflict

import (
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

func TestCheck(t *testing.T) {
	reports := []model.Article{
		passage("a", "en", "Ferry sinks off Arden\n\nThe ferry Marlin sank off Arden on Monday. Seventeen people died, the coast guard said. The harbour was closed."),
		passage("b", "de", "Fähre sinkt vor Arden\n\nDie Fähre Marlin ist am Montag vor Arden gesunken. Bei dem Untergang der Marlin starben 21 Menschen."),
		passage("c", "fr", "Un ferry coule au large de Belmar\n\nQuarante personnes sont mortes dans le naufrage d'un ferry au large de Belmar."),
		passage("d", "id", "Harga beras naik\n\nHarga beras naik di pasar pada hari Senin."),
	}
	docs := make([]*claim.Document, len(reports))
	for i := range reports {
		docs[i] = claim.Read(&reports[i])
	}
	for _, tt := range []struct {
		lang, claim string
		want        map[string]model.Relation // the strongest of each article
	}{
		{"en", "Seventeen people died when the ferry Marlin sank off Arden.", map[string]model.Relation{"a": model.Related, "b": model.Clash}},
		{"de", "Beim Untergang der Fähre Marlin vor Arden starben 21 Menschen.", map[string]model.Relation{"a": model.Clash, "b": model.Agree}},
		{"es", "El ferry Marlin se hundió frente a Arden.", map[string]model.Relation{"a": model.Agree, "b": model.Agree}},
		{"en", "The ferry Marlin did not sink off Arden.", map[string]model.Relation{"a": model.Clash, "b": model.Clash}},
		{"en", "The parliament adopted the budget.", nil},
	} {
		asked := passage("claim", tt.lang, tt.claim)
		got := map[string]model.Relation{}
		for _, p := range Check(claim.Read(&asked), docs, false) {
			if _, ok := got[p.Article]; !ok {
				got[p.Article] = p.Relation
			}
			if p.Relation == model.Clash && (p.Why == "" || !p.Span.Contains(p.Mark)) {
				t.Errorf("%s: conflict without reason or mark: %+v", tt.claim, p)
			}
		}
		for id, want := range tt.want {
			if got[id] != want {
				t.Errorf("%s: %s is %q, want %q", tt.claim, id, got[id], want)
			}
		}
		for id, r := range got {
			if _, ok := tt.want[id]; !ok && r != model.Related {
				t.Errorf("%s: %s is %q, want none", tt.claim, id, r)
			}
		}
	}
}
