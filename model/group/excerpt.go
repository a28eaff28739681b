package group

import (
	"slices"
)

// A text is an excerpt of another, and no voice of its own, where the other holds
// so much of its shingles; less is asked of texts that credit one agency. Of a
// text with fewer than leastShingles, or where fewer than leastSeen can be looked
// at, nothing can be said.
const (
	excerptShare  = 0.6
	agencyShare   = 0.3
	leastShingles = 12
	leastSeen     = 6
)

// maxCompared is how many voices of a group are compared with each other.
const maxCompared = 100

// oneVoice joins the voices of a group of which one is an excerpt of the other.
// The voices and the documents of each are in the order of arrival.
func oneVoice(all []*Signature, voices [][]int) [][]int {
	n := min(len(voices), maxCompared)
	if n < 2 {
		return voices
	}
	into := make([]int, len(voices)) // the first voice that each belongs to
	for i := range voices {
		into[i] = i
		for j := 0; j < min(i, n) && i < n && into[i] == i; j++ {
			if into[j] == j && excerpt(all[voices[i][0]], all[voices[j][0]]) {
				into[i] = j
			}
		}
	}
	var out [][]int
	at := make([]int, len(voices))
	for i, v := range voices {
		if into[i] == i {
			at[i] = len(out)
			out = append(out, slices.Clone(v))
			continue
		}
		out[at[into[i]]] = append(out[at[into[i]]], v...)
	}
	return out
}

// excerpt reports whether the shorter of two texts stands in the longer.
func excerpt(a, b *Signature) bool {
	if a.Article.Language != b.Article.Language {
		return false
	}
	need := excerptShare
	if slices.ContainsFunc(a.Article.Agencies, func(s string) bool { return slices.Contains(b.Article.Agencies, s) }) {
		need = agencyShare
	}
	share, ok := a.sketch.within(b.sketch)
	return ok && share >= need
}
