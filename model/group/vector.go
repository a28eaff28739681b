package group

import (
	"cmp"
	"math"
	"slices"

	"parallax/model/claim"
)

// The channels are kept apart: names, topic (concepts), figures (numbers and
// dates), the words of one language, and what headline and lead say of any of
// these. Same event means that names and topic both agree.
const (
	nameChannel = iota
	topicChannel
	figureChannel
	wordChannel
	headChannel
	channels
)

// maxTerms caps what is kept of an article in each channel, the weightiest, so
// that cost and memory do not grow with its length.
var maxTerms = [channels]int{nameChannel: 48, topicChannel: 64, figureChannel: 24, wordChannel: 64, headChannel: 32}

// maxSentences is how many sentences of an article are read for grouping.
const maxSentences = 300

// headlineWeight is how much more a headline says of what an article is about
// than a sentence of its body, and leadWeight a sentence of the first paragraph.
const (
	headlineWeight = 2.5
	leadWeight     = 1.5
)

// term is one thing an article holds: its number in the vocabulary with the
// channel in the low bits, and how much it weighs.
type term struct {
	key    uint32
	weight float32
}

const channelBits = 3

func (t term) channel() int { return int(t.key & (1<<channelBits - 1)) }

// vector is what an article holds, sorted by key, of length 1 in each channel;
// or the sum of the vectors of several.
type vector []term

// portrait is what grouping keeps of an article.
type portrait struct {
	terms  vector
	length int            // how many terms were read
	has    [channels]bool // it holds something in the channel
	named  bool           // it holds names that capitals show, not just words that may be
}

// chunk is how many articles are read at once before their terms are numbered.
const chunk = 1024

// portraits makes the portrait of each document, its terms weighed by how rare
// each is among them all. A term that one document alone holds is left out, as
// it can match nothing, but counts in the length of the vector.
func portraits(docs []*claim.Document) ([]portrait, *vocabulary) {
	words := &vocabulary{documents: len(docs), numbers: map[uint64]uint32{}}
	terms := make([]vector, len(docs))
	raw := make([][]feature, chunk)
	for from := 0; from < len(docs); from += chunk {
		part := docs[from:min(from+chunk, len(docs))]
		each(len(part), func(i int) { raw[i] = features(part[i]) })
		for i := range part {
			terms[from+i] = words.number(raw[i])
		}
	}
	out := make([]portrait, len(docs))
	each(len(docs), func(i int) {
		out[i] = words.weigh(terms[i])
		out[i].named = named(docs[i])
		terms[i] = nil
	})
	return out, words
}

func named(d *claim.Document) bool {
	return slices.ContainsFunc(d.Sentences, func(s claim.Sentence) bool { return len(s.Names) > 0 })
}

// feature is a term before it has a number.
type feature struct {
	hash    uint64
	weight  float32
	channel uint8
	kind    claim.Channel
}

// features counts what a document holds, each thing once, sorted.
func features(d *claim.Document) []feature {
	var all []feature
	for i := range d.Sentences[:min(len(d.Sentences), maxSentences)] {
		s := &d.Sentences[i]
		w, top := 1.0, s.Headline || s.Paragraph <= 1
		switch {
		case s.Headline:
			w = headlineWeight
		case top:
			w = leadWeight
		}
		for _, f := range claim.Features(d, s) {
			all = append(all, newFeature(f, d.Article.Language, w, channelOf(f.Channel())))
			if top && f.Shared() {
				all = append(all, newFeature(f, "", w, headChannel))
			}
		}
	}
	return counted(all)
}

// counted adds up the features of one hash and dampens what is said often.
func counted(all []feature) []feature {
	slices.SortFunc(all, func(a, b feature) int { return cmp.Compare(a.hash, b.hash) })
	n := 0
	for i := range all {
		if n > 0 && all[n-1].hash == all[i].hash {
			all[n-1].weight += all[i].weight
			continue
		}
		all[n] = all[i]
		n++
	}
	for i := range all[:n] {
		all[i].weight = float32(1 + math.Log1p(float64(all[i].weight)))
	}
	return all[:n]
}

