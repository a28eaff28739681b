// Command invent writes invented reports, to measure parallax with a corpus of
// any size:
//
//	go run ./cmd/invent -articles 100000 > corpus.jsonl
//
// -as rss writes them as one feed, for feed readers to be measured with the same
// reports, and -as mail as letters in the folder of -to, one each.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"

	"parallax/corpus/invent"
)

func main() {
	articles := flag.Int("articles", 10_000, "how many reports")
	seed := flag.Uint64("seed", 1, "the same seed gives the same reports")
	as := flag.String("as", "jsonl", "jsonl, rss, or mail")
	to := flag.String("to", "", "folder for the letters of mail")
	flag.Parse()
	if err := write(*as, *to, *seed, *articles); err != nil {
		fmt.Fprintln(os.Stderr, "invent:", err)
		os.Exit(1)
	}
}

func write(as, to string, seed uint64, articles int) error {
	b := bufio.NewWriterSize(os.Stdout, 1<<20)
	reports := invent.Reports(seed, articles)
	var err error
	switch as {
	case "jsonl":
		err = writeLines(b, reports)
	case "rss":
		err = writeFeed(b, reports)
	case "mail":
		err = writeLetters(to, reports)
	default:
		err = fmt.Errorf("-as %s: use jsonl, rss or mail", as)
	}
	if err != nil {
		return err
	}
	return b.Flush()
}

func writeLines(w io.Writer, reports iter.Seq[invent.Report]) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for r := range reports {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
