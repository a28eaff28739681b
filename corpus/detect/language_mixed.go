package detect

import "slices"

// What makes a text mixed: a piece speaks for a language if it has enough bytes
// of letters, enough points a letter (addresses and codes have few) and a lead of
// enough points; a language counts if it holds enough of the bytes that speak.
const (
	voteLetters = 40
	votePoints  = 10
	voteLead    = 150
	mixedShare  = 0.15
)

// vote is what one piece says of its language.
type vote struct {
	language int // -1 where it says nothing
	bytes    int
	group    *group
}

func (d *detector) vote(t *tally) vote {
	number, bytes := t.script()
	if number == 0 || bytes < voteLetters {
		return vote{language: -1}
	}
	s := &d.alphabet.scripts[number]
	best := s.best(&t.points)
	if s.ngrams && (t.points[best] < int32(votePoints*t.grams) || s.lead(&t.points) < voteLead) {
		return vote{language: -1}
	}
	return vote{best, bytes, d.groupOf(s, best)}
}

// mixed is the languages, other than the main one and those of its group, that
// hold a good part of the text, most first.
func (d *detector) mixed(main int, votes []vote) []string {
	var total int
	held := map[int]int{}
	for _, v := range votes {
		if v.language < 0 {
			continue
		}
		total += v.bytes
		if v.language != main && (v.group == nil || !v.group.has(main)) {
			held[v.language] += v.bytes
		}
	}
	var others []int
	for l, bytes := range held {
		if float64(bytes) >= mixedShare*float64(total) {
			others = append(others, l)
		}
	}
	slices.SortFunc(others, func(a, b int) int {
		if held[a] != held[b] {
			return held[b] - held[a]
		}
		return a - b
	})
	var tags []string
	for _, l := range others {
		tags = append(tags, d.tags[l])
	}
	return tags
}
