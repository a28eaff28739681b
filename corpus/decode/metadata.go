package decode

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"parallax/model/safe"
)

// head is what a page says of itself outside its text.
type head struct {
	meta  map[string]string // <meta> by name, property or itemprop, in lower case; the first of a name
	names []string          // in meta "author" and the like, every one
	title string            // <title>
	lang  string            // <html lang>
	links map[string]string // <link href> by rel
	ld    statement         // JSON-LD

	scripts []string        // other data and code
	fronts  map[string]bool // headings that are the site's name, in plain form
}

// readMeta reads what a page says of itself, and the article's text where its
// JSON-LD holds it.
func readMeta(doc *html.Node) (Meta, string) {
	h := readHead(doc)
	page := h.address()
	m := Meta{
		URL:      page,
		Language: h.language(),
		Outlet:   firstOf(h.ld.publisher, h.siteName(), h.meta["application-name"], h.meta["apple-mobile-web-app-title"]),
		Authors:  h.authors(doc),
	}
	m.Title = undressed(doc, h.headline(doc, m.Outlet))
	m.Outlet = firstOf(m.Outlet, h.siteInTitle(m.Title))
	around := surveyOf(doc, m.Title)
	m.Published, m.Shown = h.publication(doc, around)
	m.Modified = firstOf(dated(h.ld.modified), h.modified(), around.changed())
	return m, h.ld.body
}

func readHead(doc *html.Node) head {
	h := head{meta: map[string]string{}, links: map[string]string{}}
	var scripts []string
	for e := range elements(doc) {
		switch e.Data {
		case "html":
			h.lang = firstOf(h.lang, attr(e, "lang"), attr(e, "xml:lang"))
		case "title":
			if h.title == "" && e.Parent != nil && e.Parent.Data != "svg" {
				h.title = textOf(e)
			}
		case "link":
			if rel := strings.ToLower(attr(e, "rel")); h.links[rel] == "" {
				h.links[rel] = attr(e, "href")
			}
		case "meta":
			h.addMeta(e)
		case "script":
			if e.FirstChild == nil {
				continue
			}
			if strings.Contains(strings.ToLower(attr(e, "type")), "ld+json") {
				scripts = append(scripts, e.FirstChild.Data)
			} else {
				h.scripts = append(h.scripts, e.FirstChild.Data)
			}
		}
	}
	h.ld = readStatements(scripts, h.links["canonical"])
	return h
}

func (h *head) addMeta(e *html.Node) {
	content := safe.Field(firstOf(attr(e, "content"), attr(e, "value")))
	if content == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(attr(e, key)))
		if name == "" {
			continue
		}
		if h.meta[name] == "" {
			h.meta[name] = content
		}
		if authorNames[name] {
			h.names = append(h.names, content)
		}
	}
}

var authorNames = set("author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author", "cxenseparse:author")

func (h *head) language() string {
	lang := firstOf(h.lang, h.ld.language, h.meta["content-language"], h.meta["og:locale"], h.meta["language"], h.meta["dc.language"])
	lang, _, _ = strings.Cut(lang, ",")
	return strings.ReplaceAll(strings.TrimSpace(lang), "_", "-")
}

// address is the page's own, absolute; "" where it states none.
func (h *head) address() string {
	var base *url.URL
	for _, s := range []string{h.links["canonical"], h.meta["og:url"], h.ld.url} {
		u, err := url.Parse(strings.TrimSpace(s))
		if err != nil || s == "" {
			continue
		}
		if u.IsAbs() && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
		if base == nil {
			base = u
		}
	}
	return ""
}

func (h *head) authors(doc *html.Node) []string {
	names := h.ld.authors
	if len(names) == 0 {
		names = h.names
	}
	if len(names) == 0 {
		names = marked(doc)
	}
	var out []string
	seen := map[string]bool{}
	for _, n := range names {
		n = safe.Field(n)
		if n == "" || len(n) > 120 || strings.Contains(n, "://") || strings.HasPrefix(n, "@") || seen[n] {
			continue
		}
		seen[n] = true
		out = append(out, n)
	}
	return out
}

// marked are authors that the page marks up where it shows them.
func marked(doc *html.Node) []string {
	var out []string
	for e := range elements(doc) {
		if attr(e, "rel") == "author" || strings.Contains(attr(e, "itemprop"), "author") {
			who := e
			if name := first(e, func(n *html.Node) bool { return attr(n, "itemprop") == "name" }); name != nil {
				who = name
			}
			if s := firstOf(attr(who, "content"), textOf(who)); letters(s) < 60 {
				out = append(out, s)
			}
		}
	}
	return out
}

func within(n *html.Node, tags ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, t := range tags {
			if p.Data == t {
				return true
			}
		}
	}
	return false
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// textOf is the text below a node on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && (d.Parent == nil || !unseen[d.Parent.Data] || d.Parent == n) {
			b.WriteString(d.Data)
		}
	}
	return safe.Field(b.String())
}
