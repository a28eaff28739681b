package model

import (
	"cmp"
	"slices"
	"strings"
)

// Verdict is what the reader holds of a conflict.
type Verdict string

// The verdicts; a conflict that nobody has judged is open, and so is "".
const (
	Open      Verdict = "open"
	Confirmed Verdict = "confirmed" // they contradict each other
	Dismissed Verdict = "dismissed" // it is no conflict
)

// Verdicts lists every verdict in the order in which people are shown them.
var Verdicts = []Verdict{Confirmed, Dismissed, Open}

// Judged is one side of a judgement.
type Judged struct {
	Article string // ID
	Text    string // the whole sentence
	Mark    string // the clashing words of it
}

// Judgement is the reader's verdict on a conflict. It holds the words and not
// their places, so that it is known again after an import.
type Judgement struct {
	ID      string // of the conflict, as it was judged
	Kind    Kind
	A, B    Judged // by article and sentence
	Verdict Verdict
	Note    string
}

// Judge is the judgement of a conflict.
func Judge(c *Conflict, v Verdict, note string) Judgement {
	j := Judgement{ID: c.ID, Kind: c.Kind, A: judged(c.A), B: judged(c.B), Verdict: v, Note: note}
	if cmp.Or(cmp.Compare(j.A.Article, j.B.Article), cmp.Compare(j.A.Text, j.B.Text)) > 0 {
		j.A, j.B = j.B, j.A // which is first hangs on dates, which may change
	}
	return j
}

func judged(s Side) Judged {
	j := Judged{Article: s.Article, Text: s.Text}
	if m := s.Mark.Shift(-s.Span.Start); m.Start >= 0 && m.Start <= m.End && m.End <= len(s.Text) {
		j.Mark = m.Of(s.Text)
	}
	return j
}

// Same reports whether two judgements are of one conflict: they name the same
// sentences of the same articles.
func (j *Judgement) Same(o *Judgement) bool {
	return j.Kind == o.Kind && j.A.Article == o.A.Article && j.A.Text == o.A.Text && j.B.Article == o.B.Article && j.B.Text == o.B.Text
}

// like reports whether two judgements are of conflicts that differ in the wording
// around the clashing words only, as after a correction elsewhere in a sentence.
func (j *Judgement) like(o *Judgement) bool {
	return j.Kind == o.Kind && j.A.like(o.A) && j.B.like(o.B)
}

func (j Judged) like(o Judged) bool {
	return j.Article == o.Article && j.Mark == o.Mark && j.Mark != "" && sharedWords(j.Text, o.Text)
}

// sharedWords reports whether two sentences have most of their words in common;
// the characters count where words are not spaced.
func sharedWords(a, b string) bool {
	x, y := wordSet(a), wordSet(b)
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return 3*shared >= 2*max(len(x), len(y))
}

func wordSet(s string) map[string]bool {
	words := strings.Fields(s)
	if len(words) < 3 {
		words = strings.Split(s, "")
	}
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// Recall gives every conflict the verdict and the note that the reader has given
// it, or one that differs only in the wording around the clashing words, and all
// others none.
func (w *Work) Recall(conflicts []Conflict) {
	byArticle := map[[2]string][]*Judgement{}
	for i := range w.Judgements {
		j := &w.Judgements[i]
		byArticle[pairKey(j)] = append(byArticle[pairKey(j)], j)
	}
	for i := range conflicts {
		c := &conflicts[i]
		asked := Judge(c, "", "")
		near := byArticle[pairKey(&asked)]
		found := slices.IndexFunc(near, func(j *Judgement) bool { return j.Same(&asked) })
		if found < 0 {
			found = slices.IndexFunc(near, func(j *Judgement) bool { return j.like(&asked) })
		}
		c.Verdict, c.Note = "", ""
		if found >= 0 {
			c.Verdict, c.Note = near[found].Verdict, near[found].Note
		}
	}
}

func pairKey(j *Judgement) [2]string { return [2]string{j.A.Article, j.B.Article} }

// DisputeVerdict is the verdict on a dispute of the given conflicts: dismissed
// where each of its pairs is, confirmed where one is, else open. A report that
// joins a dismissed dispute with words of its own opens it again.
func DisputeVerdict(conflicts []Conflict, dispute string) Verdict {
	pairs, dismissed := 0, 0
	for i := range conflicts {
		if conflicts[i].Dispute != dispute {
			continue
		}
		pairs++
		switch conflicts[i].Verdict {
		case Confirmed:
			return Confirmed
		case Dismissed:
			dismissed++
		}
	}
	if pairs > 0 && dismissed == pairs {
		return Dismissed
	}
	return Open
}
