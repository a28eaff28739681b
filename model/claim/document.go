package claim

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/lexicon"
	"parallax/model/segment"
	"parallax/model/timex"
)

// Document is an article read, or skimmed, sentence by sentence.
type Document struct {
	Article   *model.Article
	Language  *lexicon.Language
	Sentences []Sentence

	translated bool
	places     map[string]bool // keys of the names used for places
}

// Sentence is what one sentence says.
type Sentence struct {
	Span      model.Span
	Index     int  // in Document.Sentences
	Paragraph int  // from 0
	Headline  bool // it stands in the title

	Words      []Word
	Clauses    int // how many
	Mentions   []Mention
	Countries  []Country
	Peoples    []Country // those of whom something or somebody is
	Names      []Name
	Quantities []Quantity
	Figures    []Figure
	Times      []timex.Mention
	Quotes     []Quote
	Speaker    Speaker // who says what the sentence reports
	cues       []lexicon.Hit
	terms      []lexicon.Hit
}

// Word is a word of a sentence.
type Word struct {
	Span    model.Span
	Text    string // as it stands
	Token   lexicon.Token
	Clause  int     // from 0; clauses end at punctuation
	Stop    bool    // carries no meaning of its own
	Upper   bool    // begins with a capital letter
	Fresh   bool    // more than a comma parts it from the word before
	Known   bool    // some concept of the lexicon covers it
	Cued    bool    // some cue, title or number word covers it
	Used    bool    // part of a quantity or a time
	Name    int     // index into Names plus one; 0 where it is part of none
	glosses []gloss // what a dictionary says it means
}

// Country is a country or region that a sentence names.
type Country struct {
	Code     string // ISO 3166 alpha-2 or UN M.49
	From, To int    // words, half open
}

// Mention is a concept that a sentence speaks of.
type Mention struct {
	Concept  lexicon.ConceptID
	From, To int     // words, half open
	Weight   float64 // 1 divided by how many concepts the form may mean
	Exact    bool    // the very form stands in the lexicon, not only its stem
	State    State
}

// Read reads an article.
func Read(a *model.Article) *Document {
	d := Skim(a)
	for i := range d.Sentences {
		d.Sentences[i].quotes(a.Text, d.Language)
		d.Sentences[i].states(a.Text, d.Language)
	}
	d.nameSpeakers()
	return d
}

// Skim reads what an article speaks of, which is what [Features] and grouping
// need, and not what it says of that: no quotation, speaker or state is found.
func Skim(a *model.Article) *Document {
	lang := lexicon.Of(a.Language)
	d := &Document{Article: a, Language: lang}
	times := timex.Find(a.Text, a.Language, a.Date)
	sentences := segment.Sentences(a.Text, lang)
	d.Sentences = make([]Sentence, len(sentences))
	r := reader{article: a, lang: lang, vocabulary: lang.Vocabulary()}
	for i, s := range sentences {
		var here []timex.Mention
		for len(times) > 0 && times[0].Span.Start < s.Span.End {
			if times[0].Span.Start >= s.Span.Start {
				here = append(here, times[0])
			}
			times = times[1:]
		}
		r.read(&d.Sentences[i], s, i, here)
	}
	lang.Return(r.vocabulary)
	return d
}

// withoutIdle leaves out the negations that end a form with other words inside it
// that negates nothing: "until they have not come", as many languages say it.
func withoutIdle(cues []lexicon.Hit) []lexicon.Hit {
	return slices.DeleteFunc(slices.Clone(cues), func(h lexicon.Hit) bool {
		return h.Cue == lexicon.Negation && slices.ContainsFunc(cues, func(n lexicon.Hit) bool {
			return n.Cue == lexicon.NotNegation && n.Gap && n.Start < h.Start && h.End == n.End
		})
	})
}

// reader reads the sentences of an article one by one, with what they need only
// while they are read.
type reader struct {
	article    *model.Article
	lang       *lexicon.Language
	vocabulary *lexicon.Vocabulary
	words      []segment.Word
	tokens     []lexicon.Token
	hits       []lexicon.Hit
}

func (r *reader) read(out *Sentence, s segment.Sentence, index int, times []timex.Mention) {
	a, lang := r.article, r.lang
	out.Span, out.Index, out.Paragraph, out.Times = s.Span, index, s.Paragraph, times
	out.Headline = len(a.Title) > 0 && s.Span.End <= a.Body
	r.readWords(out)
	m := lang.Matcher()
	r.hits = m.Cues(r.hits[:0], r.tokens)
	for i := range r.tokens {
		if r.tokens[i].Negated {
			r.hits = append(r.hits, lexicon.Hit{Start: i, End: i + 1, Cue: lexicon.Affix})
		}
	}
	out.cues = withoutIdle(r.hits)
	r.hits = m.Terms(r.hits[:0], r.tokens)
	out.terms = slices.Clone(r.hits)
	out.countries()
	r.hits = m.Peoples(r.hits[:0], r.tokens)
	out.peoples(r.hits)
	out.mark()
	r.hits = m.Concepts(r.hits[:0], r.tokens)
	out.concepts(r.hits, lang)
	out.compounds(lang)
	out.names(lang)
	out.quantities(a.Text, lang)
}

