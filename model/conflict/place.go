package conflict

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed sites.tsv
var siteData string

// site is a kind of place: of two sites of one level and different groups, a
// happening takes place in one only.
type site struct{ level, group string }

var siteTable = sync.OnceValue(func() map[string]site {
	out := map[string]site{}
	for _, cells := range table(siteData) {
		out[cells[0]] = site{cells[1], cells[2]}
	}
	return out
})

//go:embed once.txt
var onceData string

// once lists the families of happenings that take place once.
var once = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, cells := range table(onceData) {
		for _, key := range strings.Fields(cells[0]) {
			out[key] = true
			if root, ok := kin()[key]; ok {
				out[root] = true
			}
		}
	}
	return out
})

// located is where a sentence says that something happened.
type located struct {
	sentence int
	event    string          // family
	subjects map[string]bool // families of what else happens in the clause
	things   map[string]bool // keys of who and what takes part
	kinds    map[string]at   // kind of place by level
	names    []at            // places by name
	focused  bool            // the sentence is there to say where
	numbered bool            // it is one of several: "the second explosion"
}

// at is the words that say where.
type at struct {
	group string     // of a kind of place
	name  claim.Name // of a place by name
	span  model.Span
}

// sites compares where two reports say that the same thing happened.
func sites(r *reports) []wholeFinding {
	var out []wholeFinding
	ys := r.whereabouts(r.b)
	for _, x := range r.whereabouts(r.a) {
		for _, y := range ys {
			if x.event != y.event || x.numbered || y.numbered || !r.sameHappening(x, y) || r.otherDays(x.sentence, y.sentence) {
				continue
			}
			p, q, score := r.apart(x, y)
			if score == 0 {
				p, q, score = r.faraway(x, y)
			}
			if score > 0 {
				a, b := outlet(r.a), outlet(r.b)
				why := fmt.Sprintf("where (%s): %s (%s) against %s (%s)", x.event, words(r.a, p), a, words(r.b, q), b)
				out = append(out, wholeFinding{finding{model.Where, score, why, p, q}, x.sentence, y.sentence})
			}
		}
	}
	return out
}

// How sure it is that two kinds of place, and that two names, are two places.
const (
	otherKindScore = 0.75
	otherNameScore = 0.65
)

// apart finds the places that exclude each other.
func (r *reports) apart(x, y located) (p, q model.Span, score float64) {
	for _, level := range slices.Sorted(maps.Keys(x.kinds)) {
		k := x.kinds[level]
		if l, ok := y.kinds[level]; ok {
			if k.group == l.group {
				continue // rooms of one building
			}
			if k.group == "" || l.group == "" || speaksOfSite(r.b, k.group) || speaksOfSite(r.a, l.group) {
				return p, q, 0
			}
			p, q, score = k.span, l.span, otherKindScore
		}
	}
	if score > 0 || r.short() || len(x.names) != 1 || len(y.names) != 1 || !x.focused || !y.focused {
		return p, q, score
	}
	n, m := x.names[0], y.names[0]
	if knows(r.b, n.name) || knows(r.a, m.name) || alikeNames(n.name, m.name) {
		return p, q, 0
	}
	return n.span, m.span, otherNameScore
}

// speaksOfSite reports whether a report speaks of a kind of place at all: it then
// may say the same in another sentence.
func speaksOfSite(d *claim.Document, group string) bool {
	all := lexicon.Concepts()
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			if siteTable()[all[m.Concept].Key].group == group {
				return true
			}
		}
	}
	return false
}

// sameHappening reports whether both sentences locate one happening: of a
// beginning or an end it must be what both reports are about.
func (r *reports) sameHappening(x, y located) bool {
	if isPhase(x.event) {
		switch {
		case len(x.subjects) > 0 && len(y.subjects) > 0:
			return meets(x.subjects, y.subjects)
		case len(x.subjects) > 0:
			return meets(x.subjects, r.core)
		case len(y.subjects) > 0:
			return meets(y.subjects, r.core)
		}
		return len(r.core) > 0
	}
	return r.core[x.event] || meets(inBoth(x.things, y.things), r.cast)
}

