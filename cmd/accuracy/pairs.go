package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"parallax/corpus/labelled"
	"parallax/model"
	"parallax/model/conflict"
	"parallax/model/parallel"
)

var pairsScorer = scorer{
	knows: func(_ string, head []byte) bool {
		return bytes.Contains(head, []byte(`"lang_a"`)) && bytes.Contains(head, []byte(`"label"`))
	},
	score: scorePairs,
}

// setTally is what was said of the pairs of one set.
type setTally struct {
	tally
	pairs, agree, alarms int
}

func scorePairs(ctx context.Context, path string, _ *options) ([]section, error) {
	pairs, err := labelled.Pairs(path)
	if err != nil {
		return nil, err
	}
	verdicts := make([]conflict.Verdict, len(pairs))
	parallel.Each(len(pairs), func(i int) {
		a, b := pairs[i].Articles()
		verdicts[i] = conflict.Judge(a, b, false)
	})
	sets := map[string]*setTally{}
	for i, p := range pairs {
		if sets[p.Set] == nil {
			sets[p.Set] = &setTally{}
		}
		sets[p.Set].add(p.Label, verdicts[i].Relation == model.Clash)
	}
	s := section{
		title: "Pairs of real sentences",
		about: fmt.Sprintf("%d pairs of %d public sets, judged without context. Precision and recall of conflicts; alarms are conflicts shown in pairs that agree.", len(pairs), len(sets)),
		head:  []string{"set", "pairs", "conflicts", "precision", "recall", "alarms"},
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		t := sets[name]
		precision := t.precision()
		if t.gold == 0 {
			precision = "–" // conflicts are not labelled in it
		}
		s.rows = append(s.rows, []string{name, fmt.Sprint(t.pairs), fmt.Sprint(t.gold), precision, t.recall(), share(t.alarms, t.agree)})
	}
	return []section{s}, ctx.Err()
}

func (t *setTally) add(label string, shown bool) {
	t.pairs++
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	is := label == labelled.Conflict
	count(&t.gold, is)
	count(&t.agree, label == labelled.Agree)
	count(&t.right, shown && is)
	count(&t.found, shown && is)
	count(&t.wrong, shown && !is)
	count(&t.alarms, shown && label == labelled.Agree)
}
