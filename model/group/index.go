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
	maxNeighbors = 10
)

// index leads from terms to the clusters that hold them. The clusters stand in
// the order of their dates, so that a cluster finds those of the days before it
// by going back, and what lies further back than a window has expired.
type index struct {
	clusters []*cluster
	lookups  [][]uint16       // of each cluster, where in its sum the terms stand that it is looked up by
	slots    map[uint32]int32 // of the terms that several are looked up by
	ends     []int32          // of each slot in holders
	holders  []int32          // slot by slot, each in the order of the clusters
	scratch  sync.Pool        // of *tally
}

func newIndex(clusters []*cluster) *index {
	x := &index{clusters: clusters, lookups: make([][]uint16, len(clusters)), slots: map[uint32]int32{}}
	x.scratch.New = func() any { return &tally{weight: make([]float32, len(clusters))} }
	parallel.Each(len(clusters), func(i int) { x.lookups[i] = clusters[i].sum.top(maxLookups) })
	met := newTwice(sparse * maxLookups * len(clusters))
	x.each(func(_ int, key uint32) { met.add(key) })
	x.each(func(_ int, key uint32) {
		if met.met(key) {
			slot, ok := x.slots[key]
			if !ok {
				slot = int32(len(x.ends))
				x.slots[key], x.ends = slot, append(x.ends, 0)
			}
			x.ends[slot]++
		}
	})
	total := int32(0)
	for slot, n := range x.ends { // where each begins, until it is filled
		x.ends[slot] = total
		total += n
	}
	x.holders = make([]int32, total)
	x.each(func(i int, key uint32) {
		if slot, ok := x.slots[key]; ok {
			x.holders[x.ends[slot]] = int32(i)
			x.ends[slot]++
		}
	})
	return x
}

// each calls f with the terms that each cluster is looked up by.
func (x *index) each(f func(i int, key uint32)) {
	for i, lookups := range x.lookups {
		for _, at := range lookups {
			f(i, x.clusters[i].sum.keys[at])
		}
	}
}

// before lists the clusters before i that are looked up by a term.
func (x *index) before(i int, key uint32) []int32 {
	slot, ok := x.slots[key]
	if !ok {
		return nil
	}
	begin := int32(0)
	if slot > 0 {
		begin = x.ends[slot-1]
	}
	all := x.holders[begin:x.ends[slot]]
	n, _ := slices.BinarySearch(all, int32(i))
	return all[:n]
}

// neighbors lists the clusters before i that share rare terms with it, those
// with the most shared weight first.
func (x *index) neighbors(i int) []int32 {
	found := x.scratch.Get().(*tally)
	defer x.scratch.Put(found)
	left, sum := maxVisits, &x.clusters[i].sum
	for _, at := range x.lookups[i] {
		holders := x.before(i, sum.keys[at])
		least := max(0, len(holders)-maxReach)
		for k := len(holders) - 1; k >= least && left > 0 && !x.expired(int(holders[k]), i); k-- {
			found.add(holders[k], float32(sum.weights[at])*sum.step)
			left--
		}
	}
	return found.take(maxNeighbors)
}

// expired reports whether a date of cluster j lies too long before one of i for
// both to be of one event, and with it all clusters that begin before j.
func (x *index) expired(j, i int) bool {
	then, now := x.clusters[j].days, x.clusters[i].days
	return then.known && now.known && now.last-then.first > maxApart
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
	best := make([]int32, 0, n+1)
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
