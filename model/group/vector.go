package group

import (
	"cmp"
	"slices"
)

// vector is what an article holds, sorted by key, of length 1 in each channel;
// or the sum of the vectors of several.
type vector []term

func weightiest(a, b term) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
}

func (v vector) sort() {
	slices.SortFunc(v, func(a, b term) int { return cmp.Compare(a.key, b.key) })
}

// product is what two vectors have in common.
type product struct {
	dot  [channels]float64 // the cosine of two articles, or the sum of those of all pairs
	peak float64           // the part of dot that the weightiest name they share makes
}

func (v vector) times(w vector) product {
	var out product
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch x, y := v[i].key, w[j].key; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			c, p := v[i].channel(), float64(v[i].weight)*float64(w[j].weight)
			out.dot[c] += p
			if c == nameChannel {
				out.peak = max(out.peak, p)
			}
			i++
			j++
		}
	}
	return out
}

// add is the sum of two vectors.
func (v vector) add(w vector) vector {
	out := make(vector, 0, len(v)+len(w))
	i, j := 0, 0
	for i < len(v) && j < len(w) {
		switch {
		case v[i].key < w[j].key:
			out = append(out, v[i])
			i++
		case v[i].key > w[j].key:
			out = append(out, w[j])
			j++
		default:
			out = append(out, term{v[i].key, v[i].weight + w[j].weight})
			i++
			j++
		}
	}
	out = append(out, v[i:]...)
	return append(out, w[j:]...)
}

// top is the n weightiest terms of a vector, the weightiest first.
func (v vector) top(n int) []term {
	all := slices.Clone(v)
	slices.SortFunc(all, weightiest)
	return all[:min(n, len(all))]
}