// whereabouts lists where the report says that things happened.
func (r *reports) whereabouts(d *claim.Document) []located {
	var out []located
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		seen := map[string]bool{}
		for _, m := range s.Mentions {
			c := all[m.Concept]
			event := family(c)
			if seen[event] || !once()[event] || !isPhase(event) && (c.Class != lexicon.EventClass || staged(s, m)) || m.State != (claim.State{}) {
				continue
			}
			seen[event] = true
			l := located{sentence: i, event: event}
			if l.find(d, s, m); len(l.kinds)+len(l.names) > 0 {
				out = append(out, l.held()...)
			}
		}
	}
	return out
}

// staged reports whether the clause of a happening says that it, or another,
// begins, ends or takes place: that is then what is located.
func staged(s *claim.Sentence, event claim.Mention) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if isPhase(family(all[m.Concept])) && s.Words[m.From].Clause == s.Words[event.From].Clause {
			return true
		}
	}
	return false
}

// held says what takes place where "takes place" or "begins" is all that the
// verb says: where it begins it is.
func (l located) held() []located {
	out := []located{l}
	if l.event == "hold-event" || l.event == "begin" {
		for _, f := range slices.Sorted(maps.Keys(l.subjects)) {
			l.event = f
			out = append(out, l)
		}
	}
	return out
}

// find fills in what the clause of a happening says besides.
func (l *located) find(d *claim.Document, s *claim.Sentence, event claim.Mention) {
	l.subjects, l.things, l.kinds = map[string]bool{}, map[string]bool{}, map[string]at{}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if !oneClause(s, m.From, event.From) || m.From == event.From {
			continue
		}
		c := all[m.Concept]
		k, isSite := siteTable()[c.Key]
		switch {
		case isSite && where(d, s, event, m.From, m.To):
			l.addKind(k, at{group: k.group, span: span(s, m.From, m.To)})
		case happening(c) && !claim.Light(c.ID) && !isPhase(family(c)):
			l.subjects[family(c)] = true
		case c.Class == lexicon.RoleClass || c.Class == lexicon.ThingClass || c.Class == lexicon.GroupClass:
			l.things[family(c)] = true
		}
	}
	for _, n := range s.Names {
		if !oneClause(s, n.From, event.From) || !comparable(d, n) || inCountry(s, n) || ofPeople(s, n) || !cuedBefore(d, s, n.From, lexicon.At, lexicon.Near) {
			continue
		}
		if last := len(l.names) - 1; !d.Language.Spaced && last >= 0 && l.names[last].name.To == n.From {
			l.names = l.names[:last] // the province before the town
		}
		l.names = append(l.names, at{name: n, span: n.Span})
	}
	l.numbered = oneOfSeveral(s)
	l.focused = len(l.subjects)+len(l.things) <= focus && len(s.Words) <= focusWords*d.Language.Reach()
}

// oneOfSeveral reports whether a sentence tells a happening from others of its
// sort.
func oneOfSeveral(s *claim.Sentence) bool {
	for _, q := range s.Quantities {
		if q.Ordinal {
			return true
		}
	}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if all[m.Concept].Key == "second-time" && m.Weight == 1 {
			return true // and not "secondo", "according to"
		}
	}
	return s.Has(lexicon.Further) || speaks(s, "another")
}

// oneClause reports whether nothing but a time of day, "4:45 a.m.", parts two
// words.
func oneClause(s *claim.Sentence, i, j int) bool {
	for w := min(i, j) + 1; w <= max(i, j); w++ {
		if s.Words[w].Clause != s.Words[w-1].Clause && !(s.Words[w].Used && s.Words[w-1].Used) {
			return false
		}
	}
	return true
}

// A sentence says little besides where, if it speaks of at most so much and has
// at most so many words.
const (
	focus      = 3
	focusWords = 14
)

