package conflict

import (
	"fmt"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// stated is a number that a report tells.
type stated struct {
	sentence int
	of       *claim.Quantity
}

// The scores of two numbers that are a slip of each other and that are told of things in
// common, and of two lengths of time that are the only ones of their reports.
const (
	mistoldScore  = 0.75
	onlyTimeScore = 0.65
)

// mistold finds a number that both reports tell, in whatever words, one of them with a
// figure wrong or with two that have changed places: neither then knows the number of
// the other.
func mistold(r *reports) []wholeFinding {
	if r.short() {
		return nil
	}
	var out []wholeFinding
	ys := statedIn(r.b)
	for _, x := range statedIn(r.a) {
		for _, y := range ys {
			if score := r.mistoldScore(x, y); score > 0 {
				p := &pair{a: r.a, b: r.b}
				a, b := p.outlets()
				why := fmt.Sprintf("%s (%s) against %s (%s): one number, told with other figures%s", words(p.a, x.of.Span), a, words(p.b, y.of.Span), b, p.asOf())
				out = append(out, wholeFinding{finding{model.Quantity, score, why, x.of.Span, y.of.Span}, x.sentence, y.sentence})
			}
		}
	}
	return out
}

// mistoldScore is how surely two numbers are one that a report tells wrong; 0 where they
// are not.
func (r *reports) mistoldScore(x, y stated) float64 {
	q, t := x.of, y.of
	if q.Unit.Name != t.Unit.Name || compatible(q, t) || tellsNumber(r.b, q) || tellsNumber(r.a, t) {
		return 0
	}
	p := &pair{a: r.a, b: r.b, s: &r.a.Sentences[x.sentence], t: &r.b.Sentences[y.sentence]}
	if p.otherYears() || p.otherCountries() || otherNations(p.s, p.t, q, t) || otherAreas(p.s, p.t, q, t) || p.updates(q, t) {
		return 0
	}
	figures, swapped := slipOf(q.Value, t.Value)
	common := saidInCommon(p.s, p.t)
	switch {
	case figures == 0:
		return 0
	case common > 0 && measureOf(p.s, q) == measureOf(p.t, t) && (figures >= plainSlip || swapped && (common > 1 || q.Value >= least)):
		return mistoldScore
	case q.Unit.Dimension == "duration" && len(r.core) > 0 && onlyOne(r.a, q) && onlyOne(r.b, t):
		return onlyTimeScore
	}
	return 0
}

// plainSlip is how many figures a number has at the least, zeros at its end aside, in
// which a slip is told from two numbers, and least the size from which two that have
// changed places are enough.
const (
	plainSlip = 3
	least     = 100
)

// slipOf is how many figures two numbers have, zeros at their ends aside, where one is
// the other with a figure wrong or with two that have changed places; 0 where it is not.
func slipOf(v, w float64) (figures int, swapped bool) {
	x, y := strconv.FormatFloat(v, 'f', -1, 64), strconv.FormatFloat(w, 'f', -1, 64)
	if v == w || len(x) != len(y) || strings.IndexByte(x, '.') != strings.IndexByte(y, '.') {
		return 0, false
	}
	a, b := strings.TrimRight(x, "0"), strings.TrimRight(y, "0")
	wrong := wrongIn(a, b)
	if len(a) != len(b) || len(a) < 2 || wrong == 0 {
		return 0, false
	}
	return len(strings.Replace(a, ".", "", 1)), wrong == 2
}

// wrongIn is in how many figures two rows of them differ, where that is one or two that
// have changed places; 0 where it is not.
func wrongIn(x, y string) int {
	var other []int
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			other = append(other, i)
		}
	}
	if len(other) == 1 || len(other) == 2 && x[other[0]] == y[other[1]] && x[other[1]] == y[other[0]] {
		return len(other)
	}
	return 0
}

// statedIn lists the numbers of a report that count or measure on their own: no part of
// others, nor what was before, nor a rate or a place in an order.
func statedIn(d *claim.Document) []stated {
	var out []stated
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for j := range s.Quantities {
			q := &s.Quantities[j]
			if q.Value < leastSpelt || q.Further || q.Among || q.Earlier || q.Rate || q.Ordinal || q.Range || q.Bound == lexicon.Vague || lookingBack(d, s) {
				continue
			}
			out = append(out, stated{i, q})
		}
	}
	return out
}

// tellsNumber reports whether a report tells a number anywhere, of whatever.
func tellsNumber(d *claim.Document, q *claim.Quantity) bool {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for _, f := range s.Figures {
			if sameDigits(f.Value, q.Value) {
				return true
			}
		}
		for j := range s.Quantities {
			if o := &s.Quantities[j]; o.Unit.Dimension == q.Unit.Dimension && o.Unit.Base(o.Value) == q.Unit.Base(q.Value) {
				return true
			}
		}
	}
	return false
}

// onlyOne reports whether a report tells no other number of that dimension of about that
// size.
func onlyOne(d *claim.Document, q *claim.Quantity) bool {
	for _, o := range statedIn(d) {
		if o.of.Unit.Dimension == q.Unit.Dimension && o.of.Value != q.Value && o.of.Value < q.Value*sizeApart && q.Value < o.of.Value*sizeApart {
			return false
		}
	}
	return true
}

// sizeApart is how many times the other a number is that is of another size.
const sizeApart = 10

// saidInCommon is of how many happenings and sorts of people or things both sentences
// speak.
func saidInCommon(s, t *claim.Sentence) int {
	return len(inBoth(happenings(s, 0, len(s.Words)), happenings(t, 0, len(t.Words)))) + len(inBoth(participants(s, 0, len(s.Words)), participants(t, 0, len(t.Words))))
}
