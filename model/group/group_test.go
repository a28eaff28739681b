package group

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/claim"
)

// report is an invented article: its event, language, date, headline and body.
type report struct{ event, language, date, title, body string }

func (r report) read(t *testing.T) *claim.Document {
	t.Helper()
	a := &model.Article{ID: r.event + r.language + r.title, Language: r.language, Title: r.title, Text: r.title + "\n\n" + r.body, Body: len(r.title) + 2, Date: date(t, r.date)}
	if r.body == "" {
		a.Text, a.Body = r.title, len(r.title)
	}
	return claim.Read(a)
}

// grouped signs and groups documents.
func grouped(tb testing.TB, docs []*claim.Document) []Group {
	tb.Helper()
	got, err := Events(tb.Context(), SignAll(docs), Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

// Two train accidents in two towns, a visit and a later quarrel of the same two
// people, and a fire in the hills of an earlier one.
var reports = []report{
	{"kelm", "en", "2021-05-04", "Train derails near Kelmstadt, six injured",
		"A passenger train left the rails near Kelmstadt on Tuesday morning. Six people were injured, two of them seriously, said fire brigade spokeswoman Rieke Ostendahl.\n\nThe train was on its way from Brunnhafen to Kelmstadt with 140 passengers. The line will stay closed until Friday."},
	{"kelm", "de", "2021-05-04", "Zug bei Kelmstadt entgleist: sechs Verletzte",
		"Bei Kelmstadt ist am Dienstagmorgen ein Zug entgleist. Sechs Menschen wurden verletzt, zwei davon schwer, sagte Rieke Ostendahl von der Feuerwehr.\n\nIm Zug von Brunnhafen nach Kelmstadt saßen 140 Fahrgäste. Die Strecke bleibt bis Freitag gesperrt."},
	{"kelm", "id", "2021-05-05", "Kereta Anjlok di Dekat Kelmstadt, Enam Orang Terluka",
		"Sebuah kereta penumpang anjlok di dekat Kelmstadt, Jerman, pada Selasa pagi. Enam orang terluka, dua di antaranya luka berat.\n\nKereta itu membawa 140 penumpang dari Brunnhafen ke Kelmstadt, kata juru bicara pemadam kebakaran Rieke Ostendahl."},
	{"orvat", "en", "2021-05-04", "Freight train derails in Orvatna, no one hurt",
		"A freight train carrying grain derailed in Orvatna on Tuesday night. Nobody was hurt, said station master Pavel Dremov.\n\nEleven wagons overturned. The police blame a broken rail."},
	{"orvat", "de", "2021-05-05", "Güterzug in Orvatna entgleist",
		"In Orvatna ist in der Nacht zum Mittwoch ein Güterzug mit Getreide entgleist. Verletzt wurde niemand, sagte Bahnhofsvorsteher Pavel Dremov.\n\nElf Waggons stürzten um. Die Polizei vermutet einen Schienenbruch."},
	{"visit", "en", "2019-03-12", "Presidents Tarvik and Osmanlu open border bridge",
		"President Jonas Tarvik and President Leyla Osmanlu opened a bridge over the river Drenava on Tuesday. The bridge cost 85 million euros.\n\nBoth spoke of a new age of trade."},
	{"visit", "id", "2019-03-13", "Presiden Tarvik dan Osmanlu Resmikan Jembatan Perbatasan",
		"Presiden Jonas Tarvik dan Presiden Leyla Osmanlu meresmikan jembatan di atas sungai Drenava pada Selasa. Jembatan itu menelan biaya 85 juta euro.\n\nKeduanya berbicara tentang era baru perdagangan."},
	{"quarrel", "en", "2019-03-19", "Tarvik accuses Osmanlu of spying",
		"President Jonas Tarvik accused the government of Leyla Osmanlu of spying on his ministers' telephones. He expelled three diplomats.\n\nThe foreign ministry denied the accusation and called it absurd."},
	{"quarrel", "de", "2019-03-19", "Tarvik wirft Osmanlu Spionage vor",
		"Präsident Jonas Tarvik hat der Regierung von Leyla Osmanlu vorgeworfen, die Telefone seiner Minister abzuhören. Er wies drei Diplomaten aus.\n\nDas Außenministerium wies den Vorwurf als absurd zurück."},
	{"fire17", "en", "2017-08-14", "Lightning sets Malvora hills on fire",
		"Lightning started a fire in the Malvora hills on Saturday. It burned 3,400 hectares before firefighters stopped it on Sunday night.\n\nTwo empty houses were destroyed, said commander Telmo Quintas."},
	{"fire22", "en", "2022-08-11", "Holiday homes evacuated as Malvora hills burn",
		"The fire in the Malvora hills was still out of control on Thursday. It broke out on Tuesday near the village of Penedo Ruivo. Some 1,900 people had to leave their homes, among them 70 German tourists.\n\nSo far 123 square kilometres have burned."},
	{"fire22", "de", "", "Waldbrand in den Malvora-Hügeln: Urlauber müssen Ferienhäuser verlassen",
		"Der Waldbrand bei Malvora war auch am Donnerstag noch nicht unter Kontrolle. Das Feuer war am Dienstag nahe dem Dorf Penedo Ruivo ausgebrochen. Knapp 1.900 Menschen mussten ihre Häuser verlassen, darunter 70 deutsche Urlauber.\n\nVerbrannt sind bisher rund 123 Quadratkilometer."},
}

func TestEventsAcrossLanguages(t *testing.T) {
	for _, tt := range []struct {
		name   string
		shaped func(report) report
		events []string // those to tell apart; all where nil
	}{
		{"whole", func(r report) report { return r }, nil},
		{"without dates", func(r report) report { r.date = ""; return r }, []string{"kelm", "orvat", "visit", "quarrel"}},
		{"headlines alone", func(r report) report { r.body = ""; return r }, []string{"kelm", "orvat", "visit", "fire22"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var docs []*claim.Document
			var gold []string
			for _, r := range reports {
				if tt.events == nil || slices.Contains(tt.events, r.event) {
					docs, gold = append(docs, tt.shaped(r).read(t)), append(gold, r.event)
				}
			}
			for _, g := range grouped(t, docs) {
				for i := range docs {
					if in := slices.Contains(g.Members, i); in != (gold[i] == gold[g.Members[0]]) {
						t.Errorf("%q and %q: one event %v", docs[g.Members[0]].Article.Title, docs[i].Article.Title, in)
					}
				}
			}
		})
	}
}

func TestEventsDoNotDependOnOrder(t *testing.T) {
	docs, _ := synthetic(1500, 4)
	for _, r := range reports {
		docs = append(docs, r.read(t))
	}
	want := titles(docs, grouped(t, docs))
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		rnd.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		if diff := cmp.Diff(want, titles(docs, grouped(t, docs))); diff != "" {
			t.Fatal(diff)
		}
	}
}

// titles tells each group and its reasons in a way that does not depend on the
// order of the documents.
func titles(docs []*claim.Document, groups []Group) []string {
	var out []string
	for _, g := range groups {
		var ids []string
		for _, v := range g.Voices {
			var voice []string
			for _, m := range v {
				voice = append(voice, docs[m].Article.ID)
			}
			slices.Sort(voice)
			ids = append(ids, strings.Join(voice, "+"))
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " ")+": "+strings.Join(g.Why, "; "))
	}
	slices.Sort(out)
	return out
}

