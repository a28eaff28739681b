package group

import (
	"iter"
	"math"
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
	for k, w := range heldTopics(some) {
		count[tellable()[k]] = len(w)
		for _, v := range w {
			weight[tellable()[k]] += float64(v) * weightStep * background.rarity(k)
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

// heldTopics hands on the terms that may stand in a reason and that most of the
// articles hold, with their weights.
func heldTopics(some []*Signature) iter.Seq2[uint32, []uint8] {
	return func(yield func(uint32, []uint8) bool) {
		var at [maxSampled]int // how far each was read
		var weights []uint8
		for {
			least := uint32(math.MaxUint32)
			for i, s := range some {
				for at[i] < len(s.keys) && sort(s.keys[at[i]]&(1<<sortBits-1)) != topicTerm {
					at[i]++
				}
				if at[i] < len(s.keys) {
					least = min(least, s.keys[at[i]])
				}
			}
			if least == math.MaxUint32 {
				return
			}
			weights = weights[:0]
			for i, s := range some {
				if at[i] < len(s.keys) && s.keys[at[i]] == least {
					weights = append(weights, s.weights[at[i]])
					at[i]++
				}
			}
			if _, ok := tellable()[least]; ok && 2*len(weights) > len(some) && !yield(least, weights) {
				return
			}
		}
	}
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
