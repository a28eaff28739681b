package screen

import (
	"slices"
	"strings"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/layout"
	"parallax/ui/theme"
)

// Article is one report by itself.
type Article struct {
	frame  Frame
	report model.Article
	event  string
	rtl    bool
	mark   model.Span // the sentence pointed at; empty where there is none
	facts  []string
	lines  []proseLine
	set    Frame // for which lines were laid out
	top    int
	query  string
	hits   []place
	hit    int
	notes  []noted
	extra  []string // what the reader has made of it, a line each
}

// NewArticle is the page of a report of an event ("" where it has none),
// opened at a sentence of its text where mark is not empty.
func NewArticle(report model.Article, event string, mark model.Span) *Article {
	a := &Article{report: admitArticle(report), event: event}
	a.mark = within(mark, a.report.Text)
	a.rtl = cell.RightToLeft(a.report.Text)
	a.facts = facts(&a.report)
	return a
}

// Report is the article itself.
func (a *Article) Report() model.Article { return a.report }

// ID is the article's ID, Event that of its event.
func (a *Article) ID() string { return a.report.ID }

// Event is the ID of the article's event, "" where it has none.
func (a *Article) Event() string { return a.event }

// facts is what is known of an article, a line each.
func facts(a *model.Article) []string {
	date := dateWords(a.Date)
	if a.DateBasis != "" {
		date += " (" + a.DateBasis + ")"
	}
	list := []string{a.Outlet + " · " + languageWords(a.Language), date}
	if len(a.Authors) > 0 {
		list = append(list, "by "+listed(a.Authors))
	}
	if len(a.Agencies) > 0 {
		list = append(list, "credits "+listed(a.Agencies))
	}
	return list
}

// Fit gives the screen its frame. What stood at the top, or the sentence
// pointed at if it was on the screen, stays where it was.
func (a *Article) Fit(f Frame) {
	a.frame = f
	if a.set.W == f.W && a.set.Cells == f.Cells && a.set.Look == f.Look {
		a.scrollTo(a.top)
		return
	}
	anchor, line := a.anchor()
	fresh := a.lines == nil
	a.lines, a.set = prose(f, &a.report, slices.Concat(a.facts, a.extra), layout.Prose(f.W)), f
	switch {
	case fresh && a.mark.Len() > 0:
		a.scrollTo(a.lineAt(a.mark.Start) - a.room()/3)
	case fresh:
	default:
		a.scrollTo(a.lineAt(anchor) - line)
	}
}

// anchor is a byte of the text and the line of the screen on which it stands.
func (a *Article) anchor() (at, line int) {
	if first := a.lineAt(a.mark.Start) - a.top; a.mark.Len() > 0 && first >= 0 && first < a.room() {
		return a.mark.Start, first
	}
	for i := a.top; i < len(a.lines); i++ {
		if a.lines[i].Len() > 0 {
			return a.lines[i].Start, i - a.top
		}
	}
	return 0, 0
}

// lineAt is the line of the page that shows a byte of the text.
func (a *Article) lineAt(at int) int {
	found := 0
	for i, l := range a.lines {
		if l.Len() > 0 && l.Start <= at {
			found = i
		}
	}
	return found
}

func (a *Article) room() int { return max(a.frame.H-2, 1) }

func (a *Article) scrollTo(top int) { a.top = max(0, min(top, len(a.lines)-a.room())) }

// Move scrolls by n lines.
func (a *Article) Move(n int) { a.scrollTo(a.top + n) }

// Page scrolls by n screens.
func (a *Article) Page(n int) { a.Move(n * max(1, a.room()-2)) }

// Edge scrolls to the beginning or the end.
func (a *Article) Edge(last bool) {
	if last {
		a.scrollTo(len(a.lines))
		return
	}
	a.scrollTo(0)
}

// Search looks for words and goes to the first place from the top of the
// screen on; "" ends the search.
func (a *Article) Search(query string) {
	a.query, a.hit = query, 0
	a.hits = nil
	for i, s := range find(nil, a.report.Text, whole(a.report.Text), query) {
		a.hits = append(a.hits, place{s, i})
	}
	from, _ := a.anchor()
	for i, h := range a.hits {
		if h.Start >= from {
			a.hit = i
			break
		}
	}
	a.showHit()
}

// Searching reports whether a search is on.
func (a *Article) Searching() bool { return a.query != "" }

