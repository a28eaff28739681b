package ui_test

import (
	"context"
	"strings"
	"testing"

	"parallax/ui"
	"parallax/ui/cell"
	"parallax/ui/internal/newsroom"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
)

// stage is a reader without a terminal: messages go in, answers are fetched at
// once, the screen comes out.
type stage struct {
	app  *ui.App
	w    int       // of the terminal
	sent []tea.Msg // what commands gave that is not for the reader
}

func newStage(t testing.TB, desk ui.Desk, w, h int, o ui.Options) *stage {
	t.Helper()
	name := o.Theme
	if name == "" {
		name = "mono"
	}
	look, err := theme.New(name)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{app: ui.New(context.Background(), desk, look, o).Unhurried()}
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	s.run(s.app.Init())
	return s
}

func (s *stage) send(msgs ...tea.Msg) {
	for _, m := range msgs {
		if size, ok := m.(tea.WindowSizeMsg); ok {
			s.w = size.Width
		}
		_, cmd := s.app.Update(m)
		s.run(cmd)
	}
}

// run carries out a command and gives its answer back to the reader.
func (s *stage) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			s.run(c)
		}
	case nil:
	default:
		s.sent = append(s.sent, m)
		s.send(m)
	}
}

// press sends keys: names of special keys, or the letters themselves.
func (s *stage) press(names ...string) {
	for _, name := range names {
		s.send(key(name))
	}
}

// write types a text and enter.
func (s *stage) write(text string) {
	for _, r := range text {
		s.send(key(string(r)))
	}
	s.press("enter")
}

func key(name string) tea.KeyPressMsg {
	special := map[string]tea.Key{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "}, " ": {Code: tea.KeySpace, Text: " "},
		"pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp}, "backspace": {Code: tea.KeyBackspace},
		"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
		"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "f1": {Code: tea.KeyF1}, "delete": {Code: tea.KeyDelete},
	}
	if k, ok := special[name]; ok {
		return tea.KeyPressMsg(k)
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

func (s *stage) screen() string { return s.app.View().Content }

func (s *stage) lines() []string { return strings.Split(s.screen(), "\n") }

// plainScreen is the screen without looks.
func (s *stage) plainScreen() string { return plain(s.screen()) }

func plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '[' {
			for i++; i < len(s) && s[i] != 'm'; i++ {
			}
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// at opens a screen of the invented corpus.
func at(t testing.TB, place string, w, h int) *stage {
	t.Helper()
	o := ui.Options{Hint: "Name a file or a folder."}
	desk := newsroom.New()
	switch place {
	case "ferry", "flood", "library":
		return newStage(t, desk, w, h, ui.Options{Event: place})
	case "facts", "scripts":
		s := newStage(t, desk, w, h, ui.Options{Event: map[string]string{"facts": "ferry", "scripts": "flood"}[place]})
		s.press("f")
		return s
	case "empty":
		desk.Events, desk.Words = nil, ""
	}
	s := newStage(t, desk, w, h, o)
	switch place {
	case "events":
		s.press("v")
	case "article":
		s.press("j", "j", "r")
	case "skipped":
		s.press("S")
	case "facets":
		s.press("F", "l")
	case "help":
		s.press("?")
	case "prompt":
		s.press("f")
	}
	return s
}

// places are the names that at takes.
var places = []string{"list", "events", "empty", "article", "ferry", "flood", "library", "skipped", "help", "prompt", "facts", "scripts", "facets"}

var methods = map[string]cell.Method{"wide": cell.Wide, "clusters": cell.Clusters}
