package group

import "math/bits"

// spare is the memory of vectors that are done with, by the power of two that it
// has room for: as clusters grow, each sum is soon written anew, and a little
// longer.
type spare [32][]vector

// take hands out room for n terms.
func (s *spare) take(n int) vector {
	class := bits.Len(uint(max(n, 1) - 1))
	if last := len(s[class]) - 1; last >= 0 {
		v := s[class][last]
		s[class] = s[class][:last]
		return v
	}
	return vector{make([]uint32, 0, 1<<class), make([]float32, 0, 1<<class)}
}

// give takes back the terms of a cluster that is part of another. Those of one
// voice are not its own.
func (s *spare) give(c *cluster) {
	if len(c.voices) > 1 {
		class := bits.Len(uint(cap(c.sum.keys))) - 1
		s[class] = append(s[class], c.sum)
	}
	c.sum = vector{}
}
