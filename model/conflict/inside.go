package conflict

import (
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// Inside lists what an article says against itself, headline and body being one
// voice. Most that looks so is not: what others say, what comes later, a part of a
// whole. Only what none of these explains is told.
func Inside(event string, d *claim.Document) []model.Conflict {
	if len(d.Sentences) < 2 {
		return nil
	}
	v := ownVoice{d}
	found := append(v.headlineCounts(), v.denials()...)
	var out []model.Conflict
	seen := map[sides]bool{}
	for _, f := range append(found, v.twice()...) {
		c := newReports(d, d).conflict(event, f)
		if k := (sides{placeOf(c.A), placeOf(c.B)}); !seen[k] {
			seen[k] = true
			out = append(out, c)
		}
	}
	nameDisputes(out)
	return out
}

// insideScore is how sure it is that what is found in one article is against
// itself: what is less sure is not looked for.
const insideScore = strongScore

// ownVoice is an article that is compared with itself.
type ownVoice struct{ *claim.Document }

// tallied are the measures of which an article tells one number.
var tallied = map[string]bool{
	dead: true, "injured": true, "seriously injured": true, "slightly injured": true, "missing": true,
	"rescued": true, "arrested": true, "freed": true, "kidnapped": true,
}

// tally is a number of people in a sentence, and what happened to them.
type tally struct {
	s  *claim.Sentence
	of *claim.Quantity
}

// headlineCounts finds the number in a headline that the body tells otherwise: it has
// one other number of those people, however often, and never that of the headline.
func (v ownVoice) headlineCounts() []wholeFinding {
	head := &v.Sentences[0]
	if !head.Headline || v.unsettled(head) {
		return nil
	}
	var out []wholeFinding
	for i := range head.Quantities {
		q := &head.Quantities[i]
		measure := measureOf(head, q)
		if !tallied[measure] || !firm(q) || q.Among || v.tells(q) {
			continue
		}
		if r, ok := v.onlyCount(measure); ok && r.s != head && v.sameCount(tally{head, q}, r) {
			why := fmt.Sprintf("%s: %s in one sentence against %s in another of the same article", measure, words(v.Document, q.Span), words(v.Document, r.of.Span))
			out = append(out, wholeFinding{finding{model.Quantity, insideScore, why, q.Span, r.of.Span}, head.Index, r.s.Index})
		}
	}
	return out
}

// firm reports whether a number is what it says, and counts people by itself: neither
// besides others nor before a change.
func firm(q *claim.Quantity) bool {
	return q.Unit.Dimension == "" && !q.Further && !q.Earlier && !q.Rate && !q.Ordinal && !q.Single && q.Bound == ""
}

// tells reports whether the body has the number anywhere, or two that make it up.
func (v ownVoice) tells(q *claim.Quantity) bool {
	var values []float64
	for i := range v.Sentences[1:] {
		for _, r := range v.Sentences[i+1].Quantities {
			values = append(values, r.Value)
		}
		for _, f := range v.Sentences[i+1].Figures {
			values = append(values, f.Value)
		}
	}
	for i, x := range values {
		if x == q.Value || slices.ContainsFunc(values[i+1:], func(y float64) bool { return x+y == q.Value }) {
			return true
		}
	}
	return false
}

// onlyCount is the number of a measure that the body tells, where it tells but one.
func (v ownVoice) onlyCount(measure string) (only tally, ok bool) {
	for i := range v.Sentences[1:] {
		s := &v.Sentences[i+1]
		for j := range s.Quantities {
			r := &s.Quantities[j]
			switch {
			case r.Unit.Dimension != "" || measureOf(s, r) != measure:
			case !firm(r) || r.Among || v.unsettled(s) || only.of != nil && only.of.Value != r.Value:
				return tally{}, false
			case only.of == nil:
				only = tally{s, r}
			}
		}
	}
	return only, only.of != nil
}

// sameCount reports whether two numbers of one measure are of the same people, and
// cannot both be right.
func (v ownVoice) sameCount(x, y tally) bool {
	p := &pair{a: v.Document, b: v.Document, s: x.s, t: y.s}
	a, b := beside(x.s, x.of), beside(y.s, y.of)
	_, same := meet(a, b)
	switch {
	case compatible(x.of, y.of) || converted(x.of, y.of) || addsUp(x.s, x.of, y.of) || addsUp(y.s, y.of, x.of):
		return false
	case p.otherYears() || p.otherCountries() || p.otherDays() || otherNations(x.s, y.s, x.of, y.of) || otherAreas(x.s, y.s, x.of, y.of):
		return false
	}
	return same || people(a) && people(b)
}

// unsettled reports whether a sentence says that something changes, may be or was
// once: what it tells may be true beside another.
func (v ownVoice) unsettled(s *claim.Sentence) bool {
	for _, c := range []lexicon.Cue{lexicon.Possible, lexicon.Alleged, lexicon.Conditional, lexicon.Whether, lexicon.Future, lexicon.Planned, lexicon.Pending} {
		if s.Has(c) {
			return true
		}
	}
	return s.Has(lexicon.FromValue) && s.Has(lexicon.ToValue) || asks(v.Document, s) || lookingBack(v.Document, s) || speaksOf(s, changing)
}

// limited reports whether a sentence says of what it tells that it holds for a time
// only, or for some only.
func limited(s *claim.Sentence) bool {
	return s.Has(lexicon.Contrast) || s.Has(lexicon.Only) || s.Has(lexicon.Among) || s.Has(lexicon.Further) || speaksOf(s, passing)
}

// changing are the concepts of what was otherwise before, and passing those of what
// holds for a time, or of others.
var (
	changing = []string{"rise", "grow", "climb", "increase", "former", "previous", "earlier", "no-longer", "second-time", "separate"}
	passing  = []string{"before", "since", "again", "still", "other", "another", "begin", "now", "until", "after", "already", "end", "stop"}
)

func speaksOf(s *claim.Sentence, keys []string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return speaks(s, key) })
}