// readWords cuts a sentence into words.
func (r *reader) readWords(s *Sentence) {
	text, clause := r.article.Text, 0
	r.words, r.tokens = segment.AppendWords(r.words[:0], text, s.Span, r.lang), r.tokens[:0]
	s.Words = make([]Word, len(r.words))
	for i, w := range r.words {
		gap, fresh := false, false
		if w.Gap && i > 0 {
			between := text[r.words[i-1].Span.End:w.Span.Start]
			gap, fresh = breaksClause(between), strings.TrimSpace(between) != ","
		}
		if gap {
			clause++
		}
		t := w.Span.Of(text)
		token := lexicon.Token{Lexeme: r.vocabulary.Lexeme(t), Gap: gap, Inside: w.Glued}
		r.tokens = append(r.tokens, token)
		s.Words[i] = Word{Span: w.Span, Text: t, Token: token, Clause: clause, Upper: token.Upper, Fresh: gap && fresh}
	}
	s.Clauses = clause + 1
}

// countries notes the names of countries; where the script has capitals they
// must begin with one.
func (s *Sentence) countries() {
	for _, h := range s.terms {
		code, ok := strings.CutPrefix(h.Code, "territory:")
		if !ok || hasCase(s.Words[h.Start].Text) && !s.Words[h.Start].Upper {
			continue
		}
		s.Countries = append(s.Countries, Country{Code: code, From: h.Start, To: h.End})
	}
}

// peoples notes the peoples named, by the codes of their countries.
func (s *Sentence) peoples(hits []lexicon.Hit) {
	for _, h := range hits {
		kind, code, _ := strings.Cut(h.Code, ":")
		if kind+":" == lexicon.CapitalPeopleCode && !s.Words[h.Start].Upper {
			continue
		}
		s.Peoples = append(s.Peoples, Country{Code: code, From: h.Start, To: h.End})
	}
}

// peopleAt reports whether a word is of the name of a people.
func (s *Sentence) peopleAt(i int) bool {
	return slices.ContainsFunc(s.Peoples, func(c Country) bool { return c.From <= i && i < c.To })
}

// concepts notes the concepts found, each once at a place. Words that carry no
// meaning of their own mean something only where their very form is listed.
func (s *Sentence) concepts(hits []lexicon.Hit, lang *lexicon.Language) {
	hits = slices.DeleteFunc(hits, func(h lexicon.Hit) bool {
		return !h.Exact && (s.empty(h.Start, h.End) || s.likeName(h, lang))
	})
	s.Mentions = make([]Mention, 0, len(hits))
	for i := 0; i < len(hits); {
		first := len(s.Mentions)
		j := i
		for ; j < len(hits) && hits[j].Start == hits[i].Start; j++ {
			h := hits[j]
			if !slices.ContainsFunc(s.Mentions[first:], func(m Mention) bool { return m.Concept == h.Concept }) {
				s.Mentions = append(s.Mentions, Mention{Concept: h.Concept, From: h.Start, To: h.End, Exact: h.Exact})
			}
		}
		for m := first; m < len(s.Mentions); m++ {
			s.Mentions[m].Weight = 1 / float64(len(s.Mentions)-first)
		}
		for w := hits[i].Start; w < hits[i].End; w++ {
			s.Words[w].Known = true
		}
		i = j
	}
}

// compoundWeight is how much less sure a concept is that stands in a compound.
const compoundWeight = 0.7

// minCompound is how many bytes a word has at the least to be cut into two.
const minCompound = 9

// compounds notes the concepts of the parts of words that the lexicon does not
// know as wholes.
func (s *Sentence) compounds(lang *lexicon.Language) {
	if len(lang.Links) == 0 {
		return
	}
	m := lang.Matcher()
	found := false
	for i := range s.Words {
		w := &s.Words[i]
		if w.Known || w.Stop || w.Cued || w.Used || len(w.Text) < minCompound || s.countryAt(i) {
			continue
		}
		parts := m.Compound(lang, w.Text)
		for _, c := range parts {
			s.Mentions = append(s.Mentions, Mention{Concept: c, From: i, To: i + 1, Weight: compoundWeight / float64(len(parts))})
			found, w.Known = true, true
		}
	}
	if found {
		slices.SortStableFunc(s.Mentions, func(a, b Mention) int { return a.From - b.From })
	}
}

func (s *Sentence) countryAt(i int) bool {
	return slices.ContainsFunc(s.Countries, func(c Country) bool { return c.From <= i && i < c.To })
}

// likeName reports whether a form of one word has a capital where only names and
// titles have one: "Lourdes" is not "lourd".
func (s *Sentence) likeName(h lexicon.Hit, lang *lexicon.Language) bool {
	return h.End == h.Start+1 && h.Start > 0 && s.Words[h.Start].Upper && !lang.Nouns && !s.Headline && !s.Words[h.Start].Fresh
}

// empty reports whether words [from, to) are all stop words, numbers or cues.
func (s *Sentence) empty(from, to int) bool {
	for w := from; w < to; w++ {
		if !s.Words[w].Stop && !s.Words[w].Cued {
			return false
		}
	}
	return true
}

func (s *Sentence) mark() {
	for _, h := range s.cues {
		for w := h.Start; w < h.End; w++ {
			if h.Gap && w > h.Start && w < h.End-1 {
				continue // words that stand inside a cue are none of its own
			}
			s.Words[w].Cued = true
			if h.Cue == lexicon.Stop {
				s.Words[w].Stop = true
			}
		}
	}
	for _, t := range s.Times {
		for w := range s.Words {
			if s.Words[w].Span.Overlaps(t.Span) {
				s.Words[w].Used = true
			}
		}
	}
}

// Text is the sentence as it stands in its article.
func (s *Sentence) Text(d *Document) string { return s.Span.Of(d.Article.Text) }
