package ui_test

import (
	"context"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/keys"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"
)

// hostileDesk says the same thing in every field of everything.
type hostileDesk struct{ word string }

func (d hostileDesk) Name() string      { return d.word }
func (d hostileDesk) About() string     { return d.word }
func (d hostileDesk) Skipped() []string { return []string{d.word} }

func (d hostileDesk) Entries(context.Context, ui.Filter, int, int) ([]ui.Entry, int, error) {
	e := ui.Entry{
		ID: d.word, Event: "event", Date: model.Date{Year: 2031}, DateBasis: d.word, Language: d.word, Outlet: d.word,
		Title: d.word, Reports: 2, Conflicts: 1, Outlets: []string{d.word, d.word},
	}
	return []ui.Entry{e, e}, 2, nil
}

func (d hostileDesk) Counts(context.Context, ui.Filter) (ui.Counts, error) {
	list := []ui.Count{{Value: d.word, N: 2}, {Value: "", N: 1}}
	dates := []ui.Count{{Value: d.word, N: 1}, {Value: "2031-03-14", N: 3}, {Value: "2030", N: -1}}
	return ui.Counts{Days: dates, Dates: dates, Unsure: 1, Languages: list, Outlets: list, Kinds: list}, nil
}

func (d hostileDesk) article(id string) model.Article {
	w := d.word
	return model.Article{
		ID: id, Title: w, Text: w + "\n\n" + w, Body: len(w) + 2, Language: w, Outlet: w,
		Agencies: []string{w}, URL: "https://example.org/" + w, Authors: []string{w}, DateBasis: w,
	}
}

func (d hostileDesk) Article(context.Context, string) (model.Article, error) {
	return d.article("a"), nil
}

func (d hostileDesk) Event(context.Context, string) (model.Comparison, error) {
	w := d.word
	span := model.Span{Start: 1, End: len(w) + 9}
	side := func(id string) model.Side {
		return model.Side{Article: id, Span: span, Text: w, Mark: model.Span{Start: len(w)/2 + 1, End: 1 << 20}}
	}
	return model.Comparison{
		Event:    model.Event{ID: "event", Title: w, Languages: []string{w}, Outlets: []string{w}, Why: []string{w}},
		Articles: []model.Article{d.article("a"), d.article("b")},
		Rows: []model.Row{
			{Cells: []*model.Cell{{Article: "a", Span: model.Span{Start: -4, End: len(w)}, Text: w}, {Article: "b", Span: span, Text: w}}, Relation: model.Clash, Conflicts: []string{"k", w}},
			{Cells: []*model.Cell{nil}, Relation: model.Relation(w)},
			{Relation: model.Single},
		},
		Conflicts: []model.Conflict{
			{ID: "k", Kind: model.Kind(w), Strength: model.Strength(w), Why: w, A: side("a"), B: side("b")},
			{ID: w, Dispute: w, Kind: model.Quote, Strength: model.Likely, Why: w, A: side("nobody"), B: side("b")},
		},
		Differences: []model.Difference{{Kind: model.Kind(w), Outcome: model.Outcome(w), Why: w, A: side("a"), B: side("b")}},
		Within:      []model.Conflict{{ID: w, Kind: model.Kind(w), Strength: model.Strength(w), Why: w, A: side("a"), B: side("a")}, {Kind: model.Quote, A: side("nobody"), B: side("b")}},
	}, nil
}

var ours = regexp.MustCompile(`\x1b\[[0-9;]*m|\x1b\]8;(id=source)?;(https?://[!-:<-~]*)?\x07`)

// checkHarmless fails if anything but text and our own sequences is in s.
func checkHarmless(t *testing.T, sink, s string) {
	t.Helper()
	s = ours.ReplaceAllString(s, "")
	if !utf8.ValidString(s) {
		t.Fatalf("%s: not UTF-8: %q", sink, s)
	}
	for _, r := range s {
		switch {
		case r == '\n':
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
			r == 0x200e, r == 0x200f, r == 0x061c, r == 0x2028, r == 0x2029, r == 0xfeff:
			t.Fatalf("%s: %U in %q", sink, r, s)
		}
	}
}

