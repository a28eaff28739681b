// Command accuracy measures parallax on labelled data and writes what it finds as
// Markdown: the accuracy section of the README comes from it.
//
//	go run ./cmd/accuracy [-readme README.md] [-show N] [-lang TAG] PATH...
//
// A PATH is a folder of annotated cases, or a file of labelled pairs, of stories
// translated sentence by sentence, of numbers or of quantities in sentences; each
// is told by what is in it. With -show it prints up to N mistakes of numbers and
// quantities, with -lang numbers of one language only.
// The same data and the same program give the same tables: no time, no chance and
// nothing of the machine is in them.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	readme := flag.String("readme", "", "file in which the tables replace what stands between the markers")
	o := &options{out: os.Stdout}
	flag.IntVar(&o.show, "show", 0, "print up to `N` mistakes")
	flag.StringVar(&o.lang, "lang", "", "score numbers of the language `TAG` only")
	flag.Parse()
	if err := run(context.Background(), o, *readme, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// options is what every scorer is told.
type options struct {
	show int
	lang string
	out  io.Writer
}

// mistake prints one of the mistakes that are to be shown.
func (o *options) mistake(format string, args ...any) {
	if o.show > 0 {
		o.show--
		fmt.Fprintf(o.out, format+"\n", args...)
	}
}

// scorer measures one sort of data.
type scorer struct {
	knows func(path string, head []byte) bool // head is the beginning of a file, nil of a folder
	score func(ctx context.Context, path string, o *options) ([]section, error)
}

// scorers are all of them, in the order of the tables.
var scorers = []scorer{casesScorer, storiesScorer, pairsScorer, numbersScorer, quantitiesScorer}

func run(ctx context.Context, o *options, readme string, paths []string) error {
	if len(paths) == 0 {
		return errors.New("no PATH: name labelled data, a folder of cases or a file of pairs, stories or numbers")
	}
	text, err := measure(ctx, o, paths)
	if err != nil {
		return err
	}
	if readme == "" {
		_, err = io.WriteString(o.out, text)
		return err
	}
	return replace(readme, text)
}

// measure scores each path with the scorer that knows it, and orders the tables
// as the scorers are.
func measure(ctx context.Context, o *options, paths []string) (string, error) {
	heads := make([][]byte, len(paths))
	for i, path := range paths {
		head, err := headOf(path)
		if err != nil {
			return "", err
		}
		heads[i] = head
	}
	var b strings.Builder
	known := make([]bool, len(paths))
	for _, s := range scorers {
		for i, path := range paths {
			if known[i] || !s.knows(path, heads[i]) {
				continue
			}
			known[i] = true
			sections, err := s.score(ctx, path, o)
			if err != nil {
				return "", err
			}
			for _, x := range sections {
				x.write(&b)
			}
		}
	}
	for i, path := range paths {
		if !known[i] {
			return "", fmt.Errorf("%s: not labelled data: see CONTRIBUTING.md for the forms", path)
		}
	}
	return b.String(), nil
}

// headLen is how many bytes of a file tell what is in it.
const headLen = 4096

// headOf is the beginning of a file; nil of a folder.
func headOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(f, headLen))
	return head, err
}

// The markers between which the tables stand.
const (
	begin = "<!-- accuracy: written by cmd/accuracy -->"
	end   = "<!-- accuracy: end -->"
)

// replace puts the tables between the markers of a file.
func replace(path, text string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	head, rest, ok := bytes.Cut(old, []byte(begin))
	_, tail, ok2 := bytes.Cut(rest, []byte(end))
	if !ok || !ok2 {
		return fmt.Errorf("%s: no place for the tables: put the lines %q and %q around it", path, begin, end)
	}
	now := string(head) + begin + "\n\n" + strings.TrimSpace(text) + "\n\n" + end + string(tail)
	return os.WriteFile(path, []byte(now), 0o644)
}
