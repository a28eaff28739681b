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

// vector is what an article holds, sorted by key, of length 1 in each channel;
// or the sum of the vectors of several.
type vector []term

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
	var norm [channels]float64
	for _, t := range raw {
		if kept[t.channel] < maxTerms {
			kept[t.channel]++
			v = append(v, t)
			norm[t.channel] += float64(t.weight) * float64(t.weight)
		}
	}
	slices.SortFunc(v, func(a, b term) int { return cmp.Compare(a.key, b.key) })
	for i := range v {
		v[i].weight /= float32(math.Sqrt(norm[v[i].channel]))
	}
	return v
}

// dot is the product of two vectors in each channel: the cosine of two articles,
// and of two sums the sum of the cosines of all pairs.
func (v vector) dot(w vector) [channels]float64 {
	var out [channels]float64
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].key < w[j].key:
			i++
		case v[i].key > w[j].key:
			j++
		default:
			out[v[i].channel] += float64(v[i].weight) * float64(w[j].weight)
			i++
			j++
		}
	}
	return out
}

// add is the sum of two vectors.
func (v vector) add(w vector) vector {
	out := make(vector, 0, len(v)+len(w))
	i, j := 0, 0
	for i < len(v) && j < len(w) {
		switch {
		case v[i].key < w[j].key:
			out = append(out, v[i])
			i++
		case v[i].key > w[j].key:
			out = append(out, w[j])
			j++
		default:
			t := v[i]
			t.weight += w[j].weight
			out = append(out, t)
			i++
			j++
		}
	}
	out = append(out, v[i:]...)
	return append(out, w[j:]...)
}
