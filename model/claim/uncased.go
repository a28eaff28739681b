package claim

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// maxNameRun is how many words a name of a script without capitals has at the
// most, and maxHanName how many characters one of Han characters.
const (
	maxNameRun = 3
	maxHanName = 4
)

// uncased finds names in scripts without capitals: words that the lexicon does
// not know, beside a title or a word of saying.
func (s *Sentence) uncased(lang *lexicon.Language) {
	for i := 0; i < len(s.Words); {
		var j int
		switch r, _ := utf8.DecodeRuneInString(s.Words[i].Text); {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Devanagari):
			if j = s.spacedName(i, lang); j <= i {
				j = s.saidName(i)
			}
		case unicode.Is(unicode.Hangul, r):
			j = s.hangulName(i)
		case unicode.Is(unicode.Katakana, r):
			j = s.katakanaName(i)
		case unicode.Is(unicode.Han, r):
			j = s.hanName(i, lang)
		}
		if j <= i && unspaced(s.Words[i].Text) {
			j = s.titledName(i)
		}
		if j <= i {
			i++
			continue
		}
		s.addName(i, j)
		i = j
	}
}

// strange reports whether the word is one that only a name would be.
func (s *Sentence) strange(i int) bool {
	w := &s.Words[i]
	return !w.Known && !w.Cued && !w.Stop && !w.Used && w.Name == 0 && !w.Token.IsNumber && !hasCase(w.Text) && !s.countryAt(i) && !unicode.IsDigit(rune(w.Text[0]))
}

// spacedName is the end of a name that begins at word i, or 0.
func (s *Sentence) spacedName(i int, lang *lexicon.Language) int {
	if !s.strange(i) || utf8.RuneCountInString(s.Words[i].Text) < 2 || i > 0 && !s.Words[i].Token.Gap && s.strange(i-1) {
		return 0
	}
	j := i + 1
	for j < len(s.Words) && !s.Words[j].Token.Gap && j-i < maxNameRun && (s.strange(j) || s.hasCue(j, lexicon.Particle) && j+1 < len(s.Words) && s.strange(j+1)) {
		j++
	}
	switch {
	case j == i+1 && s.definite(i):
	case j < len(s.Words) && s.hasCue(j, lexicon.Doer):
		return j
	case s.titledBefore(i), lang.VerbLast && s.titledAfter(j), j > i+1 && (s.saidBefore(i) || s.saidAfter(j)):
		return j
	}
	return 0
}

// saidName is the end of a name of two or three words that begins at word i, right
// behind a word of saying or a role, or 0. Names are words too: one of them need be
// none that the lexicon knows.
func (s *Sentence) saidName(i int) int {
	if !s.saidBefore(i) && !s.roleBefore(i) || s.definite(i) {
		return 0
	}
	j, strange := i, 0
	for ; j < len(s.Words) && j-i < maxNameRun && (j == i || !s.Words[j].Token.Gap) && s.mayName(j); j++ {
		if s.strange(j) {
			strange++
		}
	}
	if strange == 0 || j < i+2 {
		return 0
	}
	return j
}

// mayName reports whether a word, though the lexicon may know it, can be of a name of
// somebody.
func (s *Sentence) mayName(i int) bool {
	w := &s.Words[i]
	if w.Stop || w.Cued || w.Used || w.Name != 0 || w.Token.IsNumber || s.countryAt(i) || s.peopleAt(i) || hasCase(w.Text) || unicode.IsDigit(rune(w.Text[0])) {
		return false
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From <= i && i < m.To {
			switch all[m.Concept].Class {
			case lexicon.RoleClass, lexicon.GroupClass, lexicon.SpeechClass, lexicon.PlaceClass, lexicon.EventClass:
				return false
			}
		}
	}
	return true
}

// definite reports whether the word begins with the Arabic article: such a word
// is no name by itself.
func (s *Sentence) definite(i int) bool {
	return strings.HasPrefix(s.Words[i].Text, arabicArticle) || strings.HasPrefix(s.Words[i].Text, "و"+arabicArticle)
}

