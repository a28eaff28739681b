package invent

import (
	_ "embed"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"parallax/model/lexicon"
	"parallax/model/lexicon/cldr"
)

//go:embed templates.txt
var templates string

// tongue is a language to write reports in.
type tongue struct {
	tag, gap  string
	sentences []string
	words     []string // the first word of each concept that every tongue has one for
	countries []string
	months    [13]string
}

// tongues are the languages of templates.txt.
var tongues = sync.OnceValue(func() []tongue {
	var all []tongue
	for line := range strings.Lines(templates) {
		line = strings.TrimSpace(line)
		switch tag, isTag := strings.CutPrefix(line, "["); {
		case line == "" || strings.HasPrefix(line, "#"):
		case isTag:
			all = append(all, newTongue(strings.TrimSuffix(tag, "]")))
		default:
			t := &all[len(all)-1]
			t.sentences = append(t.sentences, line)
		}
	}
	fillWords(all)
	return all
})

func newTongue(tag string) tongue {
	t := tongue{tag: tag, gap: " "}
	if tag == "zh" || tag == "ja" {
		t.gap = ""
	}
	for _, term := range cldr.DatesOf(tag).Terms {
		if term.Kind == cldr.Month && t.months[term.Value] == "" {
			t.months[term.Value] = term.Text
		}
	}
	names := territories(tag)
	for _, code := range slices.Sorted(maps.Keys(territories("en"))) {
		t.countries = append(t.countries, names[code])
	}
	return t
}

// fillWords gives every tongue the words of the same concepts in the same order.
func fillWords(all []tongue) {
	words := make([]map[lexicon.ConceptID]string, len(all))
	for i := range all {
		words[i] = lexicon.Words(all[i].tag)
	}
	for _, c := range lexicon.Concepts() {
		if slices.ContainsFunc(words, func(w map[lexicon.ConceptID]string) bool { return w[c.ID] == "" }) {
			continue
		}
		for i := range all {
			all[i].words = append(all[i].words, words[i][c.ID])
		}
	}
}

// sentence is one of a report that gives count for the number of the event.
func (t *tongue) sentence(r *rand.Rand, e *event, count int) string {
	word := func() string { return t.words[e.topic[r.IntN(len(e.topic))]] }
	if r.IntN(4) == 0 {
		word = func() string { return t.words[r.IntN(len(t.words))] } // what one outlet alone tells
	}
	p := r.IntN(len(e.persons))
	return strings.NewReplacer(
		"{a}", word(), "{b}", word(), "{c}", word(), "{d}", word(),
		"{person}", person(e.persons[p], e.persons[(p+1)%len(e.persons)], t.tag), "{place}", e.place.in(t.tag),
		"{country}", t.countries[e.country%len(t.countries)], "{n}", fmt.Sprint(count), "{m}", fmt.Sprint(2+r.IntN(90)), "{date}", t.date(e),
	).Replace(t.sentences[r.IntN(len(t.sentences))])
}

func (t *tongue) title(r *rand.Rand, e *event) string {
	a, b := t.words[e.topic[0]], t.words[e.topic[1+r.IntN(len(e.topic)-1)]]
	return strings.Join([]string{e.place.in(t.tag), a, b, person(e.persons[0], e.persons[1], t.tag)}, " ")
}

// date is the day of the event as the language writes it.
func (t *tongue) date(e *event) string {
	switch d := e.day; t.tag {
	case "zh", "ja":
		return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
	case "de":
		return fmt.Sprintf("%d. %s %d", d.Day, t.months[d.Month], d.Year)
	case "es", "pt":
		return fmt.Sprintf("%d de %s de %d", d.Day, t.months[d.Month], d.Year)
	default:
		return fmt.Sprintf("%d %s %d", d.Day, t.months[d.Month], d.Year)
	}
}
