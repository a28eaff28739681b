package group

import (
	"fmt"
	"slices"
)

// Decision is the reader's word on whether two articles report one event.
type Decision struct {
	A, B     string // article IDs
	Together bool   // else apart
}

// word is the reader's word on which articles are of one event.
type word struct {
	bound map[*Signature]*Signature // to an article that it is of one event with, or itself
	bars  map[*Signature][]int32    // decisions to keep apart, doubled, plus one on the second side; sorted
}

// read takes the decisions in, the newest first; one that cannot be reconciled
// with those after it is left out.
func read(decisions []Decision, all []*Signature) *word {
	w := &word{bound: map[*Signature]*Signature{}, bars: map[*Signature][]int32{}}
	if len(decisions) == 0 {
		return w
	}
	byID := map[string]*Signature{}
	for _, s := range all {
		byID[s.Article.ID] = s
	}
	for i, d := range slices.Backward(decisions) {
		a, b := byID[d.A], byID[d.B]
		if a == nil || b == nil || a == b {
			continue
		}
		x, y := w.root(a), w.root(b)
		switch {
		case d.Together && x != y && !opposed(w.bars[x], w.bars[y]):
			w.bound[y], w.bound[x] = x, x
			w.bars[x] = merged(w.bars[x], w.bars[y])
		case !d.Together && x != y:
			w.bars[x] = merged(w.bars[x], []int32{int32(2 * i)})
			w.bars[y] = merged(w.bars[y], []int32{int32(2*i + 1)})
		}
	}
	for _, s := range all { // each knows what keeps those apart that it is bound to
		if r := w.root(s); r != s {
			w.bars[s] = w.bars[r]
		}
	}
	return w
}

func (w *word) root(s *Signature) *Signature {
	for w.bound[s] != nil && w.bound[s] != s {
		s = w.bound[s]
	}
	return s
}

// spoken reports whether the reader has said anything of an article.
func (w *word) spoken(s *Signature) bool { return w.bound[s] != nil || w.bars[s] != nil }

// opposed reports whether a decision keeps two sides apart.
func opposed(a, b []int32) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return slices.ContainsFunc(a, func(x int32) bool {
		_, found := slices.BinarySearch(b, x^1)
		return found
	})
}

func merged(a, b []int32) []int32 {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// bind joins the clusters of the voices that the reader has put together.
func (w *word) bind(clusters []*cluster, sorted []*Signature, voices [][]int) []*cluster {
	first := map[*Signature]int{}
	out := clusters[:0]
	for i, c := range clusters {
		s := sorted[voices[i][0]]
		if w.bound[s] == nil {
			out = append(out, c)
			continue
		}
		k, ok := first[w.root(s)]
		if !ok {
			first[w.root(s)] = len(out)
			out = append(out, c)
			continue
		}
		out[k] = union(out[k], c, out[k].sum.times(c.sum))
	}
	return out
}

// tell says in words what the reader has decided of the members of a group.
func (w *word) tell(all []*Signature, members []int) []string {
	bound, barred := 0, 0
	for _, m := range members {
		if w.bound[all[m]] != nil {
			bound++
		}
		if len(w.bars[all[m]]) > 0 {
			barred++
		}
	}
	var why []string
	if bound > 1 {
		why = append(why, fmt.Sprintf("you put %d of them together", bound))
	}
	if barred > 0 {
		why = append(why, "you set them apart from others")
	}
	return why
}
