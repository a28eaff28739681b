package main

import (
	"errors"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
)

func newJoin(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "join [ID ID...]",
		Short: "Keep articles together as reports of one event",
		Long: `Keep articles of the library together as reports of one event, and with them the
events that they belong to. A later join or split of the same articles replaces
this one. With no ID what was joined and split is listed.` + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return listDecisions(c, std, limits, asJSON)
			case 1:
				return usageError{errors.New("join takes two IDs or more: see events --json for the articles of an event")}
			}
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				return lib.Decide(c.Context(), joined(args))
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	return c
}

func newSplit(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "split ID FROM...",
		Short: "Keep an article apart from others, as a report of another event",
		Long: `Keep an article of the library apart from the others that are named, as a report
of another event. With no ID what was joined and split is listed.` + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return listDecisions(c, std, limits, asJSON)
			case 1:
				return usageError{errors.New("split takes an ID and those that it is kept apart from: see events --json for the articles of an event")}
			}
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				return lib.Decide(c.Context(), split(args[:1], args[1:]))
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	return c
}

// joined keeps all articles together: the first with each of the others.
func joined(ids []string) (out []model.Decision) {
	for _, id := range ids[1:] {
		out = append(out, model.Together(ids[0], id))
	}
	return out
}

// split keeps each article of one list apart from each of the other.
func split(ids, from []string) (out []model.Decision) {
	for _, a := range ids {
		for _, b := range from {
			out = append(out, model.Apart(a, b))
		}
	}
	return out
}

// listedDecision is a decision as scripts see it.
type listedDecision struct {
	Articles [2]string `json:"articles"`
	Together bool      `json:"together"`
}

func listDecisions(c *cobra.Command, std stdio, l *limits, asJSON bool) error {
	w, err := l.readWork(c.Context())
	if err != nil {
		return err
	}
	out := make([]listedDecision, len(w.Decisions))
	for i, d := range w.Decisions {
		out[i] = listedDecision{[2]string{d.A, d.B}, d.Together}
	}
	return listWork(std, asJSON, out, func(d listedDecision) string {
		if d.Together {
			return "together " + d.Articles[0] + " " + d.Articles[1]
		}
		return "apart    " + d.Articles[0] + " " + d.Articles[1]
	})
}
