//go:build fit

// Fitting of weights.txt, run by hand:
//
//	go test -tags fit -run TestFit -timeout 60m ./model/conflict -args -pairs FILE -stories FILE -cases DIR -out weights.txt
//
// -pairs is JSON Lines of labelled passages {"set", "lang_a", "a", "lang_b", "b",
// "label"}, of which "conflict" is one. -stories is JSON Lines of stories that
// were translated sentence by sentence {"doc", "sentences": {LANGUAGE: [headline,
// …]}}: what is found in them is a false alarm, unless a fact was changed. -cases
// holds folders of articles with gold.json. With -fold 0 or 1 one half of all,
// by a hash of the identifiers, is kept out of the fit and measured too.
package conflict

import (
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/model/align"
	"parallax/model/claim"
)

var (
	pairsFile   = flag.String("pairs", "", "labelled passages, JSON Lines")
	storiesFile = flag.String("stories", "", "stories translated sentence by sentence, JSON Lines")
	casesDir    = flag.String("cases", "", "folder of annotated cases")
	outFile     = flag.String("out", "", "where to write the weights")
	foldOut     = flag.Int("fold", -1, "half to keep out of the fit, 0 or 1; none where -1")
	showRules   = flag.Bool("rules", false, "tell how often each rule is right")
)

// sample is a finding and whether it is a conflict.
type sample struct {
	key    string
	score  float64 // what the rule says
	traits [traits]float64
	clues  map[string]float64 // by setting and name
	group  string             // what it is measured with
	unit   string             // the pair of passages, or of sentences
	right  bool
	weight float64
}

// counted is what there is to be found, by group.
type gold map[string]int

