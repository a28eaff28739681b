package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
)

// Skeleton is the consonants of a word in Latin letters, sounds that languages
// spell differently made one, so that Peskov, Peskow and Песков are the same.
// It is "" for a word without consonants.
func Skeleton(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	if isASCII(word) {
		return latinSkeleton(word)
	}
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Arabic, r):
			return arabicSkeleton(word)
		case unicode.Is(unicode.Hebrew, r):
			return hebrewSkeleton(word)
		case unicode.Is(unicode.Han, r):
			return hanSkeleton(word)
		case unicode.Is(unicode.Hangul, r):
			return hangulSkeleton(word)
		case unicode.IsLetter(r):
			return latinSkeleton(unidecode.Unidecode(respell.Replace(word)))
		}
	}
	return latinSkeleton(unidecode.Unidecode(word))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// respell writes letters whose sound is lost on the way to plain Latin.
var respell = strings.NewReplacer(
	"ç", "ch", "č", "ch", "ć", "ch", "ッ", "", "ー", "", "च", "छ", "ц", "ts", "ξ", "ks", "ψ", "ps",
	"チ", "シ", "ヂ", "ジ", "ティ", "テ", "ディ", "デ", "フ", "fu", "ウィ", "ヴ", "ウェ", "ヴ", "ウォ", "ヴ", "ヴ", "ヴ")

func latinSkeleton(word string) string {
	latin := strings.ToLower(word)
	out := make([]byte, 0, usualSounds)
	var last byte
	for i := 0; i < len(latin); i++ {
		c := sound(latin, i)
		if c != 0 && c != last {
			out = append(out, c)
		}
		if c == 'k' && latin[i] == 'x' && i > 0 {
			out = append(out, 's')
			c = 's'
		}
		if c != 0 || isVowel(latin[i]) {
			last = c
		}
	}
	return string(out)
}

// usualSounds is how many sounds nearly all words have at the most.
const usualSounds = 32

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// sound maps the consonant at i to its class; 0 for what is left out.
func sound(s string, i int) byte {
	next := byte(0)
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch s[i] {
	case 'b', 'p':
		if s[i] == 'p' && next == 'h' {
			return 'f'
		}
		return 'p'
	case 'v', 'w', 'f':
		return 'f'
	case 'd', 't':
		if hushes(s[i+1:]) {
			return 0
		}
		return 't'
	case 'g', 'k', 'q', 'x':
		return 'k'
	case 'c':
		if next == 'h' || next == 'e' || next == 'i' || next == 'y' || next == 'z' || next == 's' {
			return 's'
		}
		return 'k'
	case 's', 'z', 'j':
		return 's'
	case 'l':
		return 'l'
	case 'r':
		return 'r'
	case 'm', 'n':
		return s[i]
	}
	return 0
}

// hushes reports whether the text goes on with one sound of ж, ш or ч, of which
// some spellings begin with a d or t: tsch, dzh, tch, dj.
func hushes(s string) bool {
	for _, h := range []string{"sch", "zh", "ch", "j", "sh"} {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// collector joins the classes of letters, a sound once where it is doubled.
type collector struct {
	b    strings.Builder
	last byte
}

func (c *collector) add(sound byte) {
	if sound != 0 && sound != c.last {
		c.b.WriteByte(sound)
	}
	c.last = sound
}

const (
	arabicLetters = "بپتثطدذضجچژزسشصظخغقكگکفڤلمنر"
	arabicSounds  = "ppttttttsssssssskkkkkkfflmnr"
	arabicArticle = "ال"
)

// arabicSkeleton is the skeleton of a word in Arabic letters. The letter waw is
// a vowel but at the beginning or beside an alif.
func arabicSkeleton(word string) string {
	if rest, ok := strings.CutPrefix(word, arabicArticle); ok && len(rest) > len(arabicArticle) {
		word = rest
	}
	var c collector
	runes := []rune(word)
	for i, r := range runes {
		switch {
		case r == 'و':
			if i == 0 || runes[i-1] == 'ا' || i+1 < len(runes) && runes[i+1] == 'ا' {
				c.add('f')
			} else {
				c.add(0)
			}
		case r == '\u200c' || unicode.IsMark(r):
		default:
			c.add(soundOf(r, arabicLetters, arabicSounds))
		}
	}
	return c.b.String()
}

const (
	hebrewLetters = "בפףדטתסשצץזגקכךלמםנןר"
	hebrewSounds  = "ppftttssssskkkklmmnnr"
)

// hebrewSkeleton is the skeleton of a word in Hebrew letters. A single vav is a
// vowel but at the beginning; an apostrophe makes g, z and ts hiss.
func hebrewSkeleton(word string) string {
	var c collector
	runes := []rune(word)
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r == 'ו' && (i == 0 || next == 'ו'):
			c.add('f')
		case r == 'ו' && runes[i-1] == 'ו':
		case next == '\'' || next == '׳':
			c.add('s')
		case r == '\'' || r == '׳' || unicode.IsMark(r):
		default:
			c.add(soundOf(r, hebrewLetters, hebrewSounds))
		}
	}
	return c.b.String()
}

