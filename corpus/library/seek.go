package library

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/group"
)

// What bounds the search for articles that may report the event of another: how
// many of those that hold a term are looked at, the last added, how many in all,
// rare terms first, and how many of those found are compared.
const (
	maxHolders  = 48
	maxVisits   = 400
	maxCompared = 16
)

// noBlock is the block of the articles of which no day is known; they are compared
// with those of the newest days.
const (
	noBlock      = math.MinInt32
	newestBlocks = 8
)

func blockOf(a *model.Article) int64 {
	day, ok := a.Date.Days()
	if !ok {
		return noBlock
	}
	return int64(math.Floor(float64(day) / group.BlockDays))
}

// seek touches the events that the fresh articles may belong to.
func (r *regrouping) seek(ctx context.Context) error {
	f := finder{regrouping: r, filled: map[int64]bool{}, met: map[int64]*candidate{}}
	if err := f.newest(); err != nil {
		return err
	}
	var fresh []*grouped
	for _, g := range r.known {
		fresh = append(fresh, g)
	}
	slices.SortFunc(fresh, func(a, b *grouped) int { return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.n, b.n)) })
	for _, g := range fresh {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.find(g); err != nil {
			return err
		}
	}
	return nil
}

// finder looks for articles that are kept already.
type finder struct {
	*regrouping
	blocks []int64              // the newest that are dated
	filled map[int64]bool       // blocks, as far as it is known whether there is anything in them
	met    map[int64]*candidate // by number
}

type candidate struct {
	event    int64
	prospect group.Prospect
}

func (f *finder) newest() error {
	last := int64(math.MaxInt64)
	for range newestBlocks {
		found := false
		err := f.rows("SELECT max(block) FROM traces WHERE block < ?", []any{last}, func(s *sqlite3.Stmt) error {
			if found = s.ColumnType(0) != sqlite3.NULL && s.ColumnInt64(0) != noBlock; found {
				last = s.ColumnInt64(0)
				f.blocks = append(f.blocks, last)
			}
			return nil
		})
		if err != nil || !found {
			return err
		}
	}
	return nil
}

// near lists the blocks in which reports of an article's event may be, and in which
// there are any.
func (f *finder) near(a *model.Article) (near []int64, err error) {
	blocks := []int64{noBlock}
	if b := blockOf(a); b != noBlock {
		blocks = append(blocks, b, b-1, b+1)
	} else {
		blocks = append(blocks, f.blocks...)
	}
	for _, b := range blocks {
		filled, asked := f.filled[b]
		if !asked {
			err = f.rows("SELECT 1 FROM traces WHERE block = ? LIMIT 1", []any{b}, func(*sqlite3.Stmt) error { filled = true; return nil })
			if err != nil {
				return nil, err
			}
			f.filled[b] = filled
		}
		if filled {
			near = append(near, b)
		}
	}
	return near, nil
}

// find touches the events that an article may belong to.
func (f *finder) find(g *grouped) error {
	blocks, err := f.near(g.signature.Article)
	if err != nil || len(blocks) == 0 {
		return err
	}
	shared, left := map[int64]float32{}, maxVisits
	for _, t := range f.background.Traces(g.signature, group.MaxLookups) {
		for _, b := range blocks {
			if left <= 0 {
				break
			}
			err := f.rows("SELECT n FROM traces WHERE block = ? AND term = ? ORDER BY n DESC LIMIT ?", []any{b, int64(t.Term), maxHolders}, func(s *sqlite3.Stmt) error {
				shared[s.ColumnInt64(0)] += t.Weight
				left--
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	own := f.background.Prospect(g.signature)
	for _, n := range weightiest(shared) {
		c, err := f.candidate(n)
		if err != nil {
			return err
		}
		if c == nil || c.event == 0 {
			continue
		}
		if _, ok := f.touched[c.event]; ok {
			continue
		}
		if _, may := own.May(c.prospect); may {
			f.touched[c.event] = false
		}
	}
	return nil
}

// weightiest lists the numbers of the greatest weight.
func weightiest(shared map[int64]float32) []int64 {
	var all []int64
	for n := range shared {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b int64) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(b, a)) })
	return all[:min(len(all), maxCompared)]
}

// candidate is an article to be compared, nil where it is gone.
func (f *finder) candidate(n int64) (*candidate, error) {
	if c, ok := f.met[n]; ok {
		return c, nil
	}
	var c *candidate
	err := f.load("g.n = ?", []any{n}, func(g *grouped) {
		c = &candidate{g.event, f.background.Prospect(g.signature)}
	})
	f.met[n] = c
	return c, err
}
