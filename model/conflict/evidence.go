package conflict

import (
	"math"

	"parallax/model/claim"
)

// The traits of a finding: how surely its two sentences, and in them the
// clauses where the clashing words stand, speak of the same thing, and how sure
// each of them is of what it says. All lie between 0 and about 4.
const (
	likeness      = iota // of the two sentences
	likenessRoot         // its square root
	likenessApart        // it, where the languages differ
	languageApart        // 1 where the languages differ
	rivalry              // how much more alike some other sentence is to one of them, of that likeness
	marginal             // how much less alike the next best is, as a share
	supported            // share of the other reports in which one sentence is the most alike to both
	dissented            // share of those in which two are
	twinship             // 1 where each is the most alike to the other
	commonRoot           // square root of how many things both speak of
	coverLeast           // share of what one speaks of that the other does too, the smaller
	coverMost            // the greater
	clauseLeast          // the same of the clauses where the words stand
	clauseMost
	nearLeast // the same of the words near them
	nearMost
	namesShared
	namesApart     // 1 where both have names and none is the same
	countriesApart // 1 where both name countries and none is the same
	yearsApart     // 1 where both name years and none is the same
	daysApart      // 1 where both tell days and none is the same
	figuresApart   // other numbers that one sentence alone has, at most 3
	reserve        // 1 where a side is said with reserve
	ambiguity      // of the words, from 0
	uneven         // how many times as long one sentence is, as a logarithm
	length         // words of the longer one, as a logarithm
	quotedApart    // 1 where the words stand in a quotation on one side only
	headline       // 1 where a side is a headline
	traits
)

var traitNames = [traits]string{
	likeness: "likeness", likenessRoot: "likeness-root", likenessApart: "likeness-apart", languageApart: "language-apart",
	rivalry: "rivalry", marginal: "margin", supported: "support", dissented: "dissent", twinship: "twins", commonRoot: "common-root", coverLeast: "cover-least", coverMost: "cover-most",
	clauseLeast: "clause-least", clauseMost: "clause-most", nearLeast: "near-least", nearMost: "near-most",
	namesShared: "names-shared", namesApart: "names-apart", countriesApart: "countries-apart", yearsApart: "years-apart",
	daysApart: "days-apart", figuresApart: "figures-apart", reserve: "reserve", ambiguity: "ambiguity", uneven: "uneven",
	length: "length", quotedApart: "quoted-apart", headline: "headline",
}

// evidence measures a finding.
func (p *pair) evidence(f finding) (x [traits]float64) {
	same := p.a.Article.Language == p.b.Article.Language
	x[likeness], x[likenessRoot] = p.alike, math.Sqrt(p.alike)
	if !same {
		x[languageApart], x[likenessApart] = 1, p.alike
	}
	x[rivalry], x[twinship], x[marginal] = p.rival, yes(p.twins), p.margin
	x[supported], x[dissented] = p.support, p.dissent
	g, h := gistOf(p.s), gistOf(p.t)
	i, j := wordsAt(p.s, f.markA), wordsAt(p.t, f.markB)
	both := func(r, q region) (least, most float64) {
		a, b := g.cover(r, &h, same), h.cover(q, &g, same)
		return min(a, b), max(a, b)
	}
	x[commonRoot] = math.Sqrt(float64(g.shares(&h)))
	x[coverLeast], x[coverMost] = both(region{0, len(p.s.Words)}, region{0, len(p.t.Words)})
	x[clauseLeast], x[clauseMost] = both(clauseAround(p.s, i), clauseAround(p.t, j))
	x[nearLeast], x[nearMost] = both(i.wider(around*p.a.Language.Reach()), j.wider(around*p.b.Language.Reach()))
	x[namesShared] = math.Sqrt(float64(len(p.names)))
	x[namesApart] = yes(len(p.names) == 0 && len(p.s.Names) > 0 && len(p.t.Names) > 0)
	x[countriesApart], x[yearsApart], x[daysApart] = yes(p.otherCountries()), yes(p.otherYears()), yes(p.otherDays())
	x[figuresApart] = p.otherFigures(f)
	x[reserve] = max(reserved(p.s, i), reserved(p.t, j))
	x[ambiguity] = max(ambiguous(p.s, i), ambiguous(p.t, j))
	n, m := float64(len(p.s.Words)), float64(len(p.t.Words))
	x[uneven], x[length] = math.Abs(math.Log(n/m)), math.Log(max(n, m))
	x[quotedApart] = yes(inQuote(p.s, i) != inQuote(p.t, j))
	x[headline] = yes(p.s.Headline || p.t.Headline)
	return x
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// otherDays reports whether both sentences tell days, and none the same.
func (p *pair) otherDays() bool {
	xs, ys := datable(p.s), datable(p.t)
	for _, x := range xs {
		for _, y := range ys {
			if !apart(x, y) {
				return false
			}
		}
	}
	return len(xs) > 0 && len(ys) > 0
}

// maxFigures is up to how many numbers that differ are told apart.
const maxFigures = 3

// otherFigures counts the numbers that one sentence alone has, besides those that
// clash.
func (p *pair) otherFigures(f finding) float64 {
	n := 0
	for _, g := range unexplained(p.s, p.t) {
		if !g.Span.Overlaps(f.markA) {
			n++
		}
	}
	for _, g := range unexplained(p.t, p.s) {
		if !g.Span.Overlaps(f.markB) {
			n++
		}
	}
	return float64(min(n, maxFigures))
}

// reserved is 1 where something at the words is planned, possible or alleged.
func reserved(s *claim.Sentence, r region) float64 {
	for _, m := range s.Mentions {
		if r.holds(region{m.From, m.To}) && m.State.Doubtful() {
			return 1
		}
	}
	return 0
}

// ambiguous is how many meanings the words that clash have besides one, as a
// share; a form that only its stem tells counts half.
func ambiguous(s *claim.Sentence, r region) float64 {
	best, found := 0.0, false
	for _, m := range s.Mentions {
		if r.holds(region{m.From, m.To}) {
			w := m.Weight
			if !m.Exact {
				w *= stemWeight
			}
			best, found = max(best, w), true
		}
	}
	if !found {
		return 0
	}
	return 1 - best
}

// stemWeight is how sure a meaning is that a form has by its stem alone.
const stemWeight = 0.7

func inQuote(s *claim.Sentence, r region) bool {
	for _, q := range s.Quotes {
		if q.From <= r.from && r.to <= q.To {
			return true
		}
	}
	return false
}
