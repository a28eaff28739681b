package clean

import "strings"

// findTitle is the line of a post's headline above line body, or -1: the best by
// length, place, repetition and what stands around it.
func findTitle(lines []line, p post, body int, meta string, near bool) int {
	best, score := -1, 0
	p.from = max(p.from, body-headReach)
	metaAt := firstMeta(lines, p.from, body)
	for i := p.from; i < body; i++ {
		l := &lines[i]
		if !headline(l) {
			continue
		}
		n := titleScore(lines, p, i, metaAt, meta)
		if near {
			n -= min((body-i)/farLines, farMost)
		}
		if best < 0 || n > score {
			best, score = i, n
		}
	}
	if best >= 0 && score < leastTitle {
		return -1
	}
	return best
}

// A line seems the less a headline the farther it stands above the text.
const (
	farLines = 10 // lines that cost a point
	farMost  = 4  // points
)

// headReach is how many lines above the text the headline is looked for.
const headReach = 300

// leastTitle is the score below which a line is no headline but a masthead or
// menu item alone above a text.
const leastTitle = 0

// sentenceTitle is the first line of a page without another headline that may be
// one though it ends as a sentence does: short, alone, above several paragraphs.
func sentenceTitle(lines []line, p post) int {
	i := firstText(lines, p)
	if i < 0 || i+2 >= p.to || !lines[i].ends || lines[i].weight > 22 || innerEnd(lines[i].text) || lines[i+1].gap == 0 {
		return -1
	}
	below := 0
	for j := i + 1; j < p.to; j++ {
		if lines[j].kind == paragraph {
			below++
		}
	}
	if below < 2 {
		return -1
	}
	return i
}

// titleScore weighs a line as the headline of a post; metaAt is the first line
// under a headline, as far as it shows, and meta the title that the source gives.
func titleScore(lines []line, p post, i, metaAt int, meta string) int {
	l := &lines[i]
	n := lengthScore(l.weight) + placeScore(lines, p, i, metaAt) + 3*repeated(lines, i)
	if crowded(lines, i, false) {
		n -= 4
	}
	if l.common {
		n -= 3
	}
	if standfirst(lines, p, i) {
		n -= 3
	}
	if meta != "" && strings.Contains(meta, l.text) {
		n += 5
	}
	if l.ends {
		n--
	}
	return n
}

// lengthScore weighs the words of a line: mastheads and sections are shorter than
// headlines, captions longer.
func lengthScore(words int) int {
	switch {
	case words <= 2:
		return -3
	case words == 3:
		return -1
	case words == 4:
		return 1
	case words <= 22:
		return 3
	}
	return 0
}

// placeScore weighs what stands around a line: a headline stands apart, above
// byline and date, and is not the first line of a page if that is short.
func placeScore(lines []line, p post, i, metaAt int) int {
	n := 0
	switch {
	case metaAt == i+1:
		n += 3
	case metaAt > i, i > p.from && lines[i-1].kind == dated:
		n += 2
	case metaAt > p.from+1:
		n -= 2
	}
	if lines[i].gap > 0 || i == p.from {
		n++
	}
	if i+1 < len(lines) && lines[i+1].gap > 0 {
		n++
	}
	if i == firstText(lines, p) && lines[i].weight <= 5 {
		n -= 2
	}
	return n
}

// standfirst reports whether a line stands by itself below another that does and
// may be the headline.
func standfirst(lines []line, p post, i int) bool {
	if i <= p.from || lines[i].gap == 0 {
		return false
	}
	above := &lines[i-1]
	masthead := i-1 == firstText(lines, p) && above.weight <= mastheadMost
	return headline(above) && !masthead && above.weight >= 5 && (above.gap > 0 || i-1 == p.from)
}

// firstMeta is the first line in [from, to) that stands under a headline: a
// byline, a date that is no clock of the masthead, a share line. -1 for none.
func firstMeta(lines []line, from, to int) int {
	for i := from; i < to; i++ {
		switch l := &lines[i]; {
		case l.kind == byline, l.kind == credit:
			return i
		case l.kind == dated && i > from+1 && l.mark != markToday && !menuBelow(lines, i, to):
			return i
		}
	}
	return -1
}

// menuBelow reports whether a menu stands between line i and line to.
func menuBelow(lines []line, i, to int) bool {
	for j := i + 1; j < to; j++ {
		if lines[j].kind == menu || crowded(lines, j, false) {
			return true
		}
	}
	return false
}

// firstText is the first line of a post that is no date, menu or notice.
func firstText(lines []line, p post) int {
	for i := p.from; i < p.to; i++ {
		if k := lines[i].kind; k == short || k == stub || k == paragraph {
			return i
		}
	}
	return -1
}

// repeated is 1 where the line stands elsewhere in the page too, or where another
// line begins with it, as the text of a picture does.
func repeated(lines []line, i int) int {
	text := lines[i].text
	if lines[i].weight < 3 {
		return 0
	}
	for j := range lines {
		if j != i && strings.HasPrefix(lines[j].text, text) && (lines[j].kind != paragraph || lines[j].text == text) {
			return 1
		}
	}
	return 0
}

// crowded reports whether a line stands in a block of five or more short lines,
// as the items of a menu do; furniture says whether buttons and the like count.
func crowded(lines []line, i int, furniture bool) bool {
	item := func(l *line) bool {
		return l.weight <= menuItem && (l.kind == short || l.kind == menu || furniture && l.kind == junk)
	}
	first, last := i, i
	for first > max(0, i-menuReach) && lines[first].gap == 0 && item(&lines[first-1]) {
		first--
	}
	for last+1 < min(len(lines), i+menuReach) && lines[last+1].gap == 0 && item(&lines[last+1]) {
		last++
	}
	return last-first >= 4 && lines[i].weight <= menuItem
}

const (
	menuItem  = 8 // words of the longest item of a menu
	menuReach = 5 // lines around one that are looked at
)
