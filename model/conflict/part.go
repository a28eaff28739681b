package conflict

import (
	"slices"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// reading is a sentence by its parts and by what it denies.
type reading struct {
	d       *claim.Document
	s       *claim.Sentence
	parts   []claim.Part
	denials []claim.Denial
}

func newReading(d *claim.Document, s *claim.Sentence) *reading {
	r := &reading{d: d, s: s, parts: s.Parts(d.Language)}
	r.denials = s.Denials(d.Language, r.parts)
	return r
}

// counterparts lists for each part of one sentence the parts of the other that
// say the same.
func counterparts(x, y *reading, oneLanguage bool) [][]int {
	out := make([][]int, len(x.parts))
	for i := range x.parts {
		for j := range y.parts {
			if samePart(&x.parts[i], &y.parts[j], oneLanguage) {
				out[i] = append(out[i], j)
			}
		}
	}
	return out
}

// minSound is how many sounds two words have at the least to be one because they
// sound alike.
const minSound = 3

// samePart reports whether two parts say the same: they share a concept or its
// kin, or are one word, spelt in either language's way.
func samePart(x, y *claim.Part, oneLanguage bool) bool {
	if oneLanguage && x.Stem != "" && x.Stem == y.Stem {
		return true
	}
	if len(x.Sound) >= minSound && len(y.Sound) >= minSound && (x.Name || y.Name || x.Sound == y.Sound) && claim.SameKey(x.Sound, y.Sound) {
		return true
	}
	for _, c := range x.Concepts {
		for _, d := range y.Concepts {
			if c == d || akin(c, d) {
				return true
			}
		}
	}
	return false
}

// akin reports whether two concepts are of one family of happenings.
func akin(c, d lexicon.ConceptID) bool {
	all := lexicon.Concepts()
	f, ok := kin()[all[c].Key]
	return ok && f == family(all[d])
}

// happens reports whether a part names a happening, and one that says something.
func happens(p *claim.Part) bool {
	all := lexicon.Concepts()
	return !p.Light && slices.ContainsFunc(p.Concepts, func(c lexicon.ConceptID) bool { return all[c].Class == lexicon.EventClass })
}
