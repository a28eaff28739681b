package conflict

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// reports is two articles of one event, compared as wholes: what one says in a
// sentence of its own, "The cause was a lightning strike", may clash with a
// sentence of the other that has no word in common with it.
type reports struct {
	a, b *claim.Document
	core map[string]bool // families of happenings that both come back to
	cast map[string]bool // families of who and what both come back to
}

// wholeFinding is a conflict between sentences s of a and t of b.
type wholeFinding struct {
	finding
	s, t int
}

// bothSides is what a judge of two reports finds, each taken first in turn.
func (r *reports) bothSides(judge func(x, y *claim.Document) []wholeFinding) []wholeFinding {
	out := judge(r.a, r.b)
	for _, f := range judge(r.b, r.a) {
		f.s, f.t = f.t, f.s
		f.markA, f.markB = f.markB, f.markA
		out = append(out, f)
	}
	return out
}

// wholes are the judges of whole reports.
var wholes = []func(*reports) []wholeFinding{spoken, progress, notThem, origins, sites, persons, stances, contraries, unharmed, tolls, mistold}

// across compares every two articles as wholes. Of sentences that clash already
// no second conflict is told, unless it says better how they do.
func across(event string, docs []*claim.Document, found []model.Conflict) []model.Conflict {
	told := toldOf(found)
	var out []model.Conflict
	for i, a := range docs {
		for _, b := range docs[i+1:] {
			out = append(out, newReports(a, b).clashes(event, told)...)
		}
	}
	return out
}

// sides are the two sentences of a conflict, whatever their marks.
type sides struct{ a, b place }

// teller is who told that two sentences clash.
type teller int

const (
	nobody    teller = iota
	byPair           // they were compared by themselves
	byReports        // their reports were compared as wholes
)

// toldOf is which sentences clash so surely that it is told.
func toldOf(found []model.Conflict) map[sides]teller {
	told := map[sides]teller{}
	for _, c := range found {
		if c.Strength != model.Possible {
			told[sides{placeOf(c.A), placeOf(c.B)}] = byPair
		}
	}
	return told
}

// specific reports whether a whole report is needed to see that kind of conflict,
// which a pair of sentences may show as one of another.
func specific(k model.Kind) bool {
	return k == model.Status || k == model.Quote || k == model.Attribution || k == model.Cause
}

// withoutRetold drops the conflicts of pairs of sentences of which the reports, taken
// as wholes, tell more specifically.
func withoutRetold(found, whole []model.Conflict) []model.Conflict {
	retold := map[sides]bool{}
	for _, c := range whole {
		retold[sides{placeOf(c.A), placeOf(c.B)}] = true
	}
	return slices.DeleteFunc(found, func(c model.Conflict) bool { return retold[sides{placeOf(c.A), placeOf(c.B)}] })
}

// clashes lists what clashes between the reports as wholes, but for sentences of
// which a conflict is told already, and notes those it adds as told.
func (r *reports) clashes(event string, told map[sides]teller) []model.Conflict {
	var out []model.Conflict
	for _, judge := range wholes {
		for _, f := range judge(r) {
			c := r.conflict(event, f)
			k := sides{placeOf(c.A), placeOf(c.B)}
			if told[k] == nobody || told[k] == byPair && specific(c.Kind) {
				told[k] = byReports
				out = append(out, c)
			}
		}
	}
	return out
}

func (r *reports) conflict(event string, f wholeFinding) model.Conflict {
	c := model.Conflict{
		Event: event, Kind: f.kind, Strength: strength(f.score), Why: f.why,
		A: side(r.a, &r.a.Sentences[f.s], f.markA), B: side(r.b, &r.b.Sentences[f.t], f.markB),
	}
	c.ID = identify(string(c.Kind), c.A, c.B)
	return c
}

//go:embed kin.tsv
var kinData string

var kin = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, cells := range table(kinData) {
		for _, key := range cells {
			out[key] = cells[0]
		}
	}
	return out
})

