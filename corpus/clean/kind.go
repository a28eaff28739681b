package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind says what a line is, as far as it shows by itself.
type kind uint8

const (
	short     kind = iota // no sentence: a headline, subheading, menu item or caption
	paragraph             // text
	stub                  // ends as a sentence does but is too short to be sure
	dated                 // a date with at most a few words: a byline, a clock, a day heading
	byline                // who wrote it
	menu                  // several items of navigation, or a breadcrumb
	linked                // a link to another article with the words that announce it
	heading               // announces a list of links, comments or the like
	credit                // of a picture
	posted                // the foot of a post
	junk                  // share buttons, counters, templates, notices
)

const (
	paragraphWeight = 8  // words of a line that ends as a sentence does
	proseWeight     = 23 // words of a line that does not: longer than headlines and captions are
	noticeWeight    = 45 // words of the longest notice to readers
	datedWeight     = 22 // words of the longest line that is a date
	linkWeight      = 30
	bylineWeight    = 14
	creditWeight    = 45
	appealWeight    = 18 // words of a sentence that asks readers to do something
	clockWeight     = 3
)

// classify says what every line is.
func classify(lines []line, lang string) {
	v := vocabulary()
	for i := range lines {
		lines[i].classify(v, lang)
	}
	if len(lines) > 0 && (lines[0].kind == byline && !lines[0].colon() || lines[0].kind == linked) {
		lines[0].kind = short // a page begins with the name of its outlet or its headline
	}
	for i := range lines[:max(0, len(lines)-1)] {
		if lines[i].remark(&lines[i+1]) {
			lines[i].kind, lines[i].mark = heading, markComments
		}
	}
}

// remark reports whether a line heads the comment of a reader: "Dora Finch says:"
// above a date.
func (l *line) remark(next *line) bool {
	const most = 6 // words
	return l.kind == short && l.weight <= most && (strings.HasSuffix(l.text, ":") || strings.HasSuffix(l.text, "：")) && next.kind == dated
}

func (l *line) classify(v *phrases, lang string) {
	if template(l.text) || l.weight <= clockWeight && clock(l.text) || !hasLetters(l.text) && !strings.ContainsAny(l.text, "0123456789") {
		l.kind = junk
		return
	}
	l.consent = v.has(fold(l.text), markConsent)
	if l.weight > noticeWeight {
		l.kind = paragraph
		return
	}
	plain := strings.TrimLeft(l.text, "•·-–—*>▶►»[(【■◆●▲☞ ")
	s := fold(plain)
	l.mark, l.rest = v.start(s)
	if l.mark == markBy || l.mark == markPost {
		l.after = unfolded(plain, len(strings.Fields(s))-len(strings.Fields(l.rest)), s[:len(s)-len(l.rest)])
	}
	if l.stamp = stampOf(l, lang); l.stamp != nil {
		l.kind = dated
		return
	}
	l.kind = l.marked(v, s)
	if l.kind == short || l.kind == stub || l.kind == paragraph {
		l.shape(v)
	}
}

// unfolded is what stands in s after its first n words, which folded are lead, or
// after the lead itself where that ends inside a word.
func unfolded(s string, n int, lead string) string {
	if len(lead) <= len(s) && fold(s[:len(lead)]) == lead {
		return s[len(lead):]
	}
	for ; n > 0; n-- {
		_, s, _ = strings.Cut(strings.TrimLeft(s, " "), " ")
	}
	return s
}

// marked is what the words of the line make of it; short where they say nothing.
func (l *line) marked(v *phrases, s string) kind {
	switch rest := strings.Trim(l.rest, " :-–—.…!»›>()[]】0123456789"); {
	case v.has(s, markNotice):
		return junk
	case l.mark == markNone:
		return l.counter(v, s)
	case !hasLetters(l.text):
		return junk
	case l.mark == markPost && l.weight <= bylineWeight && (rest == "" || l.colon() || !l.ends):
		return posted
	case l.mark == markCredit && l.creditLine(rest):
		return credit
	case rest == "":
		return l.whole()
	case l.mark == markRead && l.colon() && l.weight <= linkWeight, l.mark == markRead && !l.ends && l.weight <= linkWeight && strings.Contains(strings.TrimSuffix(s, l.rest), " "):
		return linked
	case (l.mark == markBy || l.mark == markEditor) && l.byline(rest):
		return byline
	case l.mark == markSource && l.colon() && l.weight <= bylineWeight:
		return byline
	case l.mark == markTail && l.colon() && !l.ends && l.weight <= noticeWeight:
		return heading
	case l.mark == markShare && !l.ends && (cellsOf(v, l.text, markShare) || l.weight <= 6 && strings.Contains(strings.TrimSuffix(s, l.rest), " ")):
		return junk
	case l.mark == markNotice && strings.HasPrefix(l.rest, ":") && l.weight <= linkWeight:
		return junk
	case l.mark == markNotice && strings.Contains(strings.TrimSuffix(s, l.rest), " ") && (l.weight <= appealWeight || !l.ends && l.weight <= linkWeight):
		return junk
	case l.mark == markComments && (l.weight <= 5 && !l.ends || strings.Contains(strings.TrimSuffix(s, l.rest), " ") && l.weight <= appealWeight):
		return heading
	}
	return short
}

