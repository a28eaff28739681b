package claim

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"parallax/model/lexicon"
	"parallax/model/lexicon/stem"
)

// Term is one thing that a text speaks of, in the words of every language: a
// text that holds any of them may speak of it too. A "*" at the end of a word
// stands for any ending.
type Term []string

// Terms lists what a document speaks of, for a search by words: its names,
// countries, numbers, concepts and the words that the lexicon does not know.
func Terms(d *Document) []Term {
	var out []Term
	seen := map[string]bool{}
	put := func(key string, words Term) {
		if !seen[key] && len(words) > 0 {
			seen[key] = true
			out = append(out, words)
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, n := range s.Names {
			put("k"+n.Span.Of(d.Article.Text), s.nameTerm(n))
		}
		for _, c := range s.Countries {
			put("@"+c.Code, wordsOf(lexicon.TerritoryForms(c.Code)))
		}
		for _, f := range s.Figures {
			put("n"+numberKey(f.Value), numberTerm(f.Value))
		}
		s.conceptTerms(put)
		s.wordTerms(d.Language, put)
	}
	return out
}

// nameTerm is the words of a name, and how others write it where that is known.
func (s *Sentence) nameTerm(n Name) Term {
	var t Term
	for _, k := range n.Keys {
		if k[0] == aliasMark {
			t = append(t, wordsOf(lexicon.AliasForms(k[1:]))...)
		}
	}
	for w := n.From; w < n.To; w++ {
		if text := s.Words[w].Text; len(t) == 0 && !s.hasCue(w, lexicon.Particle) && !s.hasCue(w, lexicon.Title) && len(text) > 2 {
			return append(t, run(s, w, n.To))
		}
	}
	return t
}

// run is the words [from, to) as they stand, side by side.
func run(s *Sentence, from, to int) string {
	var b strings.Builder
	for w := from; w < to; w++ {
		if w > from && !s.Words[w].Token.Inside {
			b.WriteByte(' ')
		}
		b.WriteString(s.Words[w].Text)
	}
	return b.String()
}

// numberTerm is how figures of the value are written; small ones, which stand
// everywhere, are no term.
func numberTerm(v float64) Term {
	if v <= smallNumber {
		return nil
	}
	plain := strconv.FormatFloat(v, 'f', -1, 64)
	t := Term{plain}
	if whole, _, fraction := strings.Cut(plain, "."); !fraction && len(whole) > 3 {
		var parts []string
		for ; len(whole) > 3; whole = whole[:len(whole)-3] {
			parts = append(parts, whole[len(whole)-3:])
		}
		slices.Reverse(parts)
		t = append(t, whole+" "+strings.Join(parts, " "))
	}
	return t
}

func (s *Sentence) conceptTerms(put func(string, Term)) {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		c := all[m.Concept]
		switch c.Class {
		case lexicon.SpeechClass, lexicon.MindClass, lexicon.DegreeClass, lexicon.LinkClass, lexicon.TimeClass, lexicon.MeasureClass:
			continue
		}
		if !Light(c.ID) {
			put("c"+c.Key, wordsOf(lexicon.Forms(c.ID)))
		}
	}
}

func (s *Sentence) wordTerms(lang *lexicon.Language, put func(string, Term)) {
	for i := range s.Words {
		w := &s.Words[i]
		if w.Known || w.Stop || w.Cued || w.Used || w.Name != 0 || !lang.Spaced || utf8.RuneCountInString(w.Text) < 3 {
			continue
		}
		put("w"+w.Token.Stem, wordsOf([]lexicon.Form{{Language: lang.Tag, Text: w.Text}}))
	}
}

// minOpen is how many characters a stem has at the least that may have any
// ending.
const minOpen = 4

// wordsOf are the forms as a search takes them: of single words the stem with any
// ending, where it is long enough to tell what it is of.
func wordsOf(forms []lexicon.Form) Term {
	var out Term
	for _, f := range forms {
		word := f.Text
		if !strings.Contains(word, " ") && f.Language != "" && lexicon.Of(f.Language).Spaced {
			folded := stem.Fold(f.Language, word)
			if root := stem.Word(f.Language, word); strings.HasPrefix(folded, root) && strings.HasPrefix(stem.Fold("", word), stem.Fold("", root)) && utf8.RuneCountInString(root) >= minOpen {
				word = root + "*"
			}
		}
		if !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}
