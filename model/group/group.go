package group

import (
	"cmp"
	"slices"

	"parallax/model"
	"parallax/model/claim"
)

// Group is the articles of one event, as indices into the documents given.
type Group struct {
	Members []int
	Why     []string // why they are together, a sentence a reason
}

// An article joins an event where its score is joinScore: the mean likeness of
// names and topic, as a multiple of what reports of one event have at the least,
// which is more within one language, where words count too. Neither names nor
// topic alone will do, as either is the trap: same people, other day; same kind
// of accident, other town.
const (
	joinScore   = 1.0
	acrossScore = 0.13
	withinScore = 0.20
	leastName   = 0.015
	leastTopic  = 0.05
)

// maxPosting is how many clusters a term may stand in and still bring an article
// to them: what is more common tells events apart from nothing.
const maxPosting = 64

// maxCandidates is how many clusters an article is compared with, those first
// that share the weightiest terms with it.
const maxCandidates = 24

// Events groups the documents.
func Events(docs []*claim.Document) []Group {
	s := &stream{docs: docs, vectors: vectors(docs), postings: map[uint64][]int32{}}
	for _, i := range arrival(docs) {
		s.place(i)
	}
	s.mergeAll()
	return s.groups()
}

// arrival orders documents by date, undated ones last, and by content where dates
// are the same, so that the order in which they are given does not matter.
func arrival(docs []*claim.Document) []int {
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := docs[a].Article, docs[b].Article
		return cmp.Or(cmp.Compare(sortKey(x), sortKey(y)), cmp.Compare(x.Text, y.Text))
	})
	return order
}

// stream is the state of grouping: the clusters so far and the terms that lead
// to them.
type stream struct {
	docs     []*claim.Document
	vectors  []vector
	clusters []*cluster // nil where merged away
	postings map[uint64][]int32
}

// cluster is an event in the making.
type cluster struct {
	members   []int
	sum       vector
	languages map[string]int // how many members each has
	dates     []model.Date   // those of the members, each once
}

func (s *stream) single(i int) *cluster {
	a := s.docs[i].Article
	return &cluster{members: []int{i}, sum: s.vectors[i], languages: map[string]int{a.Language: 1}, dates: []model.Date{a.Date}}
}

func (c *cluster) absorb(d *cluster) {
	c.members = append(c.members, d.members...)
	c.sum = c.sum.add(d.sum)
	for l, n := range d.languages {
		c.languages[l] += n
	}
	for _, date := range d.dates {
		if !slices.Contains(c.dates, date) {
			c.dates = append(c.dates, date)
		}
	}
}

// place puts an article into the cluster it is most like, or a new one.
func (s *stream) place(i int) {
	one := s.single(i)
	best := s.best(one, -1)
	if best < 0 {
		best = len(s.clusters)
		s.clusters = append(s.clusters, one)
	} else {
		s.clusters[best].absorb(one)
	}
	s.post(s.vectors[i], best)
}

// post notes which terms lead to a cluster.
func (s *stream) post(v vector, c int) {
	for _, t := range v {
		if p := s.postings[t.key]; t.channel != topicChannel && len(p) <= maxPosting && !slices.Contains(p, int32(c)) {
			s.postings[t.key] = append(p, int32(c))
		}
	}
}

// best is the cluster, but not the one named, that c is most like; -1 where none
// is like enough.
func (s *stream) best(c *cluster, not int) int {
	best, top := -1, joinScore
	for _, d := range s.candidates(c, not) {
		if v := score(c, s.clusters[d]); v > top {
			best, top = d, v
		}
	}
	return best
}

// candidates lists the clusters that share rare terms with c, those with the
// most shared weight first.
func (s *stream) candidates(c *cluster, not int) []int {
	weight := map[int]float32{}
	for _, t := range c.sum {
		if p := s.postings[t.key]; t.channel != topicChannel && len(p) <= maxPosting {
			for _, d := range p {
				if int(d) != not && s.clusters[d] != nil {
					weight[int(d)] += t.weight
				}
			}
		}
	}
	out := make([]int, 0, len(weight))
	for d := range weight {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), maxCandidates)]
}

// score is the mean likeness of all pairs of articles of two clusters, so that
// one edge never chains two events together, and how well their dates fit.
func score(c, d *cluster) float64 {
	fit := fitting(c.dates, d.dates)
	if fit == 0 {
		return 0
	}
	dot := c.sum.dot(d.sum)
	pairs := float64(len(c.members) * len(d.members))
	name, topic := dot[nameChannel]/pairs, dot[topicChannel]/pairs
	if name < leastName || topic < leastTopic {
		return 0
	}
	across := (name + topic) / 2 / acrossScore
	same := samePairs(c.languages, d.languages)
	if same == 0 {
		return fit * across
	}
	within := (name + topic + dot[wordChannel]/same) / 3 / withinScore
	return fit * (within*same + across*(pairs-same)) / pairs
}

// samePairs counts the pairs of one language.
func samePairs(a, b map[string]int) float64 {
	n := 0
	for l, k := range a {
		n += k * b[l]
	}
	return float64(n)
}

// fitting is how well the dates of two clusters fit one event: 0 where any two
// do not, else the best.
func fitting(a, b []model.Date) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			n := near(x, y)
			if n == 0 {
				return 0
			}
			best = max(best, n)
		}
	}
	return best
}

// mergeAll joins clusters that are alike, until none are.
func (s *stream) mergeAll() {
	for changed := true; changed; {
		changed = false
		for c := range s.clusters {
			if s.clusters[c] == nil {
				continue
			}
			if d := s.best(s.clusters[c], c); d >= 0 {
				s.post(s.clusters[d].sum, c)
				s.clusters[c].absorb(s.clusters[d])
				s.clusters[d] = nil
				changed = true
			}
		}
	}
}

func (s *stream) groups() []Group {
	var out []Group
	for _, c := range s.clusters {
		if c != nil {
			slices.Sort(c.members)
			out = append(out, Group{Members: c.members, Why: reasons(s.docs, c.members)})
		}
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) })
	return out
}
