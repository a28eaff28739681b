package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/safe"
)

// deed is what was done, as scripts see it.
type deed struct {
	What string `json:"what"`
}

var deedPrinter = printer[deed]{
	text: func(w io.Writer, d deed) error {
		_, err := fmt.Fprintln(w, safe.Field(d.What))
		return err
	},
	json: writeObject[deed],
}

// act does something in the library and says what was done.
func (l *limits) act(ctx context.Context, std stdio, asJSON bool, do func(*library.Library) (what string, err error)) error {
	lib, err := l.existing(ctx)
	if err != nil {
		return err
	}
	what, err := do(lib)
	if err := errors.Join(err, lib.Close()); err != nil {
		return err
	}
	return deedPrinter.print(std.out, asJSON, deed{what})
}

// readWork is all that the reader has made of articles.
func (l *limits) readWork(ctx context.Context) (w model.Work, err error) {
	lib, err := l.existing(ctx)
	if err != nil {
		return w, err
	}
	w, err = lib.Work(ctx)
	return w, errors.Join(err, lib.Close())
}

// listWork prints a list of the reader's work, an item a line.
func listWork[T any](std stdio, asJSON bool, items []T, line func(T) string) error {
	if asJSON {
		return writeArray(std.out, items)
	}
	b := bufio.NewWriter(std.out)
	for _, item := range items {
		fmt.Fprintln(b, safe.Field(line(item)))
	}
	return b.Flush()
}

func newBookmark(std stdio, limits *limits) *cobra.Command {
	var asJSON, off bool
	c := &cobra.Command{
		Use:   "bookmark [ID]",
		Short: "Put a bookmark on an article, or list the bookmarks",
		Long:  "Put a bookmark on an article of the library. With no ID the bookmarks are listed." + exitStatus,
		Args:  atMost(1, "bookmark takes one ID: see list --json or search for the IDs"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				w, err := limits.readWork(c.Context())
				if err != nil {
					return err
				}
				return listWork(std, asJSON, orEmpty(w.Bookmarks), func(id string) string { return id })
			}
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				return lib.Bookmark(c.Context(), args[0], !off)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&off, "off", false, "take the bookmark off")
	return c
}

func atMost(n int, usage string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError{errors.New(usage)}
		}
		return nil
	}
}
