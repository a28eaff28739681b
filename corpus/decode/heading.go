package decode

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// heading is a heading that a page shows.
type heading struct {
	text   string
	plain  string
	whole  bool // written in one piece, without marks or breaks inside
	aside  bool // of a part that calls itself something other than the article
	titled bool // the page calls it the title
}

// headings are the page's h1, those of the article first.
func headings(doc *html.Node) []heading {
	var in, out []heading
	for e := range elements(doc) {
		if e.Data != "h1" {
			continue
		}
		s := withoutKicker(e)
		if letters(s) <= 4 {
			continue
		}
		h := heading{s, plain(s), first(e, func(n *html.Node) bool { return n.Data != "a" }) == nil, inFurniture(e), isTitled(e)}
		if within(e, "article", "main") {
			in = append(in, h)
		} else {
			out = append(out, h)
		}
	}
	return append(in, out...)
}

// inFurniture reports whether an element stands in a part of the page that is
// beside the article.
func inFurniture(n *html.Node) bool {
	for p := n.Parent; p != nil && p.Data != "body"; p = p.Parent {
		if beside(p) {
			return true
		}
	}
	return false
}

// subheadings are the headings of the second and third level; titled are those
// that the page calls titles, apart those that stand in furniture.
func subheadings(doc *html.Node) (titled, others, apart []string) {
	for e := range elements(doc) {
		switch e.Data {
		case "h2", "h3":
		default:
			continue
		}
		s := withoutKicker(e)
		switch {
		case letters(s) <= 4:
		case inFurniture(e):
			apart = append(apart, s)
		case isTitled(e):
			titled = append(titled, s)
		default:
			others = append(others, s)
		}
	}
	return titled, others, apart
}

// isTitled reports whether the page calls a heading the title of its article.
func isTitled(heading *html.Node) bool {
	return strings.Contains(attr(heading, "itemprop"), "headline") || titles().among(attr(heading, "class"))
}

// frontLinks are the headings, in plain form, that link to the front page of the
// site, or of the part of it that the page at address is in: its name.
func frontLinks(doc *html.Node, address string) map[string]bool {
	found := map[string]bool{}
	for e := range elements(doc) {
		if e.Data != "h1" && e.Data != "h2" {
			continue
		}
		a := first(e, byTag("a"))
		if a == nil || plain(textOf(a)) != plain(textOf(e)) {
			continue
		}
		if to := attr(a, "href"); toFront(to) || above(to, address) {
			found[plain(textOf(e))] = true
		}
	}
	return found
}

// above reports whether a link leads to a folder that the page at address is in.
func above(link, address string) bool {
	link = strings.TrimSuffix(strings.TrimSpace(link), "/")
	return strings.Contains(link, "://") && strings.HasPrefix(address, link+"/") && len(strings.Trim(address[len(link):], "/")) > 0
}

// toFront reports whether a link leads to the front page of a site.
func toFront(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && u.RawQuery == "" && (u.Host != "" && strings.Trim(u.Path, "/") == "" || u.Host == "" && (u.Path == "/" || u.Path == "./"))
}
