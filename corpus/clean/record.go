package clean

import (
	"strings"
	"unicode"

	"parallax/corpus/decode"
	"parallax/corpus/detect"
	"parallax/model/safe"
)

// web lists the formats of which the text was cut out of a web page, so that
// furniture may stand at its edges; other records are text as it stands.
var web = map[string]bool{"html": true, "warc": true}

// record is the one article of a page whose text holds nothing else.
func record(p decode.Page) []Draft {
	d := Draft{Title: safe.Field(p.Meta.Title), Authors: p.Meta.Authors}
	blocks := blocksOf(p.Text)
	if web[p.Format] {
		blocks = d.trim(blocks, p)
	}
	for i, l := range blocks {
		if i > 0 || safe.Field(l.text) != d.Title {
			d.Paragraphs = append(d.Paragraphs, l.text)
		}
	}
	if d.Title == "" && len(d.Paragraphs) == 0 {
		return nil
	}
	d.Clues.Meta, d.Clues.Text = p.Meta, d.Paragraphs
	return []Draft{d}
}

// blocksOf parts a text at its blank lines; a block keeps its own lines.
func blocksOf(text string) []line {
	var blocks []line
	for block := range strings.SplitSeq(text, "\n\n") {
		if block = strings.TrimRight(strings.TrimLeftFunc(safe.Block(block), unattached), "\n "); block != "" {
			blocks = append(blocks, line{text: block, gap: 1, weight: weigh(block), ends: endsSentence(block)})
		}
	}
	return blocks
}

// unattached reports what may not begin a block: blanks, and marks that would then
// stand on none.
func unattached(r rune) bool { return r == ' ' || r == '\n' || unicode.Is(unicode.M, r) }

// trim takes out what is no text: in the head and foot every kind of furniture,
// between them what announces itself as such. Dates and bylines become clues.
func (d *Draft) trim(blocks []line, p decode.Page) []line {
	classify(blocks, roughLanguage(blocks, plainTag(p.Meta.Language)))
	first, last := ends(blocks)
	out := blocks[:0]
	for i := range blocks {
		l := &blocks[i]
		inside := i >= first && i <= last
		if l.stamp != nil && !inside {
			place := detect.Place{Stamp: *l.stamp, Where: detect.Under, Text: l.text, Update: l.mark == markUpdate, Label: l.mark == markLabel}
			if i > last {
				place.Where = detect.Below
			}
			d.Clues.Stamps = append(d.Clues.Stamps, place)
		}
		if (l.kind == byline || l.kind == dated) && l.mark == markBy && !inside && len(d.Authors) == 0 {
			if name := author(l); name != "" {
				d.Authors = []string{name}
			}
		}
		if l.furniture(inside) || i > last && l.label(last) {
			d.Clues.Furniture = append(d.Clues.Furniture, l.text)
			continue
		}
		out = append(out, *l)
	}
	return out
}

// ends are the first and last block that are text beyond doubt.
func ends(blocks []line) (first, last int) {
	first, last = len(blocks), -1
	for i := range blocks {
		if blocks[i].kind == paragraph {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// furniture reports whether a block is to be left out; inside the text only what
// is so beyond doubt.
func (l *line) furniture(inside bool) bool {
	switch l.kind {
	case linked, junk, posted:
		return true
	case credit, dated, byline, menu, heading:
		return !inside || l.kind == credit && l.mark == markCredit
	}
	return false
}

// label reports whether a block below the last paragraph of a text is the heading
// of something that was taken out.
func (l *line) label(last int) bool {
	const most = 4 // words
	return last >= 0 && l.kind == short && l.weight <= most
}

// plainTag is the language of a tag without its country.
func plainTag(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}
