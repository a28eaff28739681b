package conflict

import (
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// dead is the measure of those who died.
const dead = "dead"

// tollScore is how sure it is that the tolls of two reports of one day clash.
const tollScore = 0.7

// toll is a number of dead that a report tells.
type toll struct {
	sentence int
	of       *claim.Quantity
}

// tolls compares how many died, where each report tells one number of them and no
// other, in whatever words: of one event both cannot be right, unless the later
// report has the higher one.
func tolls(r *reports) []wholeFinding {
	if r.short() || !sameDays(r.a, r.b) {
		return nil
	}
	var out []wholeFinding
	for _, x := range tollsOf(r.a) {
		for _, y := range tollsOf(r.b) {
			s, t := &r.a.Sentences[x.sentence], &r.b.Sentences[y.sentence]
			p := &pair{a: r.a, b: r.b, s: s, t: t}
			if compatible(x.of, y.of) || p.otherYears() || p.otherCountries() || otherNations(s, t, x.of, y.of) || otherAreas(s, t, x.of, y.of) || p.updates(x.of, y.of) {
				continue
			}
			out = append(out, wholeFinding{finding{model.Quantity, tollScore, p.against(x.of, y.of, dead), x.of.Span, y.of.Span}, x.sentence, y.sentence})
		}
	}
	return out
}

// sameDays reports whether both reports are of known days at most one apart.
func sameDays(a, b *claim.Document) bool {
	x, okX := a.Article.Date.Days()
	y, okY := b.Article.Date.Days()
	return okX && okY && !a.Article.Date.Uncertain && !b.Article.Date.Uncertain && x-y <= 1 && y-x <= 1
}

// tollsOf lists where a report tells the number of dead, nowhere if it tells more than
// one. Those counted besides others, and a number before a change, are no tolls.
func tollsOf(d *claim.Document) []toll {
	var out []toll
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := range s.Quantities {
			q := &s.Quantities[j]
			if q.Unit.Dimension != "" || measureOf(s, q) != dead || q.Further || q.Earlier || q.Rate || q.Ordinal || q.Single {
				continue
			}
			if q.Among || q.Bound == lexicon.Vague || lookingBack(d, s) || len(out) > 0 && out[0].of.Value != q.Value {
				return nil
			}
			out = append(out, toll{i, q})
		}
	}
	return out
}
