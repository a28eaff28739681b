package align

import (
	"container/heap"
	"slices"

	"parallax/model/claim"
)

// clusters are rows in the making: at each step the two that are most alike, half
// on the mean of all pairs and half by the best, become one, but never two of which
// one article would stand in a row twice.
type clusters struct {
	docs  int
	all   []cluster
	queue joins     // of each cluster the likeliest join with an older one
	sum   []float64 // by cluster, while two are merged; else 0
	best  []float64 // the same for the likeness of the best pair
}

// cluster is the sentences of a row.
type cluster struct {
	members []Ref // sorted; nil once the cluster is part of another
	into    int   // that other cluster
	near    []edge
	older   []candidate // those that it may become one with
}

// edge is the likeness of all pairs with the members of another cluster, which
// may be part of a third by now, and that of the best of them.
type edge struct {
	to        int
	sum, best float64
}

// candidate is an older cluster that one may become one with.
type candidate struct {
	cluster  int
	likeness float64
}

// join is two clusters that may become one.
type join struct {
	likeness float64
	x, y     int // x < y
}

func newClusters(docs []*claim.Document, pairs []Pair) *clusters {
	c := &clusters{docs: len(docs)}
	first := make([]int, len(docs)) // cluster of the first sentence of each
	for d, doc := range docs {
		first[d] = len(c.all)
		for s := range doc.Sentences {
			c.all = append(c.all, cluster{members: []Ref{{d, s}}})
		}
	}
	c.reserve(first, pairs)
	for _, p := range pairs {
		x, y := first[p.A.Document]+p.A.Sentence, first[p.B.Document]+p.B.Sentence
		c.all[x].near = append(c.all[x].near, edge{y, p.Score, p.Score})
		c.all[y].near = append(c.all[y].near, edge{x, p.Score, p.Score})
		if p.Score >= joinMean {
			c.all[y].older = append(c.all[y].older, candidate{x, p.Score})
		}
	}
	c.sum, c.best = make([]float64, 2*len(c.all)), make([]float64, 2*len(c.all))
	for y := range c.all {
		c.enqueue(y)
	}
	return c
}

// reserve makes room for what each cluster is near to.
func (c *clusters) reserve(first []int, pairs []Pair) {
	near, older := make([]int, len(c.all)), make([]int, len(c.all))
	for _, p := range pairs {
		x, y := first[p.A.Document]+p.A.Sentence, first[p.B.Document]+p.B.Sentence
		near[x]++
		near[y]++
		if p.Score >= joinMean {
			older[y]++
		}
	}
	for i := range c.all {
		c.all[i].near, c.all[i].older = make([]edge, 0, near[i]), make([]candidate, 0, older[i])
	}
}

// join merges the two clusters that are most alike; it returns false where none
// are left that may be merged.
func (c *clusters) join() bool {
	for len(c.queue) > 0 {
		j := heap.Pop(&c.queue).(join)
		switch {
		case c.all[j.y].members == nil:
		case c.all[j.x].members == nil:
			c.enqueue(j.y)
		default:
			c.merge(j.x, j.y)
			return true
		}
	}
	return false
}

// enqueue puts the likeliest join of a cluster with an older one in the queue.
func (c *clusters) enqueue(y int) {
	gone := func(m candidate) bool { return c.all[m.cluster].members == nil }
	older := slices.DeleteFunc(c.all[y].older, gone)
	c.all[y].older = older
	if len(older) == 0 {
		return
	}
	best := older[0]
	for _, m := range older[1:] {
		if m.likeness > best.likeness || m.likeness == best.likeness && m.cluster < best.cluster {
			best = m
		}
	}
	heap.Push(&c.queue, join{best.likeness, best.cluster, y})
}

// merge makes a new cluster of two. What was queued for the two is void.
func (c *clusters) merge(x, y int) {
	z := len(c.all)
	a, b := c.all[x], c.all[y]
	merged := cluster{members: slices.Concat(a.members, b.members), near: make([]edge, 0, max(len(a.near), len(b.near)))}
	slices.SortFunc(merged.members, compareRef)
	c.all[x], c.all[y] = cluster{into: z}, cluster{into: z}
	c.all = append(c.all, cluster{})
	for _, near := range [2][]edge{a.near, b.near} {
		for _, e := range near {
			n := c.now(e.to)
			if n == z {
				continue // one side of the other
			}
			if c.sum[n] == 0 {
				merged.near = append(merged.near, edge{to: n})
			}
			c.sum[n] += e.sum
			c.best[n] = max(c.best[n], e.best)
		}
	}
	for i := range merged.near {
		e := &merged.near[i]
		e.sum, c.sum[e.to] = c.sum[e.to], 0
		e.best, c.best[e.to] = c.best[e.to], 0
		mean := e.sum / float64(len(merged.members)*len(c.all[e.to].members))
		if mean >= joinMean && !share(merged.members, c.all[e.to].members) {
			merged.older = append(merged.older, candidate{e.to, (mean + e.best) / 2})
		}
	}
	c.all[z] = merged
	c.enqueue(z)
}

// now is the cluster that a cluster is part of by now.
func (c *clusters) now(n int) int {
	for c.all[n].into != 0 {
		if next := c.all[n].into; c.all[next].into != 0 {
			c.all[n].into = c.all[next].into
		}
		n = c.all[n].into
	}
	return n
}

// share reports whether an article has sentences in both.
func share(a, b []Ref) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Document == b[j].Document:
			return true
		case a[i].Document < b[j].Document:
			i++
		default:
			j++
		}
	}
	return false
}

// rows turns the clusters into rows, in the order of their first sentences.
func (c *clusters) rows() []Row {
	left := slices.DeleteFunc(c.all, func(x cluster) bool { return x.members == nil })
	slices.SortFunc(left, func(x, y cluster) int { return compareRef(x.members[0], y.members[0]) })
	rows := make([]Row, len(left))
	for i, x := range left {
		rows[i] = make(Row, c.docs)
		for d := range rows[i] {
			rows[i][d] = -1
		}
		for _, r := range x.members {
			rows[i][r.Document] = r.Sentence
		}
	}
	return rows
}

// joins is a queue of joins, the most alike first; of equal ones the older.
type joins []join

func (q joins) Len() int { return len(q) }
func (q joins) Less(i, j int) bool {
	a, b := q[i], q[j]
	if a.likeness != b.likeness {
		return a.likeness > b.likeness
	}
	if a.y != b.y {
		return a.y < b.y
	}
	return a.x < b.x
}
func (q joins) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *joins) Push(x any)   { *q = append(*q, x.(join)) }
func (q *joins) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
