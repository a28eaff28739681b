package group

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/model"
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

// sort is the kind of a term: its channel and, in the head, what it would be in
// the body, which says how rare such a thing is at least.
type sort uint32

const (
	nameTerm sort = iota
	topicTerm
	figureTerm
	wordTerm
	headName
	headTopic
	headFigure
	sorts
)

var sortChannel = [sorts]int{nameChannel, topicChannel, figureChannel, wordChannel, headChannel, headChannel, headChannel}

var sortKind = [sorts]claim.Channel{
	claim.NameChannel, claim.TopicChannel, claim.NumberChannel, claim.StemChannel,
	claim.NameChannel, claim.TopicChannel, claim.NumberChannel,
}

func sortOf(kind claim.Channel) sort {
	switch kind {
	case claim.NameChannel:
		return nameTerm
	case claim.StemChannel:
		return wordTerm
	case claim.TopicChannel:
		return topicTerm
	}
	return figureTerm
}

// maxTerms caps what is kept of an article in each channel, what it says most and
// first, so that cost and memory do not grow with its length.
var maxTerms = [channels]int{nameChannel: 40, topicChannel: 40, figureChannel: 16, wordChannel: 28, headChannel: 28}

// maxAll is how many terms are kept of an article in all.
const maxAll = 40 + 40 + 16 + 28 + 28

// maxSentences is how many sentences of an article are read for grouping.
const maxSentences = 300

// headlineWeight is how much more a headline says of what an article is about
// than a sentence of its body, and leadWeight a sentence of the first paragraph.
const (
	headlineWeight = 2.5
	leadWeight     = 1.5
)

// Signature is what grouping keeps of an article: all that it needs to compare it
// with others, so that neither its text nor its sentences need be at hand.
type Signature struct {
	Article *model.Article // of which the text is not used

	keys    []uint32 // of the terms, sorted: a hash, with the sort in the low bits
	weights []uint8  // of the terms, in steps of weightStep, rarity not weighed in
	names   string   // the likeliest to stand in a reason, each before its spelling and both after their lengths
	sketch  sketch
	number  uint64 // of ID and text, the same in every run
	length  uint16 // how many terms were read
	named   bool   // it holds names that capitals show, not just words that may be
}

const (
	sortBits   = 3
	weightStep = 1.0 / 32
)

// Sign makes the signature of a document, read or skimmed, which it does not keep.
func Sign(d *claim.Document) *Signature {
	r := reader{language: d.Article.Language}
	s := &Signature{Article: d.Article, sketch: sketchOf(d), number: mix(mix(fnvOffset, d.Article.ID), "\x00"+d.Article.Text)}
	for i := range d.Sentences[:min(len(d.Sentences), maxSentences)] {
		r.read(d, &d.Sentences[i])
		s.named = s.named || len(d.Sentences[i].Names) > 0
	}
	terms := r.counted()
	s.length = uint16(min(len(terms), math.MaxUint16))
	terms = foremost(terms)
	s.keys, s.weights = make([]uint32, len(terms)), make([]uint8, len(terms))
	for i, t := range terms {
		s.keys[i], s.weights[i] = t.key, uint8(min(t.weight/weightStep+0.5, math.MaxUint8))
	}
	s.names = namesOf(d)
	return s
}

// term is one thing an article holds: a hash with its sort in the low bits, and
// how much it weighs.
type term struct {
	key    uint32
	weight float32
}

func (t term) channel() int { return channelOf(t.key) }

func byKey(a, b term) int { return cmp.Compare(a.key, b.key) }

// packedTerm is a term as one number: they sort by key, of one key the weightiest
// first. No weight is below 0.
type packedTerm uint64

func pack(t term) packedTerm {
	return packedTerm(t.key)<<32 | packedTerm(^math.Float32bits(t.weight))
}

func (p packedTerm) term() term {
	return term{uint32(p >> 32), math.Float32frombits(^uint32(p))}
}

func weightiest(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), byKey(a, b)) }

// reader gathers the terms of a document.
type reader struct {
	language string
	here     []packedTerm // of one sentence, a term as often as it is met
	all      []term       // of all sentences, each once a sentence
}

