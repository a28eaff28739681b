package ui_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"

	tea "charm.land/bubbletea/v2"
)

// play runs the reader on a terminal that is not there, types keys and gives
// back how it ended and what it wrote.
func play(t *testing.T, ctx context.Context, desk ui.Desk, o ui.Options, keys string) (string, error) {
	t.Helper()
	in, typing := io.Pipe()
	var out bytes.Buffer
	go func() {
		time.Sleep(150 * time.Millisecond)
		io.WriteString(typing, keys)
	}()
	defer typing.Close()
	err := ui.Run(ctx, desk, o, tea.WithInput(in), tea.WithOutput(&out), tea.WithWindowSize(100, 30), tea.WithoutSignalHandler())
	return out.String(), err
}

func restored(s string) bool {
	return strings.LastIndex(s, "\x1b[?1049l") > strings.LastIndex(s, "\x1b[?1049h")
}

func TestRunEndsAsItShould(t *testing.T) {
	tests := []struct {
		name string
		desk ui.Desk
		keys string
		want error
	}{
		{"q", newsroom.New(), "jjq", nil},
		{"ctrl+c", newsroom.New(), "\x03", ui.ErrInterrupted},
		{"the context ends", newsroom.New(), "j", ui.ErrKilled},
		{"a panic", panicDesk{newsroom.New()}, "\r", ui.ErrPanic},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 600*time.Millisecond)
			defer cancel()
			out, err := play(t, ctx, tt.desk, ui.Options{}, tt.keys)
			if !errors.Is(err, tt.want) {
				t.Errorf("ended with %v, want %v", err, tt.want)
			}
			if !restored(out) {
				t.Errorf("the terminal is not given back: %q", out)
			}
		})
	}
}

type panicDesk struct{ *newsroom.Desk }

func (panicDesk) Event(context.Context, string) (model.Comparison, error) { panic("desk on fire") }

func TestNoColour(t *testing.T) {
	for _, value := range []string{"1", "yes", "0"} {
		t.Setenv("NO_COLOR", value)
		out, err := play(t, context.Background(), newsroom.New(), ui.Options{Theme: "dark", Event: "ferry"}, "nq")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out, "[31m") || strings.Contains(out, ";31m") || strings.Contains(out, "91m") {
			t.Errorf("NO_COLOR=%s has colour: %q", value, out)
		}
		if !strings.Contains(out, "\x1b[1") {
			t.Errorf("NO_COLOR=%s took emphasis away", value)
		}
	}
}

func TestUnknownThemeIsRefused(t *testing.T) {
	if err := ui.Run(context.Background(), newsroom.New(), ui.Options{Theme: "pink"}); err == nil || !strings.Contains(err.Error(), "pink") {
		t.Errorf("error = %v", err)
	}
}

// TestAPanicSaysWhere holds that what is known of a failure, on the screen or
// beside it, is handed on.
func TestAPanicSaysWhere(t *testing.T) {
	_, err := play(t, context.Background(), panicDesk{newsroom.New()}, ui.Options{}, "\r")
	var crash *ui.Crash
	if !errors.As(err, &crash) || crash.Value != "desk on fire" || !strings.Contains(string(crash.Stack), "panicDesk") {
		t.Errorf("beside the screen: %v", err)
	}
	_, err = play(t, context.Background(), panicNameDesk{newsroom.New()}, ui.Options{}, "")
	if !errors.As(err, &crash) || !strings.Contains(string(crash.Stack), "View") {
		t.Errorf("on the screen: %v", err)
	}
}

// panicNameDesk fails when the screen asks for its name a second time.
type panicNameDesk struct{ *newsroom.Desk }

func (d panicNameDesk) Name() string {
	if len(d.Skips) > 0 {
		d.Skips = nil
		return "once"
	}
	panic("no name")
}

// TestASessionGoesOn ends the reader and begins where it ended.
func TestASessionGoesOn(t *testing.T) {
	var told *ui.Session
	if _, err := play(t, context.Background(), newsroom.New(), ui.Options{Ended: func(s ui.Session) { told = &s }}, "vq"); err != nil || told == nil || !told.Events {
		t.Fatalf("told %+v (%v)", told, err)
	}
	ended := newStage(t, newsroom.New(), 126, 38, ui.Options{})
	ended.press("v", "s", "enter", "n", "n", "tab")
	was := ended.app.Session()
	if was.Event != "ferry" || !was.Events || was.Sort != ui.ByOutlet || was.View.Dispute != "status" || was.View.Focus != "kueste" {
		t.Fatalf("session: %+v", was)
	}
	s := newStage(t, newsroom.New(), 126, 38, ui.Options{Session: was})
	if got := s.plainScreen(); !contains(got, "status · strong · 3 of 4") || !contains(got, "▸Küstenblatt") {
		t.Errorf("begun again:\n%s", got)
	}
	s.press("esc")
	if got := s.plainScreen(); !contains(got, "3 events by outlet") {
		t.Errorf("the list:\n%s", got)
	}
	s = newStage(t, newsroom.New(), 126, 38, ui.Options{Session: arranged(t)})
	if got := s.plainScreen(); heads(s) != "Le Phare du Détroit | Küstenblatt | Warta Selat" || !contains(got, "as in Le Phare") || !contains(got, "1 hidden") || !contains(got, "status · strong") {
		t.Errorf("columns as they were:\n%s", got)
	}
	gone := was
	gone.Event, gone.Filter, gone.Place = "gone", "since:never", 999
	s = newStage(t, newsroom.New(), 126, 38, ui.Options{Session: gone})
	if got := s.plainScreen(); !contains(got, "3 events") || contains(got, "gone") || picked(s) == "" {
		t.Errorf("what is gone:\n%s", got)
	}
}

// arranged is a session in which an outlet is hidden and another the base.
func arranged(t *testing.T) ui.Session {
	s := newStage(t, newsroom.New(), 126, 38, ui.Options{Event: "ferry"})
	s.press("H", "n", "n", "tab", "0")
	return s.app.Session()
}
