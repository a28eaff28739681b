package ui

import (
	"strings"
	"unicode"

	"parallax/ui/cell"
	"parallax/ui/safe"
)

// maxTyped caps what can be typed or pasted, in characters.
const maxTyped = 400

// typed is a line of text that is being edited.
type typed struct {
	text []rune
	at   int // the cursor, before text[at]
}

func newTyped(s string) typed {
	t := typed{}
	t.insert(s)
	return t
}

func (t *typed) String() string { return string(t.text) }

// insert puts s at the cursor, as one harmless line.
func (t *typed) insert(s string) {
	if s != " " {
		s = safe.Field(s)
	}
	t.put(s)
}

// put puts s at the cursor as it is, blanks and all; it must be harmless.
func (t *typed) put(s string) {
	add := []rune(s)
	add = add[:max(0, min(len(add), maxTyped-len(t.text)))]
	t.text = append(t.text[:t.at:t.at], append(add, t.text[t.at:]...)...)
	t.at += len(add)
}

// termStart is where the term before the cursor begins: after a blank that is
// not between quotation marks.
func (t *typed) termStart() int {
	from, quoted := 0, false
	for i, r := range t.text[:t.at] {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ' ' && !quoted:
			from = i + 1
		}
	}
	return from
}

// edit carries out an editing key; it reports false for any other.
func (t *typed) edit(key string) bool {
	switch key {
	case "left", "ctrl+b":
		t.moveTo(t.at - 1)
	case "right", "ctrl+f":
		t.moveTo(t.at + 1)
	case "home", "ctrl+a":
		t.moveTo(0)
	case "end", "ctrl+e":
		t.moveTo(len(t.text))
	case "backspace", "ctrl+h":
		t.cut(t.at-1, t.at)
	case "delete", "ctrl+d":
		t.cut(t.at, t.at+1)
	case "ctrl+w", "alt+backspace":
		t.cut(t.wordStart(), t.at)
	case "ctrl+u":
		t.cut(0, t.at)
	case "ctrl+k":
		t.cut(t.at, len(t.text))
	default:
		return false
	}
	return true
}

// moveTo puts the cursor at a place, past the marks of the letter before it.
func (t *typed) moveTo(at int) {
	step := 1
	if at < t.at {
		step = -1
	}
	t.at = max(0, min(at, len(t.text)))
	for t.at > 0 && t.at < len(t.text) && unicode.Is(unicode.M, t.text[t.at]) {
		t.at += step
	}
}

func (t *typed) cut(from, to int) {
	from, to = max(from, 0), min(to, len(t.text))
	t.text = append(t.text[:from:from], t.text[to:]...)
	t.at = from
}

func (t *typed) wordStart() int {
	at := t.at
	for at > 0 && t.text[at-1] == ' ' {
		at--
	}
	for at > 0 && t.text[at-1] != ' ' {
		at--
	}
	return at
}

// draw is the part of the line around the cursor that fits in width cells, and
// the cell of the cursor in it.
func (t *typed) draw(m cell.Method, width int) (line string, cursor int) {
	from := 0
	for from < t.at && m.Width(string(t.text[from:t.at])) >= width {
		from++
	}
	line = strings.TrimSuffix(m.Cut(string(t.text[from:])+" ", width), " ")
	return line, m.Width(string(t.text[from:t.at]))
}
