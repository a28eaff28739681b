package clean

import (
	"parallax/corpus/decode"
	"parallax/model/safe"
)

// place finds the headline of the first post of a page, where it did not show by
// itself, and tells all posts where the page begins to be text.
func place(lines []line, found []post, meta string) {
	p := &found[0]
	first := firstParagraph(lines, *p, false)
	if p.title < 0 && first >= 0 {
		p.title = headlineOf(lines, *p, first, meta)
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

// headlineOf is the headline above a text: the likeliest line of the page says
// where the text begins, and of the lines above that the nearer ones count more.
func headlineOf(lines []line, p post, first int, meta string) int {
	p.title = findTitle(lines, p, first, meta, false)
	if p.title < 0 {
		return sentenceTitle(lines, p)
	}
	begin := firstParagraph(lines, p, true)
	if near := findTitle(lines, p, begin, meta, true); begin > p.title && near >= 0 {
		return near
	}
	return p.title
}

// draft makes an article of a post; words is the sums of the page.
func draft(lines []line, words []int, p post, page decode.Page) Draft {
	first := firstParagraph(lines, p, true)
	if first < 0 {
		return thin(lines, p, page)
	}
	b := body{lines: lines, sums: words, loose: loose(lines[p.from:p.to]), dense: dense(lines)}
	if p.title >= 0 {
		b.title = lines[p.title].text
		for first > p.title+1 && lines[first-1].kind == stub && !lines[first-1].common {
			first--
		}
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
