package conflict

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"parallax/model/claim"
	"parallax/model/lexicon"
)

//go:embed actors.tsv
var actorData string

var actorTable = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, cells := range table(actorData) {
		out[cells[0]] = cells[1]
	}
	return out
})

//go:embed by.tsv
var byData string

// byWords are the words of one language that say who did it.
type byWords struct {
	before bool // the doer stands before them
	words  [][]string
}

var byTable = sync.OnceValue(func() map[string]byWords {
	out := map[string]byWords{}
	for _, cells := range table(byData) {
		b := byWords{before: cells[1] == "before"}
		lang := lexicon.Of(cells[0])
		for _, w := range strings.Split(cells[2], "|") {
			var folded []string
			for _, part := range strings.Fields(w) {
				folded = append(folded, lang.Fold(part))
			}
			b.words = append(b.words, folded)
		}
		out[cells[0]] = b
	}
	return out
})

// membershipScore is how sure it is that "all were of one group" and "some were
// of another" clash.
const membershipScore = 0.75

// membership compares what all of the victims are said to have been with what
// some of them were.
func membership(r *reports) []wholeFinding {
	var out []wholeFinding
	for _, x := range allWere(r.a) {
		for _, y := range someWere(r.b) {
			if x.group != y.group && x.what == y.what {
				out = append(out, r.who(x.what, membershipScore, x, y))
			}
		}
	}
	for _, y := range allWere(r.b) {
		for _, x := range someWere(r.a) {
			if x.group != y.group && x.what == y.what {
				out = append(out, r.who(x.what, membershipScore, x, y))
			}
		}
	}
	return out
}

// allWere lists what all of the dead or the hurt are said to have been, and the
// sentences of the same report that count them so.
func allWere(d *claim.Document) []party {
	var out []party
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if !saysAll(s) {
			continue
		}
		if w, ok := fated(s, 0); ok {
			w.sentence, w.only = i, true
			out = append(out, w)
		}
	}
	for _, w := range slices.Clone(out) {
		for i := range d.Sentences {
			s := &d.Sentences[i]
			if v, ok := fated(s, 0); ok && s.Headline && v.group == w.group && v.what == w.what && len(s.Quantities) > 0 {
				v.sentence = i
				out = append(out, v)
			}
		}
	}
	return out
}

// someWere lists what some of the dead or the hurt were: "among the dead".
func someWere(d *claim.Document) []party {
	var out []party
	for i := range d.Sentences {
		s := &d.Sentences[i]
		from := amongAt(s)
		if from < 0 || saysAll(s) {
			continue
		}
		if w, ok := fated(s, from); ok {
			w.sentence = i
			out = append(out, w)
		}
	}
	return out
}

// saysAll reports whether a sentence speaks of all there were.
func saysAll(s *claim.Sentence) bool {
	for _, key := range []string{"all", "whole", "full", "completely"} {
		if speaks(s, key) {
			return true
		}
	}
	return s.Has(lexicon.Only)
}

// amongReach is how many words after "among" the dead may stand.
const amongReach = 3

// amongAt is the word after which stands that somebody is a part of the dead, or
// -1.
func amongAt(s *claim.Sentence) int {
	var places [][2]int
	places = append(places, s.Cues(lexicon.Among)...)
	all := lexicon.Concepts()
	for _, m := range s.Mentions {
		if k := all[m.Concept].Key; k == "between" || k == "among" {
			places = append(places, [2]int{m.From, m.To})
		}
	}
	for _, p := range places {
		for _, m := range s.Mentions {
			c := all[m.Concept]
			if fatal := family(c) == "kill" || c.Key == "victim"; fatal && m.To >= p[0] && m.From < p[1]+amongReach {
				return min(p[0], m.From)
			}
		}
	}
	return -1
}

func speaks(s *claim.Sentence, key string) bool {
	c, ok := lexicon.ConceptByKey(key)
	return ok && mentions(s, c.ID)
}

// fated finds the first actor of a sentence that says that people died or were
// hurt, and that from some word on.
func fated(s *claim.Sentence, from int) (party, bool) {
	all := lexicon.Concepts()
	w := party{}
	for i, m := range s.Mentions {
		c := all[m.Concept]
		if m.State.Denied() || m.State.Doubtful() {
			continue
		}
		switch f := family(c); {
		case f == "kill" || c.Key == "victim":
			if m.From >= from && w.what == "" {
				w.what = "kill"
			}
		case (c.Class == lexicon.RoleClass || c.Class == lexicon.GroupClass) && w.group == "":
			if g, ok := actorTable()[c.Key]; ok {
				w.group, w.span = g, mentionSpan(s, i)
			}
		}
	}
	return w, w.what != "" && w.group != ""
}

// agentScore is how sure it is that two groups said to have done it clash.
const agentScore = 0.7

// agents compares which group did what both reports are about.
func agents(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	var out []wholeFinding
	for _, x := range agentsOf(r.a) {
		for _, y := range agentsOf(r.b) {
			if x.what == y.what && r.core[x.what] && x.group != y.group && !tells(r.b, x.group) && !tells(r.a, y.group) {
				out = append(out, r.who(x.what, agentScore, x, y))
			}
		}
	}
	return out
}

// tells reports whether a report speaks of a group of actors at all.
func tells(d *claim.Document, group string) bool {
	all := lexicon.Concepts()
	for i := range d.Sentences {
		for _, m := range d.Sentences[i].Mentions {
			if actorTable()[all[m.Concept].Key] == group {
				return true
			}
		}
	}
	return false
}

// agentsOf lists the groups that stand where a sentence says who did it.
func agentsOf(d *claim.Document) []party {
	var out []party
	all := lexicon.Concepts()
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j, m := range s.Mentions {
			group, ok := actorTable()[all[m.Concept].Key]
			if !ok || !didIt(d, s, m) {
				continue
			}
			for f := range happenings(s, 0, len(s.Words)) {
				out = append(out, party{sentence: i, what: f, group: group, span: mentionSpan(s, j)})
			}
		}
	}
	slices.SortFunc(out, func(a, b party) int { return strings.Compare(a.what, b.what) })
	return out
}

// byReach is how many words from the word that says so the doer may stand.
const byReach = 7

// didIt reports whether words say that a mention is who did it: "by X", "X was
// behind it".
func didIt(d *claim.Document, s *claim.Sentence, m claim.Mention) bool {
	if speaks(s, "behind") {
		return true
	}
	by := byTable()[d.Language.Tag]
	for i := range s.Words {
		for _, w := range by.words {
			n := matches(s, i, w)
			if n == 0 {
				continue
			}
			distance := m.From - (i + n)
			if by.before {
				distance = i - m.To
			}
			if distance >= 0 && distance <= byReach*d.Language.Reach() {
				return true
			}
		}
	}
	return false
}

// matches reports how many words of the sentence from i on are the words given;
// 0 unless all are. In scripts without spaces they are compared as text.
func matches(s *claim.Sentence, i int, want []string) int {
	for n, w := range want {
		if i+n >= len(s.Words) {
			return 0
		}
		if s.Words[i+n].Token.Fold != w {
			return run(s, i, strings.Join(want, ""))
		}
	}
	return len(want)
}

// run matches text that stands in several one-character words.
func run(s *claim.Sentence, i int, text string) int {
	n := 0
	for text != "" && i+n < len(s.Words) {
		rest, ok := strings.CutPrefix(text, s.Words[i+n].Token.Fold)
		if !ok || s.Words[i+n].Token.Fold == "" {
			return 0
		}
		text = rest
		n++
	}
	if text != "" {
		return 0
	}
	return n
}