// soundOf is the sound at the place the letter has among letters; 0 where it has
// none.
func soundOf(r rune, letters, sounds string) byte {
	n := 0
	for _, l := range letters {
		if l == r {
			return sounds[n]
		}
		n++
	}
	return 0
}

// hanSkeleton is the skeleton of Han characters by their syllables in Mandarin.
func hanSkeleton(word string) string {
	var c collector
	for _, r := range word {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		syllable := strings.ToLower(strings.TrimSpace(unidecode.Unidecode(string(r))))
		if syllable == "" {
			continue
		}
		switch {
		case strings.IndexByte("jqxzcs", syllable[0]) >= 0:
			c.add('s')
		case syllable[0] != 'h' && syllable[0] != 'y':
			c.add(sound(syllable, 0))
		}
		c.last = 0
		if strings.HasSuffix(syllable, "n") || strings.HasSuffix(syllable, "ng") {
			c.add('n')
		} else if syllable == "er" {
			c.add('r')
		}
	}
	return c.b.String()
}

// hangulSkeleton is the skeleton of a word in hangul; the nasal that ends a
// syllable is one sound.
func hangulSkeleton(word string) string {
	var b strings.Builder
	for _, r := range word {
		syllable := unidecode.Unidecode(string(r))
		if cut, ok := strings.CutSuffix(syllable, "ng"); ok {
			syllable = cut + "n"
		}
		b.WriteString(syllable)
	}
	return latinSkeleton(b.String())
}

// minFuzzy is how many sounds two keys have at the least to be one name although
// a sound differs, and minCoarse to be one although sounds near each other are
// taken for the same.
const (
	minFuzzy  = 4
	minCoarse = 3
)

// SameKey reports whether two keys of names may stand for one name: they are
// equal, or differ in sounds that scripts do not tell apart (l and r, p and f),
// or are long, begin alike and differ in one sound.
func SameKey(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < minCoarse || len(b) < minCoarse || a[0] == aliasMark || b[0] == aliasMark || coarse(a[0]) != coarse(b[0]) {
		return false
	}
	return withinOne(a, b, len(a) >= minFuzzy && len(b) >= minFuzzy)
}

func coarse(c byte) byte {
	switch c {
	case 'l':
		return 'r'
	case 'f':
		return 'p'
	}
	return c
}

// withinOne reports whether the keys are the same sounds, or where one may
// differ, the same but for one changed, missing or added.
func withinOne(a, b string, differ bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && coarse(a[i]) == coarse(b[i]) {
		i++
	}
	if i == len(b) {
		return true
	}
	if !differ || len(b)-len(a) > 1 {
		return false
	}
	if len(a) < len(b) {
		return coarseEqual(a[i:], b[i+1:])
	}
	return coarseEqual(a[i+1:], b[i+1:])
}

func coarseEqual(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if coarse(a[i]) != coarse(b[i]) {
			return false
		}
	}
	return true
}

// Same reports whether two names may be of one person, place or thing: they
// share a word, spelt in either language's way.
func (n Name) Same(m Name) bool {
	for _, k := range n.Keys {
		for _, l := range m.Keys {
			if SameKey(k, l) {
				return true
			}
		}
	}
	return false
}
