package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Some programs read the UTF-8 of a page as Windows-1252 and write that as UTF-8
// again: "ü" becomes "Ã¼". The text can be had back.

const (
	twiceLeast = 4 // letters encoded twice in a text that is believed to be
	halved     = 2 // bytes of a letter of which one half is left, which proves nothing
)

// mendTwice decodes what is encoded twice, line by line: a page may hold both.
func mendTwice(text string) string {
	if !twice(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		b.WriteString(decodeTwice(line))
	}
	return b.String()
}

// twice reports whether a text holds letters that are encoded twice.
func twice(text string) bool {
	n := 0
	for i := 0; i+3 < len(text); i++ {
		if text[i] != 0xC3 { // all first bytes of UTF-8 read as Windows-1252 begin so
			continue
		}
		if _, size := original(text[i:]); size > halved {
			if n++; n == twiceLeast {
				return true
			}
			i += size - 1
		}
	}
	return false
}

// decodeTwice decodes a line in which more letters are encoded twice than once.
func decodeTwice(line string) string {
	var b strings.Builder
	doubled, single := 0, 0
	for i := 0; i < len(line); {
		if r, size := original(line[i:]); size > 0 {
			b.WriteRune(r)
			if size > halved {
				doubled++
			}
			i += size
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			single++
		}
		b.WriteString(line[i : i+size])
		i += size
	}
	if doubled <= single {
		return line
	}
	return b.String()
}

// original is the letter whose UTF-8, read as Windows-1252, begins s, and how many
// bytes of s that is; 0 bytes where there is none. Only letters of scripts that
// news is written in count, and signs: others are a capital before a quotation mark.
func original(s string) (rune, int) {
	var raw [utf8.UTFMax]byte
	at := 0
	for n := range raw {
		r, size := utf8.DecodeRuneInString(s[at:])
		c, ok := windows1252(r)
		if !ok || c < utf8.RuneSelf {
			break
		}
		raw[n] = c
		at += size
		if got, width := utf8.DecodeRune(raw[:n+1]); width == n+1 && n > 0 {
			if !written(got) {
				return 0, 0
			}
			return got, at
		}
	}
	if raw[0] == 0xC3 && raw[1] == 0 && strings.HasPrefix(s[at:], " ") {
		return 'à', at // its second half is a space that does not break, and was made one that does
	}
	return 0, 0
}

// windows1252 is the byte that is read as r; the five bytes without a letter are
// read as controls.
func windows1252(r rune) (byte, bool) {
	if r <= 0x9F && r >= 0x80 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// written reports letters and signs that news is written in.
func written(r rune) bool {
	switch {
	case r >= 0xA0 && r < 0x180, r >= 0x2010 && r <= 0x206F, r >= 0x20A0 && r <= 0x22FF, r >= 0x3000 && r <= 0x30FF, r >= 0x1F300:
		return true
	}
	return unicode.In(r, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Devanagari, unicode.Thai, unicode.Han, unicode.Hangul) ||
		r >= 0x1E00 && r <= 0x1EFF || r >= 0xFF00 && r <= 0xFF65
}
