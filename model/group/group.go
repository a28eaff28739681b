package group

import (
	"cmp"
	"slices"

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
	clusters [][]int // members; nil where merged away
	postings map[uint64][]int32
}

// place puts an article into the cluster it is most like, or a new one.
func (s *stream) place(i int) {
	best, score := -1, joinScore
	for _, c := range s.candidates([]int{i}, -1) {
		if v := s.mean([]int{i}, s.clusters[c]); v > score {
			best, score = c, v
		}
	}
	if best < 0 {
		best = len(s.clusters)
		s.clusters = append(s.clusters, nil)
	}
	s.clusters[best] = append(s.clusters[best], i)
	for _, t := range s.vectors[i].terms {
		if t.channel == topicChannel {
			continue
		}
		if p := s.postings[t.key]; !slices.Contains(p[max(0, len(p)-4):], int32(best)) {
			s.postings[t.key] = append(p, int32(best))
		}
	}
}

// candidates lists the clusters, but not the one named, that share rare terms
// with the articles, those with the most shared weight first.
func (s *stream) candidates(members []int, not int) []int {
	weight := map[int]float32{}
	for _, m := range members[:min(len(members), 8)] {
		for _, t := range s.vectors[m].terms {
			if p := s.postings[t.key]; t.channel != topicChannel && len(p) <= maxPosting {
				for _, c := range p {
					if int(c) != not && s.clusters[c] != nil {
						weight[int(c)] += t.weight
					}
				}
			}
		}
	}
	out := make([]int, 0, len(weight))
	for c := range weight {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), maxCandidates)]
}

// maxPairs caps how many articles of a cluster an article is compared with.
const maxPairs = 12

// mean is the likeness between two sets of articles, on the mean of all pairs, so
// that one edge never chains two events together; 0 where their dates forbid it.
func (s *stream) mean(a, b []int) float64 {
	sum, n := 0.0, 0
	for _, x := range a[:min(len(a), maxPairs)] {
		for _, y := range b[:min(len(b), maxPairs)] {
			nearness := near(s.docs[x].Article.Date, s.docs[y].Article.Date)
			if nearness == 0 {
				return 0
			}
			sum += nearness * s.score(x, y)
			n++
		}
	}
	return sum / float64(n)
}

// score makes one figure of the channels; names or topic alone are nothing.
func (s *stream) score(x, y int) float64 {
	l := s.vectors[x].likeness(&s.vectors[y])
	if l[nameChannel] < leastName || l[topicChannel] < leastTopic {
		return 0
	}
	if s.docs[x].Article.Language == s.docs[y].Article.Language {
		return (l[nameChannel] + l[topicChannel] + l[wordChannel]) / 3 / withinScore
	}
	return (l[nameChannel] + l[topicChannel]) / 2 / acrossScore
}

// mergeAll joins clusters that are alike on the mean, until none is.
func (s *stream) mergeAll() {
	for changed := true; changed; {
		changed = false
		for c := range s.clusters {
			if s.clusters[c] == nil {
				continue
			}
			best, score := -1, joinScore
			for _, d := range s.candidates(s.clusters[c], c) {
				if v := s.mean(s.clusters[c], s.clusters[d]); v > score {
					best, score = d, v
				}
			}
			if best >= 0 {
				s.merge(c, best)
				changed = true
			}
		}
	}
}

func (s *stream) merge(into, from int) {
	for _, m := range s.clusters[from] {
		for _, t := range s.vectors[m].terms {
			if t.channel != topicChannel && !slices.Contains(s.postings[t.key], int32(into)) && len(s.postings[t.key]) <= maxPosting {
				s.postings[t.key] = append(s.postings[t.key], int32(into))
			}
		}
	}
	s.clusters[into] = append(s.clusters[into], s.clusters[from]...)
	s.clusters[from] = nil
}

func (s *stream) groups() []Group {
	var out []Group
	for _, members := range s.clusters {
		if members != nil {
			slices.Sort(members)
			out = append(out, Group{Members: members, Why: reasons(s.docs, members)})
		}
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) })
	return out
}
