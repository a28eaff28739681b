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
	if !isUnspaced(last) && !isUnspaced(first) {
		l.text += " "
	}
	l.text += next.text
	l.weight += next.weight
	l.ends = next.ends
	return l
}

// reunite joins lines broken where a link or the like stood in the text: the next
// line goes on in lower case.
func reunite(lines []line) []line {
	out := lines[:0]
	for _, l := range lines {
		if n := len(out) - 1; n >= 0 && goesOn(&out[n], &l) {
			out[n] = out[n].join(l)
			out[n].kind = short
			out[n].shape(vocabulary())
			continue
		}
		out = append(out, l)
	}
	return out
}

func goesOn(l, next *line) bool {
	return !l.ends && l.weight >= 5 && next.gap == 0 && startsLower(next.text) &&
		(l.kind == short || l.kind == paragraph) && (next.kind == short || next.kind == paragraph || next.kind == stub)
}
