package group

// spare is the memory of vectors that are done with, by how many blocks of terms
// it has room for: as clusters grow, each sum is soon written anew, and a little
// longer.
type spare struct {
	blocks  map[int][]vector
	scratch sum
}

const blockTerms = 32

func newSpare() *spare { return &spare{blocks: map[int][]vector{}} }

// sum adds two vectors; of very many terms it leaves the weightiest.
func (s *spare) sum(v, w vector) vector {
	s.scratch.of(v, w)
	if len(s.scratch.keys) > 2*maxSum {
		return s.scratch.vector().heaviest(maxSum)
	}
	room := s.room(len(s.scratch.keys))
	out := vector{keys: append(room.keys[:0], s.scratch.keys...)}
	out.weights, out.step = scaled(s.scratch.weights, room.weights[:0])
	return out
}

// room is memory for n terms and hardly more.
func (s *spare) room(n int) vector {
	n = (n + blockTerms - 1) / blockTerms
	if free := s.blocks[n]; len(free) > 0 {
		s.blocks[n] = free[:len(free)-1]
		return free[len(free)-1]
	}
	return vector{keys: make([]uint32, 0, n*blockTerms), weights: make([]uint16, 0, n*blockTerms)}
}

// give takes back the terms of a cluster that is part of another. Those of one
// voice are not its own.
func (s *spare) give(c *cluster) {
	if n := min(cap(c.sum.keys), cap(c.sum.weights)) / blockTerms; len(c.voices) > 1 {
		s.blocks[n] = append(s.blocks[n], c.sum)
	}
	c.sum = vector{}
}
