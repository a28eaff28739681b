package group

import (
	"math"
	"strings"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// leastMeaning is how sure a mention must be of its concept to stand in a reason.
const leastMeaning = 0.5

// sharedTopics lists the happenings and things that most of the documents speak
// of, those first that few documents of the corpus speak of, in the words of the
// lexicon; all is whether each is in all of them.
func sharedTopics(docs []*claim.Document, words *vocabulary) (list []string, all bool) {
	count, weight := map[string]int{}, map[string]float64{}
	for _, d := range docs {
		for k, w := range topics(d) {
			count[k]++
			weight[k] += (1 + math.Log1p(w)) * words.rarity(claim.TopicChannel, k)
		}
	}
	all = true
	for _, k := range mostHeld(count, weight, len(docs)) {
		topic := strings.ReplaceAll(k, "-", " ")
		if len(list) == maxListed {
			break
		}
		if !overlaps(list, topic) {
			list = append(list, topic)
			all = all && count[k] == len(docs)
		}
	}
	return list, all
}

// overlaps reports whether a topic has a word in common with one of a list.
func overlaps(list []string, topic string) bool {
	for _, w := range strings.Fields(topic) {
		for _, other := range list {
			for _, o := range strings.Fields(other) {
				if o == w {
					return true
				}
			}
		}
	}
	return false
}

// topics is how prominent each happening, thing, body and idea is in a document.
func topics(d *claim.Document) map[string]float64 {
	out := map[string]float64{}
	all := lexicon.Concepts()
	for i := range d.Sentences[:min(len(d.Sentences), maxRead)] {
		s := &d.Sentences[i]
		w := 1.0
		if s.Headline {
			w = headlineWeight
		}
		for _, m := range s.Mentions {
			if m.Weight < leastMeaning {
				continue
			}
			switch c := all[m.Concept]; c.Class {
			case lexicon.EventClass, lexicon.ThingClass, lexicon.GroupClass, lexicon.AbstractClass:
				out[c.Key] += w
			}
		}
	}
	return out
}
