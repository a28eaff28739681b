package claim

import (
	"slices"
	"strings"

	"parallax/model/lexicon"
)

// nameSpeakers says who speaks in each quote: the name nearest to the word of
// saying that stands nearest to the quote, or where only a pronoun or nothing
// stands there, the last speaker of the paragraph or the first name of the
// sentence before.
func (d *Document) nameSpeakers() {
	d.findPlaces()
	last, paragraph := Speaker{Name: -1}, -1
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Paragraph != paragraph && !s.opensWithPronoun() {
			last = Speaker{Name: -1}
		}
		paragraph = s.Paragraph
		if l := d.latter(s); l.Known() {
			last = l
		}
		found := Speaker{Name: -1}
		for q := range s.Quotes {
			found = s.speaker([2]int{s.Quotes[q].From, s.Quotes[q].To}, last)
			if !found.Known() || found == last {
				found = d.byRole(s, [2]int{s.Quotes[q].From, s.Quotes[q].To}, found)
			}
			if found == last && found.Known() {
				found.Alone = found.Alone && s.pointsBack(s.Quotes[q]) && !d.firstSpeaker(s, Speaker{Name: -1}).Known()
			}
			s.Quotes[q].Speaker = found
		}
		if len(s.Quotes) == 0 {
			found = s.speaker([2]int{0, len(s.Words)}, last)
		}
		s.Speaker = Speaker{Name: -1}
		if _, says := s.saying([2]int{0, len(s.Words)}); says {
			s.Speaker = found
		}
		if !found.Known() && !s.Headline {
			found = d.firstSpeaker(s, last)
		}
		if found.Known() && !s.Headline {
			last = found
		}
	}
}

// firstSpeaker is the first of the names that is of somebody who may speak: of whom
// the sentence tells. Alone says that it names nobody else. Where it names nobody and
// begins with a pronoun, it goes on about the one before.
func (d *Document) firstSpeaker(s *Sentence, last Speaker) Speaker {
	found := Speaker{Name: -1, Index: s.Index, Alone: true}
	for n, name := range s.Names {
		switch {
		case s.quoted(name.From) || !d.somebody(s, n):
		case found.Known():
			found.Alone = found.Alone && s.Names[found.Name].Same(name)
		default:
			found.Name = n
		}
	}
	if !found.Known() && last.Known() && s.goesOn() {
		return last
	}
	return found
}

// somebody reports whether a name of the sentence may be of somebody who speaks, and
// is that of no place, as far as the article tells.
func (d *Document) somebody(s *Sentence, n int) bool {
	name := s.Names[n]
	return !s.countryAt(name.To-1) && s.speaks(n) && !s.regional(name) && !d.placedAnywhere(name)
}

// pronounReach is how many words may part a pronoun from the words quoted.
const pronounReach = 3

// pointsBack reports whether a pronoun by the words quoted gives them to somebody.
func (s *Sentence) pointsBack(q Quote) bool {
	for _, p := range s.Cues(lexicon.Pronoun) {
		if !s.quoted(p[0]) && gapBetween(p, [2]int{q.From, q.To}) <= pronounReach {
			return true
		}
	}
	return false
}

// goesOn reports whether a pronoun stands among the first words of the sentence.
func (s *Sentence) goesOn() bool {
	for _, p := range s.Cues(lexicon.Pronoun) {
		if p[0] == 0 {
			return true
		}
	}
	return false
}

// regional reports whether a word for a kind of place stands before the name and
// governs it: "the province of X".
func (s *Sentence) regional(n Name) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if all[m.Concept].Class == lexicon.PlaceClass && m.To <= n.From && m.To >= n.From-maxApposition && s.Words[m.From].Clause == s.Words[n.From].Clause && (m.To == n.From || s.Words[n.From-1].Stop || s.hasCue(n.From-1, lexicon.Particle)) {
			return true
		}
	}
	return false
}

// findPlaces notes the keys of the names that stand behind a word of place anywhere in
// the article.
func (d *Document) findPlaces() {
	d.places = map[string]bool{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, n := range s.Names {
			if s.placed(n) {
				for _, k := range n.Keys {
					d.places[k] = true
				}
			}
		}
	}
}

// placedAnywhere reports whether the article somewhere has the name behind a word of
// place.
func (d *Document) placedAnywhere(n Name) bool {
	return slices.ContainsFunc(n.Keys, func(k string) bool { return d.places[k] })
}

func (s *Sentence) opensWithPronoun() bool {
	return len(s.Quotes) > 0 || s.Has(lexicon.Pronoun)
}

// speaker is who says the words [quote[0], quote[1]) of the sentence; last is who
// a pronoun stands for.
func (s *Sentence) speaker(quote [2]int, last Speaker) Speaker {
	at, ok := s.saying(quote)
	if !ok {
		return last
	}
	best, distance, second := -1, maxSpeaker, 2*maxSpeaker
	others := -1
	for n, name := range s.Names {
		if s.quoted(name.From) || !s.speaks(n) {
			continue
		}
		d := s.distance(at, [2]int{name.From, name.To})
		if s.belongs(name) {
			d += ofRole
		} else {
			others++
		}
		if d < distance {
			best, distance, second = n, d, distance
		} else {
			second = min(second, d)
		}
	}
	for _, p := range s.Cues(lexicon.Pronoun) {
		if !s.quoted(p[0]) && gapBetween(at, p) <= 1 && distance > 1 && !s.article(p) {
			return last
		}
	}
	if best < 0 {
		return last
	}
	sure := second > distance && s.unknownName(s.Names[best])
	return Speaker{Name: best, Index: s.Index, Sure: sure, Alone: others == 0}
}

