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
	weights []uint16 // in steps
	step    float32
}

// scaled writes weights in steps of the greatest, into room; one above 0 stays so.
func scaled(weights []float32, room []uint16) (steps []uint16, step float32) {
	most := float32(0)
	for _, w := range weights {
		most = max(most, w)
	}
	step = most / math.MaxUint16
	for _, w := range weights {
		n := uint16(0)
		if w > 0 {
			n = uint16(min(max(w/step+0.5, 1), math.MaxUint16))
		}
		room = append(room, n)
	}
	return room, step
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
	step := float64(v.step) * float64(w.step)
	out.peak *= step
	for c := range out.dot {
		out.dot[c] *= step
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
			all = append(all, uint64(^w)<<32|uint64(v.keys[i]))
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

// heaviest leaves the n weightiest terms of a vector, which is overwritten.
func (v vector) heaviest(n int) vector {
	kept := v.top(n)
	slices.Sort(kept)
	for i, at := range kept { // no term moves to the right
		v.keys[i], v.weights[i] = v.keys[at], v.weights[at]
	}
	return vector{v.keys[:len(kept)], v.weights[:len(kept)], v.step}
}

// sum is terms as they are added up, sorted by key.
type sum struct {
	keys    []uint32
	weights []float32
}

// put appends a term, but not one that matches nothing.
func (s *sum) put(key uint32, weight float32) {
	if weight > 0 {
		s.keys, s.weights = append(s.keys, key), append(s.weights, weight)
	}
}

// of adds up two vectors.
func (s *sum) of(v, w vector) {
	s.keys, s.weights = s.keys[:0], s.weights[:0]
	left := func(i int) float32 { return float32(v.weights[i]) * v.step }
	right := func(j int) float32 { return float32(w.weights[j]) * w.step }
	i, j := 0, 0
	for i < len(v.keys) && j < len(w.keys) {
		switch {
		case v.keys[i] < w.keys[j]:
			s.put(v.keys[i], left(i))
			i++
		case v.keys[i] > w.keys[j]:
			s.put(w.keys[j], right(j))
			j++
		default:
			s.put(v.keys[i], left(i)+right(j))
			i++
			j++
		}
	}
	for ; i < len(v.keys); i++ {
		s.put(v.keys[i], left(i))
	}
	for ; j < len(w.keys); j++ {
		s.put(w.keys[j], right(j))
	}
}

// vector is the sum as a vector in memory of its own.
func (s *sum) vector() vector {
	weights, step := scaled(s.weights, make([]uint16, 0, len(s.weights)))
	return vector{slices.Clone(s.keys), weights, step}
}
