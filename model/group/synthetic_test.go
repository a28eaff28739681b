package group

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// synthetic makes documents of invented events in several languages, without the
// cost of reading text: each event has names, concepts and a day of its own, and
// each report of it says most of them among others.
func synthetic(articles, sentences int) (docs []*claim.Document, gold []int) {
	for d, event := range invented(articles, sentences) {
		docs, gold = append(docs, d), append(gold, event)
	}
	return docs, gold
}

// invented hands on the documents of synthetic one by one.
func invented(articles, sentences int) iter.Seq2[*claim.Document, int] {
	rnd := rand.New(rand.NewPCG(1, 2))
	languages := []string{"en", "de", "id", "fr", "es", "ru"}
	concepts := len(lexicon.Concepts())
	return func(yield func(*claim.Document, int) bool) {
		n := 0
		for event := 0; n < articles; event++ {
			names, topics := make([]string, 4), make([]lexicon.ConceptID, 8)
			for i := range names {
				names[i] = syllables(rnd.IntN(20000 * (i + 1)))
			}
			for i := range topics {
				topics[i] = lexicon.ConceptID(rnd.IntN(concepts))
			}
			day := model.Date{Year: 2020, Month: 1, Day: 1}.AddDays(event * 365 * 12 / max(1, articles))
			for range min(1+rnd.IntN(12), articles-n) {
				l := languages[rnd.IntN(len(languages))]
				a := &model.Article{ID: fmt.Sprint(n), Language: l, Date: day.AddDays(rnd.IntN(2)), Title: "t", Text: fmt.Sprint("t", n)}
				d := &claim.Document{Article: a, Language: lexicon.Of(l)}
				for s := range sentences {
					d.Sentences = append(d.Sentences, sentence(rnd, s, names, topics, concepts))
				}
				if n++; !yield(d, event) {
					return
				}
			}
		}
	}
}

func sentence(rnd *rand.Rand, index int, names []string, topics []lexicon.ConceptID, concepts int) claim.Sentence {
	s := claim.Sentence{Index: index, Paragraph: index / 3, Headline: index == 0, Clauses: 1}
	for range 12 {
		w := syllables(rnd.IntN(1000 + rnd.IntN(30000)))
		s.Words = append(s.Words, claim.Word{Text: w, Token: lexicon.Token{Lexeme: &lexicon.Lexeme{Fold: w, Stem: w}}, Known: true})
	}
	for i := range 2 {
		n := names[rnd.IntN(len(names))]
		s.Names = append(s.Names, claim.Name{From: i, To: i + 1, Keys: []string{claim.Skeleton(n)}})
		s.Words[i].Text, s.Words[i].Upper, s.Words[i].Name = n, true, i+1
	}
	for i := range 5 {
		c := topics[rnd.IntN(len(topics))]
		if i > 2 {
			c = lexicon.ConceptID(rnd.IntN(concepts))
		}
		s.Mentions = append(s.Mentions, claim.Mention{Concept: c, From: 2 + i, To: 3 + i, Weight: 1})
	}
	return s
}

// syllables spells a number as a word.
func syllables(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b []byte
	for range 4 {
		b = append(b, consonants[n%len(consonants)], vowels[n%len(vowels)])
		n /= len(consonants)
	}
	return string(b)
}
