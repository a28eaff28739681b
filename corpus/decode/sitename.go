package decode

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators part a headline from the site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " : ", " -- ", "--", "｜", " ‹ ", " / ", "_", "|"}

// parted reports whether a title has several parts.
func parted(title string) bool {
	return slices.ContainsFunc(separators, func(sep string) bool { return strings.Contains(title, sep) })
}

// isSite reports whether a title is the name of the site alone.
func (h *head) isSite(title, outlet string) bool {
	t := plain(title)
	return t == "" || t == plain(outlet) || t == plain(h.host()) || h.fronts[t]
}

// withoutSite cuts what stands before or after the headline: a part that a
// shown heading leaves out, or that is the site's name.
func (h *head) withoutSite(title, outlet string, shown []heading) string {
	for _, s := range shown {
		if p, t := s.plain, plain(title); len(p) > 12 && p != t && (strings.HasPrefix(t, p) || strings.HasSuffix(t, p)) && 3*len(p) > len(t) {
			return s.text
		}
		if s.plain == plain(title) {
			return title
		}
	}
	for cut := true; cut; {
		cut = false
		for _, sep := range separators {
			for i := strings.LastIndex(title, sep); i > 0; i = strings.LastIndex(title[:i], sep) {
				if h.namesSite(title[i+len(sep):], outlet, sep) {
					title, cut = strings.TrimSpace(title[:i]), true
					break
				}
			}
			if i := strings.Index(title, sep); i > 0 && i+len(sep) < len(title) && h.sameSite(title[:i], outlet) {
				title, cut = strings.TrimSpace(title[i+len(sep):]), true
			}
		}
	}
	return withoutTightSite(title)
}

// withoutTightSite cuts the names of site and section that pages in scripts without
// spaces put right behind the headline: "标题_频道_网站".
func withoutTightSite(title string) string {
	for {
		at := strings.LastIndexAny(title, "_-")
		if at < 0 {
			return title
		}
		name, rest := title[at+1:], title[:at]
		if last, _ := utf8.DecodeLastRuneInString(rest); !unspaced(name) || !unspaced(string(last)) && !strings.ContainsRune("！？」』”）》", last) || letters(rest) < leastTitle {
			return title
		}
		title = rest
	}
}

// unspaced reports whether a text of a few characters is of a script that writes
// without spaces, and nothing else.
func unspaced(s string) bool {
	const most = 8 // characters
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return s != "" && utf8.RuneCountInString(s) <= most
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
	if h.fronts[p] {
		return true
	}
	for _, name := range []string{outlet, h.siteName(), h.meta["application-name"], h.host()} {
		if n := plain(name); n != "" && (p == n || len(p) > 4 && len(n) > 4 && (strings.HasPrefix(p, n) || strings.HasPrefix(n, p))) {
			return true
		}
	}
	return false
}

// siteName is the site's name as the page states it; "" where it states the title
// of the page instead.
func (h *head) siteName() string {
	name := h.meta["og:site_name"]
	if n := plain(name); n == plain(unescape(h.meta["og:title"])) && n == plain(h.title) && parted(name) {
		return ""
	}
	return name
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
