package conflict

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed wordings.txt
var wordingData string

//go:embed values.txt
var valueData string

// wordings maps concepts to what stands for those between which translators
// choose; values those that say well or ill of a thing to which they do.
var (
	wordings = sync.OnceValue(func() map[lexicon.ConceptID]string { return lexicon.ConceptLabels(wordingData, ":") })
	values   = sync.OnceValue(func() map[lexicon.ConceptID]string { return lexicon.ConceptLabels(valueData, ":") })
)

// saying is a quotation of a report.
type saying struct {
	*reading
	claim.Quote
	parts   []int // of the reading, inside the quotation
	denials int
}

// sayingsOf lists the quotations of a report that say enough to be compared.
func sayingsOf(d *claim.Document) []saying {
	var out []saying
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Quotes) == 0 {
			continue
		}
		r := newReading(d, s)
		for _, q := range s.Quotes {
			x := saying{reading: r, Quote: q}
			for j, p := range r.parts {
				if q.From <= p.From && p.To <= q.To {
					x.parts = append(x.parts, j)
				}
			}
			for _, n := range r.denials {
				if q.From <= n.From && n.To <= q.To && !n.Soft {
					x.denials++
				}
			}
			if len(x.parts) >= leastCommon {
				out = append(out, x)
			}
		}
	}
	return out
}

// part is the n-th part of a quotation.
func (x *saying) part(n int) *claim.Part { return &x.reading.parts[x.parts[n]] }

// negated reports whether the n-th part is denied.
func (x *saying) negated(n int) bool {
	return slices.ContainsFunc(x.s.Mentions, func(m claim.Mention) bool { return m.From == x.part(n).From && m.State.Negated })
}

// voice is who speaks, and whether anybody is known to.
func (x *saying) voice() (claim.Name, bool) {
	if !x.Speaker.Known() {
		return claim.Name{}, false
	}
	n := x.d.Sentences[x.Speaker.Index].Names[x.Speaker.Name]
	return n, len(n.Keys) > 0
}

// surelySaid reports whether a word of saying gives the quotation to somebody, and
// could to nobody else.
func (x *saying) surelySaid() bool {
	return x.named() && (x.Speaker.Role || x.Speaker.Sure && x.Speaker.Alone && x.Speaker.Index == x.s.Index)
}

// carried reports whether a pronoun gives the quotation to the only one just spoken of.
func (x *saying) carried() bool {
	return x.named() && x.Speaker.Alone && x.Speaker.Index < x.s.Index
}

// named reports whether the name of the speaker tells them from others.
func (x *saying) named() bool {
	v, ok := x.voice()
	return ok && slices.ContainsFunc(v.Keys, func(k string) bool { return len(k) > 1 }) && !initials(words(x.d, v.Span))
}

// surelyTwo reports whether it is sure who says both, and where a pronoun says who
// says one, the other sentence has the name itself.
func (m *match) surelyTwo() bool {
	return m.x.surelySaid() && (m.y.surelySaid() || m.y.carried()) || m.x.carried() && m.y.surelySaid()
}

