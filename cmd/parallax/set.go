package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
)

func newSet(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "set ID date=2017-07-10 outlet=NAME language=CODE",
		Short: "Set the date, outlet or language of an article by hand",
		Long: `Set the date, outlet or language of an article of the library by hand. Your word
beats whatever is read, now and when the article is added again. A date is
written in EDTF: 2017-07-10, 2017-07, 2017-07-10? where it is not sure. Nothing
after the = takes your word back.` + exitStatus,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usageError{errors.New("set takes an ID and what to set: set ID date=2017-07-10")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			settings, err := readSettings(args[1:])
			if err != nil {
				return usageError{err}
			}
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				return lib.Set(c.Context(), args[0], settings)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	return c
}

func readSettings(args []string) ([]library.Setting, error) {
	var settings []library.Setting
	for _, arg := range args {
		field, value, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, errors.New("cannot read " + arg + ": write date=2017-07-10, outlet=NAME or language=CODE")
		}
		s := library.Setting{Field: field, Value: strings.TrimSpace(value)}
		if err := s.Check(); err != nil {
			return nil, err
		}
		settings = append(settings, s)
	}
	return settings, nil
}
