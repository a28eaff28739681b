package library

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/lexicon"
)

// reporters are the languages in which invented happenings are reported.
var reporters = []string{"en", "de", "fr", "es", "id", "ru"}

// happening is an invented event: its day, the names in it and what it is about.
type happening struct {
	number int
	day    model.Date
	names  []string
	topics []lexicon.ConceptID
}

// happenings invents reports of events, 1 to 12 of each and mostly few, over the
// days of three years. The same count gives the same reports; the ID of each begins
// with that of its event.
func happenings(articles int) []map[string]string {
	r := rand.New(rand.NewPCG(5, 6))
	var topics []lexicon.ConceptID
	for _, c := range lexicon.Concepts() {
		if c.Class == lexicon.EventClass || c.Class == lexicon.ThingClass {
			topics = append(topics, c.ID)
		}
	}
	var out []map[string]string
	for e := 0; len(out) < articles; e++ {
		h := happening{number: e, day: model.Date{Year: 2020, Month: 1, Day: 1}.AddDays(r.IntN(1096))}
		for range 4 {
			h.names = append(h.names, invent(r))
			h.topics = append(h.topics, topics[r.IntN(len(topics))])
		}
		for range 1 + r.IntN(1+r.IntN(12)) {
			out = append(out, h.report(r, len(out)))
		}
	}
	return out[:articles]
}

func invent(r *rand.Rand) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b []byte
	for range 3 {
		b = append(b, consonants[r.IntN(len(consonants))], vowels[r.IntN(len(vowels))])
	}
	b[0] -= 'a' - 'A'
	return string(b) + []string{"", "n", "r", "l"}[r.IntN(4)]
}

func (h *happening) report(r *rand.Rand, n int) map[string]string {
	language := reporters[r.IntN(len(reporters))]
	title := h.sentence(r, language, 2)
	var text []string
	for range 6 {
		text = append(text, h.sentence(r, language, 1)+".")
	}
	return map[string]string{
		"id": fmt.Sprintf("e%d.%d", h.number, n), "title": title, "text": strings.Join(text, " "), "language": language,
		"source": fmt.Sprint("Outlet ", r.IntN(200)), "published": h.day.AddDays(r.IntN(2)).String(),
	}
}

// sentence names people and things of the event among others.
func (h *happening) sentence(r *rand.Rand, language string, own int) string {
	words := []string{h.names[r.IntN(4)]}
	for i := range own + 3 {
		topic := h.topics[r.IntN(4)]
		if i >= own+1 {
			topic = lexicon.ConceptID(r.IntN(len(lexicon.Concepts())))
		}
		for _, f := range lexicon.Forms(topic) {
			if f.Language == language {
				words = append(words, strings.ToLower(f.Text))
				break
			}
		}
	}
	return strings.Join(append(words, h.names[r.IntN(4)]), " ")
}

// reported writes articles into a file of a new folder and returns its path.
func reported(t testing.TB, articles []map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "reports.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	b := bufio.NewWriter(f)
	for _, a := range articles {
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
	}
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func shuffled[T any](list []T, seed uint64) []T {
	list = slices.Clone(list)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
