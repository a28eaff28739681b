package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"parallax/model/lexicon/stem"
)

//go:embed languages/*.txt
var languageFiles embed.FS

// Cue is a class of words that tell how a sentence means what it says. The name
// is the section of the language file that lists the words.
type Cue string

// The cues. What a cue governs follows it unless the comment says otherwise.
const (
	Negation    Cue = "negation"     // not, never, without
	NotNegation Cue = "not negation" // not only, no doubt: look like negation and are none
	Pending     Cue = "pending"      // not yet, still to: has not happened so far
	Future      Cue = "future"       // will, is to
	Planned     Cue = "planned"      // plans to, proposed, intends
	Possible    Cue = "possible"     // may, might, could
	Alleged     Cue = "alleged"      // reportedly, allegedly
	Conditional Cue = "conditional"  // if, unless
	Whether     Cue = "whether"      // whether: an open question
	According   Cue = "according"    // according to, said by
	Because     Cue = "because"      // the cause follows
	Causes      Cue = "causes"       // the cause stands before, the effect follows
	Affix       Cue = "affix"        // an ending or beginning that negates its own word
	Contrast    Cue = "contrast"     // but, rather: after a negation, the true one follows
	Near        Cue = "near"         // near, off, close to
	At          Cue = "at"           // in, at, on: a place follows
	FromValue   Cue = "from value"   // from 17 (to 18): the earlier value follows
	ToValue     Cue = "to value"     // (from 17) to 18: the later value follows
	Among       Cue = "among"        // among them, including: a part of what was counted
	Further     Cue = "further"      // another, other, more: besides those counted before
	Total       Cue = "total"        // in all, altogether
	Only        Cue = "only"         // the only, all of them: nothing besides
	About       Cue = "about"        // the number is rounded
	AtLeast     Cue = "at least"     // the number is a lower bound
	MoreThan    Cue = "more than"    // the number is a lower bound, itself excluded
	AtMost      Cue = "at most"      // the number is an upper bound
	LessThan    Cue = "less than"    // the number is an upper bound, itself excluded
	JustUnder   Cue = "just under"   // almost: a little less than the number
	JustOver    Cue = "just over"    // a good, slightly over: a little more
	OrMore      Cue = "or more"      // after the number: a lower bound
	OrLess      Cue = "or less"      // after the number: an upper bound
	Vague       Cue = "vague"        // dozens, thousands: from the number on upwards
	Dozen       Cue = "dozens"       // dozen, gross: so many times the small number before
	Share       Cue = "shares"       // half, thirds: so many parts of a whole
	Point       Cue = "point"        // point, comma: the decimals of a number in words follow
	Over        Cue = "over"         // between the two numbers of a fraction, the parts first: "तीन बटा चार"
	Under       Cue = "under"        // between the two numbers of a fraction, the whole first: "四分之三"
	Between     Cue = "between"      // between, from: the ends of a range follow
	Single      Cue = "single"       // one, where it is no article
	Minus       Cue = "minus"        // minus: the number is below zero
	Per         Cue = "per"          // for each: makes a rate
	Pronoun     Cue = "pronoun"      // he, she, they: stands for somebody named before
	Title       Cue = "title"        // Mr, President: before or after a name
	Article     Cue = "article"      // the, a, their: a noun follows, seldom a name
	Particle    Cue = "particle"     // von, bin, de: inside a name
	Doer        Cue = "doer"         // the one who did it stands right before
	Stop        Cue = "stop"         // words that carry no meaning of their own
)

var cues = []Cue{
	Negation, NotNegation, Pending, Future, Planned, Possible, Alleged, Conditional, Whether, According, Because, Causes, Contrast,
	Near, At, FromValue, ToValue, Among, Further, Total, Only, About, AtLeast, MoreThan, AtMost, LessThan, JustUnder, JustOver,
	OrMore, OrLess, Vague, Dozen, Share, Point, Over, Under, Between, Single, Minus, Per, Pronoun, Title, Article, Particle, Doer, Stop,
}

