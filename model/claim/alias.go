package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// aliasMark begins a key that names have in common whatever the language.
const aliasMark = '#'

// aliases finds the names that languages spell each in their own way, and gives
// them a key of their own. Where the script has capitals, they begin with one.
func (s *Sentence) aliases(lang *lexicon.Language) {
	for _, h := range s.terms {
		key, ok := strings.CutPrefix(h.Code, lexicon.NameCode)
		if !ok || s.Words[h.Start].Used || !s.capital(h.Start) || !s.capital(h.End-1) || s.cutsWord(h) {
			continue
		}
		if strings.HasPrefix(key, lexicon.PlaceMark) && s.firstName(h, lang) {
			continue
		}
		key = string(aliasMark) + key
		n := s.nameIn(h.Start, h.End)
		if n < 0 {
			s.addName(h.Start, h.End)
			n = len(s.Names) - 1
		}
		if !slices.Contains(s.Names[n].Keys, key) {
			s.Names[n].Keys = append(s.Names[n].Keys, key)
		}
	}
}

// firstName reports whether the name of a place is somebody's first: a word that only
// a name would be follows in the same name, or where no capital tells names, behind a
// word of saying or a title.
func (s *Sentence) firstName(h lexicon.Hit, lang *lexicon.Language) bool {
	next := h.End
	if next >= len(s.Words) || h.End != h.Start+1 || s.Words[next].Token.Gap || s.Words[next].Known || s.Words[next].Cued {
		return false
	}
	if n := s.nameIn(h.Start, h.End); n >= 0 {
		return s.Names[n].From == h.Start && s.Names[n].To > next
	}
	return !hasCase(s.Words[h.Start].Text) && lang.Spaced && !unspaced(s.Words[h.Start].Text) && s.strange(next) && (s.saidBefore(h.Start) || s.titledBefore(h.Start))
}

func (s *Sentence) capital(word int) bool {
	return s.Words[word].Upper || !hasCase(s.Words[word].Text)
}

// cutsWord reports whether a form begins or ends inside a run of characters that
// the lexicon knows as something else, or is a word of it where no capital tells
// them apart.
func (s *Sentence) cutsWord(h lexicon.Hit) bool {
	uncased := !hasCase(s.Words[h.Start].Text)
	if r, _ := utf8.DecodeRuneInString(s.Words[h.Start].Text); unicode.Is(unicode.Hangul, r) {
		if end := s.run(h.End - 1); end > h.End+maxParticle || end > h.End && s.titledAfter(end) {
			return true // a longer word, or name
		}
	}
	for _, m := range s.Mentions {
		if uncased && m.Exact && m.From == h.Start && m.To == h.End {
			return true
		}
		if m.From < h.Start && h.Start < m.To || m.From < h.End && h.End < m.To || m.From <= h.Start && h.End < m.To {
			return true
		}
	}
	return false
}

// maxParticle is how many syllables may follow a name in one Korean word.
const maxParticle = 2

// nameIn is the first name that holds any of the words; -1 where there is none.
func (s *Sentence) nameIn(from, to int) int {
	for w := from; w < to; w++ {
		if n := s.Words[w].Name; n != 0 {
			return n - 1
		}
	}
	return -1
}
