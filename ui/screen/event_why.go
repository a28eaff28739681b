package screen

import (
	"fmt"
	"strings"

	"parallax/model"
)

// Why is all that is known of why: of the selected dispute in full, of the
// reports being together, and of their dates.
func (e *Event) Why() []Item {
	items := e.whyDisputed()
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
		text := e.c.Articles[i].Text
		words := "“" + strings.Join(strings.Fields(s.Mark.Of(text)), " ") + "” in: " + strings.Join(strings.Fields(s.Span.Of(text)), " ")
		items = append(items, Item{e.names[i], words})
	}
	return items
}
