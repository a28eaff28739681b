// Command picture draws a screen of a terminal as SVG. It reads the screen from
// standard input, as tmux capture-pane -e gives it; record.sh drives the real
// program and makes the pictures of the README.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := draw(os.Stdout, os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}
