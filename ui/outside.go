package ui

import (
	"context"
	"os/exec"
	"strings"

	"parallax/model"
	"parallax/ui/keys"
	"parallax/ui/safe"

	tea "charm.land/bubbletea/v2"
)

// Outside is what lies beyond the screen: programs and files. It is used only
// when the reader asks for it. Calls run beside the program; errors are
// sentences that say what to do.
type Outside interface {
	// Copy puts text on the clipboard of the desktop.
	Copy(text string) error
	// Browse opens an address of the web.
	Browse(address string) error
	// Pager is the program that shows text, ready to run.
	Pager(text string) (*exec.Cmd, error)
	// Editor is the program that edits text, ready to run, and what is to be
	// done afterwards.
	Editor(text string) (c *exec.Cmd, after func(), err error)
	// Export writes an event to a new file, in the format that its name ends with;
	// conflicts that are only possible where they are asked for.
	Export(ctx context.Context, c model.Comparison, possible bool, file string) error
	// ExportName proposes the name of such a file.
	ExportName(c model.Comparison) string
}

// outsideDone says what came of something outside.
type outsideDone struct {
	said string
	err  error
}

func (a *App) handleOutside(m outsideDone) {
	if m.err != nil {
		a.warn(m.err.Error())
	} else if m.said != "" {
		a.say(m.said)
	}
}

// outsideActs are the actions of the screens on which one reads.
func outsideActs() map[keys.Action]act {
	return map[keys.Action]act{
		keys.OpenLink: (*App).openAddress,
		keys.Pager:    (*App).openPager,
		keys.Editor:   (*App).openEditor,
	}
}

// hands reports whether there is an outside, and says so where there is none.
func (a *App) hands() bool {
	if a.start.Outside == nil {
		a.say("not possible here")
	}
	return a.start.Outside != nil
}

// reported is the article in focus.
func (a *App) reported() (model.Article, bool) {
	if a.place() == keys.Article {
		return a.article.Report(), true
	}
	report, _, ok := a.event.Passage()
	return report, ok
}

func (a *App) openAddress() tea.Cmd {
	report, ok := a.reported()
	if !ok || !a.hands() {
		return nil
	}
	address, ok := safe.Address(report.URL)
	if !ok {
		a.say("this report has no address")
		return nil
	}
	a.say("opening " + address)
	return func() tea.Msg { return outsideDone{err: a.start.Outside.Browse(address)} }
}

func (a *App) openPager() tea.Cmd {
	report, ok := a.reported()
	if !ok || !a.hands() {
		return nil
	}
	c, err := a.start.Outside.Pager(safe.Clipboard(report.Text))
	if err != nil {
		a.warn(err.Error())
		return nil
	}
	return tea.ExecProcess(c, func(err error) tea.Msg { return outsideDone{err: err} })
}

func (a *App) openEditor() tea.Cmd {
	report, ok := a.reported()
	if !ok || !a.hands() {
		return nil
	}
	c, after, err := a.start.Outside.Editor(safe.Clipboard(report.Text))
	if err != nil {
		a.warn(err.Error())
		return nil
	}
	return tea.ExecProcess(c, func(err error) tea.Msg {
		after()
		return outsideDone{said: "this was a copy: the article is as it was", err: err}
	})
}

// askExport asks where the event goes.
func (a *App) askExport() tea.Cmd {
	if !a.hands() {
		return nil
	}
	c, possible := a.event.Comparison()
	return a.ask("export to (.md .html .csv .json .jsonld)", a.start.Outside.ExportName(c), func(a *App, file string) (tea.Cmd, error) {
		file = strings.TrimSpace(file)
		return a.slowly("writing "+file, func() tea.Msg {
			return outsideDone{"wrote " + file, a.start.Outside.Export(a.ctx, c, possible, file)}
		}), nil
	})
}

// copied puts text on the clipboard of the terminal and of the desktop, and says
// what is known of it: a terminal does not tell whether it obeyed.
func (a *App) copied(text, what string) tea.Cmd {
	text = safe.Clipboard(text)
	a.say("copied " + what)
	toTerminal := tea.SetClipboard(text)
	if a.start.Outside == nil {
		return toTerminal
	}
	return tea.Batch(toTerminal, func() tea.Msg {
		if err := a.start.Outside.Copy(text); err != nil {
			return outsideDone{said: "sent " + what + " to the terminal; " + err.Error()}
		}
		return outsideDone{said: "copied " + what}
	})
}
