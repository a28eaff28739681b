package conflict

import (
	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// complete is the pair of twins with the sentences beside them that complete their
// statement: one report may say in two sentences what the other says in one. It is
// nil where there are none.
func (p *pair) complete(docs []*claim.Document, ap align.Pair, best map[seat]nearestTo) *pair {
	if !p.twins {
		return nil
	}
	s := along(docs, ap.A, ap.B, best)
	t := along(docs, ap.B, ap.A, best)
	if s == nil && t == nil {
		return nil
	}
	whole := *p
	whole.different, whole.whole = nil, nil
	if s != nil {
		whole.s = s
	}
	if t != nil {
		whole.t = t
	}
	whole.relate()
	return &whole
}

// along is the sentence at ref joined with one beside it, in its paragraph, to which
// the very sentence other is the most alike as well; nil where there is none.
func along(docs []*claim.Document, ref, other align.Ref, best map[seat]nearestTo) *claim.Sentence {
	all := docs[ref.Document].Sentences
	s := &all[ref.Sentence]
	for _, i := range []int{ref.Sentence - 1, ref.Sentence + 1} {
		if i < 0 || i >= len(all) || all[i].Paragraph != s.Paragraph || all[i].Headline != s.Headline {
			continue
		}
		n, ok := best[seat{align.Ref{Document: ref.Document, Sentence: i}, other.Document}]
		switch {
		case !ok || n.sentence != other.Sentence:
		case i < ref.Sentence:
			return claim.Join(&all[i], s)
		default:
			return claim.Join(s, &all[i])
		}
	}
	return nil
}

// holding is the sentence of the report in which the span stands, s where it stands
// in none but that.
func holding(d *claim.Document, s *claim.Sentence, mark model.Span) *claim.Sentence {
	for i := range d.Sentences {
		if o := &d.Sentences[i]; o.Span.Start <= mark.Start && mark.End <= o.Span.End {
			return o
		}
	}
	return s
}
