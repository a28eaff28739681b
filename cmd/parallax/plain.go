package main

import (
	"context"
	"fmt"
	"slices"
)

// printPlain prints the events that more than one report tells, or the one of
// that ID, one after the other, without drawing: what the reader shows, for a
// screen reader or a pipe.
func printPlain(ctx context.Context, std stdio, event string, paths []string, l *limits) error {
	r, events, err := loadPlain(ctx, std, event, paths, l)
	if err != nil {
		return err
	}
	for i, h := range events {
		if i > 0 {
			fmt.Fprintln(std.out)
		}
		c := r.compare(h)
		c.Conflicts = shown(c.Conflicts, false)
		keepShown(&c)
		fmt.Fprintf(std.out, "Event %d of %d: %s, %s, %s\n", i+1, len(events), h.event.ID, count(len(h.members), "report"), count(disputes(c.Conflicts), "conflict"))
		if err := compareText(std.out, c); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	if len(events) == 0 {
		fmt.Fprintln(std.err, "parallax: no event is told by more than one report: parallax list shows the articles")
	}
	return r.done()
}

// loadPlain reads the event, or where that is "" those that more than one report
// tells.
func loadPlain(ctx context.Context, std stdio, event string, paths []string, l *limits) (*reading, []happening, error) {
	if event != "" {
		r, h, err := loadEvent(ctx, std, event, paths, l)
		return r, []happening{h}, err
	}
	r, err := load(ctx, std, paths, l)
	if err != nil {
		return nil, nil, err
	}
	return r, slices.DeleteFunc(slices.Clone(r.events), func(h happening) bool { return len(h.members) < 2 }), nil
}
