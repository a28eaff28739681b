package group

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"parallax/model/claim"
)

// The channels are kept apart: names, topic (concepts, numbers, dates), and the
// words of one language. Same event means that names and topic both agree.
const (
	nameChannel = iota
	topicChannel
	wordChannel
	channels
)

// term is one thing an article holds.
type term struct {
	key     uint64 // hash of the feature, and of the language for a word
	weight  float32
	channel uint8
	kind    claim.Channel
}

// vector is what an article holds, sorted by key.
type vector struct {
	terms []term
	norm  [channels]float32
}

// headlineWeight is how much more a headline says of what an article is about
// than a sentence of its body, and leadWeight a sentence of the first paragraph.
const (
	headlineWeight = 2.5
	leadWeight     = 1.5
)

// maxTerms caps what is kept of an article in each channel, the weightiest, so
// that cost and memory do not grow with its length.
const maxTerms = 80

// vectors makes a vector of each document, weighed by how rare each term is
// among them all.
func vectors(docs []*claim.Document) []vector {
	raw := make([][]term, len(docs))
	df := map[uint64]int32{}
	for i, d := range docs {
		raw[i] = terms(d)
		for _, t := range raw[i] {
			df[t.key]++
		}
	}
	out := make([]vector, len(docs))
	for i := range raw {
		out[i] = weigh(raw[i], df, len(docs))
	}
	return out
}

// terms counts the features of a document, a term a feature.
func terms(d *claim.Document) []term {
	sums := map[string]float64{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		w := 1.0
		switch {
		case s.Headline:
			w = headlineWeight
		case s.Paragraph <= 1:
			w = leadWeight
		}
		for _, f := range claim.Features(d, s) {
			sums[f.Key] += f.Weight * w
		}
	}
	out := make([]term, 0, len(sums))
	for key, sum := range sums {
		out = append(out, newTerm(key, d.Article.Language, sum))
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.key, b.key) })
	return out
}

func newTerm(key, language string, sum float64) term {
	h := fnv.New64a()
	h.Write([]byte(key))
	t := term{weight: float32(1 + math.Log1p(sum)), channel: topicChannel, kind: claim.Channel(key[0])}
	switch t.kind {
	case claim.NameChannel:
		t.channel = nameChannel
	case claim.StemChannel:
		t.channel = wordChannel
		h.Write([]byte(language))
	}
	t.key = h.Sum64()
	return t
}

// weigh multiplies by rarity, keeps the weightiest terms and sums up the norms.
func weigh(raw []term, df map[uint64]int32, total int) vector {
	for i := range raw {
		raw[i].weight *= float32(claim.Rarity(raw[i].kind, int(df[raw[i].key]), total))
	}
	slices.SortFunc(raw, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key)) })
	var v vector
	var kept [channels]int
	for _, t := range raw {
		if kept[t.channel] < maxTerms {
			kept[t.channel]++
			v.terms = append(v.terms, t)
			v.norm[t.channel] += t.weight * t.weight
		}
	}
	slices.SortFunc(v.terms, func(a, b term) int { return cmp.Compare(a.key, b.key) })
	for c := range v.norm {
		v.norm[c] = float32(math.Sqrt(float64(v.norm[c])))
	}
	return v
}

// likeness is the cosine of two vectors in each channel.
func (v *vector) likeness(w *vector) [channels]float64 {
	var dot [channels]float32
	for i, j := 0, 0; i < len(v.terms) && j < len(w.terms); {
		switch {
		case v.terms[i].key < w.terms[j].key:
			i++
		case v.terms[i].key > w.terms[j].key:
			j++
		default:
			dot[v.terms[i].channel] += v.terms[i].weight * w.terms[j].weight
			i++
			j++
		}
	}
	var out [channels]float64
	for c := range out {
		if n := v.norm[c] * w.norm[c]; n > 0 {
			out[c] = float64(dot[c] / n)
		}
	}
	return out
}
