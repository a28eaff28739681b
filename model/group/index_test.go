package group

import (
	"slices"
	"testing"

	"parallax/model"
)

// lone is a cluster of one article with the given terms.
func lone(t *testing.T, i int, day string, terms ...uint32) *cluster {
	t.Helper()
	var p portrait
	var all sum
	for _, k := range terms {
		all.put(k<<sortBits, 1)
	}
	p.terms = all.vector()
	p.has[nameChannel] = true
	return single(i, &p, &model.Article{Language: "en", Date: date(t, day)})
}

func TestNeighbors(t *testing.T) {
	x := newIndex([]*cluster{
		lone(t, 0, "2020-01-01", 1, 2, 3),
		lone(t, 1, "2020-03-01", 1, 2),
		lone(t, 2, "2020-03-02", 2, 3),
		lone(t, 3, "2020-03-05", 9),
		lone(t, 4, "2020-03-05", 1, 2, 3),
		lone(t, 5, "", 1, 2, 3),
	})
	for _, tt := range []struct {
		name string
		of   int
		want []int32
	}{
		{"nothing before", 0, nil},
		{"what has expired", 1, nil},
		{"a shared term", 2, []int32{1}},
		{"no shared term", 3, nil},
		{"the nearest first where weights are the same", 4, []int32{2, 1}},
		{"nothing expires without a date", 5, []int32{4, 0, 2, 1}},
	} {
		if got := x.neighbors(tt.of); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestNeighborsAreCapped(t *testing.T) {
	var all []*cluster
	for i := range 500 {
		all = append(all, lone(t, i, "2020-03-01", 1))
	}
	got := newIndex(all).neighbors(499)
	if len(got) != maxNeighbors || got[0] != 498 {
		t.Errorf("%d neighbours, the first %d", len(got), got[0])
	}
}

func TestScoreIsTheSameBothWays(t *testing.T) {
	a := union(lone(t, 0, "2020-03-01", 1, 2), lone(t, 1, "2020-03-02", 2, 3), product{}, newSpare())
	b := lone(t, 2, "2020-03-03", 2, 4)
	if x, y := score(fitted(), &a, b, a.sum.times(b.sum)), score(fitted(), b, &a, b.sum.times(a.sum)); x != y {
		t.Errorf("%v and %v", x, y)
	}
	late := lone(t, 3, "2020-05-03", 2, 4)
	if x := score(fitted(), &a, late, a.sum.times(late.sum)); x > -1e9 {
		t.Errorf("clusters of other months score %v", x)
	}
}

func TestSumsAreCapped(t *testing.T) {
	var c *cluster
	for i := range 30 {
		var terms []uint32
		for k := range 100 {
			terms = append(terms, uint32(i*100+k))
		}
		if d := lone(t, i, "2020-03-01", terms...); c == nil {
			c = d
		} else {
			both := union(c, d, c.sum.times(d.sum), newSpare())
			c = &both
		}
	}
	if len(c.sum.keys) > 2*maxSum || len(c.sum.weights) != len(c.sum.keys) || !slices.IsSorted(c.sum.keys) {
		t.Errorf("%d terms", len(c.sum.keys))
	}
}
