// Command accuracy measures how well parallax reads and judges labelled text:
// each verb takes a file of labelled data and prints figures. The data is not
// part of the repository.
//
//	go run ./cmd/accuracy numbers FILE     numbers as written in many languages, and their values
//	go run ./cmd/accuracy quantities FILE  quantities in sentences of news
//
// With -show N it prints up to N mistakes, with -lang TAG of one language only.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

// options is what every verb is told.
type options struct {
	show int
	lang string
	out  io.Writer
}

var verbs = map[string]func(string, *options) error{"numbers": numbers, "quantities": newsQuantities}

func main() {
	o := options{out: os.Stdout}
	flag.IntVar(&o.show, "show", 0, "print up to `N` mistakes")
	flag.StringVar(&o.lang, "lang", "", "score the language `TAG` only")
	flag.Parse()
	verb, ok := verbs[flag.Arg(0)]
	if !ok || flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: accuracy [-show N] [-lang TAG] numbers|quantities FILE")
		os.Exit(2)
	}
	if err := verb(flag.Arg(1), &o); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// mistake prints one of the mistakes that are to be shown.
func (o *options) mistake(format string, args ...any) {
	if o.show > 0 {
		o.show--
		fmt.Fprintf(o.out, format+"\n", args...)
	}
}
