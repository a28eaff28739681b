package library

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// Order is an order of a list. Where it leaves two alike, the newer stands first.
// Events stand by their first report.
type Order string

// The orders.
const (
	Newest      Order = "date"
	ByOutlet    Order = "outlet"
	ByLanguage  Order = "language"
	ByTitle     Order = "title"
	ByConflicts Order = "conflicts"
)

// sorted is the places in the order last asked for.
type sorted struct {
	by     Order
	events bool
	places []int32
}

// ordered is the places of all articles that are listed, or of all events, in an
// order; by title only as far as its beginning goes.
func (l *Library) ordered(s *shelf, by Order, events bool) ([]int32, error) {
	byDate := s.articles.byDate
	if events {
		byDate = s.events.byDate
	}
	if by == Newest {
		return byDate, nil
	}
	if s.sorted.by == by && s.sorted.events == events {
		return s.sorted.places, nil
	}
	key, err := l.key(s, by, events)
	if err != nil {
		return nil, err
	}
	places := slices.Clone(byDate)
	size := 32
	if by == ByTitle {
		size = 64
	}
	order(places, size, key)
	s.sorted = sorted{by, events, places}
	return places, nil
}

// key is what an order sorts places by.
func (l *Library) key(s *shelf, by Order, events bool) (func(int32) uint64, error) {
	a, e := &s.articles, &s.events
	switch by {
	case ByTitle:
		titles := a.title
		if events {
			titles = e.title
		}
		return func(p int32) uint64 { return titles[p] }, nil
	case ByConflicts:
		return func(p int32) uint64 {
			if !events {
				p = a.event[p]
			}
			if p < 0 {
				return math.MaxInt32
			}
			return uint64(math.MaxInt32 - max(e.conflicts[p], 0))
		}, nil
	case ByLanguage:
		languages, texts := a.language, a.languages.texts
		if events {
			languages, texts = e.language, e.languages.texts
		}
		at := make([]uint64, len(texts))
		for rank, text := range slices.Sorted(slices.Values(texts)) {
			at[slices.Index(texts, text)] = uint64(rank)
		}
		return func(p int32) uint64 { return at[languages[p]] }, nil
	}
	names, err := l.outletNames()
	outlets := a.outlet
	if events {
		outlets = e.outlet
	}
	at := ranks(names)
	return func(p int32) uint64 { return at[outlets[p]] }, err
}

// ranks is where names stand whatever their capitals; those that differ in no more
// stand in one place.
func ranks(names map[uint32]string) map[uint32]uint64 {
	lower := map[string]uint64{}
	for _, name := range names {
		lower[strings.Map(smallRune, name)] = 0
	}
	for rank, name := range slices.Sorted(maps.Keys(lower)) {
		lower[name] = uint64(rank)
	}
	at := map[uint32]uint64{}
	for n, name := range names {
		at[n] = lower[strings.Map(smallRune, name)]
	}
	return at
}

func smallRune(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// maxAlike is how many titles that begin alike are put in order; more stand by
// their dates.
const maxAlike = 4096

// listedFrom is [pageOf] in an order: by title those that begin alike are put in
// order where they stand on the page.
func (l *Library) listedFrom(s *shelf, by Order, events bool, picked []bool, from, count int) (places []int32, total int, err error) {
	all, err := l.ordered(s, by, events)
	if err != nil {
		return nil, 0, err
	}
	from = max(from, 0)
	places, total = pageOf(all, picked, from, count)
	if by != ByTitle || len(places) == 0 {
		return places, total, nil
	}
	titles := s.articles.title
	if events {
		titles = s.events.title
	}
	// The first and the last of the page may begin as others do that stand before or
	// after it.
	var wide []int32
	skipped := 0
	first, last := titles[places[0]], titles[places[len(places)-1]]
	for _, p := range all {
		switch {
		case !picked[p] || titles[p] > last:
		case titles[p] < first:
			skipped++
		default:
			wide = append(wide, p)
		}
	}
	if err := l.byTitle(s, events, titles, wide); err != nil {
		return nil, 0, err
	}
	return wide[from-skipped : from-skipped+len(places)], total, nil
}

// byTitle puts places, sorted by the beginnings of their titles, in the order of
// the whole titles.
func (l *Library) byTitle(s *shelf, events bool, titles []uint64, places []int32) error {
	for len(places) > 0 {
		alike := slices.IndexFunc(places, func(p int32) bool { return titles[p] != titles[places[0]] })
		if alike < 0 {
			alike = len(places)
		}
		if alike > 1 && alike <= maxAlike {
			whole := map[int32]string{}
			for _, p := range places[:alike] {
				title, err := l.titleAt(s, events, p)
				if err != nil {
					return err
				}
				whole[p] = title
			}
			slices.SortStableFunc(places[:alike], func(a, b int32) int { return cmp.Compare(whole[a], whole[b]) })
		}
		places = places[alike:]
	}
	return nil
}

// titleAt is the title of an article, or of the report that an event is sorted by,
// in small letters.
func (l *Library) titleAt(s *shelf, events bool, place int32) (title string, err error) {
	sql, n := "SELECT lower(t.title) FROM articles a JOIN texts t ON t.n = a.n << 16 | a.version WHERE a.n = ?", s.articles.number
	if events {
		sql, n = eventTitle, s.events.number
	}
	err = l.rows(sql, []any{n(place)}, func(r *sqlite3.Stmt) error { title = r.ColumnText(0); return nil })
	return title, err
}

// eventTitle is the title that [Library.lead] takes.
const eventTitle = `SELECT lower(t.title) FROM grouped g JOIN articles a ON a.n = g.n JOIN texts t ON t.n = a.n << 16 | a.version
	WHERE g.event = ? ORDER BY a.language = 'en' DESC, a.last_day IS NULL, a.sort, a.id LIMIT 1`