// initials reports whether a name is written in capitals, as those of bodies are.
func initials(name string) bool {
	return strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// match is what two quotations have in common: for each part of the first the
// part of the second that says the same, or -1.
type match struct {
	x, y *saying
	to   []int
	both int
}

func matchSayings(x, y *saying) match {
	m := match{x, y, make([]int, len(x.parts)), 0}
	taken := make([]bool, len(y.parts))
	for i := range x.parts {
		m.to[i] = -1
		for j := range y.parts {
			if !taken[j] && sameWording(x.part(i), y.part(j), x.d.Language == y.d.Language) {
				m.to[i], taken[j] = j, true
				m.both++
				break
			}
		}
	}
	return m
}

func sameWording(p, q *claim.Part, oneLanguage bool) bool {
	if samePart(p, q, oneLanguage) {
		return true
	}
	for _, c := range p.Concepts {
		for _, d := range q.Concepts {
			if w := wordings()[c]; w != "" && w == wordings()[d] {
				return true
			}
		}
	}
	return false
}

// share is what both say, of the mean of both.
func (m *match) share() float64 {
	return 2 * float64(m.both) / float64(len(m.x.parts)+len(m.y.parts))
}

// The shares of two quotations that must be common for them to be one statement:
// of one speaker, and of two.
const (
	oneVoice = 0.4
	twoVoice = 0.5
)

// How sure it is that one statement of two speakers, and other words of one, clash.
const (
	voiceScore = 0.7
	wordsScore = 0.68
)

// spoken compares what two reports quote: one statement given to two speakers, or
// one speaker's words given differently.
func spoken(r *reports) []wholeFinding {
	if len(r.a.Sentences) < loneTexts || len(r.b.Sentences) < loneTexts {
		return nil
	}
	var out []wholeFinding
	xs, ys := sayingsOf(r.a), sayingsOf(r.b)
	for i := range xs {
		for j := range ys {
			m := matchSayings(&xs[i], &ys[j])
			v, known := m.x.voice()
			w, alsoKnown := m.y.voice()
			switch same := known && alsoKnown && (shareKey(v, w) || nearNames(v, w)); {
			case same:
				out = append(out, m.otherWords()...)
			case m.surelyTwo() && r.distinct(v, w):
				out = append(out, m.otherVoice(v, w)...)
			}
		}
	}
	return out
}

// distinct reports whether two names are surely of two speakers.
func (r *reports) distinct(v, w claim.Name) bool {
	if isPlace(r.a, v) || isPlace(r.b, w) || !attested(r.a, v) || !attested(r.b, w) {
		return false
	}
	return !nearNames(v, w) && !(r.a.Language != r.b.Language && (ofWords(r.a, v) || ofWords(r.b, w)))
}

// ofWords reports whether a name is made of words of the language, which others
// translate: "Red Cross", "somebody else".
func ofWords(d *claim.Document, n claim.Name) bool {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !s.Span.Overlaps(n.Span) {
			continue
		}
		for w := n.From; w < n.To; w++ {
			if !s.Words[w].Known && !s.Words[w].Stop {
				return false
			}
		}
		return true
	}
	return false
}

// leastSounds is how many sounds names have at the least that only one sound parts,
// and breath the one that some scripts write for an h and others do not.
const (
	leastSounds = 3
	breath      = "k"
)

// nearNames reports whether two names may be one that two scripts spell, but for a
// sound at their beginning.
func nearNames(v, w claim.Name) bool {
	for _, k := range v.Keys {
		for _, l := range w.Keys {
			if k == breath+l || l == breath+k || min(len(k), len(l)) >= leastSounds && (claim.SameKey(k[1:], l) || claim.SameKey(k, l[1:]) || k[1:] == l[1:]) {
				return true
			}
		}
	}
	return false
}

// otherVoice finds that both quotations are one statement, of two speakers.
func (m *match) otherVoice(v, w claim.Name) []wholeFinding {
	if m.both < leastCommon || m.share() < twoVoice || !m.x.states() || !m.y.states() || names(m.y.s, v) || names(m.x.s, w) {
		return nil
	}
	why := fmt.Sprintf("the same words of %s (%s) and of %s (%s)", words(m.x.d, v.Span), outlet(m.x.d), words(m.y.d, w.Span), outlet(m.y.d))
	return []wholeFinding{m.finding(model.Attribution, voiceScore, why, m.mark(m.x, v), m.mark(m.y, w))}
}

// states reports whether a quotation is a statement: something happens or is so.
func (x *saying) states() bool {
	all := lexicon.Concepts()
	return len(x.parts) > leastCommon || slices.ContainsFunc(x.parts, func(n int) bool {
		return slices.ContainsFunc(x.reading.parts[n].Concepts, func(c lexicon.ConceptID) bool { return happening(all[c]) })
	})
}

