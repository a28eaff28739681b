package clean

import (
	"strings"
	"unicode"

	"parallax/corpus/detect"
)

// creditLine reports whether a line that begins with the words of a credit is one.
func (l *line) creditLine(rest string) bool {
	if l.weight > creditWeight {
		return false
	}
	if strings.HasPrefix(l.text, "©") || strings.HasPrefix(l.text, "ⓒ") || l.colon() || rest == "" {
		return true
	}
	sign := strings.HasPrefix(l.rest, "/") || strings.HasPrefix(l.rest, "=") || strings.HasPrefix(l.rest, "＝") || strings.HasPrefix(l.rest, "by ")
	return sign || !l.ends && l.weight <= 6
}

// creditTail finds a caption by the credit in brackets at its end.
func creditTail(s string) bool {
	s = strings.TrimRight(s, " .")
	var open string
	for _, p := range vocabulary().ends {
		if strings.HasSuffix(s, p.text) {
			return true
		}
	}
	switch {
	case strings.HasSuffix(s, ")"):
		open = "("
	case strings.HasSuffix(s, "]"):
		open = "["
	case strings.HasSuffix(s, "）"):
		open = "（"
	default:
		return strings.Contains(s, "©") && !endsSentence(s) || creditLast(s)
	}
	at := strings.LastIndex(s, open)
	if at < 0 || weigh(s[at:]) > 10 {
		return false
	}
	inner := strings.TrimLeft(strings.Trim(s[at:], "()[]（） "), " ")
	m, rest := vocabulary().start(fold(inner))
	if m == markCredit && (rest == "" || !unicode.IsLetter([]rune(rest)[0])) {
		return true
	}
	name, other, slash := strings.Cut(inner, "/")
	if detect.IsAgency(name) && detect.IsAgency(other) && endsSentence(s[:at]) {
		return false // they supplied the text
	}
	return slash && weigh(name) >= 1 && weigh(name) <= 4 && startsUpper(inner) && !strings.ContainsAny(inner, "0123456789")
}

// creditLast finds a caption of sentences by the credit after the last of them:
// "The bridge in summer. Photo: J. Doe".
func creditLast(s string) bool {
	at := strings.LastIndex(s, ". ")
	if at < 0 || weigh(s[at:]) > 8 {
		return false
	}
	m, rest := vocabulary().start(fold(s[at+2:]))
	return m == markCredit && (rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") || weigh(rest) <= 2) && weigh(s) <= noticeWeight
}
