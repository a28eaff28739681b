package conflict

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"parallax/model"
	"parallax/model/align"
	"parallax/model/claim"
)

// Compare takes all articles, each with its document, as reports of one event
// and lays them side by side.
func Compare(event model.Event, articles []model.Article, docs []*claim.Document) model.Comparison {
	pairs := align.Pairs(docs)
	out := model.Comparison{Event: event, Articles: articles}
	out.Conflicts, out.Differences = find(event.ID, docs, pairs)
	for _, d := range docs {
		out.Within = append(out.Within, Inside(event.ID, d)...)
	}
	out.Rows = rows(docs, align.Rows(docs, pairs), pairs, out.Conflicts)
	return out
}

// find judges every pair of sentences that are alike enough: what clashes, and what
// merely differs.
func find(event string, docs []*claim.Document, pairs []align.Pair) (out []model.Conflict, different []model.Difference) {
	best := bests(pairs)
	for _, ap := range pairs {
		a, b := docs[ap.A.Document], docs[ap.B.Document]
		p := newPair(a, b, ap)
		p.place(docs, ap, best)
		if f, ok := judge(p); ok {
			out = append(out, p.conflict(event, f))
		}
		different = append(different, p.different...)
	}
	whole := across(event, docs, out)
	out = append(withoutRetold(out, whole), whole...)
	slices.SortFunc(out, func(x, y model.Conflict) int {
		return cmp.Or(cmp.Compare(x.A.Article, y.A.Article), cmp.Compare(x.A.Span.Start, y.A.Span.Start), cmp.Compare(x.B.Article, y.B.Article), cmp.Compare(x.B.Span.Start, y.B.Span.Start), cmp.Compare(x.Kind, y.Kind))
	})
	nameDisputes(out)
	return out, different
}

// judge returns the surest conflict of a pair.
func judge(p *pair) (best finding, ok bool) {
	p.findings(func(q *pair, rule string, f finding) {
		if f.kind == model.Polarity && q.isDeed(f) {
			return
		}
		if f.score = q.trust(rule, f); !ok || f.score > best.score {
			best, ok = f, true
		}
	})
	return best, ok
}

// The scores from which a conflict is strong or likely.
const (
	strongScore = 0.9
	likelyScore = 0.6
)

func strength(score float64) model.Strength {
	switch {
	case score >= strongScore:
		return model.Strong
	case score >= likelyScore:
		return model.Likely
	}
	return model.Possible
}

func (p *pair) conflict(event string, f finding) model.Conflict {
	c := model.Conflict{
		Event: event, Kind: f.kind, Strength: strength(f.score), Why: f.why,
		A: side(p.a, holding(p.a, p.s, f.markA), f.markA), B: side(p.b, holding(p.b, p.t, f.markB), f.markB),
	}
	c.ID = identify(string(c.Kind), c.A, c.B)
	return c
}

func side(d *claim.Document, s *claim.Sentence, mark model.Span) model.Side {
	return model.Side{Article: d.Article.ID, Span: s.Span, Text: s.Text(d), Mark: mark}
}

// identify makes the ID of a conflict. It is the same whichever side is first, as
// that hangs on the order in which the reports were given.
func identify(kind string, a, b model.Side) string {
	if cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Text, b.Text)) > 0 {
		a, b = b, a
	}
	h := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%s|%s|%s", kind, a.Article, a.Text, b.Article, b.Text))
	return hex.EncodeToString(h[:6])
}

// nameDisputes gives the pairs of one disagreement one name: pairs of one kind
// that share a side's marked words.
func nameDisputes(conflicts []model.Conflict) {
	for i := range conflicts {
		c := &conflicts[i]
		c.Dispute = c.ID
		for _, earlier := range conflicts[:i] {
			if earlier.Kind == c.Kind && (sameSide(earlier.A, c.A) || sameSide(earlier.B, c.B) || sameSide(earlier.A, c.B) || sameSide(earlier.B, c.A)) {
				c.Dispute = earlier.Dispute
				break
			}
		}
	}
}

func sameSide(a, b model.Side) bool { return a.Article == b.Article && a.Span == b.Span }
