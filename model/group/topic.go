package group

import (
	"strings"
	"sync"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// tellable leads from terms to the concepts that may stand in a reason: what
// happens, things, bodies and ideas.
var tellable = sync.OnceValue(func() map[uint32]string {
	out := map[uint32]string{}
	for _, c := range lexicon.Concepts() {
		switch c.Class {
		case lexicon.EventClass, lexicon.ThingClass, lexicon.GroupClass, lexicon.AbstractClass:
			out[termKey(claim.TopicChannel, c.Key)] = c.Key
		}
	}
	return out
})

// sharedTopics lists the happenings and things that most of the articles speak
// of, those first that few articles of the corpus speak of, in the words of the
// lexicon; all is whether each is in all of them.
func sharedTopics(some []*Signature, background *Background) (list []string, all bool) {
	count, weight := map[string]int{}, map[string]float64{}
	for _, s := range some {
		for i, k := range s.keys {
			if name, ok := tellable()[k]; ok {
				count[name]++
				weight[name] += float64(s.weights[i]) * weightStep * background.rarity(k)
			}
		}
	}
	all = true
	for _, k := range mostHeld(count, weight, len(some)) {
		topic := strings.ReplaceAll(k, "-", " ")
		if len(list) == maxListed {
			break
		}
		if !overlaps(list, topic) {
			list = append(list, topic)
			all = all && count[k] == len(some)
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
