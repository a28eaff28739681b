package claim

import (
	"slices"
	"strings"

	"parallax/model/lexicon"
)

// Translator tells what a word means in another language.
type Translator interface {
	// Gloss lists the translations of a word, inflected or not, the best first. Both
	// languages are BCP 47, of the language alone.
	Gloss(word, from, to string) []string
}

// hub is the language into which words are translated to be compared.
const hub = "en"

// The most translations of a word that are used, and the most characters of a
// word of a language without spaces.
const (
	maxGlosses    = 5
	maxRunGlossed = 5
)

// Translate looks up the words that the lexicon does not know, so that they can
// meet the words of other languages. It is done once; later calls change nothing.
func (d *Document) Translate(t Translator) {
	if d.translated {
		return
	}
	d.translated = true
	from, _, _ := strings.Cut(strings.ToLower(d.Article.Language), "-")
	g := glosser{from: from, by: t, english: lexicon.Of(hub)}
	for i := range d.Sentences {
		if d.Language.Spaced {
			g.words(&d.Sentences[i])
		} else {
			g.runs(&d.Sentences[i])
		}
	}
}

// gloss is a feature that a dictionary gives a word.
type gloss struct {
	channel Channel
	name    string
}

// glosser translates the words of one document.
type glosser struct {
	from    string
	by      Translator
	english *lexicon.Language
}

func (w *Word) unknown() bool {
	return !w.Known && !w.Cued && !w.Stop && !w.Used && w.Name == 0
}

func (g glosser) words(s *Sentence) {
	for i := range s.Words {
		if w := &s.Words[i]; w.unknown() && len(w.Text) > 2 {
			if g.from == hub {
				w.glosses = g.keys([]string{w.Text})
			} else {
				w.glosses = g.keys(g.by.Gloss(w.Text, g.from, hub))
			}
		}
	}
}

// runs looks for the longest words in the characters that nothing is known of.
func (g glosser) runs(s *Sentence) {
	for i := 0; i < len(s.Words); i++ {
		text, found := "", 0
		for n := 0; n < maxRunGlossed && i+n < len(s.Words); n++ {
			w := &s.Words[i+n]
			if !s.strange(i+n) || n > 0 && !w.Token.Inside {
				break
			}
			text += w.Text
			if len([]rune(text)) < 2 {
				continue
			}
			if keys := g.keys(g.by.Gloss(text, g.from, hub)); len(keys) > 0 {
				s.Words[i].glosses, found = keys, n
			}
		}
		i += found
	}
}

// keys are the features of English terms: the concept that a term names, or the
// stem of its one word.
func (g glosser) keys(terms []string) []gloss {
	var out []gloss
	for _, t := range terms[:min(len(terms), maxGlosses)] {
		t = strings.TrimPrefix(t, "to ")
		var tokens []lexicon.Token
		for _, w := range g.english.Words(t) {
			tokens = append(tokens, lexicon.Token{Lexeme: g.english.Lexeme(w)})
		}
		for _, key := range g.term(tokens) {
			if !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
}

func (g glosser) term(tokens []lexicon.Token) []gloss {
	var out []gloss
	for _, h := range g.english.Matcher().Concepts(nil, tokens) {
		if h.End-h.Start == len(tokens) {
			out = append(out, gloss{TopicChannel, lexicon.Concepts()[h.Concept].Key})
		}
	}
	if len(out) == 0 && len(tokens) == 1 {
		out = append(out, gloss{GlossChannel, tokens[0].Stem})
	}
	return out
}
