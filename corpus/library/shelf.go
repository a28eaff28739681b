package library

import (
	"fmt"
	"slices"

	"github.com/ncruces/go-sqlite3"
)

// shelf is what is kept side by side of all articles and events, in memory, as it
// stands in the transaction that has asked for it. A place is an index into it.
type shelf struct {
	articles articleShelf
	events   eventShelf
	reports  []int32 // places of the articles that are listed, those of an event side by side
	first    []int32 // of an event in reports, by its place
	spoken   spoken  // last
	sorted   sorted  // last
}

// blocks is which numbers the places have.
type blocks struct {
	stamp   int64           // up to which all is here
	numbers []int64         // of blocks, as they stand in memory
	at      map[int64]int32 // where a block stands
}

// place is where a row stands; ok is false where it is not there.
func (b *blocks) place(n int64) (place int32, ok bool) {
	at, ok := b.at[n>>8]
	return at<<8 | int32(n&(blockRows-1)), ok
}

// number is the number of the row at a place.
func (b *blocks) number(place int32) int64 {
	return b.numbers[place>>8]<<8 | int64(place&(blockRows-1))
}

// byNumber lists the places for which take says so, by their numbers.
func (b *blocks) byNumber(take func(place int32) bool) (places []int32) {
	numbers := slices.Sorted(slices.Values(b.numbers))
	places = make([]int32, 0, len(numbers)*blockRows)
	for _, n := range numbers {
		first := b.at[n] << 8
		for p := first; p < first+blockRows; p++ {
			if take(p) {
				places = append(places, p)
			}
		}
	}
	return places
}

type articleShelf struct {
	blocks
	sort, last []int32
	outlet     []uint32
	event      []int32  // its place; -1 where none is known
	numbered   []uint32 // number of the event
	title      []uint64
	state      []uint8
	language   []uint32 // among languages
	languages  names
	byDate     []int32 // places of those that are listed, newest first
}

type eventShelf struct {
	blocks
	sort      []int32
	reports   []uint32
	conflicts []int32
	traits    []uint32
	counted   []uint32
	outlet    []uint32
	title     []uint64
	language  []uint32
	languages names
	byDate    []int32 // places, newest first
}

// names numbers texts.
type names struct {
	texts []string
	at    map[string]uint32
}

func (n *names) number(text string) uint32 {
	at, ok := n.at[text]
	if !ok {
		if n.at == nil {
			n.at = map[string]uint32{}
		}
		at = uint32(len(n.texts))
		n.texts, n.at[text] = append(n.texts, text), at
	}
	return at
}

// shelved is the shelf as the library stands. It is called inside of read.
func (l *Library) shelved() (*shelf, error) {
	if l.shelf == nil {
		l.shelf = &shelf{}
	}
	s := l.shelf
	articles, err := load(l, &articlesKept, &s.articles.blocks, s.articles.room, s.articles.put)
	if err != nil {
		l.shelf = nil // some of it may be new
		return nil, err
	}
	events, err := load(l, &eventsKept, &s.events.blocks, s.events.room, s.events.put)
	if err != nil {
		l.shelf = nil
		return nil, err
	}
	if articles {
		s.articles.arrange()
		s.spoken = spoken{}
	}
	if events {
		s.events.arrange()
	}
	if articles || events {
		s.join()
		s.sorted = sorted{}
	}
	return s, nil
}

// load reads the blocks that were written since and reports whether there are any.
func load[R comparable](l *Library, c *columnar[R], b *blocks, room func(size int), put func(at int32, rows *[blockRows]R)) (changed bool, err error) {
	stamp, err := l.stamp(c.kept)
	if err != nil || stamp == b.stamp {
		return false, err
	}
	if b.stamp == 0 {
		size := 0
		if err := l.rows("SELECT count(*) FROM "+c.kept, nil, func(s *sqlite3.Stmt) error { size = s.ColumnInt(0); return nil }); err != nil {
			return false, err
		}
		room(size)
	}
	broken := false
	err = l.rows("SELECT block, data FROM "+c.kept+" WHERE stamp > ?", []any{b.stamp}, func(s *sqlite3.Stmt) error {
		block := s.ColumnInt64(0)
		rows, ok := c.unpack(s.ColumnRawBlob(1))
		if !ok {
			broken = true
			return nil
		}
		if b.at == nil {
			b.at = map[int64]int32{}
		}
		at, known := b.at[block]
		if !known {
			at = int32(len(b.numbers))
			b.numbers, b.at[block] = append(b.numbers, block), at
		}
		put(at, &rows)
		return nil
	})
	if err == nil && broken {
		err = fmt.Errorf("what is counted of %s cannot be read: %w", c.table, sqlite3.CORRUPT)
	}
	b.stamp = stamp
	return true, err
}

