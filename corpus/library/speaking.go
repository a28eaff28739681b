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
	if q.OfConflicts() {
		return nil, ErrKind
	}
	err = l.read(ctx, func() error {
		s, err := l.shelved()
		if err != nil {
			return err
		}
		picked, err := l.picked(s, q, "")
		if err != nil {
			return err
		}
		score, all := map[int64]float64{}, len(s.articles.byDate)
		for _, words := range terms {
			ns, err := l.holders(s, words, picked)
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

// holders lists the picked articles that hold any of the words.
func (l *Library) holders(s *shelf, words []string, picked []bool) (ns []int64, err error) {
	err = l.rows("SELECT rowid FROM search WHERE search MATCH ?", []any{match(words, " OR ")}, func(r *sqlite3.Stmt) error {
		n := r.ColumnInt64(0)
		if p, ok := s.articles.place(n); ok && picked[p] {
			ns = append(ns, n)
		}
		return nil
	})
	return ns, err
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
