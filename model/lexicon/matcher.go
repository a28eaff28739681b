package lexicon

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon/cldr"
	"parallax/model/lexicon/stem"
)

// Hit is a form of the lexicon found in a text.
type Hit struct {
	Start, End int     // tokens, half open
	Cue        Cue     // set for a cue
	Number     float64 // the value of a number word or of a cue that has one
	IsNumber   bool
	Code       string    // set for a term of CLDR: "territory:RU", "currency:USD", "unit:length-inch"
	Concept    ConceptID // valid if none of the above
	Gap        bool      // other words stand inside the form
	Exact      bool      // the folded forms are the same, not only the stems

	near int // bytes that the word and the form begin with in common
}

// Matcher finds the forms of one language in token sequences.
type Matcher struct {
	fromWords  bool // concepts begin where words do
	inflection inflection
	tables     [tables]table
}

// The tables of a matcher.
const (
	cueTable = iota
	conceptForms
	termTable
	peopleTable
	tables
)

// table holds forms by their first word: as it stands, or its stem.
type table struct {
	exact, stemmed map[string][]form
	inflection     inflection
	clipping       clipping // of its forms
}

type form struct {
	next  uint32   // hash of the second key; 0 where none need follow right behind
	rest  []string // keys of the tokens after the first; "…" stands for any few tokens
	exact string   // the folded words, joined with a space
	noun  bool     // begins with a capital in a language that writes nouns so
	// variant forms hold where a character of theirs stands as the form has it: what
	// Taiwan calls Tonga is no word of simplified text, but parts of two.
	variant bool
	cores   []string // of a name that is inflected: what of each word must stand
	hit     Hit
}

// maxBetween is how many tokens "…" may stand for, in one clause.
const maxBetween = 12

// Matcher returns the matcher of the language, built when first asked for.
func (l *Language) Matcher() *Matcher {
	l.once.Do(func() {
		m := &Matcher{fromWords: l.FromWords, inflection: l.inflection}
		for i, c := range [tables]clipping{termTable: l.inflection.names, peopleTable: l.inflection.peoples} {
			m.tables[i] = table{map[string][]form{}, map[string][]form{}, l.inflection, c}
		}
		cueForms, concepts := m.tables[cueTable], m.tables[conceptForms]
		for _, c := range cues {
			for _, e := range l.cues[c] {
				cueForms.add(l, e, Hit{Cue: c, Number: l.valued[c][stem.Fold(l.Tag, e)]}, false)
			}
		}
		for e, n := range l.numbers {
			cueForms.add(l, e, Hit{Number: n, IsNumber: true}, false)
		}
		conceptTable().forms(l.Tag, func(f string, id ConceptID) {
			concepts.add(l, f, Hit{Concept: id}, true)
			if first, verb := splitVerb(f); l.VerbSecond && verb != "" {
				concepts.add(l, verb+" … "+first, Hit{Concept: id}, true)
			}
		})
		m.addTerms(l)
		peoples(l.Tag, func(form, code string) { m.tables[peopleTable].add(l, form, Hit{Code: code}, true) })
		l.matcher = m
	})
	return l.matcher
}

// splitVerb cuts the last word off a form of several, the verb that stands second
// in a main clause: "ums Leben kommen" is there "kommt … ums Leben".
func splitVerb(form string) (first, verb string) {
	i := strings.LastIndexByte(form, ' ')
	if i < 0 || strings.Contains(form, "…") {
		return "", ""
	}
	r, _ := utf8.DecodeRuneInString(form[i+1:])
	if unicode.IsUpper(r) {
		return "", ""
	}
	return form[:i], form[i+1:]
}

// addTerms files the names that CLDR has in the language. Names of countries are
// written with a capital where the script has them.
func (m *Matcher) addTerms(l *Language) {
	for _, of := range []struct {
		kind  string
		names []cldr.Name
	}{{"territory:", cldr.Territories(l.Tag)}, {"currency:", cldr.Currencies(l.Tag)}, {"unit:", cldr.Units(l.Tag)}} {
		for _, n := range of.names {
			if n.Code == "001" || !l.Spaced && utf8.RuneCountInString(n.Text) < 2 {
				continue
			}
			m.tables[termTable].add(l, n.Text, Hit{Code: of.kind + n.Code}, of.kind == "territory:")
		}
	}
	aliases(l, func(form, key string, stems bool) { m.tables[termTable].add(l, form, Hit{Code: NameCode + key}, stems) })
}

