package keys

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Match is a binding that some typed text may mean.
type Match struct {
	Binding
	At    []int // the letters of the action's name that were typed, as bytes of it
	score int
}

// Matching lists what a typed text may mean on a screen, the likeliest first: the
// letters of it stand in the name of an action in their order, or its words begin
// words of what the action does. No text means everything, in the order of the
// table.
func (t Table) Matching(place Place, text string) []Match {
	text = strings.ToLower(strings.TrimSpace(text))
	var found []Match
	for _, b := range t.On(place) {
		if slices.ContainsFunc(found, func(m Match) bool { return m.Action == b.Action }) {
			continue
		}
		if m, ok := matching(b, text); ok {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.score, a.score) })
	return found
}

// What makes one reading of a typed text likelier than another.
const (
	wholeName    = 1000 // the name as it is
	beginning    = 500  // the name begins so
	inName       = 100  // the letters stand in the name, rather than in what it does
	wordStart    = 10   // a letter begins a word
	followsOther = 6    // a letter stands behind the one typed before it
)

func matching(b Binding, text string) (m Match, ok bool) {
	m.Binding = b
	if text == "" {
		return m, true
	}
	name := string(b.Action)
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
	if m.At, m.score, ok = inOrder(name, letters); ok {
		m.score += inName - len(name)
		switch dashed := strings.Join(strings.Fields(text), "-"); {
		case name == dashed:
			m.score += wholeName
		case strings.HasPrefix(name, dashed):
			m.score += beginning
		}
		return m, true
	}
	return m, beginsWords(b.Does, text)
}

// inOrder finds letters in a name in their order, where they say most: at the
// beginnings of words, and side by side. It places them from the last to the
// first.
func inOrder(name, letters string) (at []int, score int, ok bool) {
	if letters == "" || len(letters) > len(name) {
		return nil, 0, false
	}
	best, next := make([]int, len(name)+1), make([][]int, len(letters)) // of the letters from here on
	for i := len(letters) - 1; i >= 0; i-- {
		best, next[i] = placed(name, letters[i], best, i == len(letters)-1)
	}
	place := 0
	for j := range name {
		if best[j] > best[place] {
			place = j
		}
	}
	if score = best[place]; score == 0 {
		return nil, 0, false
	}
	for _, after := range next {
		at, place = append(at, place), after[place]
	}
	return at, score, true
}

// placed is what a letter and those after it say at best with it at each place of
// a name, 0 where it cannot stand, and where the letter after it then stands.
func placed(name string, letter byte, after []int, last bool) (best, next []int) {
	best, next = make([]int, len(name)+1), make([]int, len(name)+1)
	for j := range len(name) {
		if name[j] != letter {
			continue
		}
		own := 1
		if j == 0 || name[j-1] == '-' {
			own += wordStart
		}
		if last {
			best[j] = own
			continue
		}
		for k := j + 1; k < len(name); k++ {
			with := after[k] + own
			if k == j+1 {
				with += followsOther
			}
			if after[k] > 0 && with > best[j] {
				best[j], next[j] = with, k
			}
		}
	}
	return best, next
}

// beginsWords reports whether each word of a text begins a word of a phrase.
func beginsWords(phrase, text string) bool {
	words := strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' })
	for _, typed := range strings.Fields(text) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) }) {
			return false
		}
	}
	return true
}
