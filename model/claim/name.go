package claim

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model"
	"parallax/model/lexicon"
)

// Name is a person, place, organisation or work named in a sentence.
type Name struct {
	Span     model.Span
	From, To int      // words, half open
	Keys     []string // a consonant skeleton for each word; then, after a mark, the key all languages share
	Title    int      // word before the name that is a title or role, or -1
}

// breaksClause reports whether what stands between two words ends a clause. A
// comma in a number or a hyphen does not.
func breaksClause(between string) bool {
	return strings.ContainsAny(between, ",;:–—··()[]!?\"“”„«»…") || strings.ContainsAny(between, "，、。；：（）「」『』！？،؛।") || strings.Contains(between, ". ")
}

// hasCase reports whether the word begins with a letter that has a capital.
func hasCase(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsLower(r)
}

// names finds runs of capitalised words. A word that begins the sentence, or any
// noun of a language that writes nouns with capitals, is a name only where the
// lexicon does not know it.
func (s *Sentence) names(lang *lexicon.Language) {
	shout := s.shouted()
	for i := 0; i < len(s.Words); {
		if !s.nameWord(i, lang, shout) {
			i++
			continue
		}
		j := i + 1
		for j < len(s.Words) && s.continuesName(j, lang, shout) {
			j++
		}
		for j > i+1 && !s.Words[j-1].Upper {
			j--
		}
		s.addName(i, j)
		i = j
	}
	s.aliases(lang)
	s.uncased(lang)
	s.orderNames()
}

// shouted reports whether nearly all words have capitals, as in headlines.
func (s *Sentence) shouted() bool {
	upper, all := 0, 0
	for _, w := range s.Words {
		if utf8.RuneCountInString(w.Text) > 3 && !w.Stop {
			all++
			if w.Upper {
				upper++
			}
		}
	}
	return s.Headline && all > 3 && upper*10 >= all*8
}

func (s *Sentence) nameWord(i int, lang *lexicon.Language, shout bool) bool {
	w := &s.Words[i]
	if !w.Upper || w.Stop || w.Used || w.Token.IsNumber || utf8.RuneCountInString(w.Text) < 2 {
		return false
	}
	first := i == 0 || w.Fresh
	if lang.Nouns && i > 0 && s.hasCue(i-1, lexicon.Article) {
		return false // a noun that the lexicon does not know
	}
	if first || shout || lang.Nouns {
		return !w.Known && !w.Cued
	}
	return true
}

func (s *Sentence) continuesName(j int, lang *lexicon.Language, shout bool) bool {
	w := &s.Words[j]
	if w.Token.Gap || w.Used {
		return false
	}
	if w.Upper {
		return !w.Stop && (!(lang.Nouns || shout) || !w.Known && !w.Cued)
	}
	for s.hasCue(j, lexicon.Particle) && j+1 < len(s.Words) && !s.Words[j+1].Token.Gap {
		if j++; s.Words[j].Upper {
			return true
		}
	}
	return false
}

func (s *Sentence) addName(i, j int) {
	for i < j-1 && s.hasCue(i, lexicon.Title) && !s.hasCue(j-1, lexicon.Title) {
		i++
	}
	for i > 0 && i < j-1 && s.countryAt(i) && !s.countryAt(j-1) && s.role(i-1) {
		i++ // "президент Турции Реджеп Эрдоган": the country is no part of the name
	}
	n := Name{From: i, To: j, Span: model.Span{Start: s.Words[i].Span.Start, End: s.Words[j-1].Span.End}, Title: -1}
	if i > 0 && s.hasCue(i-1, lexicon.Title) {
		n.Title = i - 1
	}
	for w := i; w < j; w++ {
		s.Words[w].Name = len(s.Names) + 1
	}
	n.Keys = append(s.keys(i, j), s.familyKeys(i, j)...)
	s.Names = append(s.Names, n)
}

// keys are the skeletons of words [i, j); characters of an unspaced run count as
// one word.
func (s *Sentence) keys(i, j int) []string {
	var out []string
	for w := i; w < j; {
		text := s.Words[w].Text
		particle := s.hasCue(w, lexicon.Particle)
		for w++; w < j && s.Words[w].Token.Inside && unspaced(s.Words[w].Text); w++ {
			text += s.Words[w].Text
			particle = false
		}
		if k := Skeleton(text); len(k) > 1 && !particle {
			out = append(out, k)
		}
	}
	return out
}

// unspaced reports whether the text is of a script written without spaces, or
// taken character by character.
func unspaced(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.In(r, unicode.Han, unicode.Hangul)
}

// orderNames puts the names in the order of the text.
func (s *Sentence) orderNames() {
	slices.SortStableFunc(s.Names, func(a, b Name) int { return a.From - b.From })
	for n, name := range s.Names {
		for w := name.From; w < name.To; w++ {
			s.Words[w].Name = n + 1
		}
	}
}

func (s *Sentence) hasCue(word int, c lexicon.Cue) bool {
	at := sort.Search(len(s.cues), func(k int) bool { return s.cues[k].Start > word-maxCue })
	for ; at < len(s.cues) && s.cues[at].Start <= word; at++ {
		if h := &s.cues[at]; h.Cue == c && word < h.End {
			return true
		}
	}
	return false
}

// maxCue is how many words a cue has at the most, with those that may stand inside it.
const maxCue = 48
