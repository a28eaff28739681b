package decode

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// heading is a heading that a page shows.
type heading struct {
	text  string
	plain string
	whole bool // written in one piece, without marks or breaks inside
	aside bool // of a part that calls itself something other than the article
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
		h := heading{s, plain(s), first(e, func(n *html.Node) bool { return n.Data != "a" }) == nil, inFurniture(e)}
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

// kickers are words of classes for the line above a headline.
var kickers = set("kicker", "topline", "overline", "dachzeile", "eyebrow", "roofline", "spitzmarke", "supertitle", "pretitle",
	"antetitulo", "volanta", "occhiello", "surtitre", "strapline", "overtitle")

// withoutKicker is the text of a heading less the line above it.
func withoutKicker(heading *html.Node) string {
	all := textOf(heading)
	for e := range elements(heading) {
		for _, w := range words(attr(e, "class")) {
			if rest := strings.TrimSpace(strings.TrimPrefix(all, textOf(e))); kickers[w] && letters(rest) > 0 {
				return rest
			}
		}
	}
	return all
}

// subheadings are the headings of the second and third level; titled are those
// that the page calls titles.
func subheadings(doc *html.Node) (titled, others []string) {
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
		case strings.Contains(attr(e, "itemprop"), "headline") || titles().among(attr(e, "class")):
			titled = append(titled, s)
		default:
			others = append(others, s)
		}
	}
	return titled, others
}

// frontLinks are the headings, in plain form, that link to the front page of the
// site: its name.
func frontLinks(doc *html.Node) map[string]bool {
	found := map[string]bool{}
	for e := range elements(doc) {
		if e.Data != "h1" && e.Data != "h2" {
			continue
		}
		if a := first(e, byTag("a")); a != nil && toFront(attr(a, "href")) && plain(textOf(a)) == plain(textOf(e)) {
			found[plain(textOf(e))] = true
		}
	}
	return found
}

// toFront reports whether a link leads to the front page of a site.
func toFront(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && u.RawQuery == "" && (u.Host != "" && strings.Trim(u.Path, "/") == "" || u.Host == "" && (u.Path == "/" || u.Path == "./"))
}
