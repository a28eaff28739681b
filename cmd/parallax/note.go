package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
)

// listedNote is a note as scripts see it. Start and End are where its words stand
// now, both 0 for the whole article, and -1 where they are gone.
type listedNote struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Words   string `json:"words"`
	Note    string `json:"note"`
}

func newNote(std stdio, limits *limits) *cobra.Command {
	var asJSON, off bool
	var on string
	c := &cobra.Command{
		Use:   "note [ID TEXT]",
		Short: "Write a note about an article or words of it, or list the notes",
		Long: `Write a note about an article of the library, or about words of it. A second note
about the same words replaces the first. It stays with its words when the page
changes around them. With nothing named the notes are listed, with their own IDs;
note --off takes the note of such an ID away.` + exitStatus,
		Example: `  parallax note 3f2a --on "Seventeen people died" "ask the coast guard"
  parallax note --off 9c1e`,
		Args: atMost(2, "note takes an ID and one TEXT: put the text in quotation marks"),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				notes, err := readNotes(c.Context(), limits)
				if err != nil {
					return err
				}
				return listWork(std, asJSON, notes, noteLine)
			case off && len(args) == 1:
				return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) { return lib.Unnote(c.Context(), args[0]) })
			case off || len(args) == 1 || strings.TrimSpace(args[1]) == "":
				return usageError{errors.New("note takes the ID of an article and a TEXT, or --off and the ID of a note")}
			}
			return limits.act(c.Context(), std, asJSON, func(lib *library.Library) (string, error) {
				return lib.Note(c.Context(), model.Passage{Article: args[0], Words: on}, args[1])
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&off, "off", false, "take a note away")
	c.Flags().StringVar(&on, "on", "", "the words of the article that the note is about")
	return c
}

// readNotes finds the notes' words in their articles as they stand.
func readNotes(ctx context.Context, l *limits) ([]listedNote, error) {
	lib, err := l.existing(ctx)
	if err != nil {
		return nil, err
	}
	defer lib.Close()
	w, err := lib.Work(ctx)
	if err != nil {
		return nil, err
	}
	notes := make([]listedNote, len(w.Notes))
	for i, n := range w.Notes {
		notes[i] = listedNote{n.ID, n.Passage.Article, -1, -1, n.Passage.Words, n.Text}
		a, _, err := lib.Article(ctx, n.Passage.Article)
		if errors.Is(err, library.ErrNoArticle) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if s, ok := n.Passage.Find(a.Text); ok {
			notes[i].Start, notes[i].End = s.Start, s.End
		}
	}
	return notes, nil
}

func noteLine(n listedNote) string {
	on := n.Article
	if n.Words != "" {
		on += fmt.Sprintf(" “%s”", n.Words)
	}
	if n.Start < 0 {
		on += " (gone)"
	}
	return fmt.Sprintf("%s: %s  [%s]", on, n.Note, n.ID)
}
