package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus/detect"
	"parallax/model"
	"parallax/model/claim"
	"parallax/model/conflict"
	"parallax/model/safe"
)

// checked is a passage and what it is to the claim, as scripts see it.
type checked struct {
	Article  string         `json:"article"`
	Outlet   string         `json:"outlet"`
	Date     string         `json:"date"`
	Language string         `json:"language"`
	Title    string         `json:"title"`
	URL      string         `json:"url"`
	Start    int            `json:"start"`
	End      int            `json:"end"`
	Text     string         `json:"text"`
	Mark     [2]int         `json:"mark"`
	Relation model.Relation `json:"relation"`
	Kind     model.Kind     `json:"kind"`
	Strength model.Strength `json:"strength"`
	Why      string         `json:"why"`
}

// question is a claim to be checked and how.
type question struct {
	text, language, date string
	all                  bool
	most                 int
}

func newCheck(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var q question
	c := &cobra.Command{
		Use:   "check CLAIM [PATH...]",
		Short: "Find what agrees and what conflicts with a claim",
		Long: `Find the passages that conflict with a claim, that agree with it, and that speak
of it, in any language. CLAIM is a sentence or a few; - reads it from standard
input. Words such as "on Monday" are compared only where --date says of which
day the claim is.` + noPath + exitStatus,
		Example: `  parallax check "Seventeen people died when the ferry sank" ~/crawl
  parallax check --date 2023-07-11 "Die Fähre sank am Montag"`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("no CLAIM: put a sentence in quotation marks, or - for standard input")}
			}
			asked, err := q.read(std, args[0])
			if err != nil {
				return err
			}
			r, err := loadSpeaking(c.Context(), std, args[1:], limits, asked)
			if err != nil {
				return err
			}
			found := r.check(asked, q)
			if err := checkPrinter.print(std.out, asJSON, found); err != nil {
				return err
			}
			return r.done()
		},
	}
	f := c.Flags()
	f.BoolVar(&asJSON, "json", false, "print JSON for scripts")
	f.BoolVar(&q.all, "all", false, "add the conflicts that are only possible")
	f.StringVar(&q.date, "date", "", "day the claim was made, such as 2017-07-10")
	f.StringVar(&q.language, "lang", "", "language of the claim, such as de; found out where none is named")
	f.IntVar(&q.most, "count", 30, "how many passages are shown")
	limits.registerQuery(c)
	return c
}

// maxClaim is the longest claim that is read, in bytes.
const maxClaim = 64 << 10

// read reads the claim as an article of its own.
func (q *question) read(std stdio, arg string) (*claim.Document, error) {
	q.text = arg
	if arg == "-" {
		data, err := io.ReadAll(io.LimitReader(std.in, maxClaim+1))
		if err != nil {
			return nil, fmt.Errorf("claim on standard input: %w", err)
		}
		q.text = string(data)
	}
	if len(q.text) > maxClaim {
		return nil, usageError{fmt.Errorf("the claim is longer than %d KB: check a few sentences of it", maxClaim>>10)}
	}
	a := model.Article{ID: "claim", Outlet: "the claim", Language: q.language, Text: strings.TrimSpace(safe.Block(q.text))}
	if a.Text == "" {
		return nil, usageError{errors.New("the claim is empty")}
	}
	if q.date != "" {
		date, err := model.ParseDate(q.date)
		if err != nil {
			return nil, usageError{fmt.Errorf("--date: %w", err)}
		}
		a.Date = date
	}
	if a.Language == "" {
		a.Language = detect.Language(a.Text).Tag
	}
	return claim.Read(&a), nil
}

// maxSpeaking is how many articles of a library are read to check one claim.
const maxSpeaking = 200

// loadSpeaking reads the articles among which a claim is checked: all of the
// paths, or those of the library that speak of it.
func loadSpeaking(ctx context.Context, std stdio, paths []string, l *limits, asked *claim.Document) (*reading, error) {
	q, err := l.asked()
	if err != nil {
		return nil, err
	}
	if q.OfConflicts() {
		return nil, usageError{errors.New("--query kind: is for conflicts; check tells the kind of each")}
	}
	if len(paths) > 0 {
		return readPaths(ctx, std, paths, l, q)
	}
	lib, err := l.kept(ctx)
	if err != nil {
		return nil, err
	}
	if lib == nil {
		return readSample(ctx, q)
	}
	defer lib.Close()
	var terms [][]string
	for _, t := range claim.Terms(asked) {
		terms = append(terms, t)
	}
	r := &reading{library: l.path()}
	r.articles, err = lib.Speaking(ctx, q, terms, maxSpeaking)
	return r, err
}

// check compares the articles with the claim.
func (r *reading) check(asked *claim.Document, q question) []checked {
	r.docs = readAll(r.articles)
	byID := map[string]*model.Article{}
	for i := range r.articles {
		byID[r.articles[i].ID] = &r.articles[i]
	}
	found := conflict.Check(asked, r.docs, q.all)
	out := make([]checked, 0, len(found))
	for _, p := range found[:min(len(found), max(q.most, 0))] {
		a := byID[p.Article]
		out = append(out, checked{
			Article: a.ID, Outlet: a.Outlet, Date: a.Date.String(), Language: a.Language, Title: a.Title, URL: a.URL,
			Start: p.Span.Start, End: p.Span.End, Text: p.Text, Mark: [2]int{p.Mark.Start, p.Mark.End},
			Relation: p.Relation, Kind: p.Kind, Strength: p.Strength, Why: p.Why,
		})
	}
	return out
}

var checkPrinter = printer[[]checked]{text: checkText, json: writeArray[checked]}

// checkText prints the passages under what they are to the claim.
func checkText(w io.Writer, found []checked) error {
	b := bufio.NewWriter(w)
	if len(found) == 0 {
		fmt.Fprintln(b, "Nothing speaks of it.")
	}
	var last model.Relation
	for _, p := range found {
		if p.Relation != last {
			if last != "" {
				fmt.Fprintln(b)
			}
			fmt.Fprintln(b, checkHeads[p.Relation])
			last = p.Relation
		}
		fmt.Fprintf(b, "  %s, %s, %s: %s  [%s]\n", safe.Field(orDash(p.Outlet)), orDash(p.Date), p.Language, safe.Field(p.Text), safe.Field(p.Article))
		if p.Why != "" {
			fmt.Fprintf(b, "    %s, %s: %s\n", p.Kind, p.Strength, safe.Field(p.Why))
		}
	}
	return b.Flush()
}

var checkHeads = map[model.Relation]string{
	model.Clash: "Conflicts with the claim:", model.Agree: "Agrees with it:", model.Related: "Speaks of it:",
}