// addKind notes a kind of place; two of one level say nothing.
func (l *located) addKind(k site, a at) {
	if was, ok := l.kinds[k.level]; ok && was.group != k.group {
		a.group = ""
	}
	l.kinds[k.level] = a
}

// where reports whether words [from, to) say where: a word of place stands
// before them or is joined to them, or the language says it after them, which
// cannot be told from other ways to stand there.
func where(d *claim.Document, s *claim.Sentence, event claim.Mention, from, to int) bool {
	if s.Words[from].Used {
		return false // of a time
	}
	if d.Language.VerbLast || attached(d, s, from) {
		return true
	}
	begins := isPhase(family(lexicon.Concepts()[event.Concept])) && cuedBefore(d, s, from, lexicon.FromValue)
	return begins || event.From != to && cuedBefore(d, s, from, lexicon.At, lexicon.Near)
}

//go:embed joined.tsv
var joinedData string

// joined are the beginnings of words that say "in" or "at", by language.
var joined = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, cells := range table(joinedData) {
		out[cells[0]] = strings.Split(cells[1], "|")
	}
	return out
})

func attached(d *claim.Document, s *claim.Sentence, word int) bool {
	for _, p := range joined()[d.Language.Tag] {
		if strings.HasPrefix(s.Words[word].Text, p) {
			return true
		}
	}
	return false
}

// inCountry reports whether a name is that of a country, or says of which one
// something is.
func inCountry(s *claim.Sentence, n claim.Name) bool {
	within := func(c claim.Country) bool { return c.From < n.To && n.From < c.To }
	return slices.ContainsFunc(s.Countries, within) || slices.ContainsFunc(s.Peoples, within)
}

// ofPeople reports whether a name is, or holds, one of a people: "Swedish".
func ofPeople(s *claim.Sentence, n claim.Name) bool {
	return slices.ContainsFunc(s.Peoples, func(c claim.Country) bool { return c.From < n.To && n.From < c.To })
}

// knows reports whether the report names any word of the name.
func knows(d *claim.Document, n claim.Name) bool {
	for i := range d.Sentences {
		if names(&d.Sentences[i], n) {
			return true
		}
	}
	return false
}

// comparable reports whether a name can be told from others: written with
// characters it must be known in Latin letters.
func comparable(d *claim.Document, n claim.Name) bool {
	if d.Language.Spaced {
		return len(n.Keys) > 0
	}
	return slices.ContainsFunc(n.Keys, func(k string) bool { return strings.HasPrefix(k, aliasPrefix) })
}

// aliasPrefix begins the keys of names known in Latin letters.
const aliasPrefix = "#@"

// alikeNames reports whether two names could be one name in two spellings.
func alikeNames(x, y claim.Name) bool {
	for _, k := range x.Keys {
		for _, l := range y.Keys {
			k, l := strings.TrimPrefix(k, aliasPrefix), strings.TrimPrefix(l, aliasPrefix)
			if k == "" || l == "" || k[0] == l[0] || k[len(k)-1] == l[len(l)-1] && len(k) > 2 {
				return true
			}
		}
	}
	return false
}

// otherDays reports whether the sentences date what they say, and differently,
// or one of them tells of another year than that of its report.
func (r *reports) otherDays(i, j int) bool {
	s, t := &r.a.Sentences[i], &r.b.Sentences[j]
	if lookingBack(r.a, s) != lookingBack(r.b, t) {
		return true
	}
	for _, x := range datable(s) {
		for _, y := range datable(t) {
			if !apart(x, y) {
				return false
			}
		}
	}
	return len(datable(s)) > 0 && len(datable(t)) > 0
}

// lookingBack reports whether a sentence names a year that is not that of its
// report.
func lookingBack(d *claim.Document, s *claim.Sentence) bool {
	for y := range years(s) {
		if y != d.Article.Date.Year {
			return true
		}
	}
	return false
}
