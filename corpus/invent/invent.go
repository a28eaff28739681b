// Package invent makes up news, to measure with: events of one to forty reports in
// twelve languages, which tell one happening with the same names and day, and
// now and then with another number.
//
// The words come from the lexicon and the sentences from templates.txt, so that
// they are as long, as rare and as alike as those of real reports, though they
// mean nothing. The same seed gives the same reports.
//
// The package must not import ui or cmd.
package invent

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"parallax/model"
	"parallax/model/lexicon/cldr"
)

// Report is an invented article, with the field names that the readers know.
type Report struct {
	ID        string `json:"id"`
	Event     int    `json:"event"` // counts the events from 0
	Title     string `json:"title"`
	Text      string `json:"text"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Link      string `json:"link"`
}

// maxReports is how many reports an event has at the most.
const maxReports = 40

// reportBytes is about how long a report is.
const reportBytes = 2500

// event is what the reports of one happening share.
type event struct {
	number  int
	topic   []int // indices of words
	persons []name
	place   name
	country int
	count   int
	day     model.Date
}

// Reports invents n reports, those of an event one after the other; the days of
// the events run over ten years and do not follow each other.
func Reports(seed uint64, n int) iter.Seq[Report] {
	return func(yield func(Report) bool) {
		made := 0
		for number := 0; made < n; number++ {
			r := rand.New(rand.NewPCG(seed, uint64(number)))
			e := newEvent(r, number)
			for i := range min(reports(r), n-made) {
				if !yield(e.report(r, i)) {
					return
				}
				made++
			}
		}
	}
}

// reports is how many reports an event has: half of them have one, few have many.
func reports(r *rand.Rand) int {
	return 1 + int(rand.NewZipf(r, 1.6, 1, maxReports-1).Uint64())
}

func newEvent(r *rand.Rand, number int) *event {
	e := &event{number: number, place: newName(r, 2), country: r.IntN(200), count: 3 + int(rand.NewZipf(r, 1.3, 10, 5000).Uint64())}
	start := r.IntN(len(tongues()[0].words) - topicSpan)
	for range topicWords {
		e.topic = append(e.topic, start+r.IntN(topicSpan))
	}
	for range 2 + r.IntN(2) {
		e.persons = append(e.persons, newName(r, 2+r.IntN(2)))
	}
	e.day = model.Date{Year: 2015, Month: 1, Day: 1}.AddDays(r.IntN(3650))
	return e
}

// An event speaks of some concepts that stand near each other in the lexicon,
// and so belong to one subject.
const (
	topicWords = 8
	topicSpan  = 60
)

func (e *event) report(r *rand.Rand, i int) Report {
	t := &tongues()[r.IntN(len(tongues()))]
	day := e.day.AddDays(r.IntN(2))
	count := e.count
	if r.IntN(8) == 0 {
		count += 1 + r.IntN(5) // a version that does not agree
	}
	var text strings.Builder
	for s := 0; text.Len() < reportBytes/2+r.IntN(reportBytes); s++ {
		if gap := t.gap; s > 0 {
			if s%3 == 0 {
				gap = "\n\n"
			}
			text.WriteString(gap)
		}
		text.WriteString(t.sentence(r, e, count))
	}
	outlet := r.IntN(400)
	return Report{
		ID: fmt.Sprintf("e%d-%d", e.number, i), Event: e.number, Title: t.title(r, e), Text: text.String(),
		Source: fmt.Sprintf("%s Post %d", newName(rand.New(rand.NewPCG(9, uint64(outlet))), 2).latin, outlet), Published: day.String(),
		Link: fmt.Sprintf("https://outlet%d.example/%d/%d", outlet, e.number, i),
	}
}

// territories is the names of countries in a language, without the codes of
// continents.
func territories(tag string) map[string]string {
	out := map[string]string{}
	for _, n := range cldr.Territories(tag) {
		if _, known := out[n.Code]; !known && len(n.Code) == 2 {
			out[n.Code] = n.Text
		}
	}
	return out
}
