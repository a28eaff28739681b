package claim

import "math"

// part is one word, or one run of figures, of a number.
type part struct {
	value float64
	kind  partKind
	word  bool // written in words
	at    int  // the word it begins at
}

// partKind says what a part does with those before it.
type partKind byte

const (
	countPart partKind = iota // adds
	scalePart                 // multiplies what is smaller: hundred, million, 万
	dozenPart                 // multiplies the count before it
	sharePart                 // half, thirds
	linkPart                  // "and"
)

// scaleFrom is the power of ten from which number words multiply what stands
// before them.
const scaleFrom = 100

// wordPart is the part that a number word is.
func wordPart(v float64, at int) part {
	if v >= scaleFrom && isPower(v) {
		return part{v, scalePart, true, at}
	}
	return part{v, countPart, true, at}
}

// least is the scale from which "and a half" is half of it: "a million and a half".
const least = 1000

// compose makes one value of the parts of a number. A scale multiplies all that is
// smaller and stands before it, 2億5千万; the rest adds up.
func compose(parts []part) float64 {
	var groups []float64
	scale, under := 0.0, 0.0 // the scale right before a part, and before the link before it
	linked := false
	for _, p := range parts {
		next := 0.0
		switch p.kind {
		case linkPart:
			linked, under = true, scale
			continue
		case scalePart:
			groups, next = scaled(groups, p.value, scale), p.value
		case dozenPart:
			groups = times(groups, p.value)
		case sharePart:
			v := p.value
			if n := len(groups) - 1; !linked && scale == 0 && n >= 0 && groups[n] < scaleFrom {
				v, groups = v*groups[n], groups[:n]
			}
			if under >= least {
				v *= under
			}
			groups = append(groups, v)
		default:
			groups = append(groups, p.value)
		}
		if !linked {
			under = 0
		}
		scale, linked = next, false
	}
	total := 0.0
	for _, g := range groups {
		total += g
	}
	return total
}

// scaled multiplies the groups smaller than a scale by it, and in any case the
// number right before it: "322 hundred", "万万".
func scaled(groups []float64, v, before float64) []float64 {
	n, sum := len(groups), 0.0
	for n > 0 && (groups[n-1] < v || before == 0 && n == len(groups)) {
		n--
		sum += groups[n]
	}
	switch {
	case n < len(groups):
		return append(groups[:n], sum*v)
	case n > 0 && v >= before:
		groups[n-1] *= v
		return groups
	}
	return append(groups, v)
}

func times(groups []float64, v float64) []float64 {
	if n := len(groups); n > 0 {
		groups[n-1] *= v
		return groups
	}
	return append(groups, v)
}

func isPower(v float64) bool {
	for v >= 10 {
		v /= 10
	}
	return v > 0.999 && v < 1.001
}

// place is the value of the last place of a number that is not zero, below which
// another number may follow: 100 of 300, 1 of 21. Ten has room for none.
func place(v float64) float64 {
	if v != math.Trunc(v) || v < 20 {
		return 1
	}
	p := 1.0
	for math.Mod(v, p*10) == 0 {
		p *= 10
	}
	return p
}