// maxApposition is how many words may stand between a title and the name: the
// country or the office in "the Russian president" of languages that put them
// after the title.
const maxApposition = 3

// titledBefore reports whether a title or role stands before the word, in one
// piece with it.
func (s *Sentence) titledBefore(i int) bool {
	for k := i; k > 0 && i-k <= maxApposition && !s.Words[k].Token.Gap; k-- {
		if s.role(k - 1) {
			return true
		}
		if !s.countryAt(k - 1) {
			return false
		}
	}
	return false
}

// titledAfter reports whether a title or role begins at the word.
func (s *Sentence) titledAfter(j int) bool {
	return j < len(s.Words) && !s.Words[j].Token.Gap && s.role(j)
}

// role reports whether the word is a title, or the name of a role.
func (s *Sentence) role(i int) bool {
	if s.hasCue(i, lexicon.Title) {
		return true
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From <= i && i < m.To && all[m.Concept].Class == lexicon.RoleClass {
			return true
		}
	}
	return false
}

func (s *Sentence) saidBefore(i int) bool {
	return i > 0 && !s.Words[i].Token.Gap && s.sayingAt(i-1, true)
}

func (s *Sentence) saidAfter(j int) bool {
	return j < len(s.Words) && !s.Words[j].Token.Gap && s.sayingAt(j, false)
}

// sayingAt reports whether a word of saying ends at the word, or begins there.
func (s *Sentence) sayingAt(i int, ends bool) bool {
	at := func(from, to int) bool { return ends && to == i+1 || !ends && from == i }
	for _, h := range s.cues {
		if h.Cue == lexicon.According && at(h.Start, h.End) {
			return true
		}
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if at(m.From, m.To) && m.Exact && all[m.Concept].Class == lexicon.SpeechClass {
			return true
		}
	}
	return false
}

// run is the end of the run of characters that stands without a space from i
// on.
func (s *Sentence) run(i int) int {
	for i++; i < len(s.Words) && s.Words[i].Token.Inside && !s.Words[i].Token.Gap; i++ {
	}
	return i
}

// hangulName is the end of a name that begins at character i, or 0: one or two
// words of two to five syllables before a title.
func (s *Sentence) hangulName(i int) int {
	end := i
	for words := 0; words < 2; words++ {
		next := s.run(end)
		if end >= len(s.Words) || s.Words[end].Token.Inside || words > 0 && s.Words[end].Token.Gap || next-end < 2 || next-end > 5 || !s.allStrange(end, next) {
			return 0
		}
		if end = next; s.titledAfter(end) && !s.Words[end].Token.Inside {
			return end
		}
	}
	return 0
}

func (s *Sentence) allStrange(from, to int) bool {
	for w := from; w < to; w++ {
		if !s.strange(w) {
			return false
		}
	}
	return true
}

// katakanaName is the end of a name that begins at word i, or 0: words joined by
// a middle dot, or one before a title.
func (s *Sentence) katakanaName(i int) int {
	j, strange := i+1, s.strange(i)
	if s.Words[i].Name != 0 {
		return 0
	}
	for j < len(s.Words) && s.dotted(j) && s.Words[j].Name == 0 {
		strange = strange || s.strange(j)
		j++
	}
	if strange && (j > i+1 || s.titledAfter(j) && utf8.RuneCountInString(s.Words[i].Text) > 1) {
		return j
	}
	return 0
}

// dotted reports whether a middle dot joins the word to the one before.
func (s *Sentence) dotted(j int) bool {
	w := &s.Words[j]
	between := w.Span.Start - s.Words[j-1].Span.End
	return !w.Token.Gap && !w.Token.Inside && (between == len("・") || between == len("·"))
}

//go:embed han.txt
var hanData string

// han is what is known of Han characters in names: those that stand for the
// sounds of foreign names, and those that are family names.
var han = sync.OnceValue(func() map[string]map[rune]bool {
	out := map[string]map[rune]bool{}
	for _, line := range strings.Split(hanData, "\n") {
		key, chars, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if out[key] == nil {
			out[key] = map[rune]bool{}
		}
		for _, r := range strings.TrimSpace(chars) {
			out[key][r] = true
		}
	}
	return out
})

