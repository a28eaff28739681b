package screen

import (
	"slices"
	"strings"

	"parallax/model"
)

// conflict is a pair of the selected dispute: one that the selected row shows,
// if it can be with both outlets on the screen, else the strongest.
func (e *Event) conflict() (k model.Conflict, ok bool) {
	if e.now < 0 || e.now >= len(e.disputes) {
		return model.Conflict{}, false
	}
	pairs := e.disputes[e.now].pairs
	best, score := pairs[0], 0
	for _, p := range pairs {
		if s := e.nearness(e.c.Conflicts[p]); s > score {
			best, score = p, s
		}
	}
	return e.c.Conflicts[best], true
}

// nearness is how much of a pair is before the reader's eyes.
func (e *Event) nearness(k model.Conflict) (score int) {
	if r, has := e.row(); has && slices.Contains(e.c.Rows[r].Conflicts, k.ID) {
		score = 3
	}
	for _, s := range []model.Side{k.A, k.B} {
		if slices.Contains(e.shown, e.article(s.Article)) {
			score++
		}
	}
	return score
}

// Passage is the place in the original of the selected cell: of the outlet in
// focus, else of the first that has one.
func (e *Event) Passage() (a model.Article, s model.Span, ok bool) {
	r, has := e.row()
	if !has {
		if len(e.c.Articles) == 0 {
			return model.Article{}, model.Span{}, false
		}
		return e.c.Articles[e.focus], model.Span{}, true
	}
	order := append([]int{e.focus}, e.shown...)
	for i := range e.c.Articles {
		order = append(order, i)
	}
	for _, i := range order {
		if held, _, has := e.passage(i, r); has {
			return e.c.Articles[i], held, true
		}
	}
	return model.Article{}, model.Span{}, false
}

// Pair is both sides of the selected dispute with what is said of it.
func (e *Event) Pair() (text, what string, ok bool) {
	k, ok := e.conflict()
	if !ok {
		return "", "", false
	}
	a, b := e.article(k.A.Article), e.article(k.B.Article)
	if a < 0 || b < 0 {
		return "", "", false
	}
	x, y := &e.c.Articles[a], &e.c.Articles[b]
	text = string(k.Kind) + ", " + string(k.Strength) + ": " + k.Why + "\n\n" + Cite(x, k.A.Span) + "\n\n" + Cite(y, k.B.Span)
	return text, "both sentences, " + x.Outlet + " and " + y.Outlet, true
}

// RowText is all passages of the selected row, in the order of their columns, each
// with who printed it.
func (e *Event) RowText() (text, what string, ok bool) {
	r, ok := e.row()
	if !ok {
		return "", "", false
	}
	var cited []string
	for _, a := range e.order {
		if held, _, has := e.passage(a, r); has {
			cited = append(cited, Cite(&e.c.Articles[a], held))
		}
	}
	return strings.Join(cited, "\n\n"), "the row, " + counted(len(cited), "outlet"), len(cited) > 0
}

// Passage is a passage of the selected row, with who printed it.
type Passage struct{ Outlet, Language, Text string }

// Row is the passages of the selected row, the one in focus first.
func (e *Event) Row() []Passage {
	r, ok := e.row()
	if !ok {
		return nil
	}
	var out []Passage
	for _, a := range append([]int{e.focus}, e.order...) {
		held, _, has := e.passage(a, r)
		if !has || a == e.focus && len(out) > 0 {
			continue
		}
		out = append(out, Passage{e.names[a], e.c.Articles[a].Language, held.Of(e.c.Articles[a].Text)})
	}
	return out
}
