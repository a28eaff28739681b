package query

import (
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon/stem"
)

// Token is what a search compares: a folded word, or two neighbouring characters
// of a script that is written without blanks between words, or in which a word
// is often part of a longer one (Han, kana, hangul, Thai, Lao, Khmer, Burmese).
type Token struct {
	Text       string
	Start, End int // bytes in the text
	// Beside says that the token stands where the one before it stands. The last
	// character of a run is one more token there, so that it can be searched
	// for alone.
	Beside bool
}

// maxWord is the length in bytes after which a word is cut: no word is as long.
const maxWord = 96

// Tokens hands on the tokens of a text in order until yield returns false. In a
// text that is searched for, asked is true: the last character of a run is then
// no token of its own.
func Tokens(text string, asked bool, yield func(Token) bool) {
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		switch kindOf(r) {
		case joined:
			end := runEnd(text, at)
			if !pairs(text, at, end, asked, yield) {
				return
			}
			at = end
		case letter:
			end, plain := wordEnd(text, at)
			if t := text[at:min(end, at+maxWord)]; !word(t, at, plain, yield) {
				return
			}
			at = end
		default:
			at += size
		}
	}
}

// kind of character, to a search.
type kind uint8

const (
	gap    kind = iota // between words
	letter             // letters and digits of scripts with words
	joined             // of scripts that are searched by pairs
	inside             // marks and joiners: part of a word, but none alone
)

// joinedScripts are the scripts that are searched by pairs of characters.
var joinedScripts = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// kindOf is quick for the letters of common alphabets and exact for the rest.
func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
			return letter
		}
		return gap
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3:
		return joined
	case r == 0xAD, r == 0x640, r == 0x200C, r == 0x200D:
		return inside
	case r < 0xE00 && unicode.IsLetter(r):
		return letter
	case unicode.In(r, joinedScripts...) && (unicode.IsLetter(r) || unicode.IsMark(r)), r == 'ー':
		return joined
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return letter
	case unicode.IsMark(r):
		return inside
	}
	return gap
}

// wordEnd is where a word that begins at at ends, and whether it is its own fold.
func wordEnd(text string, at int) (end int, plain bool) {
	plain = true
	for end = at; end < len(text); {
		c := text[end]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				plain = false
			} else if kindOf(rune(c)) == gap {
				return end, plain
			}
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if k := kindOf(r); k != letter && k != inside {
			return end, plain
		}
		end += size
		plain = false
	}
	return end, plain
}

func runEnd(text string, at int) int {
	for i, r := range text[at:] {
		if k := kindOf(r); k != joined && k != inside {
			return at + i
		}
	}
	return len(text)
}

// word hands on one word, folded and cut to maxWord.
func word(text string, at int, plain bool, yield func(Token) bool) bool {
	for len(text) > 0 && !utf8.ValidString(text) {
		text = text[:len(text)-1] // the cut went through a character
	}
	end := at + len(text)
	if !plain {
		text = stem.Fold("", text)
	}
	return text == "" || yield(Token{Text: text, Start: at, End: end})
}

// pairs hands on the characters of a run, each with the one after it.
func pairs(text string, at, end int, asked bool, yield func(Token) bool) bool {
	last, lastSize, first := at, 0, true
	for i, r := range text[at:end] {
		size := utf8.RuneLen(r)
		if lastSize > 0 {
			first = false
			if !yield(Token{Text: text[last : at+i+size], Start: last, End: at + i + size}) {
				return false
			}
		}
		last, lastSize = at+i, size
	}
	if asked && !first {
		return true
	}
	return yield(Token{Text: text[last:end], Start: last, End: end, Beside: !first})
}

// searchable reports whether anything of a text can be searched for.
func searchable(text string) bool {
	found := false
	Tokens(text, true, func(Token) bool { found = true; return false })
	return found
}

// Open reports whether a word that is searched for may go on: it ends in "*", or
// is one character of a script that is searched by pairs.
func Open(word string) bool {
	if len(word) > 1 && word[len(word)-1] == '*' {
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && kindOf(r) == joined
}
