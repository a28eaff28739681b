package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"syscall"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"parallax/model/safe"
)

// version is set by the linker in a release.
var version = ""

// The exit codes, part of the contract for scripts.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitSkipped = 3
	exitBySign  = 130
)

// errSkipped says that the verb is done but left something out; each skip is
// already named on stderr.
var errSkipped = errors.New("something was skipped")

// usageError is a mistake in the command line.
type usageError struct{ error }

type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// run executes the command line and returns the exit code.
func run(ctx context.Context, args []string, std stdio) int {
	root := newRoot(std)
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	var failed error
	holdErrors(root, &failed)
	err := fang.Execute(ctx, root, fang.WithVersion(versionText()), fang.WithErrorHandler(printError))
	if err == nil && failed != nil {
		printError(std.err, fang.Styles{}, failed)
		err = failed
	}
	return exitCode(err)
}

// holdErrors keeps the errors of verbs from fang, which asks the terminal for its
// background before it prints one, and waits where no terminal answers: for two
// seconds after ctrl+c.
func holdErrors(c *cobra.Command, failed *error) {
	if do := c.RunE; do != nil {
		c.RunE = func(c *cobra.Command, args []string) error {
			*failed = do(c, args)
			return nil
		}
	}
	for _, sub := range c.Commands() {
		holdErrors(sub, failed)
	}
}

func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, errSkipped):
		return exitSkipped
	case errors.Is(err, context.Canceled):
		return exitBySign
	case errors.As(err, &usage):
		return exitUsage
	}
	return exitFailed
}

// printError writes an error as one line; skips are named already and a closed
// pipe needs no word.
func printError(w io.Writer, _ fang.Styles, err error) {
	if errors.Is(err, errSkipped) || errors.Is(err, syscall.EPIPE) {
		return
	}
	fmt.Fprintf(w, "parallax: %s\n", safe.Field(err.Error()))
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintln(w, "see 'parallax --help'")
	}
}

func versionText() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