// grown is a column with room for so many blocks.
func grown[T any](column []T, size int) []T {
	if more := size*blockRows - len(column); more > 0 {
		column = append(column, make([]T, more)...)
	}
	return column
}

// room makes room for so many blocks.
func (a *articleShelf) room(size int) {
	a.sort, a.last, a.outlet = grown(a.sort, size), grown(a.last, size), grown(a.outlet, size)
	a.numbered, a.title = grown(a.numbered, size), grown(a.title, size)
	a.state, a.language = grown(a.state, size), grown(a.language, size)
}

func (a *articleShelf) put(at int32, rows *[blockRows]articleRow) {
	a.room(int(at) + 1)
	text, number := "", a.languages.number("")
	for i := range rows {
		r, p := &rows[i], int(at)*blockRows+i
		if r.language != text {
			text, number = r.language, a.languages.number(r.language)
		}
		a.sort[p], a.last[p], a.outlet[p], a.numbered[p] = r.sort, r.last, r.outlet, r.event
		a.title[p], a.state[p], a.language[p] = r.title, r.state, number
	}
}

func (a *articleShelf) arrange() {
	a.byDate = a.byNumber(func(p int32) bool { return a.state[p]&present != 0 })
	order(a.byDate, 32, func(p int32) uint64 { return newest(a.sort[p]) })
}

// room makes room for so many blocks.
func (e *eventShelf) room(size int) {
	e.sort, e.reports, e.conflicts = grown(e.sort, size), grown(e.reports, size), grown(e.conflicts, size)
	e.traits, e.counted, e.outlet = grown(e.traits, size), grown(e.counted, size), grown(e.outlet, size)
	e.title, e.language = grown(e.title, size), grown(e.language, size)
}

func (e *eventShelf) put(at int32, rows *[blockRows]eventRow) {
	e.room(int(at) + 1)
	for i := range rows {
		r, p := &rows[i], int(at)*blockRows+i
		e.sort[p], e.reports[p], e.conflicts[p], e.traits[p] = r.sort, r.reports, r.conflicts, r.traits
		e.counted[p], e.outlet[p], e.title[p], e.language[p] = r.counted, r.outlet, r.title, e.languages.number(r.language)
	}
}

func (e *eventShelf) arrange() {
	e.byDate = e.byNumber(func(p int32) bool { return e.reports[p] > 0 })
	order(e.byDate, 32, func(p int32) uint64 { return newest(e.sort[p]) })
}

// newest is a key that puts later days first.
func newest(day int32) uint64 { return uint64(^(uint32(day) ^ 1<<31)) }

// join puts articles to their events.
func (s *shelf) join() {
	a, e := &s.articles, &s.events
	a.event = make([]int32, len(a.numbered))
	s.first = make([]int32, len(e.reports)+1)
	for p, n := range a.numbered {
		a.event[p] = -1
		if at, ok := e.place(int64(n)); ok && e.reports[at] > 0 {
			a.event[p] = at
			if a.state[p]&present != 0 {
				s.first[at+1]++
			}
		}
	}
	for at := range e.reports {
		s.first[at+1] += s.first[at]
	}
	s.reports = make([]int32, s.first[len(e.reports)])
	next := slices.Clone(s.first)
	for _, p := range a.byDate {
		if at := a.event[p]; at >= 0 {
			s.reports[next[at]] = p
			next[at]++
		}
	}
}

// of is the places of the articles of an event that are listed.
func (s *shelf) of(event int32) []int32 { return s.reports[s.first[event]:s.first[event+1]] }

// digit is how many bits of a key are sorted by at once.
const digit = 16

// order sorts places by keys of so many bits; those of one key stay in their order.
func order(places []int32, size int, key func(int32) uint64) {
	from, to := places, make([]int32, len(places))
	counts := make([]int, 1<<digit)
	for shift := 0; shift < size; shift += digit {
		clear(counts)
		for _, p := range from {
			counts[uint16(key(p)>>shift)]++
		}
		at := 0
		for i, n := range counts {
			counts[i], at = at, at+n
		}
		for _, p := range from {
			k := uint16(key(p) >> shift)
			to[counts[k]] = p
			counts[k]++
		}
		from, to = to, from
	}
	if passes := (size + digit - 1) / digit; passes%2 == 1 {
		copy(places, from)
	}
}
