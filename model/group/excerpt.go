package group

import (
	"slices"

	"parallax/model/claim"
)

// A text is an excerpt of another, and no voice of its own, where the other holds
// so much of its shingles; less is asked of texts that credit one agency. Of a
// text with fewer shingles than leastShingles nothing can be said.
const (
	excerptShare  = 0.6
	agencyShare   = 0.3
	leastShingles = 12
)

// maxCompared is how many voices of a group are compared with each other.
const maxCompared = 100

// oneVoice joins the voices of a group of which one is an excerpt of the other.
// The voices and the documents of each are in the order of arrival.
func oneVoice(docs []*claim.Document, voices [][]int) [][]int {
	n := min(len(voices), maxCompared)
	if n < 2 {
		return voices
	}
	texts := make([]sketch, n)
	for i := range n {
		texts[i] = shingles(docs[voices[i][0]])
	}
	into := make([]int, len(voices)) // the first voice that each belongs to
	for i := range voices {
		into[i] = i
		for j := 0; j < min(i, n) && i < n && into[i] == i; j++ {
			if into[j] == j && excerpt(docs[voices[i][0]], docs[voices[j][0]], texts[i], texts[j]) {
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
func excerpt(a, b *claim.Document, x, y sketch) bool {
	short := min(len(x), len(y))
	if a.Article.Language != b.Article.Language || short < leastShingles {
		return false
	}
	need := excerptShare
	if slices.ContainsFunc(a.Article.Agencies, func(s string) bool { return slices.Contains(b.Article.Agencies, s) }) {
		need = agencyShare
	}
	return float64(x.shared(y)) >= need*float64(short)
}

// shared counts what two sorted lists have in common.
func (s sketch) shared(t sketch) int {
	n := 0
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i] < t[j]:
			i++
		case s[i] > t[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