// attributed reports whether a sentence gives what somebody says.
func attributed(s *claim.Sentence) bool {
	all := lexicon.Concepts()
	return len(s.Quotes) > 0 || s.Has(lexicon.According) || slices.ContainsFunc(s.Mentions, func(m claim.Mention) bool {
		return all[m.Concept].Class == lexicon.SpeechClass || all[m.Concept].Class == lexicon.MindClass
	})
}

// plain reports whether a sentence says in the article's own words what is so.
func (v ownVoice) plain(s *claim.Sentence) bool {
	return !v.unsettled(s) && !limited(s) && !attributed(s)
}

// denials finds happenings and things that the article denies in one sentence and affirms in
// another, both in its own words and of the same people or things.
func (v ownVoice) denials() []wholeFinding {
	var out []wholeFinding
	for _, x := range refusals(v.Document) {
		s := &v.Sentences[x.sentence]
		if x.pending || len(s.Quantities) > 0 || claim.Light(x.concept) || !v.plain(s) {
			continue
		}
		for i := range v.Sentences {
			t := &v.Sentences[i]
			if t == s || !v.plain(t) {
				continue
			}
			if j := affirms(v.Document, t, x.concept); j >= 0 && t.Mentions[j].Weight >= clearWeight && v.sameDeed(x, t, j) {
				why := fmt.Sprintf("%s: denied in one sentence and affirmed in another of the same article", name(lexicon.Concepts()[x.concept]))
				out = append(out, wholeFinding{finding{model.Polarity, insideScore, why, mentionSpan(s, x.mention), mentionSpan(t, j)}, x.sentence, i})
			}
		}
	}
	return out
}

// leastShared is how many things the words around a denial and an affirmation have in
// common at the least, and how much of them, where one article says both.
const (
	leastShared = 2
	mostlyOne   = 0.6
)

// sameDeed reports whether a denial and an affirmation are of one deed: the words
// around them are much the same, and neither names somebody whom the other does not.
func (v ownVoice) sameDeed(x refusal, t *claim.Sentence, j int) bool {
	s := &v.Sentences[x.sentence]
	a, b := aroundOf(v.Document, s, s.Mentions[x.mention]), aroundOf(v.Document, t, t.Mentions[j])
	both := len(inBoth(a, b))
	p := &pair{a: v.Document, b: v.Document, s: s, t: t, names: sharedNames(s, t)}
	if p.otherDays() || p.otherYears() || p.otherCountries() || len(p.names) == 0 && len(s.Names) > 0 && len(t.Names) > 0 {
		return false
	}
	return both >= leastShared && float64(both) >= mostlyOne*float64(min(len(a), len(b)))
}

// twiceAlike is the likeness from which two sentences of one article make the same
// statement.
const twiceAlike = 0.6

// twiceTexts is up to which of its sentences an article is searched for statements
// that it makes twice.
const twiceTexts = 200

// twice finds the number or the day in which two sentences differ that otherwise make
// the same statement.
func (v ownVoice) twice() []wholeFinding {
	var views []*claim.Document // of a sentence each
	for i := range v.Sentences[:min(len(v.Sentences), twiceTexts)] {
		if len(v.Sentences[i].Figures) > 0 {
			one := *v.Document
			one.Sentences = v.Sentences[i : i+1 : i+1]
			views = append(views, &one)
		}
	}
	var out []wholeFinding
	for _, ap := range align.Pairs(views) {
		if ap.Score < twiceAlike {
			break // the best stand first
		}
		i, j := views[ap.A.Document].Sentences[0].Index, views[ap.B.Document].Sentences[0].Index
		ap.A, ap.B = align.Ref{Sentence: i}, align.Ref{Document: 1, Sentence: j}
		p := newPair(v.Document, v.Document, ap)
		p.twins = true
		if v.unsettled(p.s) || v.unsettled(p.t) || attributed(p.s) != attributed(p.t) {
			continue
		}
		for _, f := range p.figures() {
			f.why = fmt.Sprintf("%s against %s in the same statement of the same article", words(v.Document, f.markA), words(v.Document, f.markB))
			out = append(out, wholeFinding{f, i, j})
		}
	}
	return out
}
