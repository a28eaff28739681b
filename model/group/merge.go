package group

import (
	"cmp"
	"context"
	"slices"

	"parallax/model/parallel"
)

// maxRounds is how often clusters are looked up anew: a cluster that has grown
// finds neighbours that its articles alone did not.
const maxRounds = 3

// leastScore is how much under the model's threshold two clusters may lie to be
// compared again once one of them has grown.
const leastScore = -0.5

// mergeAll joins clusters that report one event, until none are left that do. The
// error is that of ctx.
func mergeAll(ctx context.Context, clusters []*cluster, w *weights) ([]*cluster, error) {
	memory := newSpare()
	for round := range maxRounds {
		slices.SortFunc(clusters, compareClusters)
		before := len(clusters)
		m := newMerger(ctx, clusters, w, memory, round == 0)
		for _, c := range clusters {
			c.grown = false
		}
		clusters = m.run(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(clusters) == before {
			break
		}
	}
	return clusters, nil
}

// compareClusters orders by date, undated ones last, then by arrival.
func compareClusters(a, b *cluster) int {
	if a.days.known != b.days.known {
		if a.days.known {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.days.first, b.days.first), cmp.Compare(a.voices[0], b.voices[0]))
}

// edge is a pair of clusters that may report one event. It is stale where one of
// them has grown since it was scored.
type edge struct {
	score      float32
	a, b       int32 // numbers of clusters, a before b
	ageA, ageB int32 // how often each had grown
}

// merger joins the likest pair of clusters first, so that what is certain is
// settled before what is not.
type merger struct {
	weights  *weights
	clusters []*cluster
	parent   []int32 // the cluster that a cluster went into, or itself
	age      []int32
	queue    edges
	spare    *spare
}

// newMerger finds the pairs that may report one event: all, or those of which one
// has grown.
func newMerger(ctx context.Context, clusters []*cluster, w *weights, memory *spare, all bool) *merger {
	m := &merger{weights: w, clusters: clusters, parent: make([]int32, len(clusters)), age: make([]int32, len(clusters)), spare: memory}
	x := newIndex(clusters)
	found := make([][]edge, len(clusters))
	parallel.Each(len(clusters), func(i int) {
		if ctx.Err() != nil {
			return
		}
		var likely [maxNeighbors]edge
		n := 0
		for _, j := range x.neighbors(i) {
			if !all && !clusters[i].grown && !clusters[j].grown {
				continue // looked at in the round before
			}
			if s := float32(m.score(clusters[j], clusters[i])); s > leastScore {
				likely[n] = edge{score: s, a: j, b: int32(i)}
				n++
			}
		}
		found[i] = slices.Clone(likely[:n])
	})
	for i := range clusters {
		m.parent[i] = int32(i)
	}
	m.queue = slices.Concat(found...)
	m.queue.order()
	return m
}

func (m *merger) score(c, d *cluster) float64 { return score(m.weights, c, d, c.sum.times(d.sum)) }

// run joins pairs until the likest is not like enough. A stale edge is scored
// anew when its turn comes, and waits for it again.
func (m *merger) run(ctx context.Context) []*cluster {
	for n := 0; len(m.queue) > 0; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil
		}
		e := m.queue.pop()
		a, b := m.root(e.a), m.root(e.b)
		if a == b {
			continue
		}
		if a > b {
			a, b = b, a
		}
		if a != e.a || b != e.b || m.age[a] != e.ageA || m.age[b] != e.ageB {
			e = edge{float32(m.score(m.clusters[a], m.clusters[b])), a, b, m.age[a], m.age[b]}
			if e.score > leastScore {
				m.queue.push(e)
			}
			continue
		}
		if e.score <= 0 {
			continue // it may rise no more, as both are as large as they get
		}
		m.join(a, b)
	}
	return slices.DeleteFunc(m.clusters, func(c *cluster) bool { return c == nil })
}

func (m *merger) join(a, b int32) {
	c, d := m.clusters[a], m.clusters[b]
	both := union(c, d, c.sum.times(d.sum), m.spare)
	m.spare.give(c)
	m.spare.give(d)
	*c, *d, m.clusters[b] = both, cluster{}, nil
	m.parent[b] = a
	m.age[a]++
}

func (m *merger) root(i int32) int32 {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}
