package decode

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"parallax/model/safe"
)

// unseen are elements whose text nobody reads on the page.
var unseen = set("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
	"video", "head", "title", "select", "option", "button", "textarea", "input", "datalist", "rt", "rp", "dialog", "map")

// blocks are elements that stand apart from what is before and after them.
var blocks = set("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
	"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol",
	"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// render is the text below a node: paragraphs, a blank line between them.
func render(n *html.Node) string { return strings.Join(paragraphs(n), "\n\n") }

// paragraphs are the paragraphs below a node, each on one line except where the
// page breaks a line inside one.
func paragraphs(n *html.Node) []string {
	var r renderer
	r.node(n)
	r.end()
	return r.done
}

// renderer gathers one paragraph at a time.
type renderer struct {
	done  []string
	lines []string        // of the present paragraph, whole
	line  strings.Builder // the present one
}

func (r *renderer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.line.WriteString(n.Data)
		return
	case html.ElementNode:
		if unseen[n.Data] {
			return
		}
		if n.Data == "br" {
			r.br()
			return
		}
	}
	block := n.Type == html.ElementNode && blocks[n.Data]
	if block {
		r.end()
	}
	if n.Type == html.ElementNode && tabular(n) {
		r.table(n)
		return
	}
	quoted := n.Type == html.ElementNode && n.Data == "q"
	if quoted {
		r.line.WriteString("“")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && n.Data == "pre" {
			r.preformatted(c.Data)
			continue
		}
		r.node(c)
	}
	if quoted {
		r.line.WriteString("”")
	}
	if block {
		r.end()
	}
}

// table is a table of data: a line for each row.
func (r *renderer) table(n *html.Node) {
	for e := range elements(n) {
		if e.Data != "tr" {
			continue
		}
		var cells []string
		for c := e.FirstChild; c != nil; c = c.NextSibling {
			if text := textOf(c); text != "" {
				cells = append(cells, text)
			}
		}
		if len(cells) > 0 {
			r.lines = append(r.lines, strings.Join(cells, " | "))
		}
	}
	r.end()
}

// br ends a line; a second one, or one after the end of a sentence, ends the
// paragraph.
func (r *renderer) br() {
	text := safe.Field(r.line.String())
	if text == "" {
		r.end()
		return
	}
	r.lines = append(r.lines, text)
	r.line.Reset()
	if endsSentence(text) {
		r.end()
	}
}

func (r *renderer) preformatted(text string) {
	for l := range strings.SplitSeq(text, "\n") {
		r.line.WriteString(l)
		r.br()
	}
}

// end closes the paragraph.
func (r *renderer) end() {
	if text := safe.Field(r.line.String()); text != "" {
		r.lines = append(r.lines, text)
	}
	r.line.Reset()
	if len(r.lines) > 0 {
		r.done = append(r.done, strings.Join(r.lines, "\n"))
		r.lines = r.lines[:0]
	}
}

// endsSentence reports whether a line ends as a sentence does, in any script.
func endsSentence(s string) bool {
	for s != "" {
		c, n := utf8.DecodeLastRuneInString(s)
		if strings.ContainsRune(".!?…。！？؟।۔", c) {
			return true
		}
		if !strings.ContainsRune("\"'”’»›)]」』）“ ", c) {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}
