//go:build fit

package conflict

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"parallax/corpus/labelled"
	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// gather reads all data that is named.
func gather(t *testing.T) ([]sample, map[string]gold) {
	units := map[string]gold{}
	var samples []sample
	var mu sync.Mutex
	take := func(group string, g gold, found []sample) {
		mu.Lock()
		defer mu.Unlock()
		if units[group] == nil {
			units[group] = gold{}
		}
		for u, n := range g {
			units[group][u] = n
		}
		samples = append(samples, found...)
	}
	var jobs []func()
	jobs = append(jobs, pairJobs(t, take)...)
	jobs = append(jobs, storyJobs(t, take)...)
	jobs = append(jobs, caseJobs(t, take)...)
	jobs = append(jobs, rowJobs(t, take)...)
	var wg sync.WaitGroup
	queue := make(chan func())
	for range 2 {
		wg.Go(func() {
			for job := range queue {
				job()
			}
		})
	}
	for _, job := range jobs {
		queue <- job
	}
	close(queue)
	wg.Wait()
	slices.SortFunc(samples, func(a, b sample) int {
		return strings.Compare(a.group+a.unit+a.key+fmt.Sprint(a.score, a.traits), b.group+b.unit+b.key+fmt.Sprint(b.score, b.traits))
	})
	return samples, units
}

type taker func(group string, g gold, found []sample)

// pairWeight is what a finding in a pair of passages counts, by set; 1 where none
// is named.
var pairWeight = map[string]float64{"rte3": 0.8, "stress": 0.3}

func pairJobs(t *testing.T, take taker) []func() {
	if *pairsFile == "" {
		return nil
	}
	pairs, err := labelled.Pairs(*pairsFile)
	if err != nil {
		t.Fatal(err)
	}
	judgesAll := map[string]bool{} // sets in which conflicts are labelled
	for _, r := range pairs {
		judgesAll[r.Set] = judgesAll[r.Set] || r.Label == labelled.Conflict
	}
	var jobs []func()
	for _, r := range pairs {
		if !judgesAll[r.Set] && r.Label != labelled.Agree {
			continue
		}
		set, _, _ := strings.Cut(r.Set, "-")
		weight := cmp.Or(pairWeight[set], 1)
		right := r.Label == labelled.Conflict
		jobs = append(jobs, func() {
			a, b := r.Articles()
			unit := set + strings.Join(numbers.FindAllString(r.ID, -1), ".") + "/" + r.ID
			found := collect([]*claim.Document{claim.Read(&a), claim.Read(&b)}, func(s *sample, _ *pair, _ align.Pair, _ finding) bool {
				s.group, s.unit, s.right, s.weight = r.Set, unit, right, weight
				return true
			})
			take(r.Set, gold{unit: int(yes(right))}, found)
		})
	}
	return jobs
}

var numbers = regexp.MustCompile(`\d+`)

// collect lists the findings that keep, which also labels them, lets pass.
func collect(docs []*claim.Document, keep func(s *sample, p *pair, ap align.Pair, f finding) bool) []sample {
	var out []sample
	findings(docs, func(p *pair, ap align.Pair, rule string, f finding) {
		if s := sampleOf(p, rule, f); keep(&s, p, ap, f) {
			out = append(out, s)
		}
	})
	return out
}

// storyLanguages are those in which the stories are compared.
var storyLanguages = []string{"en", "de", "id", "fr", "es", "ru", "ar", "zh"}

func storyJobs(t *testing.T, take taker) []func() {
	if *storiesFile == "" {
		return nil
	}
	stories, err := labelled.Stories(*storiesFile)
	if err != nil {
		t.Fatal(err)
	}
	var jobs []func()
	for _, st := range stories {
		jobs = append(jobs, func() {
			docs, _ := versions(&st, -1)
			found := collect(docs, func(s *sample, p *pair, ap align.Pair, _ finding) bool {
				s.group, s.unit, s.weight = "stories", fmt.Sprint(st.Doc, "/", ap.A, ap.B), storyWeight
				return true
			})
			take("stories", gold{st.Doc + "/": 0}, found)
		})
		for _, m := range st.Mutants() {
			jobs = append(jobs, func() { compareMutant(m, take) })
		}
	}
	return jobs
}

