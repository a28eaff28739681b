package conflict

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"parallax/model"
)

// rule is a way to find conflicts in a pair of sentences. It may find generously
// and say how sure it is by itself: what else is known of the pair decides.
type rule struct {
	name  string
	find  func(*pair) []finding
	whole bool // it reads the sentences that complete those of the pair with them
}

// rules are all of them.
var rules = []rule{
	{name: "figure", find: (*pair).figures, whole: true}, {name: "count", find: counts},
	{name: "calendar", find: (*pair).calendars, whole: true}, {name: "day", find: dates},
	{name: "denial", find: oneSided}, {name: "disavowal", find: disavowed}, {name: "polarity", find: polarities}, {name: "status", find: statuses},
	{name: "quotation", find: quotations}, {name: "slot", find: slots}, {name: "deed", find: reversals},
}

// findings hands on what the rules find in a pair, each with the pair that the rule
// read.
func (p *pair) findings(yield func(q *pair, rule string, f finding)) {
	for _, r := range rules {
		q := p
		if r.whole && p.whole != nil {
			q = p.whole
		}
		for _, f := range r.find(q) {
			yield(q, r.name, f)
		}
	}
}

// cluesOf are what some rules see, of what they find, that no other does and that
// speaks for or against it.
var cluesOf = map[string]func(*pair, finding) map[string]float64{"denial": denialClues, "disavowal": disavowalClues, "slot": slotClues}

func (p *pair) clues(rule string, f finding) map[string]float64 {
	if of, ok := cluesOf[rule]; ok {
		return of(p, f)
	}
	return nil
}

//go:embed weights.txt
var weightData string

// belief is how far a rule is believed, of a kind of conflict and in reports or
// in passages that stand alone: a constant, and what its own sureness counts.
type belief struct{ constant, slope float64 }

// weights are what each trait says of whether a finding is a conflict.
type weights struct {
	traits map[string]*[traits]float64 // by setting
	rules  map[string]belief           // by name of rule, kind and setting
	clues  map[string]float64          // by setting and name of clue
}

// fitted are the weights that stand beside this file.
var fitted = sync.OnceValue(func() *weights {
	w, err := readWeights(weightData)
	if err != nil {
		panic(err) // the file is part of the program and tested with it
	}
	return w
})

// The settings of a pair: of two reports, or of passages that stand alone. A rule
// with clues of its own has settings of its own.
const (
	inReports = "report"
	asAlone   = "alone"
)

func newWeights() *weights {
	w := &weights{map[string]*[traits]float64{}, map[string]belief{}, map[string]float64{}}
	for _, setting := range []string{inReports, asAlone} {
		w.traits[setting] = new([traits]float64)
		for rule := range cluesOf {
			w.traits[setting+"-"+rule] = new([traits]float64)
		}
	}
	return w
}

// readWeights reads lines of a setting, a trait and its weight, of "clue", a setting,
// its name and weight, and of "rule", its name, kind and setting, the constant and
// the slope. Lines of "#" are comments.
func readWeights(data string) (*weights, error) {
	w := newWeights()
	for n, line := range strings.Split(data, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := w.read(strings.Fields(line)); err != nil {
			return nil, fmt.Errorf("weights.txt:%d: %w", n+1, err)
		}
	}
	return w, nil
}

func (w *weights) read(cells []string) error {
	if cells[0] == "rule" && len(cells) == 6 {
		constant, err := strconv.ParseFloat(cells[4], 64)
		if err != nil {
			return err
		}
		slope, err := strconv.ParseFloat(cells[5], 64)
		w.rules[strings.Join(cells[1:4], " ")] = belief{constant, slope}
		return err
	}
	if cells[0] == "clue" && len(cells) == 4 {
		v, err := strconv.ParseFloat(cells[3], 64)
		w.clues[cells[1]+" "+cells[2]] = v
		return err
	}
	for i, name := range traitNames {
		if of := w.traits[cells[0]]; of != nil && len(cells) == 3 && name == cells[1] {
			v, err := strconv.ParseFloat(cells[2], 64)
			of[i] = v
			return err
		}
	}
	return fmt.Errorf("%q: want a setting, a trait and its weight, a clue with setting, name and weight, or a rule with kind, setting, constant and slope", strings.Join(cells, " "))
}

// setting is where a rule has found something in the pair.
func (p *pair) setting(rule string) string {
	setting := inReports
	if p.alone {
		setting = asAlone
	}
	if cluesOf[rule] != nil {
		setting += "-" + rule
	}
	return setting
}

// beliefKey names a rule of a kind in the setting of the pair.
func (p *pair) beliefKey(rule string, kind model.Kind) string {
	return rule + " " + string(kind) + " " + p.setting(rule)
}

// trust is how surely a finding is a conflict, 0 to 1: what the rule says, and
// what else is known of the pair. A rule that was never fitted is believed.
func (p *pair) trust(rule string, f finding) float64 {
	w := fitted()
	b, ok := w.rules[p.beliefKey(rule, f.kind)]
	if !ok {
		return f.score
	}
	z, of := b.constant+b.slope*odds(f.score), w.traits[p.setting(rule)]
	for i, v := range p.evidence(f) {
		z += of[i] * v
	}
	clues := p.clues(rule, f)
	for _, clue := range slices.Sorted(maps.Keys(clues)) { // sums of floats depend on their order
		z += w.clues[p.setting(rule)+" "+clue] * clues[clue]
	}
	return 1 / (1 + math.Exp(-z))
}

// odds is the logarithm of the odds of a score, kept within bounds.
func odds(score float64) float64 {
	score = min(max(score, 0.02), 0.98)
	return math.Log(score / (1 - score))
}
