package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
	"parallax/model/safe"
)

// hit is an article that a search finds, as scripts see it.
type hit struct {
	listed
	Marks   [][2]int `json:"marks"` // where the words stand, bytes in the article's text
	passage string   // around the first
}

// results are the hits that are shown and how many there are.
type results struct {
	hits  []hit
	total int
}

func newSearch(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var from, most int
	c := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Find articles of the library",
		Long: `Find articles of the library, newest first. Words are found in titles and texts,
whatever their accents and capitals, in Chinese, Japanese, Korean and Thai also
inside of longer ones. Flags go before the query.

  word "two words" elec*         all of these; * stands for any ending
  -word                          none of these
  lang:de outlet:"Le Monde"      in a language, of an outlet
  since:2017-07-01 until:2017-08 in a span of days
  date:2017-07-10 date:?         of a day, a month, a year; not surely known` + exitStatus,
		Example: `  parallax search ferry lang:de since:2023-07 -coastguard
  parallax search '"exact phrase" outlet:tass'`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := flagsFirst(args); err != nil {
				return err
			}
			if len(args) == 0 {
				return usageError{errors.New("no QUERY: name words, or a term such as lang:de")}
			}
			found, err := searchFor(c.Context(), limits, strings.Join(args, " "), from, most)
			if err != nil {
				return err
			}
			if n := len(found.hits); n < found.total {
				fmt.Fprintf(std.err, "parallax: %s of %s; --count and --from show others\n", thousands(n), articles(found.total))
			}
			return hitPrinter.print(std.out, asJSON, found.hits)
		},
	}
	c.Flags().SetInterspersed(false) // -word is part of the query
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().IntVar(&most, "count", 50, "how many are shown")
	c.Flags().IntVar(&from, "from", 0, "how many are passed over first")
	return c
}

func searchFor(ctx context.Context, l *limits, text string, from, most int) (results, error) {
	q, err := parseQuery(text)
	if err != nil {
		return results{}, err
	}
	lib, err := l.existing(ctx)
	if err != nil {
		return results{}, err
	}
	defer lib.Close()
	found, total, err := lib.Search(ctx, q, from, most)
	if errors.Is(err, library.ErrKind) {
		return results{}, usageError{library.ErrKind}
	}
	out := results{total: total, hits: make([]hit, len(found))}
	for i := range found {
		out.hits[i] = hitOf(&found[i], q)
	}
	return out, err
}

func hitOf(a *model.Article, q query.Query) hit {
	h := hit{listed: listArticle(a, false), Marks: [][2]int{}}
	marks := q.Hits(a.Text)
	for _, m := range marks {
		h.Marks = append(h.Marks, [2]int{m.Start, m.End})
	}
	for _, m := range marks {
		if m.Start >= a.Body { // the title is shown anyway
			h.passage = passage(a.Text[a.Body:], m.Start-a.Body)
			break
		}
	}
	return h
}

// Bytes of text around a hit.
const (
	passageBefore = 60
	passageLen    = 160
)

// passage is some text around the byte at, cut at blanks where there are any.
func passage(text string, at int) string {
	start, end := max(at-passageBefore, 0), min(at-passageBefore+passageLen, len(text))
	start = max(start, strings.LastIndexByte(text[:at], '\n')+1)
	if i := strings.IndexByte(text[at:end], '\n'); i >= 0 {
		end = at + i
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	before, after := text[start:at], text[at:end]
	if start > 0 && text[start-1] != '\n' {
		if i := strings.IndexFunc(before, unicode.IsSpace); i >= 0 {
			before = before[i:]
		}
		before = "…" + strings.TrimLeftFunc(before, unicode.IsSpace)
	}
	if end < len(text) && text[end] != '\n' {
		if i := strings.LastIndexFunc(after, unicode.IsSpace); i > 0 {
			after = after[:i]
		}
		after += "…"
	}
	return before + after
}

var hitPrinter = printer[[]hit]{text: hitText, json: writeArray[hit]}

func hitText(w io.Writer, hits []hit) error {
	b := bufio.NewWriter(w)
	for _, h := range hits {
		fmt.Fprintf(b, "%-12s %-3s %-24s %s  [%s]\n", orDash(h.Date), h.Language, orDash(safe.Field(h.Outlet)), safe.Field(h.Title), safe.Field(h.ID))
		if h.passage != "" {
			fmt.Fprintf(b, "             %s\n", safe.Field(h.passage))
		}
	}
	return b.Flush()
}
