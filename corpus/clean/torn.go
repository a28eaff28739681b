package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some programs write every piece of a page that its author marked up, a link or
// a word in bold, on a line of its own. The sentences of such a page are torn.

const (
	tornLines     = 2 // lines that begin with a sign that follows a word, which show a torn page
	pieceWeight   = 4 // words of the end of a sentence that shows what is above to be its beginning
	pendingWeight = 3 // words of the beginning of a sentence
)

// torn reports whether the sentences of a page are torn at what is marked up.
func torn(lines []line) bool {
	if !dense(lines) {
		return false
	}
	n := 0
	for i := range lines {
		if follows(lines[i].text) {
			n++
		}
	}
	return n >= tornLines
}

// follows reports whether a line begins with a sign that only follows a word.
func follows(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(".,;:!?)]…،؛؟۔。、，；：」』）", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	return n == len(s) || unicode.IsSpace(next) || r > unicode.MaxASCII
}

// mend joins the pieces of torn sentences: those that show by themselves that they
// go on, and what stands before a link behind which a sentence goes on. What makes
// no sentence together stays as it is.
func mend(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		l, next := chain(lines, i)
		for next < len(lines) && l.pending() {
			more, end := chain(lines, next)
			if end == next+1 || !piece(&lines[next]) {
				break
			}
			l, next = l.resume(more), end
		}
		if next > i+1 && l.kind != paragraph {
			l, next = lines[i], i+1
		}
		out = append(out, l)
		i = next
	}
	return out
}

// chain joins line i and those that go on behind it, and returns the line after.
func chain(lines []line, i int) (line, int) {
	l := lines[i]
	for i++; i < len(lines) && tied(&l, &lines[i]); i++ {
		l = l.resume(lines[i])
	}
	return l, i
}

// tied reports whether a line goes on in the next.
func tied(l, next *line) bool {
	switch {
	case !piece(l) || !piece(next):
		return false
	case follows(next.text):
		return true
	}
	return !l.ends && (startsLower(next.text) || trails(l.text)) && (l.weight >= brokenWeight || next.weight >= brokenWeight || next.ends && next.weight >= pieceWeight)
}

// pending reports whether a line is the beginning of a sentence, long enough to be
// no heading.
func (l *line) pending() bool {
	return !l.ends && l.weight >= pendingWeight && (l.kind == short || l.kind == paragraph)
}

// piece reports whether a line may be part of a sentence.
func piece(l *line) bool {
	return l.kind == short || l.kind == paragraph || l.kind == stub || l.weight <= 1
}

// trails reports whether a line breaks off where no sentence does.
func trails(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(",(„“«،、，（「", r)
}
