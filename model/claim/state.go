package claim

import (
	"slices"
	"strings"

	"parallax/model/lexicon"
)

// Status says how far a thing said to happen has come.
type Status int

// The statuses, as the words of a sentence tell them; Happened where no word
// says otherwise.
const (
	Happened    Status = iota
	Pending            // not yet
	Future             // will be
	Planned            // planned, proposed, wanted
	Possible           // may be
	Alleged            // said to be
	Open               // whether it is
	Conditional        // if it is
)

// Denied reports whether the thing is said not to be so, or not to be so yet.
func (s State) Denied() bool { return s.Negated || s.Status == Pending }

// Doubtful reports whether the thing is neither said to be so nor not to be so:
// it is planned, possible, alleged or asked.
func (s State) Doubtful() bool { return s.Status != Happened && s.Status != Pending }

// State is how a sentence means a concept that it mentions.
type State struct {
	Negated bool
	// Contrasted is set where what is negated is affirmed of something else in
	// the same breath: "did not agree to X but to Y".
	Contrasted bool
	Status     Status
}

var statusOf = map[lexicon.Cue]Status{
	lexicon.Pending: Pending, lexicon.Future: Future, lexicon.Planned: Planned, lexicon.Possible: Possible,
	lexicon.Alleged: Alleged, lexicon.Whether: Open, lexicon.Conditional: Conditional,
}

// predicates are the classes of concepts that can be negated, planned or
// alleged.
var predicates = []lexicon.Class{lexicon.EventClass, lexicon.StateClass, lexicon.SpeechClass, lexicon.MindClass, lexicon.QualityClass, lexicon.AbstractClass}

// states finds what the cues of the sentence govern.
func (s *Sentence) states(_ string, lang *lexicon.Language) {
	s.futures(lang)
	for _, h := range s.cues {
		if s.Words[h.Start].Used {
			continue // "May" of a date is no "may"
		}
		switch h.Cue {
		case lexicon.Negation:
			if s.isVerb(h) {
				continue // to refuse or to fail is a happening, not a "not"
			}
			governed, things := s.governed(h, lang), s.things(h, lang)
			if len(things) > 0 {
				governed = s.before(governed, things[0]) // "no tear gas": the thing is what is denied
			}
			denied := s.denied(governed)
			s.negate(denied)
			if !slices.ContainsFunc(denied, func(m int) bool { return !Light(s.Mentions[m].Concept) }) {
				s.negate(things)
			}
			if s.contrastAfter(h) < len(s.Words) {
				for _, m := range nearestFirst(governed, s) {
					s.Mentions[m].State.Contrasted = true
				}
			}
		case lexicon.Affix:
			s.negate(s.affixed(h))
		}
		if status, ok := statusOf[h.Cue]; ok {
			for _, m := range append(s.governed(h, lang), s.closing(h, lang)...) {
				s.Mentions[m].State.Status = max(s.Mentions[m].State.Status, status)
			}
		}
	}
}

// futures finds the verbs whose ending says that what they tell is to come.
func (s *Sentence) futures(lang *lexicon.Language) {
	all := lexicon.Concepts()
	for i := range s.Mentions {
		m := &s.Mentions[i]
		switch all[m.Concept].Class {
		case lexicon.EventClass, lexicon.StateClass, lexicon.SpeechClass:
			if lang.InFuture(strings.ToLower(s.Words[m.To-1].Text)) {
				m.State.Status = max(m.State.Status, Future)
			}
		}
	}
}

// thingReach is how many words after a negation a thing may stand and still be
// what is denied: "no tear gas", "did not use tear gas".
const thingReach = 2

// before keeps the mentions that do not stand after another.
func (s *Sentence) before(mentions []int, other int) []int {
	return slices.DeleteFunc(slices.Clone(mentions), func(m int) bool { return s.Mentions[m].From > s.Mentions[other].From })
}

// denied lists those of the governed mentions that are what is denied: the first,
// and where it is too general to say what happens the next ones up to one that
// is not: "did not make a promise". What is said right after a verb goes with
// it: "issued no statement", "did not issue a statement".
func (s *Sentence) denied(governed []int) []int {
	var out []int
	said := false
	for i, m := range governed {
		if i > 0 && said && s.Mentions[m].From != s.Mentions[governed[i-1]].From && !s.saidRightAfter(governed[i-1], m) {
			break
		}
		out = append(out, m)
		said = said || !Light(s.Mentions[m].Concept)
	}
	return out
}

func (s *Sentence) saidRightAfter(verb, m int) bool {
	return lexicon.Concepts()[s.Mentions[m].Concept].Class == lexicon.SpeechClass && s.Mentions[m].From-s.Mentions[verb].To <= 1
}

// isVerb reports whether a concept of doing or saying covers the cue.
func (s *Sentence) isVerb(h lexicon.Hit) bool {
	for _, m := range s.Mentions {
		if m.From <= h.Start && m.To >= h.End && m.To-m.From <= h.End-h.Start+1 { // not around it: "setzte kein Gas ein"
			switch lexicon.Concepts()[m.Concept].Class {
			case lexicon.EventClass, lexicon.SpeechClass, lexicon.MindClass, lexicon.StateClass:
				return true
			}
		}
	}
	return false
}

// things lists the mentions of things right after a negation.
func (s *Sentence) things(h lexicon.Hit, lang *lexicon.Language) []int {
	var out []int
	for i, m := range s.Mentions {
		if m.From >= h.End && m.From < h.End+thingReach*lang.Reach() && s.sameClause(h.Start, m.From) && lexicon.Concepts()[m.Concept].Class == lexicon.ThingClass {
			out = append(out, i)
		}
	}
	return out
}

