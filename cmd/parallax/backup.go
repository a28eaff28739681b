package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
)

func newBackup(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the library to a file",
		Long: `Copy the library, as it stands at one moment, to a file that is not there yet. It
may be in use meanwhile. The copy is a library itself: name it with --library, or
put it in the place of a lost one.` + exitStatus,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("backup takes one FILE: name a new one")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				n, err := lib.Count(c.Context())
				if err != nil {
					return "", err
				}
				return fmt.Sprintf("%s in %s", articles(n), args[0]), lib.Backup(c.Context(), args[0])
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	return c
}
