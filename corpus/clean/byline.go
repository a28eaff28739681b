package clean

import (
	"strings"

	"parallax/model/safe"
)

// authors lists the names of the bylines around a text.
func authors(lines []line, p post, first, last int) []string {
	var names []string
	head := headEnd(lines, first, last)
	for i := p.from; i < p.to; i++ {
		l := &lines[i]
		if l.mark != markBy && l.mark != markPost || l.kind != byline && l.kind != dated && l.kind != posted || i > head && i < last {
			continue
		}
		if name := author(l); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// author is the name in a byline.
func author(l *line) string {
	text := l.after
	if l.stamp != nil {
		text, _, _ = strings.Cut(text, l.stamp.Span.Of(l.text))
	}
	text = strings.TrimLeft(text, " :：-–—")
	if at := strings.IndexAny(text, "|–—·,，／/(（"); at >= 0 {
		text = text[:at]
	}
	text = strings.Trim(safe.Field(text), " ,;:-–—.")
	if w := weigh(text); w == 0 || w > 6 || !hasLetters(text) {
		return ""
	}
	return text
}
