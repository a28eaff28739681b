package ui

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Crash is a failure of the program itself. It is, for errors.Is, an [ErrPanic].
type Crash struct {
	Value any    // of the panic
	Stack []byte // where it happened
}

// Error says what failed.
func (c *Crash) Error() string { return fmt.Sprintf("%v: %v", ErrPanic, c.Value) }

// Unwrap is ErrPanic.
func (c *Crash) Unwrap() error { return ErrPanic }

// guarded is the reader behind a net: a panic, be it in a screen or in an answer
// that is fetched beside it, ends the program in good order and is kept.
type guarded struct {
	app   *App
	crash *Crash
}

// crashed is a panic beside the program.
type crashed struct{ *Crash }

// catch keeps a panic.
func (g *guarded) catch() {
	if v := recover(); v != nil && g.crash == nil {
		g.crash = &Crash{v, debug.Stack()}
	}
}

// Init begins the reader.
func (g *guarded) Init() tea.Cmd { return fenced(g.app.Init()) }

// Update hands a message on.
func (g *guarded) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer func() {
		if g.crash != nil {
			cmd = tea.Quit
		}
	}()
	defer g.catch()
	if c, ok := msg.(crashed); ok {
		g.crash = c.Crash
		return g, nil
	}
	_, cmd = g.app.Update(msg)
	return g, fenced(cmd)
}

// View draws the reader.
func (g *guarded) View() (v tea.View) {
	defer g.catch()
	if g.crash != nil {
		return v
	}
	return g.app.View()
}

// fenced is a command whose panic is a message.
func fenced(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = crashed{&Crash{v, debug.Stack()}}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = fenced(batch[i])
			}
		}
		return msg
	}
}
