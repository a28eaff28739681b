package decode

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"
)

//go:embed furniture.txt
var furnitureWords string

//go:embed containers.txt
var containerWords string

//go:embed titles.txt
var titleWords string

// phrases is a set of words, alone or side by side.
type phrases struct {
	known   map[string]bool
	longest int // words
}

func readPhrases(list string) phrases {
	p := phrases{known: map[string]bool{}}
	for l := range strings.Lines(list) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			p.known[l] = true
			p.longest = max(p.longest, 1+strings.Count(l, "-"))
		}
	}
	return p
}

var (
	furniture  = sync.OnceValue(func() phrases { return readPhrases(furnitureWords) })
	containers = sync.OnceValue(func() phrases { return readPhrases(containerWords) })
	titles     = sync.OnceValue(func() phrases { return readPhrases(titleWords) })
)

// among reports whether words of one name are in the set.
func (p phrases) among(name string) bool {
	for token := range strings.FieldsSeq(name) {
		ws := words(token)
		if len(ws) > 1 && negating[ws[0]] {
			continue
		}
		for i := range ws {
			for n := 1; n <= p.longest && i+n <= len(ws); n++ {
				if p.known[strings.Join(ws[i:i+n], "-")] {
					return true
				}
			}
		}
	}
	return false
}

// negating words open a class that says what an element has, not what it is.
var negating = set("has", "no", "with", "without", "is", "not", "show", "hide", "enable", "enabled", "js", "tag", "category")

// furnitureTags are elements that are beside the article by their nature.
var furnitureTags = set("nav", "aside", "footer", "form", "figure", "dialog", "menu")

var furnitureRoles = set("navigation", "banner", "complementary", "search", "contentinfo", "dialog", "alert", "alertdialog", "menu",
	"menubar", "toolbar", "tooltip", "tablist")

// minority is the share of the page's text, in percent, up to which an element
// may be taken for furniture by its name; an article stands above it.
const minority = 30

// prune takes out of a page what is not its article: menus, adverts, sharing,
// captions, other articles, questions about cookies. Gently, it goes by
// elements and roles alone and leaves what is only named like furniture.
func prune(doc *html.Node, gently bool) {
	remove(doc, func(n *html.Node) bool { return unseen[n.Data] })
	most := spoken(doc) * minority / 100
	remove(doc, func(n *html.Node) bool {
		switch {
		case n.Data == "html" || n.Data == "body" || n.Data == "main":
			return false
		case gently:
			return furnitureTags[n.Data] && spoken(n) <= most
		}
		return beside(n) && spoken(n) <= most || pointing(n) || labels(n)
	})
}

// spoken counts the letters below n outside links.
func spoken(n *html.Node) int {
	all, linked := textLen(n)
	return all - linked
}

// beside reports whether an element calls itself something other than text.
func beside(n *html.Node) bool {
	switch {
	case furnitureTags[n.Data], furnitureRoles[attr(n, "role")]:
		return true
	case has(n, "hidden"), attr(n, "aria-hidden") == "true", attr(n, "aria-modal") == "true":
		return true
	case strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none"):
		return true
	case strings.Contains(attr(n, "itemprop"), "articleBody"):
		return false
	case stamped(n):
		return true
	}
	f := furniture()
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-module", "itemprop":
			if len(a.Val) < 1000 && f.among(a.Val) && !inline(n) {
				return true
			}
		}
	}
	return false
}

// stamped reports a date or kicker set beside the text.
func stamped(n *html.Node) bool {
	const short = 60 // letters
	if n.Parent != nil && (n.Parent.Data == "p" || n.Parent.Data == "li") {
		return false
	}
	for _, w := range words(attr(n, "class")) {
		if kickers[w] {
			return spoken(n) < short
		}
	}
	return (n.Data == "time" || dateClass(n)) && spoken(n) < short && dated(textOf(n)) != ""
}

// inline reports elements inside a sentence, whose class is about their look.
func inline(n *html.Node) bool {
	switch n.Data {
	case "a", "b", "strong", "em", "i", "span", "mark", "u", "sup", "sub":
		return n.Parent != nil && (n.Parent.Data == "p" || n.Parent.Data == "li")
	}
	return false
}

// tabular reports tables of data, as against tables that lay out a page.
func tabular(n *html.Node) bool {
	if n.Data != "table" {
		return false
	}
	rows, cells, nested := 0, 0, false
	for e := range elements(n) {
		switch e.Data {
		case "tr":
			rows++
		case "td", "th":
			cells++
		case "table":
			nested = true
		}
	}
	all, _ := textLen(n)
	return !nested && rows >= 2 && cells >= 4 && all < 60*cells
}

// pointing reports a block that is there for its links: a list of other
// articles, or a line such as "Read also: …".
func pointing(n *html.Node) bool {
	switch n.Data {
	case "ul", "ol", "p", "li", "h2", "h3", "h4", "h5", "h6", "div", "section", "strong", "blockquote", "center", "table", "td":
	case "a":
		return alone(n)
	default:
		return false
	}
	all, linked := textLen(n)
	if linked == 0 || linked*10 < all*6 {
		return false
	}
	if linked*10 >= all*8 {
		return all >= 8
	}
	label := strings.TrimSpace(leading(n))
	return strings.HasSuffix(label, ":") && len(strings.Fields(label)) <= 5
}

// labels reports whether an element is the heading of a list of links that comes
// next.
func labels(n *html.Node) bool {
	const most = 60 // letters
	next := n.NextSibling
	for next != nil && (next.Type != html.ElementNode || next.Data == "br") {
		next = next.NextSibling
	}
	if next == nil || !blocks[next.Data] || !pointing(next) {
		return false
	}
	switch n.Data {
	case "h2", "h3", "h4", "h5", "h6":
		return spoken(n) <= most
	case "p", "div", "strong":
		return spoken(n) <= most && strings.HasSuffix(strings.TrimSpace(textOf(n)), ":")
	}
	return false
}

// alone reports whether a link is no part of a sentence: it stands in a block
// with nothing written beside it.
func alone(n *html.Node) bool {
	if n.Parent == nil || n.Parent.Data == "p" || !blocks[n.Parent.Data] {
		return false
	}
	for _, beside := range []*html.Node{n.PrevSibling, n.NextSibling} {
		if beside != nil && !blocks[beside.Data] && beside.Data != "br" && beside.Data != "a" && (beside.Type != html.TextNode || letters(beside.Data) > 0) {
			return false
		}
	}
	all, _ := textLen(n)
	return all < 100
}

// leading is the text of a block before its first link.
func leading(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "a" {
			break
		}
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
