package clean

import (
	"strings"
	"unicode/utf8"
)

const (
	subheadMost    = 10 // words of a subheading
	stubLeast      = 2  // words of a short sentence
	listItem       = 4  // words of the shortest item of a list in the text
	resumeFraction = 5  // text after a heading must be one part in so many of that before it
	listReach      = 30 // lines of the longest list in the middle of a text
	tailFraction   = 3  // text before a list of comments must be at least one third of what follows
)

// aboveHead reports whether a short paragraph has a menu, date or byline between
// itself and the next: it is a notice above the masthead, or a standfirst. A longer
// one is such a notice where a headline stands above that date or byline.
func aboveHead(lines []line, i, to int) bool {
	if lines[i].weight > noticeWeight {
		return false
	}
	for j := i + 1; j < min(to, i+startReach); j++ {
		switch lines[j].kind {
		case menu:
			return lines[i].weight < proseWeight
		case dated, byline:
			return lines[i].weight < proseWeight || j > i+1 && headline(&lines[j-1])
		case paragraph, heading, linked:
			return false
		}
	}
	return false
}

// body gathers the paragraphs of a post from line first on.
type body struct {
	lines      []line
	sums       []int // see the function
	title      string
	paragraphs []string
	words      int
	last       int   // line of the last paragraph
	held       []int // paragraphs that sibling pages share, kept if more text follows
	skipping   bool
	loose      bool // the page often leaves the end of sentences out
	dense      bool // the page has no blank lines
}

func (b *body) gather(first, to int) {
	b.last = first
	for i := first; i < to; i++ {
		l := &b.lines[i]
		if b.ends(i, to) {
			return
		}
		switch {
		case l.common && l.kind != paragraph:
		case l.common && !b.caption(i):
			b.held = append(b.held, i)
		case l.kind == paragraph && !b.caption(i):
			b.release()
			b.add(i)
			b.skipping = false
		case l.kind == stub && l.weight >= stubLeast && !b.skipping && !l.common && (i-b.last <= 2 || b.textFollows(i, to)):
			b.add(i)
		case l.kind == linked || l.kind == heading:
			b.skipping = true
		case l.kind == short && !b.skipping && b.unended(i):
			b.add(i)
		case l.kind == short && !b.skipping && b.subhead(i, to):
			b.paragraphs = append(b.paragraphs, l.text)
		}
	}
}

// release adds the paragraphs held back, unless they stand before the text.
func (b *body) release() {
	for _, i := range b.held {
		if len(b.paragraphs) > 0 {
			b.add(i)
		}
	}
	b.held = b.held[:0]
}

func (b *body) add(i int) {
	b.paragraphs = append(b.paragraphs, b.lines[i].text)
	b.words += b.lines[i].weight
	b.last = i
}

// ends reports whether the text is over at line i: below the heading of comments
// or of a list, or after a long run of lines that are no text, unless most of the
// text is still to come.
func (b *body) ends(i, to int) bool {
	l := &b.lines[i]
	if len(b.paragraphs) == 0 {
		return false
	}
	if l.kind == paragraph && i-b.last > clusterGap && !(i-b.last <= listReach && b.prose(i, to)) {
		return b.after(i, to) < b.words*tailFraction
	}
	if l.kind == posted {
		return b.after(i, to) < b.words
	}
	if l.consent && i > b.last+1 && consents(b.lines[i:to]) {
		return true
	}
	if b.teaser(i) {
		return b.after(i, to) < b.words
	}
	if l.kind != heading {
		return false
	}
	rest := b.after(i, to)
	if l.mark == markComments {
		return len(b.paragraphs) >= 3 || rest < b.words*tailFraction
	}
	return rest < b.words && !b.resumes(i, to) || rest == 0
}

// teaser reports whether a line is the headline of another article, with its date
// below it.
func (b *body) teaser(i int) bool {
	return b.lines[i].kind == short && b.lines[i].weight >= 4 && i+1 < len(b.lines) && b.lines[i+1].kind == dated
}

// prose reports whether text of some length begins at line i: two long paragraphs
// running, as lists of other articles and forms have none.
func (b *body) prose(i, to int) bool {
	long := func(l *line) bool { return l.kind == paragraph && l.weight >= proseWeight && !l.consent && !l.common }
	return i+1 < to && long(&b.lines[i]) && long(&b.lines[i+1]) && b.after(i, to) >= b.words/resumeFraction
}

