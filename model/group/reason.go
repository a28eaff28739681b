package group

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/model"
)

// What reasons are read from, so that their cost does not grow with the event:
// so many of the reports, spread over all, and so many sentences of each. A
// reason lists at most maxListed things.
const (
	maxSampled = 12
	maxRead    = 60
	maxListed  = 3
)

// reasons says what the articles of a group have in common, but for their days,
// which [Settle] may add to.
func reasons(all []*Signature, g *Group, background *Background) []string {
	if len(g.Members) < 2 {
		return nil
	}
	some := sampled(all, g.Voices)
	var why []string
	if n, whole := sharedNames(some); len(n) > 0 {
		why = append(why, quantifier(len(g.Members), whole)+" name "+enumerate(n))
	}
	if t, whole := sharedTopics(some, background); len(t) > 0 {
		why = append(why, quantifier(len(g.Members), whole)+" speak of "+enumerate(t))
	}
	if c := copies(g); c != "" {
		why = append(why, c)
	}
	return why
}

// sampled takes the first report of each voice, or of some spread over all.
func sampled(all []*Signature, voices [][]int) []*Signature {
	var out []*Signature
	n := min(len(voices), maxSampled)
	for i := range n {
		out = append(out, all[voices[i*len(voices)/n][0]])
	}
	if n == 1 && len(voices[0]) > 1 {
		out = append(out, all[voices[0][1]])
	}
	return out
}

func quantifier(members int, all bool) string {
	switch {
	case !all:
		return "most"
	case members == 2:
		return "both"
	}
	return "all"
}

// enumerate joins a list as people write it: "a, b and c".
func enumerate(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// mostHeld lists the keys that at least two of so many holders and most of them
// have, the weightiest first.
func mostHeld(count map[string]int, weight map[string]float64, holders int) []string {
	var keys []string
	for k, n := range count {
		if n > 1 && 2*n > holders {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(weight[b], weight[a]), cmp.Compare(a, b)) })
	return keys
}

// days says when the reports are of, as far as they say so.
func days(all []*Signature, members []int) string {
	var dates []model.Date
	full := 0
	for _, m := range members {
		d := all[m].Article.Date
		if d.Month != 0 && d.Day != 0 {
			dates = append(dates, model.Date{Year: d.Year, Month: d.Month, Day: d.Day})
		}
		if d.Full() {
			full++
		}
	}
	if full > 1 {
		dates = slices.DeleteFunc(dates, func(d model.Date) bool { return !d.Full() })
	}
	if len(dates) < 2 {
		return ""
	}
	slices.SortFunc(dates, compareDates)
	first, last := dates[0], dates[len(dates)-1]
	if first.Month == last.Month && first.Day == last.Day {
		if first.Year != last.Year { // as one of them is not known
			first.Year = 0
		}
		return "of the same day, " + inWords(first)
	}
	x, okX := first.Days()
	y, okY := last.Days()
	if !okX || !okY {
		return ""
	}
	if first.Year == last.Year {
		first.Year = 0
	}
	return fmt.Sprintf("within %d days, %s to %s", y-x+1, inWords(first), inWords(last))
}

func inWords(d model.Date) string {
	s := fmt.Sprintf("%d %s", d.Day, time.Month(d.Month))
	if d.Year != 0 {
		s += fmt.Sprintf(" %d", d.Year)
	}
	return s
}

// copies says how many of the members print the text of another.
func copies(g *Group) string {
	n := len(g.Members) - len(g.Voices)
	switch {
	case n == 0:
		return ""
	case len(g.Voices) == 1:
		return quantifier(len(g.Members), true) + " print the same text"
	}
	return fmt.Sprintf("%d of %d repeat the text of another", n, len(g.Members))
}
