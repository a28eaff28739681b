package stem

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
)

// step is one transformation of a word; the fields of its kind are set.
type step struct {
	snowball func(*snowballstem.Env) bool
	fold     *folding
	tail     *unicode.RangeTable // a script whose letters are cut off at the end
	affixes  *affixes
	around   *around
	forms    bool // here a word that is among the forms is done
}

func (s *step) apply(word string) string {
	switch {
	case s.snowball != nil:
		env := snowballstem.NewEnv(word)
		s.snowball(env)
		return env.Current()
	case s.fold != nil:
		return s.fold.apply(word)
	case s.tail != nil:
		return cutTail(word, s.tail)
	case s.around != nil:
		return s.around.apply(word)
	}
	return s.affixes.apply(word)
}

// cutTail cuts the letters of a script off the end of a word that holds others.
func cutTail(word string, script *unicode.RangeTable) string {
	stem := strings.TrimRightFunc(word, func(r rune) bool { return unicode.Is(script, r) })
	if stem == "" {
		return word
	}
	return stem
}

// affixes takes the longest affix that fits off one end of a word, up to a
// number of times.
type affixes struct {
	prefix  bool
	times   int
	longest int // bytes
	rules   map[string]affix
	ends    [256]bool       // by the outermost byte of an affix: most words have none
	hold    map[string]bool // words, or beginnings of words, to leave alone
	holding int             // bytes of the longest
}

// affix is what becomes of one affix.
type affix struct {
	least int    // runes that must be left
	put   string // in its place
}

func (a *affixes) apply(word string) string {
	for range a.times {
		next, ok := a.once(word)
		if !ok {
			break
		}
		word = next
	}
	return word
}

func (a *affixes) once(word string) (string, bool) {
	if word == "" || !a.ends[a.outermost(word)] || a.held(word) {
		return word, false
	}
	for n := min(a.longest, len(word)-1); n > 0; n-- {
		if !utf8.RuneStart(word[a.edge(word, n)]) {
			continue
		}
		end, rest := a.cut(word, n)
		rule, ok := a.rules[end]
		if !ok || utf8.RuneCountInString(rest) < rule.least {
			continue
		}
		if a.prefix {
			return rule.put + rest, true
		}
		return rest + rule.put, true
	}
	return word, false
}

// outermost is the byte at which the affixes of a word, or an affix, end it.
func (a *affixes) outermost(word string) byte {
	if a.prefix {
		return word[0]
	}
	return word[len(word)-1]
}

// edge is where a cut of n bytes, fewer than the word has, falls in the word.
func (a *affixes) edge(word string, n int) int {
	if a.prefix {
		return n
	}
	return len(word) - n
}

// cut is the n bytes at the end where affixes are taken off, and the rest.
func (a *affixes) cut(word string, n int) (end, rest string) {
	if a.prefix {
		return word[:n], word[n:]
	}
	return word[len(word)-n:], word[:len(word)-n]
}

// held reports whether a word is to be left alone: for suffixes the whole word
// counts, for prefixes how it begins.
func (a *affixes) held(word string) bool {
	if !a.prefix {
		return a.hold[word]
	}
	for n := min(a.holding, len(word)); n > 0; n-- {
		if (n == len(word) || utf8.RuneStart(word[n])) && a.hold[word[:n]] {
			return true
		}
	}
	return false
}

// around takes the first frame that fits off both ends of a word.
type around struct {
	pairs []frame
	hold  map[string]bool // words to leave alone
}

// frame is a prefix and a suffix that go together.
type frame struct {
	before, after string
	least         int // runes that must be left
}

func (a *around) apply(word string) string {
	if a.hold[word] {
		return word
	}
	for _, f := range a.pairs {
		rest, ok := strings.CutPrefix(word, f.before)
		if !ok {
			continue
		}
		if rest, ok = strings.CutSuffix(rest, f.after); ok && utf8.RuneCountInString(rest) >= f.least {
			return rest
		}
	}
	return word
}
