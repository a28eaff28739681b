package dictionary

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The most translations an entry gives, and the words and characters each has.
const (
	maxTerms     = 16
	maxTermWords = 4
	maxTermRunes = 48
	maxNested    = 3 // brackets in brackets
)

var (
	numbering = regexp.MustCompile(`^\s*(?:\d{1,2}\.|[IVX]{1,4}\.)(?:\s+|$)`)
	trailing  = regexp.MustCompile(`\s+\d{1,2}$`)
	aside     = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|//[^/]*//|\{[^{}]*\}`)
	remark    = regexp.MustCompile(`^\s*(?:[A-Z][a-z]+s?:|see:|"|- )`)
)

// terms reads the translations of an entry. The first line is the headword; a
// translation is what follows it, and what follows a number. Notes, synonyms,
// examples and explanations are left out.
func terms(entry string) []string {
	_, body, _ := strings.Cut(norm.NFKC.String(strings.ToValidUTF8(entry, "")), "\n")
	var out []string
	wanted := true
	for line := range strings.SplitSeq(body, "\n") {
		if remark.MatchString(line) {
			continue
		}
		rest, numbered := unnumbered(line)
		if numbered {
			wanted = strings.TrimSpace(rest) != ""
		}
		if !wanted {
			continue
		}
		found := split(rest)
		if len(found) > 0 {
			wanted = false
		}
		for _, t := range found {
			if len(out) < maxTerms && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// unnumbered takes the numbers off the beginning of a line.
func unnumbered(line string) (rest string, numbered bool) {
	for strings.Contains(line, ".") {
		loc := numbering.FindStringIndex(line)
		if loc == nil {
			return line, numbered
		}
		line, numbered = line[loc[1]:], true
		line = strings.TrimLeft(line, " ")
		if strings.HasPrefix(line, "<") {
			if _, after, ok := strings.Cut(line, ">"); ok {
				line = after
			}
		}
	}
	return line, numbered
}

// split cuts a line into translations and takes what stands in brackets out.
func split(line string) []string {
	for range maxNested {
		if !strings.ContainsAny(line, "([<{/") {
			break
		}
		line = aside.ReplaceAllString(line, " ")
	}
	if i := strings.Index(line, ". "); i > 0 {
		line = line[:i] // an example follows
	}
	var out []string
	for _, t := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",;/、，；|", r) }) {
		t = strings.ReplaceAll(t, "~", " ")
		t = trailing.ReplaceAllString(strings.Trim(t, " .:!?\"'‐-\t"), "") // the number of a sense
		words := strings.Fields(t)
		if t = strings.Join(words, " "); t != "" && len(words) <= maxTermWords && utf8.RuneCountInString(t) <= maxTermRunes && plain(t) {
			out = append(out, t)
		}
	}
	return out
}

// plain reports whether the term holds nothing of markup and no control or
// direction character.
func plain(t string) bool {
	for _, r := range t {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x200b || r >= 0x200d && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f || strings.ContainsRune("<>{}[]()=*_", r) {
			return false
		}
	}
	return true
}