func TestEventsHoldEachArticleOnce(t *testing.T) {
	docs, gold := synthetic(3000, 5)
	seen := make([]int, len(docs))
	pure := 0
	for _, g := range grouped(t, docs) {
		if !slices.IsSorted(g.Members) || len(slices.Concat(g.Voices...)) != len(g.Members) {
			t.Fatalf("group %+v", g)
		}
		for _, m := range g.Members {
			seen[m]++
			if gold[m] == gold[g.Members[0]] {
				pure++
			}
		}
	}
	for i, n := range seen {
		if n != 1 {
			t.Fatalf("article %d stands in %d groups", i, n)
		}
	}
	if pure < len(docs)*95/100 {
		t.Errorf("%d of %d articles stand with their event", pure, len(docs))
	}
}

func TestEventsOfFew(t *testing.T) {
	if got := grouped(t, nil); len(got) != 0 {
		t.Errorf("no articles: %v", got)
	}
	empty := claim.Read(&model.Article{ID: "a", Language: "und"})
	got := grouped(t, []*claim.Document{empty, claim.Read(&model.Article{ID: "b", Language: "und"})})
	if len(got) != 2 || got[0].Why != nil {
		t.Errorf("articles without words: %+v", got)
	}
}

func TestVoices(t *testing.T) {
	base := reports[0]
	text := base.body
	for _, tt := range []struct {
		name     string
		body     string
		agencies bool
		voices   int
	}{
		{"the same text", text, false, 1},
		{"a word changed", strings.Replace(text, "seriously", "badly", 1), false, 1},
		{"the beginning alone", text[:strings.Index(text, "\n\n")], false, 1},
		{"another text", "Six passengers were hurt when a train jumped the tracks outside Kelmstadt. Firefighters freed them, Rieke Ostendahl told reporters.\n\nThe train from Brunnhafen carried 140 people.", false, 2},
		{"some sentences among others", "Rescue workers needed three hours. A passenger train left the rails near Kelmstadt on Tuesday morning. Nobody knows why yet, and the operator has promised to look into it. " +
			"The train was on its way from Brunnhafen to Kelmstadt with 140 passengers. Buses take its place.", false, 2},
		{"some sentences among others of one agency", "Rescue workers needed three hours. A passenger train left the rails near Kelmstadt on Tuesday morning. Nobody knows why yet, and the operator has promised to look into it. " +
			"The train was on its way from Brunnhafen to Kelmstadt with 140 passengers. Buses take its place.", true, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			other := base
			other.title, other.body = "Six hurt in train accident near Kelmstadt", tt.body
			docs := []*claim.Document{base.read(t), other.read(t)}
			if tt.agencies {
				docs[0].Article.Agencies, docs[1].Article.Agencies = []string{"Reuters"}, []string{"AFP", "Reuters"}
			}
			got := grouped(t, docs)
			if len(got) != 1 || len(got[0].Voices) != tt.voices {
				t.Errorf("got %+v, want one event of %d voices", got, tt.voices)
			}
		})
	}
}