// resumes reports whether the text goes on below a list in its middle: the list
// is one block of at most four lines, and a paragraph follows it; or prose follows
// a longer one.
func (b *body) resumes(i, to int) bool {
	for j := i + 1; j < min(to, i+listReach); j++ {
		if b.lines[j].mark == markComments {
			break
		}
		if b.prose(j, to) {
			return true
		}
	}
	for j := i + 1; j < min(to, i+5); j++ {
		switch l := &b.lines[j]; {
		case l.kind == paragraph:
			return l.gap > 0 && (j > i+1 || b.after(j, to) >= b.words/resumeFraction)
		case l.gap > 0 || l.kind == heading:
			return false
		}
	}
	return false
}

// after counts the words of the paragraphs in lines [i, to).
func (b *body) after(i, to int) int { return b.sums[to] - b.sums[i] }

// sums counts the words of the paragraphs above each line.
func sums(lines []line) []int {
	n := make([]int, len(lines)+1)
	for i := range lines {
		n[i+1] = n[i]
		if lines[i].kind == paragraph && !lines[i].common {
			n[i+1] += lines[i].weight
		}
	}
	return n
}

// unended reports whether a line right after text is text itself, though it does
// not end as a sentence does: it leads on to the next, or is a quotation.
func (b *body) unended(i int) bool {
	l := &b.lines[i]
	if i != b.last+1 || b.caption(i) || l.weight < 3 || i+1 < len(b.lines) && b.lines[i+1].text == l.text {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(l.text)
	first, _ := utf8.DecodeRuneInString(l.text)
	quoted := strings.ContainsRune(openers, first) && strings.ContainsRune(closers, last)
	follows := i+1 < len(b.lines) && (b.lines[i+1].kind == paragraph || b.lines[i+1].kind == stub)
	return quoted || follows && (strings.ContainsRune(":：,،，", last) || b.loose && l.weight >= paragraphWeight)
}

// dense reports whether a page has no blank lines, as dumps that put every piece of
// text on a line of its own have none.
func dense(lines []line) bool {
	const least = 20 // lines of a page that tell
	for i := range lines {
		if lines[i].gap > 0 && i > 0 {
			return false
		}
	}
	return len(lines) >= least
}

// loose reports whether a page often leaves the end of long sentences out.
func loose(lines []line) bool {
	long, open := 0, 0
	for i := range lines {
		if lines[i].weight >= looseWeight {
			long++
			if !lines[i].ends {
				open++
			}
		}
	}
	return open >= 2 && open*8 >= long
}

const (
	looseWeight = 15 // words of a long sentence
	openers     = "\"'“„«‘「『《”»"
)

func (b *body) textFollows(i, to int) bool {
	for j := i + 1; j < min(to, i+4); j++ {
		if b.lines[j].kind == paragraph && !b.lines[j].common {
			return true
		}
	}
	return false
}

// subhead reports whether a short line is a heading in the text: alone between
// paragraphs. Items of a list with a sign of their own are kept too.
func (b *body) subhead(i, to int) bool {
	l := &b.lines[i]
	if l.text == b.title || strings.HasPrefix(l.text, b.title) && b.title != "" || b.caption(i) {
		return false
	}
	if strings.HasPrefix(l.text, "• ") || strings.HasPrefix(l.text, "- ") || strings.HasPrefix(l.text, "* ") || strings.HasPrefix(l.text, "– ") {
		return l.weight >= listItem && b.textFollows(i, to)
	}
	return l.weight <= subheadMost && l.weight >= 2 && i+1 < to && (b.dense || l.gap > 0 && b.lines[i+1].gap > 0) &&
		b.lines[i+1].kind == paragraph && (b.lines[i-1].kind == paragraph || b.lines[i-1].kind == junk)
}

// caption reports whether a line describes a picture: it begins with the headline
// that stands in the picture's place, or a credit stands under it.
func (b *body) caption(i int) bool {
	l := &b.lines[i]
	if b.title != "" && len(b.title) >= 12 && strings.HasPrefix(l.text, b.title) {
		rest := strings.TrimLeft(l.text[len(b.title):], " ")
		if rest == "" || !l.ends || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "|") {
			return true
		}
	}
	return !l.ends && i+1 < len(b.lines) && b.lines[i+1].gap == 0 && b.lines[i+1].kind == credit
}
