// Command parallax is a terminal reader that puts the reports of one event side
// by side, whatever their language or outlet, and highlights where their claims
// conflict.
//
// It joins ui, model and corpus: flags, exit codes, wiring and printers; one
// small file a verb. What the verbs find out is decided in the other packages.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A reader that closes the pipe early is no error: writes then fail with
	// EPIPE instead of killing the program.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], stdio{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}