// whole is what a line of the known words alone is.
func (l *line) whole() kind {
	switch l.mark {
	case markRead:
		return linked
	case markTail, markComments:
		return heading
	case markPost:
		return posted
	case markNav:
		return menu
	case markBy, markEditor, markSource:
		return byline
	case markCredit:
		return credit
	}
	return junk
}

// counter finds "3 comments", "2 min read" and the like, in which a number
// stands first.
func (l *line) counter(v *phrases, s string) kind {
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(" .,+/x", r) })
	if rest == s || l.weight > 6 {
		return short
	}
	if rest == "" {
		return junk
	}
	switch m, after := v.start(rest); {
	case m == markComments && strings.TrimSpace(after) == "":
		return heading
	case (m == markShare || m == markNotice) && strings.TrimSpace(after) == "":
		return junk
	}
	return short
}

// colon reports whether the known words are set off by a colon or the like.
func (l *line) colon() bool {
	rest := strings.TrimLeft(l.rest, " )]】")
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "›") || strings.HasPrefix(rest, "»") ||
		strings.HasPrefix(rest, ">") || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "→") || strings.HasPrefix(l.rest, " -") ||
		strings.HasPrefix(l.rest, " –") || strings.HasPrefix(l.rest, " —")
}

// byline reports whether what follows the words of a byline is names.
func (l *line) byline(rest string) bool {
	if l.colon() && l.weight <= bylineWeight {
		return true
	}
	if l.ends && !strings.HasSuffix(l.text, ".") || l.weight > 10 || len(rest) < 2 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(l.rest); isUnspaced(r) {
		return utf8.RuneCountInString(rest) <= 4 || strings.ContainsAny(rest, "／/：:｜|")
	}
	names, words := 0, 0
	for _, w := range strings.Fields(l.text[len(l.text)-min(len(l.text), len(l.rest)):]) {
		words++
		if r := []rune(w)[0]; unicode.IsUpper(r) || !unicode.IsLower(r) {
			names++
		}
	}
	return names*2 >= words && words <= 8 && !l.ends || l.mark == markEditor && !l.ends
}

// shape tells lines without known words apart.
func (l *line) shape(v *phrases) {
	switch cells := cellsIn(l.text); {
	case !l.ends && run(l.text), len(cells) >= 3 && !l.ends && menuCells(cells), len(cells) >= 2 && !l.ends && known(v, cells):
		l.kind = menu
	case creditTail(l.text):
		l.kind = credit
	case l.weight >= proseWeight || l.ends && l.weight >= paragraphWeight || innerEnd(l.text) && l.weight >= paragraphWeight+4:
		l.kind = paragraph
	case l.ends:
		l.kind = stub
	default:
		l.kind = short
	}
}

// run reports whether a line is several items run together, as text browsers do
// with menus: "NewsWeatherSport".
func run(s string) bool {
	const least = 3 // places where an item begins right behind another
	n, lower := 0, false
	for _, r := range s {
		if lower && unicode.IsUpper(r) {
			n++
		}
		lower = unicode.IsLower(r)
	}
	return n >= least
}

func template(s string) bool {
	return strings.Contains(s, "{{") || strings.Contains(s, "}}") || strings.Contains(s, "<%") || strings.Contains(s, "%>") ||
		strings.HasPrefix(s, "function(") || strings.HasPrefix(s, "window.") || strings.HasPrefix(s, "var ") && strings.HasSuffix(s, ";")
}

// clock reports a time of day, as stands over the entries of a live blog.
func clock(s string) bool {
	at := strings.IndexAny(s, ":.")
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	return at >= 1 && at <= 2 && digit(at-1) && digit(0) && digit(at+1) && digit(at+2) && numbers(s) == 2 && (s[at] == ':' || weigh(s) == 2)
}

func hasLetters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}
