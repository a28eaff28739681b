package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/lexicon"
	"parallax/model/safe"
	"parallax/model/segment"
)

// listed is an article as scripts see it.
type listed struct {
	ID        string `json:"id"`
	Source    string `json:"source"`
	Part      int    `json:"part"`
	Title     string `json:"title"`
	Language  string `json:"language"`
	Date      string `json:"date"`
	DateBasis string `json:"date_basis"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Words     int    `json:"words"`
	Text      string `json:"text,omitempty"`
}

func newList(std stdio, limits *limits) *cobra.Command {
	var asJSON, withText bool
	c := &cobra.Command{
		Use:   "list [PATH...]",
		Short: "List the articles by date and language",
		Long:  "List the articles that the paths hold; those of a library newest first." + noPath + exitStatus,
		RunE: func(c *cobra.Command, args []string) error {
			if kept, err := listKept(c.Context(), std, args, limits, asJSON, withText); kept || err != nil {
				return err
			}
			r, err := load(c.Context(), std, args, limits)
			if err != nil {
				return err
			}
			if len(r.kinds)+len(r.verdicts) > 0 {
				return usageError{library.ErrKind}
			}
			if err := listPrinter.print(std.out, asJSON, listArticles(r.articles, withText)); err != nil {
				return err
			}
			return r.done()
		},
	}
	limits.registerQuery(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&withText, "text", false, "add the cleaned text")
	return c
}

// listKept lists the library, however large; done is false where paths are named
// or there is nothing in it.
func listKept(ctx context.Context, std stdio, args []string, l *limits, asJSON, withText bool) (done bool, err error) {
	if len(args) > 0 {
		return false, nil
	}
	q, err := l.asked()
	if err != nil {
		return false, err
	}
	lib, err := l.kept(ctx)
	if lib == nil || err != nil {
		return false, err
	}
	defer lib.Close()
	var out []listed
	b := bufio.NewWriter(std.out)
	for a, err := range lib.All(ctx, q) {
		if errors.Is(err, library.ErrKind) {
			return false, usageError{library.ErrKind}
		}
		if err != nil {
			return false, err
		}
		if asJSON {
			out = append(out, listArticle(&a, withText))
		} else if err := listLine(b, describe(&a, withText)); err != nil {
			return true, err
		}
	}
	if asJSON {
		return true, writeArray(std.out, out)
	}
	return true, b.Flush()
}

func listArticles(articles []model.Article, withText bool) []listed {
	out := make([]listed, len(articles))
	for i := range articles {
		out[i] = listArticle(&articles[i], withText)
	}
	return out
}

func listArticle(a *model.Article, withText bool) listed {
	l := describe(a, withText)
	body := model.Span{Start: a.Body, End: len(a.Text)}
	l.Words = len(segment.Words(a.Text, body, lexicon.Of(a.Language)))
	return l
}

// describe is an article whose words are not counted, which takes longer than all
// the rest.
func describe(a *model.Article, withText bool) listed {
	l := listed{
		ID: a.ID, Source: a.Source, Part: a.Part, Title: a.Title, Language: a.Language,
		Date: a.Date.String(), DateBasis: a.DateBasis, Outlet: a.Outlet, URL: a.URL,
	}
	if withText {
		l.Text = a.Text
	}
	return l
}

var listPrinter = printer[[]listed]{text: listText, json: writeArray[listed]}

func listText(w io.Writer, articles []listed) error {
	b := bufio.NewWriter(w)
	for _, a := range articles {
		if err := listLine(b, a); err != nil {
			return err
		}
	}
	return b.Flush()
}

func listLine(b *bufio.Writer, a listed) error {
	_, err := fmt.Fprintf(b, "%-12s %-3s %-24s %s\n", orDash(a.Date), a.Language, orDash(safe.Field(a.Outlet)), safe.Field(a.Title))
	if a.Text != "" {
		_, err = fmt.Fprintf(b, "\n%s\n\n", safe.Block(a.Text))
	}
	return err
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
