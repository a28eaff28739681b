package safe

import (
	"unicode"
	"unicode/utf8"
)

// kind is what a rune means to the walker.
type kind uint8

const (
	keep     kind = iota
	drop          // control, bidi control, invisible
	space         // white space within a line
	line          // ends a line
	mark          // combining
	joiner        // ZWJ, ZWNJ
	selector      // chooses text or emoji form
	broken        // U+FFFD
	escape        // may open a terminal sequence
)

const (
	textSelector  = 0xFE0E
	emojiSelector = 0xFE0F
)

func kindOf(r rune) kind {
	switch {
	case r < 0xA0:
		return kindOfByte(r)
	case r == 0xA0:
		return space
	case r == 0xAD:
		return drop
	case r < 0x300, r >= 0x370 && r < 0x483, r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3:
		return keep
	case r < 0x370:
		if r == 0x34F { // combining grapheme joiner, invisible
			return drop
		}
		return mark
	case r >= 0x2000 && r <= 0x206F:
		return kindOfPunctuation(r)
	case r == utf8.RuneError:
		return broken
	case r == textSelector || r == emojiSelector:
		return selector
	case r == 0x1680 || r == 0x3000:
		return space
	case invisible(r):
		return drop
	case unicode.Is(unicode.M, r):
		return mark
	}
	return keep
}

func kindOfByte(r rune) kind {
	switch r {
	case ' ', '\t':
		return space
	case '\n', '\r', '\v', '\f', 0x85:
		return line
	case 0x1B, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F:
		return escape
	}
	if r < ' ' || r >= 0x7F {
		return drop
	}
	return keep
}

func kindOfPunctuation(r rune) kind {
	switch {
	case r <= 0x200A, r == 0x202F, r == 0x205F:
		return space
	case r == 0x200C, r == 0x200D:
		return joiner
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return drop
	case r == 0x2028, r == 0x2029:
		return line
	}
	return keep
}

// invisible reports characters that show nothing and so can hide or forge:
// formatting characters other than the Arabic and Kaithi number signs, which
// show; fillers; variation selectors; tags; noncharacters.
func invisible(r rune) bool {
	switch {
	case r >= 0x600 && r <= 0x605, r == 0x6DD, r == 0x70F, r == 0x890, r == 0x891, r == 0x8E2, r == 0x110BD, r == 0x110CD:
		return false
	case r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, r == 0x17B4, r == 0x17B5, r == 0xFFFC:
		return true
	case r >= 0x180B && r <= 0x180F, r >= 0xFE00 && r <= 0xFE0D, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r >= 0xFFF0 && r <= 0xFFFB:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// joining reports letters, digits and marks of the cursive and Brahmic scripts,
// in which a joiner changes the word.
func joining(r rune) bool {
	switch {
	case r >= 0x600 && r <= 0xDFF, r >= 0x1000 && r <= 0x109F, r >= 0x1780 && r <= 0x18AF, r >= 0xFB50 && r <= 0xFEFC:
		return kindOf(r) != drop && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) && kindOf(r) != selector
	}
	return false
}

// pictograph reports symbols that emoji sequences are made of.
func pictograph(r rune) bool {
	return r >= 0x2190 && (unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF)
}

// takesSelector reports whether a text or emoji selector may follow r.
func takesSelector(r rune) bool {
	return r == '#' || r == '*' || r >= '0' && r <= '9' || unicode.IsSymbol(r)
}