// Next goes n places found further.
func (a *Article) Next(n int) {
	if len(a.hits) > 0 {
		a.hit = (a.hit + n + len(a.hits)) % len(a.hits)
	}
	a.showHit()
}

func (a *Article) showHit() {
	if len(a.hits) == 0 {
		return
	}
	line := a.lineAt(a.hits[a.hit].Start)
	if line < a.top || line >= a.top+a.room() {
		a.scrollTo(line - a.room()/3)
	}
}

// Copied is what a copy takes: the sentence pointed at, else the headline,
// with outlet, date and address; and what that is in words.
func (a *Article) Copied() (text, what string) {
	if a.mark.Len() > 0 {
		return Cite(&a.report, a.mark), "the sentence from " + a.report.Outlet
	}
	return Cite(&a.report, a.report.Headline()), "the headline from " + a.report.Outlet
}

// Render draws the page.
func (a *Article) Render() []string {
	f := a.frame
	lines := []string{f.bar(a.report.Outlet, theme.Title, a.status(), theme.Faint), f.rule()}
	for i := a.top; i < len(a.lines) && i < a.top+a.room(); i++ {
		lines = append(lines, a.line(a.lines[i]))
	}
	return f.fill(lines)
}

func (a *Article) status() string {
	if a.query != "" {
		return found(a.query, a.hit, len(a.hits))
	}
	if a.room() >= len(a.lines) {
		return languageWords(a.report.Language)
	}
	return languageWords(a.report.Language) + " · " + progress(a.top+a.room(), len(a.lines))
}

// marks is what looks different in a line of the text: the sentence pointed at,
// then places found.
func (a *Article) marks(line model.Span) []mark {
	var marks []mark
	if a.mark.Overlaps(line) {
		marks = append(marks, mark{a.mark, theme.Picked})
	}
	return append(marks, hitMarks(a.hits, line, a.hit)...)
}

// line draws one line of the page: its margin, which points at the sentence
// that was asked for, and its text.
func (a *Article) line(l proseLine) string {
	f := a.frame
	width := layout.Prose(f.W)
	margin := cell.Blank(min(layout.Gutter, f.W-1))
	if l.Len() > 0 && a.noted(l.Span) && f.W > layout.Gutter {
		margin = f.Look.Paint(theme.Key, glyphNoted+" ")
	}
	if l.Len() > 0 && l.Overlaps(a.mark) && f.W > layout.Gutter {
		margin = f.Look.Paint(theme.Strong, "▌ ")
	}
	text := l.styled
	if marks := a.marks(l.Span); l.Len() > 0 && len(marks) > 0 {
		text = f.paint(a.report.Text, l.Span, theme.Plain, marks)
	}
	if a.rtl && (l.block == body || l.block == headline) {
		margin += cell.Blank(width - l.Width)
	}
	return f.Cells.Clip(strings.TrimRight(margin+text, " "), f.W)
}

// Show puts the reader's notes and bookmark on the page.
func (a *Article) Show(w *model.Work) {
	a.notes = notesOn(w, a.report.ID, a.report.Text)
	var extra []string
	if slices.Contains(w.Bookmarks, a.report.ID) {
		extra = append(extra, glyphBookmarked+" bookmarked")
	}
	for _, n := range a.notes {
		line := glyphNoted + " " + n.text
		if n.Len() > 0 {
			words := strings.Join(strings.Fields(n.Of(a.report.Text)), " ")
			line += " (on “" + a.frame.Cells.Cut(words, maxQuoted) + "”)"
		}
		extra = append(extra, line)
	}
	if !slices.Equal(extra, a.extra) {
		a.extra, a.set = extra, Frame{}
	}
}

// noted reports whether a note is about words of a line.
func (a *Article) noted(line model.Span) bool {
	return slices.ContainsFunc(a.notes, func(n noted) bool { return n.Overlaps(line) })
}

// Passage is the article and the sentence of it that is pointed at; an empty one
// where there is none.
func (a *Article) Passage() (model.Article, model.Span) { return a.report, a.mark }

// Again is the page of the same article as it is now, at the same place.
func (a *Article) Again(now model.Article) *Article {
	next := NewArticle(now, a.event, a.mark)
	next.Fit(a.frame)
	next.scrollTo(a.top)
	if a.query != "" {
		next.Search(a.query)
	}
	return next
}
