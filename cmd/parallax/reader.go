package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus/sample"
	"parallax/model/query"
	"parallax/ui"
)

// runRoot opens the reader, or prints what it would show where nobody can see it.
func runRoot(c *cobra.Command, std stdio, args []string, l *limits) error {
	event, paths := splitEvent(args)
	if plain, _ := c.Flags().GetBool("plain"); plain || os.Getenv("PARALLAX_PLAIN") != "" || !isTerminal(std.out) {
		return printPlain(c.Context(), std, event, paths, l)
	}
	theme, _ := c.Flags().GetString("theme")
	o := ui.Options{Theme: theme, Event: event, Hint: "name a file or folder of articles: parallax PATH", Outside: outside{}}
	if err := l.configured.apply(&o, l.config); err != nil {
		return err
	}
	return runReader(c.Context(), std, paths, l, o)
}

// runReader opens the reader on the paths, or on the sample that ships. What was
// skipped is shown in the reader, and so is a corpus in which nothing was found.
func runReader(ctx context.Context, std stdio, paths []string, l *limits, o ui.Options) error {
	var skips bytes.Buffer
	quiet := stdio{in: std.in, out: std.out, err: &skips}
	var d ui.Desk
	var r *reading
	var err error
	if len(paths) == 0 {
		if err := settleFirst(ctx, std, l); err != nil {
			return err
		}
		if r, err = loadKept(ctx, quiet, l, query.Query{}); err != nil {
			return err
		}
		if r.library == "" {
			d = newDesk("sample", sample.About, r)
		} else {
			d = newKeptDesk(l, strings.TrimSpace(strings.TrimPrefix(skips.String(), "parallax: ")), r)
		}
	} else {
		if r, err = load(ctx, quiet, paths, l); err != nil {
			_, _ = skips.WriteTo(std.err)
			return err
		}
		d = newDesk(strings.Join(paths, " "), "", r)
	}
	if o.Event != "" {
		h, err := r.event(o.Event)
		if err != nil {
			return err
		}
		o.Event = h.event.ID
	}
	if err := ui.Run(ctx, d, o); err != nil {
		return readerEnd(err)
	}
	return nil
}

func readerEnd(err error) error {
	switch {
	case errors.Is(err, ui.ErrInterrupted), errors.Is(err, ui.ErrKilled):
		return context.Canceled
	}
	return fmt.Errorf("the reader stopped: %w", err)
}
