package main

import (
	"errors"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
)

func newRemove(std stdio, limits *limits) *cobra.Command {
	var asJSON, forGood bool
	c := &cobra.Command{
		Use:   "remove ID...",
		Short: "Take articles out of the library",
		Long: `Take articles out of the library. They stay out when their files are added again,
but for add --again. The files themselves are never touched. Where one of the IDs
is unknown, nothing is removed. Undo brings them back; with --for-good their texts
are wiped from the library, and it does not.` + exitStatus,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("remove takes IDs: see list --json or search for them")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				if forGood {
					return lib.Erase(c.Context(), args)
				}
				return lib.Remove(c.Context(), args)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&forGood, "for-good", false, "wipe their texts from the library")
	return c
}
