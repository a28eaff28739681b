package ui

import (
	"context"
	"time"

	"parallax/model"
	"parallax/ui/cell"
	"parallax/ui/keys"
	"parallax/ui/layout"
	"parallax/ui/safe"
	"parallax/ui/screen"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// shown is what every screen can do.
type shown interface {
	Fit(screen.Frame)
	Render() []string
}

// App is the reader.
type App struct {
	ctx   context.Context
	desk  Desk
	start Options
	keys  keys.Table
	acts  map[keys.Place]map[keys.Action]act

	w, h  int // of the terminal; 0 is not known yet
	cells cell.Method
	look  theme.Theme
	mouse bool

	browse  *screen.Browse
	article *screen.Article
	event   *screen.Event
	matrix  *screen.Matrix
	help    *screen.Page
	notes   *screen.Page
	places  []keys.Place // the screens one came through; the last is shown

	tasks   int          // that were begun beside the program
	running map[int]bool // those that are not done

	skips      []string
	listing    context.Context
	unlist     context.CancelFunc
	listed     int          // counts the filters, from 1
	recounting int          // of the filter for which counts are asked for again soon
	asked      map[int]bool // pages of the list
	outdated   bool         // others have changed what the list shows
	opening    request
	after      func(time.Duration, tea.Msg) tea.Cmd // gives a message back after a while
	resuming   Session                              // whose event is waited for
	peeking    string                               // ID of the article whose preview is waited for

	work   model.Work // what the reader has kept
	marks  []string   // IDs of articles to be joined or split
	prompt *prompt    // nil unless something is typed
	notice notice
}

// notice is what the footer says once.
type notice struct {
	text string
	role theme.Role
}

// New is the reader of a desk. It asks nothing before Init.
func New(ctx context.Context, desk Desk, look theme.Theme, o Options) *App {
	if o.Keys == nil {
		o.Keys = keys.Default()
	}
	return &App{
		ctx: ctx, desk: desk, start: o, keys: o.Keys, acts: acts(), look: look, mouse: o.Mouse,
		browse: screen.NewBrowse(desk.Name(), o.Hint), places: []keys.Place{keys.Browse},
		asked: map[int]bool{}, running: map[int]bool{}, after: after,
	}
}

// Init asks for the list, the background of the terminal, and the event to open.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{a.resume(a.start.Session), a.describe, tea.RequestBackgroundColor, a.watchSoon()}
	if a.start.Event != "" {
		cmds = append(cmds, a.fetchEvent(a.start.Event))
	}
	return tea.Batch(cmds...)
}

// Update hands every message to what deals with it.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = m.Width, m.Height
		a.fit()
		cmd = a.wantMore()
	case tea.KeyPressMsg:
		cmd = a.handleKey(m)
	case tea.PasteMsg:
		cmd = a.handlePaste(m)
	case tea.MouseWheelMsg:
		cmd = a.handleWheel(m)
	case tea.BackgroundColorMsg:
		a.look = a.look.On(m.IsDark())
		a.fit()
	case tea.ModeReportMsg:
		a.handleMode(m)
	case entriesReady:
		cmd = a.handleEntries(m)
	case countsReady:
		cmd = a.handleCounts(m)
	case recountNow:
		cmd = a.handleRecount(m)
	case watchNow:
		cmd = a.handleWatch()
	case watched:
		cmd = a.handleWatched(m)
	case peekNow:
		cmd = a.handlePeek(m)
	case peekReady:
		if m.err == nil {
			a.browse.Peek(m.article)
		}
	case articleReady:
		a.handleArticle(m)
	case kept:
		cmd = a.handleKept(m)
	case workReady:
		a.handleWork(m)
	case eventAgain:
		a.handleEventAgain(m)
	case articleAgain:
		a.handleArticleAgain(m)
	case eventReady:
		a.handleEvent(m)
	case glossReady:
		a.handleGlosses(m)
	case matrixReady:
		a.handleMatrix(m)
	case deskReady:
		a.skips = m.skipped
		a.browse.Describe(m.about, len(m.skipped))
		cmd = a.fetchWork // what is kept can be asked for once the desk is there
		a.fit()
	case taskDone:
		cmd = a.handleTask(m)
	case taskLate:
		a.handleTaskLate(m)
	case worksReady:
		a.handleWorks(m)
	case outsideDone:
		a.handleOutside(m)
	case answerLate:
		a.opening.late = a.opening.waiting && m.number == a.opening.number
	case listLate:
		if m.number == a.listed {
			a.browse.Late()
		}
	}
	return a, cmd
}

// handleMode follows the renderer, which counts grapheme clusters from the
// moment the terminal says that it knows them.
func (a *App) handleMode(m tea.ModeReportMsg) {
	known := m.Value == ansi.ModeReset || m.Value == ansi.ModeSet || m.Value == ansi.ModePermanentlySet
	if m.Mode == ansi.ModeUnicodeCore && known {
		a.cells = cell.Clusters
		a.fit()
	}
}

// place is the screen that is shown.
func (a *App) place() keys.Place { return a.places[len(a.places)-1] }

func (a *App) screen() shown {
	switch a.place() {
	case keys.Article:
		return a.article
	case keys.Event:
		return a.event
	case keys.Matrix:
		return a.matrix
	case keys.Help:
		return a.help
	case keys.Notes:
		return a.notes
	}
	return a.browse
}

// open shows a screen, on top of those one came through. A screen that is
// among them already is gone back to.
func (a *App) open(p keys.Place) {
	for i, known := range a.places {
		if known == p {
			a.places = a.places[:i]
			break
		}
	}
	a.places = append(a.places, p)
	a.fit()
}

// frame is the place for a screen: all but the footer, or all where there is
// little room.
func (a *App) frame() screen.Frame {
	f := screen.Frame{W: a.w, H: a.h - 1, Cells: a.cells, Look: a.look}
	if layout.Tiny(a.w, a.h) {
		f.Tiny, f.H = true, a.h
	}
	return f
}

// fit gives the screen that is shown its frame.
func (a *App) fit() {
	if a.sized() {
		a.screen().Fit(a.frame())
	}
}

// sized reports whether the size of the terminal is known.
func (a *App) sized() bool { return a.w > 0 && a.h > 0 }

func (a *App) say(text string)  { a.notice = notice{safe.Field(text), theme.Plain} }
func (a *App) warn(text string) { a.notice = notice{safe.Field(text), theme.Warn} }

// View draws the screen that is shown, and the footer.
func (a *App) View() tea.View {
	var v tea.View
	v.AltScreen = true
	v.WindowTitle = safe.Title("parallax · " + a.desk.Name())
	v.KeyboardEnhancements.ReportAlternateKeys = true
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if !a.sized() {
		return v
	}
	lines := a.screen().Render()
	if a.prompt != nil && a.prompt.palette != nil {
		a.prompt.palette.draw(a, lines)
	}
	a.tell(lines)
	foot, cursor := a.foot()
	if a.frame().Tiny {
		if foot != "" && (a.prompt != nil || a.notice.text != "") {
			lines[len(lines)-1] = foot
		}
	} else {
		lines = append(lines, foot)
	}
	for i, l := range lines {
		lines[i] = a.cells.Clip(l, a.w)
	}
	v.SetContent(join(lines))
	v.Cursor = cursor
	return v
}
