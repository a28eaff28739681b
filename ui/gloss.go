package ui

import (
	"context"
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/lexicon"
	"parallax/model/segment"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// Glossary tells what words mean. A [Desk] that is one as well lets the reader
// look up the words of a row.
type Glossary interface {
	// Gloss is what a word, as it stands in a text of one language, means in
	// another: the best first, nothing where nothing is known. Languages are BCP 47
	// tags.
	Gloss(ctx context.Context, word, from, to string) []string
}

// own is the language into which words are glossed: that of the program.
const own = "en"

// The caps on what is looked up of a row, and shown of a word.
const (
	maxGlossed = 300
	maxGlosses = 6
)

// glossReady is the words of a row with what they mean.
type glossReady struct {
	number int
	items  []screen.Item
}

// askGlosses looks up the words of the selected row, beside the program.
func (a *App) askGlosses() tea.Cmd {
	g, ok := a.desk.(Glossary)
	if !ok {
		a.say("no dictionary is at hand here")
		return nil
	}
	passages := a.event.Row()
	if len(passages) == 0 {
		return nil
	}
	ctx, number := a.opening.begin(a.ctx, "looking up words")
	return tea.Batch(func() tea.Msg { return glossReady{number, glosses(ctx, g, passages)} }, a.late(answerLate{number}))
}

// glosses are the words of passages with what they mean, those of one passage
// below its outlet. A passage in the reader's own language needs none.
func glosses(ctx context.Context, g Glossary, passages []screen.Passage) []screen.Item {
	var items []screen.Item
	asked := 0
	for _, p := range passages {
		from, _, _ := strings.Cut(p.Language, "-")
		if from == own || from == "und" || from == "" {
			continue
		}
		items = append(items, screen.Item{Label: p.Outlet + ", " + p.Language})
		var seen []string
		known := 0
		for _, w := range segment.Words(p.Text, model.Span{End: len(p.Text)}, lexicon.Of(p.Language)) {
			word := strings.ToLower(w.Span.Of(p.Text))
			if slices.Contains(seen, word) || asked == maxGlossed || ctx.Err() != nil {
				continue
			}
			seen = append(seen, word)
			asked++
			if means := g.Gloss(ctx, w.Span.Of(p.Text), from, own); len(means) > 0 {
				known++
				items = append(items, screen.Item{Label: w.Span.Of(p.Text), Words: strings.Join(means[:min(len(means), maxGlosses)], ", ")})
			}
		}
		if known == 0 {
			items = append(items, screen.Item{Words: "No word of it is in a dictionary on this machine. FreeDict dictionaries, as dictd packages of the system hold them, are found."})
		}
	}
	if len(items) == 0 {
		items = append(items, screen.Item{Words: "This row is in your language."})
	}
	return items
}

// handleGlosses shows the words that were looked up.
func (a *App) handleGlosses(m glossReady) {
	if a.taken(m.number, nil) {
		a.notes = screen.NewPage("Words of the row", m.items)
		a.open(keys.Notes)
	}
}
