package clean

import (
	"strings"

	"parallax/corpus/detect"
	"parallax/model/safe"
)

const (
	mastheadMost = 7  // words of the name of an outlet
	mastheadDeep = 40 // lines of a page that are looked at
	footLines    = 12 // at the end of a page, among which a copyright stands
)

// clues gathers what the lines around the text say of outlet and date.
func clues(lines []line, p post, first, last int) detect.Clues {
	var c detect.Clues
	title := p.title
	if title < 0 {
		title = first
	}
	if p.day >= 0 {
		l := &lines[p.day]
		c.Stamps = append(c.Stamps, detect.Place{Stamp: *l.stamp, Where: detect.DayHeading, Text: l.text})
	}
	head, clock := headEnd(lines, first, last), masthead(lines, title)
	for i := range lines {
		l := &lines[i]
		inside := i >= p.from && i < p.to
		if !inside && i >= mastheadDeep && i < len(lines)-2*footLines {
			continue
		}
		switch {
		case l.kind == paragraph || l.kind == stub && i >= first && i <= last:
			continue
		case l.stamp != nil && (inside || i < p.from && p.day < 0) && i != p.day:
			c.Stamps = append(c.Stamps, detect.Place{Stamp: *l.stamp, Where: where(&lines[i], i, clock, title, head, last), Text: l.text, Update: l.mark == markUpdate, Label: l.mark == markLabel || l.mark == markBy || l.mark == markPost || l.mark == markSource})
		case l.kind == credit && inside && i <= last:
			c.Credits = append(c.Credits, l.text)
			continue
		case l.kind == credit && i < len(lines)-footLines:
			continue
		}
		if inside && (l.kind == byline || l.kind == dated) {
			c.Sources = append(c.Sources, l.text)
			if name := sourceOf(l.text); name != "" {
				c.From = append(c.From, name)
			}
		}
		c.Furniture = append(c.Furniture, l.text)
	}
	c.Mastheads = mastheads(lines, p.top)
	return c
}

// sourceOf is the name that a line gives as its source: "来源：X", "Source: X".
func sourceOf(text string) string {
	for cell := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("|｜\u3000·", r) }) {
		m, rest := vocabulary().start(fold(cell))
		_, name, ok := strings.Cut(strings.Replace(cell, "：", ":", 1), ":")
		if m == markSource && ok && strings.HasPrefix(strings.TrimLeft(rest, " "), ":") || m == markSource && strings.HasPrefix(rest, "：") {
			return safe.Field(name)
		}
	}
	return ""
}

// headEnd is the line at which the head of an article ends: the first paragraph,
// or the second where a byline or date stands between the two.
func headEnd(lines []line, first, last int) int {
	meta := false
	for i := first + 1; i <= last; i++ {
		switch lines[i].kind {
		case byline, dated:
			meta = true
		case paragraph:
			if meta {
				return i
			}
			return first
		}
	}
	return first
}

// masthead is the last line above the headline that is of the site; what stands
// above it is as well.
func masthead(lines []line, title int) int {
	for i := title - 1; i >= 0; i-- {
		if k := lines[i].kind; k == menu || k == short || k == heading {
			return i
		}
	}
	return -1
}

// where tells the place of a dated line i.
func where(l *line, i, clock, title, head, last int) detect.Where {
	switch {
	case i < title && (l.mark == markToday || i < clock):
		return detect.Clock
	case i < title:
		return detect.Above
	case i < head:
		return detect.Under
	case i <= last:
		return detect.Inside
	}
	return detect.Below
}

// mastheads lists the lines above the headline that may name the outlet, in order.
func mastheads(lines []line, top int) []detect.Masthead {
	var found []detect.Masthead
	first := true
	for i := range min(top, mastheadDeep) {
		l := &lines[i]
		if l.kind != short || l.weight > mastheadMost || l.text == lines[top].text {
			first = first && (l.kind == dated || l.kind == menu || l.kind == junk || l.kind == paragraph)
			continue
		}
		if section(lines, i, top) || startsLower(l.text) && l.weight > 1 {
			first = false
			continue
		}
		beside := i+1 < len(lines) && lines[i+1].kind == menu && lines[i+1].gap == 0 || i > 0 && lines[i-1].kind == menu && l.gap == 0
		found = append(found, detect.Masthead{Text: safe.Field(l.text), Crowded: crowded(lines, i, true), First: first, Menu: beside})
		first = false
	}
	return found
}

// section reports whether a line of a menu stands at the headline once more, as
// the name of the section that the article is in.
func section(lines []line, i, top int) bool {
	for j := i + 1; j < len(lines) && (j <= top || lines[j].kind != paragraph); j++ {
		if lines[j].text == lines[i].text {
			return true
		}
	}
	return false
}
