package clean

import (
	"embed"
	"io/fs"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/*.txt
var files embed.FS

// mark is what the known words at the start of a line make of it.
type mark string

// The marks, as the data files name them.
const (
	markNone     mark = ""
	markRead     mark = "read"     // a link to another article
	markTail     mark = "tail"     // the heading of a block that is no article
	markComments mark = "comments" // the heading of the comments, or their number
	markShare    mark = "share"
	markCredit   mark = "credit" // of a picture
	markBy       mark = "by"
	markEditor   mark = "editor"
	markNotice   mark = "notice" // of the site to its readers
	markLabel    mark = "label"  // before a date of publication
	markUpdate   mark = "update" // before the date of a change
	markToday    mark = "today"  // before the date of the visit
	markNav      mark = "nav"
	markPost     mark = "post" // the foot of a post in a blog
	markSource   mark = "source"
	markConsent  mark = "consent" // of a notice on what the page stores on the reader's machine
)

// phrase is one entry of the data.
type phrase struct {
	text string // folded
	mark mark
}

// phrases holds the words of all languages by their first bytes.
type phrases struct {
	starts map[string][]phrase // by the first keyLen bytes, the longest first
	inside map[string][]phrase // looked for anywhere in a line, by their first bytes
	first  [1 << 16]bool       // the first two bytes of those
	ends   []phrase            // credits that end a caption
}

const (
	keyLen    = 2 // bytes
	insideLen = 4
)

func pair(s string, i int) uint16 { return uint16(s[i])<<8 | uint16(s[i+1]) }

// vocabulary is read on first use: all languages at once, as the furniture of a
// page is often in another language than its text.
var vocabulary = sync.OnceValue(func() *phrases {
	v := &phrases{starts: map[string][]phrase{}, inside: map[string][]phrase{}}
	names, _ := fs.Glob(files, "data/*.txt")
	for _, name := range names {
		data, _ := files.ReadFile(name)
		for l := range strings.SplitSeq(string(data), "\n") {
			v.read(l)
		}
	}
	return v
})

// read takes in "mark: phrase | phrase"; a phrase between tildes may stand
// anywhere in a line, one after a dollar sign ends it.
func (v *phrases) read(l string) {
	name, list, ok := strings.Cut(l, ": ")
	if !ok || strings.HasPrefix(l, "#") {
		return
	}
	for text := range strings.SplitSeq(list, " | ") {
		text = fold(strings.TrimSpace(text))
		if strings.HasPrefix(text, "$") {
			v.ends = append(v.ends, phrase{text[1:], mark(name)})
		} else if inner := strings.Trim(text, "~"); inner != text {
			v.inside[inner[:insideLen]] = append(v.inside[inner[:insideLen]], phrase{inner, mark(name)})
			v.first[pair(inner, 0)] = true
		} else if len(text) >= keyLen {
			v.add(phrase{text, mark(name)})
		}
	}
}

func (v *phrases) add(p phrase) {
	key := p.text[:keyLen]
	list := v.starts[key]
	at := len(list)
	for at > 0 && len(list[at-1].text) < len(p.text) {
		at--
	}
	list = append(list, phrase{})
	copy(list[at+1:], list[at:])
	list[at] = p
	v.starts[key] = list
}

// start is the mark of the longest phrase that a folded line begins with, and
// what follows the phrase.
func (v *phrases) start(s string) (m mark, rest string) {
	if len(s) < keyLen {
		return markNone, s
	}
	for _, p := range v.starts[s[:keyLen]] {
		if strings.HasPrefix(s, p.text) && boundary(p.text, s[len(p.text):]) {
			return p.mark, s[len(p.text):]
		}
	}
	return markNone, s
}

// has reports whether a phrase of the mark stands anywhere in a folded line.
func (v *phrases) has(s string, m mark) bool {
	for i := 0; i+insideLen <= len(s); i++ {
		if !v.first[pair(s, i)] {
			continue
		}
		for _, p := range v.inside[s[i:i+insideLen]] {
			if p.mark == m && strings.HasPrefix(s[i:], p.text) {
				return true
			}
		}
	}
	return false
}

// boundary reports whether a word ends between the two.
func boundary(before, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	if after == "" || isUnspaced(last) || !unicode.IsLetter(last) {
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' || isUnspaced(r)
}

// fold makes lines comparable: no case, one space, plain apostrophes.
func fold(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") || strings.Contains(s, "ʼ") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "ʼ", "'")
	}
	if strings.Contains(s, nukta) {
		s = strings.ReplaceAll(s, nukta, "") // often left out
	}
	if spaced(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

const nukta = "\u093c" // the dot of Devanagari letters

// spaced reports white space other than single spaces between words.
func spaced(s string) bool {
	last := ' '
	for _, r := range s {
		if r == ' ' && last == ' ' || r == '\n' || r == '\u3000' {
			return true
		}
		last = r
	}
	return last == ' ' && s != ""
}
