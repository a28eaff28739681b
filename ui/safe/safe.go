// Package safe makes what the reader shows harmless at the moment it is shown.
//
// [Text] keeps every byte offset, so that spans into an article hold in what is
// drawn; [Field] is for one line; [Link], [Title] and [Clipboard] build the only
// things that reach the terminal beside text and colour.
//
// The package must not import other packages of ui.
package safe

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model/safe"

	"github.com/charmbracelet/x/ansi"
)

// Field is s as one harmless line.
func Field(s string) string { return safe.Field(s) }

// Fields is every string of list as one harmless line.
func Fields(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = Field(s)
	}
	return out
}

// maxTitle caps the window title, in runes.
const maxTitle = 80

// Title is s as the title of a window.
func Title(s string) string {
	s = Field(s)
	for i, n := 0, 0; i < len(s); n++ {
		if n == maxTitle {
			return s[:i]
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s
}

// Clipboard is s as it may be put on the clipboard: lines are kept, and nothing
// a shell or an editor would take for a command key is in it.
func Clipboard(s string) string { return strings.TrimRight(safe.Block(s), "\n") }

// Link is shown as a hyperlink to target. Where target is not a plain web
// address it is shown alone. Shown must already be harmless.
func Link(target, shown string) string {
	address, ok := Address(target)
	if !ok {
		return shown
	}
	return ansi.SetHyperlink(address, "id=source") + shown + ansi.ResetHyperlink()
}

// Address is target as an address of the web that is safe to hand on, all ASCII;
// ok is false where it is none.
func Address(target string) (address string, ok bool) {
	u, err := url.Parse(target)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return "", false
	}
	address = u.String()
	for _, r := range address {
		if r <= ' ' || r >= 0x7f || r == ';' {
			return "", false
		}
	}
	return address, true
}

// maxMarks is how many combining marks one letter may carry; more would paint
// over the lines above.
const maxMarks = 8

// Text is s with every hostile character replaced by a visible one of as many
// bytes, so that a span into s is a span into the result. Line feeds stay.
func Text(s string) string {
	if safe.Clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.Is(unicode.M, r) {
			marks++
		} else {
			marks = 0
		}
		switch {
		case r == '\t' || r == '\r':
			b.WriteByte(' ')
		case marks > maxMarks || r == utf8.RuneError && size == 1 || hostile(r):
			b.WriteString(stand(size))
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// hostile reports whether r alone does harm. The joiners, which scripts need,
// and the selectors of an emoji's form do none.
func hostile(r rune) bool {
	switch {
	case r == '\n', r >= ' ' && r < 0x7f, r == utf8.RuneError:
		return false
	case r == 0x200c, r == 0x200d, r == 0xfe0e, r == 0xfe0f, unicode.Is(unicode.M, r):
		return unicode.Is(unicode.Me, r)
	}
	return safe.Field("x"+string(r)+"x") == "xx" || safe.Block("x"+string(r)+"x") != "x"+string(r)+"x"
}

// stand is a visible sign of size bytes, 1 to 4.
func stand(size int) string {
	return [...]string{"", "?", "·", "\ufffd", "··"}[size]
}
