package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parallax/corpus/detect"
	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/safe"
)

// shownArticle is one article of the library, as scripts see it.
type shownArticle struct {
	listed
	Authors  []string        `json:"authors"`
	Agencies []string        `json:"agencies"`
	Also     []string        `json:"also_in"` // other languages that hold a good part of the text
	Versions []listedVersion `json:"versions"`
}

type listedVersion struct {
	Number int    `json:"number"`
	Added  string `json:"added"`
	Title  string `json:"title"`
}

func newShow(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var revision int
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show one article of the library",
		Long:  "Show one article of the library: what is known of it, its text, and the versions there are." + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("show takes one ID: see list --json or search for the IDs")}
			}
			a, err := showArticle(c.Context(), limits, args[0], revision)
			if err != nil {
				return err
			}
			return showPrinter.print(std.out, asJSON, a)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().IntVar(&revision, "revision", 0, "number of the version whose text is shown; 0 is the last")
	return c
}

func showArticle(ctx context.Context, l *limits, id string, revision int) (shownArticle, error) {
	lib, err := l.existing(ctx)
	if err != nil {
		return shownArticle{}, err
	}
	defer lib.Close()
	a, versions, err := lib.Article(ctx, id)
	if err != nil {
		return shownArticle{}, err
	}
	if revision != 0 {
		if a, err = lib.Earlier(ctx, id, revision); errors.Is(err, library.ErrNoArticle) {
			return shownArticle{}, fmt.Errorf("%s has no version %d: it has %d", id, revision, len(versions))
		}
	}
	return showOne(&a, versions), err
}

func showOne(a *model.Article, versions []library.Version) shownArticle {
	out := shownArticle{listed: listArticle(a, true), Authors: orEmpty(a.Authors), Agencies: orEmpty(a.Agencies), Also: orEmpty(detect.Language(a.Text).Mixed)}
	for _, v := range versions {
		out.Versions = append(out.Versions, listedVersion{v.Number, v.Added.Format(time.RFC3339), v.Title})
	}
	return out
}

var showPrinter = printer[shownArticle]{text: showText, json: writeObject[shownArticle]}

func showText(w io.Writer, a shownArticle) error {
	b := bufio.NewWriter(w)
	for _, line := range []struct{ name, value string }{
		{"id", a.ID}, {"date", a.Date}, {"date from", a.DateBasis}, {"language", a.Language},
		{"also in", strings.Join(a.Also, ", ")}, {"outlet", a.Outlet},
		{"authors", strings.Join(a.Authors, ", ")}, {"agencies", strings.Join(a.Agencies, ", ")}, {"url", a.URL}, {"source", a.Source},
	} {
		if line.value != "" {
			fmt.Fprintf(b, "%-10s %s\n", line.name, safe.Field(line.value))
		}
	}
	if len(a.Versions) > 1 {
		for _, v := range a.Versions {
			fmt.Fprintf(b, "%-10s %d, added %s: %s\n", "version", v.Number, v.Added, safe.Field(v.Title))
		}
	}
	fmt.Fprintf(b, "\n%s\n", safe.Block(a.Text))
	return b.Flush()
}
