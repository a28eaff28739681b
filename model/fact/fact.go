package fact

import (
	"slices"

	"parallax/model"
	"parallax/model/claim"
)

// Question is what a fact answers.
type Question string

// The questions, in the order in which people are shown them.
const (
	What    Question = "what"
	HowMany Question = "how many"
	When    Question = "when"
	Where   Question = "where"
	Who     Question = "who"
	SaidBy  Question = "said by"
	Why     Question = "why"
)

// Stance is what a report makes of a fact.
type Stance string

// The stances.
const (
	Silent  Stance = "silent"      // says nothing on it
	Asserts Stance = "asserts"     // gives the value that stands first
	Differs Stance = "other value" // gives a value that cannot be true with it
	Denies  Stance = "denies"
	Unclear Stance = "unclear" // speaks of it; what it makes of it cannot be told
)

// Cell is what one report makes of a fact.
type Cell struct {
	Stance  Stance
	Span    model.Span // the words that tell it; empty where it is silent
	Passage model.Span // the sentence in which they stand
}

// Fact is one thing that reports of an event say, deny or tell otherwise.
type Fact struct {
	Question Question
	Row      int    // of Comparison.Rows, the first that holds it
	Dispute  string // "" where nothing is in dispute
	Kind     model.Kind
	Strength model.Strength
	Lead     int    // the report whose passage stands for the fact
	Cells    []Cell // one an article, in the order of Comparison.Articles
	Said     int    // independent voices that assert it
	Against  int    // independent voices that deny it or give another value
}

// Matrix is the facts of an event, those of most disagreement first.
type Matrix struct {
	Facts  []Fact
	Voices []int // the voice of each article, counted from 0
}

// VoiceCount is how many independent voices there are.
func (m *Matrix) VoiceCount() int {
	if len(m.Voices) == 0 {
		return 0
	}
	return slices.Max(m.Voices) + 1
}

// reading is a comparison with what its sentences say.
type reading struct {
	*model.Comparison
	docs   []*claim.Document
	voices []int
	column map[string]int // article ID → its place
}

// Of is the facts of a comparison. The documents are those of its articles, in
// their order. Conflicts that are only possible count where possible is set.
func Of(c *model.Comparison, docs []*claim.Document, possible bool) Matrix {
	r := &reading{Comparison: c, docs: docs, voices: voices(docs), column: map[string]int{}}
	for i, a := range c.Articles {
		r.column[a.ID] = i
	}
	facts, d := r.disputed(possible)
	facts = append(facts, r.aligned(d)...)
	for i := range facts {
		r.count(&facts[i])
	}
	slices.SortStableFunc(facts, byDisagreement)
	return Matrix{Facts: facts, Voices: r.voices}
}

// count counts independent voices. A voice that is heard on both sides counts
// on both.
func (r *reading) count(f *Fact) {
	said, against := map[int]bool{}, map[int]bool{}
	for a, c := range f.Cells {
		switch c.Stance {
		case Asserts:
			said[r.voices[a]] = true
		case Differs, Denies:
			against[r.voices[a]] = true
		}
	}
	f.Said, f.Against = len(said), len(against)
}

// sentence is the sentence of an article that holds a span, or nil.
func (r *reading) sentence(article int, at model.Span) *claim.Sentence {
	sentences := r.docs[article].Sentences
	i, _ := slices.BinarySearchFunc(sentences, at.Start, func(s claim.Sentence, start int) int { return s.Span.End - start - 1 })
	if i < len(sentences) && sentences[i].Span.Overlaps(model.Span{Start: at.Start, End: max(at.End, at.Start+1)}) {
		return &sentences[i]
	}
	return nil
}
