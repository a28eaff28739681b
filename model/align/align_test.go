package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/claim"
)

var stories = map[string][]string{
	"en": {"Four people died when the ferry Marlin sank off Arden on Monday.", "Prime minister Ludo Kerr promised an inquiry into the accident.", "The harbour was closed to all ships until Thursday."},
	"de": {"Vier Menschen starben, als die Fähre Marlin am Montag vor Arden sank.", "Ministerpräsident Ludo Kerr versprach eine Untersuchung des Unfalls.", "Der Hafen war bis Donnerstag für alle Schiffe geschlossen."},
	"id": {"Empat orang tewas ketika feri Marlin tenggelam di lepas pantai Arden pada hari Senin.", "Perdana menteri Ludo Kerr menjanjikan penyelidikan atas kecelakaan itu.", "Pelabuhan ditutup bagi semua kapal hingga Kamis."},
	"ru": {"Четыре человека погибли, когда паром «Марлин» затонул у Ардена в понедельник.", "Премьер-министр Людо Керр пообещал расследование аварии.", "Порт был закрыт для всех судов до четверга."},
}

var languages = []string{"en", "de", "id", "ru"}

// read makes an article of the sentences of a story, in the order given.
func read(language string, order ...int) *claim.Document {
	var text []string
	for _, n := range order {
		text = append(text, stories[language][n])
	}
	return claim.Read(&model.Article{ID: language, Language: language, Text: strings.Join(text, "\n\n")})
}

func TestRowsBringTranslationsTogether(t *testing.T) {
	docs := []*claim.Document{read("en", 0, 1, 2), read("de", 2, 0, 1), read("id", 1, 0), read("ru", 0, 2, 1)}
	got := map[string]bool{}
	for _, r := range Rows(docs, Pairs(docs)) {
		got[fmt.Sprint(r)] = true
	}
	want := map[string]bool{"[0 1 1 0]": true, "[1 2 0 2]": true, "[2 0 -1 1]": true}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestEverySentenceStandsInOneRow(t *testing.T) {
	docs := many(12, 15)
	seen := map[Ref]int{}
	for _, r := range Rows(docs, Pairs(docs)) {
		for d, s := range r {
			if s >= 0 {
				seen[Ref{d, s}]++
			}
		}
	}
	for d, doc := range docs {
		for s := range doc.Sentences {
			if n := seen[Ref{d, s}]; n != 1 {
				t.Errorf("sentence %d of article %d stands in %d rows", s, d, n)
			}
		}
	}
}

func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	docs := many(6, 8)
	turned := append(append([]*claim.Document{}, docs[3:]...), docs[:3]...)
	sets := func(docs []*claim.Document) map[string]bool {
		out := map[string]bool{}
		for _, r := range Rows(docs, Pairs(docs)) {
			cells := make([]string, 0, len(r))
			for d, s := range r {
				if s >= 0 {
					cells = append(cells, fmt.Sprintf("%s:%d", docs[d].Article.ID, s))
				}
			}
			slices.Sort(cells)
			out[strings.Join(cells, " ")] = true
		}
		return out
	}
	if d := cmp.Diff(sets(docs), sets(turned)); d != "" {
		t.Error(d)
	}
}

func TestPairsAreMeasuredAlikeBothWays(t *testing.T) {
	docs := many(4, 6)
	vectors, _ := index(docs)
	at := map[Ref]*vector{}
	for i := range vectors {
		at[vectors[i].ref] = &vectors[i]
	}
	for _, p := range Pairs(docs) {
		score, mass := likeness(at[p.B], at[p.A])
		if diff := score - p.Score; diff > 1e-9 || diff < -1e-9 || mass-p.Mass > 1e-9 || p.Mass-mass > 1e-9 {
			t.Errorf("%v: %g and %g, the other way %g and %g", p.A, p.Score, p.Mass, score, mass)
		}
	}
}

func TestTranslationsBringSentencesTogether(t *testing.T) {
	text := map[string]string{
		"en": "The quibbler tarnished every sprocket.\n\nNobody came to the old mill in May.",
		"de": "Zur alten Mühle kam im Mai niemand.\n\nDer Nörgler verschandelte jedes Kettenrad.",
	}
	docs := func(by claim.Translator) []*claim.Document {
		var out []*claim.Document
		for _, l := range []string{"en", "de"} {
			d := claim.Read(&model.Article{ID: l, Language: l, Text: text[l]})
			if by != nil {
				d.Translate(by)
			}
			out = append(out, d)
		}
		return out
	}
	together := func(docs []*claim.Document) bool {
		for _, r := range Rows(docs, Pairs(docs)) {
			if r[0] == 0 && r[1] == 1 {
				return true
			}
		}
		return false
	}
	if together(docs(nil)) {
		t.Fatal("the sentences meet without a dictionary")
	}
	if !together(docs(glossary{"Nörgler": {"grumbler", "quibbler"}, "verschandelte": {"to spoil", "to tarnish"}, "Kettenrad": {"sprocket"}})) {
		t.Error("the sentences do not meet with a dictionary")
	}
}

type glossary map[string][]string

func (g glossary) Gloss(word, _, _ string) []string { return g[word] }

// many makes articles of invented sentences that share names, numbers and topics
// as the reports of one event do.
func many(articles, sentences int) []*claim.Document {
	r := rand.New(rand.NewPCG(1, 2))
	topics := []string{"the ferry sank near %s and %d passengers drowned", "police in %s arrested %d protesters after the election", "a storm destroyed %[2]d houses in %[1]s",
		"the court of %s sentenced %d officers to prison", "the minister visited %s and promised %d million dollars"}
	names := []string{"Arden", "Belmora", "Corvale", "Dunmere", "Estrel", "Farrow", "Gilden", "Harrowgate", "Istmere", "Jorvale", "Kestrel", "Lorimar"}
	docs := make([]*claim.Document, articles)
	for d := range docs {
		var text []string
		for range sentences {
			n := r.IntN(len(names))
			text = append(text, "On Monday "+fmt.Sprintf(topics[r.IntN(len(topics))], names[n], 20+7*n)+", "+names[r.IntN(len(names))]+" said.")
		}
		docs[d] = claim.Read(&model.Article{ID: fmt.Sprint(d), Language: languages[0], Text: strings.Join(text, "\n\n")})
	}
	return docs
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{2, 20, 50} {
		docs := many(n, 20)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Rows(docs, Pairs(docs))
			}
		})
	}
}
