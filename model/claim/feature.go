package claim

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"unicode/utf8"

	"parallax/model/lexicon"
	"parallax/model/timex"
)

// How much a kind of feature says before rarity is weighed in, found by trying
// on news that was translated sentence by sentence.
const (
	weightName    = 1.5
	weightAlias   = 1.05 // the key of a name whose words count besides
	weightCountry = 1.0
	weightPeople  = 0.8
	weightNumber  = 1.5
	weightSmall   = 0.7 // numbers up to smallNumber, which recur by chance
	weightDate    = 1.2
	weightCognate = 0.9
	weightStem    = 1.0
	weightGloss   = 0.8 // all translations of a word together
	smallNumber   = 12
)

var weightClass = map[lexicon.Class]float64{
	lexicon.SpeechClass: 0.5, lexicon.MindClass: 0.7, lexicon.DegreeClass: 0.4, lexicon.LinkClass: 0.3,
	lexicon.MeasureClass: 0.4, lexicon.TimeClass: 0.5, lexicon.QualityClass: 0.8,
}

// Channel is the sort of thing that a feature is.
type Channel byte

// The channels of features.
const (
	NameChannel   Channel = 'k' // name skeletons and cognates
	TopicChannel  Channel = 'c' // concepts
	NumberChannel Channel = 'n'
	DateChannel   Channel = 'd'
	StemChannel   Channel = 'w' // word stems: match within one language only
	GlossChannel  Channel = 't' // stems of English words, as a dictionary translates
)

// Feature is one thing a sentence holds. Its key begins with its channel.
type Feature struct {
	Key    string
	Weight float64 // before rarity is weighed in
}

// Channel tells what sort of thing the feature is.
func (f Feature) Channel() Channel { return Channel(f.Key[0]) }

// Shared reports whether the feature may match sentences of other languages.
func (f Feature) Shared() bool { return f.Channel() != StemChannel }

// The texts and the holders of a feature that are taken to lie behind those at
// hand, so that rarity means something among few: a name is rare in news at
// large, a concept is not.
const priorTexts = 100

var priorHolders = map[Channel]float64{NameChannel: 1, NumberChannel: 2, DateChannel: 2, StemChannel: 2, TopicChannel: 5, GlossChannel: 4}

// Rarity is the weight of a feature of a channel that so many of all texts hold.
func Rarity(c Channel, holders, all int) float64 {
	return math.Log(1 + (float64(all)+priorTexts)/(float64(holders)+priorHolders[c]))
}

// Features lists what a sentence holds, each key once with its greatest weight,
// sorted by key.
func Features(d *Document, s *Sentence) []Feature {
	best := map[string]Feature{}
	EachFeature(d, s, func(c Channel, name string, weight float64) {
		key := string(c) + name
		if old, ok := best[key]; !ok || old.Weight < weight {
			best[key] = Feature{key, weight}
		}
	})
	return sorted(best)
}

// EachFeature calls put for what a sentence holds, with the key of the feature
// but for its channel. A feature may come more than once.
func EachFeature(d *Document, s *Sentence, put func(c Channel, name string, weight float64)) {
	concepts := lexicon.Concepts()
	for _, m := range s.Mentions {
		c := &concepts[m.Concept]
		w, ok := weightClass[c.Class]
		if !ok {
			w = 1
		}
		put(TopicChannel, c.Key, w*math.Sqrt(m.Weight))
	}
	for _, c := range s.Peoples {
		put(NameChannel, "@"+c.Code, weightPeople)
	}
	for _, n := range s.Names {
		if n.To == n.From+1 && s.peopleAt(n.From) {
			continue
		}
		for _, k := range n.Keys {
			w := weightName
			if k[0] == aliasMark {
				w = weightAlias
			}
			put(NameChannel, k, w)
		}
	}
	for _, c := range s.Countries {
		put(NameChannel, "@"+c.Code, weightCountry)
	}
	for _, q := range s.Quantities {
		w := weightNumber
		if q.Value <= smallNumber {
			w = weightSmall
		}
		put(NumberChannel, numberKey(q.Unit.Base(q.Value)), w)
	}
	for _, t := range s.Times {
		putTime(t, put)
	}
	for i := range s.Words {
		putWord(d, s, i, put)
	}
}

func sorted(best map[string]Feature) []Feature {
	out := make([]Feature, 0, len(best))
	for _, f := range best {
		out = append(out, f)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}

// putTime adds the days, months and years that a time names, so that "10 July"
// and "Monday" of one week meet.
func putTime(t timex.Mention, put func(Channel, string, float64)) {
	v := t.Value
	if v.Month != 0 && v.Day != 0 {
		put(DateChannel, fmt.Sprintf("%d-%d", v.Month, v.Day), weightDate)
	} else if v.Month != 0 {
		put(DateChannel, "m"+strconv.Itoa(v.Month), weightDate)
	}
	if v.Year != 0 && t.Kind == timex.Absolute {
		put(DateChannel, "y"+strconv.Itoa(v.Year), weightDate*0.7)
	}
	if t.HasWeekday {
		put(DateChannel, "w"+strconv.Itoa(int(t.Weekday)), weightDate)
	}
	if t.Kind == timex.Duration && t.Count != 0 {
		put(NumberChannel, numberKey(t.Count), weightSmall)
		put(DateChannel, "u"+string(t.Unit), 0.6)
	}
}

// putWord adds a word by its translations, by its stem, and where the lexicon does not know it by
// its consonants, which cognates and transliterated names share.
func putWord(d *Document, s *Sentence, i int, put func(Channel, string, float64)) {
	w := &s.Words[i]
	for _, g := range w.glosses {
		put(g.channel, g.name, weightGloss/math.Sqrt(float64(len(w.glosses))))
	}
	if w.Stop || w.Used || !d.Language.Spaced && utf8.RuneCountInString(w.Text) == 1 {
		return
	}
	if utf8.RuneCountInString(w.Text) > 1 {
		put(StemChannel, w.Token.Stem, weightStem)
	}
	if w.Known || w.Cued || w.Name != 0 || s.peopleAt(i) {
		return
	}
	if k := Skeleton(w.Token.Stem); len(k) > 2 {
		put(NameChannel, k, weightCognate)
	}
}

func numberKey(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