func isHan(text, kind string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return han()[kind][r]
}

// hanName is the end of a name that begins at character i, or 0: a foreign name
// spelt by sounds, or a family name and one or two characters, beside a title
// or a word of saying.
func (s *Sentence) hanName(i int, lang *lexicon.Language) int {
	if j := s.soundedName(i); j > i {
		return j
	}
	if !s.strange(i) {
		return 0
	}
	if lang.VerbLast {
		return s.japaneseName(i)
	}
	if !isHan(s.Words[i].Text, "family") {
		return 0
	}
	for n := 3; n > 1; n-- {
		j := i + n
		if j > len(s.Words) || !s.allStrange(i, j) || s.run(i) < j || !s.allHan(i, j) {
			continue
		}
		if s.titledAfter(j) || s.titledBefore1(i) && (n == 3 || s.saidAfter(j) || s.run(i) == j) || s.saidAfter(j) && (n == 3 || s.roleBefore(i)) {
			return j
		}
	}
	return 0
}

func (s *Sentence) titledBefore1(i int) bool {
	return i > 0 && !s.Words[i].Token.Gap && s.hasCue(i-1, lexicon.Title)
}

// roleBefore reports whether the name of a role ends right before the word.
func (s *Sentence) roleBefore(i int) bool { return i > 0 && !s.Words[i].Token.Gap && s.role(i-1) }

func (s *Sentence) allHan(from, to int) bool {
	for w := from; w < to; w++ {
		if r, _ := utf8.DecodeRuneInString(s.Words[w].Text); !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// The least characters of a foreign name by sounds: anywhere, and beside a title
// or a word of saying.
const (
	minSounded       = 4
	minSoundedTitled = 2
)

// soundedName is the end of a foreign name spelt by sounds.
func (s *Sentence) soundedName(i int) int {
	dots, strange, j := 0, 0, i
	for ; j < len(s.Words) && j-i < 4*maxHanName; j++ {
		w := &s.Words[j]
		if w.Used || w.Name != 0 || s.countryAt(j) || !isHan(w.Text, "sound") {
			break
		}
		if j > i && s.dotted(j) {
			dots++
		} else if j > i && (w.Token.Gap || !w.Token.Inside) {
			break
		}
		if dots == 0 && !s.strange(j) {
			break
		}
		if s.strange(j) {
			strange++
		}
	}
	n := j - i
	switch {
	case dots > 0 && n > dots && strange > 1:
		return j
	case n >= minSounded, n >= minSoundedTitled && (s.titledAfter(j) || s.titledBefore1(i) || n > 2 && s.saidAfter(j)):
		return j
	}
	return 0
}

// japaneseName is the end of a name of Han characters before a title, which
// nothing of the same script precedes that is not known.
func (s *Sentence) japaneseName(i int) int {
	if i > 0 && !s.Words[i].Token.Gap && s.allHan(i-1, i) && s.strange(i-1) {
		return 0
	}
	j := i
	for j < len(s.Words) && (j == i || s.Words[j].Token.Inside && !s.Words[j].Token.Gap) && s.allHan(j, j+1) && s.strange(j) {
		j++
	}
	if n := j - i; n > 1 && n <= maxHanName+1 && s.titledAfter(j) {
		return j
	}
	return s.knownName(i)
}

// knownName is the end of a Japanese name before a title of whose two or four
// characters some, but not all, are words of the lexicon by themselves.
func (s *Sentence) knownName(i int) int {
	j, strange := i, false
	for j < len(s.Words) && j-i < maxTitledHan && (j == i || s.Words[j].Token.Inside && !s.Words[j].Token.Gap) && !s.titleAt(j) && s.free(j) && s.allHan(j, j+1) {
		strange = strange || !s.Words[j].Known && !s.Words[j].Cued
		j++
	}
	if n := j - i; strange && n%2 == 0 && n > 0 && s.titleAt(j) && s.Words[j].Token.Inside && !isHan(s.Words[i].Text, "before") && !isHan(s.Words[j-1].Text, "body") {
		return j
	}
	return 0
}
