package group

import (
	"math"
	"math/bits"

	"parallax/model/claim"
)

// maxBackground is how many articles rarity is counted in at the most.
const maxBackground = 4096

// maxLevel is how often the part may be halved.
const maxLevel = 40

// Background counts how many articles hold a term, in all articles or in a part of
// them that is drawn by number and so does not depend on the order in which they
// came: rarity hardly changes once there are thousands.
type Background struct {
	level     int // the part is that of the numbers that end in so many zero bits
	documents int
	used      int
	keys      []uint32 // a hash table with linear probing; 0 is free
	counts    []uint16
}

// NewBackground is a background that nothing was added to. Of all articles a part
// is counted that is halved so often.
func NewBackground(halvings int) *Background {
	b := &Background{level: halvings}
	b.grow(1 << 12)
	return b
}

// Halvings is how often the part of the articles that counts was halved.
func (b *Background) Halvings() int { return b.level }

// Full reports whether more articles were added than needed: a new background of
// one halving more has to be made.
func (b *Background) Full() bool { return b.documents > maxBackground && b.level < maxLevel }

// Halvings is how often the articles may be halved and this one still be of them.
func (s *Signature) Halvings() int { return min(bits.TrailingZeros64(s.number), maxLevel) }

// backgroundOf counts the terms of articles.
func backgroundOf(all []*Signature) *Background {
	level := 0
	for ; level < maxLevel; level++ {
		n := 0
		for _, s := range all {
			if s.Halvings() >= level {
				n++
			}
		}
		if n <= maxBackground {
			break
		}
	}
	b := NewBackground(level)
	for _, s := range all {
		b.Add(s)
	}
	return b
}

// Add counts an article, if it is of the part that counts.
func (b *Background) Add(s *Signature) {
	if s.Halvings() < b.level {
		return
	}
	b.documents++
	for _, k := range s.keys {
		if n := b.at(k); *n < math.MaxUint16 {
			*n++
		}
	}
}

// Remove takes an article that was counted out again.
func (b *Background) Remove(s *Signature) {
	if s.Halvings() < b.level {
		return
	}
	b.documents--
	for _, k := range s.keys {
		if n := b.at(k); *n > 0 {
			*n--
		}
	}
}

// rarity is how much a term says by how few articles hold it.
func (b *Background) rarity(key uint32) float64 {
	return claim.Rarity(sortKind[key&(1<<sortBits-1)], int(b.counts[b.place(key)]), b.documents)
}

// place is where a key stands, or is to stand.
func (b *Background) place(key uint32) int {
	i := int(key*2654435769>>5) & (len(b.keys) - 1)
	for b.keys[i] != 0 && b.keys[i] != key {
		i = (i + 1) & (len(b.keys) - 1)
	}
	return i
}

// at is the count of a key, which is put in where it is missing.
func (b *Background) at(key uint32) *uint16 {
	i := b.place(key)
	if b.keys[i] == 0 {
		if 2*b.used >= len(b.keys) {
			b.grow(2 * len(b.keys))
			i = b.place(key)
		}
		b.used++
		b.keys[i] = key
	}
	return &b.counts[i]
}

// grow makes room for so many keys, of which half may be used.
func (b *Background) grow(n int) {
	size := len(b.keys)
	for size = max(size, 64); size < n; {
		size *= 2
	}
	keys, counts := b.keys, b.counts
	b.keys, b.counts = make([]uint32, size), make([]uint16, size)
	for i, k := range keys {
		if k != 0 {
			at := b.place(k)
			b.keys[at], b.counts[at] = k, counts[i]
		}
	}
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

// met reports whether a key was met twice; where nothing was counted all were.
func (t *twice) met(key uint32) bool {
	if t == nil {
		return true
	}
	w, bit := t.place(key)
	return t.again[w]&bit != 0
}

// sparse is how many bits of a twice each key has for itself, so that few others
// are taken for it.
const sparse = 4

// shared finds the terms that more than one article holds.
func shared(all []*Signature) *twice {
	n := 0
	for _, s := range all {
		n += len(s.keys)
	}
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
	var buffer [maxAll]float32
	weights := append(buffer[:0], make([]float32, len(s.keys))...)
	for i, k := range s.keys {
		w := float64(s.weights[i]) * weightStep * b.rarity(k)
		c := sortChannel[k&(1<<sortBits-1)]
		p.has[c] = true
		norm[c] += w * w
		if met.met(k) {
			weights[i] = float32(w)
		}
	}
	for i, w := range weights {
		weights[i] = float32(float64(w) / math.Sqrt(norm[channelOf(s.keys[i])]))
	}
	p.terms.keys = s.keys
	p.terms.weights, p.terms.step = scaled(weights, make([]uint16, 0, len(weights)))
	return p
}