func checkSinks(t *testing.T, word string) {
	t.Helper()
	s := newStage(t, hostileDesk{word}, 90, 24, ui.Options{Hint: word})
	walk := [][]string{nil, {"S"}, {"esc", "f"}, {"tab", "tab", "esc", "F"}, {"l", "j", "l", "j"}, {"esc", "v"}, {"enter"}, {"n"}, {"i"}, {"esc", "f"}, {"esc", "y"}, {"Y"}, {"a"}, {"a", "z"}, {"z", "a", "j"}, {"g", "enter"}, {"y"}, {"?"}}
	visited := map[keys.Place]bool{}
	for _, names := range walk {
		s.press(names...)
		checkView(t, s)
		visited[s.app.Place()] = true
	}
	if len(visited) != len(allPlaces) {
		t.Fatalf("%q: only the screens %v were seen", word, visited)
	}
	s.press("esc", "esc", "/")
	s.send(tea.PasteMsg{Content: word})
	checkView(t, s)
	s.press("enter")
	checkView(t, s)
	for _, w := range []int{30, 50, 130} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 12})
		checkView(t, s)
	}
	clips := slices.DeleteFunc(slices.Clone(s.sent), func(m tea.Msg) bool { return clipboard(m) == "" })
	if len(clips) == 0 && strings.TrimSpace(word) != "" {
		t.Error("nothing was copied")
	}
	for _, m := range clips {
		checkHarmless(t, "clipboard", clipboard(m))
	}
}

func checkView(t *testing.T, s *stage) {
	t.Helper()
	v := s.app.View()
	for _, l := range strings.Split(v.Content, "\n") {
		if w := ansi.StringWidthWc(l); w > s.w {
			t.Fatalf("a line of %d cells: %q", w, l)
		}
	}
	checkHarmless(t, "screen", v.Content)
	checkHarmless(t, "title", v.WindowTitle)
	if strings.Contains(v.WindowTitle, "\n") {
		t.Fatalf("title of two lines: %q", v.WindowTitle)
	}
}

// clipboard is what a message puts on the clipboard, "" for another message.
func clipboard(m tea.Msg) string {
	if v := reflect.ValueOf(m); v.IsValid() && v.Type().String() == "tea.setClipboardMsg" {
		return v.String()
	}
	return ""
}

var attacks = []string{
	"\x1b[2J\x1b[31mred", "\x1b]52;c;ZXZpbA==\x07", "\x1b]0;title\x07", "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
	"a\rb", "a\x00b\x7f", "\u009b31mred\u009d0;t\u009c", "abc\u202etxt.exe\u202c", "\u2066x\u2069\u200e\u200f", "\xff\xfe broken \xc3",
	"two\nlines\n\nfour", "\t\t", "z\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u2028\u2029\ufeff\u00ad",
	"**bold** [x](http://y) <b>&amp; # h", "```\ncode\n```", "| a | b |\n|---|---|", "---", "a\\*b\\\\", "https://evil.example/\"><x>;id=1",
	"\U000e0001\U000e0041", "👨‍👩‍👧‍👦👩🏽‍🚒⚠️", "नमस्ते", "ข่าว", "مرحبا", "", " ", "\u3000", "\u200b\u200c\u200d",
}

func TestNothingHostileReachesASink(t *testing.T) {
	for _, a := range attacks {
		checkSinks(t, a)
		checkSinks(t, "before "+a+" after")
	}
}

func FuzzSinks(f *testing.F) {
	for _, a := range attacks {
		f.Add(a)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if len(word) < 2000 {
			checkSinks(t, word)
		}
	})
}

// keptHostileDesk keeps nothing, and says the same in everything that it says of it.
type keptHostileDesk struct {
	ui.Notebook
	hostileDesk
}

func (d keptHostileDesk) Work(context.Context) (model.Work, error) {
	return model.Work{
		Notes:     []model.Note{{ID: d.word, Passage: model.Passage{Article: "a", Words: d.word}, Text: d.word}, {Passage: model.Passage{Article: "a"}, Text: d.word}},
		Bookmarks: []string{"a", d.word},
	}, nil
}

func (d keptHostileDesk) Undo(context.Context) (string, error) { return d.word, nil }
func (d keptHostileDesk) Redo(context.Context) (string, error) { return "", errors.New(d.word) }

func TestNothingHostileComesOfWork(t *testing.T) {
	for _, a := range attacks {
		s := newStage(t, keptHostileDesk{hostileDesk: hostileDesk{a}}, 90, 24, ui.Options{Event: "event"})
		for _, k := range []string{"u", "ctrl+r", "w", "esc", "m", "esc", "d", "esc", "enter", "u", "esc", "esc", "O", "esc", "t"} {
			s.press(k)
			checkView(t, s)
		}
	}
}
