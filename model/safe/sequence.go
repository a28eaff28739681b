package safe

import (
	"strings"
	"unicode/utf8"
)

// maxControl is the longest control sequence believed, in bytes; what goes on
// longer is text after a stray introducer.
const maxControl = 256

// sequence is how many bytes of s at i a terminal would take as one escape
// sequence; n is the width of the introducer at i, 7-bit or C1. A string
// sequence (OSC, DCS, APC, PM, SOS) reaches to its terminator and never beyond
// its line.
func sequence(s string, i, n int) int {
	r, _ := utf8.DecodeRuneInString(s[i:])
	body := i + n
	if r != 0x1B {
		switch {
		case afterLead(s[:i]):
			return n // half of a letter decoded twice, not a control
		case r == 0x9B:
			return n + control(s[body:])
		}
		end, closed := payload(s[body:])
		if !closed {
			return n
		}
		return n + end
	}
	if body == len(s) {
		return n
	}
	switch c := s[body]; {
	case c == '[':
		return n + 1 + control(s[body+1:])
	case c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_':
		end, _ := payload(s[body+1:])
		return n + 1 + end
	case c >= 0x20 && c <= 0x2F:
		return n + 1 + designation(s[body+1:])
	case c >= 0x30 && c <= 0x7E:
		return n + 1
	}
	return n
}

// control is the length of a CSI sequence after its introducer; 0 where no
// final byte ends it.
func control(s string) int {
	for i := 0; i < len(s) && i < maxControl; i++ {
		switch c := s[i]; {
		case c >= 0x40 && c <= 0x7E:
			return i + 1
		case c < 0x20 || c > 0x3F:
			return 0
		}
	}
	return 0
}

// designation is the length of an nF sequence, such as ESC ( B, after its
// first intermediate byte.
func designation(s string) int {
	for i := 0; i < len(s) && i < maxControl; i++ {
		switch c := s[i]; {
		case c >= 0x30 && c <= 0x7E:
			return i + 1
		case c < 0x20 || c > 0x2F:
			return 0
		}
	}
	return 0
}

// payload is the length of a control string with its terminator (BEL, ESC \ or
// U+009C). Not closed, it reaches to the end of its line, or to the next
// control that a terminal would let break it off; that one is not part of it.
func payload(s string) (n int, closed bool) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0x07:
			return i + 1, true
		case c == 0x1B:
			if strings.HasPrefix(s[i+1:], `\`) {
				return i + 2, true
			}
			return i, false
		case c >= '\n' && c <= '\r', c == 0x18, c == 0x1A:
			return i, false
		case c == 0xC2 && i+1 < len(s) && s[i+1] >= 0x80 && s[i+1] <= 0x9F:
			if s[i+1] == 0x9C {
				return i + 2, true
			}
			return i, false
		case c == 0xE2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
			return i, false
		}
	}
	return len(s), false
}

// afterLead reports whether s ends in a character that is a UTF-8 lead or
// continuation byte read as Latin-1, as in text that was encoded twice; a C1
// control there is the rest of a letter.
func afterLead(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x80 && r <= 0xBF || r >= 0xC2 && r <= 0xF4
}
