package conflict

import (
	"fmt"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/lexicon"
)

// outcome says why two numbers of one measure that differ do not clash, and the
// reason in words; "" where they do.
func (p *pair) outcome(q, r *claim.Quantity) (o model.Outcome, reason string) {
	switch {
	case converted(q, r):
		return model.Compatible, "the same measure in another unit, rounded"
	case otherMarks(q, r):
		return model.Compatible, "the same figures, with another mark between them"
	case compatible(q, r):
		return model.Compatible, bothAllow
	case q.Bound == lexicon.Vague || r.Bound == lexicon.Vague:
		return model.NotComparable, "one gives no more than the order of it"
	case q.Earlier || r.Earlier:
		return model.Update, "one is the number before a change"
	case addsUp(p.s, q, r) || addsUp(p.t, r, q):
		return model.OtherScope, "one is a part of the other, and the rest is told beside it"
	case otherAreas(p.s, p.t, q, r):
		return model.OtherScope, "they count in different areas"
	case otherNations(p.s, p.t, q, r):
		return model.OtherScope, "one counts the people of one country"
	case p.updates(q, r):
		return model.Update, "the later report has the higher number"
	case echoed(p.s, q, p.b) || echoed(p.t, r, p.a):
		return model.OtherScope, "one report tells both numbers, of different things"
	}
	return "", ""
}

const bothAllow = "both allow one and the same number"

// differ notes that two numbers differ and do not clash.
func (p *pair) differ(q, r *claim.Quantity, what string, o model.Outcome, reason string) {
	p.different = append(p.different, model.Difference{
		Kind: model.Quantity, Outcome: o, Why: p.against(q, r, what) + ": " + reason,
		A: side(p.a, p.s, q.Span), B: side(p.b, p.t, r.Span),
	})
}

// against sets two numbers of one measure side by side in words.
func (p *pair) against(q, r *claim.Quantity, what string) string {
	a, b := p.outlets()
	return fmt.Sprintf("%s: %s (%s) against %s (%s)%s", what, words(p.a, q.Span), a, words(p.b, r.Span), b, p.asOf())
}

// asOf says of which day both reports are, where it is one: ", both of 2017-07-10".
func (p *pair) asOf() string {
	d, e := p.a.Article.Date, p.b.Article.Date
	if !d.Full() || !e.Full() || d.String() != e.String() {
		return ""
	}
	return ", both of " + d.String()
}

// measureName is what both figures count or measure, with a colon; "" where that
// cannot be told.
func (p *pair) measureName(f, g figure) string {
	if f.quantity == nil || g.quantity == nil {
		return ""
	}
	if m := measureOf(p.s, f.quantity); m != "" && m == measureOf(p.t, g.quantity) {
		return m + ": "
	}
	if c, same := meet(beside(p.s, f.quantity), beside(p.t, g.quantity)); same {
		return name(c) + ": "
	}
	return ""
}
