package claim

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/lexicon"
)

// Meaning is a run of words of a text and what the lexicon has for it in another
// language, the best first.
type Meaning struct {
	Span  model.Span // bytes of the text
	Words []string
}

// Meanings lists the concepts, countries and known names of a text in one
// language with the words of another, in the order of the text; tags are BCP 47.
// What is written the same in both is left out.
func Meanings(text, from, to string) []Meaning {
	d := Read(&model.Article{Text: text, Language: from})
	var out []Meaning
	for i := range d.Sentences {
		s := &d.Sentences[i]
		at := func(from, to int, forms []lexicon.Form, tag string) {
			out = appendMeaning(out, text, model.Span{Start: s.Words[from].Span.Start, End: s.Words[to-1].Span.End}, forms, tag)
		}
		for _, m := range s.Mentions {
			at(m.From, m.To, lexicon.Forms(m.Concept), to)
		}
		for _, c := range slices.Concat(s.Countries, s.Peoples) {
			at(c.From, c.To, lexicon.TerritoryForms(c.Code), to)
		}
		for _, n := range s.Names {
			for _, key := range n.Keys {
				if key[0] == aliasMark {
					forms := lexicon.AliasForms(key[1:])
					at(n.From, n.To, forms[:min(1, len(forms))], "") // in Latin script, mostly as English has it
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Meaning) int { return a.Span.Start - b.Span.Start })
	return out
}

// appendMeaning adds the first form of a language, unless the text has one of the
// language's.
func appendMeaning(list []Meaning, text string, span model.Span, forms []lexicon.Form, tag string) []Meaning {
	forms = slices.DeleteFunc(forms, func(f lexicon.Form) bool { return f.Language != tag })
	if len(forms) == 0 || slices.ContainsFunc(forms, func(f lexicon.Form) bool { return strings.EqualFold(f.Text, span.Of(text)) }) {
		return list
	}
	at := slices.IndexFunc(list, func(m Meaning) bool { return m.Span == span })
	if at < 0 {
		at, list = len(list), append(list, Meaning{Span: span})
	}
	if !slices.Contains(list[at].Words, forms[0].Text) {
		list[at].Words = append(list[at].Words, forms[0].Text)
	}
	return list
}
