package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newRemove(limits *limits) *cobra.Command {
	return &cobra.Command{
		Use:   "remove ID...",
		Short: "Take articles out of the library",
		Long: `Take articles out of the library. They stay out when their files are added again,
but for add --again. The files themselves are never touched. Where one of the IDs
is unknown, nothing is removed.` + exitStatus,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("remove takes IDs: see list --json or search for them")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			lib, err := limits.existing(c.Context())
			if err != nil {
				return err
			}
			return errors.Join(lib.Remove(c.Context(), args), lib.Close())
		},
	}
}
