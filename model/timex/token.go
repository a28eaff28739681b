package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap is what stands before a token.
type gap uint8

const (
	joined gap = iota // nothing
	spaced            // spaces of one line
	broken            // a line end, or the start of the text
)

// token is a word, a number or a sign of the text.
type token struct {
	start, end int // bytes of the text
	num        int // value of a number; -1 if too long to be a part of a date
	digits     int // digits of a number; 0 for anything else
	senses     []sense
	id         int32 // of the word in the lexicon, 0 if it is not there
	gap        gap
	upper      bool // begins with a capital
	shout      bool // is in capitals throughout
	first      bool // begins a sentence
}

// maxDigits is the most digits a number may have and still be read.
const maxDigits = 8

// tokenizer cuts a text into tokens.
type tokenizer struct {
	lex   *lexicon
	text  string
	pos   int
	gap   gap
	first bool
	key   []byte // folded bytes of the word at hand
	out   []token
}

func tokenize(text string, lex *lexicon) []token {
	z := tokenizer{lex: lex, text: text, gap: broken, first: true, key: make([]byte, 0, 64)}
	z.out = lex.room(len(text))
	for z.pos < len(text) {
		z.step()
	}
	return z.out
}

// step reads one token or one space.
func (z *tokenizer) step() {
	r, size := z.rune(z.pos)
	switch {
	case r == '\n' || r == '\u2028' || r == '\u2029':
		z.pos, z.gap, z.first = z.pos+size, broken, true
	case isSpace(r):
		z.space(r, size)
	case digitOf(r) >= 0:
		z.number()
	case isUnspaced(r):
		z.unspaced()
	case isWordRune(r):
		z.word()
	case foldRune(r, z.lex.turkish) < 0:
		z.pos += size
	default:
		z.sign(r, size)
	}
}

// wideGap is how many spaces part the entries of a menu or table rather than words.
const wideGap = 3

func (z *tokenizer) space(r rune, size int) {
	n := 0
	for n < wideGap && z.pos+n < len(z.text) && z.text[z.pos+n] == ' ' {
		n++
	}
	if r == '\t' || n == wideGap {
		z.gap, z.first = broken, true
	}
	z.pos += size
	z.gap = max(z.gap, spaced)
}

func (z *tokenizer) rune(at int) (rune, int) {
	if c := z.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(z.text[at:])
}

func (z *tokenizer) emit(t token) {
	t.gap, t.first = z.gap, z.first
	z.gap, z.first = joined, false
	z.pos = t.end
	z.out = append(z.out, t)
}

func (z *tokenizer) number() {
	t := token{start: z.pos}
	at := z.pos
	for at < len(z.text) {
		r, size := z.rune(at)
		d := digitOf(r)
		if d < 0 {
			break
		}
		at, t.digits = at+size, t.digits+1
		if t.digits <= maxDigits {
			t.num = t.num*10 + d
		} else {
			t.num = -1
		}
	}
	t.end = at
	if t.digits == 1 {
		t.id = z.lex.digits[t.num]
	}
	z.emit(t)
}

// word reads a run of letters and marks.
func (z *tokenizer) word() {
	t := token{start: z.pos}
	at, letters, capitals := z.pos, 0, 0
	z.key = z.key[:0]
	for at < len(z.text) {
		r, size := z.rune(at)
		if !isWordRune(r) || isUnspaced(r) {
			break
		}
		if r >= 'A' && (r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)) {
			t.upper = t.upper || letters == 0
			capitals++
		}
		letters++
		at += size
		z.fold(r)
	}
	t.end, t.shout = at, capitals == letters && letters > 1
	z.lookUp(&t)
	z.emit(t)
}

func (z *tokenizer) fold(r rune) {
	if r = foldRune(r, z.lex.turkish); r >= 0 {
		z.key = utf8.AppendRune(z.key, r)
	}
}

// lookUp finds the word in the lexicon, if need be without the particles that its
// script writes to the front of it; those are then not part of the token.
func (z *tokenizer) lookUp(t *token) {
	t.id = z.lex.ids[string(z.key)]
	t.senses = z.lex.senses[t.id]
	if t.id != 0 && (len(t.senses) > 0 || z.lex.phrases[t.id] != nil) {
		return
	}
	for _, p := range z.lex.prefixes {
		if len(z.key) <= len(p)+2 || string(z.key[:len(p)]) != p {
			continue
		}
		if id := z.lex.ids[string(z.key[len(p):])]; id != 0 && z.lex.takesPrefix(id) {
			t.id, t.senses = id, z.lex.senses[id]
			for range utf8.RuneCountInString(p) {
				_, size := z.rune(t.start)
				t.start += size
			}
			return
		}
	}
}

// unspaced reads from a script that sets no spaces between words: the longest
// word of the lexicon that begins here, or one rune. Korean does set spaces, but
// writes particles to the end of words: there only the beginning of a word, or
// what follows a number or another known word, is looked up.
func (z *tokenizer) unspaced() {
	r, size := z.rune(z.pos)
	t := token{start: z.pos, end: z.pos + size}
	z.key = z.key[:0]
	at := z.pos
	for n := 0; n < z.lex.longest && at < len(z.text); n++ {
		r, size := z.rune(at)
		if !isUnspaced(r) {
			break
		}
		at += size
		z.fold(r)
		if id := z.lex.ids[string(z.key)]; id != 0 && (n > 0 || !isHangul(r) || z.endsWord(at)) {
			t.id, t.end = id, at
		}
	}
	if t.id == 0 && isHangul(r) {
		for t.end < len(z.text) {
			r, size := z.rune(t.end)
			if !isHangul(r) {
				break
			}
			t.end += size
		}
	}
	t.senses = z.lex.senses[t.id]
	z.emit(t)
}

// endsWord reports whether a word of one Korean syllable ends at the byte: it is
// joined to a number, or no more than a particle follows. "두 시위" is no hour.
func (z *tokenizer) endsWord(at int) bool {
	if z.gap == joined || at >= len(z.text) {
		return true
	}
	next, _ := z.rune(at)
	return !isHangul(next) || strings.ContainsRune(z.lex.particles, next)
}

func (z *tokenizer) sign(r rune, size int) {
	t := token{start: z.pos, end: z.pos + size}
	z.key = utf8.AppendRune(z.key[:0], foldRune(r, false))
	t.id = z.lex.ids[string(z.key)]
	t.senses = z.lex.senses[t.id]
	z.emit(t)
	switch r {
	case '.', '!', '?', '。', '！', '？', '।', '؟', '"', '“', '„', '«', '»', '”', ':', '•', '–', '—', '|', '(':
		z.first = true
	}
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\u00a0', '\u202f', '\u3000', '\u200c', '\u200d', '\u200b', '\v', '\f', '\u0085':
		return true
	}
	return r >= '\u2000' && r <= '\u200a'
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if r >= 0x0400 && r <= 0x0481 || r >= 0x05d0 && r <= 0x05ea || r >= 0x0620 && r <= 0x064a {
		return true // Cyrillic, Hebrew and Arabic letters, without a search of the tables
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isHangul(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }

// isUnspaced reports whether the rune is of a script in which words are found by
// the lexicon and not by spaces.
func isUnspaced(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || isHangul(r) ||
		r >= 0xf900 && r <= 0xfaff || r == '々' || r == '〇'
}

// digitOf is the value of a decimal digit of the scripts of the reader's
// languages, -1 for any other rune.
func digitOf(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case r < 0x0660:
		return -1
	}
	for _, zero := range []rune{0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10} {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}