// Compound finds the concepts of the parts of a word written together of two,
// "Waffenstillstandsabkommen", where the lexicon knows both; nil where it does
// not, or where the language does not join words.
func (m *Matcher) Compound(l *Language, word string) []ConceptID {
	if len(l.Links) == 0 {
		return nil
	}
	folded := stem.Fold(l.Tag, word)
	for cut := len(folded) - minPart; cut >= minPart; cut-- {
		if !utf8.RuneStart(folded[cut]) {
			continue
		}
		right := m.single(l, folded[cut:])
		if right == nil {
			continue
		}
		for _, link := range l.Links {
			if left, ok := strings.CutSuffix(folded[:cut], link); ok && len(left) >= minPart {
				if found := m.single(l, left); found != nil {
					return append(found, right...)
				}
			}
		}
	}
	return nil
}

// minPart is how many bytes a part of a compound has at the least.
const minPart = 4

// single lists the concepts of a form of one word.
func (m *Matcher) single(l *Language, word string) []ConceptID {
	var out []ConceptID
	for _, f := range m.tables[conceptForms].stemmed[stem.Word(l.Tag, word)] {
		if len(f.rest) == 0 {
			out = append(out, f.hit.Concept)
		}
	}
	return out
}

// Terms appends the names of countries, currencies and units, leftmost longest.
func (m *Matcher) Terms(hits []Hit, tokens []Token) []Hit {
	return m.find(hits, tokens, termTable, m.fromWords)
}

// Words splits a form of the lexicon into the words a text would have: at
// spaces, or into characters where the language writes no spaces.
func (l *Language) Words(form string) []string {
	if l.Spaced {
		return strings.FieldsFunc(form, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' })
	}
	var out []string
	for _, w := range strings.Fields(form) {
		out = slices.AppendSeq(out, SplitUnspaced(w))
	}
	return out
}

// SplitUnspaced cuts a run of a language without spaces into single characters,
// and leaves runs of letters and digits of other scripts whole.
func SplitUnspaced(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, whole := 0, false
		for i, r := range s {
			wide := r >= 0x1100 && !isKatakana(r) && !isFullwidth(r)
			if i > start && (wide || !whole) {
				if !yield(s[start:i]) {
					return
				}
				start = i
			}
			whole = !wide
		}
		if start < len(s) {
			yield(s[start:])
		}
	}
}

// isFullwidth reports whether the character is a letter or figure of Latin script
// as wide as a Han character.
func isFullwidth(r rune) bool { return r >= 0xff01 && r <= 0xff5e }

func isKatakana(r rune) bool { return r >= 0x30a0 && r <= 0x30ff || r >= 0xff66 && r <= 0xff9f }

// add files a form. Its words are stemmed if stems is set or the word ends in
// "~", else they must stand as they are.
func (t table) add(l *Language, text string, hit Hit, stems bool) {
	for _, spelt := range l.spellings(text) {
		t.addWords(l, spelt, hit, stems)
	}
}

func (t table) addWords(l *Language, text string, hit Hit, stems bool) {
	words := l.Words(text)
	if len(words) == 0 {
		return
	}
	keys, folded, variant := make([]string, len(words)), make([]string, len(words)), false
	for i, w := range words {
		if w == "…" {
			keys[i], folded[i] = w, w
			continue
		}
		inflected := strings.HasSuffix(w, "~")
		w = strings.TrimSuffix(w, "~")
		folded[i] = stem.Fold(l.Tag, w)
		variant = variant || isVariant(w, folded[i])
		if stems || inflected {
			keys[i] = "~" + l.stem(w)
		} else {
			keys[i] = "=" + folded[i]
		}
	}
	r, _ := utf8.DecodeRuneInString(text)
	f := form{next: nextHash(keys), variant: variant, noun: l.Nouns && unicode.IsUpper(r), rest: keys[1:], exact: strings.Join(folded, " "), hit: hit}
	first, of := keys[0], t.exact
	if first[0] == '~' {
		of = t.stemmed
		if t.clipping.whole {
			for _, w := range folded {
				f.cores = append(f.cores, t.clipping.core(w, t.inflection.article))
			}
		}
	}
	if !slices.ContainsFunc(of[first[1:]], f.equal) {
		of[first[1:]] = append(of[first[1:]], f)
	}
}

// equal reports whether two forms of one first word are spellings of one form.
func (f *form) equal(g form) bool {
	return f.hit == g.hit && f.exact == g.exact && f.noun == g.noun && f.variant == g.variant && slices.Equal(f.rest, g.rest)
}

// spellings are the ways in which the words of a form are written: apart and, where
// the language joins them by a mark that shows nothing, together.
func (l *Language) spellings(form string) []string {
	if l.Joiner == "" || strings.Contains(form, "…") || !strings.ContainsAny(form, " "+l.Joiner) {
		return []string{form}
	}
	apart := strings.ReplaceAll(form, l.Joiner, " ")
	joined := strings.ReplaceAll(apart, " ", l.Joiner)
	return slices.Compact([]string{form, apart, joined})
}

