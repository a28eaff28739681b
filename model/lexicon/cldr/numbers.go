package cldr

import (
	"strconv"
	"strings"
)

// Compact is a word for a power of ten, as in "3 million".
type Compact struct {
	Text     string
	Exponent int // of ten
	Short    bool
}

// Numbers is how a language writes numbers.
type Numbers struct {
	Decimal string // between the whole and the fraction
	Group   string // between groups of digits; may be a space of any width
	Digits  string // the ten digits of the usual numbering system, from zero
	Compact []Compact
}

var numbers = perLanguage(loadNumbers)

// NumbersOf is how a language writes numbers.
func NumbersOf(lang string) Numbers { return numbers(lang) }

func loadNumbers(lang string) Numbers {
	var n Numbers
	for _, line := range readLines("numbers", lang) {
		kind, rest, _ := strings.Cut(line, "\t")
		switch kind {
		case "decimal":
			n.Decimal = rest
		case "group":
			n.Group = rest
		case "digits":
			n.Digits = rest
		case "long", "short":
			exponent, text, _ := strings.Cut(rest, "\t")
			e, _ := strconv.Atoi(exponent)
			n.Compact = append(n.Compact, Compact{text, e, kind == "short"})
		}
	}
	return n
}
