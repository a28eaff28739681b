package detect

import (
	_ "embed"
	"strconv"
	"unicode/utf8"
)

//go:embed language/words.txt
var wordData string

// markerPoints is what one unit of a marker's weight counts beside n-grams.
const markerPoints = 16

// markers is the words and letters that speak for a language.
type markers struct {
	words   map[string][]marker
	letters map[rune][]marker
}

// marker is evidence for one language.
type marker struct {
	language int
	points   int32
}

func newMarkers() markers {
	return markers{map[string][]marker{}, map[rune][]marker{}}
}

func openWords(number func(tag string) int) markers {
	words := newMarkers()
	for _, fields := range dataLines(wordData) {
		words.read(fields, number)
	}
	return words
}

// read takes in one line: a language, a weight and words, or "letters", a
// language, a weight and letters.
func (ms *markers) read(fields []string, number func(tag string) int) {
	letters := fields[0] == "letters"
	if letters {
		fields = fields[1:]
	}
	weight, _ := strconv.ParseFloat(fields[1], 64)
	m := marker{number(fields[0]), int32(weight * markerPoints)}
	for _, word := range fields[2:] {
		if !letters {
			ms.words[word] = append(ms.words[word], m)
			continue
		}
		for _, r := range word {
			ms.letters[r] = append(ms.letters[r], m)
		}
	}
}

// mark adds what the words and letters of a piece of text say.
func (ms *markers) mark(a *alphabet, piece string, points *[mostLanguages]int32) {
	var room [64]byte
	word := room[:0]
	for _, r := range piece {
		if isAccent(r) {
			continue
		}
		if r > 0xFFFF || a.script[r] == 0 {
			ms.count(word, points)
			word = word[:0]
			continue
		}
		r = rune(a.lower[r])
		for _, m := range ms.letters[r] {
			points[m.language] += m.points
		}
		word = utf8.AppendRune(word, r)
	}
	ms.count(word, points)
}

func (ms *markers) count(word []byte, points *[mostLanguages]int32) {
	for _, m := range ms.words[string(word)] {
		points[m.language] += m.points
	}
}
