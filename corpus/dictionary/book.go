package dictionary

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/model/lexicon"
	"parallax/model/lexicon/stem"
)

// book is a dictionary as read: its headwords are held, its entries stay on disk.
type book struct {
	source Source
	open   func() error // reads the index when first called
	index  *index
	text   io.ReaderAt

	once    sync.Once
	inverse map[string][]string // key of a translation → headwords
}

func newBook(s Source) *book {
	b := &book{source: s}
	b.open = sync.OnceValue(b.read)
	return b
}

func (b *book) read() error {
	data, err := readIndex(b.source.Index)
	if err != nil {
		return err
	}
	x, err := newIndex(data)
	if err != nil {
		return fmt.Errorf("%s: %w", b.source.Index, err)
	}
	f, err := os.Open(b.source.Text) // stays open as long as the program runs
	if err != nil {
		return err
	}
	b.text = f
	if strings.HasSuffix(b.source.Text, ".dz") {
		if b.text, err = newDictzip(f); err != nil {
			f.Close()
			return fmt.Errorf("%s: %w", b.source.Text, err)
		}
	}
	b.index = x
	return nil
}

func readIndex(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxIndex+1))
}

// maxEntries is how many entries are read for one word.
const maxEntries = 4

// lookup lists the translations of a word, or of the words that share its stem.
// A dictionary that cannot be read has none.
func (b *book) lookup(word string) []string {
	if b.open() != nil {
		return nil
	}
	lines := b.exact(headword(word))
	if len(lines) == 0 {
		lines = b.inflected(headword(word))
	}
	var out []string
	for _, i := range lines {
		for _, t := range b.terms(i) {
			if !slices.Contains(out, t) && len(out) < maxTerms {
				out = append(out, t)
			}
		}
	}
	return out
}

func (b *book) exact(word string) []int {
	var lines []int
	if word == "" {
		return nil
	}
	b.index.from(word, func(i int, w string) bool {
		if w == word {
			lines = append(lines, i)
		}
		return w == word && len(lines) < maxEntries
	})
	return lines
}

// minBeginning is how many letters of a word must be those of its headword.
const minBeginning = 3

// inflected finds headwords of the same stem: they begin as the word does, or as
// its stem.
func (b *book) inflected(word string) []int {
	tag := b.source.From
	if !lexicon.Of(tag).Spaced || strings.ContainsRune(word, ' ') {
		return nil
	}
	root := stem.Word(tag, word)
	n := utf8.RuneCountInString(root)
	if !strings.HasPrefix(stem.Fold(tag, word), root) {
		n--
	}
	var lines []int
	for _, beginning := range slices.Compact([]string{firstRunes(word, n), root}) {
		if utf8.RuneCountInString(beginning) < minBeginning {
			continue
		}
		b.index.from(beginning, func(i int, w string) bool {
			if !strings.ContainsRune(w, ' ') && len(w) <= len(word)+len(root) && stem.Word(tag, w) == root && !slices.Contains(lines, i) {
				lines = append(lines, i)
			}
			return len(lines) < maxEntries
		})
	}
	return lines
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n <= 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// headword writes a word as indexes have it: in lower case, letters, figures and
// single spaces only.
func headword(word string) string {
	var b strings.Builder
	for _, f := range strings.Fields(norm.NFC.String(strings.ToLower(word))) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range f {
			if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// terms are the translations in the entry of a line.
func (b *book) terms(line int) []string {
	p, ok := b.index.place(line)
	if !ok {
		return nil
	}
	entry := make([]byte, p.size)
	n, err := b.text.ReadAt(entry, p.at)
	if err != nil && n == 0 {
		return nil
	}
	return terms(string(entry[:n]))
}

// maxInverted is the most headwords of a dictionary that is read whole to be used
// the other way round.
const maxInverted = 100_000

// back lists the headwords of which the word is a translation. The first call
// reads the dictionary whole.
func (b *book) back(word string) []string {
	if b.open() != nil || len(b.index.lines) > maxInverted {
		return nil
	}
	b.once.Do(b.invert)
	return b.inverse[keyOf(b.source.To, word)]
}

func (b *book) invert() {
	b.inverse = map[string][]string{}
	last := place{at: -1}
	for i := range b.index.lines {
		p, ok := b.index.place(i)
		if !ok || internal(p.headword) || p == last {
			continue
		}
		last = p
		for _, t := range b.terms(i) {
			key := keyOf(b.source.To, t)
			if words := b.inverse[key]; len(words) < maxTerms && !slices.Contains(words, p.headword) {
				b.inverse[key] = append(words, p.headword)
			}
		}
	}
}

// internal reports whether the entry tells of the dictionary itself.
func internal(word string) bool {
	return word == "" || strings.HasPrefix(word, "00database") || strings.HasPrefix(word, "00-database")
}

// keyOf is what the forms of a word or of a term have in common.
func keyOf(tag, term string) string {
	if !lexicon.Of(tag).Spaced {
		return stem.Fold(tag, term)
	}
	words := strings.Fields(stem.Lower(tag, term))
	for i, w := range words {
		words[i] = stem.Word(tag, w)
	}
	return strings.Join(words, " ")
}
