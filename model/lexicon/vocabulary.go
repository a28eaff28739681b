package lexicon

import "strings"

// The most words that a vocabulary holds, so that its size does not grow with what
// is read, and the bytes of the longest.
const (
	maxVocabulary = 8192
	longestKept   = 64
)

// Vocabulary remembers the words of one language, which most texts repeat. It serves one goroutine at a time.
type Vocabulary struct {
	language *Language
	words    map[string]*Lexeme
}

// Vocabulary lends a vocabulary of the language, with what it remembers; give it
// back with Return.
func (l *Language) Vocabulary() *Vocabulary {
	if v, ok := l.vocabularies.Get().(*Vocabulary); ok {
		return v
	}
	return &Vocabulary{l, map[string]*Lexeme{}}
}

// Return gives a vocabulary back.
func (l *Language) Return(v *Vocabulary) { l.vocabularies.Put(v) }

// Lexeme is what is known of a word, as [Language.Lexeme] tells it.
func (v *Vocabulary) Lexeme(word string) *Lexeme {
	if x, ok := v.words[word]; ok {
		return x
	}
	if len(word) > longestKept {
		return v.language.Lexeme(word)
	}
	if len(v.words) == maxVocabulary {
		clear(v.words)
	}
	word = strings.Clone(word) // not to keep the whole text
	x := v.language.Lexeme(word)
	v.words[word] = x
	return x
}
