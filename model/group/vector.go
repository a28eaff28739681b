package group

import (
	"math"
	"slices"
)

// vector is what an article holds, sorted by key, of length 1 in each channel; or
// the sum of the vectors of several. A term of weight 0 matches nothing. Keys and
// weights of different vectors may be the same memory: neither is written again.
type vector struct {
	keys    []uint32
	weights []float32
}

func channelOf(key uint32) int { return sortChannel[key&(1<<sortBits-1)] }

// product is what two vectors have in common.
type product struct {
	dot  [channels]float64 // the cosine of two articles, or the sum of those of all pairs
	peak float64           // the part of dot that the weightiest name they share makes
}

func (v vector) times(w vector) product {
	var out product
	for i, j := 0, 0; i < len(v.keys) && j < len(w.keys); {
		switch x, y := v.keys[i], w.keys[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			c, p := channelOf(x), float64(v.weights[i])*float64(w.weights[j])
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

// put appends a term, but not one that matches nothing.
func (v *vector) put(key uint32, weight float32) {
	if weight > 0 {
		v.keys, v.weights = append(v.keys, key), append(v.weights, weight)
	}
}

// add is the sum of two vectors, written into room.
func (v vector) add(w, room vector) vector {
	out := vector{room.keys[:0], room.weights[:0]}
	i, j := 0, 0
	for i < len(v.keys) && j < len(w.keys) {
		switch {
		case v.keys[i] < w.keys[j]:
			out.put(v.keys[i], v.weights[i])
			i++
		case v.keys[i] > w.keys[j]:
			out.put(w.keys[j], w.weights[j])
			j++
		default:
			out.put(v.keys[i], v.weights[i]+w.weights[j])
			i++
			j++
		}
	}
	for ; i < len(v.keys); i++ {
		out.put(v.keys[i], v.weights[i])
	}
	for ; j < len(w.keys); j++ {
		out.put(w.keys[j], w.weights[j])
	}
	return out
}

// top is where the n weightiest terms of a vector stand, the weightiest first, of
// equal ones that of the lower key. Those that match nothing are left out.
func (v vector) top(n int) []uint16 {
	var buffer [2 * maxSum]uint64 // the weight upside down, before the key
	all := buffer[:0]
	for i, w := range v.weights {
		if w > 0 {
			all = append(all, uint64(^math.Float32bits(w))<<32|uint64(v.keys[i]))
		}
	}
	slices.Sort(all)
	out := make([]uint16, min(n, len(all)))
	for i := range out {
		at, _ := slices.BinarySearch(v.keys, uint32(all[i]))
		out[i] = uint16(at)
	}
	return out
}

// heaviest leaves the n weightiest terms in a vector that holds more.
func (v vector) heaviest(n int) vector {
	kept := v.top(n)
	slices.Sort(kept)
	for i, at := range kept { // no term moves to the right
		v.keys[i], v.weights[i] = v.keys[at], v.weights[at]
	}
	return vector{v.keys[:len(kept)], v.weights[:len(kept)]}
}
