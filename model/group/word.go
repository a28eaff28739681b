package group

import (
	"fmt"
	"slices"

	"parallax/model"
)

// word is the reader's word on which articles are of one event.
type word struct {
	bound map[*Signature]*Signature // to an article that it is of one event with, or itself
	bars  map[*Signature][]int32    // decisions to keep apart, doubled, plus one on the second side; sorted
}

// read takes the decisions in, the newest first; one that cannot be reconciled
// with those after it is left out.
func read(decisions []model.Decision, all []*Signature) *word {
	w := &word{bound: map[*Signature]*Signature{}, bars: map[*Signature][]int32{}}
	if len(decisions) == 0 {
		return w
	}
	byID := map[string]*Signature{}
	for _, s := range all {
		byID[s.Article.ID] = s
	}
	for i, d := range slices.Backward(decisions) {
		a, b := byID[d.A], byID[d.B]
		if a == nil || b == nil || a == b {
			continue
		}
		x, y := w.root(a), w.root(b)
		switch {
		case d.Together && x != y && !opposed(w.bars[x], w.bars[y]):
			w.bound[y], w.bound[x] = x, x
			w.bars[x] = merged(w.bars[x], w.bars[y])
		case !d.Together && x != y:
			w.bars[x] = merged(w.bars[x], []int32{int32(2 * i)})
			w.bars[y] = merged(w.bars[y], []int32{int32(2*i + 1)})
		}
	}
	for _, s := range all { // each knows what keeps those apart that it is bound to
		if r := w.root(s); r != s {
			w.bars[s] = w.bars[r]
		}
	}
	return w
}

func (w *word) root(s *Signature) *Signature {
	for w.bound[s] != nil && w.bound[s] != s {
		s = w.bound[s]
	}
	return s
}

// spoken reports whether the reader has said anything of an article.
func (w *word) spoken(s *Signature) bool { return w.bound[s] != nil || w.bars[s] != nil }

// opposed reports whether a decision keeps two sides apart.
func opposed(a, b []int32) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	return slices.ContainsFunc(a, func(x int32) bool {
		_, found := slices.BinarySearch(b, x^1)
		return found
	})
}

func merged(a, b []int32) []int32 {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// join puts together what the reader has put together, and with it the events
// that it belongs to. Where something else keeps those events apart, only what the
// reader has named is taken out of them.
func (w *word) join(clusters []*cluster, sorted []*Signature, voices [][]int) []*cluster {
	if len(w.bound) == 0 {
		return clusters
	}
	var roots []*Signature
	held := map[*Signature]map[*cluster]bool{} // root → clusters that hold something bound to it
	for _, c := range clusters {
		for _, v := range c.voices {
			if s := sorted[voices[v][0]]; w.bound[s] != nil {
				r := w.root(s)
				if held[r] == nil {
					held[r] = map[*cluster]bool{}
					roots = append(roots, r)
				}
				held[r][c] = true
			}
		}
	}
	for _, r := range roots {
		var parts, rest []*cluster
		for _, c := range clusters {
			if held[r][c] {
				parts = append(parts, c)
			} else {
				rest = append(rest, c)
			}
		}
		if len(parts) < 2 {
			continue
		}
		if w.apart(parts) {
			parts, rest = w.takeOut(r, parts, rest, sorted, voices)
		}
		clusters = append(rest, pooled(parts))
	}
	return clusters
}

// apart reports whether the reader keeps any two clusters apart.
func (w *word) apart(clusters []*cluster) bool {
	var bars []int32
	for _, c := range clusters {
		if opposed(bars, c.barred) {
			return true
		}
		bars = merged(bars, c.barred)
	}
	return false
}

// takeOut parts clusters into what is bound to root, which it leaves in parts, and
// what is not.
func (w *word) takeOut(root *Signature, parts, rest []*cluster, sorted []*Signature, voices [][]int) (bound, others []*cluster) {
	for _, c := range parts {
		in, out := &cluster{}, &cluster{}
		for _, v := range c.voices {
			if s := sorted[voices[v][0]]; w.bound[s] != nil && w.root(s) == root {
				in.voices = append(in.voices, v)
			} else {
				out.voices = append(out.voices, v)
			}
		}
		bound = append(bound, in)
		if len(out.voices) > 0 {
			rest = append(rest, out)
		}
	}
	return bound, rest
}

// pooled is the voices of several clusters in one, of which only the voices count
// from here on.
func pooled(clusters []*cluster) *cluster {
	var out cluster
	for _, c := range clusters {
		out.voices = append(out.voices, c.voices...)
		out.barred = merged(out.barred, c.barred)
	}
	slices.Sort(out.voices)
	return &out
}

// byReader says in words what the reader has decided of the members of a group.
func byReader(decisions []model.Decision, all []*Signature, members []int) []string {
	if len(decisions) == 0 {
		return nil
	}
	here := map[string]bool{}
	for _, m := range members {
		here[all[m].Article.ID] = true
	}
	bound, barred := map[string]bool{}, map[string]bool{}
	for _, d := range decisions {
		switch {
		case d.Together && here[d.A] && here[d.B]:
			bound[d.A], bound[d.B] = true, true
		case !d.Together && here[d.A] != here[d.B]:
			barred[d.A], barred[d.B] = true, true
		}
	}
	var why []string
	if len(bound) > 0 {
		why = append(why, fmt.Sprintf("you put %d of them together", len(bound)))
	}
	if len(barred) > 0 {
		apart := 0
		for id := range barred {
			if !here[id] {
				apart++
			}
		}
		why = append(why, "you keep them apart from "+counted(apart, "other"))
	}
	return why
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
