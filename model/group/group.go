package group

import (
	"cmp"
	"slices"

	"parallax/model"
	"parallax/model/claim"
)

// Group is the articles of one event, as indices into the documents given.
type Group struct {
	Members []int    // sorted
	Voices  [][]int  // the members by the text they print: copies of one report are one voice
	Why     []string // why they are together, a sentence a reason
}

// Events groups the documents. The groups stand in the order of their first
// members.
func Events(docs []*claim.Document) []Group {
	return events(docs, fitted())
}

func events(docs []*claim.Document, w *weights) []Group {
	order := arrival(docs)
	sorted := make([]*claim.Document, len(docs))
	for i, o := range order {
		sorted[i] = docs[o]
	}
	pictures, words := portraits(sorted)
	voices := fold(sorted)
	clusters := make([]*cluster, len(voices))
	pages := postsOf(sorted)
	for i, v := range voices {
		a := sorted[v[0]].Article
		clusters[i] = single(i, &pictures[v[0]], a)
		if page := pageOf(a); pages[page] > 1 && pages[page] <= maxPosts {
			clusters[i].pages = []count{{page, 1}}
		}
	}
	clusters = mergeAll(clusters, w)
	out := make([]Group, len(clusters))
	each(len(out), func(i int) {
		out[i] = collect(sorted, clusters[i], voices, order)
		out[i].Why = reasons(docs, &out[i], words)
	})
	slices.SortFunc(out, func(a, b Group) int { return cmp.Compare(a.Members[0], b.Members[0]) })
	return out
}

// maxPosts is how many articles a page of posts holds at the most; a source of
// more is a file of records.
const maxPosts = 40

// pageOf names the page that an article would be a post of: its source, as far
// as one outlet prints it.
func pageOf(a *model.Article) string { return a.Source + "\x00" + a.Outlet }

// postsOf counts the articles of each page.
func postsOf(docs []*claim.Document) map[string]int {
	out := map[string]int{}
	for _, d := range docs {
		if d.Article.Source != "" {
			out[pageOf(d.Article)]++
		}
	}
	return out
}

// collect makes the group of a cluster of voices of documents that stand in the
// order of arrival.
func collect(sorted []*claim.Document, c *cluster, voices [][]int, order []int) Group {
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

// arrival orders documents by date, undated ones last, and by content where dates
// are the same, so that the order in which they are given does not matter.
func arrival(docs []*claim.Document) []int {
	order, keys := make([]int, len(docs)), make([]string, len(docs))
	for i, d := range docs {
		order[i], keys[i] = i, sortKey(d.Article)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(docs[a].Article.Text, docs[b].Article.Text))
	})
	return order
}
