package model

import "strings"

// Work is what the reader has made of articles.
type Work struct {
	Judgements []Judgement // oldest first
	Notes      []Note      // oldest first
	Bookmarks  []string    // article IDs, oldest first
	Decisions  []Decision  // oldest first; of one pair there is one
}

// Passage is words of an article that the reader has pointed at. It is found
// again when the article has changed around it.
type Passage struct {
	Article       string // ID
	Span          Span   // where the words stood
	Words         string // Span.Of(article.Text); "" stands for the whole article
	Before, After string // what stood around them, some bytes
}

// around is how many bytes of text are kept on each side of a passage, to tell it
// from the same words elsewhere.
const around = 48

// PassageOf is a span of an article with its words.
func PassageOf(a *Article, s Span) Passage {
	p := Passage{Article: a.ID, Span: s, Words: s.Of(a.Text)}
	if p.Words != "" {
		p.Before = strings.ToValidUTF8(a.Text[max(s.Start-around, 0):s.Start], "")
		p.After = strings.ToValidUTF8(a.Text[s.End:min(s.End+around, len(a.Text))], "")
	}
	return p
}

// Find is where the words stand in a text: where most of what stood around them
// still does, and of such places the nearest. ok is false where they are gone.
func (p Passage) Find(text string) (s Span, ok bool) {
	if p.Words == "" {
		return Span{}, true
	}
	best := -1
	for from := 0; ; {
		i := strings.Index(text[from:], p.Words)
		if i < 0 {
			return s, ok
		}
		at := Span{from + i, from + i + len(p.Words)}
		fits := sharedEnd(text[:at.Start], p.Before) + sharedStart(text[at.End:], p.After)
		if fits > best || fits == best && distance(at.Start, p.Span.Start) < distance(s.Start, p.Span.Start) {
			s, ok, best = at, true, fits
		}
		from = at.End
	}
}

// sharedStart is the number of bytes with which both strings start.
func sharedStart(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// sharedEnd is the number of bytes with which both strings end.
func sharedEnd(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func distance(a, b int) int { return max(a, b) - min(a, b) }

// Note is what the reader has written about a passage.
type Note struct {
	ID      string // stays while the text changes
	Passage Passage
	Text    string
}

// Decision is the reader's word on whether two articles report one event. It
// beats what grouping finds.
type Decision struct {
	A, B     string // article IDs, A before B
	Together bool   // else apart
}

// Together decides that two articles report one event.
func Together(a, b string) Decision { return Decision{min(a, b), max(a, b), true} }

// Apart decides that two articles report different events.
func Apart(a, b string) Decision { return Decision{min(a, b), max(a, b), false} }
