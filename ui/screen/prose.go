package screen

import (
	"strconv"
	"strings"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/safe"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"
)

// block is what a line of an article's page belongs to.
type block int

const (
	body block = iota
	headline
	about
	address
)

// proseLine is one line of an article's page.
type proseLine struct {
	cell.Line        // of the article's text for headline and body, else of no text
	plain     string // without looks
	styled    string
	block     block
}

// prose lays out the page of an article: headline, what is known of it, text.
func prose(f Frame, a *model.Article, facts []string, width int) []proseLine {
	lines := textLines(f, nil, a.Text, a.Headline(), width, headline)
	if len(lines) > 0 {
		lines = append(lines, proseLine{})
	}
	for _, fact := range facts {
		lines = factLines(f, lines, fact, width, about)
	}
	if a.URL != "" {
		lines = factLines(f, lines, a.URL, width, address)
	}
	lines = append(lines, proseLine{})
	lines = textLines(f, lines, a.Text, model.Span{Start: a.Body, End: len(a.Text)}, width, body)
	dress(f, lines, a.URL)
	return lines
}

// textLines adds the lines of a part of the text; blank ones never follow one
// another.
func textLines(f Frame, lines []proseLine, text string, part model.Span, width int, kind block) []proseLine {
	for _, l := range f.Cells.Wrap(text, part, width) {
		if l.Len() == 0 && (len(lines) == 0 || lines[len(lines)-1].plain == "") {
			continue
		}
		lines = append(lines, proseLine{Line: l, plain: l.Of(text), block: kind})
	}
	return lines
}

func factLines(f Frame, lines []proseLine, fact string, width int, kind block) []proseLine {
	for _, l := range f.Cells.Wrap(fact, whole(fact), width) {
		lines = append(lines, proseLine{Line: cell.Line{Width: l.Width}, plain: l.Of(fact), block: kind})
	}
	return lines
}

// dress gives the lines their looks. A line that should come back changed is
// shown plain.
func dress(f Frame, lines []proseLine, url string) {
	dressed := rendered(f, lines)
	for i := range lines {
		l := &lines[i]
		l.styled = l.plain
		if i < len(dressed) && ansi.Strip(dressed[i]) == l.plain {
			l.styled = dressed[i]
		}
		if l.block == address {
			l.styled = safe.Link(url, l.styled)
		}
	}
}

// rendered is the page as Glamour renders it, from Markdown in which nothing of
// the text is left to be interpreted; nil if that fails.
func rendered(f Frame, lines []proseLine) []string {
	r, err := glamour.NewTermRenderer(glamour.WithStyles(f.Look.Prose()), glamour.WithWordWrap(0), glamour.WithPreservedNewLines())
	if err != nil {
		return nil
	}
	page, err := r.Render(markdown(lines))
	if err != nil {
		return nil
	}
	return strings.Split(page, "\n")
}

// markdown is the page as Markdown, a line a line.
func markdown(lines []proseLine) string {
	var b strings.Builder
	for _, l := range lines {
		fence := map[block]string{headline: "**", about: "*", address: "*"}[l.block]
		if l.plain == "" {
			fence = ""
		}
		b.WriteString(fence)
		b.WriteString(literal(l.plain))
		b.WriteString(fence)
		b.WriteByte('\n')
	}
	return b.String()
}

// literal writes every sign that Markdown could read as a character reference.
// Glamour takes backslash escapes away once more after the references are
// resolved, so that a backslash is written twice.
func literal(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\\':
			b.WriteString("&#92;&#92;")
		case c == ' ' && (i == 0 || i == len(s)-1), c > ' ' && c < '0', c > '9' && c < 'A', c > 'Z' && c < 'a', c > 'z' && c < 0x7f:
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
