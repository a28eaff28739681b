package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// TestVocabulary holds that what is remembered of a word is what a fresh look
// gives, and that no more is remembered than there is room for.
func TestVocabulary(t *testing.T) {
	lang := Of("de")
	v := lang.Vocabulary()
	defer lang.Return(v)
	long := strings.Repeat("Donau", longestKept)
	for range 2 {
		for _, word := range []string{"Brücken", "sagte", "ums", "Xyzzy", long} {
			got, want := *v.Lexeme(word), *lang.Lexeme(word)
			if (got.begins == nil) != (want.begins == nil) {
				t.Errorf("%q: begins %v, want %v", word, got.begins, want.begins)
			}
			if got.begins, want.begins = nil, nil; got != want {
				t.Errorf("%q: got %+v, want %+v", word, got, want)
			}
		}
	}
	if _, kept := v.words[long]; kept {
		t.Errorf("a word of %d bytes is kept", len(long))
	}
	for i := range 2*maxVocabulary + 1 {
		v.Lexeme(fmt.Sprint("wort", i))
	}
	if len(v.words) > maxVocabulary {
		t.Errorf("%d words are kept", len(v.words))
	}
}

// TestVocabularyIsLent holds that two who read at once have a vocabulary each.
func TestVocabularyIsLent(t *testing.T) {
	lang := Of("id")
	a, b := lang.Vocabulary(), lang.Vocabulary()
	if a == b {
		t.Error("one vocabulary is lent twice")
	}
	lang.Return(a)
	lang.Return(b)
}
