package ui

import (
	"context"
	"time"

	"parallax/model"
	"parallax/ui/screen"

	tea "charm.land/bubbletea/v2"
)

// patience is how long an answer may take before the reader is told to wait.
const patience = 300 * time.Millisecond

// request counts what was asked of a kind, so that only the last answer is
// taken, and can be given up.
type request struct {
	number  int
	waiting bool
	late    bool
	what    string // in the words of the footer
	cancel  context.CancelFunc
}

// begin asks anew and gives up what was asked before.
func (r *request) begin(ctx context.Context, what string) (context.Context, int) {
	r.end()
	ctx, r.cancel = context.WithCancel(ctx)
	r.number++
	r.waiting, r.what = true, what
	return ctx, r.number
}

// end stops waiting; an answer that still comes is not taken.
func (r *request) end() {
	if r.cancel != nil {
		r.cancel()
		r.cancel = nil
	}
	r.number++
	r.waiting, r.late = false, false
}

// The answers. Number is that of the request.
type (
	entriesReady struct {
		number, page, total int
		entries             []Entry
		err                 error
	}
	articleReady struct {
		number  int
		article model.Article
		event   string
		mark    model.Span
		err     error
	}
	eventReady struct {
		number     int
		comparison model.Comparison
		err        error
	}
	deskReady struct {
		about   string
		skipped []string
	}
	answerLate struct{ number int }
	listLate   struct{ number int }
)

// describe asks what there is to say of the corpus.
func (a *App) describe() tea.Msg {
	about, skipped := a.desk.About(), a.desk.Skipped()
	return deskReady{about, skipped}
}

// wantPages asks for the pages of the list that are needed and not asked for.
func (a *App) wantPages() tea.Cmd {
	if a.listing == nil {
		return nil // a size or a key can come before Init
	}
	var cmds []tea.Cmd
	for _, page := range a.browse.Lacks() {
		if !a.asked[page] {
			cmds = append(cmds, a.askPage(page))
		}
	}
	return tea.Batch(cmds...)
}

// askPage asks for a page of the list.
func (a *App) askPage(page int) tea.Cmd {
	a.asked[page] = true
	filter, _ := a.browse.Filter()
	ctx, number := a.listing, a.listed
	return func() tea.Msg {
		entries, total, err := a.desk.Entries(ctx, filter, page*screen.PageSize, screen.PageSize)
		return entriesReady{number, page, total, entries, err}
	}
}

// renewPages asks again for the pages on the screen, which stay until they come, and
// forgets all others.
func (a *App) renewPages() tea.Cmd {
	a.asked = map[int]bool{}
	var cmds []tea.Cmd
	for _, page := range a.browse.Renew() {
		cmds = append(cmds, a.askPage(page))
	}
	return tea.Batch(cmds...)
}

// relist forgets the list and asks for it under another filter.
func (a *App) relist(typed string, f Filter) tea.Cmd { return a.reask(typed, f, false) }

// reask is relist; with held what is selected stays where it is.
func (a *App) reask(typed string, f Filter, held bool) tea.Cmd {
	if a.unlist != nil {
		a.unlist()
	}
	a.listing, a.unlist = context.WithCancel(a.ctx)
	a.listed++
	a.asked = map[int]bool{}
	a.browse.Ask(typed, f)
	if held {
		a.browse.Hold()
	}
	return tea.Batch(a.wantPages(), a.wantCounts(), a.late(listLate{a.listed}))
}

func (a *App) handleEntries(m entriesReady) tea.Cmd {
	if m.number != a.listed {
		return nil
	}
	if m.err != nil {
		delete(a.asked, m.page)
	}
	a.browse.Take(m.page, m.entries, m.total, m.err)
	if m.err != nil {
		return nil
	}
	if a.browse.Uncounted() {
		return tea.Batch(a.wantMore(), a.recountSoon())
	}
	return a.wantMore()
}

// fetchEvent asks for an event and opens it when it comes.
func (a *App) fetchEvent(id string) tea.Cmd {
	ctx, number := a.opening.begin(a.ctx, "comparing the reports")
	return tea.Batch(func() tea.Msg {
		c, err := a.desk.Event(ctx, id)
		return eventReady{number, c, err}
	}, a.late(answerLate{number}))
}

// fetchArticle asks for an article of an event and opens it at a sentence.
func (a *App) fetchArticle(id, event string, mark model.Span) tea.Cmd {
	ctx, number := a.opening.begin(a.ctx, "opening the article")
	return tea.Batch(func() tea.Msg {
		article, err := a.desk.Article(ctx, id)
		return articleReady{number, article, event, mark, err}
	}, a.late(answerLate{number}))
}

// after gives m back after a while.
func after(d time.Duration, m tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return m })
}

// late gives m back when an answer is late.
func (a *App) late(m tea.Msg) tea.Cmd { return a.after(patience, m) }

// taken reports whether an answer is the one that is waited for, and ends the
// wait. An error is told in the footer.
func (a *App) taken(number int, err error) bool {
	if !a.opening.waiting || number != a.opening.number {
		return false
	}
	a.opening.end()
	if err != nil {
		a.warn(err.Error())
		return false
	}
	return true
}
