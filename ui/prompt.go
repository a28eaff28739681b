package ui

import (
	"errors"

	"parallax/model/query"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
)

// prompt is a line that is being typed in the footer.
type prompt struct {
	label string
	typed typed
	fault string
	enter func(a *App, text string) (tea.Cmd, error)

	changed func(text string) // told what is typed; nil is nobody
	palette *palette          // nil where nothing is offered

	completions func(*typed) (from int, words []string) // nil where nothing is completed
	choices     []string                                // that tab goes through; nil before it is pressed
	choice      int
	from        int // in runes, where what is completed begins
}

// ask opens a prompt with text in it.
func (a *App) ask(label, text string, enter func(*App, string) (tea.Cmd, error)) tea.Cmd {
	a.prompt = &prompt{label: label, typed: newTyped(text), enter: enter}
	a.notice = notice{}
	return nil
}

// typeKey gives a key to the prompt; enter and escape end it.
func (a *App) typeKey(m tea.KeyPressMsg) tea.Cmd {
	p := a.prompt
	switch m.String() {
	case "ctrl+c":
		return tea.Interrupt
	case "esc":
		a.prompt = nil
		return nil
	case "enter":
		a.prompt = nil // what is done may ask again
		cmd, err := p.enter(a, p.typed.String())
		if err != nil {
			a.prompt = p
			p.complain(err)
		}
		return cmd
	}
	p.fault = ""
	switch {
	case p.palette != nil && p.palette.move(m.String()):
		return nil
	case m.String() == "tab":
		p.complete()
		return nil
	}
	p.choices = nil
	if !p.typed.edit(m.String()) {
		p.typed.insert(m.Text)
	}
	p.tell()
	return nil
}

// tell hands on what is typed.
func (p *prompt) tell() {
	if p.changed != nil {
		p.changed(p.typed.String())
	}
}

func (a *App) handlePaste(m tea.PasteMsg) tea.Cmd {
	if a.prompt != nil {
		a.prompt.typed.insert(m.Content)
		a.prompt.tell()
	}
	return nil
}

// complain says what is wrong and puts the cursor there.
func (p *prompt) complain(err error) {
	p.fault = err.Error()
	var at *query.Error
	if errors.As(err, &at) {
		p.typed.moveTo(at.Column - 1)
	}
}

// draw is the prompt as a line, with the terminal's own cursor in it, which
// input methods and screen readers follow. What is wrong stands behind it.
func (p *prompt) draw(a *App) (string, *tea.Cursor) {
	label := a.cells.Cut(" "+p.label, max(a.w*3/5-2, 1)) + ": "
	used := a.cells.Width(label)
	room := a.w - used
	fault := ""
	if p.fault != "" {
		fault = "  " + a.cells.Cut(p.fault, max(room-a.cells.Width(p.typed.String())-3, room*2/3))
		room -= a.cells.Width(fault)
	}
	hint := ""
	if offered := p.offered(); fault == "" && offered != "" {
		hint = "  " + a.cells.Cut(offered, max(room-a.cells.Width(p.typed.String())-3, room/3))
		room -= a.cells.Width(hint)
	}
	text, at := p.typed.draw(a.cells, max(room, 1))
	line := a.look.Paint(theme.Strong, label) + text + a.look.Paint(theme.Warn, fault) + a.look.Paint(theme.Faint, hint)
	return line, tea.NewCursor(min(used+at, max(a.w-1, 0)), a.h-1)
}
