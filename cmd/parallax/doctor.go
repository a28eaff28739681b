package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model/safe"
)

// health is the state of a library, as scripts see it.
type health struct {
	Library    string        `json:"library"`
	Articles   int           `json:"articles"`
	Versions   int           `json:"versions"`
	Removed    int           `json:"removed"`
	Files      int           `json:"files"`
	SetByHand  int           `json:"set_by_hand"`
	Verdicts   int           `json:"verdicts"`
	Notes      int           `json:"notes"`
	Bookmarks  int           `json:"bookmarks"`
	Decisions  int           `json:"decisions"`
	NoDate     int           `json:"no_date"`
	UnsureDate int           `json:"unsure_date"`
	NoLanguage int           `json:"no_language"`
	NoOutlet   int           `json:"no_outlet"`
	Languages  []countOf     `json:"languages"`
	Outlets    []countOf     `json:"outlets"`
	Years      []countOf     `json:"years"`
	Skipped    []skippedItem `json:"skipped"`
	Faults     []string      `json:"faults"`

	Dictionaries []dictionaryFound `json:"dictionaries"`
}

type countOf struct {
	Value    string `json:"value"`
	Articles int    `json:"articles"`
}

type skippedItem struct {
	Source string `json:"source"`
	Place  string `json:"place"`
	Reason string `json:"reason"`
}

func newDoctor(std stdio, limits *limits) *cobra.Command {
	var asJSON, repair bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Say what is in the library and whether all is well with it",
		Long: `Say what is in the library by language, outlet and year, what was skipped and why,
what is not certain, which dictionaries are on the machine, and whether the file is
whole.

With --repair a new library is made of all that can be read of a damaged one, and
the old file is kept beside it. What was lost is named; adding the same sources
again brings it back. Close every other parallax first.

Exit status: 0 all is well; 1 the library cannot be read, or has faults.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if repair {
				if err := repairKept(c.Context(), std, limits); err != nil {
					return err
				}
			}
			lib, err := limits.existing(c.Context())
			if err != nil {
				return err
			}
			defer lib.Close()
			h, err := lib.Doctor(c.Context())
			if err != nil {
				return err
			}
			if err := healthPrinter.print(std.out, asJSON, healthOf(limits, h)); err != nil {
				return err
			}
			if len(h.Faults) > 0 {
				return errors.New("the library has faults: doctor --repair makes a whole one of what can be read")
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().BoolVar(&repair, "repair", false, "first make a whole library of what can be read of a damaged one")
	return c
}

// repairKept repairs the library and says on the error stream what became of it.
func repairKept(ctx context.Context, std stdio, l *limits) error {
	if !library.Exists(l.path()) {
		return fmt.Errorf("library %s: no such file: parallax add makes one", l.path())
	}
	r, err := library.Repair(ctx, l.path())
	if err != nil {
		return err
	}
	for _, lost := range r.Lost {
		fmt.Fprintln(std.err, "parallax: lost: "+safe.Field(lost))
	}
	if r.More > 0 {
		fmt.Fprintf(std.err, "parallax: lost: %s more\n", thousands(r.More))
	}
	fmt.Fprintf(std.err, "parallax: repaired: %s saved; the file as it was is %s\n", articles(r.Articles), safe.Field(r.Kept))
	if len(r.Lost) > 0 {
		fmt.Fprintln(std.err, "parallax: add the same sources again to bring back what was lost of them")
	}
	return nil
}

func healthOf(l *limits, h library.Health) health {
	out := health{
		Library: l.path(), Articles: h.Articles, Versions: h.Versions, Removed: h.Removed, Files: h.Files, SetByHand: h.SetByReader,
		Verdicts: h.Judged, Notes: h.Notes, Bookmarks: h.Bookmarks, Decisions: h.Decisions,
		NoDate: h.NoDate, UnsureDate: h.UnsureDate, NoLanguage: h.NoLanguage, NoOutlet: h.NoOutlet,
		Languages: countsOf(h.Languages), Outlets: countsOf(h.Outlets), Years: countsOf(h.Years),
		Skipped: []skippedItem{}, Faults: orEmpty(h.Faults), Dictionaries: dictionariesFound(l.dictionaries()),
	}
	for _, s := range h.Skipped {
		out.Skipped = append(out.Skipped, skippedItem(s))
	}
	return out
}

func countsOf(counts []library.Count) []countOf {
	out := make([]countOf, len(counts))
	for i, c := range counts {
		out[i] = countOf{c.Value, c.N}
	}
	return out
}

var healthPrinter = printer[health]{text: healthText, json: writeObject[health]}

// maxOutletsShown is how many outlets people are shown.
const maxOutletsShown = 20

func healthText(w io.Writer, h health) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s\n%s in %s of the disk", safe.Field(h.Library), articles(h.Articles), count(h.Files, "file"))
	if more := h.Versions - h.Articles; more > 0 {
		fmt.Fprintf(b, ", %s", count(more, "earlier version"))
	}
	if h.Removed > 0 {
		fmt.Fprintf(b, ", %d removed", h.Removed)
	}
	fmt.Fprintln(b)
	countText(b, "language", h.Languages, len(h.Languages))
	countText(b, "outlet", h.Outlets, maxOutletsShown)
	countText(b, "year", h.Years, len(h.Years))
	fmt.Fprintf(b, "\nnot certain\n")
	for _, c := range []countOf{
		{"date unknown", h.NoDate}, {"date uncertain or in part", h.UnsureDate}, {"language unknown", h.NoLanguage},
		{"outlet unknown", h.NoOutlet},
	} {
		fmt.Fprintf(b, "%9s  %s\n", thousands(c.Articles), c.Value)
	}
	fmt.Fprintf(b, "\nyour work\n")
	for _, c := range []countOf{{"set by hand", h.SetByHand}, {"verdicts", h.Verdicts}, {"notes", h.Notes}, {"bookmarks", h.Bookmarks}, {"joined or split", h.Decisions}} {
		fmt.Fprintf(b, "%9s  %s\n", thousands(c.Articles), c.Value)
	}
	if len(h.Skipped) > 0 {
		fmt.Fprintf(b, "\nskipped\n")
	}
	for _, s := range h.Skipped {
		fmt.Fprintf(b, "  %s\n", safe.Field(library.Skip(s).Line()))
	}
	dictionariesText(b, h.Dictionaries)
	if len(h.Faults) == 0 {
		fmt.Fprintf(b, "\nno faults\n")
	} else {
		fmt.Fprintf(b, "\nfaults\n")
	}
	for _, f := range h.Faults {
		fmt.Fprintf(b, "  %s\n", safe.Field(f))
	}
	return b.Flush()
}

func countText(b *bufio.Writer, name string, counts []countOf, most int) {
	fmt.Fprintf(b, "\nby %s\n", name)
	for _, c := range counts[:min(most, len(counts))] {
		fmt.Fprintf(b, "%9s  %s\n", thousands(c.Articles), safe.Field(orDash(c.Value)))
	}
	if more := len(counts) - most; more > 0 {
		fmt.Fprintf(b, "           and %s more: see --json\n", thousands(more))
	}
}
