package group

import (
	"cmp"
	"context"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/parallel"
)

// Group is the articles of one event, as indices into the signatures given.
type Group struct {
	Members []int    // sorted
	Voices  [][]int  // the members by the text they print: copies of one report are one voice
	Why     []string // why they are together, a sentence a reason
}

// Options says how articles are grouped. The zero value is ready to use.
type Options struct {
	// Decisions are the reader's, oldest first: a later one beats those before it
	// that it cannot be reconciled with. Those on articles that are not there say
	// nothing.
	Decisions []model.Decision
	// Background is what rarity is counted in; nil is the articles themselves.
	Background *Background
}

// Events groups articles. The groups stand in the order of their first members.
// The error is that of ctx.
func Events(ctx context.Context, all []*Signature, o Options) ([]Group, error) {
	return events(ctx, all, o, fitted())
}

// SignAll makes the signatures of documents, on all cores.
func SignAll(docs []*claim.Document) []*Signature {
	out := make([]*Signature, len(docs))
	parallel.Each(len(docs), func(i int) { out[i] = Sign(docs[i]) })
	return out
}

func events(ctx context.Context, all []*Signature, o Options, w *weights) ([]Group, error) {
	s := streamOf(all, o)
	clusters, err := mergeAll(ctx, singles(s.sorted, s.voices, s.background, s.word), w)
	if err != nil {
		return nil, err
	}
	clusters = s.word.join(clusters, s.sorted, s.voices)
	for _, c := range clusters {
		c.sum = vector{} // only the voices count from here on
	}
	out := make([]Group, len(clusters))
	parallel.Each(len(out), func(i int) { out[i] = s.group(all, clusters[i], o.Decisions) })
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) })
	return out, ctx.Err()
}

// stream is articles in the order of arrival, with what their grouping starts from.
type stream struct {
	sorted     []*Signature
	order      []int // the index of each of sorted as given
	background *Background
	word       *word
	voices     [][]int
}

func streamOf(all []*Signature, o Options) *stream {
	s := &stream{sorted: make([]*Signature, len(all)), order: arrival(all), background: o.Background}
	for i, k := range s.order {
		s.sorted[i] = all[k]
	}
	if s.background == nil {
		s.background = backgroundOf(s.sorted)
	}
	s.word = read(o.Decisions, s.sorted)
	s.voices = fold(s.sorted, s.word)
	return s
}

// group is a cluster of voices as a group of articles as given, with its reasons.
func (s *stream) group(all []*Signature, c *cluster, decisions []model.Decision) Group {
	g := collect(s.sorted, c, s.voices, s.order)
	g.Why = append(reasons(all, &g, s.background), byReader(decisions, all, g.Members)...)
	return g
}

// singles makes a cluster of each voice.
func singles(sorted []*Signature, voices [][]int, background *Background, word *word) []*cluster {
	out, pages, met := make([]*cluster, len(voices)), postsOf(sorted), shared(sorted)
	all, numbers, places := make([]cluster, len(voices)), make([]int, len(voices)), newPlaces()
	for i, v := range voices {
		out[i], numbers[i] = &all[i], i
		out[i].voices = numbers[i : i+1 : i+1]
		places.put(out[i], sorted[v[0]].Article)
	}
	parallel.Each(len(voices), func(i int) {
		s := sorted[voices[i][0]]
		p := background.portrait(s, met)
		out[i].begin(&p)
		out[i].barred = word.bars[s]
		if page := pageOf(s.Article); pages[page] > 1 && pages[page] <= maxPosts {
			out[i].pages = []count{{page, 1}}
		}
	})
	return out
}

// maxPosts is how many articles a page of posts holds at the most; a source of
// more is a file of records.
const maxPosts = 40

// pageOf names the page that an article would be a post of: its source, as far
// as one outlet prints it.
func pageOf(a *model.Article) string { return a.Source + "\x00" + a.Outlet }

// postsOf counts the articles of each page.
func postsOf(all []*Signature) map[string]int {
	out := map[string]int{}
	for _, s := range all {
		if s.Article.Source != "" {
			out[pageOf(s.Article)]++
		}
	}
	return out
}

// collect makes the group of a cluster of voices of articles that stand in the
// order of arrival.
func collect(sorted []*Signature, c *cluster, voices [][]int, order []int) Group {
	var g Group
	heard := make([][]int, len(c.voices))
	for i, v := range c.voices {
		heard[i] = voices[v]
	}
	for _, v := range oneVoice(sorted, heard) {
		voice := make([]int, len(v))
		for k, m := range v {
			voice[k] = order[m]
		}
		slices.Sort(voice)
		g.Voices = append(g.Voices, voice)
		g.Members = append(g.Members, voice...)
	}
	slices.Sort(g.Members)
	return g
}

// arrival orders articles by date, undated ones last, and by content where dates
// are the same, so that the order in which they are given does not matter.
func arrival(all []*Signature) []int {
	order, keys := make([]int, len(all)), make([]string, len(all))
	for i, s := range all {
		order[i], keys[i] = i, sortKey(s.Article)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(all[a].number, all[b].number))
	})
	return order
}
