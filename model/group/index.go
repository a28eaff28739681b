package group

import (
	"slices"
	"sync"

	"parallax/model/parallel"
)

// What bounds the search for a cluster's neighbours: the terms it is looked up
// by, how many of the clusters before it that hold a term are looked at and how
// many in all, rare terms first, and how many of those found are compared with
// it, those that share the weightiest terms.
const (
	maxLookups   = 32
	maxReach     = 64
	maxVisits    = 400
	maxNeighbors = 16
)

// index leads from terms to the clusters that hold them. The clusters stand in
// the order of their dates, so that a cluster finds those of the days before it
// by going back, and what lies further back than a window has expired.
type index struct {
	clusters []*cluster
	lookups  [][]lookup
	holders  [][]int32 // of each term, in order
	scratch  sync.Pool // of *tally
}

// lookup is a term that a cluster is looked up by.
type lookup struct {
	term   int32 // in index.holders
	before int32 // how many clusters before this one hold it
	weight float32
}

func newIndex(clusters []*cluster) *index {
	x := &index{clusters: clusters, lookups: make([][]lookup, len(clusters))}
	x.scratch.New = func() any { return &tally{weight: make([]float32, len(clusters))} }
	tops := make([][]term, len(clusters))
	parallel.Each(len(clusters), func(i int) { tops[i] = clusters[i].sum.top(maxLookups) })
	at := map[uint32]int32{}
	for i, terms := range tops {
		x.lookups[i] = make([]lookup, len(terms))
		for k, t := range terms {
			n, ok := at[t.key]
			if !ok {
				n = int32(len(x.holders))
				at[t.key] = n
				x.holders = append(x.holders, nil)
			}
			x.lookups[i][k] = lookup{n, int32(len(x.holders[n])), t.weight}
			x.holders[n] = append(x.holders[n], int32(i))
		}
		tops[i] = nil
	}
	return x
}

// neighbors lists the clusters before i that share rare terms with it, those
// with the most shared weight first.
func (x *index) neighbors(i int) []int32 {
	found := x.scratch.Get().(*tally)
	defer x.scratch.Put(found)
	left := maxVisits
	for _, l := range x.lookups[i] {
		holders := x.holders[l.term][max(0, l.before-maxReach):l.before]
		for k := len(holders) - 1; k >= 0 && left > 0 && !x.expired(int(holders[k]), i); k-- {
			found.add(holders[k], l.weight)
			left--
		}
	}
	return found.take(maxNeighbors)
}

// expired reports whether cluster j lies too long before i to be of one event,
// and with it all clusters that begin before j.
func (x *index) expired(j, i int) bool {
	then, now := x.clusters[j].days, x.clusters[i].days
	return then.known && now.known && now.first-then.first > 2*maxApart
}

// tally sums up the weight that each cluster shares with the one in hand.
type tally struct {
	weight []float32 // by cluster
	seen   []int32   // those with a weight, in the order in which they were met
}

func (t *tally) add(i int32, weight float32) {
	if t.weight[i] == 0 {
		t.seen = append(t.seen, i)
	}
	t.weight[i] += weight
}

// take lists the n weightiest, the later of two that weigh the same, and clears
// the tally.
func (t *tally) take(n int) []int32 {
	var best []int32
	for _, i := range t.seen {
		if len(best) == n && !t.less(best[n-1], i) {
			continue
		}
		at := len(best)
		for at > 0 && t.less(best[at-1], i) {
			at--
		}
		best = slices.Insert(best, at, i)
		best = best[:min(len(best), n)]
	}
	for _, i := range t.seen {
		t.weight[i] = 0
	}
	t.seen = t.seen[:0]
	return best
}

func (t *tally) less(i, j int32) bool {
	return t.weight[i] < t.weight[j] || t.weight[i] == t.weight[j] && i < j
}