// table splits the lines of a data file into cells.
func table(data string) [][]string {
	var out [][]string
	for _, line := range strings.Split(strings.TrimSpace(data), "\n") {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// family is the key of the concept that stands for all of its kin.
func family(c lexicon.Concept) string {
	if root, ok := kin()[c.Key]; ok {
		return root
	}
	return c.Key
}

// shortReport is how many sentences a report has at the most that need not come
// back to what it is about.
const shortReport = 3

func newReports(a, b *claim.Document) *reports {
	return &reports{a, b, inBoth(topics(a, happenings), topics(b, happenings)), inBoth(topics(a, participants), topics(b, participants))}
}

// short reports whether one report is a passage rather than a report: what it
// leaves out it may well know.
func (r *reports) short() bool {
	return len(r.a.Sentences) < shortReport || len(r.b.Sentences) < shortReport
}

func inBoth(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for k := range a {
		if b[k] {
			out[k] = true
		}
	}
	return out
}

// topics lists the families, as far as they are of the sort listed, that a
// report comes back to or has in its headline.
func topics(d *claim.Document, listed func(*claim.Sentence, int, int) map[string]bool) map[string]bool {
	count := map[string]int{}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		weight := 1
		if s.Headline || len(d.Sentences) <= shortReport {
			weight = 2
		}
		for f := range listed(s, 0, len(s.Words)) {
			count[f] += weight
		}
	}
	out := map[string]bool{}
	for f, n := range count {
		if n > 1 {
			out[f] = true
		}
	}
	return out
}

// participants lists the families of the people, bodies and things among words
// [from, to).
func participants(s *claim.Sentence, from, to int) map[string]bool {
	out := map[string]bool{}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		c := all[m.Concept]
		if m.From >= from && m.To <= to && (c.Class == lexicon.RoleClass || c.Class == lexicon.ThingClass || c.Class == lexicon.GroupClass) {
			out[family(c)] = true
		}
	}
	return out
}

// happenings lists the families of the telling happenings among words [from, to).
func happenings(s *claim.Sentence, from, to int) map[string]bool {
	out := map[string]bool{}
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		c := all[m.Concept]
		if _, related := kin()[c.Key]; m.From >= from && m.To <= to && !claim.Light(c.ID) && (happening(c) || related) {
			out[family(c)] = true
		}
	}
	return out
}

// isPhase reports whether a family says that a happening begins, ends or takes
// place, and not which.
func isPhase(f string) bool { return slices.Contains([]string{"begin", "end", "hold-event"}, f) }

// meets reports whether two sets share a key.
func meets(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// ago is how many words before a word a cue that governs it may stand.
const ago = 4

// cuedBefore reports whether a cue of one of the classes stands shortly before
// word i, in its clause, with no other word of a like kind between.
func cuedBefore(d *claim.Document, s *claim.Sentence, i int, cues ...lexicon.Cue) bool {
	for _, cue := range cues {
		for _, c := range s.Cues(cue) {
			if c[1] <= i && c[1] > i-ago*d.Language.Reach() && s.Words[c[0]].Clause == s.Words[i].Clause && bare(s, c[1], i) {
				return true
			}
		}
	}
	return placedBefore(s, i)
}

// placedBefore reports whether a word for where a thing stands by another, in
// front of it or beside it, stands right before word i.
func placedBefore(s *claim.Sentence, i int) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		switch all[m.Concept].Key {
		case "front", "near", "outside", "inside", "beside", "next-to":
			if m.To <= i && m.To >= i-1 {
				return true
			}
		}
	}
	return false
}

// bare reports whether words [from, to) are one phrase, as far as one can tell:
// empty words stand at its beginning, and else after a kind of place only: "on
// the island of".
func bare(s *claim.Sentence, from, to int) bool {
	full := false
	for w := from; w < to; w++ {
		switch {
		case !s.Words[w].Stop:
			full = !ofPlace(s, w)
		case full && !has(s, w, lexicon.Particle):
			return false
		}
	}
	return true
}

func ofPlace(s *claim.Sentence, word int) bool {
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if m.From <= word && word < m.To && all[m.Concept].Class == lexicon.PlaceClass {
			return true
		}
	}
	return false
}

// has reports whether a cue of the class covers a word.
func has(s *claim.Sentence, word int, cue lexicon.Cue) bool {
	for _, c := range s.Cues(cue) {
		if c[0] <= word && word < c[1] {
			return true
		}
	}
	return false
}
