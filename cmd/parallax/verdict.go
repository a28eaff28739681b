package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"parallax/corpus/library"
	"parallax/model"
	"parallax/model/query"
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
	judgements, err := ruling{id, v, note}.judgements(ctx, std, l, q)
	if err != nil {
		return err
	}
	if len(judgements) == 0 {
		return fmt.Errorf("%s: no such conflict: see conflicts --json --all for the IDs", id)
	}
	return l.act(ctx, std, asJSON, func(lib *library.Library) (string, error) { return lib.Judge(ctx, judgements) })
}

// ruling is a verdict on the dispute of a conflict.
type ruling struct {
	id      string
	verdict model.Verdict
	note    string
}

// judgements are those of every pair of the dispute that a conflict belongs to,
// or of what was judged under its ID before. Where no comparison that is kept has
// found the conflict, the events are compared that were not yet.
func (r ruling) judgements(ctx context.Context, std stdio, l *limits, q query.Query) ([]model.Judgement, error) {
	lib, known, err := l.settled(ctx, std)
	if lib == nil || err != nil {
		return nil, err
	}
	defer lib.Close()
	e, err := lib.EventOfConflict(ctx, r.id, versionText())
	if err != nil && !errors.Is(err, library.ErrNoEvent) {
		return nil, err
	}
	if err == nil {
		found, _, err := compareKept(ctx, lib, known, []library.Listed{e}, true)
		if err != nil {
			return nil, err
		}
		if judgements := r.on(found[0]); len(judgements) > 0 {
			return judgements, nil
		}
	}
	for _, j := range known.work.Judgements {
		if j.ID == r.id {
			j.Verdict, j.Note = r.verdict, r.note
			return []model.Judgement{j}, nil
		}
	}
	return r.search(ctx, std, lib, known, q)
}

// on judges every pair of the dispute, where it is one of those of the conflicts.
func (r ruling) on(conflicts []model.Conflict) []model.Judgement {
	return disputeOf(conflicts, r.id, r.verdict, r.note)
}

// search looks for the conflict in the events that were not compared yet,
// newest first, and keeps what is found in them.
func (r ruling) search(ctx context.Context, std stdio, lib *library.Library, known *reading, q query.Query) ([]model.Judgement, error) {
	p := newProgress(std.err, nil)
	defer p.end()
	for done := 0; ; {
		page, err := lib.Uncounted(ctx, q, versionText(), keptPage)
		if err != nil || len(page) == 0 {
			return nil, err
		}
		found, _, err := compareKept(ctx, lib, known, page, true)
		if err == nil {
			err = lib.CountConflicts(ctx, versionText(), foundIn(page, found))
		}
		if err != nil {
			return nil, err
		}
		for _, conflicts := range found {
			if judgements := r.on(conflicts); len(judgements) > 0 {
				return judgements, nil
			}
		}
		done += len(page)
		p.say(func(time.Duration) string { return "looking for the conflict, " + count(done, "event") + " compared" })
	}
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
