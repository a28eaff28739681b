package claim

import (
	"slices"

	"parallax/model/lexicon"
)

// Join reads two sentences of one paragraph as one: a translator may make two of
// what another report says in one. The second must follow the first. Spans stay as
// they are, and words count on. Who says it is not told.
func Join(s, t *Sentence) *Sentence {
	out := *s
	by, clauses, names := len(s.Words), s.Clauses, len(s.Names)
	out.Span.End, out.Clauses = t.Span.End, clauses+t.Clauses
	out.Speaker = Speaker{Name: -1}
	out.Times = slices.Concat(s.Times, t.Times)
	out.Words = slices.Concat(s.Words, t.Words)
	for i := range out.Words[by:] {
		w := &out.Words[by+i]
		w.Clause += clauses
		if w.Name != 0 {
			w.Name += names
		}
	}
	out.Mentions = joined(s.Mentions, t.Mentions, func(m *Mention) { m.From, m.To = m.From+by, m.To+by })
	out.Countries = joined(s.Countries, t.Countries, func(c *Country) { c.From, c.To = c.From+by, c.To+by })
	out.Peoples = joined(s.Peoples, t.Peoples, func(c *Country) { c.From, c.To = c.From+by, c.To+by })
	out.Names = joined(s.Names, t.Names, func(n *Name) {
		n.From, n.To = n.From+by, n.To+by
		if n.Title >= 0 {
			n.Title += by
		}
	})
	out.Quantities = joined(s.Quantities, t.Quantities, func(q *Quantity) { q.From, q.To, q.Clause = q.From+by, q.To+by, q.Clause+clauses })
	out.Figures = joined(s.Figures, t.Figures, func(f *Figure) { f.From, f.To = f.From+by, f.To+by })
	out.Quotes = joined(s.Quotes, t.Quotes, func(q *Quote) { q.From, q.To = q.From+by, q.To+by })
	move := func(h *lexicon.Hit) { h.Start, h.End = h.Start+by, h.End+by }
	out.cues, out.terms = joined(s.cues, t.cues, move), joined(s.terms, t.terms, move)
	return &out
}

// joined is both lists in a new one, in which move has changed what comes of the
// second.
func joined[T any](a, b []T, move func(*T)) []T {
	out := slices.Concat(a, b)
	for i := range out[len(a):] {
		move(&out[len(a)+i])
	}
	return out
}
