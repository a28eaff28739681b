package clean

import (
	"strings"

	"parallax/corpus/decode"
	"parallax/corpus/detect"
)

// Draft is one article of a page, before it is known whose and of when it is.
type Draft struct {
	Title      string   // one line; "" where there is none
	Paragraphs []string // each one line, except where a record keeps its own lines
	Authors    []string
	Clues      detect.Clues
}

// Page lists the articles of a page in their order; none where it holds no text
// of its own. repeats may be nil.
func Page(p decode.Page, repeats *Repeats) []Draft {
	if !p.Raw {
		return record(p)
	}
	lines := unwrap(split(p.Text))
	lang := roughLanguage(lines, plainTag(p.Meta.Language))
	classify(lines, lang)
	if torn(lines) {
		lines = mend(lines)
	}
	lines = reunite(lines)
	repeats.flag(lines)
	title, site := webTitle(lines)
	if p.Meta.Title == "" {
		p.Meta.Title = title
	}
	var drafts []Draft
	found := posts(lines)
	place(lines, found, p.Meta.Title)
	words := sums(lines)
	for _, post := range found {
		d := draft(lines, words, post, p)
		if len(d.Paragraphs) > 0 {
			if site != "" {
				d.Clues.Mastheads = append([]detect.Masthead{{Text: site, First: true, Menu: true}}, d.Clues.Mastheads...)
			}
			drafts = append(drafts, d)
		}
	}
	return drafts
}

const roughSample = 1500 // bytes

// roughLanguage is the language of the longer lines of a page.
func roughLanguage(lines []line, declared string) string {
	if declared != "" {
		return declared
	}
	var b strings.Builder
	for _, l := range lines {
		if (l.ends && l.weight >= paragraphWeight || l.weight >= proseWeight) && b.Len() < roughSample {
			b.WriteString(l.text)
			b.WriteByte('\n')
		}
	}
	return detect.Language(b.String()).Tag
}
