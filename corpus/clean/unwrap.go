package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The widths, in characters, of columns into which programs break lines.
const (
	columnLeast = 40
	columnMost  = 110
	columnLines = 3 // full lines that show a column
)

// unwrap joins the lines that a program broke paragraphs into: every line of a
// column is so full that the first word of the next did not fit.
func unwrap(lines []line) []line {
	width := columnWidth(lines)
	if width == 0 {
		return lines
	}
	out := lines[:0]
	var last line // as it stands in the page
	for i, l := range lines {
		if i > 0 && l.gap == 0 && full(&last, &l, width) && !apart(&l) {
			out[len(out)-1] = out[len(out)-1].join(l)
		} else {
			out = append(out, l)
		}
		last = l
	}
	return out
}

// columnWidth is the width of the column in which the page is set, 0 where it is
// in none: the longest line that another follows at once, if most such lines are
// full.
func columnWidth(lines []line) int {
	width := 0
	for i := range lines {
		if open(lines, i) {
			width = max(width, utf8.RuneCountInString(lines[i].text))
		}
	}
	if width < columnLeast || width > columnMost {
		return 0
	}
	filled, all, inside := 0, 0, 0
	for i := range lines {
		if !open(lines, i) || lines[i].weight < 4 {
			continue
		}
		all++
		if full(&lines[i], &lines[i+1], width) {
			filled++
			if r, _ := utf8.DecodeRuneInString(lines[i+1].text); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
				inside++
			}
		}
	}
	if filled < columnLines || filled*2 < all || inside*4 < filled {
		return 0
	}
	return width
}

// open reports whether another line follows at once.
func open(lines []line, i int) bool { return i+1 < len(lines) && lines[i+1].gap == 0 }

// full reports whether the first word of the next line does not fit into l.
func full(l, next *line, width int) bool {
	word, _, _ := strings.Cut(next.text, " ")
	n := utf8.RuneCountInString(l.text) + 1 + utf8.RuneCountInString(word)
	if r, _ := utf8.DecodeRuneInString(next.text); isUnspaced(r) {
		n = utf8.RuneCountInString(l.text) + 3 // a sign may not begin a line
	}
	return n > width-1
}

// apart reports lines that are something of their own: a date or a byline.
func apart(l *line) bool {
	if l.weight <= datedWeight/2 && !l.ends && numbers(l.text) >= 2 {
		return true
	}
	m, _ := vocabulary().start(fold(l.text))
	return (m == markBy || m == markLabel || m == markShare || m == markCredit) && !l.ends
}

// numbers counts runs of digits.
func numbers(s string) int {
	n, in := 0, false
	for _, r := range s {
		digit := unicode.IsDigit(r)
		if digit && !in {
			n++
		}
		in = digit
	}
	return n
}

// join makes one line of two.
func (l line) join(next line) line {
	last, _ := utf8.DecodeLastRuneInString(l.text)
	first, _ := utf8.DecodeRuneInString(next.text)
	if !isUnspaced(last) && !isUnspaced(first) && !strings.ContainsRune(".,;:!?…)]»”،؛۔。、，；：」』）", first) {
		l.text += " "
	}
	l.text += next.text
	l.weight += next.weight
	l.ends = next.ends
	return l
}

// reunite joins lines broken where a link or the like stood in the text: the next
// line goes on in lower case or with a sign that follows a word. The link itself
// may be a line between the two.
func reunite(lines []line) []line {
	out := lines[:0]
	for _, l := range lines {
		n := len(out) - 1
		switch {
		case n >= 0 && goesOn(&out[n], &l):
			out[n] = out[n].resume(l)
		case n >= 1 && bridge(&out[n-1], &out[n], &l):
			out[n-1] = out[n-1].resume(out[n]).resume(l)
			out = out[:n]
		default:
			out = append(out, l)
		}
	}
	return out
}

// resume joins two parts of a sentence and says anew what they are.
func (l line) resume(next line) line {
	l = l.join(next)
	l.kind = short
	l.shape(vocabulary())
	return l
}

const (
	brokenWeight = 5  // words of the least part of a broken sentence
	bridgeMost   = 12 // words of a link in it
)

func goesOn(l, next *line) bool {
	return !l.ends && l.weight >= brokenWeight && (l.kind == short || l.kind == paragraph) && rests(next)
}

// bridge reports whether a line is a link in a sentence that begins above and goes
// on below it.
func bridge(above, l, below *line) bool {
	return !above.ends && above.weight >= brokenWeight && (above.kind == short || above.kind == paragraph) &&
		l.gap == 0 && !l.ends && l.weight <= bridgeMost && rests(below)
}

// rests reports whether a line goes on where the one above it broke off.
func rests(l *line) bool {
	return l.gap == 0 && continues(l.text) && (l.kind == short || l.kind == paragraph || l.kind == stub || l.weight <= 1)
}

// continues reports whether a line can only go on where another broke off.
func continues(s string) bool {
	return startsLower(s) || strings.HasPrefix(s, ". ") || s == "." || strings.IndexFunc(s, isFollowing) == 0
}

// isFollowing reports signs that no sentence begins with.
func isFollowing(r rune) bool { return strings.ContainsRune(":!?…،؛۔。、，；：」』）", r) }
