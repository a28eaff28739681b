package conflict

import (
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// distance is how far from a place by name something happened.
type distance struct {
	from  claim.Name
	how   *claim.Quantity // nil where the sentence says only that it was near
	span  model.Span
	other bool // the sentence names another place that it was near
}

// distances lists how far from where a sentence says that things happened:
// "7 km off Rawai", "near Rawai".
func distances(d *claim.Document, s *claim.Sentence) []distance {
	var out []distance
	for _, n := range s.Names {
		if len(n.Keys) == 0 {
			continue
		}
		if q := lengthBefore(d, s, n); q != nil {
			out = append(out, distance{from: n, how: q, span: model.Span{Start: q.Span.Start, End: n.Span.End}})
		} else if cuedBefore(d, s, n.From, lexicon.Near) {
			out = append(out, distance{from: n, span: n.Span})
		}
	}
	for i := range out {
		for j := range out {
			out[i].other = out[i].other || i != j && out[j].how == nil
		}
	}
	return out
}

// farFrom is how many words from a length the place stands from which it counts.
const farFrom = 6

// tooShort is the length in metres up to which it is no distance between places,
// but a height or a depth.
const tooShort = 500

// lengthBefore is the length that stands shortly before a name, no other name
// between.
func lengthBefore(d *claim.Document, s *claim.Sentence, n claim.Name) *claim.Quantity {
	for i := range s.Quantities {
		q := &s.Quantities[i]
		if q.Unit.Dimension != "length" || q.Unit.Base(q.Value) < tooShort || q.To > n.From || n.From-q.To > farFrom*d.Language.Reach() {
			continue
		}
		between := false
		for _, m := range s.Names {
			between = between || m.From >= q.To && m.To <= n.From
		}
		if !between {
			return q
		}
	}
	return nil
}

// notNear is the distance in metres from which on a place is not near another.
const notNear = 20_000

// The scores of two distances from one place, and of a distance and "near".
const (
	otherDistanceScore = 0.75
	notNearScore       = 0.65
)

// faraway compares how far from one and the same place something happened.
func (r *reports) faraway(x, y located) (p, q model.Span, score float64) {
	for _, m := range distances(r.a, &r.a.Sentences[x.sentence]) {
		for _, n := range distances(r.b, &r.b.Sentences[y.sentence]) {
			if !shareKey(m.from, n.from) {
				continue
			}
			switch {
			case m.how != nil && n.how != nil && !compatible(m.how, n.how):
				return m.span, n.span, otherDistanceScore
			case m.how == nil && n.how != nil && isFar(n), n.how == nil && m.how != nil && isFar(m):
				return m.span, n.span, notNearScore
			}
		}
	}
	return p, q, 0
}

func isFar(d distance) bool {
	lo, _ := interval(d.how)
	return lo >= notNear && d.other
}
