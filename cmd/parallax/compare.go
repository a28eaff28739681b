package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"parallax/model"
	"parallax/model/safe"
)

// listedRow is a row as scripts see it: a cell an article, null for a gap.
type listedRow struct {
	Cells     []*listedCell  `json:"cells"`
	Relation  model.Relation `json:"relation"`
	Conflicts []string       `json:"conflicts"`
}

type listedCell struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

func newCompare(std stdio, limits *limits) *cobra.Command {
	var asJSON, all bool
	c := &cobra.Command{
		Use:   "compare [EVENT] [PATH...]",
		Short: "Put articles side by side as reports of one event",
		Long: `Put every article of the paths side by side as reports of one event, whatever
grouping says; or only those of EVENT, an ID that parallax events --json names, or its beginning.
The text is linear and without drawing, so that a screen reader can follow.` + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			event, paths := splitEvent(args)
			if event == "" && len(paths) == 0 {
				return errNoPath
			}
			r, h, err := loadTogether(c.Context(), std, event, paths, limits)
			if err != nil {
				return err
			}
			got := r.compare(h)
			got.Conflicts = shown(got.Conflicts, all)
			keepShown(&got)
			if err := comparePrinter.print(std.out, asJSON, got); err != nil {
				return err
			}
			return r.done()
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&all, "all", false, "add the conflicts that are only possible")
	return c
}

// loadTogether reads the event, or where that is "" all articles of the paths as
// one.
func loadTogether(ctx context.Context, std stdio, event string, paths []string, l *limits) (*reading, happening, error) {
	if event != "" {
		return loadEvent(ctx, std, event, paths, l)
	}
	r, err := load(ctx, std, paths, l)
	if err != nil {
		return nil, happening{}, err
	}
	return r, r.everything(), nil
}

// everything is all articles as one event.
func (r *reading) everything() happening {
	h := happening{members: make([]int, len(r.articles))}
	for i := range r.articles {
		h.members[i] = i
	}
	return h
}

// keepShown takes the conflicts that are not shown out of the rows.
func keepShown(c *model.Comparison) {
	ids := map[string]bool{}
	for _, x := range c.Conflicts {
		ids[x.ID] = true
	}
	c.Rows = slices.Clone(c.Rows) // those of others stay as they are
	for i := range c.Rows {
		row := &c.Rows[i]
		row.Conflicts = slices.DeleteFunc(slices.Clone(row.Conflicts), func(id string) bool { return !ids[id] })
		if row.Relation == model.Clash && len(row.Conflicts) == 0 {
			row.Relation = row.Without
		}
	}
}

var comparePrinter = printer[model.Comparison]{text: compareText, json: compareJSON}

func compareJSON(w io.Writer, c model.Comparison) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "{\"articles\":")
	if err := writeArray(b, listArticles(c.Articles, false)); err != nil {
		return err
	}
	fmt.Fprint(b, ",\"rows\":")
	if err := writeArray(b, listRows(c.Rows)); err != nil {
		return err
	}
	fmt.Fprint(b, ",\"conflicts\":")
	if err := writeArray(b, listConflicts(c.Conflicts)); err != nil {
		return err
	}
	fmt.Fprint(b, ",\"differences\":")
	if err := writeArray(b, listDifferences(c.Differences)); err != nil {
		return err
	}
	fmt.Fprint(b, ",\"within\":")
	if err := writeArray(b, listConflicts(c.Within)); err != nil {
		return err
	}
	fmt.Fprintln(b, "}")
	return b.Flush()
}

// listedDifference is a pair of passages that differ and do not clash, as scripts
// see it.
type listedDifference struct {
	Kind    model.Kind    `json:"kind"`
	Outcome model.Outcome `json:"outcome"`
	Why     string        `json:"why"`
	A       listedSide    `json:"a"`
	B       listedSide    `json:"b"`
}

func listDifferences(differences []model.Difference) []listedDifference {
	out := make([]listedDifference, len(differences))
	for i, d := range differences {
		out[i] = listedDifference{d.Kind, d.Outcome, d.Why, listSide(d.A), listSide(d.B)}
	}
	return out
}

func listRows(rows []model.Row) []listedRow {
	out := make([]listedRow, len(rows))
	for i, r := range rows {
		out[i] = listedRow{Cells: make([]*listedCell, len(r.Cells)), Relation: r.Relation, Conflicts: orEmpty(r.Conflicts)}
		for j, c := range r.Cells {
			if c != nil {
				out[i].Cells[j] = &listedCell{c.Article, c.Span.Start, c.Span.End, c.Text}
			}
		}
	}
	return out
}

// compareText prints the rows one after the other, without drawing, so that a
// screen reader can follow.
func compareText(w io.Writer, c model.Comparison) error {
	b := bufio.NewWriter(w)
	outlets := spokenNames(c.Articles)
	for i := range c.Articles {
		a := &c.Articles[i]
		fmt.Fprintf(b, "%s (%s, %s): %s\n", safe.Field(outlets[a.ID]), a.Language, orDash(a.Date.String()), safe.Field(a.Title))
	}
	why := map[string]model.Conflict{}
	for _, x := range c.Conflicts {
		why[x.ID] = x
	}
	for _, r := range c.Rows {
		fmt.Fprintf(b, "\n%s\n", relationWord(r))
		for _, cell := range r.Cells {
			if cell != nil {
				fmt.Fprintf(b, "  %s: %s\n", safe.Field(outlets[cell.Article]), safe.Field(cell.Text))
			}
		}
		for _, id := range r.Conflicts {
			k := why[id]
			fmt.Fprintf(b, "  conflict, %s, %s: %s\n", k.Kind, k.Strength, safe.Field(k.Why))
			for _, s := range elsewhere(r, k) {
				fmt.Fprintf(b, "    against %s: %s\n", safe.Field(outlets[s.Article]), safe.Field(s.Text))
			}
		}
	}
	for _, k := range c.Within {
		fmt.Fprintf(b, "\n%s contradicts itself, %s: %s\n", safe.Field(outlets[k.A.Article]), k.Kind, safe.Field(k.Why))
		fmt.Fprintf(b, "  %s\n  %s\n", safe.Field(k.A.Text), safe.Field(k.B.Text))
	}
	return b.Flush()
}

// spokenNames are the outlets by the IDs of their articles, so that they can be told
// apart where they are heard: those of one name, or of none, are numbered.
func spokenNames(articles []model.Article) map[string]string {
	count, nth, names := map[string]int{}, map[string]int{}, map[string]string{}
	for i := range articles {
		count[articles[i].Outlet]++
	}
	for i := range articles {
		a := &articles[i]
		name := a.Outlet
		if name == "" {
			name = "unknown outlet"
		}
		if count[a.Outlet] > 1 {
			nth[a.Outlet]++
			name += fmt.Sprintf(" (%d)", nth[a.Outlet])
		}
		names[a.ID] = name
	}
	return names
}

// elsewhere is the sides of a conflict that do not stand in the row.
func elsewhere(r model.Row, k model.Conflict) []model.Side {
	return slices.DeleteFunc([]model.Side{k.A, k.B}, func(s model.Side) bool {
		return slices.ContainsFunc(r.Cells, func(c *model.Cell) bool { return c != nil && c.Article == s.Article && c.Span.Overlaps(s.Span) })
	})
}

func relationWord(r model.Row) string {
	switch r.Relation {
	case model.Agree:
		return "They say the same:"
	case model.Clash:
		return "They conflict:"
	case model.Related:
		return "They speak of the same thing:"
	}
	return "Only here:"
}
