package library

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// commonShare is the share of all articles that may hold a term and still have it
// bring an article up; what is more common tells nothing.
const commonShare = 0.2

// fewArticles is how many articles may hold a term however many there are.
const fewArticles = 200

// Speaking returns up to count of the articles asked for that speak of most of
// the terms, rare ones counting more, best first. Of each term any word will do;
// words are as in [query.Query].
func (l *Library) Speaking(ctx context.Context, q query.Query, terms [][]string, count int) (found []model.Article, err error) {
	err = l.read(ctx, func() error {
		score := map[int64]float64{}
		all := 0
		if err := l.rows("SELECT count(*) FROM articles WHERE removed = 0", nil, func(s *sqlite3.Stmt) error { all = s.ColumnInt(0); return nil }); err != nil {
			return err
		}
		for _, words := range terms {
			asked := q
			asked.Words = nil
			c, err := l.where(asked)
			if err != nil {
				return err
			}
			c.and("n IN (SELECT rowid FROM search WHERE search MATCH ?)", match(words, " OR "))
			if q.Words != nil {
				c.and("n IN (SELECT rowid FROM search WHERE search MATCH ?)", match(q.Words, " AND "))
			}
			ns, err := l.numbers(c, "")
			if err != nil {
				return err
			}
			if len(ns) > fewArticles && float64(len(ns)) > commonShare*float64(all) {
				continue
			}
			for _, n := range ns {
				score[n] += math.Log(1 + float64(all)/float64(len(ns)))
			}
		}
		found, err = l.articles(bestOf(score, count))
		return err
	})
	return found, err
}

// bestOf lists the numbers of the highest scores, best first.
func bestOf(score map[int64]float64, count int) []int64 {
	ns := make([]int64, 0, len(score))
	for n := range score {
		ns = append(ns, n)
	}
	slices.SortFunc(ns, func(a, b int64) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	return ns[:min(len(ns), max(count, 0))]
}
