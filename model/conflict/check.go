package conflict

import (
	"cmp"
	"slices"

	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// Passage is a sentence of a report and what it is to a claim that is checked.
type Passage struct {
	model.Side
	Relation model.Relation // Clash, Agree or Related
	Kind     model.Kind     // set where Relation is Clash
	Strength model.Strength // set where Relation is Clash
	Why      string
	Covers   float64 // share of the claim that the sentence speaks of, 0 to 1
}

// The shares of a claim that a sentence must speak of to speak of it at all, and
// to say the same where nothing in it differs; and the share that the report of a
// sentence must speak of for its numbers and times to be of the same happening.
const (
	relatedCover = 0.35
	agreeCover   = 0.6
	aroundCover  = 0.5
)

// Check lists the passages of reports that clash with a claim, then those that
// say the same, then those that speak of it, the closest first. Conflicts that
// are only possible count where all is set.
func Check(asked *claim.Document, docs []*claim.Document, all bool) []Passage {
	matches := align.Matches(asked, docs)
	every := append([]*claim.Document{asked}, docs...)
	pairs := make([]align.Pair, len(matches))
	for i, m := range matches {
		pairs[i] = m.Pair
	}
	clashes := map[place]model.Conflict{}
	doubted := map[place]bool{}
	for _, c := range against(asked, every, pairs) {
		k := placeOf(c.B)
		if c.Strength == model.Possible && !all {
			doubted[k] = true
			continue
		}
		if old, ok := clashes[k]; !ok || rank(c.Strength) < rank(old.Strength) {
			clashes[k] = c
		}
	}
	return passages(every, matches, clashes, doubted)
}

// place is a sentence of an article.
type place struct {
	article string
	span    model.Span
}

func placeOf(s model.Side) place { return place{s.Article, s.Span} }

// against finds what clashes with the first document.
func against(asked *claim.Document, every []*claim.Document, pairs []align.Pair) []model.Conflict {
	var out []model.Conflict
	best := bests(pairs)
	for _, ap := range pairs {
		p := newPair(asked, every[ap.B.Document], ap)
		p.place(every, ap, best)
		if f, ok := judge(p); ok {
			out = append(out, p.conflict("", f))
		}
	}
	told := toldOf(out)
	for _, d := range every[1:] {
		out = append(out, newReports(asked, d).clashes("", told)...)
	}
	return out
}

// passages says of each sentence that is like the claim what it is to it.
func passages(every []*claim.Document, matches []align.Match, clashes map[place]model.Conflict, doubted map[place]bool) []Passage {
	var out []Passage
	seen := map[place]bool{}
	for _, m := range matches {
		d := every[m.B.Document]
		s, t := &every[0].Sentences[m.A.Sentence], &d.Sentences[m.B.Sentence]
		p := Passage{Side: side(d, t, model.Span{Start: t.Span.Start, End: t.Span.Start}), Covers: m.Covers}
		k := placeOf(p.Side)
		if seen[k] {
			continue
		}
		c, clash := clashes[k]
		switch {
		case clash && (m.Covers >= agreeCover || m.Around >= aroundCover && anchored(s, d)):
			p.Relation, p.Kind, p.Strength, p.Why, p.Mark = model.Clash, c.Kind, c.Strength, c.Why, c.B.Mark
		case m.Covers >= agreeCover && !clash && !doubted[k] && consistent(s, t):
			p.Relation = model.Agree
		case m.Covers >= relatedCover:
			p.Relation = model.Related
		default:
			continue
		}
		seen[k] = true
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(p, q Passage) int {
		return cmp.Or(cmp.Compare(relationRank(p.Relation), relationRank(q.Relation)), cmp.Compare(rank(p.Strength), rank(q.Strength)))
	})
	return out
}

// consistent reports whether a sentence has the numbers of a claim and denies
// something where it does.
func consistent(s, t *claim.Sentence) bool {
	return len(unexplained(s, t)) == 0 && denies(s) == denies(t)
}

// anchored reports whether a report names anybody or any country that a claim
// names, where that names any: reports of other happenings of the sort are many.
func anchored(s *claim.Sentence, d *claim.Document) bool {
	if len(s.Names)+len(s.Countries) == 0 {
		return true
	}
	for _, n := range s.Names {
		if knows(d, n) {
			return true
		}
	}
	for i := range d.Sentences {
		for _, c := range d.Sentences[i].Countries {
			if slices.ContainsFunc(s.Countries, func(x claim.Country) bool { return x.Code == c.Code }) {
				return true
			}
		}
	}
	return false
}

func relationRank(r model.Relation) int {
	switch r {
	case model.Clash:
		return 0
	case model.Agree:
		return 1
	}
	return 2
}
