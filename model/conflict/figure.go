package conflict

import (
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
	"parallax/model/timex"
)

// figures finds the one number written in figures that differs between two
// sentences that otherwise make the same statement.
func (p *pair) figures() []finding {
	if p.otherYears() {
		return nil
	}
	if p.verbatim() {
		return p.inPlace()
	}
	if p.alike < twinScore || p.rival > nearRival || p.otherCountries() && p.backing() < otherAlike {
		return nil
	}
	left, right := p.unexplained()
	if i, j, ok := oneSlip(left, right); ok {
		left, right = left[i:i+1], right[j:j+1]
	} else if !p.nearTwins() {
		return nil
	}
	if len(left) != 1 || len(right) != 1 {
		return nil
	}
	f, g := left[0], right[0]
	if kindOf(f.time, g.time) == model.When && !p.sameHappening(f.Span, g.Span) {
		return nil
	}
	if !p.alikeFigures(f, g) || p.loose(f, g) && !slip(f, g) || !p.twins && (toldIn(p.nearT, f) || toldIn(p.nearS, g)) {
		return nil
	}
	a, b := p.outlets()
	why := fmt.Sprintf("%s%s (%s) against %s (%s) in the same statement%s", p.measureName(f, g), words(p.a, f.Span), a, words(p.b, g.Span), b, p.asOf())
	return []finding{{kindOf(f.time, g.time), likelyScore + (strongScore-likelyScore)*min(1, p.alike/fullAlike), why, f.Span, g.Span}}
}

// unexplained lists the figures of each sentence that the other does not have. Where one
// of them has none left, its numbers in words take their place.
func (p *pair) unexplained() (left, right []figure) {
	left, right = distinct(unexplained(p.s, p.t)), distinct(unexplained(p.t, p.s))
	switch {
	case len(left) == 0 && len(right) == 1:
		left = spelt(p.s, p.t, right[0])
	case len(left) == 1 && len(right) == 0:
		right = spelt(p.t, p.s, left[0])
	}
	return left, right
}

// distinct leaves each value that is told twice in a row once.
func distinct(figures []figure) []figure {
	return slices.CompactFunc(figures, func(f, g figure) bool { return f.Value == g.Value })
}

// kindOf is the kind of conflict of two figures, by the times that they are part of.
func kindOf(x, y *timex.Mention) model.Kind {
	if x != nil && y != nil && x.Kind != timex.Duration && y.Kind != timex.Duration {
		return model.When
	}
	return model.Quantity
}

// timeAt is the time that overlaps the span, nil where none does.
func timeAt(s *claim.Sentence, at model.Span) *timex.Mention {
	for i := range s.Times {
		if s.Times[i].Span.Overlaps(at) {
			return &s.Times[i]
		}
	}
	return nil
}

// inPlace compares the numbers of two sentences that are the same word by word,
// each with the one in its place.
func (p *pair) inPlace() []finding {
	if len(p.s.Figures) != len(p.t.Figures) {
		return nil
	}
	var out []finding
	a, b := p.outlets()
	alike := boundsIn(p.s) == boundsIn(p.t)
	for i, f := range p.s.Figures {
		if g := p.t.Figures[i]; !fits(f, g, alike) {
			why := fmt.Sprintf("%s (%s) against %s (%s) in the same words", words(p.a, f.Span), a, words(p.b, g.Span), b)
			out = append(out, finding{kindOf(timeAt(p.s, f.Span), timeAt(p.t, g.Span)), strongScore, why, f.Span, g.Span})
		}
	}
	return out
}

// verbatim reports whether the sentences have the same words but for numbers and
// what bounds them.
func (p *pair) verbatim() bool {
	if p.a.Article.Language != p.b.Article.Language {
		return false
	}
	return slices.Equal(plainWords(p.s), plainWords(p.t))
}

func plainWords(s *claim.Sentence) []string {
	skip := map[int]bool{}
	for _, q := range s.Quantities {
		for i := q.From; i < q.To; i++ {
			skip[i] = true
		}
	}
	for _, f := range s.Figures {
		for i := f.From; i < f.To; i++ {
			skip[i] = true
		}
	}
	for _, c := range bounds {
		for _, r := range s.Cues(c) {
			for i := r[0]; i < r[1]; i++ {
				skip[i] = true
			}
		}
	}
	var out []string
	for i, w := range s.Words {
		if !skip[i] {
			out = append(out, w.Token.Fold)
		}
	}
	return out
}

var bounds = []lexicon.Cue{lexicon.About, lexicon.AtLeast, lexicon.MoreThan, lexicon.AtMost, lexicon.LessThan, lexicon.JustUnder, lexicon.JustOver}

// fullAlike is the likeness at which twins are as sure as they can be.
const fullAlike = 0.5

// fits reports whether some value fits both numbers of what is else word by word
// the same: "more than 5" leaves out 5 itself, a number that is not bounded is
// exact, and where the sentences bound their numbers alike they are one or two.
func fits(q, r claim.Figure, alike bool) bool {
	if alike && q.Bound == r.Bound {
		return q.Value == r.Value
	}
	q, r = exact(q), exact(r)
	if q.Hi < r.Lo || r.Hi < q.Lo {
		return false
	}
	touch := q.Hi == r.Lo || r.Hi == q.Lo
	return !touch || !open(q) && !open(r)
}

// boundsIn counts the words of a sentence that bound numbers.
func boundsIn(s *claim.Sentence) int {
	n := 0
	for _, c := range bounds {
		n += len(s.Cues(c))
	}
	return n
}

// exact is a number without the rounding that its zeros allow.
func exact(q claim.Figure) claim.Figure {
	if q.Bound == "" {
		q.Lo, q.Hi = q.Value, q.Value
	}
	return q
}

func open(q claim.Figure) bool { return q.Bound == lexicon.MoreThan || q.Bound == lexicon.LessThan }

// otherCountries reports whether both sentences name countries, and none in
// common.
func (p *pair) otherCountries() bool { return inOtherCountries(p.s, p.t) }

func inOtherCountries(s, t *claim.Sentence) bool {
	if len(s.Countries) == 0 || len(t.Countries) == 0 {
		return false
	}
	for _, x := range s.Countries {
		for _, y := range t.Countries {
			if x.Code == y.Code {
				return false
			}
		}
	}
	return true
}
