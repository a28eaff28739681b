package timex

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon/cldr"
)

//go:embed data/*.txt
var files embed.FS

// lexicon is what a language calls times.
type lexicon struct {
	lang      string
	order     string          // of numeric dates: "dmy", "mdy" or "ymd"
	dots      bool            // numeric dates are written with full stops
	points    bool            // decimals are written with a full stop
	plurals   map[string]bool // forms of units that stand only after two or more
	singulars map[string]bool // and only after one
	futures   []string        // endings of verbs in the future tense
	turkish   bool            // dotless and dotted i differ
	ids       map[string]int32
	senses    [][]sense // by id
	phrases   []*phrase // by id of the first word; nil for most
	strip     []bool    // by id: may follow a prefix
	digits    [10]int32 // ids of digits that are part of a phrase
	prefixes  []string  // particles written to the front of words, longest first
	particles string    // runes that begin the endings of Korean words
	joiners   []string  // between the parts of a compound of weekday and part
	longest   int       // runes of the longest word

	rooms sync.Pool // of *[]token, for the tokens of one text after the other
}

// room is where the tokens of a text of so many bytes go.
func (x *lexicon) room(bytes int) []token {
	if room, ok := x.rooms.Get().(*[]token); ok {
		return (*room)[:0]
	}
	return make([]token, 0, bytes/5+8)
}

// maxRoom is how many tokens of room are kept for the next text.
const maxRoom = 1 << 14

// leave gives room back when its tokens are done with.
func (x *lexicon) leave(toks []token) {
	if cap(toks) <= maxRoom {
		x.rooms.Put(&toks)
	}
}

// phrase is a node of the tree of phrases.
type phrase struct {
	next   map[int32]*phrase
	senses []sense
}

// lexicons keeps what was loaded: language and order → func() *lexicon.
var lexicons sync.Map

// lexiconOf is the lexicon of a BCP 47 tag; unknown languages share one that has
// nothing but the common file.
func lexiconOf(tag string) *lexicon {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if !slices.Contains(cldr.Languages(), lang) {
		lang, tag = "", ""
	}
	order := orderOf(lang, tag)
	f, ok := lexicons.Load(lang + order)
	if !ok {
		f, _ = lexicons.LoadOrStore(lang+order, sync.OnceValue(func() *lexicon { return load(lang, order) }))
	}
	return f.(func() *lexicon)()
}

func load(lang, order string) *lexicon {
	x := &lexicon{
		lang:    lang,
		order:   order,
		turkish: lang == "tr",
		ids:     make(map[string]int32, 1024),
		senses:  make([][]sense, 1, 1024),
		phrases: make([]*phrase, 1, 1024),
		strip:   make([]bool, 1, 1024),
	}
	dates := cldr.DatesOf(lang)
	x.dots = dates.Separator == "."
	x.points = cldr.NumbersOf(lang).Decimal == "."
	x.plurals, x.singulars = unitNumbers(dates.Terms)
	for _, name := range []string{"common", lang} {
		if b, err := files.ReadFile("data/" + name + ".txt"); err == nil {
			x.read(string(b))
		}
	}
	for _, c := range cldr.NumbersOf(lang).Compact {
		if !c.Short {
			x.add(c.Text, sense{class: cScale})
		}
	}
	for _, term := range dates.Terms {
		x.addTerm(term)
	}
	x.compound()
	x.settleCase()
	slices.SortFunc(x.prefixes, func(a, b string) int { return len(b) - len(a) })
	return x
}

// orderOf is the order of numeric dates: English differs by country, and where
// the country is unknown it is read the American way.
func orderOf(lang, tag string) string {
	if lang == "en" && len(tag) > 2 && !strings.EqualFold(tag, "en-US") {
		return "dmy"
	}
	if order := cldr.DatesOf(lang).Order; order != "" {
		return order
	}
	return "dmy"
}

