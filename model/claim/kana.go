package claim

import (
	_ "embed"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed kana.txt
var kanaData string

// kanaNumbers are the number words that are spelt in kana, and the length of the longest
// in bytes.
var kanaNumbers = sync.OnceValues(func() (words map[string]float64, longest int) {
	words = valuesOf(kanaData)
	for w := range words {
		longest = max(longest, len(w))
	}
	return words, longest
})

// kana reads a number that is spelt in kana: a run of them that is nothing but number
// words, one a scale. One number word alone says it where it stands by itself, and then
// may be something else as well.
func (s *Sentence) kana(i int, text string) (n number, ok bool) {
	if !isKana(s.Words[i].Text) || i > 0 && s.glued(i, text) && isKana(s.Words[i-1].Text) {
		return number{}, false
	}
	to := i + 1
	for to < len(s.Words) && s.glued(to, text) && isKana(s.Words[to].Text) {
		to++
	}
	parts, ok := kanaParts(text[s.Words[i].Span.Start:s.Words[to-1].Span.End], i)
	if !ok {
		return number{}, false
	}
	scaled, single := false, len(parts) == 1
	for k, p := range parts {
		scaled = scaled || p.kind == scalePart
		if k > 0 && p.kind == countPart && parts[k-1].kind == countPart {
			return number{}, false
		}
	}
	beside := i > 0 && s.glued(i, text) || to < len(s.Words) && s.glued(to, text)
	if single && (beside || to-i < 2) || !single && !scaled {
		return number{}, false
	}
	return number{value: compose(parts), to: to, words: true, loose: single}, true
}

// kanaParts cuts a run of kana into number words, the longest first; ok is false where
// something else is left.
func kanaParts(run string, at int) (parts []part, ok bool) {
	known, longest := kanaNumbers()
next:
	for run != "" {
		for n := min(longest, len(run)); n > 0; n-- {
			if v, ok := known[run[:n]]; ok {
				p := part{value: v, word: true, at: at}
				if v >= 10 {
					p.kind = scalePart
				}
				parts, run = append(parts, p), run[n:]
				continue next
			}
		}
		return nil, false
	}
	return parts, true
}

func isKana(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Hiragana, r)
}
