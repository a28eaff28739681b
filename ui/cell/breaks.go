package cell

import (
	"strings"
	"unicode"
)

// Characters that may not begin a line, or end one, in text written without
// spaces (JIS X 4051, and the Thai signs that hang on their neighbours).
const (
	neverFirst = "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»‐゠–〜～" +
		"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰℃" +
		",.:;!?)]}%…‥" + "ะาำๅๆฯ"
	neverLast = "‘“（〔［｛〈《「『【〘〖〝｟«([{$€£¥￥＄#＃" + "เแโใไ"
	// French sets these off with a space that is not always a hard one.
	closesSentence = "!?;:"
)

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', 0x1680, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a && r != 0x2007
}

// canBreak reports whether a line may end after last and the next begin with
// first. before is the rune before last, and spaced says that blanks stand
// between last and first.
func canBreak(before, last, first rune, spaced bool) bool {
	switch {
	case spaced:
		return !strings.ContainsRune(closesSentence, first)
	case last == '—':
		return unicode.IsLetter(first)
	case last == '-' || last == '‐' || last == '–' || last == '/':
		return unicode.IsLetter(before) && unicode.IsLetter(first)
	case !unspaced(last) && !unspaced(first):
		return false
	case unicode.IsDigit(last) && unicode.IsLetter(first):
		return false // a number stays with its counter
	}
	return !strings.ContainsRune(neverFirst, first) && !strings.ContainsRune(neverLast, last)
}

// unspaced reports whether r belongs to a script that is written without spaces
// between words, or is punctuation of one.
func unspaced(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r <= 0x0eff: // Thai, Lao
		return true
	case r >= 0x3000 && r <= 0x303f, r >= 0xff01 && r <= 0xff60, r == 0x30fb, r == 0x30fc:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Khmer, unicode.Myanmar)
}