// add gives a form one more sense. A form of several words becomes a phrase.
func (x *lexicon) add(form string, s sense) {
	ids := x.intern(form)
	if len(ids) == 0 {
		return
	}
	if strippable(s.class) {
		x.strip[ids[0]] = true
	}
	if len(ids) == 1 {
		x.senses[ids[0]] = appendSense(x.senses[ids[0]], s)
		return
	}
	if x.phrases[ids[0]] == nil {
		x.phrases[ids[0]] = &phrase{}
	}
	p := x.phrases[ids[0]]
	for _, id := range ids[1:] {
		if p.next == nil {
			p.next = map[int32]*phrase{}
		}
		if p.next[id] == nil {
			p.next[id] = &phrase{}
		}
		p = p.next[id]
	}
	p.senses = appendSense(p.senses, s)
}

// appendSense leaves out what a word means already: the first of two senses of a
// kind wins, so that the data of this package goes before CLDR's.
func appendSense(list []sense, s sense) []sense {
	for _, old := range list {
		if old.class == s.class && old.side == s.side && old.value == s.value && old.unit == s.unit && old.part == s.part {
			return list
		}
	}
	return append(list, s)
}

// intern gives every word of the form an id.
func (x *lexicon) intern(form string) []int32 {
	var ids []int32
	for _, word := range x.split(form) {
		id, ok := x.ids[word]
		if !ok {
			id = int32(len(x.senses))
			x.ids[word] = id
			x.senses = append(x.senses, nil)
			x.phrases = append(x.phrases, nil)
			x.strip = append(x.strip, false)
			x.longest = max(x.longest, utf8.RuneCountInString(word))
			if d := digitOf(rune(word[0])); d >= 0 && len(word) == 1 {
				x.digits[d] = id
			}
		}
		ids = append(ids, id)
	}
	return ids
}

// split cuts a form as the tokenizer cuts text, but for scripts without spaces:
// there a form is one word, up to a space.
func (x *lexicon) split(form string) []string {
	var words []string
	word := make([]byte, 0, len(form))
	flush := func() {
		if len(word) > 0 {
			words, word = append(words, string(word)), word[:0]
		}
	}
	for _, r := range form {
		if isSpace(r) {
			flush()
			continue
		}
		letter := isWordRune(r)
		if !letter {
			flush()
		}
		if r = foldRune(r, x.turkish); r >= 0 {
			word = utf8.AppendRune(word, r)
		}
		if !letter {
			flush()
		}
	}
	flush()
	return words
}

func (x *lexicon) takesPrefix(id int32) bool { return x.strip[id] }

// strippable reports whether words of the class may follow a written-on particle;
// function words and numbers may not, as what is left would often be a word by chance.
func strippable(c class) bool {
	return slices.Contains([]class{cMonth, cJalali, cHijri, cWeekday, cDay, cRel, cSeason, cPart, cUnit, cClockMark, cLength, cYearMark}, c)
}

// settleCase makes the usual capital of a word binding where the word without it
// means something else: "Minggu" is Sunday, "minggu" a week.
func (x *lexicon) settleCase() {
	for _, list := range x.senses {
		for i := range list {
			for j := range list {
				if list[i].usualCap && !list[j].usualCap && list[j].class != list[i].class {
					list[i].caps = true
				}
			}
		}
	}
}

// caseOf notes whether a name is usually written with a capital; scripts without
// case and forms in capitals say nothing.
func caseOf(form string, s *sense) {
	r, size := utf8.DecodeRuneInString(form)
	next, _ := utf8.DecodeRuneInString(form[size:])
	switch {
	case unicode.IsUpper(r) && !unicode.IsUpper(next):
		s.usualCap = true
	case unicode.IsLower(r):
		s.usualLow = true
	}
}

// compound joins weekdays with the parts of the day that a language writes as one
// word with them: "Sonntagmorgen", "söndagskväll".
func (x *lexicon) compound() {
	if len(x.joiners) == 0 {
		return
	}
	days, tails := x.words(cWeekday), x.words(cPartTail)
	for day, ds := range days {
		for tail, ts := range tails {
			for _, joiner := range x.joiners {
				x.add(day+joiner+tail, sense{class: cWeekday, value: ds.value, part: ts.part})
			}
		}
	}
}

// words lists the single words that have a sense of the class and need no company.
func (x *lexicon) words(c class) map[string]sense {
	found := map[string]sense{}
	for word, id := range x.ids {
		for _, s := range x.senses[id] {
			if s.class == c && !s.weak && s.part == NoPart == (c == cWeekday) {
				found[word] = s
			}
		}
	}
	return found
}
