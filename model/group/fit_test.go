//go:build fit

// Fitting of weights.txt, run by hand:
//
//	go test -tags fit -run TestFit -timeout 30m ./model/group -args -translated FILE -cases FILE -out weights.txt
//
// Both files are JSON Lines. A line of the first is a story that was translated
// sentence by sentence: {"doc": ID, "sentences": {LANGUAGE: [headline, …]}}. A
// line of the second is an article of a corpus whose events are known: {"world":
// ID, "event": ID, "title", "text" (with the title), "language", "date" (EDTF)}. A
// third, -wordings, holds pairs of headlines of one event: {"lang", "a", "b"}.
// With -fold 0 or 1 every other story is kept out of the fit and measured alone.
package group

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

var (
	translatedFile = flag.String("translated", "", "stories translated sentence by sentence, JSON Lines")
	casesFile      = flag.String("cases", "", "articles of known events, JSON Lines")
	outFile        = flag.String("out", "", "where to write the weights")
	wordingsFile   = flag.String("wordings", "", "pairs of headlines of one event, JSON Lines")
	foldOut        = flag.Int("fold", -1, "half of the stories to measure on, 0 or 1; all where -1")
	fitNot         = flag.Bool("measure", false, "measure the weights that stand, do not fit")
)

func TestFit(t *testing.T) {
	stories, cases := readStories(t, *translatedFile), readCases(t, *casesFile)
	trainPairs, testPairs := halved(readLines[wording](t, *wordingsFile))
	train, test := halved(stories)
	trainNeighbors, testNeighbors := halved(neighborPairs)
	seen := func(seed uint64) []world {
		return slices.Concat(storyWorlds(train, seed), caseWorlds(cases), wordingWorlds(trainPairs, train, seed), neighborWorlds(t, trainNeighbors))
	}
	w := *fitted()
	if !*fitNot {
		w = fit(samplesOf(seen(1)))
		w[bias] += bestShift(seen(2), &w)
	}
	for i, v := range w {
		fmt.Printf("%-14s %8.3f\n", measureNames[i], v)
	}
	tell(slices.Concat(storyWorlds(test, 3), caseWorlds(cases), wordingWorlds(testPairs, test, 3), neighborWorlds(t, testNeighbors)), &w)
	fmt.Printf("traps fallen into: %.3f\n", trapped(storyWorlds(test, 3), &w))
	if *outFile != "" {
		writeWeights(t, *outFile, &w)
	}
}

// halved splits in two to fit on and to measure on; both are all where -fold is
// not given.
func halved[T any](all []T) (train, test []T) {
	if *foldOut < 0 {
		return all, all
	}
	for i, v := range all {
		if i%2 == *foldOut {
			test = append(test, v)
		} else {
			train = append(train, v)
		}
	}
	return train, test
}