func TestFit(t *testing.T) {
	samples, units := gather(t)
	var train, test []sample
	for _, s := range samples {
		if *foldOut >= 0 && half(s.unit) == *foldOut {
			test = append(test, s)
		} else {
			train = append(train, s)
		}
	}
	w := fit(train)
	if *showRules {
		tellRules(samples, w)
	}
	fmt.Println("fitted on:")
	tell(train, units, w, 1-*foldOut)
	if *foldOut >= 0 {
		fmt.Println("kept out:")
		tell(test, units, w, *foldOut)
	}
	if *outFile != "" {
		if err := os.WriteFile(*outFile, []byte(w.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// half is the half that a unit belongs to, by the part of its name before "/".
func half(unit string) int {
	name, _, _ := strings.Cut(unit, "/")
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32()>>7) % 2
}

// findings lists what the rules find in the documents.
func findings(docs []*claim.Document, yield func(p *pair, ap align.Pair, rule string, f finding)) {
	pairs := align.Pairs(docs)
	best := bests(pairs)
	for _, ap := range pairs {
		p := newPair(docs[ap.A.Document], docs[ap.B.Document], ap)
		p.place(docs, ap, best)
		p.findings(func(q *pair, rule string, f finding) { yield(q, ap, rule, f) })
	}
}

func sampleOf(p *pair, rule string, f finding) sample {
	s := sample{key: p.beliefKey(rule, f.kind), score: f.score, traits: p.evidence(f), clues: map[string]float64{}}
	for name, v := range p.clues(rule, f) {
		s.clues[p.setting(rule)+" "+name] = v
	}
	return s
}

// String is the weights as readWeights reads them.
func (w *weights) String() string {
	var b strings.Builder
	b.WriteString("# What each trait of a finding says of whether it is a conflict; then how far each\n# rule is believed, by kind and setting: a constant, and what its own sureness counts.\n# Written by fit_test.go.\n")
	for _, setting := range slices.Sorted(maps.Keys(w.traits)) {
		for i, v := range w.traits[setting] {
			fmt.Fprintf(&b, "%s %s %.3f\n", setting, traitNames[i], v)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(w.clues)) {
		fmt.Fprintf(&b, "clue %s %.3f\n", key, w.clues[key])
	}
	for _, key := range slices.Sorted(maps.Keys(w.rules)) {
		if unfitted[key] {
			continue
		}
		fmt.Fprintf(&b, "rule %s %.3f %.3f\n", key, w.rules[key].constant, w.rules[key].slope)
	}
	return b.String()
}

// Ridges keep weights small where the samples do not say; the slope of a rule is
// then near usualSlope.
const (
	traitRidge = 3.0
	ruleRidge  = 2.0
	slopeRidge = 4.0
	usualSlope = 0.5
)

// unfitted are rules for which the stories cannot speak: no status, speaker or
// quotation is changed in them, so that they tell only where these rules are
// wrong. They are believed as they say.
var unfitted = map[string]bool{
	"status status report": true, "quotation attribution report": true, "quotation quote report": true,
}

// lean is added to how far every rule is believed, by setting. Of passages that
// somebody put together what is more likely right than wrong is shown, although it
// is below likelyScore; reports have so many pairs of sentences that more is asked
// of each.
var lean = map[string]float64{asAlone: 0.3, inReports: -0.4}

// fit fits each setting by itself.
func fit(samples []sample) *weights {
	w := newWeights()
	for setting := range w.traits {
		w.fit(setting, slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return settingOf(s.key) != setting }))
	}
	return w
}

func settingOf(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// fit is a logistic regression by Newton's method.
func (w *weights) fit(setting string, samples []sample) {
	index, clues := map[string]int{}, map[string]int{}
	for _, s := range samples {
		if _, ok := index[s.key]; !ok {
			index[s.key] = traits + 2*len(index)
		}
	}
	n := traits + 2*len(index)
	for _, s := range samples {
		for name := range s.clues {
			if _, ok := clues[name]; !ok {
				clues[name] = n
				n++
			}
		}
	}
	theta, prior, ridge := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range theta {
		ridge[i] = traitRidge
	}
	for _, at := range index {
		prior[at+1], theta[at+1] = usualSlope, usualSlope
		ridge[at], ridge[at+1] = ruleRidge, slopeRidge
	}
	for range 60 {
		step := newton(samples, index, clues, theta, prior, ridge)
		far := 0.0
		for i := range theta {
			theta[i] += step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-5 {
			break
		}
	}
	copy(w.traits[setting][:], theta)
	for key, at := range index {
		base, _, _ := strings.Cut(setting, "-")
		w.rules[key] = belief{theta[at] + lean[base], theta[at+1]}
	}
	for name, at := range clues {
		w.clues[name] = theta[at]
	}
}

func newton(samples []sample, index, clues map[string]int, theta, prior, ridge []float64) []float64 {
	n := len(theta)
	g, h := make([]float64, n), make([][]float64, n)
	for i := range h {
		h[i] = make([]float64, n)
		h[i][i] = ridge[i]
		g[i] = ridge[i] * (prior[i] - theta[i])
	}
	for _, s := range samples {
		at, x := make([]int, traits+2), make([]float64, traits+2)
		for i, v := range s.traits {
			at[i], x[i] = i, v
		}
		at[traits], x[traits] = index[s.key], 1
		at[traits+1], x[traits+1] = index[s.key]+1, odds(s.score)
		for name, v := range s.clues {
			at, x = append(at, clues[name]), append(x, v)
		}
		z := 0.0
		for i, v := range x {
			z += theta[at[i]] * v
		}
		p := 1 / (1 + math.Exp(-z))
		for i, v := range x {
			g[at[i]] += s.weight * (yes(s.right) - p) * v
			for j, u := range x {
				h[at[i]][at[j]] += s.weight * (p*(1-p) + 1e-6) * v * u
			}
		}
	}
	return solve(h, g)
}

// solve finds x with h x = g by Gaussian elimination.
func solve(h [][]float64, g []float64) []float64 {
	for i := range g {
		p := i
		for r := i + 1; r < len(g); r++ {
			if math.Abs(h[r][i]) > math.Abs(h[p][i]) {
				p = r
			}
		}
		h[i], h[p], g[i], g[p] = h[p], h[i], g[p], g[i]
		for r := i + 1; r < len(g); r++ {
			f := h[r][i] / h[i][i]
			for c := i; c < len(g); c++ {
				h[r][c] -= f * h[i][c]
			}
			g[r] -= f * g[i]
		}
	}
	for i := len(g) - 1; i >= 0; i-- {
		for c := i + 1; c < len(g); c++ {
			g[i] -= h[i][c] * g[c]
		}
		g[i] /= h[i][i]
	}
	return g
}

func (w *weights) of(s sample) float64 {
	z := w.rules[s.key].constant + w.rules[s.key].slope*odds(s.score)
	for i, v := range s.traits {
		z += w.traits[settingOf(s.key)][i] * v
	}
	for name, v := range s.clues {
		z += w.clues[name] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// tell prints precision and recall of each group at several scores, of one half
// or of all.
func tell(samples []sample, units map[string]gold, w *weights, fold int) {
	groups := map[string]map[string]sample{}
	top := map[string]map[string]float64{}
	for _, s := range samples {
		if groups[s.group] == nil {
			groups[s.group], top[s.group] = map[string]sample{}, map[string]float64{}
		}
		if v := w.of(s); v > top[s.group][s.unit] {
			groups[s.group][s.unit], top[s.group][s.unit] = s, v
		}
	}
	for _, g := range slices.Sorted(maps.Keys(groups)) {
		all := 0
		for unit, n := range units[g] {
			if fold < 0 || fold > 1 || half(unit) == fold {
				all += n
			}
		}
		fmt.Printf("%-18s %5d to find", g, all)
		for _, least := range []float64{0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9} {
			right, wrong := 0, 0
			for unit, s := range groups[g] {
				if top[g][unit] >= least {
					if s.right {
						right++
					} else {
						wrong++
					}
				}
			}
			fmt.Printf(" | %.1f: %3d right %3d wrong", least, right, wrong)
		}
		fmt.Println()
	}
}

func tellRules(samples []sample, w *weights) {
	type tally struct{ right, wrong, shownRight, shownWrong int }
	by := map[string]tally{}
	for _, s := range samples {
		g, _, _ := strings.Cut(s.group, " ")
		c := by[s.key+"  "+g]
		shown := w.of(s) >= likelyScore
		switch {
		case s.right && shown:
			c.right, c.shownRight = c.right+1, c.shownRight+1
		case s.right:
			c.right++
		case shown:
			c.wrong, c.shownWrong = c.wrong+1, c.shownWrong+1
		default:
			c.wrong++
		}
		by[s.key+"  "+g] = c
	}
	keys := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Compare(a, b) })
	for _, k := range keys {
		c := by[k]
		fmt.Printf("%-60s right %4d wrong %4d, shown: right %4d wrong %4d\n", k, c.right, c.wrong, c.shownRight, c.shownWrong)
	}
}
