package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/model"
	"parallax/model/safe"
)

// listedConflict is a conflict as scripts see it.
type listedConflict struct {
	ID       string         `json:"id"`
	Dispute  string         `json:"dispute"`
	Event    string         `json:"event"`
	Kind     model.Kind     `json:"kind"`
	Strength model.Strength `json:"strength"`
	Why      string         `json:"why"`
	A        listedSide     `json:"a"`
	B        listedSide     `json:"b"`
	Verdict  model.Verdict  `json:"verdict,omitempty"` // of the reader
	Note     string         `json:"note,omitempty"`    // of the reader
}

type listedSide struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Mark    [2]int `json:"mark"`
}

func newConflicts(std stdio, limits *limits) *cobra.Command {
	var asJSON, all, within bool
	c := &cobra.Command{
		Use:   "conflicts [PATH...]",
		Short: "List the claims that cannot both be true",
		Long:  "List every pair of sentences that cannot both be true, with both passages and the reason." + noPath + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && limits.query == "" && !within {
				if kept, err := listKeptConflicts(c.Context(), std, limits, asJSON, all); kept || err != nil {
					return err
				}
			}
			r, err := load(c.Context(), std, args, limits)
			if err != nil {
				return err
			}
			var found []model.Conflict
			for _, h := range r.events {
				if err := c.Context().Err(); err != nil {
					return err
				}
				got := r.compare(h)
				if within {
					got.Conflicts = got.Within
				}
				found = append(found, r.ofKinds(shown(got.Conflicts, all))...)
			}
			if err := r.conflictPrinter().print(std.out, asJSON, found); err != nil {
				return err
			}
			return r.done()
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	limits.registerQuery(c)
	c.Flags().BoolVar(&all, "all", false, "add the conflicts that are only possible, and those that were dismissed")
	c.Flags().BoolVar(&within, "within", false, "list what single articles say against themselves instead")
	return c
}

// shown keeps what the reader shows by default, or everything.
func shown(conflicts []model.Conflict, all bool) []model.Conflict {
	var out []model.Conflict
	for _, c := range conflicts {
		if all || c.Strength != model.Possible && c.Verdict != model.Dismissed {
			out = append(out, c)
		}
	}
	return out
}

// disputes counts disagreements, of which each may hold several conflicts.
func disputes(conflicts []model.Conflict) int {
	seen := map[string]bool{}
	for _, c := range conflicts {
		seen[c.Dispute] = true
	}
	return len(seen)
}

func listConflicts(conflicts []model.Conflict) []listedConflict {
	out := make([]listedConflict, len(conflicts))
	for i, c := range conflicts {
		out[i] = listedConflict{c.ID, c.Dispute, c.Event, c.Kind, c.Strength, c.Why, listSide(c.A), listSide(c.B), c.Verdict, c.Note}
	}
	return out
}

func listSide(s model.Side) listedSide {
	return listedSide{s.Article, s.Span.Start, s.Span.End, s.Text, [2]int{s.Mark.Start, s.Mark.End}}
}

func (r *reading) conflictPrinter() printer[[]model.Conflict] {
	outlets := map[string]string{}
	for i := range r.articles {
		outlets[r.articles[i].ID] = r.articles[i].Outlet
	}
	return printer[[]model.Conflict]{
		json: func(w io.Writer, c []model.Conflict) error { return writeArray(w, listConflicts(c)) },
		text: func(w io.Writer, c []model.Conflict) error { return conflictText(w, c, outlets) },
	}
}

func conflictText(w io.Writer, conflicts []model.Conflict, outlets map[string]string) error {
	b := bufio.NewWriter(w)
	for i, c := range conflicts {
		if i > 0 {
			fmt.Fprintln(b)
		}
		fmt.Fprintf(b, "%s, %s: %s\n", c.Kind, c.Strength, safe.Field(c.Why))
		if c.Verdict != "" {
			fmt.Fprintf(b, "  %s: %s\n", c.Verdict, safe.Field(orDash(c.Note)))
		}
		for _, s := range []model.Side{c.A, c.B} {
			fmt.Fprintf(b, "  %s: %s\n", safe.Field(orDash(outlets[s.Article])), safe.Field(s.Text))
		}
	}
	return b.Flush()
}
