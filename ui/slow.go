package ui

import tea "charm.land/bubbletea/v2"

// What is done beside the program, once it is done, and where it takes long.
type (
	taskDone struct {
		number int
		answer tea.Msg
	}
	taskLate struct {
		number int
		what   string
	}
)

// slowly does something beside the program, and says what where it takes long.
func (a *App) slowly(what string, do func() tea.Msg) tea.Cmd {
	a.tasks++
	number := a.tasks
	a.running[number] = true
	return tea.Batch(func() tea.Msg { return taskDone{number, do()} }, a.late(taskLate{number, what}))
}

func (a *App) handleTask(m taskDone) tea.Cmd {
	delete(a.running, m.number)
	_, cmd := a.Update(m.answer)
	return cmd
}

func (a *App) handleTaskLate(m taskLate) {
	if a.running[m.number] {
		a.say(m.what + " …")
	}
}
