package invent

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// name is a made-up name and how three scripts write it.
type name struct{ latin, cyrillic, arabic string }

var syllables = []struct{ latin, cyrillic, arabic string }{
	{"ba", "ба", "با"}, {"den", "ден", "دن"}, {"fo", "фо", "فو"}, {"gar", "гар", "غار"}, {"ki", "ки", "كي"}, {"lan", "лан", "لان"},
	{"mo", "мо", "مو"}, {"nes", "нес", "نيس"}, {"po", "по", "بو"}, {"ra", "ра", "را"}, {"sim", "сим", "سيم"}, {"tor", "тор", "تور"},
	{"vel", "вел", "فيل"}, {"za", "за", "زا"}, {"lu", "лу", "لو"}, {"mar", "мар", "مار"}, {"no", "но", "نو"}, {"rik", "рик", "ريك"},
	{"sa", "са", "سا"}, {"tun", "тун", "تون"}, {"be", "бе", "بي"}, {"dor", "дор", "دور"}, {"ha", "ха", "ها"}, {"kor", "кор", "كور"},
}

// newName is a name of so many syllables.
func newName(r *rand.Rand, length int) name {
	var n name
	for range length {
		s := syllables[r.IntN(len(syllables))]
		n.latin, n.cyrillic, n.arabic = n.latin+s.latin, n.cyrillic+s.cyrillic, n.arabic+s.arabic
	}
	n.latin, n.cyrillic = capital(n.latin), capital(n.cyrillic)
	return n
}

func capital(s string) string {
	r := []rune(s)
	return string(unicode.ToUpper(r[0])) + string(r[1:])
}

// in is the name as a language writes it.
func (n name) in(tag string) string {
	switch tag {
	case "ru":
		return n.cyrillic
	case "ar":
		return n.arabic
	}
	return n.latin
}

// person is a forename and a surname.
func person(forename, surname name, tag string) string {
	return strings.Join([]string{forename.in(tag), surname.in(tag)}, " ")
}