// versions reads a story in each of the languages, and says in which paragraph of
// each the sentence keep stands.
func versions(st *labelled.Story, keep int) (docs []*claim.Document, where []int) {
	for _, l := range storyLanguages {
		a, order := st.Version(l, keep)
		docs, where = append(docs, claim.Read(&a)), append(where, slices.Index(order, keep))
	}
	return docs, where
}

// What a false alarm among translated stories counts in the fit, and a changed
// fact that is found.
const (
	storyWeight  = 0.6
	mutantWeight = 0.5
)

func compareMutant(m labelled.Mutant, take taker) {
	g := gold{}
	unit := func(lang string) string { return fmt.Sprint(m.Doc, "/", m.Kind, m.Sentence, lang) }
	for _, l := range storyLanguages {
		if l != "en" {
			g[unit(l)] = 1
		}
	}
	docs, where := versions(&m.Story, m.Sentence)
	group := "changed " + string(m.Kind)
	found := collect(docs, func(s *sample, p *pair, ap align.Pair, f finding) bool {
		if ap.A.Document != 0 || p.s.Paragraph != where[0] || p.t.Paragraph != where[ap.B.Document] {
			return false
		}
		s.group, s.unit, s.right, s.weight = group, unit(storyLanguages[ap.B.Document]), true, mutantWeight
		return f.kind == m.Kind || m.Kind == model.Polarity && (f.kind == model.Status || f.kind == model.Quote)
	})
	take(group, g, found)
}

// caseWeight is what a finding in an annotated case counts in the fit.
const caseWeight = 4.0

func caseJobs(t *testing.T, take taker) []func() {
	if *casesDir == "" {
		return nil
	}
	var jobs []func()
	for _, folder := range labelled.CaseFolders(*casesDir) {
		c, err := labelled.ReadCase(context.Background(), folder)
		if err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs, func() { compareCase(c, take) })
	}
	return jobs
}

func compareCase(c *labelled.Case, take taker) {
	g, articles := gold{}, map[string]*model.Article{}
	for i := range c.Conflicts {
		g[fmt.Sprint(c.Name, "/", i)] = 1
	}
	take("cases", g, nil)
	for n, event := range c.Events {
		var docs []*claim.Document
		for i := range c.Articles {
			a := &c.Articles[i]
			if slices.ContainsFunc(event, func(f string) bool { return labelled.Of(a, f) }) {
				docs, articles[a.ID] = append(docs, claim.Read(a)), a
			}
		}
		take("cases", nil, collect(docs, func(s *sample, p *pair, ap align.Pair, f finding) bool {
			s.group, s.unit, s.weight = "cases", fmt.Sprint(c.Name, "/", n, ap.A, ap.B), caseWeight
			found, kind := p.conflict("", f), false
			for i, m := range c.Conflicts {
				if m.Marks(&found, articles) {
					s.right, s.unit = true, fmt.Sprint(c.Name, "/", i)
					kind = kind || m.Kind == f.kind
				}
			}
			return kind || !s.right
		}))
	}
}

// rowWeight is what a finding in an invented pair of passages counts in the fit.
const rowWeight = 4.0

// rowJobs are the invented passages of the tests, which are always fitted too.
func rowJobs(t *testing.T, take taker) []func() {
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var jobs []func()
	for n, cells := range table(string(data)) {
		jobs = append(jobs, func() {
			a, b := passage("a", cells[0], cells[1]), passage("b", cells[2], cells[3])
			right := cells[4] != "none"
			unit := fmt.Sprint("row", n, "/")
			found := collect([]*claim.Document{claim.Read(&a), claim.Read(&b)}, func(s *sample, _ *pair, _ align.Pair, f finding) bool {
				s.group, s.unit, s.right, s.weight = "invented", unit, right, rowWeight
				return !right || string(f.kind) == cells[4]
			})
			take("invented", gold{unit: int(yes(right))}, found)
		})
	}
	return jobs
}
