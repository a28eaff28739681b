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
	Theme   string        // auto, light, dark or mono; "" is auto
	Plain   bool          // no colours, whatever Theme says; the terminal's emphasis stays
	Event   string        // ID of an event to open at once
	Hint    string        // what to do where there is nothing to read, a sentence
	Mouse   bool          // the wheel scrolls from the start
	Keys    keys.Table    // nil is keys.Default
	Outside Outside       // nil: nothing beyond the screen can be reached
	Session Session       // to go on from
	Ended   func(Session) // told, when the reader ends, where that was; nil is nobody
}

// The ways in which Run ends early, for errors.Is.
var (
	ErrInterrupted = errors.New("interrupted")      // ctrl+c
	ErrKilled      = errors.New("stopped")          // ctx ended, SIGINT or SIGTERM
	ErrPanic       = errors.New("internal failure") // the terminal is restored
)

// framesPerSecond is how often a screen that has changed is written. A key waits for
// the next time, at 60 by itself almost longer than may be noticed.
const framesPerSecond = 120

// Run shows desk on the terminal until the reader quits. It gives the terminal
// back as it was, however it ends. A failure of the program itself is a [*Crash].
func Run(ctx context.Context, desk Desk, o Options, more ...tea.ProgramOption) error {
	ctx, done := signal.NotifyContext(ctx, syscall.SIGTERM, os.Interrupt)
	defer done()
	mono := o.Plain || os.Getenv("NO_COLOR") != "" || o.Theme == "mono"
	if mono {
		o.Theme = "mono"
	}
	look, err := theme.New(o.Theme)
	if err != nil {
		return err
	}
	// The library's own handler can wait for ever for a program that has ended.
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond)}
	if mono {
		// The library reads NO_COLOR as a truth value; any value means it.
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	g := &guarded{app: New(ctx, desk, look, o)}
	_, err = tea.NewProgram(g, append(options, more...)...).Run()
	if g.crash != nil {
		return g.crash
	}
	if o.Ended != nil {
		o.Ended(g.app.Session())
	}
	if err == nil && ctx.Err() != nil {
		return ErrKilled
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
