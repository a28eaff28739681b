package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parallax/cmd/parallax/export"
	"parallax/model"
)

// exportForm is a format in which an event leaves the program.
type exportForm struct {
	name   string
	ending string // of files
	write  func(io.Writer, model.Comparison) error
}

// exportForms are in the order in which people are shown them.
var exportForms = []exportForm{
	{"markdown", ".md", export.Markdown}, {"html", ".html", export.HTML}, {"csv", ".csv", export.CSV}, {"json", ".json", compareJSON},
	{"claimreview", ".jsonld", export.ClaimReview},
}

func newExport(std stdio, limits *limits) *cobra.Command {
	var format, file string
	var all bool
	c := &cobra.Command{
		Use:   "export EVENT [PATH...]",
		Short: "Write an event to a file: Markdown, HTML, CSV, JSON or ClaimReview",
		Long: `Write an event, side by side, with its conflicts: as Markdown, as a page of HTML
that loads nothing and can be printed, as CSV with a line a passage, as the JSON
of compare, or as drafts of schema.org ClaimReview for what you have confirmed,
whose ratings are left to you. EVENT is an ID, or the beginning of one; parallax events --json
names them.` + noPath + exitStatus,
		Example: `  parallax export 96ff332ac1 ~/crawl --format html --output event.html`,
		RunE: func(c *cobra.Command, args []string) error {
			event, paths := splitEvent(args)
			if event == "" {
				return errNoEvent
			}
			form, err := formNamed(format)
			if err != nil {
				return err
			}
			r, h, err := loadEvent(c.Context(), std, event, paths, limits)
			if err != nil {
				return err
			}
			if err := exportEvent(c.Context(), std.out, r, h, form, file, all); err != nil {
				return err
			}
			return r.done()
		},
	}
	c.Flags().StringVar(&format, "format", exportForms[0].name, "one of "+formNames())
	c.Flags().StringVarP(&file, "output", "o", "", "file to write; standard output where none is named")
	c.Flags().BoolVar(&all, "all", false, "add the conflicts that are only possible")
	return c
}

func formNamed(name string) (exportForm, error) {
	for _, f := range exportForms {
		if f.name == name {
			return f, nil
		}
	}
	return exportForm{}, usageError{fmt.Errorf("unknown format %q: use one of %s", name, formNames())}
}

func formNames() string {
	names := make([]string, len(exportForms))
	for i, f := range exportForms {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}

func exportEvent(ctx context.Context, out io.Writer, r *reading, h happening, form exportForm, file string, all bool) error {
	c := r.compare(h)
	c.Conflicts = shown(c.Conflicts, all)
	keepShown(&c)
	if err := ctx.Err(); err != nil {
		return err
	}
	if file == "" {
		return form.write(out, c)
	}
	var b bytes.Buffer
	if err := form.write(&b, c); err != nil {
		return err
	}
	return writePrivate(file, b.Bytes())
}

// writePrivate writes a file that only its owner may read: what is compared, and
// that it is, may be secret.
func writePrivate(file string, data []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	return f.Close()
}
