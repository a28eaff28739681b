package decode

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// attr is the value of an attribute, "" where there is none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// elements walks over the elements below n in the order of the page.
func elements(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && !yield(d) {
				return
			}
		}
	}
}

// first is the first element below n for which ok holds, or nil.
func first(n *html.Node, ok func(*html.Node) bool) *html.Node {
	for e := range elements(n) {
		if ok(e) {
			return e
		}
	}
	return nil
}

func byTag(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

// remove takes the elements out for which drop holds, with all below them.
func remove(n *html.Node, drop func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && drop(c) {
			n.RemoveChild(c)
		} else {
			remove(c, drop)
		}
		c = next
	}
}

// textLen counts the letters and digits below n, those in links apart.
func textLen(n *html.Node) (all, linked int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			all += letters(c.Data)
		case c.Type == html.ElementNode && !unseen[c.Data]:
			a, l := textLen(c)
			all += a
			if c.Data == "a" {
				l = a
			}
			linked += l
		}
	}
	return all, linked
}

// letters counts letters and digits; a character of the scripts that write
// without spaces says as much as two.
func letters(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x80:
			if r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' {
				n++
			}
		case r >= 0x2E80 && r <= 0xD7A3:
			n += 2
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n++
		}
	}
	return n
}

// words are the parts of a class or id: "article__body", "articleBody" and
// "article-body" are all article and body.
func words(s string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	lower := false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			if lower {
				flush()
			}
			lower = false
			word.WriteRune(unicode.ToLower(r))
		case unicode.IsLetter(r):
			lower = true
			word.WriteRune(r)
		default:
			lower = false
			flush()
		}
	}
	flush()
	return out
}
