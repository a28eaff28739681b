package decode

import (
	"strings"

	"golang.org/x/net/html"
)

// headline is the article's title as the page prints it, without the site's
// name: the heading that what the page states of its title bears out, else its
// one heading of the first level, else what it states.
func (h *head) headline(doc *html.Node, outlet string) string {
	h.fronts = frontLinks(doc, h.address())
	var shown []heading
	for _, s := range headings(doc) {
		if !h.isSite(s.text, outlet) {
			shown = append(shown, s)
		}
	}
	stated := h.stated(outlet, shown)
	titled, others, apart := subheadings(doc)
	below := append(titled, others...)
	switch {
	case len(shown) > 0:
		return firstOf(h.behindSite(shown, below), settle(shown, stated))
	case len(stated) > 0:
		return firstOf(partShown(h.titlesGiven(), below, anyPart), partShown(h.titlesGiven(), apart, firstPart), stated[0])
	}
	return firstOf(append(titled, h.title)...)
}

// behindSite is the heading of a lower level that a stated title is or begins
// with, where no heading of the first level has to do with that: those are names of
// the site or of a section.
func (h *head) behindSite(shown []heading, below []string) string {
	headline := partShown(h.titlesGiven(), below, firstPart)
	begin := plain(headline)
	for _, s := range shown {
		for _, t := range append(h.titlesGiven(), headline) {
			if t = unescape(t); t != headline && strings.HasPrefix(plain(t), begin) {
				continue
			}
			if p := plain(t); p != "" && strings.HasPrefix(p, s.plain) || strings.Contains(s.plain, begin) || alike(s.text, t) {
				return ""
			}
		}
	}
	return headline
}

// titlesGiven lists the titles that a page gives besides those it shows, the surest
// first.
func (h *head) titlesGiven() []string {
	return []string{h.ld.headline, h.meta["og:title"], h.meta["twitter:title"], h.meta["title"], h.meta["dc.title"], h.meta["parsely-title"], h.title}
}

// stated lists the titles without the site's name.
func (h *head) stated(outlet string, shown []heading) []string {
	var out []string
	for _, s := range h.titlesGiven() {
		if s = whole(unescape(s)); s == "" || h.isSite(s, outlet) {
			continue
		}
		if s = h.withoutSite(s, outlet, shown); !h.isSite(s, outlet) {
			out = append(out, s)
		}
	}
	return out
}

// whole is a title without a separator behind which nothing stands.
func whole(title string) string {
	for _, mark := range []string{"-", "–", "—", "|", "::", "·"} {
		title = strings.TrimSuffix(title, " "+mark)
	}
	return strings.TrimSpace(title)
}

// leastTitle is the letters of a title that may be part of another.
const leastTitle = 12

// settle weighs the headings that a page shows against the titles it states.
func settle(shown []heading, stated []string) string {
	for _, h := range shown {
		if len(stated) > 0 && h.plain == plain(stated[0]) {
			return stated[0]
		}
	}
	for _, agree := range []func(heading, string) (string, bool){agreed, likened} {
		for _, h := range shown {
			h.whole = h.whole && same(shown)
			for _, s := range stated {
				if t, ok := agree(h, s); ok {
					return t
				}
			}
		}
	}
	if h := shown[0]; len(stated) == 0 || !h.aside && same(shown) {
		return h.text
	}
	return stated[0]
}

func same(list []heading) bool {
	for _, h := range list {
		if h.plain != list[0].plain {
			return false
		}
	}
	return true
}

// The parts of a title that partShown looks at.
const (
	firstPart = 1
	anyPart   = 10
)

// partShown is the heading of a lower level that stands in a stated title, all of
// it or as one of its first parts.
func partShown(stated, below []string, parts int) string {
	for _, heading := range below {
		for _, s := range stated {
			s = unescape(s)
			for _, sep := range separators {
				list := strings.Split(s, sep)
				for _, part := range list[:min(parts, len(list))] {
					if plain(part) != "" && plain(part) == plain(heading) {
						return heading
					}
				}
			}
		}
	}
	return ""
}

// agreed is the title that a heading and a stated one agree on: the one without
// the kicker where only one has it, unless that is the page's one heading, written
// in one piece; the heading where the other is cut short or runs on.
func agreed(h heading, stated string) (title string, ok bool) {
	b := plain(stated)
	switch {
	case len(h.plain) > len(b) && letters(stated) > leastTitle && (strings.HasSuffix(h.plain, b) || strings.HasPrefix(h.plain, b)):
		if h.whole {
			return h.text, true
		}
		return stated, true
	case len(b) > len(h.plain) && (letters(h.text) > leastTitle || h.titled) && (strings.HasSuffix(b, h.plain) || strings.HasPrefix(b, h.plain)):
		return h.text, true
	}
	return "", false
}

// likened is the heading, which readers see, where most words of it and of a
// stated title are the same.
func likened(h heading, stated string) (title string, ok bool) {
	return h.text, alike(h.text, stated)
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
