package decode

import (
	"net/url"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

const (
	enough   = 200 // letters below which a text is hardly an article
	longBody = 400 // letters from which a text stated in JSON-LD is believed
)

// mainText is the article of a page, a blank line between paragraphs. stated is
// the text that its JSON-LD gives; title is left out of the text's beginning.
// Where little is left of the page's prose once its furniture is out, a second
// look at it, by again, takes out less.
func mainText(doc *html.Node, stated, title string, again func() *html.Node) string {
	all := prose(doc)
	best := bodyOfPage(doc, title, false)
	if best.size < enough || best.size*4 < all {
		if soft := bodyOfPage(again(), title, true); soft.size > 2*best.size {
			best = soft
		}
	}
	if n := letters(stated); n >= longBody && 2*n > 3*best.size {
		return statedParagraphs(stated)
	}
	return strings.Join(trim(best.paragraphs, title), "\n\n")
}

// bodyOfPage prunes the page and settles on its article.
func bodyOfPage(doc *html.Node, title string, gently bool) body {
	prune(doc, gently)
	best := bodyOf(markedBody(doc))
	if scored := bodyOf(byReadability(doc)); best.size < enough && scored.size >= best.size || scored.size > 2*best.size || scored.extends(best) {
		best = scored
	}
	if d := bodyOf(densest(doc)); best.size < enough && d.size > best.size || d.extends(best) && d.size*2 < best.size*3 {
		best = d
	}
	return best.withLead(paragraphs(doc), title)
}

const (
	leadLetters = 60 // of the shortest lead
	leadMost    = 3  // paragraphs of one
)

// withLead adds the sentences that stand between the headline and the body: the
// lead, which many pages set apart from the text.
func (b body) withLead(page []string, title string) body {
	if len(b.paragraphs) == 0 {
		return b
	}
	head, first := -1, -1
	for i, p := range page {
		if p == b.paragraphs[0] {
			first = i
			break
		}
		if plain(p) == plain(title) {
			head = i
		}
	}
	if head < 0 || first < 0 {
		return b
	}
	var lead []string
	for _, p := range page[head+1 : first] {
		if letters(p) >= leadLetters && endsSentence(p) && !slices.Contains(b.paragraphs, p) && !slices.Contains(lead, p) {
			lead = append(lead, p)
		}
	}
	if len(lead) == 0 || len(lead) > leadMost {
		return b
	}
	for _, p := range lead {
		b.size += letters(p)
	}
	b.paragraphs = append(lead, b.paragraphs...)
	return b
}

// body is a candidate for the article's text.
type body struct {
	paragraphs []string
	size       int // letters
}

// extends reports whether b holds nearly all of a and clearly more, as where
// the page's mark leaves out the lead.
func (b body) extends(a body) bool {
	if b.size*20 < a.size*21 {
		return false
	}
	in := make(map[string]bool, len(b.paragraphs))
	for _, p := range b.paragraphs {
		in[p] = true
	}
	shared := 0
	for _, p := range a.paragraphs {
		if in[p] {
			shared += letters(p)
		}
	}
	return shared*10 >= a.size*9
}

func bodyOf(nodes []*html.Node) body {
	var b body
	for _, n := range nodes {
		b.paragraphs = append(b.paragraphs, paragraphs(n)...)
	}
	for _, p := range b.paragraphs {
		b.size += letters(p)
	}
	return b
}

// markedBody are the elements that the page itself marks as the article's body:
// by schema, by the usual names, or as its article.
func markedBody(doc *html.Node) []*html.Node {
	for _, ok := range []func(*html.Node) bool{
		func(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") },
		func(n *html.Node) bool {
			return !inline(n) && (containers().among(attr(n, "class")) || containers().among(attr(n, "id")))
		},
		byTag("article"),
		byTag("main"),
	} {
		if nodes := fullest(doc, ok); nodes != nil {
			return nodes
		}
	}
	return nil
}

// fullest is the element with the most text of its own among those for which ok
// holds, as close around that text as can be; nil where none has enough.
func fullest(doc *html.Node, ok func(*html.Node) bool) []*html.Node {
	var best *html.Node
	most := enough
	for e := range elements(doc) {
		if !ok(e) || e.Data == "body" || e.Data == "html" || e.Data == "p" {
			continue
		}
		if n := spoken(e); n > most || best != nil && n*10 >= most*9 && inside(e, best) {
			best, most = e, n
		}
	}
	if best == nil {
		return nil
	}
	return []*html.Node{best}
}

func inside(n, outer *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p == outer {
			return true
		}
	}
	return false
}

// byReadability is the article as readability finds it.
func byReadability(doc *html.Node) (nodes []*html.Node) {
	defer func() {
		if recover() != nil {
			nodes = nil // a fault in foreign code costs one opinion, not the page
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	a, err := parser.ParseDocument(doc, &url.URL{Scheme: "http", Host: "localhost"})
	if err != nil || a.Node == nil {
		return nil
	}
	return []*html.Node{a.Node}
}

// densest is the smallest element that holds most of the page's prose.
func densest(doc *html.Node) []*html.Node {
	const deepest = 64 // levels that are worth going down
	n, all := doc, prose(doc)
	for range deepest {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && all > 0 && prose(c)*10 >= all*8 {
				next = c
			}
		}
		if next == nil || !blocks[next.Data] {
			break
		}
		n = next
	}
	return []*html.Node{n}
}

// prose counts the letters of blocks that hold sentences.
func prose(n *html.Node) int {
	sum := 0
	for _, p := range paragraphs(n) {
		if endsSentence(p) && letters(p) > 20 {
			sum += letters(p)
		}
	}
	return sum
}

// trim drops what stands around a body: the title and lines with a date before
// it, labels of lists that were taken out after it.
func trim(paragraphs []string, title string) []string {
	const opening, line = 4, 60 // paragraphs, letters
	out := make([]string, 0, len(paragraphs))
	for i, p := range paragraphs {
		if i < opening && (plain(p) == plain(title) || letters(p) < line && !endsSentence(p) && writtenDate().MatchString(p)) {
			continue
		}
		out = append(out, p)
	}
	for n := len(out); n > 1 && letters(out[n-1]) < line && strings.HasSuffix(out[n-1], ":"); n-- {
		out = out[:n-1]
	}
	return out
}

// statedParagraphs sets the paragraphs of a stated text apart.
func statedParagraphs(s string) string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n\n")
}
