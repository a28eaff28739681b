//go:build fit

package group

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// world is a corpus whose events are known.
type world struct {
	name   string
	docs   []*Signature
	events [][]int
	weight float64 // in the fit
}

type story struct {
	Doc       string              `json:"doc"`
	Sentences map[string][]string `json:"sentences"`
}

type labelled struct {
	World, Event, Title, Text, Language, Date string
}

func readLines[T any](t *testing.T, path string) []T {
	f, err := os.Open(path)
	if err != nil {
		t.Skip("no data: ", err)
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

func readStories(t *testing.T, path string) []story  { return readLines[story](t, path) }
func readCases(t *testing.T, path string) []labelled { return readLines[labelled](t, path) }

// shape is how the articles of a world are made of the translations of a story.
type shape struct {
	name      string
	languages int
	dated     bool
	sentences func(all []string, rnd *rand.Rand) [][]string // of each article: headline and body
	weight    float64
}

var shapes = []shape{
	{"whole", 20, false, sevenOfTen, 3},
	{"whole dated", 8, true, sevenOfTen, 1},
	{"whole three languages", 3, false, sevenOfTen, 1},
	{"lead", 9, false, lead, 1},
	{"lead dated", 9, true, lead, 1},
	{"headlines", 9, false, headline, 1.5},
	{"headlines dated", 9, true, headline, 2},
	{"wordings", 4, false, wordings, 1},
	{"wordings dated", 4, true, wordings, 2},
	{"halves", 3, false, halves, 1},
	{"halves dated", 3, true, halves, 1},
	{"halves one language", 1, true, halves, 1},
}

func sevenOfTen(all []string, rnd *rand.Rand) [][]string {
	body := slices.Clone(all[1:])
	rnd.Shuffle(len(body), func(i, j int) { body[i], body[j] = body[j], body[i] })
	return [][]string{append([]string{all[0]}, body[:(7*len(body)+9)/10]...)}
}

func lead(all []string, rnd *rand.Rand) [][]string {
	return [][]string{all[:min(len(all), 2+rnd.IntN(3))]}
}

func headline(all []string, _ *rand.Rand) [][]string { return [][]string{all[:1]} }

// wordings makes two headlines: that of the story, and its first sentence.
func wordings(all []string, _ *rand.Rand) [][]string { return [][]string{all[:1], all[1:2]} }

// halves makes two articles with few sentences or none in common; the second has
// a sentence of the body for its headline.
func halves(all []string, rnd *rand.Rand) [][]string {
	body := slices.Clone(all[2:])
	rnd.Shuffle(len(body), func(i, j int) { body[i], body[j] = body[j], body[i] })
	h := (len(body) + 1) / 2
	k := rnd.IntN(h/2 + 1)
	return [][]string{append([]string{all[0]}, body[:h]...), append([]string{all[1]}, body[h-k:]...)}
}

func storyWorlds(stories []story, seed uint64) []world {
	var out []world
	for n, s := range shapes {
		rnd := rand.New(rand.NewPCG(seed, uint64(n)))
		wd := world{name: s.name, weight: s.weight}
		for _, st := range stories {
			wd.tell(st, s, rnd)
		}
		out = append(out, wd)
	}
	return out
}

func (wd *world) tell(st story, s shape, rnd *rand.Rand) {
	var languages []string
	for l := range st.Sentences {
		languages = append(languages, l)
	}
	slices.Sort(languages)
	rnd.Shuffle(len(languages), func(i, j int) { languages[i], languages[j] = languages[j], languages[i] })
	day := rnd.IntN(30)
	var event []int
	for _, l := range languages[:min(s.languages, len(languages))] {
		for k, text := range s.sentences(st.Sentences[l], rnd) {
			a := &model.Article{ID: fmt.Sprintf("%s.%s.%d", st.Doc, l, k), Language: l, Title: text[0], Text: strings.Join(text, "\n\n")}
			a.Body = min(len(a.Title)+2, len(a.Text))
			if s.dated {
				a.Date = model.Date{Year: 2018, Month: 9, Day: 1}.AddDays(day + rnd.IntN(2)*rnd.IntN(3))
			}
			event = append(event, len(wd.docs))
			wd.docs = append(wd.docs, Sign(claim.Read(a)))
		}
	}
	wd.events = append(wd.events, event)
}

// wording is two headlines of one event, as two outlets of one language print them.
type wording struct{ Lang, A, B string }

// wordingWorlds makes a world of headlines by their language, and one of all of
// them with those of the stories.
func wordingWorlds(pairs []wording, stories []story, seed uint64) []world {
	rnd := rand.New(rand.NewPCG(seed, 77))
	mixed := world{name: "all headlines", weight: 2}
	by := map[string]*world{}
	for i, p := range pairs {
		if by[p.Lang] == nil {
			by[p.Lang] = &world{name: "headlines " + p.Lang, weight: 1}
		}
		day := rnd.IntN(150)
		for k, wd := range []*world{by[p.Lang], &mixed} {
			var event []int
			for n, text := range []string{p.A, p.B} {
				a := &model.Article{ID: fmt.Sprint(p.Lang, i, n, k), Language: p.Lang, Title: text, Text: text, Body: len(text), Date: model.Date{Year: 2018, Month: 9, Day: 1}.AddDays(day + rnd.IntN(2))}
				event = append(event, len(wd.docs))
				wd.docs = append(wd.docs, Sign(claim.Read(a)))
			}
			wd.events = append(wd.events, event)
		}
	}
	for _, st := range stories {
		mixed.tell(st, shape{"", 9, true, headline, 0}, rnd)
	}
	out := []world{mixed}
	for _, l := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[l])
	}
	return out
}

