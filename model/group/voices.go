package group

import (
	"slices"

	"parallax/model/claim"
)

// Voices gathers the reports of one event by the text they print, as indices
// into the documents: copies of one report, and excerpts of it, are one voice.
// The voices stand in the order of their first members.
func Voices(docs []*claim.Document) [][]int {
	all := SignAll(docs)
	order := arrival(all)
	sorted := make([]*Signature, len(all))
	for i, o := range order {
		sorted[i] = all[o]
	}
	voices := oneVoice(sorted, fold(sorted, read(nil, nil)))
	for _, v := range voices {
		for i, m := range v {
			v[i] = order[m]
		}
		slices.Sort(v)
	}
	slices.SortFunc(voices, func(a, b []int) int { return a[0] - b[0] })
	return voices
}
