package group

import (
	"slices"

	"parallax/model/claim"
)

// Copies of one report are found by shingles: runs of words, of which a text
// keeps the least hashes as its sketch.
const (
	shingleWords = 4
	sketchSize   = 64   // what is kept
	copySize     = 24   // how many of a sketch tell a copy
	lookupSize   = 6    // how many of a sketch lead to texts like it
	copyShare    = 0.55 // of two sketches, where one text is a copy of the other
)

// sketch is the least hashes of the shingles of a text, sorted, each once.
type sketch []uint32

// fold gathers copies of one report into a voice, but not those of which the
// reader has spoken. The articles stand in the order of arrival, and so do the
// voices and the articles of each.
func fold(all []*Signature, word *word) [][]int {
	var voices [][]int
	found := newOriginals(all)
	for i, s := range all {
		spoken := word.spoken(s)
		if !spoken {
			if v := found.of(all, voices, i); v >= 0 {
				voices[v] = append(voices[v], i)
				continue
			}
			for _, h := range s.lookups() {
				if found.met.met(h) {
					found.first[h] = append(found.first[h], int32(len(voices)))
				}
			}
		}
		voices = append(voices, []int{i})
	}
	return voices
}

// originals leads from hashes that several texts hold to the voices that do.
type originals struct {
	met   *twice
	first map[uint32][]int32
}

func newOriginals(all []*Signature) *originals {
	met := newTwice(sparse * lookupSize * len(all))
	for _, s := range all {
		for _, h := range s.lookups() {
			met.add(h)
		}
	}
	return &originals{met, map[uint32][]int32{}}
}

// lookups is the hashes that lead to texts like this one.
func (s *Signature) lookups() []uint32 { return s.sketch[:min(len(s.sketch), lookupSize)] }

// maxOriginals is how many voices of one hash a text is compared with, the newest.
const maxOriginals = 16

// of finds the voice that article i copies, or -1.
func (o *originals) of(all []*Signature, voices [][]int, i int) int {
	b := all[i]
	for _, h := range b.lookups() {
		list := o.first[h]
		for k := len(list) - 1; k >= max(0, len(list)-maxOriginals); k-- {
			a := all[voices[list[k]][0]]
			if a.Article.Language == b.Article.Language && near(a.Article.Date, b.Article.Date) > 0 && a.sketch.like(b.sketch) >= copyShare {
				return int(list[k])
			}
		}
	}
	return -1
}

// sketchOf sketches the words of a document in lower case.
func sketchOf(d *claim.Document) sketch {
	var words []uint64
	for i := range d.Sentences[:min(len(d.Sentences), maxSentences)] {
		for _, w := range d.Sentences[i].Words {
			words = append(words, mix(fnvOffset, w.Token.Fold))
		}
	}
	if len(words) < shingleWords {
		return nil
	}
	all := make(sketch, 0, len(words)-shingleWords+1)
	for i := 0; i+shingleWords <= len(words); i++ {
		h := uint64(fnvOffset)
		for _, w := range words[i : i+shingleWords] {
			h = (h ^ w) * fnvPrime
			h ^= h >> 29
		}
		all = append(all, uint32(h>>32))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.Clone(all[:min(len(all), sketchSize)])
}

// like estimates the share of shingles that two texts have in common of those
// that either has, by the least of both.
func (s sketch) like(t sketch) float64 {
	seen, both := 0, 0
	for i, j := 0, 0; (i < len(s) || j < len(t)) && seen < copySize; seen++ {
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

// within estimates how much of the shorter of two texts stands in the longer: of
// the hashes as low as both sketches reach, which are looked at. ok is false
// where there are too few of them to say anything.
func (s sketch) within(t sketch) (share float64, ok bool) {
	if min(len(s), len(t)) < leastShingles {
		return 0, false
	}
	s, t = s.reach(t), t.reach(s)
	both := 0
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i] < t[j]:
			i++
		case s[i] > t[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	least := min(len(s), len(t))
	return float64(both) / float64(max(least, 1)), least >= leastSeen
}

// reach is the part of a sketch that another would hold as well, were they of one
// text: a full sketch holds no hash above its last.
func (s sketch) reach(t sketch) sketch {
	if len(t) < sketchSize {
		return s
	}
	n, _ := slices.BinarySearch(s, t[len(t)-1]+1)
	return s[:n]
}
