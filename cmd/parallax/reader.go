package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus/sample"
	"parallax/ui"
)

// runRoot opens the reader, or prints what it would show where nobody can see it, or
// the terminal cannot draw it.
func runRoot(c *cobra.Command, std stdio, args []string, l *limits) error {
	event, paths := splitEvent(args)
	if plain, _ := c.Flags().GetBool("plain"); plain || os.Getenv("PARALLAX_PLAIN") != "" || os.Getenv("TERM") == "dumb" || !isTerminal(std.out) {
		return printPlain(c.Context(), std, event, paths, l)
	}
	theme, _ := c.Flags().GetString("theme")
	o := ui.Options{Theme: theme, Event: event, Hint: "name a file or folder of articles: parallax PATH", Outside: outside{}}
	if err := l.configured.apply(&o, l.config); err != nil {
		return err
	}
	return runReader(c.Context(), std, paths, l, o)
}

// runReader opens the reader on the paths, on the library, or on the sample that
// ships. What was skipped is shown in the reader, and so is a corpus in which
// nothing was found.
func runReader(ctx context.Context, std stdio, paths []string, l *limits, o ui.Options) error {
	ctx, done := context.WithCancel(ctx)
	defer done()
	name, corpus := strings.Join(paths, " "), corpusName(paths)
	if len(paths) == 0 {
		if err := settleFirst(ctx, std, l); err != nil {
			return err
		}
		name, corpus = l.path(), l.path()
		lib, err := l.kept(ctx)
		if err != nil {
			return err
		}
		if lib == nil {
			name, corpus = "sample", "sample"
		} else if err := lib.Close(); err != nil {
			return err
		}
	}
	var talk bytes.Buffer // what is said while reading; it is read when that is over
	desk := newOpeningDesk(ctx, name, func(ctx context.Context) (ui.Desk, error) {
		return openDesk(ctx, stdio{in: std.in, out: std.out, err: &talk}, &talk, paths, l, o.Event)
	})
	if err := desk.soon(); err != nil {
		_, _ = talk.WriteTo(std.err)
		return err
	}
	o.Session = sessionOf(sessionPath(), corpus)
	o.Ended = func(s ui.Session) {
		if desk.failed() == nil {
			_ = keepSession(sessionPath(), corpus, s) // the next start is then from the top
		}
	}
	if err := ui.Run(ctx, desk, o); err != nil {
		return readerEnd(err)
	}
	err := desk.failed()
	if err != nil {
		_, _ = talk.WriteTo(std.err)
	}
	return err
}

// corpusName names paths from wherever they are opened.
func corpusName(paths []string) string {
	whole := make([]string, len(paths))
	for i, p := range paths {
		if whole[i] = p; p != "-" {
			if abs, err := filepath.Abs(p); err == nil {
				whole[i] = abs
			}
		}
	}
	return strings.Join(whole, "\n")
}

// openDesk reads what the reader is opened on. The error is also that of an event
// that is not there.
func openDesk(ctx context.Context, std stdio, talk fmt.Stringer, paths []string, l *limits, event string) (ui.Desk, error) {
	if len(paths) == 0 {
		if shelf, err := openShelf(ctx, l, event); shelf != nil || err != nil {
			return shelf, err
		}
	}
	r, err := load(ctx, std, paths, l)
	if err != nil {
		return nil, err
	}
	if event != "" {
		if _, err := r.event(event); err != nil {
			return nil, err
		}
	}
	switch {
	case len(paths) > 0:
		return newDesk(strings.Join(paths, " "), "", r), nil
	case r.library == "":
		return newDesk("sample", sample.About, r), nil
	}
	return newKeptDesk(l, strings.TrimSpace(strings.TrimPrefix(talk.String(), "parallax: ")), r), nil
}

// shelfMemory is how many bytes the reader of a large library may hold before it
// frees what it can: what was compared is soon garbage. What SQLite holds comes on
// top.
const shelfMemory = 200 << 20

// openShelf is the desk of a library that is too large to be held in memory; nil
// where there is none. A query on the command line is answered from memory.
func openShelf(ctx context.Context, l *limits, event string) (ui.Desk, error) {
	lib, err := l.kept(ctx)
	if lib == nil || err != nil {
		return nil, err
	}
	large, err := lib.Exceeds(ctx, maxDesk)
	if err != nil || !large || l.query != "" {
		return nil, errors.Join(err, lib.Close())
	}
	shelf, err := newShelfDesk(ctx, l, lib)
	if err == nil && event != "" {
		_, err = keptEvent(ctx, lib, event)
	}
	if err != nil {
		return nil, errors.Join(err, lib.Close())
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(shelfMemory)
	}
	context.AfterFunc(ctx, func() { _ = lib.Close() }) // nothing is being written when the reader has ended
	return shelf, nil
}

func readerEnd(err error) error {
	var crash *ui.Crash
	switch {
	case errors.Is(err, ui.ErrInterrupted), errors.Is(err, ui.ErrKilled):
		return context.Canceled
	case errors.As(err, &crash):
		return logCrash(crash)
	}
	return fmt.Errorf("the reader stopped: %w", err)
}
