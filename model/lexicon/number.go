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

// longestNumber is the longest number word that s begins with.
func (l *Language) longestNumber(s string) (piece string, value float64) {
	if len(s) < numberHead || !l.numberHeads[[numberHead]byte([]byte(s[:numberHead]))] {
		return "", 0
	}
	for n := min(len(s), l.longest); n > 0; n-- {
		if v, ok := l.numbers[s[:n]]; ok {
			return s[:n], v
		}
	}
	return "", 0
}

// numberHead is how many bytes of a word tell most of those that begin with no
// number.
const numberHead = 2

// headNumbers notes how the number words begin, and how long they are.
func (l *Language) headNumbers() {
	l.numberHeads = map[[numberHead]byte]bool{}
	for w := range l.numbers {
		l.longest = max(l.longest, len(w))
		if len(w) >= numberHead {
			l.numberHeads[[numberHead]byte([]byte(w[:numberHead]))] = true
		}
	}
}

func (l *Language) numberLink(s string) string {
	for _, link := range l.NumberLinks {
		if strings.HasPrefix(s, link) {
			return link
		}
	}
	return ""
}
