package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
)

func newUndo(std stdio, limits *limits) *cobra.Command {
	return newStep(std, limits, "undid: ", (*library.Library).Undo, &cobra.Command{
		Use:   "undo",
		Short: "Take back what was done last in the library",
		Long: `Take back what was done last in the library: a verdict, a note, a bookmark, a date
or outlet set by hand, a removal, a join or a split. Each undo goes one further
back; redo goes forth again; log lists what was done.` + exitStatus,
	})
}

func newRedo(std stdio, limits *limits) *cobra.Command {
	return newStep(std, limits, "redid: ", (*library.Library).Redo, &cobra.Command{
		Use:   "redo",
		Short: "Do again what was undone last",
		Long:  "Do again what was undone last in the library, unless something else was done since." + exitStatus,
	})
}

// newStep completes a verb that goes a step through what was done; done begins
// the sentence that tells of it.
func newStep(std stdio, limits *limits, done string, step func(*library.Library, context.Context) (string, error), c *cobra.Command) *cobra.Command {
	var asJSON bool
	c.Args = cobra.NoArgs
	c.RunE = func(c *cobra.Command, _ []string) error {
		return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
			what, err := step(lib, c.Context())
			return done + what, err
		})
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	return c
}

// loggedAction is an action as scripts see it.
type loggedAction struct {
	Number int    `json:"number"`
	At     string `json:"at"`
	What   string `json:"what"`
	Undone bool   `json:"undone"`
}

func newLog(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var most int
	c := &cobra.Command{
		Use:   "log",
		Short: "List what was done in the library",
		Long:  "List what was done by hand in the library, the last first, what was undone with it." + exitStatus,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			lib, err := limits.existing(c.Context())
			if err != nil {
				return err
			}
			actions, err := lib.Actions(c.Context(), most)
			if err := errors.Join(err, lib.Close()); err != nil {
				return err
			}
			out := make([]loggedAction, len(actions))
			for i, a := range actions {
				out[i] = loggedAction{a.Number, a.At.Format(time.RFC3339), a.What, a.Undone}
			}
			return listWork(std, asJSON, out, actionLine)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().IntVar(&most, "count", 50, "how many are shown")
	return c
}

func actionLine(a loggedAction) string {
	if a.Undone {
		return fmt.Sprintf("%s (undone) %s", a.At, a.What)
	}
	return fmt.Sprintf("%s %s", a.At, a.What)
}