// Cues appends cues and number words, leftmost longest; forms of the same extent
// are all reported.
func (m *Matcher) Cues(hits []Hit, tokens []Token) []Hit {
	return m.find(hits, tokens, cueTable, false)
}

// Concepts appends concepts, leftmost longest. Of several concepts at one place,
// those whose very form stands in the text win over those of the same stem.
func (m *Matcher) Concepts(hits []Hit, tokens []Token) []Hit {
	return m.find(hits, tokens, conceptForms, m.fromWords)
}

// find looks for the forms of a table at every token, or only where words begin.
func (m *Matcher) find(hits []Hit, tokens []Token, table int, fromWords bool) []Hit {
	for i := 0; i < len(tokens); {
		t := &tokens[i]
		if t.begins == nil || fromWords && t.Inside {
			i++
			continue
		}
		first := len(hits)
		hits = m.appendLongest(hits, tokens, i, &t.begins[table])
		i++
		if len(hits) > first && !hits[first].Gap {
			i = hits[first].End // a form with a gap hides nothing inside it
		}
	}
	return hits
}

// appendLongest appends the longest of some forms that begin at token i.
func (m *Matcher) appendLongest(hits []Hit, tokens []Token, i int, starts *[2][]form) []Hit {
	first, in := len(hits), &m.inflection
	for _, forms := range starts {
		for k := range forms {
			f := &forms[k]
			if f.next != 0 && !f.mayGoOn(tokens[i+1:]) {
				continue // most forms of several words are told by that
			}
			if f.noun && !tokens[i].Upper {
				continue // the verb "glaube" is not the noun "Glaube"
			}
			end, ok := f.match(tokens, i)
			if !ok || !in.holds(tokens[i:], f.cores) || f.variant && !slices.ContainsFunc(tokens[i:end], Token.isVariant) || len(hits) > first && end < hits[first].End {
				continue
			}
			if len(hits) > first && end > hits[first].End {
				hits = hits[:first]
			}
			h := f.hit
			h.Start, h.End, h.Exact, h.Gap = i, end, f.same(tokens[i:end]), end-i > f.words()
			h.near = in.closeness(tokens[i].Fold, f.exact)
			hits = append(hits, h)
		}
	}
	return nearest(hits, first)
}

// words is how many words of its own the form has.
func (f *form) words() int {
	n := 1
	for _, key := range f.rest {
		if key != "…" {
			n++
		}
	}
	return n
}

// nextHash is the hash of the second of the keys of a form, if it has one.
func nextHash(keys []string) uint32 {
	if len(keys) < 2 || keys[1] == "…" {
		return 0
	}
	return hash(keys[1][0], keys[1][1:])
}

// mayGoOn reports whether the second word of the form may stand right behind the
// first.
func (f *form) mayGoOn(rest []Token) bool {
	return len(rest) > 0 && !rest[0].Gap && (f.next == rest[0].hashes[0] || f.next == rest[0].hashes[1])
}

func (f *form) match(tokens []Token, i int) (end int, ok bool) {
	i++
	for n, key := range f.rest {
		if key == "…" {
			return f.matchGap(tokens, i, f.rest[n+1:])
		}
		if i >= len(tokens) || tokens[i].Gap || !keyIs(key, tokens[i]) {
			return 0, false
		}
		i++
	}
	return i, true
}

// matchGap looks for the rest of the form, in one piece, within the clause.
func (f *form) matchGap(tokens []Token, i int, rest []string) (end int, ok bool) {
	for j := i; j < len(tokens) && j < i+maxBetween && !tokens[j].Gap; j++ {
		if len(rest) > 0 && allAre(rest, tokens[j:]) {
			return j + len(rest), true
		}
	}
	return 0, false
}

func allAre(keys []string, tokens []Token) bool {
	if len(keys) > len(tokens) {
		return false
	}
	for i, k := range keys {
		if i > 0 && tokens[i].Gap || !keyIs(k, tokens[i]) {
			return false
		}
	}
	return true
}

func keyIs(key string, t Token) bool {
	if key[0] == '=' {
		return key[1:] == t.Fold
	}
	return key[1:] == t.Stem
}

func (f *form) same(tokens []Token) bool {
	rest := f.exact
	for _, t := range tokens {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, t.Fold); !ok {
			return false
		}
		rest = strings.TrimPrefix(rest, " ")
	}
	return rest == ""
}
