package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"parallax/model"
	"parallax/model/conflict"
	"parallax/model/parallel"
	"parallax/model/safe"
)

// passagePair is a line of the input: two passages said to be of one happening.
type passagePair struct {
	ID    string `json:"id"`
	LangA string `json:"lang_a"`
	A     string `json:"a"`
	LangB string `json:"lang_b"`
	B     string `json:"b"`
}

// judged is the answer to one line.
type judged struct {
	ID       string         `json:"id"`
	Relation model.Relation `json:"relation"`
	Kind     model.Kind     `json:"kind"`
	Strength model.Strength `json:"strength"`
	Why      string         `json:"why"`
}

// maxLine is the longest line of the input, in bytes.
const maxLine = 8 << 20

func newPairs(std stdio) *cobra.Command {
	var asJSON, all bool
	c := &cobra.Command{
		Use:   "pairs FILE",
		Short: "Judge pairs of passages said to be of one happening",
		Long: `Judge pairs of passages said to be of one happening, as the reader would. FILE is
JSONL, or - for standard input: {"id","lang_a","a","lang_b","b"} a line. The
answers come in the order of the lines.` + exitStatus,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("pairs takes one FILE, or - for standard input")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			pairs, err := readPairs(std, args[0])
			if err != nil {
				return err
			}
			return pairPrinter.print(std.out, asJSON, judgeAll(pairs, all))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&all, "all", false, "count the conflicts that are only possible")
	return c
}

func readPairs(std stdio, name string) ([]passagePair, error) {
	in := std.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	var out []passagePair
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		if len(lines.Bytes()) == 0 {
			continue
		}
		var p passagePair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w: want {\"id\",\"lang_a\",\"a\",\"lang_b\",\"b\"}", name, n, err)
		}
		out = append(out, p)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s, line %d: %w", name, n+1, err)
	}
	return out, nil
}

func judgeAll(pairs []passagePair, all bool) []judged {
	out := make([]judged, len(pairs))
	parallel.Each(len(pairs), func(i int) { out[i] = judge(pairs[i], all) })
	return out
}

func judge(p passagePair, all bool) judged {
	a := model.Article{ID: "a", Outlet: "A", Language: p.LangA, Text: safe.Block(p.A)}
	b := model.Article{ID: "b", Outlet: "B", Language: p.LangB, Text: safe.Block(p.B)}
	v := conflict.Judge(a, b, all)
	return judged{p.ID, v.Relation, v.Kind, v.Strength, v.Why}
}

var pairPrinter = printer[[]judged]{text: pairText, json: writeArray[judged]}

func pairText(w io.Writer, answers []judged) error {
	b := bufio.NewWriter(w)
	for _, a := range answers {
		fmt.Fprintf(b, "%s  %s", safe.Field(a.ID), a.Relation)
		if a.Kind != "" {
			fmt.Fprintf(b, "  %s, %s: %s", a.Kind, a.Strength, safe.Field(a.Why))
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}
