package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"parallax/corpus/labelled"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/conflict"
	"parallax/model/parallel"
)

var storiesScorer = scorer{
	knows: func(_ string, head []byte) bool {
		return bytes.Contains(head, []byte(`"doc"`)) && bytes.Contains(head, []byte(`"sentences"`))
	},
	score: scoreStories,
}

// storyLanguages are the languages in which stories are compared, of those that
// they have.
var storyLanguages = []string{"ar", "de", "en", "es", "fr", "id", "ru", "zh"}

// storyTally is what was found in one story.
type storyTally struct {
	pairs, alarms int
	changed       map[model.Kind]tally
}

func scoreStories(ctx context.Context, path string, _ *options) ([]section, error) {
	stories, err := labelled.Stories(path)
	if err != nil {
		return nil, err
	}
	tallies := make([]storyTally, len(stories))
	parallel.Each(len(stories), func(i int) { tallies[i] = scoreStory(&stories[i]) })
	total := storyTally{changed: map[model.Kind]tally{}}
	for _, t := range tallies {
		total.pairs, total.alarms = total.pairs+t.pairs, total.alarms+t.alarms
		for k, c := range t.changed {
			old := total.changed[k]
			total.changed[k] = tally{found: old.found + c.found, gold: old.gold + c.gold}
		}
	}
	s := section{
		title: "Translated news",
		about: fmt.Sprintf("%d stories translated sentence by sentence, in %s; each language keeps its headline and seven of ten sentences in an order of its own. Translations do not contradict each other, so every conflict is a false alarm; then one fact of one English sentence is changed and must be found.", len(stories), strings.Join(storyLanguages, " ")),
		head:  []string{"what", "of", "found"},
	}
	s.rows = append(s.rows, []string{"false alarms, per 100 pairs of sentences", fmt.Sprint(total.pairs), fmt.Sprintf("%.2f", 100*float64(total.alarms)/float64(max(total.pairs, 1)))})
	for _, k := range model.Kinds {
		if c := total.changed[k]; c.gold > 0 {
			s.rows = append(s.rows, []string{"changed facts found: " + string(k), fmt.Sprint(c.gold), c.recall()})
		}
	}
	return []section{s}, ctx.Err()
}

func scoreStory(story *labelled.Story) storyTally {
	t := storyTally{changed: map[model.Kind]tally{}}
	c, orders := compareStory(story, -1)
	t.alarms = countShown(c.Conflicts)
	for i, x := range orders {
		for _, y := range orders[i+1:] {
			for _, n := range x {
				if slices.Contains(y, n) {
					t.pairs++
				}
			}
		}
	}
	for _, m := range story.Mutants() {
		found, gold := scoreMutant(&m)
		old := t.changed[m.Kind]
		t.changed[m.Kind] = tally{found: old.found + found, gold: old.gold + gold}
	}
	return t
}

// compareStory lays the languages of a story side by side, and says which
// sentence each paragraph is.
func compareStory(story *labelled.Story, keep int) (model.Comparison, [][]int) {
	var articles []model.Article
	var orders [][]int
	for _, l := range storyLanguages {
		if len(story.Sentences[l]) > 1 {
			a, order := story.Version(l, keep)
			articles, orders = append(articles, a), append(orders, order)
		}
	}
	docs := make([]*claim.Document, len(articles))
	for i := range articles {
		docs[i] = claim.Read(&articles[i])
	}
	return conflict.Compare(model.Event{ID: story.Doc}, articles, docs), orders
}

func countShown(conflicts []model.Conflict) int {
	n := 0
	for _, c := range conflicts {
		if c.Strength != model.Possible {
			n++
		}
	}
	return n
}

// scoreMutant counts in how many languages the changed sentence is found to clash
// with its translation.
func scoreMutant(m *labelled.Mutant) (found, gold int) {
	c, _ := compareStory(&m.Story, m.Sentence)
	clashing := map[string]bool{}
	english := m.Doc + ".en"
	for _, x := range c.Conflicts {
		if x.Strength == model.Possible || x.A.Article != english && x.B.Article != english {
			continue
		}
		other := x.A
		mine := x.B
		if x.A.Article == english {
			mine, other = x.A, x.B
		}
		language := strings.TrimPrefix(other.Article, m.Doc+".")
		if labelled.SameText(mine.Text, m.Sentences["en"][m.Sentence]) && labelled.SameText(other.Text, m.Sentences[language][m.Sentence]) {
			clashing[language] = true
		}
	}
	for _, l := range storyLanguages {
		if l != "en" && len(m.Sentences[l]) > 1 {
			gold++
			if clashing[l] {
				found++
			}
		}
	}
	return found, gold
}
