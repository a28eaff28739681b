package lexicon

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// inflection is what the words of a language keep of themselves in their forms.
type inflection struct {
	names, peoples clipping
	before         int    // letters that may be written together before a word
	article        string // written together with a name, or not
	nearest        bool   // stems are so short that they are of several words
}

// clipping says that words stand whole in their forms, but for some letters at
// their end: "Irak'ta" holds Irak, "perkiraan" does not although its stem is the
// same.
type clipping struct {
	whole   bool
	least   int    // letters that a word has that may lose its last
	letters string // that may be lost
}

// add reads a key of the section [writing].
func (in *inflection) add(key, value string) (err error) {
	switch key {
	case "names":
		in.names, err = readClipping(value)
	case "peoples":
		in.peoples, err = readClipping(value)
	case "proclitics":
		in.before, err = strconv.Atoi(value)
	case "stems":
		in.nearest = value == "short"
	case "article":
		in.article = value
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return err
}

// readClipping reads "whole", or "whole but" the least number of letters of a word
// that may lose its last and which it may lose.
func readClipping(value string) (c clipping, err error) {
	rest, ok := strings.CutPrefix(value, "whole")
	if !ok {
		return c, fmt.Errorf("%q: want whole", value)
	}
	c.whole = true
	if rest, ok = strings.CutPrefix(rest, " but "); ok {
		least, letters, _ := strings.Cut(rest, " ")
		c.letters = letters
		c.least, err = strconv.Atoi(least)
	}
	return c, err
}

// core is what of a folded word stands in all its forms.
func (c clipping) core(word, article string) string {
	word = strings.TrimPrefix(word, article)
	last, size := utf8.DecodeLastRuneInString(word)
	if c.letters != "" && utf8.RuneCountInString(word) >= c.least && strings.ContainsRune(c.letters, last) {
		return word[:len(word)-size]
	}
	return word
}

// holds reports whether the words hold those of a name.
func (in *inflection) holds(tokens []Token, cores []string) bool {
	for i, core := range cores {
		at := strings.Index(tokens[i].Fold, core)
		if at < 0 || utf8.RuneCountInString(tokens[i].Fold[:at]) > in.before {
			return false
		}
	}
	return true
}

// closeness is how many bytes a word begins with in common with a form, whatever is
// written together before it; 0 where stems tell words apart well enough.
func (in *inflection) closeness(word, form string) int {
	if !in.nearest {
		return 0
	}
	best := 0
	for n := 0; n <= in.before && word != ""; n++ {
		best = max(best, common(word, form))
		_, size := utf8.DecodeRuneInString(word)
		word = word[size:]
	}
	return best
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// nearest keeps of the hits from the first on those whose very form stands in the
// text, and where none does those whose form begins most as the text does: of a stem
// of several words the word that has more of it is meant.
func nearest(hits []Hit, first int) []Hit {
	if len(hits) < first+2 {
		return hits
	}
	exact, near := false, 0
	for _, h := range hits[first:] {
		exact, near = exact || h.Exact, max(near, h.near)
	}
	out := hits[:first]
	for _, h := range hits[first:] {
		if exact && h.Exact || !exact && (h.End != h.Start+1 || h.near == near) {
			out = append(out, h)
		}
	}
	return out
}