// Language is one language's data.
type Language struct {
	Tag string // BCP 47
	// Spaced is false where words are written without spaces between them, so
	// that forms are looked for anywhere in the text.
	Spaced bool
	// FromWords is true where words do stand apart although their parts are looked
	// for as characters: a concept then begins where a word does.
	FromWords bool
	// Nouns is true where every noun is written with a capital letter.
	Nouns bool
	// VerbLast is true where the verb ends its clause, and what negates or
	// qualifies it comes after it.
	VerbLast bool
	// VerbSecond is true where the verb of a main clause parts from what belongs to
	// it, which stands at the end.
	VerbSecond bool
	// Concord is true where one negation is said in several places of its clause:
	// "ne … personne", "никто не".
	Concord bool
	// Links are what may stand between the parts of a compound word, the longest
	// first and "" last;
	// empty where the language does not join words.
	Links []string
	// Joiner is the mark without width that may stand between the words of a form in
	// place of a space; empty where the language has none.
	Joiner string
	// Decimal and Group are the marks in a number; either may be several runes.
	Decimal, Group string
	// NumberLinks stand between the parts of a number word: "und" in
	// "siebenundzwanzig".
	NumberLinks   []string
	Abbreviations map[string]bool // lower case, without the last full stop

	negativeEndings, negativeBeginnings []string
	futureEndings                       []string

	negators                    map[string]bool // folded
	expletives                  map[string]bool // folded: negators that deny nothing by themselves
	weakBeginnings, weakEndings []string

	inflection inflection

	once         sync.Once
	matcher      *Matcher
	vocabularies sync.Pool // of *Vocabulary

	cues    map[Cue][]string
	numbers map[string]float64 // folded word → value
	valued  map[Cue]map[string]float64

	numberHeads map[[numberHead]byte]bool // how the number words begin
	longest     int                       // bytes of the longest number word
}

// Of returns the data of a language by its BCP 47 tag; subtags after the first
// are ignored. A language that is not supported has no words, and Supported
// says so.
func Of(tag string) *Language {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if l, ok := languages.Load(base); ok {
		return l.(*Language)
	}
	l, err := readLanguage(base)
	if err != nil {
		l = &Language{Tag: "und", Spaced: true, Decimal: ".", Group: ","}
		base = "und"
	}
	got, _ := languages.LoadOrStore(base, l)
	return got.(*Language)
}

var languages sync.Map // base tag → *Language

// Tags lists the supported languages, sorted.
func Tags() []string {
	entries, err := languageFiles.ReadDir("languages")
	if err != nil {
		return nil
	}
	var tags []string
	for _, e := range entries {
		tags = append(tags, strings.TrimSuffix(e.Name(), ".txt"))
	}
	return tags
}

// Fold is the folded form of a word of the language.
func (l *Language) Fold(word string) string { return stem.Fold(l.Tag, word) }

// Reach is how many tokens make up what one word is elsewhere: distances in words
// are that much longer where every character is a token.
func (l *Language) Reach() int {
	if l.Spaced {
		return 1
	}
	return 2
}

// Supported reports whether the language has data of its own.
func (l *Language) Supported() bool { return l.Tag != "und" }

func readLanguage(tag string) (*Language, error) {
	data, err := languageFiles.ReadFile("languages/" + tag + ".txt")
	if err != nil {
		return nil, fmt.Errorf("no data for language %q", tag)
	}
	return parseLanguage(tag, string(data))
}

// parseLanguage reads a language file: sections in brackets, entries separated
// by "|" or line ends, "key: entries" in the sections of keys, "#" comments.
func parseLanguage(tag, data string) (*Language, error) {
	l := &Language{Tag: tag, Spaced: true, Abbreviations: map[string]bool{}, cues: map[Cue][]string{}, negators: map[string]bool{}, expletives: map[string]bool{}, numbers: map[string]float64{}, valued: map[Cue]map[string]float64{}}
	section := ""
	for n, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = line[1 : len(line)-1]
		default:
			if err := l.add(section, line); err != nil {
				return nil, fmt.Errorf("languages/%s.txt:%d: %w", tag, n+1, err)
			}
		}
	}
	l.headNumbers()
	return l, nil
}

func (l *Language) add(section, line string) error {
	switch section {
	case "writing":
		return l.addWriting(line)
	case "abbreviations":
		for _, e := range entries(line) {
			l.Abbreviations[strings.ToLower(strings.TrimSuffix(e, "."))] = true
		}
		return nil
	case "expletives":
		for _, e := range entries(line) {
			l.expletives[stem.Fold(l.Tag, e)] = true
		}
		return nil
	case "negators":
		for _, e := range entries(line) {
			l.negators[stem.Fold(l.Tag, e)] = true
		}
		return nil
	case "weak beginnings":
		l.weakBeginnings = append(l.weakBeginnings, folded(l.Tag, line)...)
		return nil
	case "weak endings":
		l.weakEndings = append(l.weakEndings, folded(l.Tag, line)...)
		return nil
	case "negative endings":
		l.negativeEndings = append(l.negativeEndings, entries(line)...)
		return nil
	case "negative beginnings":
		l.negativeBeginnings = append(l.negativeBeginnings, entries(line)...)
		return nil
	case "future endings":
		l.futureEndings = append(l.futureEndings, entries(line)...)
		return nil
	case "numbers":
		return l.addNumber(line, l.numbers)
	case "vague", "dozens", "shares":
		return l.addValued(Cue(section), line)
	}
	for _, c := range cues {
		if section == string(c) {
			l.cues[c] = append(l.cues[c], entries(line)...)
			return nil
		}
	}
	return fmt.Errorf("no section [%s]", section)
}

