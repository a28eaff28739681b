package conflict

import (
	"slices"

	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// pair is two sentences of different articles that may speak of the same
// happening.
type pair struct {
	a, b   *claim.Document
	s, t   *claim.Sentence
	twins  bool            // each is the most alike to the other
	alone  bool            // a passage, of which no report is known
	nearS  *claim.Sentence // of a, the most alike to t
	nearT  *claim.Sentence // of b, the most alike to s
	rival  float64         // how much more alike another sentence is to one of them, as a share
	margin float64         // how much less alike the next best is, as a share
	// support and dissent are the shares of the other reports that have one sentence
	// the most alike to both, and two.
	support, dissent float64
	witnesses        []witness // of that one sentence each
	reports          int       // of the event

	alike  float64         // align.Pair.Score
	mass   float64         // align.Pair.Mass
	whole  *pair           // with the sentences that complete it, nil where none do
	sure   float64         // how surely both speak of one happening, 0 to 1
	shared []shared        // concepts in common
	core   map[string]bool // keys of the concepts in common that both reports are about
	// different are the differences found that are no conflicts.
	different []model.Difference
	names     []string // skeletons of name words in common, sorted
}

// shared is a concept that both sentences mention.
type shared struct {
	concept lexicon.Concept
	i, j    int // mentions of s and t
}

// finding is a conflict before it has strength and identity.
type finding struct {
	kind         model.Kind
	score        float64 // how surely, 0 to 1
	why          string
	markA, markB model.Span
}

// halfSure is the weight of common features at which it is even that two
// sentences speak of one happening.
const halfSure = 8.0

// alikeEnough is the likeness below which long sentences may share much and still
// speak of different things.
const alikeEnough = 0.10

func newPair(a, b *claim.Document, ap align.Pair) *pair {
	s, t := &a.Sentences[ap.A.Sentence], &b.Sentences[ap.B.Sentence]
	p := &pair{a: a, b: b, s: s, t: t, alike: ap.Score, mass: ap.Mass}
	p.relate()
	return p
}

// relate notes what the two sentences have in common.
func (p *pair) relate() {
	s, t := p.s, p.t
	p.shared = nil
	all := lexicon.Concepts()
	for i, m := range s.Mentions {
		for j, n := range t.Mentions {
			if m.Concept == n.Concept {
				p.shared = append(p.shared, shared{all[m.Concept], i, j})
			}
		}
	}
	p.names = sharedNames(s, t)
	mass, alike := p.mass, min(1, p.alike/alikeEnough)
	if p.core = p.sharedCore(); len(p.core) > 0 {
		mass, alike = mass+coreMass, max(alike, coreAlike)
	}
	p.sure = mass / (mass + halfSure) * alike
}

// What it weighs that two sentences share what their reports are about, and how
// alike they then count at the least.
const (
	coreMass  = 6.0
	coreAlike = 0.8
)

// sharedCore lists the happenings of both sentences that one report has in its
// headline and the other keeps coming back to.
func (p *pair) sharedCore() map[string]bool {
	out := map[string]bool{}
	for _, sh := range p.shared {
		if happening(sh.concept) && (headlined(p.a, sh.concept.ID) && recurs(p.b, sh.concept.ID) || headlined(p.b, sh.concept.ID) && recurs(p.a, sh.concept.ID)) {
			out[sh.concept.Key] = true
		}
	}
	return out
}

func headlined(d *claim.Document, id lexicon.ConceptID) bool {
	return len(d.Sentences) > 0 && d.Sentences[0].Headline && mentions(&d.Sentences[0], id)
}

func recurs(d *claim.Document, id lexicon.ConceptID) bool {
	n := 0
	for i := range d.Sentences {
		if mentions(&d.Sentences[i], id) {
			n++
		}
	}
	return n > 1
}

func sharedNames(s, t *claim.Sentence) []string {
	keys := map[string]bool{}
	for _, n := range s.Names {
		for _, k := range n.Keys {
			keys[k] = true
		}
	}
	var out []string
	for _, n := range t.Names {
		for _, k := range n.Keys {
			if keys[k] {
				out = append(out, k)
				keys[k] = false
			}
		}
	}
	slices.Sort(out)
	return out
}

func (p *pair) outlets() (a, b string) { return outlet(p.a), outlet(p.b) }

func outlet(d *claim.Document) string {
	switch {
	case d.Article.Outlet != "":
		return d.Article.Outlet
	case d.Article.Title != "":
		return "“" + d.Article.Title + "”"
	}
	return d.Article.Source
}

// span covers words [from, to) of a sentence.
func span(s *claim.Sentence, from, to int) model.Span {
	return model.Span{Start: s.Words[from].Span.Start, End: s.Words[to-1].Span.End}
}

func mentionSpan(s *claim.Sentence, m int) model.Span {
	return span(s, s.Mentions[m].From, s.Mentions[m].To)
}

func words(d *claim.Document, s model.Span) string { return s.Of(d.Article.Text) }

// happening reports whether a concept is something that happens or is the case.
func happening(c lexicon.Concept) bool {
	return c.Class == lexicon.EventClass || c.Class == lexicon.StateClass
}

// content counts the shared concepts that are neither words of saying nor
// degrees, each once: what the two sentences have in common besides names.
func (p *pair) content() int {
	seen := map[lexicon.ConceptID]bool{}
	for _, sh := range p.shared {
		switch sh.concept.Class {
		case lexicon.SpeechClass, lexicon.DegreeClass, lexicon.LinkClass, lexicon.TimeClass, lexicon.MeasureClass:
		default:
			seen[sh.concept.ID] = true
		}
	}
	return len(seen)
}

// years reports whether the sentences name years, and none in common: one of
// them speaks of another time.
func (p *pair) otherYears() bool {
	a, b := years(p.s), years(p.t)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for y := range a {
		if b[y] {
			return false
		}
	}
	return true
}

func years(s *claim.Sentence) map[int]bool {
	out := map[int]bool{}
	for _, t := range s.Times {
		if t.Kind == timex.Absolute && t.Value.Year != 0 {
			out[t.Value.Year] = true
		}
	}
	return out
}
