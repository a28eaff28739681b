package group

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// The measures of two clusters that the model weighs.
const (
	bias = iota
	nameMean
	nameRoot
	nameBest
	topicMean
	topicRoot
	bothRoot
	bothLeast
	figureMean
	headMean
	headRoot
	wordSame
	sameShare
	nameSame
	topicSame
	nameLacks
	namedShare
	namedRoot
	nameNone
	noneSame
	noneShort
	figureLacks
	shortness
	nameShort
	topicShort
	leastShort
	headShort
	wordShort
	figureShort
	dateFit
	dateKnown
	sizeLeast
	sizeMost
	deficitMost
	deficitLeast
	measures
)

var measureNames = [measures]string{
	bias: "bias", nameMean: "name", nameRoot: "name-root", nameBest: "name-best", topicMean: "topic", topicRoot: "topic-root",
	bothRoot: "both-root", bothLeast: "both-least", figureMean: "figure", headMean: "head", headRoot: "head-root",
	wordSame: "word-same", sameShare: "same", nameSame: "name-same", topicSame: "topic-same",
	nameLacks: "name-lacks", namedShare: "named", namedRoot: "named-root", nameNone: "name-none", noneSame: "none-same", noneShort: "none-short", figureLacks: "figure-lacks", shortness: "short", nameShort: "name-short", topicShort: "topic-short",
	leastShort: "least-short", headShort: "head-short", wordShort: "word-short", figureShort: "figure-short",
	dateFit: "date-fit", dateKnown: "date-known", sizeLeast: "size-least", sizeMost: "size-most",
	deficitMost: "deficit-most", deficitLeast: "deficit-least",
}

// fewNames is the likeness in names, as a root, under which two clusters that hold
// names of their own have hardly one in common.
const fewNames = 0.15

// measure compares two clusters; ok is false where their dates do not fit or
// they share no name, word or figure at all. All likenesses are means over all
// pairs of voices, so that one edge never chains two events together.
func measure(c, d *cluster, p product) (x [measures]float64, ok bool) {
	fit, known := fitting(c.dates, d.dates)
	if known && fit == 0 {
		return x, false
	}
	pairs := float64(len(c.voices) * len(d.voices))
	mean := func(channel int) float64 {
		return p.dot[channel] / math.Max(1, float64(c.has[channel])*float64(d.has[channel]))
	}
	same := float64(samePairs(c.languages, d.languages))
	name, topic, head := mean(nameChannel), mean(topicChannel), mean(headChannel)
	x[bias] = 1
	x[nameMean], x[nameRoot], x[nameBest] = name, math.Sqrt(name), math.Sqrt(p.peak/pairs)
	x[topicMean], x[topicRoot] = topic, math.Sqrt(topic)
	x[bothRoot], x[bothLeast] = math.Sqrt(name*topic), math.Min(x[nameRoot], x[topicRoot])
	x[figureMean] = mean(figureChannel)
	x[headMean], x[headRoot] = head, math.Sqrt(head)
	x[wordSame] = p.dot[wordChannel] / pairs
	x[sameShare] = same / pairs
	x[nameSame], x[topicSame] = x[nameRoot]*x[sameShare], x[topicRoot]*x[sameShare]
	x[nameLacks] = 1 - float64(c.has[nameChannel])*float64(d.has[nameChannel])/pairs
	x[namedShare] = float64(c.named) * float64(d.named) / pairs
	x[namedRoot] = x[namedShare] * x[nameRoot]
	x[nameNone] = x[namedShare] * math.Exp(-x[nameRoot]/fewNames)
	x[noneSame] = x[nameNone] * x[sameShare]
	x[figureLacks] = 1 - float64(c.has[figureChannel])*float64(d.has[figureChannel])/pairs
	x[shortness] = 10 / (10 + math.Min(c.length, d.length))
	x[noneShort] = x[nameNone] * x[shortness]
	x[nameShort], x[topicShort] = x[nameRoot]*x[shortness], x[topicRoot]*x[shortness]
	x[leastShort], x[headShort] = x[bothLeast]*x[shortness], x[headRoot]*x[shortness]
	x[wordShort], x[figureShort] = math.Sqrt(x[wordSame])*x[shortness], x[figureMean]*x[shortness]
	if known {
		x[dateFit], x[dateKnown] = fit, 1
	}
	n, m := float64(len(c.voices)), float64(len(d.voices))
	x[sizeLeast], x[sizeMost] = math.Log(math.Min(n, m)), math.Log(math.Max(n, m))
	x[deficitMost], x[deficitLeast] = deficits(c, d, (p.dot[nameChannel]+p.dot[topicChannel])/2/pairs)
	return x, true
}

// deficits says by how much the likeness between two clusters falls short of that
// within each, less surely so within few voices.
func deficits(c, d *cluster, between float64) (most, least float64) {
	short := func(c *cluster) float64 {
		within, ok := c.within()
		if !ok {
			return 0
		}
		return (within - between) * (1 - 1/float64(len(c.voices)))
	}
	a, b := short(c), short(d)
	return math.Max(a, b), math.Min(a, b)
}

// score is above 0 where two clusters report one event, by the model.
func score(w *weights, c, d *cluster, p product) float64 {
	x, ok := measure(c, d, p)
	if !ok || opposed(c.barred, d.barred) {
		return math.Inf(-1)
	}
	sum := 0.0
	for i := range x {
		sum += w[i] * x[i]
	}
	return sum - onePage*float64(samePairs(c.pages, d.pages))/float64(len(c.voices)*len(d.voices))
}

// onePage is how much less likely, in the model's terms, two texts are of one
// event where they are posts of one page: a page seldom tells a thing twice.
const onePage = 2.5

// weights is the model: how much each measure says.
type weights [measures]float64

//go:embed weights.txt
var weightsFile string

var fitted = sync.OnceValue(func() *weights {
	w, err := readWeights(weightsFile)
	if err != nil {
		panic(err) // the file is part of the program and tested with it
	}
	return w
})

// readWeights reads lines of a measure's name and its weight; # begins a comment.
func readWeights(text string) (*weights, error) {
	var w weights
	for n, line := range strings.Split(text, "\n") {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		at := -1
		for i, name := range measureNames {
			if name == fields[0] {
				at = i
			}
		}
		if at < 0 || len(fields) != 2 {
			return nil, fmt.Errorf("weights.txt line %d: want the name of a measure and a number, got %q", n+1, line)
		}
		v, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("weights.txt line %d: %w", n+1, err)
		}
		w[at] = v
	}
	return &w, nil
}
