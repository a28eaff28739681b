// Package export writes one event, side by side, as a file that leaves the
// program: Markdown, CSV, a page of HTML that needs nothing else, and drafts of
// schema.org ClaimReview.
//
// Everything it is given is hostile: no control or bidi character comes out, no
// text becomes markup, a link or a spreadsheet formula. It says nothing that the
// reader does not say: both passages and why they clash, never who is right.
//
// The package must not read files or the clock, and must not import ui or corpus.
package export

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"parallax/model"
	"parallax/model/safe"
)

// sheet is an event as people see it, every text made safe.
type sheet struct {
	Title, Date string
	Why         []string
	Reports     []report
	Disputes    []dispute
	Within      []dispute // of one report each, both sides
	Rows        []row
}

type report struct {
	Outlet, Title, Language, Date, Basis, URL string
}

// dispute is one disagreement, told by its surest pair of passages.
type dispute struct {
	Kind, Strength, Why string
	Verdict, Note       string // of the reader
	Sides               [2]passage
}

// passage is words of one report, in pieces so that those that clash can be
// marked.
type passage struct {
	report
	Pieces []piece
}

type piece struct {
	Text   string
	Marked bool
}

// row has a passage a report, nil where the report is silent.
type row struct {
	Relation model.Relation
	Sign     string
	Says     string
	Cells    []*passage
	Notes    []string
}

func newSheet(c model.Comparison) sheet {
	s := sheet{Title: safe.Field(c.Event.Title), Date: c.Event.Date.String()}
	for _, w := range c.Event.Why {
		s.Why = append(s.Why, safe.Field(w))
	}
	at := map[string]int{}
	for i := range c.Articles {
		a := &c.Articles[i]
		at[a.ID] = i
		s.Reports = append(s.Reports, report{
			Outlet: outlet(a), Title: safe.Field(a.Title), Language: safe.Field(a.Language),
			Date: a.Date.String(), Basis: safe.Field(a.DateBasis), URL: webAddress(a.URL),
		})
	}
	s.Disputes = disputes(c.Conflicts, at, s.Reports)
	s.Within = disputes(c.Within, at, s.Reports)
	for _, r := range c.Rows {
		s.Rows = append(s.Rows, newRow(r, c.Conflicts, s.Reports))
	}
	return s
}

func outlet(a *model.Article) string { return cmp.Or(safe.Field(a.Outlet), "unnamed outlet") }

// webAddress is an address that a page may link to, with every character that
// could end the link escaped; else nothing.
func webAddress(address string) string {
	u, err := url.Parse(safe.Field(address))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", "(", "%28", ")", "%29", " ", "%20").Replace(u.String())
}

// disputes tells each disagreement once, in the order of the conflicts.
func disputes(conflicts []model.Conflict, at map[string]int, reports []report) []dispute {
	var out []dispute
	for _, k := range surest(conflicts) {
		a, okA := at[k.A.Article]
		b, okB := at[k.B.Article]
		if !okA || !okB {
			continue
		}
		verdict, note := verdictOn(conflicts, k.Dispute)
		out = append(out, dispute{
			Verdict: verdict, Note: note, Kind: string(k.Kind), Strength: string(k.Strength), Why: safe.Field(k.Why),
			Sides: [2]passage{
				{reports[a], pieces(k.A.Text, k.A.Span.Start, []model.Span{k.A.Mark})},
				{reports[b], pieces(k.B.Text, k.B.Span.Start, []model.Span{k.B.Mark})},
			},
		})
	}
	return out
}

// verdictOn is what the reader holds of a dispute and the note that goes with it;
// verdict is "" where nobody has judged it.
func verdictOn(conflicts []model.Conflict, dispute string) (verdict, note string) {
	for _, k := range conflicts {
		if k.Dispute == dispute && k.Verdict != "" {
			verdict, note = string(model.DisputeVerdict(conflicts, dispute)), cmp.Or(note, safe.Field(k.Note))
		}
	}
	return verdict, note
}

// surest is one conflict a dispute, the strongest, where that dispute first stands.
func surest(conflicts []model.Conflict) []model.Conflict {
	var out []model.Conflict
	place := map[string]int{}
	for _, k := range conflicts {
		i, seen := place[k.Dispute]
		if !seen {
			place[k.Dispute] = len(out)
			out = append(out, k)
		} else if rank(k.Strength) < rank(out[i].Strength) {
			out[i] = k
		}
	}
	return out
}

func rank(s model.Strength) int {
	return slices.Index([]model.Strength{model.Strong, model.Likely, model.Possible}, s)
}

func newRow(r model.Row, conflicts []model.Conflict, reports []report) row {
	out := row{Relation: r.Relation, Sign: signs[r.Relation], Says: words[r.Relation]}
	marks := map[string][]model.Span{}
	for _, k := range conflicts {
		if !slices.Contains(r.Conflicts, k.ID) {
			continue
		}
		out.Notes = append(out.Notes, string(k.Kind)+", "+string(k.Strength)+": "+safe.Field(k.Why))
		for _, side := range []model.Side{k.A, k.B} {
			marks[side.Article] = append(marks[side.Article], side.Mark)
		}
	}
	for i, cell := range r.Cells {
		if cell == nil {
			out.Cells = append(out.Cells, nil)
			continue
		}
		out.Cells = append(out.Cells, &passage{reports[i], pieces(cell.Text, cell.Span.Start, marks[cell.Article])})
	}
	return out
}

// The signs of the reader's gutter and their words.
var (
	signs = map[model.Relation]string{model.Agree: "≈", model.Clash: "≠", model.Related: "?", model.Single: "+"}
	words = map[model.Relation]string{
		model.Agree: "They say the same", model.Clash: "They conflict",
		model.Related: "They speak of the same thing", model.Single: "Only here",
	}
)

// pieces cuts text, which begins at byte start of its article, at the marks.
// Marks outside of it are passed over.
func pieces(text string, start int, marks []model.Span) []piece {
	slices.SortFunc(marks, func(a, b model.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var out []piece
	add := func(t string, marked bool) {
		// The blanks at both ends part the pieces, so Field would take too much.
		if t = strings.ReplaceAll(safe.Block(t), "\n", " "); t != "" {
			out = append(out, piece{t, marked})
		}
	}
	done := 0
	for _, m := range marks {
		from, to := max(m.Start-start, done), m.End-start
		if to > len(text) || from >= to {
			continue
		}
		add(text[done:from], false)
		add(text[from:to], true)
		done = to
	}
	add(text[done:], false)
	return out
}
