package group

import (
	"cmp"
	"slices"
)

// What leads from an article to those that may report the same event where there
// are too many to hold in memory: the terms that it is kept under, and those that
// it is looked up by.
const (
	MaxTraces  = 20
	MaxLookups = 32
	// BlockDays is the length of the blocks of days that traces are kept in: an
	// article is of one event with those of its own block and of both beside it.
	BlockDays = 16
)

// Trace is a term that an article is found by, and how much it says.
type Trace struct {
	Term   uint32
	Weight float32
}

// Traces lists the terms that an article is found by, at most so many, those
// first that say most.
func (b *Background) Traces(s *Signature, most int) []Trace {
	all := make([]Trace, 0, len(s.keys))
	for i, k := range s.keys {
		of := sort(k & (1<<sortBits - 1))
		if of >= headName {
			continue // stands among the terms of the body as well
		}
		w := float64(s.weights[i]) * weightStep * b.rarity(k)
		if of == wordTerm {
			w *= wordTrace
		}
		all = append(all, Trace{k, float32(w)})
	}
	slices.SortFunc(all, func(a, b Trace) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Term, b.Term)) })
	return all[:min(most, len(all))]
}

// wordTrace is what the words of one language count among traces, as they lead to
// reports of that language alone.
const wordTrace = 0.7

// Prospect is an article as it is compared with one other.
type Prospect struct{ alone *cluster }

// Prospect weighs the terms of an article.
func (b *Background) Prospect(s *Signature) Prospect {
	p := b.portrait(s, nil)
	return Prospect{single(0, &p, s.Article)}
}

// doubt is how much under the model's threshold two articles may lie, the clusters
// of which may yet be of one event.
const doubt = 2

// May is how likely two articles are of one event, by the model; ok is false where
// even what else reports their events can hardly make them so.
func (p Prospect) May(q Prospect) (score float64, ok bool) {
	s := scoreOf(p.alone, q.alone)
	return s, s > -doubt
}

func scoreOf(c, d *cluster) float64 { return score(fitted(), c, d, c.sum.times(d.sum)) }

// Gather makes one group of all articles given, and says why they are together.
func Gather(all []*Signature, o Options) Group {
	s := streamOf(all, o)
	c := &cluster{voices: make([]int, len(s.voices))}
	for i := range s.voices {
		c.voices[i] = i
	}
	return s.group(all, c, o.Decisions)
}

// EventID is the ID of the event of articles: made of the least of their IDs, so
// that it stays while later reports join.
func EventID(articles []string) string { return identify(articles) }

// Older orders two articles as the reports of an event stand.
func Older(a, b *Signature) int {
	return cmp.Or(cmp.Compare(sortKey(a.Article), sortKey(b.Article)), cmp.Compare(a.number, b.number))
}
