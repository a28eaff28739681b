package lexicon

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed peoples.tsv
var peopleData string

// The code of a hit that is a people, or what is of one, is one of these and the
// code of the country; the second where the word is written with a capital.
const (
	PeopleCode        = "people:"
	CapitalPeopleCode = "People:"
)

// peoples calls yield for each form of a people in the language.
func peoples(tag string, yield func(form, code string)) {
	col := -1
	for line := range strings.Lines(peopleData) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "#"):
		case col < 0:
			for i, h := range strings.Split(line, "\t") {
				if h == tag {
					col = i
				}
			}
			if col < 0 {
				return
			}
		default:
			for _, form := range strings.Split(column(line, col), "|") {
				if form == "-" {
					continue
				}
				kind := PeopleCode
				if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) {
					kind = CapitalPeopleCode
				}
				yield(form, kind+column(line, 0))
			}
		}
	}
}

// Peoples appends the names of peoples and what is of them, leftmost longest.
func (m *Matcher) Peoples(hits []Hit, tokens []Token) []Hit {
	return m.find(hits, tokens, peopleTable, m.fromWords)
}
