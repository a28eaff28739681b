package group

import (
	"slices"

	"parallax/model/claim"
)

// Copies of one report are found by shingles: runs of words, of which a text
// keeps the least hashes as its sketch.
const (
	shingleWords = 4
	sketchSize   = 24
	lookupSize   = 6    // how many of a sketch lead to texts like it
	copyShare    = 0.55 // of two sketches, where one text is a copy of the other
)

// sketch is the least hashes of the shingles of a text, sorted, each once.
type sketch []uint64

// fold gathers copies of one report into a voice. The documents stand in the
// order of arrival, and so do the voices and the documents of each.
func fold(docs []*claim.Document) [][]int {
	sketches := make([]sketch, len(docs))
	each(len(docs), func(i int) { sketches[i] = sketchOf(docs[i]) })
	var voices [][]int
	first := map[uint64][]int32{} // hash → voices
	for i := range docs {
		v := original(docs, sketches, voices, first, i)
		if v >= 0 {
			voices[v] = append(voices[v], i)
			continue
		}
		for _, h := range sketches[i][:min(len(sketches[i]), lookupSize)] {
			first[h] = append(first[h], int32(len(voices)))
		}
		voices = append(voices, []int{i})
	}
	return voices
}

// maxOriginals is how many voices of one hash a text is compared with, the newest.
const maxOriginals = 16

// original finds the voice that document i copies, or -1.
func original(docs []*claim.Document, sketches []sketch, voices [][]int, first map[uint64][]int32, i int) int {
	for _, h := range sketches[i][:min(len(sketches[i]), lookupSize)] {
		list := first[h]
		for k := len(list) - 1; k >= max(0, len(list)-maxOriginals); k-- {
			o := voices[list[k]][0]
			a, b := docs[o].Article, docs[i].Article
			if a.Language == b.Language && near(a.Date, b.Date) > 0 && sketches[o].like(sketches[i]) >= copyShare {
				return int(list[k])
			}
		}
	}
	return -1
}

// sketchOf sketches the words of a document in lower case.
func sketchOf(d *claim.Document) sketch {
	all := shingles(d)
	return slices.Clone(all[:min(len(all), sketchSize)])
}

// shingles hashes each run of words of a document, sorted, each once.
func shingles(d *claim.Document) sketch {
	var words []uint64
	for i := range d.Sentences[:min(len(d.Sentences), maxSentences)] {
		for _, w := range d.Sentences[i].Words {
			words = append(words, mix(fnvOffset, w.Token.Fold))
		}
	}
	var all sketch
	for i := 0; i+shingleWords <= len(words); i++ {
		h := uint64(fnvOffset)
		for _, w := range words[i : i+shingleWords] {
			h = (h ^ w) * fnvPrime
			h ^= h >> 29
		}
		all = append(all, h)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// like estimates the share of shingles that two texts have in common of those
// that either has, by the least of both.
func (s sketch) like(t sketch) float64 {
	seen, both := 0, 0
	for i, j := 0, 0; (i < len(s) || j < len(t)) && seen < sketchSize; seen++ {
		switch {
		case j == len(t) || i < len(s) && s[i] < t[j]:
			i++
		case i == len(s) || s[i] > t[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	if seen == 0 {
		return 0
	}
	return float64(both) / float64(seen)
}
