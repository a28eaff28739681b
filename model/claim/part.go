package claim

import (
	"slices"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// Part is a piece of a sentence that carries meaning: a form of the lexicon, a
// name, or a word that the lexicon does not know.
type Part struct {
	From, To int                 // words, half open
	Concepts []lexicon.ConceptID // what it may mean
	Stem     string              // of a single word
	Sound    string              // the consonants of a name or an unknown word
	Name     bool
	Light    bool // too general to say much
}

// Parts lists the parts of a sentence in order. Numbers and times are none.
func (s *Sentence) Parts(lang *lexicon.Language) []Part {
	var out []Part
	for i := 0; i < len(s.Mentions); {
		m := s.Mentions[i]
		t := Part{From: m.From, To: m.To, Light: true}
		for ; i < len(s.Mentions) && s.Mentions[i].From == m.From; i++ {
			t.Concepts = append(t.Concepts, s.Mentions[i].Concept)
			t.Light = t.Light && (Light(s.Mentions[i].Concept) || emptyConcept(s.Mentions[i].Concept))
		}
		if m.To == m.From+1 {
			t.Stem = s.Words[m.From].Token.Stem
			if s.Words[m.From].Upper {
				t.Sound = Skeleton(t.Stem)
			}
		}
		if !s.denies(t.From, t.To) {
			out = append(out, t)
		}
	}
	for i := range s.Words {
		w := &s.Words[i]
		if w.Known || w.Used && w.Name == 0 || w.Stop || w.Cued && w.Name == 0 || utf8.RuneCountInString(w.Text) == 1 {
			continue
		}
		out = append(out, Part{From: i, To: i + 1, Stem: w.Token.Stem, Sound: Skeleton(w.Token.Stem), Name: w.Name != 0})
	}
	slices.SortStableFunc(out, func(a, b Part) int { return a.From - b.From })
	return out
}

// denies reports whether words [from, to) are all part of a word that negates: they
// mean nothing besides.
func (s *Sentence) denies(from, to int) bool {
	for _, h := range s.cues {
		switch h.Cue {
		case lexicon.Negation, lexicon.NotNegation, lexicon.Pending, lexicon.Whether:
			if h.Start <= from && to <= h.End && !h.Gap && !s.isVerb(h) {
				return true
			}
		}
	}
	return false
}

// emptyConcept reports whether a concept is a word of degree, of connection or
// of measure.
func emptyConcept(id lexicon.ConceptID) bool {
	switch lexicon.Concepts()[id].Class {
	case lexicon.DegreeClass, lexicon.LinkClass:
		return true
	}
	return false
}
