package timex

import (
	"unicode"
	"unicode/utf8"
)

// foldRune maps a rune to the one under which words are kept, so that case,
// accents that writers leave out and letters that keyboards mix up make no
// difference; -1 drops the rune. Folding is the same for text and lexicon.
func foldRune(r rune, turkish bool) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			if turkish && r == 'I' {
				return 'ı'
			}
			return r + 'a' - 'A'
		}
		return r
	}
	switch {
	case r >= 0x0300 && r <= 0x036f: // accents set apart, as in stressed Russian
		return -1
	case r >= 0x0410 && r <= 0x042f: // Cyrillic capitals
		return r + 0x20
	case r >= 0x0430 && r <= 0x044f:
		return r
	case r >= 0x0370 && r <= 0x03ff:
		return foldGreek(r)
	case r >= 0x0590 && r <= 0x05cf && r != 0x05be: // Hebrew points
		if unicode.IsMark(r) {
			return -1
		}
		return r
	case r >= 0x0600 && r <= 0x06ff:
		return foldArabic(r)
	case r >= 0xff01 && r <= 0xff5e: // full width
		return foldRune(r-0xfee0, turkish)
	}
	return foldOther(r)
}

func foldOther(r rune) rune {
	switch r {
	case 'İ':
		return 'i'
	case 'ё', 'Ё':
		return 'е'
	case '’', '‘', 'ʼ', '´', '′', '׳':
		return '\''
	case '‐', '‑', '־':
		return '-'
	case '—', '−', '〜', '～', '―':
		return '–'
	case '、', '，':
		return ','
	case '\u00ad', '\u200e', '\u200f', '\u061c', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e':
		return -1
	}
	return unicode.ToLower(r)
}

func foldGreek(r rune) rune {
	switch unicode.ToLower(r) {
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	}
	return unicode.ToLower(r)
}

func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة', 'ۀ', 'ہ':
		return 'ه'
	case '،':
		return ','
	case 'ـ':
		return -1
	}
	if unicode.IsMark(r) {
		return -1
	}
	return r
}

// foldWord is the folded form of a word.
func foldWord(s string, turkish bool) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if r = foldRune(r, turkish); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}