func writeWeights(t *testing.T, path string, w *weights) {
	var b strings.Builder
	b.WriteString("# What each measure of two clusters says of whether they report one event.\n# Written by fit_test.go.\n")
	for i, v := range w {
		fmt.Fprintf(&b, "%s %.3f\n", measureNames[i], v)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sample is a pair of clusters and whether they report one event.
type sample struct {
	x      [measures]float64
	same   bool
	weight float64
}

// pairsPerWorld is how many pairs of clusters are drawn from a world.
const pairsPerWorld = 3000

func samplesOf(worlds []world) []sample {
	var out []sample
	for n, wd := range worlds {
		rnd := rand.New(rand.NewPCG(uint64(n), 1))
		out = append(out, wd.samples(rnd)...)
	}
	return out
}

// samples draws subsets of events: of one, or of two that are alike.
func (wd *world) samples(rnd *rand.Rand) []sample {
	singles := wd.singles()
	near := wd.alike(singles)
	var out []sample
	n := min(pairsPerWorld, 20*len(wd.docs))
	for range n {
		a := rnd.IntN(len(wd.events))
		b := a
		if rnd.IntN(2) == 0 && len(near[a]) > 0 {
			b = near[a][rnd.IntN(len(near[a]))]
		}
		c, d := draw(singles, wd.events[a], wd.events[b], a == b, rnd)
		if c == nil || d == nil {
			continue
		}
		if x, ok := measure(c, d, c.sum.times(d.sum)); ok {
			out = append(out, sample{x, a == b, wd.weight / float64(n)})
		}
		if a == b {
			out = append(out, wd.traps(singles, c, d, n, rnd)...)
		}
	}
	return out
}

// trapWeight is what a trap counts in the fit beside a pair as it was drawn.
var trapWeight = flag.Float64("trap", 0.05, "weight of traps")

// traps makes pairs that agree in names alone, or in topic alone, of two clusters
// of one event: the other things of the second come from another event. They are
// the same people on another day, and the same kind of accident in another town.
func (wd *world) traps(singles []*cluster, c, d *cluster, drawn int, rnd *rand.Rand) []sample {
	other := wd.events[rnd.IntN(len(wd.events))]
	n := len(d.voices)
	if len(other) < n || slices.Contains(other, c.voices[0]) {
		return nil
	}
	e := pool(singles, other[:n])
	var out []sample
	for _, t := range []*cluster{compose(d, e, nameChannel), compose(d, e, topicChannel)} {
		if x, ok := measure(c, t, c.sum.times(t.sum)); ok {
			// Headlines hold little else, so that traps are most of what they meet.
			weight := *trapWeight * (1 + 8*x[shortness])
			out = append(out, sample{x, false, weight * wd.weight / float64(drawn)})
		}
	}
	return out
}

// compose takes one channel from d and the others from e.
func compose(d, e *cluster, channel int) *cluster {
	out := *d
	out.sum = newSpare().sum(d.sum.only(func(ch int) bool { return ch == channel }), e.sum.only(func(ch int) bool { return ch != channel }))
	for ch := range out.has {
		if ch != channel {
			out.has[ch], out.square[ch] = e.has[ch], e.square[ch]
		}
	}
	if channel != nameChannel {
		out.named = e.named
	}
	return &out
}

// only is the terms of a vector in some of the channels.
func (v vector) only(of func(channel int) bool) vector {
	out := vector{step: v.step}
	for i, k := range v.keys {
		if of(channelOf(k)) {
			out.keys, out.weights = append(out.keys, k), append(out.weights, v.weights[i])
		}
	}
	return out
}

// alike lists, for each event, those whose articles are most like its own, and
// some at random.
func (wd *world) alike(singles []*cluster) [][]int {
	whole := make([]*cluster, len(wd.events))
	for i, e := range wd.events {
		whole[i] = pool(singles, e)
	}
	out := make([][]int, len(wd.events))
	for i := range whole {
		var all []int
		like := map[int]float64{}
		for j := range whole {
			if i != j {
				p := whole[i].sum.times(whole[j].sum)
				like[j] = (p.dot[nameChannel] + p.dot[topicChannel]) / float64(len(wd.events[i])*len(wd.events[j]))
				all = append(all, j)
			}
		}
		slices.SortFunc(all, func(a, b int) int {
			if like[a] != like[b] {
				if like[a] > like[b] {
					return -1
				}
				return 1
			}
			return a - b
		})
		out[i] = all[:min(len(all), 6)]
	}
	return out
}

func pool(singles []*cluster, members []int) *cluster {
	c := singles[members[0]]
	for _, m := range members[1:] {
		both := union(c, singles[m], c.sum.times(singles[m].sum), newSpare())
		c = &both
	}
	return c
}

var drawSizes = []int{1, 1, 1, 2, 2, 3, 5, 9, 14}

func draw(singles []*cluster, a, b []int, same bool, rnd *rand.Rand) (c, d *cluster) {
	a = slices.Clone(a)
	rnd.Shuffle(len(a), func(i, j int) { a[i], a[j] = a[j], a[i] })
	n := min(drawSizes[rnd.IntN(len(drawSizes))], len(a))
	if same {
		n = min(n, len(a)-1)
		b = a[max(n, 0):]
	} else {
		b = slices.Clone(b)
		rnd.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
	}
	m := min(drawSizes[rnd.IntN(len(drawSizes))], len(b))
	if n <= 0 || m <= 0 {
		return nil, nil
	}
	return pool(singles, a[:n]), pool(singles, b[:m])
}

// ridge keeps weights small where the samples do not say.
const ridge = 0.0001

// fit is a logistic regression by Newton's method.
func fit(samples []sample) weights {
	var w weights
	total := 0.0
	for _, s := range samples {
		total += s.weight
	}
	for range 40 {
		var g [measures]float64
		var h [measures][measures]float64
		for i := range w {
			g[i] = -ridge * w[i]
			h[i][i] = ridge
		}
		g[bias], h[bias][bias] = 0, 1e-9
		for _, s := range samples {
			z := 0.0
			for i, v := range s.x {
				z += w[i] * v
			}
			p := 1 / (1 + math.Exp(-z))
			y := 0.0
			if s.same {
				y = 1
			}
			k := s.weight / total
			for i, v := range s.x {
				if v == 0 {
					continue
				}
				g[i] += k * (y - p) * v
				for j, u := range s.x {
					h[i][j] += k * (p*(1-p) + 1e-6) * v * u
				}
			}
		}
		step := solve(h, g)
		far := 0.0
		for i := range w {
			w[i] += step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-4 {
			break
		}
	}
	return w
}

// solve finds x with h x = g by Gaussian elimination.
func solve(h [measures][measures]float64, g [measures]float64) [measures]float64 {
	for i := range g {
		p := i
		for r := i + 1; r < measures; r++ {
			if math.Abs(h[r][i]) > math.Abs(h[p][i]) {
				p = r
			}
		}
		h[i], h[p], g[i], g[p] = h[p], h[i], g[p], g[i]
		if h[i][i] == 0 {
			h[i][i] = 1e-9
		}
		for r := i + 1; r < measures; r++ {
			f := h[r][i] / h[i][i]
			for c := i; c < measures; c++ {
				h[r][c] -= f * h[i][c]
			}
			g[r] -= f * g[i]
		}
	}
	for i := measures - 1; i >= 0; i-- {
		for c := i + 1; c < measures; c++ {
			g[i] -= h[i][c] * g[c]
		}
		g[i] /= h[i][i]
	}
	return g
}

// caution is how much mean B-cubed F1 is given up for a stricter model: what is
// wrongly joined costs more trust than what stays apart. More than a tenth of a
// point buys hardly any precision, and events of many languages fall apart.
const caution = 0.001

// bestShift finds the least to add to the bias for the best mean B-cubed F1, or
// nearly.
func bestShift(worlds []world, w *weights) float64 {
	means := map[float64]float64{}
	best := 0.0
	for s := -1.0; s <= 1.5; s += 0.125 {
		v := *w
		v[bias] += s
		sum, all := 0.0, 0.0
		for i := range worlds {
			sum += worlds[i].score(&v).f1 * worlds[i].weight
			all += worlds[i].weight
		}
		fmt.Printf("shift %5.2f  %.4f\n", s, sum/all)
		means[s] = sum / all
		best = max(best, means[s])
	}
	for s := -1.0; s <= 1.5; s += 0.125 {
		if means[s] >= best-caution {
			return s
		}
	}
	return 0
}

// trapped is the share of traps that the model falls into.
func trapped(worlds []world, w *weights) float64 {
	fell, all := 0.0, 0.0
	for n := range worlds {
		rnd := rand.New(rand.NewPCG(uint64(n), 9))
		singles := worlds[n].singles()
		for range 500 {
			a := worlds[n].events[rnd.IntN(len(worlds[n].events))]
			c, d := draw(singles, a, a, true, rnd)
			if c == nil {
				continue
			}
			for _, s := range worlds[n].traps(singles, c, d, 1, rnd) {
				z := 0.0
				for i, v := range s.x {
					z += w[i] * v
				}
				all++
				if z > 0 {
					fell++
				}
			}
		}
	}
	return fell / all
}

func tell(worlds []world, w *weights) {
	for i := range worlds {
		f := worlds[i].score(w)
		fmt.Printf("%-24s %5d articles  P %.3f R %.3f F1 %.3f  pair F1 %.3f\n", worlds[i].name, len(worlds[i].docs), f.precision, f.recall, f.f1, f.pairs)
	}
}
