package library

import (
	"context"
	"runtime"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/group"
)

// awaited is a pending article: its state when it was looked at, and its signature,
// nil where it is removed.
type awaited struct {
	n, stamp  int64
	gone      bool // removed
	signature *group.Signature
}

// Pending is how many articles wait to be grouped.
func (l *Library) Pending(ctx context.Context) (n int, err error) {
	err = l.do(ctx, func() error {
		return l.rows("SELECT count(*) FROM pending", nil, func(s *sqlite3.Stmt) error { n = s.ColumnInt(0); return nil })
	})
	return n, err
}

// await lists pending articles, those of neighbouring days together.
func (l *Library) await(ctx context.Context, most int) (list []awaited, err error) {
	err = l.do(ctx, func() error {
		return l.rows("SELECT p.n, p.stamp, coalesce(a.removed, 1) FROM pending p LEFT JOIN articles a ON a.n = p.n ORDER BY a.sort, p.n LIMIT ?", []any{most}, func(s *sqlite3.Stmt) error {
			list = append(list, awaited{n: s.ColumnInt64(0), stamp: s.ColumnInt64(1), gone: s.ColumnBool(2)})
			return nil
		})
	})
	return list, err
}

// sign reads pending articles on all cores, a few at a time, and keeps of each
// what grouping needs.
func (l *Library) sign(ctx context.Context, list []awaited) error {
	type portion struct {
		at       []int
		articles []model.Article
	}
	portions := make(chan portion)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for p := range portions {
				for i := range p.articles {
					s := group.Sign(claim.Skim(&p.articles[i]))
					s.Article = bare(&p.articles[i])
					list[p.at[i]].signature = s
				}
			}
		})
	}
	var err error
	for from := 0; from < len(list) && err == nil; from += signAtOnce {
		var p portion
		err = l.read(ctx, func() error {
			for i := from; i < min(from+signAtOnce, len(list)); i++ {
				if list[i].gone {
					continue
				}
				s, err := l.stored(list[i].n, 0)
				if err != nil {
					return err
				}
				p.at, p.articles = append(p.at, i), append(p.articles, s.shown())
			}
			return nil
		})
		if err == nil {
			portions <- p
		}
	}
	close(portions)
	workers.Wait()
	return err
}

// signAtOnce is how many articles are in memory for each core.
const signAtOnce = 64

// bare is what is kept of an article in memory once it is signed.
func bare(a *model.Article) *model.Article {
	return &model.Article{ID: a.ID, Source: a.Source, Part: a.Part, Title: a.Title, Language: a.Language, Outlet: a.Outlet, Agencies: a.Agencies, Date: a.Date, DateBasis: a.DateBasis}
}
