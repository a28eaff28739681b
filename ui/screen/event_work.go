package screen

import (
	"slices"

	"parallax/model"
	"parallax/ui/safe"
)

// The signs of what the reader has made of articles.
const (
	glyphMarked     = "✓"
	glyphBookmarked = "★"
	glyphNoted      = "*"
)

// noted is a note about a passage.
type noted struct {
	model.Span
	text string
}

// notesOn are the notes about an article, at the places where their words stand
// now. One about the whole article has an empty span.
func notesOn(w *model.Work, id, text string) []noted {
	var out []noted
	for _, n := range w.Notes {
		if n.Passage.Article != id {
			continue
		}
		if s, ok := n.Passage.Find(text); ok {
			out = append(out, noted{within(s, text), safe.Field(n.Text)})
		}
	}
	return out
}

// Show puts marks, bookmarks and notes on the screen.
func (e *Event) Show(marks []string, w *model.Work) {
	e.chosen, e.bookmarks = marks, w.Bookmarks
	e.notes = make([][]noted, len(e.c.Articles))
	for i, a := range e.c.Articles {
		e.notes[i] = notesOn(w, a.ID, a.Text)
	}
	if e.frame.W > 0 {
		e.arrange()
		e.scroll()
	}
}

// Articles are the IDs of the reports.
func (e *Event) Articles() []string {
	ids := make([]string, len(e.c.Articles))
	for i, a := range e.c.Articles {
		ids[i] = a.ID
	}
	return ids
}

// flags are the signs of an article that stand before its outlet.
func (e *Event) flags(a int) string {
	flags := ""
	if slices.Contains(e.chosen, e.c.Articles[a].ID) {
		flags += glyphMarked
	}
	if slices.Contains(e.bookmarks, e.c.Articles[a].ID) {
		flags += glyphBookmarked
	}
	if flags != "" {
		flags += " "
	}
	return flags
}

// rowNotes are the notes about the passages of a row, and about the articles as a
// whole on the row of their headlines, and where a report contradicts itself.
func (e *Event) rowNotes(r int) []string {
	var out []string
	for _, k := range e.c.Within {
		if e.holds(r, k.A) || e.holds(r, k.B) {
			out = append(out, glyphClash+" "+e.outlet(k.A.Article)+" contradicts itself: "+k.Why)
		}
	}
	for a, held := range e.c.Rows[r].Cells {
		if held == nil || a >= len(e.notes) {
			continue
		}
		for _, n := range e.notes[a] {
			if n.Overlaps(held.Span) || n.Len() == 0 && held.Span.Start == 0 {
				out = append(out, glyphNoted+" "+e.names[a]+": "+n.text)
			}
		}
	}
	return out
}

// Judged is the selected dispute for a verdict: the ID of a conflict of it, the
// verdict so far, and its note.
func (e *Event) Judged() (conflict string, v model.Verdict, note string, ok bool) {
	k, ok := e.conflict()
	if !ok {
		return "", "", "", false
	}
	return k.ID, e.verdict(), k.Note, true
}

// verdict is the reader's verdict on the selected dispute.
func (e *Event) verdict() model.Verdict {
	if e.now < 0 || e.now >= len(e.disputes) {
		return model.Open
	}
	return model.DisputeVerdict(e.c.Conflicts, e.disputes[e.now].id)
}

// Dismissed shows disputes that the reader has dismissed, or hides them.
func (e *Event) Dismissed() (shown bool) {
	e.dismissed = !e.dismissed
	e.now = -1
	e.rebuild()
	return e.dismissed
}

// EventView is how an event is looked at.
type EventView struct {
	Row       int      `json:"row,omitempty"`     // of Comparison.Rows, in the order of the base
	Dispute   string   `json:"dispute,omitempty"` // ID, "" for none
	Focus     string   `json:"focus,omitempty"`   // ID of the article in focus
	Base      string   `json:"base,omitempty"`    // ID of the article in whose order the rows are
	Columns   []string `json:"columns,omitempty"` // IDs of the articles in their order; none is the usual one
	Hidden    []string `json:"hidden,omitempty"`  // IDs of the articles without a column
	Only      bool     `json:"only,omitempty"`    // rows with disputes
	Alone     bool     `json:"alone,omitempty"`   // rows that one outlet alone has
	Possible  bool     `json:"possible,omitempty"`
	Dismissed bool     `json:"dismissed,omitempty"`
	Zoomed    bool     `json:"zoomed,omitempty"`
	Free      bool     `json:"free,omitempty"`
}

