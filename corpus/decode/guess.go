package decode

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

//go:embed letters.txt
var letterTable string

const (
	guessSample = 32 << 10 // bytes looked at
	sureThai    = 1.2      // score that Thai reaches and two-byte charsets read as Thai do not
	commonest   = 0.3      // score given ahead to the charset met most often
	surePairs   = 40       // chardet's confidence, in percent, from which a charset of two bytes is believed
)

// script is a language in a charset of one byte a character: what each byte is
// worth as evidence for it.
type script struct {
	table *charmap.Charmap
	worth [256]float32
	upper [256]bool
	lower [256]bool
	alpha [256]bool // letters beyond ASCII
	latin bool
}

var scripts = sync.OnceValue(func() []script {
	var out []script
	for l := range strings.Lines(letterTable) {
		f := strings.Fields(l)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		for name := range strings.SplitSeq(f[1], ",") {
			enc, _ := htmlindex.Get(name)
			if table, ok := enc.(*charmap.Charmap); ok {
				out = append(out, newScript(table, []rune(f[2])))
			}
		}
	}
	return out
})

// newScript values the letters of a language, those of other languages against
// it.
func newScript(table *charmap.Charmap, letters []rune) script {
	const stranger, sign = -2, 0.2
	rank := map[rune]float32{}
	for i, r := range letters {
		rank[r] = 2 - 1.7*float32(i)/float32(len(letters))
	}
	s := script{table: table, latin: unicode.Is(unicode.Latin, letters[0])}
	for b := range 256 {
		r := table.DecodeByte(byte(b))
		s.upper[b], s.lower[b] = unicode.IsUpper(r), unicode.IsLower(r)
		s.alpha[b] = b >= 0x80 && (unicode.IsLetter(r) || unicode.IsMark(r))
		switch worth, own := rank[unicode.ToLower(r)]; {
		case b < 0x80:
		case own:
			s.worth[b] = worth
		case strings.ContainsRune("„”“’‘–—…«»\u00a0€§°•‚©®™№·", r):
			s.worth[b] = sign
		default:
			s.worth[b] = stranger
		}
	}
	return s
}

// score is how well the bytes read as the script, for one byte beyond ASCII.
func (s *script) score(data []byte) float32 {
	const (
		caseBreak = 2 // a capital after a small letter
		mixture   = 2 // a letter of another script beside a Latin one
		cluster   = 1 // letters with marks in a row, where they are rare
	)
	var sum float32
	n, one, two := 0, byte(' '), byte(' ') // the bytes before
	for _, b := range data {
		if b >= 0x80 {
			n++
			sum += s.worth[b]
		}
		switch {
		case s.upper[b] && s.lower[one] && (b >= 0x80 || one >= 0x80):
			sum -= caseBreak
		case !s.latin && (s.alpha[b] && ascii(one) || s.alpha[one] && ascii(b)):
			sum -= mixture
		case s.latin && s.alpha[b] && s.alpha[one] && s.alpha[two]:
			sum -= cluster
		}
		one, two = b, one
	}
	return sum / float32(max(n, 1))
}

func ascii(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// guess is the likeliest encoding of bytes that are not UTF-8 and declare
// nothing.
func guess(data []byte) encoding.Encoding {
	data = spokenBytes(data)
	best, most := charmap.Windows1252, float32(0)
	all := scripts()
	for i := range all {
		score := all[i].score(data)
		if all[i].table == charmap.Windows1252 {
			score += commonest
		}
		if score > most {
			best, most = all[i].table, score
		}
	}
	if enc := pairs(data); enc != nil && !(best == charmap.Windows874 && most > sureThai) {
		return enc
	}
	return best
}

// spokenBytes is a sample of the data without its tags.
func spokenBytes(data []byte) []byte {
	out := make([]byte, 0, min(len(data), guessSample))
	tag := false
	for _, b := range data {
		switch {
		case len(out) == guessSample:
			return out
		case b == '<':
			tag = true
		case b == '>' && tag:
			tag = false
		case !tag:
			out = append(out, b)
		}
	}
	if len(out) < len(data)/20 {
		return data[:min(len(data), guessSample)] // an angle bracket that is no tag
	}
	return out
}

// pairs is the charset of two bytes a character in which the bytes read well;
// nil for any other.
func pairs(data []byte) encoding.Encoding {
	const least = 5 // one byte in so many is beyond ASCII
	high := 0
	for _, b := range data {
		if b >= 0x80 {
			high++
		}
	}
	if high*least < len(data) && !bytes.Contains(data, []byte("\x1B$")) {
		return nil
	}
	best, err := chardet.NewTextDetector().DetectBest(data)
	if err != nil || best.Confidence < surePairs {
		return nil
	}
	switch best.Charset {
	case "Shift_JIS", "GB-18030", "GB18030", "EUC-JP", "EUC-KR", "Big5", "ISO-2022-JP":
		enc, _ := charset.Lookup(strings.ReplaceAll(best.Charset, "GB-", "GB"))
		return enc
	}
	return nil
}
