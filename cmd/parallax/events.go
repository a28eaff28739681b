package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"parallax/model"
	"parallax/model/safe"
)

// listedEvent is an event as scripts see it.
type listedEvent struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Date      string   `json:"date"`
	Languages []string `json:"languages"`
	Outlets   []string `json:"outlets"`
	Articles  []string `json:"articles"`
	Why       []string `json:"why"`
	Conflicts int      `json:"conflicts"`
}

func newEvents(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var most int
	c := &cobra.Command{
		Use:   "events [PATH...]",
		Short: "List the events that the articles report",
		Long:  "List the events that the articles report, why their articles are together, and how many conflicts they hold; those of a library newest first." + noPath + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && limits.query == "" {
				if kept, err := listKeptEvents(c.Context(), std, limits, asJSON, most); kept || err != nil {
					return err
				}
			}
			r, err := load(c.Context(), std, args, limits)
			if err != nil {
				return err
			}
			out := make([]listedEvent, 0, len(r.events))
			for _, h := range r.events {
				if err := c.Context().Err(); err != nil {
					return err
				}
				if most > 0 && len(out) == most {
					break
				}
				compared := r.compare(h)
				h.event.Why = compared.Event.Why
				found := r.ofKinds(shown(compared.Conflicts, false))
				if len(found) > 0 || len(r.kinds)+len(r.verdicts) == 0 {
					out = append(out, listEvent(h.event, disputes(found)))
				}
			}
			if err := eventPrinter.print(std.out, asJSON, out); err != nil {
				return err
			}
			return r.done()
		},
	}
	limits.registerQuery(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().IntVar(&most, "count", 0, "how many events at the most; 0 is all")
	return c
}

func listEvent(e model.Event, conflicts int) listedEvent {
	return listedEvent{
		ID: e.ID, Title: e.Title, Date: e.Date.String(), Languages: orEmpty(e.Languages), Outlets: orEmpty(e.Outlets),
		Articles: orEmpty(e.Articles), Why: orEmpty(e.Why), Conflicts: conflicts,
	}
}

// orEmpty makes an absent list an empty one, so that scripts never meet null.
func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

var eventPrinter = printer[[]listedEvent]{text: eventText, json: writeArray[listedEvent]}

func eventText(w io.Writer, events []listedEvent) error {
	b := bufio.NewWriter(w)
	for _, e := range events {
		fmt.Fprintf(b, "%-12s %-12s %s, %s  %s\n", orDash(e.Date), strings.Join(e.Languages, " "), count(len(e.Articles), "report"), count(e.Conflicts, "conflict"), safe.Field(e.Title))
		for _, why := range e.Why {
			fmt.Fprintf(b, "             %s\n", safe.Field(why))
		}
	}
	return b.Flush()
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
