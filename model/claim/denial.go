package claim

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"parallax/model/lexicon"
)

// Denial is one place where a sentence negates something: a "not", a "no", an
// ending that negates; what languages say twice in a clause is one.
type Denial struct {
	From, To int   // words of the cue, half open
	Clause   int   // of the cue
	Scope    []int // the parts it governs, the nearest first
	// Soft is set for words that deny without a "not": to refuse, to fail, without.
	Soft bool
	// Derived is set where a part of a word or of a form that means one thing denies:
	// "unbeaten", "powerless", "not guilty".
	Derived bool
	// Pending is set where it says "not yet".
	Pending bool
}

// Denials lists what the sentence negates, in order.
func (s *Sentence) Denials(lang *lexicon.Language, parts []Part) []Denial {
	var out []Denial
	cues := slices.Clone(s.cues)
	slices.SortStableFunc(cues, func(a, b lexicon.Hit) int { return a.Start - b.Start })
	for _, h := range cues {
		if h.Cue != lexicon.Negation && h.Cue != lexicon.Affix && h.Cue != lexicon.Pending || s.Words[h.Start].Used || s.numbering(h) {
			continue
		}
		d := Denial{From: h.Start, To: h.End, Clause: s.Words[h.Start].Clause, Pending: h.Cue == lexicon.Pending, Derived: s.isWord(h)}
		d.Soft = d.Derived || s.isVerb(h) || !s.negates(h, lang)
		if n := len(out) - 1; n >= 0 && out[n].turnedBy(&d) {
			out = out[:n] // "schließt das nicht aus"
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n].joins(&d, lang) {
			out[n].To = max(out[n].To, d.To)
			out[n].Soft, out[n].Derived = out[n].Soft && d.Soft, out[n].Derived && d.Derived
			continue
		}
		out = append(out, d)
	}
	for i := range out {
		if d := &out[i]; d.To == d.From+1 && lang.Expletive(s.Words[d.From].Token.Fold) {
			d.Soft, d.Derived = true, true
		}
	}
	for i := range s.Words {
		w := &s.Words[i]
		if !w.Stop && !w.Cued && !w.Used && w.Name == 0 && lang.Deprives(w.Token.Fold) {
			out = append(out, Denial{From: i, To: i + 1, Clause: w.Clause, Soft: true, Derived: true})
		}
	}
	for i := range out {
		out[i].Scope = s.governs(&out[i], lang, parts)
	}
	return out
}

// numbering reports whether a cue stands right before figures, as the "No" of
// "No. 1" does, or before a full stop at which the sentence was cut.
func (s *Sentence) numbering(h lexicon.Hit) bool {
	if h.Cue != lexicon.Negation || h.End-h.Start > 1 {
		return false
	}
	if h.End == len(s.Words) {
		return h.Start > 0 && s.Words[h.Start].Upper && !s.Words[h.Start-1].Upper
	}
	r, _ := utf8.DecodeRuneInString(s.Words[h.End].Text)
	return s.Words[h.Start].Upper && unicode.IsDigit(r)
}

// negates reports whether a cue turns its clause round.
func (s *Sentence) negates(h lexicon.Hit, lang *lexicon.Language) bool {
	if h.Cue == lexicon.Affix {
		return true
	}
	var folded []string
	for w := h.Start; w < h.End; w++ {
		if h.Gap && h.Start < w && w < h.End-1 {
			continue
		}
		folded = append(folded, s.Words[w].Token.Fold)
	}
	return lang.Negates(folded)
}

// turnedBy reports whether a "not" stands inside a denial in several words that is
// none by itself: both say yes.
func (d *Denial) turnedBy(e *Denial) bool { return d.Soft && !e.Soft && d.From < e.From && e.To < d.To }

// formReach is how many more words a form has at the most that holds a "not": one
// that has more is parted, with the "not" between.
const formReach = 2

// isWord reports whether the cue, or the "not" that ends it, is part of a longer form
// that means one thing: "not guilty" is innocent, and "still not enough" is a lack.
func (s *Sentence) isWord(h lexicon.Hit) bool {
	return slices.ContainsFunc(s.Mentions, func(m Mention) bool {
		from := max(h.Start, min(m.From, h.End-1))
		more := m.To - m.From - (h.End - from)
		return m.From <= from && h.End <= m.To && 0 < more && more <= formReach && !h.Gap && slices.Contains(predicates, lexicon.Concepts()[m.Concept].Class)
	})
}

// joins reports whether two cues are one denial: they overlap, or stand in one
// clause of a language that negates twice.
func (d *Denial) joins(e *Denial, lang *lexicon.Language) bool {
	return e.From < d.To || d.Clause == e.Clause && lang.Concord
}

// Of the parts around a denial, so many are what it governs.
const (
	scopeParts = 3
	sideParts  = 2
)

func (s *Sentence) governs(d *Denial, lang *lexicon.Language, parts []Part) []int {
	var own, before, after []int
	for i := range parts {
		t := &parts[i]
		switch {
		case s.Words[t.From].Clause != d.Clause:
		case t.From < d.To && t.To > d.From:
			if !s.Words[t.From].Cued || s.affixedAt(t.From) {
				own = append(own, i)
			}
		case t.To <= d.From:
			before = append(before, i)
		default:
			after = append(after, i)
		}
	}
	slices.Reverse(before)
	switch {
	case len(own) > 0:
		own = append(own, first(before, sideParts)...)
	case lang.VerbLast:
		own = append(append(own, first(after, sideParts)...), first(before, sideParts)...)
	case len(after) >= 1:
		own = append(own, first(after, scopeParts)...)
	}
	if len(own) < sideParts {
		own = append(own, first(before, sideParts)...)
	}
	return first(own, scopeParts)
}

func (s *Sentence) affixedAt(word int) bool {
	return slices.ContainsFunc(s.cues, func(h lexicon.Hit) bool { return h.Cue == lexicon.Affix && h.Start == word })
}

func first(list []int, n int) []int { return list[:min(len(list), n)] }
