package fact

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/group"
)

// voices numbers the independent voices among reports: those that print one
// text are one, and so are those that rest on one news agency, whatever their
// language. To count too few is the safer mistake.
func voices(docs []*claim.Document) []int {
	heard := group.Voices(docs)
	into := make([]int, len(heard))
	for i := range heard {
		into[i] = i
		for j := range i {
			if into[j] == j && oneSource(docs, heard[i], heard[j]) {
				into[i] = j
				break
			}
		}
	}
	number, next := make([]int, len(heard)), 0
	out := make([]int, len(docs))
	for i, v := range heard {
		if into[i] == i {
			number[i] = next
			next++
		}
		for _, m := range v {
			out[m] = number[into[i]]
		}
	}
	return out
}

// oneSource reports whether a report of each voice rests on one agency.
func oneSource(docs []*claim.Document, v, w []int) bool {
	return slices.ContainsFunc(v, func(i int) bool {
		return slices.ContainsFunc(w, func(j int) bool { return oneAgency(docs[i].Article, docs[j].Article) })
	})
}

func oneAgency(a, b *model.Article) bool {
	for _, s := range sources(a) {
		for _, t := range sources(b) {
			if strings.EqualFold(s, t) && (len(a.Agencies) > 0 || len(b.Agencies) > 0) {
				return true
			}
		}
	}
	return false
}

// sources are the names under which the words of an article may have been first
// printed: the agencies that it credits, and its outlet.
func sources(a *model.Article) []string {
	if a.Outlet == "" {
		return a.Agencies
	}
	return append(slices.Clone(a.Agencies), a.Outlet)
}