func (r *reader) read(d *claim.Document, s *claim.Sentence) {
	w, top := float32(1), s.Headline || s.Paragraph <= 1
	switch {
	case s.Headline:
		w = headlineWeight
	case top:
		w = leadWeight
	}
	r.here = r.here[:0]
	claim.EachFeature(d, s, func(kind claim.Channel, name string, weight float64) {
		of := sortOf(kind)
		hash := mix((fnvOffset^uint64(kind))*fnvPrime, name)
		if of == wordTerm {
			hash = mix(hash, r.language)
		}
		key := uint32(hash^hash>>32)&^(1<<sortBits-1) | uint32(of)
		r.here = append(r.here, pack(term{key, float32(weight) * w}))
	})
	slices.Sort(r.here)
	for i, packed := range r.here {
		t := packed.term()
		if i > 0 && r.here[i-1].term().key == t.key {
			continue // the weightiest mention came first
		}
		r.all = append(r.all, t)
		if of := sort(t.key & (1<<sortBits - 1)); top && of != wordTerm {
			r.all = append(r.all, term{t.key + uint32(headName), t.weight})
		}
	}
}

// counted adds up the terms of one key and dampens what is said often.
func (r *reader) counted() []term {
	slices.SortFunc(r.all, byKey)
	n := 0
	for i, t := range r.all {
		if n > 0 && r.all[n-1].key == t.key {
			r.all[n-1].weight += t.weight
			continue
		}
		r.all[n] = r.all[i]
		n++
	}
	for i := range r.all[:n] {
		r.all[i].weight = float32(1 + math.Log1p(float64(r.all[i].weight)))
	}
	return r.all[:n]
}

// foremost keeps the weightiest terms of each channel.
func foremost(terms []term) []term {
	var held [channels]int
	for _, t := range terms {
		held[t.channel()]++
	}
	for ch, n := range held {
		if n > maxTerms[ch] {
			slices.SortFunc(terms, weightiest)
			var kept [channels]int
			terms = slices.DeleteFunc(terms, func(t term) bool {
				c := t.channel()
				kept[c]++
				return kept[c] > maxTerms[c]
			})
			slices.SortFunc(terms, byKey)
			break
		}
	}
	return terms
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

// termKey is the key of a term of the body.
func termKey(kind claim.Channel, name string) uint32 {
	hash := mix((fnvOffset^uint64(kind))*fnvPrime, name)
	return uint32(hash^hash>>32)&^(1<<sortBits-1) | uint32(sortOf(kind))
}

// weight is the weight of a term in a signature, 0 where it does not hold it.
func (s *Signature) weight(key uint32) float64 {
	i, ok := slices.BinarySearch(s.keys, key)
	if !ok {
		return 0
	}
	return float64(s.weights[i]) * weightStep
}

// The names kept of an article, those that it says most.
const (
	maxNames = 12
	maxName  = 60 // bytes of the longest
)

// namesOf lists the names that a document says most: the skeletons of a name's
// words, then its spelling.
func namesOf(d *claim.Document) string {
	type held struct {
		form, text string
		n          int
	}
	var all []held
	at := map[string]int{}
	for i := range d.Sentences[:min(len(d.Sentences), maxRead)] {
		for _, n := range d.Sentences[i].Names {
			text := n.Span.Of(d.Article.Text)
			if len(n.Keys) == 0 || len(text) > maxName || utf8.RuneCountInString(text) < 3 {
				continue
			}
			k, ok := at[text]
			if !ok {
				k = len(all)
				at[text] = k
				all = append(all, held{strings.Join(n.Keys, " "), strings.Join(strings.Fields(text), " "), 0})
			}
			all[k].n++
		}
	}
	slices.SortStableFunc(all, func(a, b held) int { return cmp.Compare(b.n, a.n) })
	var out []byte
	for _, h := range all[:min(len(all), maxNames)] {
		out = packString(packString(out, h.form), h.text)
	}
	return string(out)
}

// eachName calls f with the names kept of an article.
func (s *Signature) eachName(f func(form, text string)) {
	for rest := s.names; rest != ""; {
		var form, text string
		form, rest, _ = unpackString(rest)
		text, rest, _ = unpackString(rest)
		f(form, text)
	}
}
