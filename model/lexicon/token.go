package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon/stem"
)

// Token is a word of a text as the matcher sees it.
type Token struct {
	*Lexeme
	// Inside says that the character stands inside a run without spaces.
	Inside bool
	Gap    bool // punctuation stands between this token and the one before
}

// Lexeme is what is known of a word of a language wherever it stands. It is shared
// and never changed.
type Lexeme struct {
	Fold    string  // folded form
	Stem    string  // stem of the folded form
	Upper   bool    // begins with a capital letter
	Figures bool    // holds a decimal digit
	Number  float64 // the value of a number word
	// IsNumber says that it is a number word, or several written together.
	IsNumber bool
	// Variant says that the character is folded to another, as traditional ones are.
	Variant bool
	// Negated says that its ending or its beginning negates it.
	Negated bool

	begins *beginnings // the forms of the lexicon that it may begin; nil where there is none
	hashes [2]uint32   // of the keys of forms that it fits: the folded word and the stem
}

// beginnings are the forms that begin with one word: in each table those filed
// under the word as it stands, and those under its stem.
type beginnings [tables][2][]form

// Lexeme looks a word of the language up.
func (l *Language) Lexeme(word string) *Lexeme {
	first, _ := utf8.DecodeRuneInString(word)
	x := &Lexeme{
		Fold: stem.Fold(l.Tag, word), Stem: l.stem(word),
		Upper: unicode.IsUpper(first), Figures: strings.ContainsFunc(word, unicode.IsDigit),
	}
	x.Number, x.IsNumber = l.Number(x.Fold)
	x.Variant = isVariant(word, x.Fold)
	x.Negated = l.negatedByAffix(x.Fold)
	x.begins = l.Matcher().beginnings(x)
	x.hashes = [2]uint32{hash('=', x.Fold), hash('~', x.Stem)}
	return x
}

// isVariant reports whether a word in Han characters is folded to another.
func isVariant(word, fold string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Han, first) && fold != word
}

func (t Token) isVariant() bool { return t.Variant }

// hash is FNV-1a of a key of a form: its mark and its word.
func hash(mark byte, word string) uint32 {
	const offset, prime = 2166136261, 16777619
	h := (offset ^ uint32(mark)) * prime
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * prime
	}
	return h
}

// stem is the stem of a word as it stands.
func (l *Language) stem(word string) string {
	return stem.Word(l.Tag, stem.Lower(l.Tag, word))
}

// beginnings looks the forms up that a word may begin; nil where there is none.
func (m *Matcher) beginnings(x *Lexeme) *beginnings {
	var out beginnings
	any := false
	for i := range m.tables {
		out[i] = [2][]form{m.tables[i].exact[x.Fold], m.tables[i].stemmed[x.Stem]}
		any = any || len(out[i][0])+len(out[i][1]) > 0
	}
	if !any {
		return nil
	}
	return &out
}
