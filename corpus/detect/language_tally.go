package detect

// mostScripts bounds the scripts of scripts.txt, and mostLanguages the languages
// of the table and those beside it.
const (
	mostScripts   = 48
	mostLanguages = 96
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
	for i, n := range o.points {
		t.points[i] += n
	}
	t.grams += o.grams
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

// tally reads a piece rune by rune, with the n-grams that end in each rune.
func (d *detector) tally(piece string) (t tally) {
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
		for mask := uint64(0xFFFF); key&^mask != 0; {
			mask = mask<<16 | 0xFFFF
			d.ngrams.add(key&mask, &t.points)
		}
	}
	return t
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