// addValued adds words that are a cue and have a value besides.
func (l *Language) addValued(cue Cue, line string) error {
	if l.valued[cue] == nil {
		l.valued[cue] = map[string]float64{}
	}
	if err := l.addNumber(line, l.valued[cue]); err != nil {
		return err
	}
	_, words, _ := strings.Cut(line, ":")
	l.cues[cue] = append(l.cues[cue], entries(words)...)
	return nil
}

func (l *Language) addNumber(line string, to map[string]float64) error {
	key, value, ok := strings.Cut(line, ":")
	n, err := parseValue(strings.TrimSpace(key))
	if !ok || err != nil {
		return fmt.Errorf("%q: want value: words", line)
	}
	for _, e := range entries(value) {
		to[stem.Fold(l.Tag, e)] = n
	}
	return nil
}

// parseValue reads "12", "1.5" or "2/3".
func parseValue(s string) (float64, error) {
	over, under, fraction := strings.Cut(s, "/")
	n, err := strconv.ParseFloat(over, 64)
	if !fraction || err != nil {
		return n, err
	}
	d, err := strconv.ParseFloat(under, 64)
	return n / d, err
}

// minNegated is how many bytes a word must have besides an affix that negates
// it.
const minNegated = 2

// negatedByAffix reports whether a folded word is negated by its ending or its
// beginning.
func (l *Language) negatedByAffix(word string) bool {
	for _, e := range l.negativeEndings {
		if len(word) >= len(e)+minNegated && strings.HasSuffix(word, e) {
			return true
		}
	}
	for _, b := range l.negativeBeginnings {
		if word == b || len(word) >= len(b)+minNegated && strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

// minFuture is how many bytes a verb has at the least before an ending that puts it in
// the future.
const minFuture = 3

// InFuture reports whether a verb, in lower case as it is written, ends as what is to
// come does.
func (l *Language) InFuture(verb string) bool {
	return slices.ContainsFunc(l.futureEndings, func(e string) bool {
		return len(verb) >= len(e)+minFuture && strings.HasSuffix(verb, e)
	})
}

// minWeak is how many letters a word has at the least that a weak affix negates.
const minWeak = 4

// Deprives reports whether an affix turns a word of the lexicon into its lack, as in
// "unbeaten" and "powerless".
func (l *Language) Deprives(word string) bool {
	return slices.ContainsFunc(l.Affirmed(word), func(rest string) bool { return l.Matcher().single(l, rest) != nil })
}

// Affirmed lists what a folded word may be the lack of: "known" of "unknown".
func (l *Language) Affirmed(word string) []string {
	var out []string
	for _, b := range l.weakBeginnings {
		if rest, ok := strings.CutPrefix(word, b); ok && utf8.RuneCountInString(rest) >= minWeak {
			out = append(out, rest)
		}
	}
	for _, e := range l.weakEndings {
		if rest, ok := strings.CutSuffix(word, e); ok && utf8.RuneCountInString(rest) >= minWeak {
			out = append(out, rest)
		}
	}
	return out
}

func folded(tag, line string) []string {
	out := entries(line)
	for i := range out {
		out[i] = stem.Fold(tag, out[i])
	}
	return out
}

// Negates reports whether folded words hold one of the few that turn a whole clause
// round: "not", "no", "never". Other words deny too, but of a part, "without", or as a
// verb, "refuse".
func (l *Language) Negates(words []string) bool {
	if l.Spaced {
		return slices.ContainsFunc(words, func(w string) bool { return l.negators[w] })
	}
	text := strings.Join(words, "")
	for n := range l.negators {
		if strings.Contains(text, n) {
			return true
		}
	}
	return false
}

// Expletive reports whether a folded word negates only beside another that does, as
// "ne" does beside "pas".
func (l *Language) Expletive(word string) bool { return l.expletives[word] }

func entries(line string) []string {
	var out []string
	for _, e := range strings.Split(line, "|") {
		if e = strings.TrimSpace(e); e != "" {
			out = append(out, e)
		}
	}
	return out
}
