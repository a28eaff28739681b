package detect

// mostScripts bounds the scripts of scripts.txt, and mostLanguages the languages
// of the table and those beside it: any byte is a language number.
const (
	mostScripts   = 48
	mostLanguages = 256
)

// tally is what a piece of text holds.
type tally struct {
	letters [mostScripts]int     // bytes by script
	points  [mostLanguages]int32 // by language number, from n-grams
	grams   int                  // letters that n-grams were looked up for
}

func (t *tally) add(o *tally) {
	for i, n := range o.letters {
		t.letters[i] += n
	}
	t.addPoints(&o.points)
	t.grams += o.grams
}

func (t *tally) addPoints(points *[mostLanguages]int32) {
	for i, n := range points {
		t.points[i] += n
	}
}

// script is the number of the script that most bytes are in, and how many; 0
// where there are no letters.
func (t *tally) script() (number, bytes int) {
	for i := 1; i < len(t.letters); i++ {
		if t.letters[i] > bytes {
			number, bytes = i, t.letters[i]
		}
	}
	return number, bytes
}

// tally reads a piece rune by rune, with the n-grams that end in each rune. Pairs
// of letters go to the count of the whole text.
func (d *detector) tally(piece string, all *pairs) (t tally) {
	a := d.alphabet
	var key uint64 // the runes of the word so far, 16 bits each, last lowest
	for _, r := range piece {
		if r > 0xFFFF || a.script[r] == 0 {
			if !isAccent(r) {
				key = 0
			}
			continue
		}
		s := a.script[r]
		t.letters[s] += width(r)
		if !a.scripts[s].ngrams {
			key = 0
			continue
		}
		t.grams++
		key = key<<16 | uint64(a.lower[r])
		if key > 0xFFFF {
			all.add(uint32(key), d)
		}
		for mask := uint64(0xFFFF_FFFF); key&^mask != 0; {
			mask = mask<<16 | 0xFFFF
			d.ngrams.add(key&mask, 1, &t.points)
		}
	}
	return t
}

// pairs counts pairs of letters: there are few of them, each is seen often, and
// so many languages have each that it pays to look it up once.
type pairs struct {
	keys   [512]uint32
	times  [512]int32
	points [mostLanguages]int32 // of the pairs that had to make room
}

func (p *pairs) add(key uint32, d *detector) {
	slot := key * 0x9E3779B1 >> 23
	if p.keys[slot] != key {
		d.ngrams.add(uint64(p.keys[slot]), p.times[slot], &p.points)
		p.keys[slot], p.times[slot] = key, 0
	}
	p.times[slot]++
}

// total is the points of all pairs.
func (p *pairs) total(d *detector) *[mostLanguages]int32 {
	for slot, times := range p.times {
		if times > 0 {
			d.ngrams.add(uint64(p.keys[slot]), times, &p.points)
			p.times[slot] = 0
		}
	}
	return &p.points
}

// width is the length of a rune of the basic plane in UTF-8, which stands for
// how much a letter of its script says.
func width(r rune) int {
	switch {
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	}
	return 3
}
