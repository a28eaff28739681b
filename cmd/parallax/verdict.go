package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
)

// listedJudgement is a judgement as scripts see it.
type listedJudgement struct {
	ID      string        `json:"id"`
	Kind    model.Kind    `json:"kind"`
	Verdict model.Verdict `json:"verdict"`
	Note    string        `json:"note"`
	A       listedJudged  `json:"a"`
	B       listedJudged  `json:"b"`
}

type listedJudged struct {
	Article string `json:"article"`
	Text    string `json:"text"`
	Mark    string `json:"mark"`
}

func newVerdict(std stdio, limits *limits) *cobra.Command {
	var asJSON bool
	var note string
	c := &cobra.Command{
		Use:   "verdict [ID confirmed|dismissed|open]",
		Short: "Judge a conflict, or list the verdicts",
		Long: `Judge a conflict of the library, by its ID or that of its dispute: confirmed, or
dismissed as no conflict, or open again. The verdict holds for every pair of
sentences of the dispute, and after later imports. What is dismissed is no longer
listed, but with --all. With nothing named the verdicts are listed.` + exitStatus,
		Example: `  parallax verdict 1c9f04d2a7e3 dismissed --note "one counts the crew, one does not"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 0 && len(args) != 2 {
				return usageError{errors.New("verdict takes the ID of a conflict and confirmed, dismissed or open: see conflicts --json for the IDs")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				w, err := limits.readWork(c.Context())
				if err != nil {
					return err
				}
				return listWork(std, asJSON, listJudgements(w.Judgements), judgementLine)
			}
			v, err := readVerdict(args[1])
			if err != nil {
				return err
			}
			return judgeConflict(c.Context(), std, limits, asJSON, args[0], v, note)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for scripts")
	c.Flags().StringVar(&note, "note", "", "why")
	limits.registerQuery(c)
	return c
}

func readVerdict(word string) (model.Verdict, error) {
	for _, v := range model.Verdicts {
		if string(v) == word {
			return v, nil
		}
	}
	return "", usageError{fmt.Errorf("unknown verdict %q: confirmed, dismissed or open", word)}
}

func judgeConflict(ctx context.Context, std stdio, l *limits, asJSON bool, id string, v model.Verdict, note string) error {
	q, err := l.asked()
	if err != nil {
		return err
	}
	if _, err := l.readWork(ctx); err != nil { // says what is wrong with the library first
		return err
	}
	r, err := loadKept(ctx, std, l, q)
	if err != nil {
		return err
	}
	judgements := r.judgements(id, v, note)
	if len(judgements) == 0 || r.library == "" {
		return fmt.Errorf("%s: no such conflict: see conflicts --json --all for the IDs", id)
	}
	return l.act(ctx, std, asJSON, func(lib *library.Library) (string, error) { return lib.Judge(ctx, judgements) })
}

// judgements are those of every pair of the dispute that a conflict belongs to,
// or of what was judged under that ID before.
func (r *reading) judgements(id string, v model.Verdict, note string) []model.Judgement {
	for _, h := range r.events {
		if found := disputeOf(r.compare(h).Conflicts, id, v, note); len(found) > 0 {
			return found
		}
	}
	for _, j := range r.work.Judgements {
		if j.ID == id {
			j.Verdict, j.Note = v, note
			return []model.Judgement{j}
		}
	}
	return nil
}

// disputeOf judges every pair of the dispute of an ID.
func disputeOf(conflicts []model.Conflict, id string, v model.Verdict, note string) (out []model.Judgement) {
	dispute := ""
	for i := range conflicts {
		if c := &conflicts[i]; c.ID == id || c.Dispute == id {
			dispute = c.Dispute
		}
	}
	for i := range conflicts {
		if c := &conflicts[i]; dispute != "" && c.Dispute == dispute {
			out = append(out, model.Judge(c, v, note))
		}
	}
	return out
}

func listJudgements(judgements []model.Judgement) []listedJudgement {
	out := make([]listedJudgement, len(judgements))
	for i, j := range judgements {
		out[i] = listedJudgement{j.ID, j.Kind, j.Verdict, j.Note, listedJudged(j.A), listedJudged(j.B)}
	}
	return out
}

func judgementLine(j listedJudgement) string {
	line := fmt.Sprintf("%-9s %s: “%s” against “%s”  [%s]", j.Verdict, j.Kind, j.A.Text, j.B.Text, j.ID)
	if j.Note != "" {
		line += "  " + j.Note
	}
	return line
}
