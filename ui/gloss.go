package ui

import (
	"context"
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/claim"
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
	g, _ := a.desk.(Glossary)
	passages := a.event.Row()
	if len(passages) == 0 {
		return nil
	}
	ctx, number := a.opening.begin(a.ctx, "looking up words")
	return tea.Batch(func() tea.Msg { return glossReady{number, glosses(ctx, g, passages)} }, a.late(answerLate{number}))
}

// glosses are the words of passages with what they mean, those of one passage
// below its outlet: what the lexicon knows, then what dictionaries on the machine
// tell. A passage in the reader's own language needs none.
func glosses(ctx context.Context, g Glossary, passages []screen.Passage) []screen.Item {
	var items []screen.Item
	asked := 0
	for _, p := range passages {
		from, _, _ := strings.Cut(p.Language, "-")
		if from == own || from == "und" || from == "" {
			continue
		}
		found := claim.Meanings(p.Text, p.Language, own)
		for _, w := range segment.Words(p.Text, model.Span{End: len(p.Text)}, lexicon.Of(p.Language)) {
			if g == nil || asked == maxGlossed || ctx.Err() != nil {
				break
			}
			asked++
			if means := g.Gloss(ctx, w.Span.Of(p.Text), from, own); len(means) > 0 {
				found = append(found, claim.Meaning{Span: w.Span, Words: means})
			}
		}
		slices.SortStableFunc(found, func(a, b claim.Meaning) int { return a.Span.Start - b.Span.Start })
		items = append(items, screen.Item{Label: p.Outlet + ", " + p.Language})
		items = append(items, glossed(p.Text, found)...)
	}
	if len(items) == 0 {
		items = append(items, screen.Item{Words: "This row is in your language."})
	}
	return items
}

// glossed is a line for each word that is known, once, with all that is known of
// it.
func glossed(text string, found []claim.Meaning) []screen.Item {
	var words []string
	means := map[string][]string{}
	for _, m := range found {
		word := strings.ToLower(m.Span.Of(text))
		if means[word] == nil {
			words = append(words, m.Span.Of(text))
		}
		for _, w := range m.Words {
			if !slices.Contains(means[word], w) && len(means[word]) < maxGlosses {
				means[word] = append(means[word], w)
			}
		}
	}
	items := make([]screen.Item, len(words))
	for i, word := range words {
		items[i] = screen.Item{Label: word, Words: strings.Join(means[strings.ToLower(word)], ", ")}
	}
	if len(items) == 0 {
		items = append(items, screen.Item{Words: "No word of it is known. FreeDict dictionaries on this machine, as its dictd packages hold them, add words."})
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
