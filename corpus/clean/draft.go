package clean

import (
	"strings"

	"parallax/corpus/decode"
	"parallax/corpus/detect"
	"parallax/model/safe"
)

// place finds the headline of the first post of a page, where it did not show by
// itself, and tells all posts where the page begins to be text.
func place(lines []line, found []post, meta string) {
	p := &found[0]
	first := firstParagraph(lines, *p, false)
	if p.title < 0 && first >= 0 {
		p.title = findTitle(lines, *p, first, meta)
	}
	top := max(p.title, 0)
	switch {
	case p.day >= 0:
		top = p.day
	case p.title < 0:
		top = max(first, 0)
	}
	for i := range found {
		found[i].top = top
	}
}

// draft makes an article of a post.
func draft(lines []line, p post, page decode.Page) Draft {
	first := firstParagraph(lines, p, true)
	if first < 0 {
		return thin(lines, p, page)
	}
	b := body{lines: lines}
	if p.title >= 0 {
		b.title = lines[p.title].text
	}
	b.gather(first, p.to)
	d := Draft{Title: safe.Field(b.title), Clues: clues(lines, p, first, b.last)}
	for _, text := range b.paragraphs {
		d.Paragraphs = append(d.Paragraphs, safe.Field(text))
	}
	d.Clues.Text = d.Paragraphs
	d.Clues.Meta = page.Meta
	d.Authors = page.Meta.Authors
	if len(d.Authors) == 0 {
		d.Authors = authors(lines, p, first, b.last)
	}
	return d
}

// thin makes an article of a post without a paragraph: its headline and the short
// sentences under it, if there are any.
func thin(lines []line, p post, page decode.Page) Draft {
	var d Draft
	for i := p.from; i < p.to; i++ {
		switch l := &lines[i]; {
		case d.Title == "" && headline(l) && l.weight >= 3:
			d.Title, p.title = safe.Field(l.text), i
		case l.kind == stub && l.weight >= stubLeast+1:
			d.Paragraphs = append(d.Paragraphs, safe.Field(l.text))
		}
	}
	if len(d.Paragraphs) > 0 {
		d.Clues = clues(lines, p, p.title+1, p.to-1)
		d.Clues.Text, d.Clues.Meta, d.Authors = d.Paragraphs, page.Meta, page.Meta.Authors
	}
	return d
}

// clues gathers what the lines around the text say of outlet and date.
func clues(lines []line, p post, first, last int) detect.Clues {
	var c detect.Clues
	title := p.title
	if title < 0 {
		title = first
	}
	if p.day >= 0 {
		l := &lines[p.day]
		c.Stamps = append(c.Stamps, detect.Place{Stamp: l.stamp.Stamp, Where: detect.DayHeading, Text: l.text})
	}
	head := headEnd(lines, first, last)
	for i := range lines {
		l := &lines[i]
		inside := i >= p.from && i < p.to
		switch {
		case l.kind == paragraph || l.kind == stub && i >= first && i <= last:
			continue
		case l.stamp != nil && (inside || i < p.from && p.day < 0) && i != p.day:
			c.Stamps = append(c.Stamps, detect.Place{Stamp: l.stamp.Stamp, Where: where(lines, i, title, head, last), Text: l.text, Update: l.mark == markUpdate, Label: l.mark == markLabel || l.mark == markBy || l.mark == markPost || l.mark == markSource})
		case l.kind == credit && inside && i <= last:
			c.Credits = append(c.Credits, l.text)
			continue
		case l.kind == credit && i < len(lines)-footLines:
			continue
		}
		if inside && (l.kind == byline || l.kind == dated) {
			c.Sources = append(c.Sources, l.text)
		}
		c.Furniture = append(c.Furniture, l.text)
	}
	c.Mastheads = mastheads(lines, p.top)
	return c
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

// where tells the place of a dated line.
func where(lines []line, i, title, head, last int) detect.Where {
	switch {
	case lines[i].mark == markToday && i < title:
		return detect.Clock
	case i < title:
		for j := i + 1; j < title; j++ {
			if k := lines[j].kind; k == menu || k == short || k == heading {
				return detect.Clock
			}
		}
		return detect.Above
	case i < head:
		return detect.Under
	case i <= last:
		return detect.Inside
	}
	return detect.Below
}

const (
	mastheadMost = 7  // words of the name of an outlet
	mastheadDeep = 40 // lines of a page that are looked at
	footLines    = 12 // at the end of a page, among which a copyright stands
)

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
