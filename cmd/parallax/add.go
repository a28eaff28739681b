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

	"parallax/corpus/library"
)

// added is what an import did, as scripts see it.
type added struct {
	Library   string   `json:"library"`
	New       int      `json:"new"`
	Changed   int      `json:"changed"`
	Same      int      `json:"same"`
	Removed   int      `json:"removed"`
	Unchanged int      `json:"files_unchanged"`
	Skipped   []string `json:"skipped"`
}

func newAdd(std stdio, limits *limits) *cobra.Command {
	var asJSON, again bool
	c := &cobra.Command{
		Use:   "add PATH...",
		Short: "Keep articles in the library",
		Long: `Keep the articles of the paths in the library. The same article added twice is
one; a page that has changed is a new version of it. What was set by hand stays
as it was set, and what was removed stays out. Files that have not changed since
are passed over. An import that is broken off keeps what it has done: the same
command goes on from there.` + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errNoPath
			}
			return addPaths(c.Context(), std, limits, args, asJSON, again)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&again, "again", false, "read unchanged files as well, and bring back what was removed")
	return c
}

func addPaths(ctx context.Context, std stdio, l *limits, paths []string, asJSON, again bool) error {
	lib, err := l.open(ctx)
	if err != nil {
		return err
	}
	p := newProgress(std.err, paths)
	report, err := lib.Import(ctx, paths, library.ImportOptions{
		Corpus: l.options(std.in), Again: again, Progress: p.show,
	})
	if err == nil {
		err = lib.Regroup(ctx, p.grouping)
	}
	p.end()
	if e := lib.Close(); err == nil {
		err = e
	}
	if report.Behind > clockSlack {
		fmt.Fprintf(std.err, "parallax: the clock is %s behind the last import: check the clock of this machine\n", report.Behind.Round(time.Minute))
	}
	out := added{l.path(), report.New, report.Changed, report.Same, report.Removed, report.Passed, []string{}}
	for _, s := range report.Skipped {
		out.Skipped = append(out.Skipped, skipLine(s))
		fmt.Fprintln(std.err, "parallax: skipped "+skipLine(s))
	}
	switch {
	case errors.Is(err, context.Canceled):
		return stopped(report.Articles())
	case err != nil:
		return err
	}
	if err := addPrinter.print(std.out, asJSON, out); err != nil {
		return err
	}
	switch {
	case len(out.Skipped) == 0:
		return nil
	case report.Articles()+report.Passed == 0:
		return fmt.Errorf("no article found in %s", strings.Join(paths, ", "))
	}
	return errSkipped
}

// clockSlack is how much the clock may be set back without a word.
const clockSlack = time.Hour

// stopped is an import broken off by the reader after so many articles.
type stopped int

func (s stopped) Error() string {
	return fmt.Sprintf("stopped: %s of this run are kept; the same command goes on from there", articles(int(s)))
}

// Is makes it end the program as other signals do.
func (stopped) Is(err error) bool { return err == context.Canceled }

var addPrinter = printer[added]{
	text: func(w io.Writer, a added) error {
		_, err := fmt.Fprintf(w, "%s new, %s in a new version, %s kept already", articles(a.New), thousands(a.Changed), thousands(a.Same))
		if a.Removed > 0 && err == nil {
			_, err = fmt.Fprintf(w, ", %s left out as removed", thousands(a.Removed))
		}
		if a.Unchanged > 0 && err == nil {
			_, err = fmt.Fprintf(w, "; %s unchanged", count(a.Unchanged, "file"))
		}
		if err == nil {
			_, err = fmt.Fprintln(w)
		}
		return err
	},
	json: writeObject[added],
}

// writeObject writes one value as a line of JSON.
func writeObject[T any](w io.Writer, v T) error {
	b := bufio.NewWriter(w)
	if err := writeJSON(b, v); err != nil {
		return err
	}
	b.WriteString("\n")
	return b.Flush()
}

// articles counts articles in words.
func articles(n int) string {
	if n == 1 {
		return "1 article"
	}
	return thousands(n) + " articles"
}
