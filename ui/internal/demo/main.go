// Command demo runs the reader on an invented corpus, to look at it by hand.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

func main() {
	desk := newsroom.New()
	var o ui.Options
	flag.StringVar(&o.Theme, "theme", "", "auto, light, dark or mono")
	flag.StringVar(&o.Event, "event", "", "event to open")
	flag.IntVar(&desk.Padding, "padding", 0, "further articles")
	flag.DurationVar(&desk.Delay, "delay", 0, "before each answer")
	empty := flag.Bool("empty", false, "an empty corpus")
	flag.Parse()
	if *empty {
		desk.Events = nil
		o.Hint = "Name a file or a folder: parallax PATH"
	}
	if err := ui.Run(context.Background(), desk, o); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}