// View is how the event is looked at now.
func (e *Event) View() EventView {
	v := EventView{Only: e.only, Alone: e.alone, Possible: e.possible, Dismissed: e.dismissed, Zoomed: e.zoomed, Free: e.free}
	v.Row, _ = e.row()
	if e.now >= 0 && e.now < len(e.disputes) {
		v.Dispute = e.disputes[e.now].id
	}
	if e.focus < len(e.c.Articles) {
		v.Focus = e.c.Articles[e.focus].ID
	}
	if e.base >= 0 {
		v.Base = e.c.Articles[e.base].ID
	}
	if !slices.IsSorted(e.order) {
		for _, a := range e.order {
			v.Columns = append(v.Columns, e.c.Articles[a].ID)
		}
	}
	for a, report := range e.c.Articles {
		if e.place(a) < 0 {
			v.Hidden = append(v.Hidden, report.ID)
		}
	}
	return v
}

// SetView looks at the event as v says, as far as what it names is there.
func (e *Event) SetView(v EventView) {
	e.only, e.alone, e.possible, e.dismissed, e.zoomed, e.free = v.Only, v.Alone, v.Possible, v.Dismissed, v.Zoomed, v.Free
	e.derive()
	e.setColumns(v.Columns, v.Hidden)
	if base := e.article(v.Base); base >= 0 && v.Base != "" {
		e.rest(base)
	}
	e.GoTo(v.Row, v.Dispute, e.article(v.Focus))
}

// setColumns puts the articles of IDs first, in their order, and those that are
// hidden nowhere; one column at least stays.
func (e *Event) setColumns(columns, hidden []string) {
	var order []int
	for _, id := range columns {
		if a := e.article(id); a >= 0 && !slices.Contains(order, a) {
			order = append(order, a)
		}
	}
	for a := range e.c.Articles {
		if !slices.Contains(order, a) {
			order = append(order, a)
		}
	}
	order = slices.DeleteFunc(order, func(a int) bool { return slices.Contains(hidden, e.c.Articles[a].ID) })
	if len(order) > 0 {
		e.order, e.shown = order, nil
		e.focus = order[0]
	}
}

// Resume goes on where another view of the event was: what it shows and how, the
// row, the dispute and the outlet in focus as far as they are still there.
func (e *Event) Resume(from *Event) {
	e.only, e.alone, e.possible, e.dismissed = from.only, from.alone, from.possible, from.dismissed
	e.zoomed, e.free, e.locked = from.zoomed, from.free, from.locked
	e.derive()
	if from.focus < len(from.c.Articles) {
		e.focus = max(e.article(from.c.Articles[from.focus].ID), 0)
	}
	e.at = max(0, min(from.at, len(e.rows)-1))
	if from.now >= 0 && from.now < len(from.disputes) {
		id := from.disputes[from.now].id
		e.now = slices.IndexFunc(e.disputes, func(d dispute) bool { return d.id == id })
	}
	e.land()
	e.off, e.resumed = from.off, true
	if slices.Equal(e.Articles(), from.Articles()) {
		e.order, e.shown, e.wish = from.order, from.shown, from.wish
		if from.base >= 0 {
			e.rest(from.base)
		}
	}
	e.Fit(from.frame)
	if from.query != "" {
		e.Search(from.query)
	}
}

// Rows is how many rows are shown.
func (e *Event) Rows() int { return len(e.rows) }

// More reports whether there are outlets beside the columns on the screen.
func (e *Event) More() bool {
	return len(e.shown) < len(e.order) && !e.stacked() && !e.zoomed
}