func channelOf(kind claim.Channel) int {
	switch kind {
	case claim.NameChannel:
		return nameChannel
	case claim.StemChannel:
		return wordChannel
	case claim.TopicChannel:
		return topicChannel
	}
	return figureChannel
}

func newFeature(f claim.Feature, language string, weight float64, channel int) feature {
	h := mix((fnvOffset^uint64(channel))*fnvPrime, f.Key)
	if channel == wordChannel {
		h = mix(h, language)
	}
	return feature{hash: h, weight: float32(f.Weight * weight), channel: uint8(channel), kind: f.Channel()}
}

// The constants of the 64-bit FNV-1a hash.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func mix(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// vocabulary numbers the terms of a corpus and counts who holds them.
type vocabulary struct {
	documents int
	numbers   map[uint64]uint32
	holders   []int32
	kinds     []claim.Channel
}

// number gives each feature its number and counts the document as a holder.
func (v *vocabulary) number(fs []feature) vector {
	out := make(vector, len(fs))
	for i, f := range fs {
		n, ok := v.numbers[f.hash]
		if !ok {
			n = uint32(len(v.holders))
			v.numbers[f.hash] = n
			v.holders = append(v.holders, 0)
			v.kinds = append(v.kinds, f.kind)
		}
		v.holders[n]++
		out[i] = term{key: n<<channelBits | uint32(f.channel), weight: f.weight}
	}
	return out
}

// rarity is how much a feature says by how few documents hold it.
func (v *vocabulary) rarity(kind claim.Channel, name string) float64 {
	holders := 0
	f := newFeature(claim.Feature{Key: string(kind) + name}, "", 1, channelOf(kind))
	if n, ok := v.numbers[f.hash]; ok {
		holders = int(v.holders[n])
	}
	return claim.Rarity(kind, holders, v.documents)
}

// weigh multiplies by rarity, keeps the weightiest terms of each channel and
// makes the length of each channel 1.
func (v *vocabulary) weigh(counted vector) portrait {
	for i, t := range counted {
		n := t.key >> channelBits
		counted[i].weight *= float32(claim.Rarity(v.kinds[n], int(v.holders[n]), v.documents))
	}
	slices.SortFunc(counted, weightiest)
	p := portrait{length: len(counted)}
	var kept [channels]int
	var norm [channels]float64
	shared := 0
	for _, t := range counted {
		c := t.channel()
		if kept[c] == maxTerms[c] {
			continue
		}
		kept[c]++
		p.has[c] = true
		norm[c] += float64(t.weight) * float64(t.weight)
		if v.holders[t.key>>channelBits] > 1 {
			counted[shared] = t
			shared++
		}
	}
	p.terms = slices.Clone(counted[:shared])
	for i, t := range p.terms {
		p.terms[i].weight = float32(float64(t.weight) / math.Sqrt(norm[t.channel()]))
	}
	p.terms.sort()
	return p
}

func weightiest(a, b term) int {
	return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
}

func (v vector) sort() {
	slices.SortFunc(v, func(a, b term) int { return cmp.Compare(a.key, b.key) })
}

// product is what two vectors have in common.
type product struct {
	dot  [channels]float64 // the cosine of two articles, or the sum of those of all pairs
	peak float64           // the part of dot that the weightiest name they share makes
}

func (v vector) times(w vector) product {
	var out product
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].key < w[j].key:
			i++
		case v[i].key > w[j].key:
			j++
		default:
			c, p := v[i].channel(), float64(v[i].weight)*float64(w[j].weight)
			out.dot[c] += p
			if c == nameChannel {
				out.peak = max(out.peak, p)
			}
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
			out = append(out, term{v[i].key, v[i].weight + w[j].weight})
			i++
			j++
		}
	}
	out = append(out, v[i:]...)
	return append(out, w[j:]...)
}

// top is the n weightiest terms of a vector, the weightiest first.
func (v vector) top(n int) []term {
	all := slices.Clone(v)
	slices.SortFunc(all, weightiest)
	return all[:min(n, len(all))]
}
