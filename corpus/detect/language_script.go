package detect

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed language/scripts.txt
var scriptData string

// script is one writing system, or several that go together, and the languages
// written in it, those that news is most likely to be in first.
type script struct {
	names     string // Unicode's names, joined by "+"
	ngrams    bool   // n-grams tell its languages apart
	languages []int
	rare      []int // those of languages that news is seldom in
}

// alphabet knows the script and the lower case of every rune of the basic
// plane. Script 0 is none: digits, punctuation and what scripts.txt leaves out.
type alphabet struct {
	scripts []script
	script  [1 << 16]uint8
	lower   [1 << 16]uint16
}

func openAlphabet(number func(tag string) int) *alphabet {
	a := &alphabet{scripts: []script{{}}}
	for _, fields := range dataLines(scriptData) {
		s := script{names: fields[0], ngrams: fields[1] == "ngrams"}
		seldom := false
		for _, tag := range fields[2:] {
			if tag == "|" {
				seldom = true
				continue
			}
			s.languages = append(s.languages, number(tag))
			if seldom {
				s.rare = append(s.rare, number(tag))
			}
		}
		a.add(s)
	}
	for r := range a.lower {
		a.lower[r] = uint16(unicode.ToLower(rune(r)))
	}
	return a
}

func (a *alphabet) add(s script) {
	id := uint8(len(a.scripts))
	a.scripts = append(a.scripts, s)
	for name := range strings.SplitSeq(s.names, "+") {
		for _, span := range unicode.Scripts[name].R16 {
			for r := int(span.Lo); r <= int(span.Hi); r += int(span.Stride) {
				a.script[r] = id
			}
		}
	}
}

// dataLines is the fields of every line of a data file that is neither empty
// nor a comment (#).
func dataLines(data string) [][]string {
	var lines [][]string
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		if fields := strings.Fields(line); len(fields) > 0 {
			lines = append(lines, fields)
		}
	}
	return lines
}

// isAccent reports whether r is a mark set on the letter before it that the
// n-gram models do not know: such a mark is passed over.
func isAccent(r rune) bool {
	return r >= 0x300 && r < 0x370 || r >= 0x64B && r < 0x660 || r == 0x640
}
