package ui

import (
	"context"
	"fmt"
	"strings"

	"parallax/model"
	"parallax/ui/keys"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// maxKept is how many things of a kind the page of what is kept names, the last.
const maxKept = 200

// worksReady is what the reader has made of articles, in words.
type worksReady struct {
	number int
	items  []screen.Item
}

// showKept shows what the reader has made of articles: verdicts, notes, bookmarks.
func (a *App) showKept() tea.Cmd {
	if _, ok := a.notebook(); !ok {
		return nil
	}
	work := a.work
	ctx, number := a.opening.begin(a.ctx, "looking up what you have kept")
	return tea.Batch(func() tea.Msg { return worksReady{number, a.keptItems(ctx, &work)} }, a.late(answerLate{number}))
}

func (a *App) handleWorks(m worksReady) {
	if a.taken(m.number, nil) {
		a.notes = screen.NewPage("What you have kept", m.items)
		a.open(keys.Notes)
	}
}

// keptItems is work in words, the last first.
func (a *App) keptItems(ctx context.Context, w *model.Work) []screen.Item {
	items := []screen.Item{{Label: "Verdicts"}}
	for _, j := range latest(w.Judgements) {
		words := fmt.Sprintf("%s: “%s” against “%s”", j.Kind, oneLine(j.A.Text), oneLine(j.B.Text))
		if j.Note != "" {
			words += " · " + j.Note
		}
		items = append(items, screen.Item{Label: string(j.Verdict), Words: words})
	}
	items = append(items, screen.Item{Label: "Notes"})
	for _, n := range latest(w.Notes) {
		words := n.Text
		if n.Passage.Words != "" {
			words += " · on “" + oneLine(n.Passage.Words) + "”"
		}
		items = append(items, screen.Item{Label: a.nameOf(ctx, n.Passage.Article), Words: words})
	}
	items = append(items, screen.Item{Label: "Bookmarks"})
	for _, id := range latest(w.Bookmarks) {
		items = append(items, screen.Item{Label: a.nameOf(ctx, id), Words: a.titleOf(ctx, id)})
	}
	return filled(items)
}

// latest is the last of a list, the last first.
func latest[T any](list []T) []T {
	var out []T
	for i := len(list) - 1; i >= 0 && len(out) < maxKept; i-- {
		out = append(out, list[i])
	}
	return out
}

// filled says under a heading with nothing below it that there is nothing.
func filled(items []screen.Item) []screen.Item {
	var out []screen.Item
	for i, it := range items {
		out = append(out, it)
		if it.Words == "" && (i == len(items)-1 || items[i+1].Words == "") {
			out = append(out, screen.Item{Words: "none"})
		}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// nameOf is the outlet and the date of an article.
func (a *App) nameOf(ctx context.Context, id string) string {
	report, err := a.desk.Article(ctx, id)
	if err != nil {
		return id
	}
	return strings.TrimSpace(report.Outlet + " " + report.Date.String())
}

// titleOf is the headline of an article.
func (a *App) titleOf(ctx context.Context, id string) string {
	report, err := a.desk.Article(ctx, id)
	switch {
	case err != nil:
		return "this article is no longer here"
	case report.Title == "":
		return "no headline"
	}
	return report.Title
}
