package group

import (
	"slices"
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// The reader's word beats likeness, a later one an earlier one, in any order of
// the articles.
func TestDecisions(t *testing.T) {
	var docs []*claim.Document
	at := map[string]int{}
	for _, r := range reports {
		at[r.event+" "+r.language] = len(docs)
		docs = append(docs, r.read(t))
	}
	id := func(name string) string { return docs[at[name]].Article.ID }
	together := func(a, b string) model.Decision { return model.Together(id(a), id(b)) }
	apart := func(a, b string) model.Decision { return model.Apart(id(a), id(b)) }
	for _, tt := range []struct {
		name      string
		decisions []model.Decision
		one, two  string
		same      bool
	}{
		{"as found", nil, "kelm en", "kelm de", true},
		{"apart", []model.Decision{apart("kelm en", "kelm de")}, "kelm en", "kelm de", false},
		{"apart, the third stays with one", []model.Decision{apart("kelm en", "kelm de"), apart("kelm en", "kelm id")}, "kelm de", "kelm id", true},
		{"together", []model.Decision{together("kelm en", "orvat en")}, "kelm en", "orvat en", true},
		{"together with their events", []model.Decision{together("kelm en", "orvat en")}, "kelm id", "orvat de", true},
		{"later together", []model.Decision{apart("kelm en", "kelm de"), together("kelm en", "kelm id"), together("kelm de", "kelm id")}, "kelm en", "kelm de", true},
		{"later apart", []model.Decision{together("kelm en", "orvat en"), together("orvat en", "orvat de"), apart("kelm en", "orvat de")}, "kelm en", "orvat de", false},
		{"together, but not what is kept apart", []model.Decision{apart("kelm de", "orvat de"), together("kelm en", "orvat en")}, "kelm de", "orvat de", false},
		{"together, though others are kept apart", []model.Decision{apart("kelm de", "orvat de"), together("kelm en", "orvat en")}, "kelm en", "orvat en", true},
		{"of articles that are not there", []model.Decision{model.Together(id("kelm en"), "nobody")}, "kelm en", "kelm de", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 {
				all := SignAll(docs)
				got, err := Events(t.Context(), all, Options{Decisions: tt.decisions})
				if err != nil {
					t.Fatal(err)
				}
				for _, g := range got {
					in := func(name string) bool {
						return slices.ContainsFunc(g.Members, func(m int) bool { return all[m].Article.ID == id(name) })
					}
					if in(tt.one) && in(tt.two) != tt.same {
						t.Errorf("with %s: %s %v", tt.one, tt.two, in(tt.two))
					}
				}
				slices.Reverse(docs)
				for name, i := range at {
					at[name] = len(docs) - 1 - i
				}
			}
		})
	}
}

func TestDecisionsAreTold(t *testing.T) {
	var docs []*claim.Document
	for _, r := range reports[:5] {
		docs = append(docs, r.read(t))
	}
	got, err := Events(t.Context(), SignAll(docs), Options{Decisions: []model.Decision{model.Together(docs[0].Article.ID, docs[3].Article.ID)}})
	if err != nil || len(got) != 1 {
		t.Fatalf("%d groups, %v", len(got), err)
	}
	if !slices.Contains(got[0].Why, "you put 2 of them together") {
		t.Errorf("why: %q", got[0].Why)
	}
}