// neighborWorlds makes a world of reports that have much in common and are of two
// events, and one of their headlines.
func neighborWorlds(t *testing.T, pairs []neighbor) []world {
	whole, heads := world{name: "neighbours", weight: 2}, world{name: "neighbours, headlines", weight: 2}
	for _, n := range pairs {
		for _, d := range n.reports(t) {
			whole.events = append(whole.events, []int{len(whole.docs)})
			whole.docs = append(whole.docs, Sign(d))
		}
		n.body, n.otherBody = "", ""
		for _, d := range n.reports(t) {
			heads.events = append(heads.events, []int{len(heads.docs)})
			heads.docs = append(heads.docs, Sign(d))
		}
	}
	return []world{whole, heads}
}

// caseWorlds makes a world of each case, one of all, and one of their headlines.
func caseWorlds(cases []labelled) []world {
	all, heads := world{name: "cases", weight: 2}, world{name: "cases, headlines", weight: 0.3}
	by := map[string]*world{}
	var names []string
	for _, c := range cases {
		if by[c.World] == nil {
			by[c.World] = &world{name: "case " + c.World, weight: 0.25}
			names = append(names, c.World)
		}
	}
	index := map[string]int{}
	for _, c := range cases {
		date, _ := model.ParseDate(c.Date)
		a := &model.Article{ID: c.World + c.Event + c.Title + c.Text[:20], Language: c.Language, Title: c.Title, Text: c.Text, Date: date}
		a.Body = min(len(a.Title)+2, len(a.Text))
		h := *a
		h.Text, h.Body = h.Title, len(h.Title)
		by[c.World].put(index, c.World+c.Event, Sign(claim.Read(a)))
		all.put(index, c.World+c.Event, Sign(claim.Read(a)))
		if h.Title != "" {
			heads.put(index, c.World+c.Event, Sign(claim.Read(&h)))
		}
	}
	out := []world{all, heads}
	for _, n := range names {
		out = append(out, *by[n])
	}
	return out
}

func (wd *world) put(index map[string]int, event string, d *Signature) {
	key := wd.name + event
	i, ok := index[key]
	if !ok {
		i = len(wd.events)
		index[key] = i
		wd.events = append(wd.events, nil)
	}
	wd.events[i] = append(wd.events[i], len(wd.docs))
	wd.docs = append(wd.docs, d)
}

func (wd *world) singles() []*cluster {
	voices := make([][]int, len(wd.docs))
	for i := range voices {
		voices[i] = []int{i}
	}
	return singles(wd.docs, voices, backgroundOf(wd.docs), read(nil, nil))
}

// figures is how well the groups of a world fit its events.
type figures struct{ precision, recall, f1, pairs float64 }

// score measures B-cubed precision, recall and F1, and F1 on pairs.
func (wd *world) score(w *weights) figures {
	gold := make([]int, len(wd.docs))
	for e, members := range wd.events {
		for _, m := range members {
			gold[m] = e
		}
	}
	var f figures
	tp, joined, known := 0.0, 0.0, 0.0
	found, err := events(context.Background(), wd.docs, Options{}, w)
	if err != nil {
		panic(err) // nothing ends it
	}
	for _, g := range found {
		count := map[int]int{}
		for _, m := range g.Members {
			count[gold[m]]++
		}
		for _, m := range g.Members {
			n := float64(count[gold[m]])
			f.precision += n / float64(len(g.Members))
			f.recall += n / float64(len(wd.events[gold[m]]))
			tp += n - 1
			joined += float64(len(g.Members) - 1)
			known += float64(len(wd.events[gold[m]]) - 1)
		}
	}
	n := float64(len(wd.docs))
	f.precision, f.recall = f.precision/n, f.recall/n
	f.f1 = 2 * f.precision * f.recall / (f.precision + f.recall)
	f.pairs = 2 * tp / max(1, joined+known)
	return f
}
