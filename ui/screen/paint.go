package screen

import (
	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/theme"
	"strings"
	"unicode/utf8"
)

func whole(text string) model.Span { return model.Span{End: len(text)} }

// mark is a span of text that looks different.
type mark struct {
	model.Span
	role theme.Role
}

// paint is the text of a line with its marks; where marks overlap, the last of
// them shows.
func (f Frame) paint(text string, line model.Span, base theme.Role, marks []mark) string {
	var b strings.Builder
	open, opened := base, line.Start
	for at := line.Start; at < line.End; {
		role, end := lookAt(at, line.End, base, marks)
		if role != open {
			b.WriteString(f.Look.Paint(open, text[opened:at]))
			open, opened = role, at
		}
		at = end
	}
	b.WriteString(f.Look.Paint(open, text[opened:max(opened, line.End)]))
	return b.String()
}

// lookAt is the role of the text at a byte, and how far it is sure to go.
func lookAt(at, end int, base theme.Role, marks []mark) (theme.Role, int) {
	role := base
	for _, m := range marks {
		switch {
		case m.Start > at:
			end = min(end, m.Start)
		case m.End > at:
			role = m.role
			end = min(end, m.End)
		}
	}
	return role, end
}

// column is a line painted and padded to exactly width cells, on the left where
// the text runs from right to left.
func (f Frame) column(text string, line cell.Line, width int, rtl bool, base theme.Role, marks []mark) string {
	painted := f.paint(text, line.Span, base, marks)
	pad := cell.Blank(width - line.Width)
	if rtl {
		return pad + painted
	}
	return painted + pad
}

// within forces a span to lie in text and to begin and end between runes.
func within(s model.Span, text string) model.Span {
	s.Start = max(0, min(s.Start, len(text)))
	s.End = max(s.Start, min(s.End, len(text)))
	for s.Start > 0 && s.Start < len(text) && !utf8.RuneStart(text[s.Start]) {
		s.Start--
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s
}