// mark is the name where the sentence has it, else the quotation.
func (m *match) mark(x *saying, n claim.Name) model.Span {
	if x.Speaker.Index == x.s.Index {
		return n.Span
	}
	return x.Span
}

func (m *match) finding(kind model.Kind, score float64, why string, a, b model.Span) wholeFinding {
	return wholeFinding{finding{kind, score, why, a, b}, m.x.s.Index, m.y.s.Index}
}

// otherWords finds what turns one speaker's words round: what one denies and the
// other affirms, or a word for its opposite.
func (m *match) otherWords() []wholeFinding {
	i, j, ok := m.turned()
	if !ok {
		i, j, ok = m.opposed()
	}
	if !ok {
		return nil
	}
	x, y := m.x.part(i), m.y.part(j)
	a, b := span(m.x.s, x.From, x.To), span(m.y.s, y.From, y.To)
	why := fmt.Sprintf("one quotation, other words: “%s” (%s) against “%s” (%s)", words(m.x.d, a), outlet(m.x.d), words(m.y.d, b), outlet(m.y.d))
	return []wholeFinding{m.finding(model.Quote, wordsScore, why, a, b)}
}

// briefSaying is how many parts a quotation has at the most whose one denial the
// other cannot have in other words.
const briefSaying = 8

// turned is a part that one quotation denies and the other affirms: where only one
// of them denies anything, or where what each denies the other affirms.
func (m *match) turned() (i, j int, ok bool) {
	if m.both < leastCommon || m.share() < oneVoice || m.x.d.Language != m.y.d.Language && m.share() < twoVoice {
		return 0, 0, false
	}
	denied, affirmed := -1, -1
	for i, j := range m.to {
		switch {
		case j < 0 || m.x.negated(i) == m.y.negated(j):
		case m.x.negated(i):
			denied = i
		default:
			affirmed = i
		}
	}
	switch {
	case denied >= 0 && affirmed >= 0:
		return denied, m.to[denied], true
	case max(len(m.x.parts), len(m.y.parts)) > briefSaying:
	case m.x.denials == 1 && m.y.denials == 0 && denied >= 0 && softDenials(m.x.reading, m.y.reading) == 0:
		return denied, m.to[denied], true
	case m.x.denials == 0 && m.y.denials == 1 && affirmed >= 0 && softDenials(m.y.reading, m.x.reading) == 0:
		return affirmed, m.to[affirmed], true
	}
	return 0, 0, false
}

// opposed is a part for which the other quotation, which else says the same, has
// its opposite.
func (m *match) opposed() (i, j int, ok bool) {
	rest := len(m.x.parts) + len(m.y.parts) - 2
	if m.both == 0 || m.x.denials != m.y.denials || 2*m.both < rest/2 {
		return 0, 0, false
	}
	for i, to := range m.to {
		if to >= 0 {
			continue
		}
		for j := range m.y.parts {
			if !slices.Contains(m.to, j) && opposites(m.x.part(i), m.y.part(j)) && m.beside(i, j) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// beside reports whether the parts next to two parts, on either side, say the same.
func (m *match) beside(i, j int) bool {
	for _, a := range []int{i - 1, i + 1} {
		for _, b := range []int{j - 1, j + 1} {
			if a >= 0 && a < len(m.to) && b >= 0 && m.to[a] == b {
				return true
			}
		}
	}
	return false
}

// opposites reports whether all that one part may mean excludes something that the
// other may mean, or the one says well and the other ill of a thing.
func opposites(p, q *claim.Part) bool {
	for _, c := range p.Concepts {
		for _, d := range q.Concepts {
			v, w := values()[c], values()[d]
			if lexicon.Excludes(c, d) && !claim.Light(c) && !claim.Light(d) || v != "" && w != "" && v != w {
				return true
			}
		}
	}
	return false
}
