package ui_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

var sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}, {126, 40}, {200, 50}}

func TestScreen(t *testing.T) {
	for _, place := range []string{"list", "events", "ferry", "flood", "article", "facts", "scripts", "facets"} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", place, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, at(t, place, size[0], size[1]).screen())
			})
		}
	}
}

func TestStates(t *testing.T) {
	tests := []struct {
		name, place string
		keys        []string
	}{
		{"empty", "empty", nil},
		{"skipped", "skipped", nil},
		{"help", "help", nil},
		{"second conflict", "ferry", []string{"n"}},
		{"conflicts only", "ferry", []string{"C"}},
		{"possible too", "ferry", []string{"p", "N"}},
		{"one outlet", "ferry", []string{"tab", "z"}},
		{"free", "ferry", []string{"a", "j", "j"}},
		{"at the sentence", "ferry", []string{"n", "n", "enter"}},
		{"single report", "library", nil},
		{"palette", "ferry", []string{":", "c", "o"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := at(t, tt.place, 100, 30)
			s.press(tt.keys...)
			golden.RequireEqual(t, s.screen())
		})
	}
}

func TestThemes(t *testing.T) {
	for _, name := range []string{"auto", "light", "dark"} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, newsroomDesk(), 126, 30, optionsFor("ferry", name))
			golden.RequireEqual(t, s.screen())
		})
	}
}