// article reports whether a word that may be a pronoun stands right before a role:
// "la maire" is not "her".
func (s *Sentence) article(p [2]int) bool {
	return p[1] < len(s.Words) && !s.Words[p[1]].Token.Gap && s.role(p[1])
}

// unknownName reports whether some word of the name is none of the lexicon, of which
// the names of bodies are made.
func (s *Sentence) unknownName(n Name) bool {
	for w := n.From; w < n.To; w++ {
		if !s.Words[w].Known {
			return true
		}
	}
	return false
}

// saying is the word of saying outside quotation marks that stands nearest to
// the quote.
func (s *Sentence) saying(quote [2]int) (at [2]int, ok bool) {
	nearest := 0
	for _, c := range s.sayings() {
		if s.quoted(c[0]) {
			continue
		}
		if d := gapBetween(quote, c); !ok || d < nearest {
			at, nearest, ok = c, d, true
		}
	}
	return at, ok
}

// sayings lists the words of saying and of source, as they are found.
func (s *Sentence) sayings() [][2]int {
	all := s.Cues(lexicon.According)
	for _, m := range s.Mentions {
		if lexicon.Concepts()[m.Concept].Class == lexicon.SpeechClass {
			all = append(all, [2]int{m.From, m.To})
		}
	}
	return all
}

// speaks reports whether the name may be somebody who speaks: neither a place,
// nor a country or its people, nor a bare title.
func (s *Sentence) speaks(n int) bool {
	name := s.Names[n]
	place := func(k string) bool { return strings.HasPrefix(k, string(aliasMark)+lexicon.PlaceMark) }
	if s.placed(name) || slices.ContainsFunc(name.Keys, place) {
		return false
	}
	bare := true
	for w := name.From; w < name.To; w++ {
		bare = bare && (s.hasCue(w, lexicon.Title) || s.countryAt(w) || s.peopleAt(w))
	}
	return !bare
}

// ofRole is how many words a name counts farther that says of what somebody is
// the head or a member.
const ofRole = 6

// belongs reports whether a role stands a few words before the name, in its
// clause, and not beside it: "chairman of the Union".
func (s *Sentence) belongs(n Name) bool {
	if n.From > 0 && s.role(n.From-1) {
		return false
	}
	for k := n.From - 2; k >= 0 && k >= n.From-3; k-- {
		if s.Words[k+1].Token.Gap {
			return false
		}
		if s.role(k) {
			return s.empty(k+1, n.From)
		}
	}
	return false
}

// byRole is who speaks where only a role stands beside the word of saying, "the
// minister said": the one whom the article named with that role before. Where
// nobody was, it is found.
func (d *Document) byRole(s *Sentence, quote [2]int, found Speaker) Speaker {
	at, ok := s.saying(quote)
	if !ok {
		return found
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if all[m.Concept].Class != lexicon.RoleClass || gapBetween(at, [2]int{m.From, m.To}) > 1 || s.quoted(m.From) {
			continue
		}
		for i := s.Index - 1; i >= 0; i-- {
			if n := d.Sentences[i].named(m.Concept); n >= 0 {
				return Speaker{Name: n, Index: i, Role: !d.shared(m.Concept, d.Sentences[i].Names[n])}
			}
		}
	}
	return found
}

// shared reports whether the article names somebody else with the role too.
func (d *Document) shared(role lexicon.ConceptID, n Name) bool {
	for i := range d.Sentences {
		if m := d.Sentences[i].named(role); m >= 0 && !n.Same(d.Sentences[i].Names[m]) {
			return true
		}
	}
	return false
}

// named is the name beside which the role stands; -1 where there is none.
func (s *Sentence) named(role lexicon.ConceptID) int {
	for _, m := range s.Mentions {
		if m.Concept != role {
			continue
		}
		for n, name := range s.Names {
			if name.From <= m.From && m.To <= name.To || gapBetween([2]int{m.From, m.To}, [2]int{name.From, name.To}) == 0 && s.speaks(n) {
				return n
			}
		}
	}
	return -1
}

// placed reports whether the name stands after a word of place, "in Moscow", and
// so is nobody who speaks.
func (s *Sentence) placed(n Name) bool {
	for _, cue := range []lexicon.Cue{lexicon.At, lexicon.Near} {
		for _, c := range s.Cues(cue) {
			if c[1] <= n.From && c[1] >= n.From-2 && !s.inPhrase(c[0]) && s.Words[c[0]].Clause == s.Words[n.From].Clause {
				return true
			}
		}
	}
	return false
}

// inPhrase reports whether a word is of a phrase of saying that the lexicon lists: the
// "a" of "a déclaré" is no "à".
func (s *Sentence) inPhrase(word int) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.To-m.From > 1 && m.From <= word && word < m.To && all[m.Concept].Class == lexicon.SpeechClass {
			return true
		}
	}
	return false
}

// maxSpeaker is how many words may stand between a speaker and the word of
// saying; a clause boundary counts as three.
const maxSpeaker = 9

func (s *Sentence) distance(a, b [2]int) int {
	d := gapBetween(a, b)
	for w := min(a[1], b[1]); w < max(a[0], b[0]); w++ {
		if s.quoted(w) {
			d-- // what is quoted does not part the speaker from the verb
		}
	}
	if s.Words[a[0]].Clause != s.Words[b[0]].Clause {
		d += 3
	}
	return d
}

func gapBetween(a, b [2]int) int {
	switch {
	case a[1] <= b[0]:
		return b[0] - a[1]
	case b[1] <= a[0]:
		return a[0] - b[1]
	}
	return 0
}
