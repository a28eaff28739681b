package screen

import (
	"fmt"
	"strings"

	"parallax/model"
	"parallax/ui/theme"
)

// maxQuoted is how many cells of the words in dispute the reason repeats; they
// stand marked in the text above it.
const maxQuoted = 60

// maxMeasured is how many pairs of a dispute are tried for the length of their
// reason.
const maxMeasured = 8

// paneWants is the number of lines that the longest reason takes, so that
// nothing moves from one to the next. The rule above it counts.
func (e *Event) paneWants() int {
	want := 3
	for _, d := range e.disputes {
		for _, p := range d.pairs[:min(len(d.pairs), maxMeasured)] {
			want = max(want, 2+len(e.reason(d, e.c.Conflicts[p], e.frame.H))+len(e.rowNotes(d.row)))
		}
	}
	for _, r := range e.rows {
		want = max(want, 2+len(e.rowNotes(r)))
	}
	return want
}

// reason is the words in dispute, and why they are, in at most limit lines.
func (e *Event) reason(d dispute, k model.Conflict, limit int) []string {
	width := max(e.frame.W-2, 1)
	lines := e.frame.wrapped(e.against(d, k), width, limit)
	note := k.Note
	if note != "" {
		note = glyphNoted + " " + note
	}
	for _, more := range []string{k.Why, e.elsewhere(d, k.A), e.elsewhere(d, k.B), note} {
		if more != "" && len(lines) < limit {
			lines = append(lines, e.frame.wrapped(more, width, limit-len(lines))...)
		}
	}
	return lines
}

// against names the words of both sides and who printed them, then the other
// outlets that are in the dispute.
func (e *Event) against(d dispute, k model.Conflict) string {
	words := e.side(k.A) + " against " + e.side(k.B)
	for i, s := range e.others(d, k) {
		words += []string{" · also ", ", "}[min(i, 1)] + e.side(s)
	}
	return words
}

// others are the sides of a dispute printed by neither outlet of one of its
// pairs, an outlet once.
func (e *Event) others(d dispute, k model.Conflict) []model.Side {
	named := map[string]bool{k.A.Article: true, k.B.Article: true}
	var also []model.Side
	for _, p := range d.pairs {
		for _, s := range []model.Side{e.c.Conflicts[p].A, e.c.Conflicts[p].B} {
			if !named[s.Article] {
				named[s.Article] = true
				also = append(also, s)
			}
		}
	}
	return also
}

func (e *Event) side(s model.Side) string {
	return fmt.Sprintf("%s “%s”", e.outlet(s.Article), e.quoted(s))
}

// elsewhere is the sentence of a side, and its row, where the row of its dispute
// shows another passage of the article.
func (e *Event) elsewhere(d dispute, s model.Side) string {
	a := e.article(s.Article)
	if a < 0 || d.row >= len(e.c.Rows) {
		return ""
	}
	if held, _, shown := e.passage(a, d.row); !shown || held.Overlaps(s.Mark) {
		return ""
	}
	return e.names[a] + e.inRow(e.stands(a, s)) + ": " + strings.Join(strings.Fields(s.Span.Of(e.c.Articles[a].Text)), " ")
}

func (e *Event) quoted(s model.Side) string {
	i := e.article(s.Article)
	if i < 0 {
		return "?"
	}
	words := s.Mark.Of(e.c.Articles[i].Text)
	return e.frame.Cells.Cut(strings.Join(strings.Fields(words), " "), maxQuoted)
}

func (e *Event) outlet(id string) string {
	if i := e.article(id); i >= 0 {
		return e.names[i]
	}
	return "?"
}

// drawPane is the pane below the rows: what the selected dispute is about, how
// sure it is, who says what, and why both cannot be true.
func (e *Event) drawPane() []string {
	f := e.frame
	var lines []string
	if e.pane > 2 {
		lines = append(lines, e.foot())
	}
	k, ok := e.conflict()
	if !ok {
		lines = append(lines, f.bar(e.about(), theme.Plain, e.standing(), theme.Faint))
		return e.padPane(e.drawNotes(lines))
	}
	kind := fmt.Sprintf("%s · %s · %d of %d", k.Kind, k.Strength, e.now+1, len(e.disputes))
	if v := e.verdict(); v != model.Open {
		kind += " · " + string(v)
	}
	sign, role := glyphClash, theme.Clash
	if k.Strength == model.Possible {
		sign, role = glyphUnsure, theme.Unsure
	}
	lines = append(lines, " "+f.Look.Paint(role, sign)+e.afterSign(kind))
	for _, l := range e.reason(e.disputes[e.now], k, max(e.pane-len(lines), 0)) {
		lines = append(lines, " "+l)
	}
	return e.padPane(e.drawNotes(lines))
}

// drawNotes adds the notes about the selected row.
func (e *Event) drawNotes(lines []string) []string {
	r, ok := e.row()
	if !ok {
		return lines
	}
	for _, n := range e.rowNotes(r) {
		for _, l := range e.frame.wrapped(n, max(e.frame.W-2, 1), 2) {
			lines = append(lines, " "+e.frame.Look.Paint(theme.Key, l))
		}
	}
	return lines
}

// afterSign is the heading of the reason behind its sign, with where one is at
// the other end.
func (e *Event) afterSign(kind string) string {
	g := e.frame
	g.W -= 2
	where := e.standing()
	if g.Cells.Width(kind)+g.Cells.Width(where)+4 > g.W {
		where = "" // which conflict it is says more
	}
	return g.bar(kind, theme.Strong, where, theme.Faint)
}

func (e *Event) padPane(lines []string) []string {
	for len(lines) < e.pane {
		lines = append(lines, "")
	}
	return lines[:e.pane]
}

// about tells of a row that has no dispute.
func (e *Event) about() string {
	r, ok := e.row()
	if !ok {
		if e.only {
			return "no row has a conflict · C shows all rows"
		}
		return "these articles have nothing to compare"
	}
	sign, words := e.sign(r)
	return sign + " " + words
}

// standing is where one is: the search, or the row and how many disputes.
func (e *Event) standing() string {
	if e.query != "" {
		return found(e.query, e.hit, len(e.hits))
	}
	if len(e.rows) == 0 {
		return ""
	}
	return fmt.Sprintf("row %d of %d", e.at+1, len(e.rows))
}
