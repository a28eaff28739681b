package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/corpus/detect"
)

// maxLines is how many lines of a page are looked at; a longer page is cut.
const maxLines = 50_000

// line is one line of a page and what is known of it.
type line struct {
	text    string
	gap     int  // blank lines before it
	weight  int  // words; two characters of a script without spaces count as one
	ends    bool // as a sentence does
	kind    kind
	mark    mark          // the kind of words it begins with, if they are known
	rest    string        // what follows those words, folded
	after   string        // of a byline: the same as it stands
	stamp   *detect.Stamp // its date, if it is little else
	common  bool          // sibling pages have it too
	consent bool          // it speaks of what the page stores on the reader's machine
}

// split cuts a page into its lines, leaving the blank ones out.
func split(text string) []line {
	var lines []line
	gap := 0
	for s := range strings.SplitSeq(text, "\n") {
		s = strings.TrimSpace(s)
		if s == "" {
			gap++
			continue
		}
		lines = append(lines, line{text: s, gap: gap, weight: weigh(s), ends: endsSentence(s)})
		gap = 0
		if len(lines) == maxLines {
			break
		}
	}
	return lines
}

// weigh counts words.
func weigh(s string) int {
	words, unspaced := 0, 0
	inWord := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			letter := c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
			if letter && !inWord {
				words++
			}
			inWord = letter || inWord && c != ' '
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case isUnspaced(r):
			unspaced++
			inWord = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				words++
			}
			inWord = true
		}
	}
	return words + (unspaced+1)/2
}

// isUnspaced reports the letters of scripts that write without spaces.
func isUnspaced(r rune) bool {
	switch {
	case r >= 0x3041 && r <= 0x30FF, r >= 0x3400 && r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return r >= 0x0E00 && r <= 0x0EFF || r >= 0x1000 && r <= 0x109F || r >= 0x1780 && r <= 0x17FF
}

const (
	terminals = ".!?…。！？؟।۔｡;"
	closers   = "\"'”’»›“‘„)]」』）】》*"
)

// endsSentence reports whether a line ends as a sentence does, in any script. A
// short remark in brackets may follow, as agencies are credited: "… . (dpa)".
func endsSentence(s string) bool {
	if at := strings.LastIndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") && len(s)-at <= remarkMost && terminated(s[:at]) {
		return true
	}
	return terminated(s)
}

const remarkMost = 30 // bytes

func terminated(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if strings.ContainsRune(terminals, r) {
			return r != ';' || strings.ContainsFunc(s, isGreek)
		}
		if !strings.ContainsRune(closers, r) && !unicode.IsSpace(r) {
			return false
		}
		s = s[:len(s)-n]
	}
	return false
}

func isGreek(r rune) bool { return r >= 0x370 && r <= 0x3FF }

// innerEnd reports whether a sentence ends inside the line.
func innerEnd(s string) bool {
	for i, r := range s {
		if !strings.ContainsRune(".!?。！？؟।۔", r) {
			continue
		}
		if r >= 0x3000 {
			if i+utf8.RuneLen(r) < len(s) {
				return true
			}
			continue
		}
		after := strings.TrimLeft(s[i+utf8.RuneLen(r):], closers)
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
		if strings.HasPrefix(after, " ") && wordBefore(s[:i]) > 2 && !unicode.IsLower(next) && !unicode.IsDigit(next) {
			return true
		}
	}
	return false
}

// wordBefore is the number of letters that end s.
func wordBefore(s string) int {
	n := 0
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			break
		}
		n++
		s = s[:len(s)-size]
	}
	return n
}

// startsLower reports whether a line goes on where another broke off.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || strings.ContainsRune(",;)]»”", r)
}
