package claim

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

//go:embed families.tsv
var familyData string

// families maps the characters and syllables that are family names to their keys:
// the skeletons of their spellings in Latin letters.
var families = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(familyData, "\n") {
		if cells := strings.Split(line, "\t"); len(cells) == 3 && !strings.HasPrefix(line, "#") {
			for _, form := range strings.Fields(cells[1] + " " + cells[2]) {
				out[form] = append(out[form], spelled(cells[0])...)
			}
		}
	}
	return out
})

// spelled lists the skeletons, of two sounds or more, of spellings.
func spelled(spellings string) []string {
	var out []string
	for _, f := range strings.Fields(spellings) {
		if k := Skeleton(f); len(k) > 1 && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// familyKeys are the keys that a name of words [i, j) shares with its family name in
// other scripts: of one character, or of the two or three of a whole name.
func (s *Sentence) familyKeys(i, j int) []string {
	if j-i >= maxHanName || !unspaced(s.Words[i].Text) || s.run(i) < j {
		return nil
	}
	return families()[s.Words[i].Text]
}

//go:embed honorifics.txt
var honorificData string

// honorifics are the titles that stand after the names of people and nothing else.
var honorifics = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(honorificData) {
		out[w] = true
	}
	return out
})

// text is words [from, to) written together.
func (s *Sentence) text(from, to int) string {
	out := ""
	for _, w := range s.Words[from:to] {
		out += w.Text
	}
	return out
}

// isFamily reports whether word i is a family name of one character or syllable.
func (s *Sentence) isFamily(i int) bool {
	_, ok := families()[s.Words[i].Text]
	return ok
}

// maxTitledHan is how many characters a name has at the most that stands right
// before a title.
const maxTitledHan = 4

// titledName is the end of a name of characters or syllables that begins at word i,
// right before a title, or 0: a family name alone, or with one or two more. Its
// characters may mean something by themselves.
func (s *Sentence) titledName(i int) int {
	if !s.titleWithin(i+1, i+maxTitledHan) || s.Words[i].Token.Inside && !s.freshAt(i) || !s.free(i) {
		return 0
	}
	j := i
	for j < len(s.Words) && j-i < maxTitledHan && (j == i || s.Words[j].Token.Inside && !s.Words[j].Token.Gap) && !s.titleAt(j) && s.free(j) && unspaced(s.Words[j].Text) {
		j++
	}
	switch n := j - i; {
	case !s.titleAt(j) || s.Words[j].Token.Gap:
		return 0
	case s.isFamily(i) && (n == 1 || !isHan(s.Words[j-1].Text, "body")), n > 1 && s.honouredAt(j):
		return j
	}
	return 0
}

// titleAt reports whether a title or the name of a role begins at the word.
func (s *Sentence) titleAt(j int) bool { return s.titleWithin(j, j) }

// titleWithin reports whether one begins at some word from the first to the last. Cues
// stand in the order of the text, and a sentence may be as long as a hostile page.
func (s *Sentence) titleWithin(first, last int) bool {
	at := sort.Search(len(s.cues), func(k int) bool { return s.cues[k].Start >= first })
	for ; at < len(s.cues) && s.cues[at].Start <= last; at++ {
		if s.cues[at].Cue == lexicon.Title {
			return true
		}
	}
	return false
}

// honouredAt reports whether the title at the word is one that follows names only.
func (s *Sentence) honouredAt(j int) bool {
	for _, h := range s.cues {
		if h.Cue == lexicon.Title && h.Start == j && honorifics()[s.text(h.Start, h.End)] {
			return true
		}
	}
	return false
}

// free reports whether word i is no part of a word of several characters that the
// lexicon knows, nor of a number, a time, a name or a pronoun. What a space parts is
// no such word: "최 대통령" is not "최대".
func (s *Sentence) free(i int) bool {
	w := &s.Words[i]
	if w.Used || w.Name != 0 || unicode.IsDigit(rune(w.Text[0])) {
		return false
	}
	at := sort.Search(len(s.Countries), func(k int) bool { return s.Countries[k].From > i-maxRunForm })
	for ; at < len(s.Countries) && s.Countries[at].From <= i; at++ {
		if i < s.Countries[at].To {
			return false
		}
	}
	at = sort.Search(len(s.Mentions), func(k int) bool { return s.Mentions[k].From > i-maxRunForm })
	for ; at < len(s.Mentions) && s.Mentions[at].From <= i; at++ {
		if m := s.Mentions[at]; i < m.To && m.To-m.From > 1 && s.oneRun(m.From, m.To) {
			return false
		}
	}
	at = sort.Search(len(s.cues), func(k int) bool { return s.cues[k].Start > i-maxRunForm })
	for ; at < len(s.cues) && s.cues[at].Start <= i; at++ {
		if h := s.cues[at]; i < h.End && (h.Cue == lexicon.Pronoun || h.End-h.Start > 1 && s.oneRun(h.Start, h.End)) {
			return false
		}
	}
	return true
}

// maxRunForm is how many characters a form of the lexicon written without spaces has at
// the most.
const maxRunForm = 24

// oneRun reports whether no space and no punctuation parts words [from, to).
func (s *Sentence) oneRun(from, to int) bool {
	for w := from + 1; w < to; w++ {
		if !s.Words[w].Token.Inside || s.Words[w].Token.Gap {
			return false
		}
	}
	return true
}

// freshAt reports whether a name may begin at word i, which no space parts from the
// word before: that is of another script, or known.
func (s *Sentence) freshAt(i int) bool {
	if s.Words[i].Token.Gap || !unspaced(s.Words[i-1].Text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.Words[i].Text)
	return unicode.Is(unicode.Han, r) && (!s.free(i-1) || s.hasCue(i-1, lexicon.Title))
}
