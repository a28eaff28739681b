package labelled

import (
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"parallax/model"
)

// Story is a report that was translated sentence by sentence: sentence i of one
// language says what sentence i of another does. The first is the headline.
type Story struct {
	Doc       string              `json:"doc"`
	Sentences map[string][]string `json:"sentences"` // by language
}

// Stories reads a file of stories, one a line.
func Stories(path string) ([]Story, error) { return readLines[Story](path) }

// Languages lists the languages of the story, sorted.
func (s *Story) Languages() []string { return slices.Sorted(maps.Keys(s.Sentences)) }

func seeded(words ...string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(words, "\x00")))
	return rand.New(rand.NewPCG(h.Sum64(), 1))
}

// keptOf is how many of ten sentences an outlet keeps.
const keptOf = 7

// Version is what the outlet of a language prints: the headline and seven of ten
// sentences in an order of its own, sentence keep always among them; and which
// sentence of the story each paragraph is. Languages draw each their own seven.
func (s *Story) Version(language string, keep int) (model.Article, []int) {
	rnd := seeded(s.Doc, language)
	all := s.Sentences[language]
	order := []int{}
	for _, i := range rnd.Perm(len(all) - 1) {
		if len(order)*10 < keptOf*(len(all)-1) || i+1 == keep {
			order = append(order, i+1)
		}
	}
	text := []string{all[0]}
	for _, i := range order {
		text = append(text, all[i])
	}
	return model.Article{
		ID: s.Doc + "." + language, Outlet: strings.ToUpper(language), Language: language,
		Title: all[0], Text: strings.Join(text, "\n\n"), Body: len(all[0]) + 2,
	}, append([]int{0}, order...)
}
