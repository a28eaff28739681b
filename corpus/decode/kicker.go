package decode

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// kickers are words of classes for the line above a headline.
var kickers = set("kicker", "topline", "overline", "dachzeile", "eyebrow", "roofline", "spitzmarke", "supertitle", "pretitle",
	"antetitulo", "volanta", "occhiello", "surtitre", "strapline", "overtitle")

// withoutKicker is the text of a heading less the line above it.
func withoutKicker(heading *html.Node) string {
	all := textOf(heading)
	for e := range elements(heading) {
		for _, w := range words(attr(e, "class")) {
			if rest := strings.TrimLeft(strings.TrimPrefix(all, textOf(e)), " :|–—-/"); kickers[w] && letters(rest) > 0 {
				return rest
			}
		}
	}
	return behindMark(heading, all)
}

// behindMark is what stands in a heading behind a mark that only programs which read
// aloud are to see, as it parts a kicker from the headline; all of it where there
// is no such mark.
func behindMark(heading *html.Node, all string) string {
	mark := first(heading, func(n *html.Node) bool {
		return (attr(n, "aria-hidden") == "true" || hiddenFromSight(n)) && separates(textOf(n))
	})
	if mark == nil {
		return all
	}
	var b strings.Builder
	for n := mark.NextSibling; n != nil; n = n.NextSibling {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			continue
		}
		b.WriteString(" " + textOf(n))
	}
	rest := strings.Join(strings.Fields(b.String()), " ")
	if letters(rest) <= leastTitle || !strings.HasSuffix(all, rest) {
		return all
	}
	return rest
}

// hiddenFromSight reports an element that is only read aloud.
func hiddenFromSight(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	return strings.Contains(class, "sr-only") || strings.Contains(class, "visually-hidden") || strings.Contains(class, "screen-reader")
}

// separates reports whether a text is a mark between two parts of a title.
func separates(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// undressed is a title without what the page's own headings show to be no part of
// it: a kicker, or the date before it.
func undressed(doc *html.Node, title string) string {
	p := plain(title)
	for e := range elements(doc) {
		switch e.Data {
		case "h1", "h2", "h3":
		default:
			continue
		}
		if plain(textOf(e)) != p {
			continue
		}
		rest := withoutKicker(e)
		if plain(rest) == p {
			rest = behindBlock(e, title)
		}
		if plain(rest) != p && letters(rest) > leastTitle {
			return rest
		}
	}
	return behindDate(title)
}

// behindBlock is what stands in a heading behind a block of its own, where the title
// sets that off with a colon which the heading does not have.
func behindBlock(heading *html.Node, title string) string {
	block := first(heading, func(n *html.Node) bool { return blocks[n.Data] })
	if block == nil {
		return title
	}
	kicker, rest := textOf(block), ""
	if !strings.HasSuffix(kicker, ":") && strings.HasPrefix(title, kicker+": ") {
		rest = strings.TrimPrefix(title, kicker+": ")
	}
	return firstOf(rest, title)
}

// behindDate is a title without a date before it.
func behindDate(title string) string {
	at := writtenDate().FindStringIndex(title)
	if at == nil || at[0] > 0 {
		return title
	}
	for _, sep := range []string{" - ", " – ", " — ", " | ", ": "} {
		if rest, ok := strings.CutPrefix(title[at[1]:], sep); ok && letters(rest) > leastTitle {
			return rest
		}
	}
	return title
}
