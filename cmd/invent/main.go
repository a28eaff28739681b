// Command invent writes invented reports as JSONL, to measure parallax with a
// corpus of any size:
//
//	go run ./cmd/invent -articles 100000 > corpus.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"parallax/corpus/invent"
)

func main() {
	articles := flag.Int("articles", 10_000, "how many reports")
	seed := flag.Uint64("seed", 1, "the same seed gives the same reports")
	flag.Parse()
	if err := write(*seed, *articles); err != nil {
		fmt.Fprintln(os.Stderr, "invent:", err)
		os.Exit(1)
	}
}

func write(seed uint64, articles int) error {
	b := bufio.NewWriterSize(os.Stdout, 1<<20)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	for r := range invent.Reports(seed, articles) {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return b.Flush()
}
