package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"parallax/ui/keys"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Options are what the reader may be told at the start.
type Options struct {
	Theme   string     // auto, light, dark or mono; "" is auto
	Plain   bool       // no colours, whatever Theme says; the terminal's emphasis stays
	Event   string     // ID of an event to open at once
	Hint    string     // what to do where there is nothing to read, a sentence
	Mouse   bool       // the wheel scrolls from the start
	Keys    keys.Table // nil is keys.Default
	Outside Outside    // nil: nothing beyond the screen can be reached
}

// The ways in which Run ends early, for errors.Is.
var (
	ErrInterrupted = errors.New("interrupted")      // ctrl+c or SIGINT
	ErrKilled      = errors.New("stopped")          // ctx ended, or SIGTERM
	ErrPanic       = errors.New("internal failure") // the terminal is restored
)

// Run shows desk on the terminal until the reader quits. It gives the terminal
// back as it was, however it ends.
func Run(ctx context.Context, desk Desk, o Options, more ...tea.ProgramOption) error {
	ctx, done := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer done()
	mono := o.Plain || os.Getenv("NO_COLOR") != "" || o.Theme == "mono"
	if mono {
		o.Theme = "mono"
	}
	look, err := theme.New(o.Theme)
	if err != nil {
		return err
	}
	options := []tea.ProgramOption{tea.WithContext(ctx)}
	if mono {
		// The library reads NO_COLOR as a truth value; any value means it.
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	_, err = tea.NewProgram(New(ctx, desk, look, o), append(options, more...)...).Run()
	if err == nil && ctx.Err() != nil {
		return ErrKilled // the library takes SIGTERM for a wish to quit
	}
	return ending(err)
}

// ending is an error of the library as one of ours.
func ending(err error) error {
	for _, known := range []struct{ theirs, ours error }{
		{tea.ErrInterrupted, ErrInterrupted}, {tea.ErrProgramPanic, ErrPanic}, {tea.ErrProgramKilled, ErrKilled},
	} {
		if errors.Is(err, known.theirs) {
			return fmt.Errorf("%w: %w", known.ours, err)
		}
	}
	return err
}
