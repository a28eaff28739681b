package lexicon

import "strings"

// Number is the value of a folded number word, also of one written together of
// several: "siebenundzwanzig". ok is false where it is none.
func (l *Language) Number(word string) (value float64, ok bool) {
	if v, ok := l.numbers[word]; ok {
		return v, true
	}
	if v, ok := l.valued[Vague][word]; ok {
		return v, true
	}
	if len(word) < 6 {
		return 0, false
	}
	return l.compoundNumber(word)
}

// compoundNumber cuts the word into number words, the longest first. Units add
// to tens, and scales multiply what stands before them.
func (l *Language) compoundNumber(word string) (value float64, ok bool) {
	total, current, parts := 0.0, 0.0, 0
	for rest := word; rest != ""; {
		piece, v := l.longestNumber(rest)
		if piece == "" {
			link := l.numberLink(rest)
			if link == "" || parts == 0 {
				return 0, false
			}
			rest = rest[len(link):]
			continue
		}
		parts++
		rest = rest[len(piece):]
		switch {
		case v >= 1000:
			total, current = total+max(current, 1)*v, 0
		case v == 100:
			current = max(current, 1) * 100
		default:
			current += v
		}
	}
	return total + current, parts > 1
}

func (l *Language) longestNumber(s string) (piece string, value float64) {
	for w, v := range l.numbers {
		if len(w) > len(piece) && strings.HasPrefix(s, w) {
			piece, value = w, v
		}
	}
	return piece, value
}

func (l *Language) numberLink(s string) string {
	for _, link := range l.NumberLinks {
		if strings.HasPrefix(s, link) {
			return link
		}
	}
	return ""
}
