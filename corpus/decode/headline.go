package decode

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// separators part a headline from the site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " : ", "｜", " ‹ ", " / ", "_", "|"}

// headline is the article's title as the page prints it, without the site's
// name: the heading that what the page states of its title bears out, else what
// it states.
func (h *head) headline(doc *html.Node, outlet string) string {
	var shown, stated []string
	for _, s := range headings(doc) {
		if !h.isSite(s, outlet) {
			shown = append(shown, s)
		}
	}
	for _, s := range []string{h.ld.headline, h.meta["og:title"], h.meta["twitter:title"], h.meta["title"], h.meta["dc.title"], h.meta["parsely-title"], h.title} {
		if s = unescape(s); s != "" && !h.isSite(s, outlet) {
			stated = append(stated, h.withoutSite(s, outlet, shown))
		}
	}
	switch {
	case len(stated) == 0 && len(shown) == 0:
		return h.title
	case len(stated) == 0:
		return shown[0]
	}
	for _, heading := range shown {
		if t, ok := agreed(heading, stated[0]); ok {
			return t
		}
	}
	return stated[0]
}

// agreed is the title that a heading and a stated one agree on: the one without
// the kicker where only one has it, else the heading, which readers see.
func agreed(heading, stated string) (title string, ok bool) {
	const leastTitle = 12 // letters
	a, b := plain(heading), plain(stated)
	switch {
	case a == b:
		return stated, true
	case len(a) > len(b) && letters(stated) > leastTitle && (strings.HasSuffix(a, b) || strings.HasPrefix(a, b)):
		return stated, true
	case len(b) > len(a) && letters(heading) > leastTitle && (strings.HasSuffix(b, a) || strings.HasPrefix(b, a)):
		return heading, true
	}
	return heading, alike(heading, stated)
}

// alike reports whether most words of a heading stand in a stated title, or the
// other way round.
func alike(heading, stated string) bool {
	a, b := wordSet(heading), wordSet(stated)
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return both > 1 && 2*both >= min(len(a), len(b))
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		if w = plain(w); w != "" {
			m[w] = true
		}
	}
	return m
}

// headings are the page's h1, those of the article first.
func headings(doc *html.Node) []string {
	var in, out []string
	for e := range elements(doc) {
		if e.Data != "h1" {
			continue
		}
		if s := withoutKicker(e); letters(s) > 4 {
			if within(e, "article", "main") {
				in = append(in, s)
			} else {
				out = append(out, s)
			}
		}
	}
	return append(in, out...)
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

// isSite reports whether a title is the name of the site alone.
func (h *head) isSite(title, outlet string) bool {
	t := plain(title)
	return t == "" || t == plain(outlet) || t == plain(h.host())
}

// withoutSite cuts what stands before or after the headline: a part that a
// shown heading leaves out, or that is the site's name.
func (h *head) withoutSite(title, outlet string, shown []string) string {
	for _, s := range shown {
		if p, t := plain(s), plain(title); len(p) > 12 && p != t && (strings.HasPrefix(t, p) || strings.HasSuffix(t, p)) && 3*len(p) > len(t) {
			return s
		}
		if plain(s) == plain(title) {
			return title
		}
	}
	for cut := true; cut; {
		cut = false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && h.namesSite(title[i+len(sep):], outlet, sep) {
				title, cut = strings.TrimSpace(title[:i]), true
			}
			if i := strings.Index(title, sep); i > 0 && i+len(sep) < len(title) && h.sameSite(title[:i], outlet) {
				title, cut = strings.TrimSpace(title[i+len(sep):]), true
			}
		}
	}
	return title
}

// namesSite reports whether the last part of a title is the site: by its name,
// or, after a bar, by being short.
func (h *head) namesSite(part, outlet, sep string) bool {
	if h.sameSite(part, outlet) {
		return true
	}
	bar := strings.Contains(sep, "|") || sep == " » " || sep == " :: " || sep == "｜"
	return bar && len(strings.Fields(part)) <= 4 && letters(part) <= 30
}

func (h *head) sameSite(part, outlet string) bool {
	p := plain(part)
	if len(p) < 2 {
		return false
	}
	for _, name := range []string{outlet, h.meta["og:site_name"], h.meta["application-name"], h.host()} {
		if n := plain(name); n != "" && (p == n || len(p) > 4 && len(n) > 4 && (strings.HasPrefix(p, n) || strings.HasPrefix(n, p))) {
			return true
		}
	}
	return false
}

// host is the name in the page's address, without "www." and the last part.
func (h *head) host() string {
	u, err := url.Parse(h.address())
	if err != nil {
		return ""
	}
	name := strings.TrimPrefix(u.Hostname(), "www.")
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return name
}

// siteInTitle is the name that <title> puts behind the headline.
func (h *head) siteInTitle(headline string) string {
	const most = 6 // words of a name
	rest, ok := strings.CutPrefix(h.title, headline)
	if !ok || headline == "" {
		return ""
	}
	for _, sep := range separators {
		name, ok := strings.CutPrefix(rest, sep)
		if ok && len(strings.Fields(name)) <= most && !strings.Contains(name, sep) {
			return strings.TrimSpace(name)
		}
	}
	return ""
}
