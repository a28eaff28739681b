package group

import (
	"math"
	"slices"

	"parallax/model/claim"
)

// maxBackground is how many articles rarity is counted in at the most.
const maxBackground = 8192

// Background counts how many articles hold a term, in all articles or in a part of
// them that is drawn by number and so does not depend on the order in which they
// came: rarity hardly changes once there are thousands.
type Background struct {
	level     int // the part is that of the numbers that end in so many zero bits
	documents int
	holders   map[uint32]uint16
}

// drawn reports whether a signature belongs to the part.
func (b *Background) drawn(s *Signature) bool { return s.number&(1<<b.level-1) == 0 }

// backgroundOf counts the terms of articles.
func backgroundOf(all []*Signature) *Background {
	b := &Background{holders: map[uint32]uint16{}}
	for ; ; b.level++ {
		n := 0
		for _, s := range all {
			if b.drawn(s) {
				n++
			}
		}
		if n <= maxBackground {
			break
		}
	}
	for _, s := range all {
		b.Add(s)
	}
	return b
}

// Add counts an article.
func (b *Background) Add(s *Signature) {
	if !b.drawn(s) {
		return
	}
	b.documents++
	for _, k := range s.keys {
		b.holders[k]++
	}
}

// Remove takes an article that was counted out again.
func (b *Background) Remove(s *Signature) {
	if !b.drawn(s) {
		return
	}
	b.documents--
	for _, k := range s.keys {
		if b.holders[k]--; b.holders[k] == 0 {
			delete(b.holders, k)
		}
	}
}

// rarity is how much a term says by how few articles hold it.
func (b *Background) rarity(key uint32) float64 {
	return claim.Rarity(sortKind[key&(1<<sortBits-1)], int(b.holders[key]), b.documents)
}

// twice remembers what was met at least twice. It errs on that side only.
type twice struct {
	once, again []uint64 // bits
}

func newTwice(n int) *twice {
	size := 64
	for size < n {
		size *= 2
	}
	return &twice{make([]uint64, size/64), make([]uint64, size/64)}
}

func (t *twice) place(key uint32) (word int, bit uint64) {
	h := uint64(key) * fnvPrime
	h ^= h >> 29
	return int(h>>6) & (len(t.once) - 1), 1 << (h & 63)
}

func (t *twice) add(key uint32) {
	w, bit := t.place(key)
	t.again[w] |= t.once[w] & bit
	t.once[w] |= bit
}

func (t *twice) met(key uint32) bool {
	w, bit := t.place(key)
	return t.again[w]&bit != 0
}

// shared finds the terms that more than one article holds.
func shared(all []*Signature) *twice {
	n := 0
	for _, s := range all {
		n += len(s.keys)
	}
	const sparse = 8 // bits a term
	t := newTwice(n * sparse)
	for _, s := range all {
		for _, k := range s.keys {
			t.add(k)
		}
	}
	return t
}

// portrait is an article as it is compared: its terms weighed by how rare each is.
type portrait struct {
	terms  vector
	length int
	has    [channels]bool // it holds something in the channel
	named  bool
}

// portrait weighs the terms of a signature and makes the length of each channel 1.
// A term that met leaves out can match nothing, but counts in that length.
func (b *Background) portrait(s *Signature, met *twice) portrait {
	p := portrait{length: int(s.length), named: s.named}
	var norm [channels]float64
	terms := make(vector, 0, len(s.keys))
	for i, k := range s.keys {
		w := float64(s.weights[i]) * weightStep * b.rarity(k)
		c := sortChannel[k&(1<<sortBits-1)]
		p.has[c] = true
		norm[c] += w * w
		if met.met(k) {
			terms = append(terms, term{k, float32(w)})
		}
	}
	p.terms = slices.Clone(terms)
	for i, t := range p.terms {
		p.terms[i].weight = float32(float64(t.weight) / math.Sqrt(norm[t.channel()]))
	}
	return p
}
