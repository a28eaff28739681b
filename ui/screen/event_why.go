package screen

import (
	"fmt"
	"strings"

	"parallax/model"
)

// Why is all that is known of why: of the selected dispute in full, of the
// reports being together, and of their dates.
func (e *Event) Why() []Item {
	items := append(append(e.whyDisputed(), e.whyWithin()...), e.whyNot()...)
	items = append(items, Item{Label: "Why these reports are together"})
	for _, why := range e.c.Event.Why {
		items = append(items, Item{Words: why})
	}
	if len(e.c.Event.Why) == 0 {
		items = append(items, Item{Words: "No reason is given."})
	}
	items = append(items, Item{Label: "What their dates rest on"})
	for i := range e.c.Articles {
		a := &e.c.Articles[i]
		words := dateWords(a.Date)
		if a.DateBasis != "" {
			words += " (" + a.DateBasis + ")"
		}
		items = append(items, Item{e.names[i], words})
	}
	return items
}

// whyDisputed is the selected dispute: what each outlet says, and why it cannot
// all be true.
func (e *Event) whyDisputed() []Item {
	k, ok := e.conflict()
	if !ok {
		return nil
	}
	heading := fmt.Sprintf("Conflict %d of %d: %s, %s", e.now+1, len(e.disputes), k.Kind, k.Strength)
	items := []Item{{Label: heading}}
	if k.Why != "" {
		items = append(items, Item{Words: k.Why})
	}
	for _, s := range append([]model.Side{k.A, k.B}, e.others(e.disputes[e.now], k)...) {
		i := e.article(s.Article)
		if i < 0 {
			continue
		}
		items = append(items, Item{e.names[i], e.inSentence(s)})
	}
	return items
}

// whyWithin is what reports say against themselves.
func (e *Event) whyWithin() []Item {
	var items []Item
	for _, k := range e.c.Within {
		i := e.article(k.A.Article)
		if i < 0 {
			continue
		}
		if len(items) == 0 {
			items = append(items, Item{Label: "Within one report"})
		}
		items = append(items, Item{e.names[i], string(k.Kind) + ", " + k.Why})
		for _, s := range []model.Side{k.A, k.B} {
			items = append(items, Item{Words: e.inSentence(s)})
		}
	}
	return items
}

// inSentence is the marked words of a side and the sentence that they stand in.
func (e *Event) inSentence(s model.Side) string {
	text := e.c.Articles[e.article(s.Article)].Text
	return "“" + strings.Join(strings.Fields(s.Mark.Of(text)), " ") + "” in: " + strings.Join(strings.Fields(s.Span.Of(text)), " ")
}

// whyNot is what differs in the selected row and was judged to be no conflict.
func (e *Event) whyNot() []Item {
	r, ok := e.row()
	if !ok {
		return nil
	}
	var items []Item
	for _, d := range e.c.Differences {
		if !e.holds(r, d.A) || !e.holds(r, d.B) {
			continue
		}
		if len(items) == 0 {
			items = append(items, Item{Label: "Judged to be no conflict"})
		}
		words := e.side(d.A) + " and " + e.side(d.B)
		if d.Why != "" {
			words += ": " + d.Why
		}
		items = append(items, Item{string(d.Kind) + ", " + string(d.Outcome), words})
	}
	return items
}

// holds reports whether a row holds a side.
func (e *Event) holds(r int, s model.Side) bool {
	a := e.article(s.Article)
	if a < 0 || e.c.Rows[r].Cells[a] == nil {
		return false
	}
	return e.c.Rows[r].Cells[a].Span.Overlaps(s.Mark)
}
