package conflict

import (
	"math"
	"strconv"
)

// leastSlip is the least number in which a slip is told from two numbers.
const leastSlip = 1000

// slip reports whether two figures are so alike that one is the other mistold: as many
// digits, of which one differs or two have changed places.
func slip(f, g figure) bool {
	if f.Value < leastSlip || g.Value < leastSlip || f.Value != math.Trunc(f.Value) || g.Value != math.Trunc(g.Value) || f.time != nil || g.time != nil || f.Bound != "" || g.Bound != "" {
		return false
	}
	x, y := strconv.FormatFloat(f.Value, 'f', 0, 64), strconv.FormatFloat(g.Value, 'f', 0, 64)
	if len(x) != len(y) {
		return false
	}
	return wrongIn(x, y) > 0
}

// oneSlip finds the one figure of each list that are a slip of one another; ok is false
// where there are none or more.
func oneSlip(left, right []figure) (i, j int, ok bool) {
	n := 0
	for l := range left {
		for r := range right {
			if slip(left[l], right[r]) {
				i, j = l, r
				n++
			}
		}
	}
	return i, j, n == 1
}
