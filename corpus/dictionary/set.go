package dictionary

import (
	"slices"
	"strings"
	"sync"
)

// Set is all dictionaries of some folders.
type Set struct {
	books []*book

	mu    sync.Mutex
	known map[question][]string
}

type question struct{ word, from, to string }

// maxKnown is how many answers are kept.
const maxKnown = 1 << 16

// Open lists the dictionaries of the folders, without reading them. Of two of one
// pair of languages the first is used; a folder that is not there holds none.
func Open(folders ...string) *Set {
	s := &Set{known: map[question][]string{}}
	for _, source := range find(folders) {
		s.books = append(s.books, newBook(source))
	}
	return s
}

// Sources lists the dictionaries, as found.
func (s *Set) Sources() []Source {
	out := make([]Source, len(s.books))
	for i, b := range s.books {
		out[i] = b.source
	}
	return out
}

// Headwords reads the index of a dictionary and counts its headwords. The error
// names the file that cannot be read.
func (s *Set) Headwords(of Source) (int, error) {
	b := s.book(of.From, of.To)
	if b == nil {
		return 0, nil
	}
	if err := b.open(); err != nil {
		return 0, err
	}
	return len(b.index.lines), nil
}

func (s *Set) book(from, to string) *book {
	i := slices.IndexFunc(s.books, func(b *book) bool { return b.source.From == from && b.source.To == to })
	if i < 0 {
		return nil
	}
	return s.books[i]
}

// hub is the language through which two others meet.
const hub = "en"

// Gloss lists what a word of one language means in another, both BCP 47 of the
// language alone; the best first, none where no dictionary tells. It looks in the
// dictionary of the two, in that of the other direction, and then goes through
// English. The word may be inflected.
func (s *Set) Gloss(word, from, to string) []string {
	if s == nil || len(s.books) == 0 || from == to {
		return nil
	}
	q := question{headword(word), from, to}
	s.mu.Lock()
	out, ok := s.known[q]
	s.mu.Unlock()
	if ok {
		return slices.Clone(out)
	}
	if out = s.direct(q); len(out) == 0 && from != hub && to != hub {
		out = s.through(q)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.known) >= maxKnown {
		clear(s.known)
	}
	s.known[q] = out
	return slices.Clone(out)
}

// direct looks in the dictionaries of the two languages.
func (s *Set) direct(q question) []string {
	if b := s.book(q.from, q.to); b != nil {
		if out := b.lookup(q.word); len(out) > 0 {
			return out
		}
	}
	if b := s.book(q.to, q.from); b != nil {
		return b.back(q.word)
	}
	return nil
}

// maxThrough is how many English words a translation goes through, and how many
// each of them leads to.
const maxThrough = 3

// through translates into English and on from there.
func (s *Set) through(q question) []string {
	var out []string
	for n, english := range s.Gloss(q.word, q.from, hub) {
		if n == maxThrough {
			break
		}
		found := s.Gloss(strings.TrimPrefix(english, "to "), hub, q.to)
		for _, t := range found[:min(len(found), maxThrough)] {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