func (s *Sentence) negate(mentions []int) {
	for _, m := range mentions {
		s.Mentions[m].State.Negated = true // many languages say it twice
	}
}

// affixed lists the mentions of the word that an affix negates, and where it is
// a light verb the nearest before it in the clause. A word that the lexicon
// lists with its affix says what it says.
func (s *Sentence) affixed(h lexicon.Hit) []int {
	var own, before []int
	for i, m := range s.Mentions {
		if s.Words[m.From].Clause != s.Words[h.Start].Clause || !s.isPredicate(m) {
			continue
		}
		switch {
		case m.From <= h.Start && h.Start < m.To:
			own = append(own, i)
		case m.To <= h.Start:
			before = append(before, i)
		}
	}
	if slices.ContainsFunc(own, func(m int) bool { return !Light(s.Mentions[m].Concept) }) {
		return slices.DeleteFunc(own, func(m int) bool { return s.Mentions[m].Exact })
	}
	if len(own) > 0 {
		return append(own, nearest(before, s)...)
	}
	return nil
}

// governed lists the mentions of predicates in the scope of a cue: those after
// it up to the end of the clause or a contrast ("not X but Y"), or where none
// follows the nearest before it. Where the verb stands last it is the nearest
// before, else the nearest after.
func (s *Sentence) governed(h lexicon.Hit, lang *lexicon.Language) []int {
	clause := s.Words[h.Start].Clause
	stop := s.contrastAfter(h)
	var after, before []int
	for i, m := range s.Mentions {
		if s.Words[m.From].Clause != clause || !s.isPredicate(m) || (m.From == h.Start || m.To == h.End) {
			continue
		}
		if m.From > h.Start && m.From < stop { // also between the parts of "ne … pas"
			after = append(after, i)
		}
		if m.To <= h.Start {
			before = append(before, i)
		}
	}
	if lang.VerbLast && !(len(after) > 0 && s.Mentions[after[0]].From == h.End) {
		after, before = nearest(before, s), nearestFirst(after, s)
	}
	switch {
	case len(after) > 0:
		return s.within(after, h.End+scopeReach*lang.Reach())
	case lang.VerbSecond && len(before) > 0:
		return s.verbs(before, lang)
	}
	return nearest(before, s)
}

// closing lists the mentions of the verb that ends the clause of a cue that stands
// second there, with any number of words between: "will die Regierung erst nach einem
// Gutachten entscheiden".
func (s *Sentence) closing(h lexicon.Hit, lang *lexicon.Language) []int {
	if !lang.VerbSecond || h.Cue != lexicon.Planned && h.Cue != lexicon.Future && h.Cue != lexicon.Possible || h.End-h.Start > 1 {
		return nil
	}
	var out []int
	for i, m := range s.Mentions {
		ends := m.To == len(s.Words) || s.Words[m.To].Clause != s.Words[h.Start].Clause
		if m.From >= h.End && ends && s.Words[m.To-1].Clause == s.Words[h.Start].Clause && s.isPredicate(m) && !(lang.Nouns && s.Words[m.From].Upper) {
			out = append(out, i)
		}
	}
	return out
}

// verbs lists the first mentions that can be the verb of a main clause, which
// stands second there while what denies it stands at the end: "bestätigt den
// Angriff nicht".
func (s *Sentence) verbs(mentions []int, lang *lexicon.Language) []int {
	for i, m := range mentions {
		if w := &s.Words[s.Mentions[m].From]; !lang.Nouns || !w.Upper {
			return nearestFirst(mentions[i:], s)
		}
	}
	return nearest(mentions, s)
}

// scopeReach is how many words a cue governs; where no predicate stands among
// them, it governs the first one after.
const scopeReach = 5

func (s *Sentence) within(mentions []int, end int) []int {
	first := s.Mentions[mentions[0]].From
	n := 0
	for n < len(mentions) && (s.Mentions[mentions[n]].From < end || s.Mentions[mentions[n]].From == first) {
		n++
	}
	return mentions[:n]
}

// nearestFirst keeps the first mention and those at the same words.
func nearestFirst(mentions []int, s *Sentence) []int {
	if len(mentions) == 0 {
		return nil
	}
	n := 0
	for n < len(mentions) && s.Mentions[mentions[n]].From == s.Mentions[mentions[0]].From {
		n++
	}
	return mentions[:n]
}

// nearest keeps the last mention and those at the same words.
func nearest(mentions []int, s *Sentence) []int {
	if len(mentions) == 0 {
		return nil
	}
	last := s.Mentions[mentions[len(mentions)-1]]
	i := slices.IndexFunc(mentions, func(m int) bool { return s.Mentions[m].From == last.From })
	return mentions[i:]
}

func (s *Sentence) contrastAfter(h lexicon.Hit) int {
	for _, c := range s.cues {
		if c.Cue == lexicon.Contrast && c.Start >= h.End {
			return c.Start
		}
	}
	return len(s.Words)
}

func (s *Sentence) isPredicate(m Mention) bool {
	return slices.Contains(predicates, lexicon.Concepts()[m.Concept].Class)
}

// Has reports whether a cue of the class stands in the sentence.
func (s *Sentence) Has(c lexicon.Cue) bool {
	return slices.ContainsFunc(s.cues, func(h lexicon.Hit) bool { return h.Cue == c })
}

// Cues lists the places of the cues of a class, as half-open word ranges.
func (s *Sentence) Cues(c lexicon.Cue) [][2]int {
	var out [][2]int
	for _, h := range s.cues {
		if h.Cue == c {
			out = append(out, [2]int{h.Start, h.End})
		}
	}
	return out
}
