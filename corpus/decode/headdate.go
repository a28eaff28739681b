package decode

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"parallax/model/safe"
)

// The reach, in letters outside links, within which a date belongs to a headline,
// and by how many letters a date seems farther that is not in markup for dates,
// stands above, stands in a part beside the article, or is one of a list.
const (
	reachBelow  = 500
	reachAbove  = 200
	costPlain   = 80
	costMeta    = 40
	costAbove   = 60
	costAside   = 300
	costListed  = 300
	dateLine    = 60  // letters of a line that is there for its date
	dateLineOwn = 30  // letters of a line that is nothing but a date
	entryMost   = 60  // letters between two dates of a list
	listLeast   = 4   // dates of one
	metaMost    = 200 // letters of a part that is about the article
)

//go:embed changes.txt
var changeWords string

// changes are the beginnings of words that call a date that of a change.
var changes = sync.OnceValue(func() []string {
	var list []string
	for l := range strings.Lines(changeWords) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			list = append(list, l)
		}
	}
	return list
})

// A short date is one with two figures of its year, of this century.
var shortDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.|\d\d/\d\d/)[0-3]\d\b`)
})

// inShort is the short date in a line, with all figures of its year; "" for none.
func inShort(line string) string {
	d := shortDate().FindString(line)
	if d == "" {
		return ""
	}
	return d[:len(d)-2] + "20" + d[len(d)-2:]
}

// placed is a date and where it stands in the page.
type placed struct {
	at     int    // letters of the page outside links before it
	marked bool   // in markup made for dates
	own    bool   // on a line with nothing else
	aside  bool   // in a part beside the article
	meta   bool   // in a part about the article
	listed bool   // one of a list of dates, as other articles have
	change bool   // words call it that of a change
	date   string // as machines read it, where the page gives that
	shown  string // as people read it
}

// survey is a walk over a page that notes where its headline and its dates stand.
type survey struct {
	title string // in plain form
	at    int    // letters outside links so far
	line  strings.Builder
	aside int    // parts beside the article that are open
	meta  int    // parts about it that are open
	begun int    // where the line began
	heads [3]int // where the headline stands: as h1, another heading, a line; -1 for nowhere
	dates []placed
}

func surveyOf(doc *html.Node, title string) *survey {
	s := &survey{title: plain(title), heads: [3]int{-1, -1, -1}}
	s.node(doc, false)
	s.end(2)
	s.list()
	return s
}

// list marks the dates that stand in lists: several in short distances.
func (s *survey) list() {
	for from := 0; from < len(s.dates); {
		to, places := from+1, 1
		for to < len(s.dates) && s.dates[to].at-s.dates[to-1].at <= entryMost {
			if s.dates[to].shown != s.dates[to-1].shown {
				places++
			}
			to++
		}
		for i := from; places >= listLeast && i < to; i++ {
			s.dates[i].listed = true
		}
		from = to
	}
}

// head is where the headline stands, -1 where nowhere.
func (s *survey) head() int {
	for _, at := range s.heads {
		if at >= 0 {
			return at
		}
	}
	return -1
}

// nearest is the date that stands nearest to the headline; nil where none is near.
// change asks for one of a change, else for none such.
func (s *survey) nearest(change bool) *placed {
	head := s.head()
	if head < 0 {
		return nil
	}
	var best *placed
	least := 0
	for i := range s.dates {
		d := &s.dates[i]
		cost, near := d.cost(head)
		if near && d.change == change && (best == nil || cost < least) {
			best, least = d, cost
		}
	}
	return best
}

// cost is how far a date seems from the headline; near is false where that is too
// far.
func (d *placed) cost(head int) (cost int, near bool) {
	cost = d.at - head
	switch {
	case cost > reachBelow || -cost > reachAbove:
		return 0, false
	case cost < 0:
		cost = -cost + costAbove
	}
	switch {
	case d.marked:
	case d.meta:
		cost += costMeta
	default:
		cost += costPlain
	}
	if d.aside {
		cost += costAside
	}
	if d.listed {
		cost += costListed
	}
	return cost, true
}

// below is the first line below the headline that is nothing but a date or is
// about the article; where the headline stands nowhere, the page's only date.
func (s *survey) below() string {
	head, only := s.head(), ""
	for _, d := range s.dates {
		switch {
		case d.change || d.listed:
		case head >= 0 && d.at >= head && (d.own || d.meta):
			return d.date
		case head < 0 && only != "" && only != d.shown:
			return ""
		case head < 0:
			only = d.shown
		}
	}
	return only
}

// changed is the date of the last change that the page shows: the nearest to the
// headline, else the only one.
func (s *survey) changed() string {
	if d := s.nearest(true); d != nil {
		return d.date
	}
	only := ""
	for _, d := range s.dates {
		if d.change && only != "" && only != d.date {
			return ""
		}
		if d.change {
			only = d.date
		}
	}
	return only
}

func (s *survey) node(n *html.Node, linked bool) {
	switch {
	case n.Type == html.TextNode:
		if s.line.Len() < longestLine {
			s.line.WriteString(n.Data)
			s.line.WriteByte(' ')
		}
		if !linked {
			s.at += letters(n.Data)
		}
		return
	case n.Type == html.ElementNode && unseen[n.Data]:
		return
	}
	if n.Data == "aside" || n.Data == "nav" {
		s.aside++
		defer func() { s.aside-- }()
	}
	if s.meta == 0 && aboutArticle(n) {
		s.meta++
		defer func() { s.meta-- }()
	}
	apart := n.Type == html.ElementNode && (blocks[n.Data] || n.Data == "br")
	if apart {
		s.end(2)
	}
	s.mark(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c, linked || n.Data == "a")
	}
	if apart {
		s.end(kindOf(n))
	}
}

// aboutArticle reports a small part that its class says to be about the article.
func aboutArticle(n *html.Node) bool {
	for _, w := range words(attr(n, "class")) {
		switch w {
		case "meta", "metas", "postmeta", "entrymeta", "metadata", "postmetadata", "byline", "dateline":
			return spoken(n) <= metaMost
		}
	}
	return false
}

// longestLine is the bytes after which a line is neither headline nor date.
const longestLine = 600

// kindOf is the place among the heads of what stands in an element.
func kindOf(n *html.Node) int {
	switch n.Data {
	case "h1":
		return 0
	case "h2", "h3", "h4":
		return 1
	}
	return 2
}

// end notes what the line that ends is: the headline, where it is the first of
// its kind, or a date.
func (s *survey) end(kind int) {
	text, at := safe.Field(s.line.String()), s.begun
	s.line.Reset()
	s.begun = s.at
	if text == "" {
		return
	}
	if p := plain(text); s.title != "" && (p == s.title || kind == 0 && strings.Contains(p, s.title)) {
		if s.heads[kind] < 0 {
			s.heads[kind] = s.at
		}
		return
	}
	n := letters(text)
	if n > dateLine && (s.meta == 0 || n > metaMost) {
		return
	}
	from := 0
	for _, span := range writtenDate().FindAllStringIndex(text, mostDates) {
		d := text[span[0]:span[1]]
		s.dates = append(s.dates, placed{at: at, own: n <= dateLineOwn, aside: s.aside > 0, meta: s.meta > 0, change: ofChangeIn(text[from:span[0]]), date: d, shown: d})
		from = span[1]
	}
	if d := inShort(text); from == 0 && d != "" && (n <= dateLineOwn || s.meta > 0) {
		s.dates = append(s.dates, placed{at: at, own: n <= dateLineOwn, aside: s.aside > 0, meta: s.meta > 0, change: ofChangeIn(text), date: d, shown: d})
	}
}

// mostDates is how many dates of one line are looked at.
const mostDates = 4

// mark notes the date of an element made for dates: of the outermost that gives
// one to machines, else of the innermost.
func (s *survey) mark(n *html.Node) {
	if n.Type != html.ElementNode || !isDate(n) && (n.Data == "meta" || attr(n, "itemprop") != "datePublished") || ofChange(n) || inGiven(n) {
		return
	}
	if machine(n) == "" && first(n, isDate) != nil {
		return
	}
	text := spaced(n)
	if text == "" && attr(n, "datetime") == "" || letters(text) > dateLine {
		return
	}
	d := shownDate(n)
	short := inShort(text)
	if d == "" {
		d = short
	}
	if d != "" {
		s.dates = append(s.dates, placed{at: s.at, marked: true, own: letters(text) <= dateLineOwn, aside: s.aside > 0, meta: s.meta > 0, change: ofChangeIn(text), date: d, shown: firstOf(dated(text), short, d)})
	}
}

// inGiven reports whether an element stands in markup that gives its date to
// machines.
func inGiven(n *html.Node) bool {
	const deep = 3 // levels looked at
	for p, i := n.Parent, 0; p != nil && i < deep; p, i = p.Parent, i+1 {
		if isDate(p) && machine(p) != "" {
			return true
		}
	}
	return false
}

// ofChangeIn reports whether words in front of a date call it that of a change.
func ofChangeIn(before string) bool {
	before = strings.ToLower(before)
	for _, w := range changes() {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// isDate reports markup made for dates.
func isDate(n *html.Node) bool { return n.Data == "time" || dateClass(n) }

// leafNodes is how many nodes a headline or a line with a date may be made of.
const leafNodes = 100

// spaced is the text below a node with a space wherever markup parts it; "" where
// the node holds too much to be one line.
func spaced(n *html.Node) string {
	var b strings.Builder
	nodes := 0
	for d := range n.Descendants() {
		if nodes++; nodes > leafNodes {
			return ""
		}
		if d.Type == html.TextNode && !unseen[d.Parent.Data] {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return safe.Field(b.String())
}
