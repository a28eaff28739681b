package decode

import (
	"strings"

	"golang.org/x/net/html"

	"parallax/model/safe"
)

// The reach, in letters outside links, within which a date belongs to a headline,
// and by how many letters a date seems farther that is not in markup for dates,
// stands above, or stands in a part beside the article.
const (
	reachBelow  = 500
	reachAbove  = 200
	costPlain   = 80
	costAbove   = 60
	costAside   = 300
	dateLine    = 60 // letters of a line that is there for its date
	dateLineOwn = 30 // letters of a line that is nothing but a date
)

// placed is a date and where it stands in the page.
type placed struct {
	at     int    // letters of the page outside links before it
	marked bool   // in markup made for dates
	own    bool   // on a line with nothing else
	aside  bool   // in a part beside the article
	date   string // as machines read it, where the page gives that
	shown  string // as people read it
}

// survey is a walk over a page that notes where its headline and its dates stand.
type survey struct {
	title string // in plain form
	at    int    // letters outside links so far
	line  strings.Builder
	aside int    // parts beside the article that are open
	begun int    // where the line began
	heads [3]int // where the headline stands: as h1, another heading, a line; -1 for nowhere
	dates []placed
}

func surveyOf(doc *html.Node, title string) *survey {
	s := &survey{title: plain(title), heads: [3]int{-1, -1, -1}}
	s.node(doc, false)
	s.end(2)
	return s
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
func (s *survey) nearest() *placed {
	head := s.head()
	if head < 0 {
		return nil
	}
	var best *placed
	least := 0
	for i := range s.dates {
		d := &s.dates[i]
		cost := d.at - head
		switch {
		case cost > reachBelow || -cost > reachAbove:
			continue
		case cost < 0:
			cost = -cost + costAbove
		}
		if !d.marked {
			cost += costPlain
		}
		if d.aside {
			cost += costAside
		}
		if best == nil || cost < least {
			best, least = d, cost
		}
	}
	return best
}

// below is the first line below the headline that is nothing but a date.
func (s *survey) below() string {
	head := s.head()
	for _, d := range s.dates {
		if head >= 0 && d.at >= head && d.own {
			return d.date
		}
	}
	return ""
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
	if n := letters(text); n <= dateLine {
		if d := writtenDate().FindString(text); d != "" {
			s.dates = append(s.dates, placed{at, false, n <= dateLineOwn, s.aside > 0, d, d})
		}
	}
}

// mark notes the date of an element made for dates.
func (s *survey) mark(n *html.Node) {
	if n.Type != html.ElementNode || !isDate(n) && (n.Data == "meta" || attr(n, "itemprop") != "datePublished") || ofChange(n) || first(n, isDate) != nil {
		return
	}
	text := spaced(n)
	if text == "" && attr(n, "datetime") == "" || letters(text) > dateLine {
		return
	}
	if d := shownDate(n); d != "" {
		s.dates = append(s.dates, placed{s.at, true, letters(text) <= dateLineOwn, s.aside > 0, d, firstOf(dated(text), d)})
	}
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
