package group

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

// maxReasons is how many names or topics a reason lists.
const maxReasons = 4

// reasons says what the articles of a group have in common.
func reasons(docs []*claim.Document, members []int) []string {
	if len(members) < 2 {
		return nil
	}
	var why []string
	if n := common(docs, members, names); len(n) > 0 {
		why = append(why, "they name "+strings.Join(n, ", "))
	}
	if c := common(docs, members, topics); len(c) > 0 {
		why = append(why, "they speak of "+strings.Join(c, ", "))
	}
	if d := dateRange(docs, members); d != "" {
		why = append(why, d)
	}
	return why
}

// names lists the words of the names in a document by skeleton.
func names(d *claim.Document) map[string]string {
	out := map[string]string{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, n := range s.Names {
			for w := n.From; w < n.To; w++ {
				if k := claim.Skeleton(s.Words[w].Text); len(k) > 2 {
					if old, ok := out[k]; !ok || better(s.Words[w].Text, old) {
						out[k] = s.Words[w].Text
					}
				}
			}
		}
	}
	return out
}

// topics lists the happenings and things that a document speaks of.
func topics(d *claim.Document) map[string]string {
	out := map[string]string{}
	all := lexicon.Concepts()
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			switch c := all[m.Concept]; c.Class {
			case lexicon.EventClass, lexicon.ThingClass, lexicon.GroupClass, lexicon.AbstractClass:
				out[c.Key] = strings.ReplaceAll(c.Key, "-", " ")
			}
		}
	}
	return out
}

// better prefers spellings in ASCII, then the first in order.
func better(a, b string) bool {
	x, y := isASCII(a), isASCII(b)
	if x != y {
		return x
	}
	return a < b
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f }) < 0
}

// common lists what most of the members hold, the most common first.
func common(docs []*claim.Document, members []int, of func(*claim.Document) map[string]string) []string {
	count, word := map[string]int{}, map[string]string{}
	for _, m := range members {
		for k, w := range of(docs[m]) {
			count[k]++
			if old, ok := word[k]; !ok || better(w, old) {
				word[k] = w
			}
		}
	}
	var keys []string
	for k, n := range count {
		if n > 1 && 2*n >= len(members) {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	var out []string
	for _, k := range keys[:min(len(keys), maxReasons)] {
		out = append(out, word[k])
	}
	return out
}

func dateRange(docs []*claim.Document, members []int) string {
	var dates []string
	for _, m := range members {
		if d := docs[m].Article.Date.String(); d != "" {
			dates = append(dates, d)
		}
	}
	slices.Sort(dates)
	switch {
	case len(dates) == 0:
		return ""
	case dates[0] == dates[len(dates)-1]:
		return "dated " + dates[0]
	}
	return fmt.Sprintf("dated %s to %s", dates[0], dates[len(dates)-1])
}
