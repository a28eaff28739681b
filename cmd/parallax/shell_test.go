//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTerminalsOfAllKinds holds that the reader can be used where a terminal knows
// little and answers nothing, and that one that cannot be drawn on is given text.
func TestTerminalsOfAllKinds(t *testing.T) {
	for _, term := range []string{"linux", "vt100", "screen", "tmux-256color", "unknown", ""} {
		home := t.TempDir()
		twoReports(t, home)
		x := inTerminalOf(t, home, 80, 24, "env", "TERM="+term, "parallax")
		x.wait("3 articles")
		x.press("?")
		x.wait("In the list")
		x.press("?\r")
		x.wait("row 1 of")
		x.press("q")
		if err := x.ended(); err != nil || !x.restored() {
			t.Errorf("TERM=%s: %v", term, err)
		}
	}
	x := inTerminalOf(t, t.TempDir(), 80, 24, "env", "TERM=dumb", "parallax")
	if err := x.ended(); err != nil || strings.Contains(x.written(), "\x1b") || !strings.Contains(x.written(), "Event 1 of ") {
		t.Errorf("TERM=dumb: %v: %.300q", err, x.written())
	}
}

// TestToTheShellAndBack stops the reader with ctrl+z and goes on where it was.
func TestToTheShellAndBack(t *testing.T) {
	home := t.TempDir()
	twoReports(t, home)
	x := inTerminalOf(t, home, 80, 24, "sh", "-i")
	x.press("parallax\r")
	x.wait("3 articles")
	x.press("\r")
	x.wait("row 1 of")
	x.press("j\x1a")
	x.wait("Stopped")
	if strings.LastIndex(x.written(), "\x1b[?1049l") < strings.LastIndex(x.written(), "\x1b[?1049h") {
		t.Error("the shell has not got its screen back")
	}
	x.press("fg\r")
	x.wait("row 2 of")
	x.press("q")
	x.until("the shell again", func() bool { return x.restored() })
	x.press("exit\r")
	_ = x.ended() // what the shell ends with is its own matter
}

// TestHeadEndsItQuietly holds that a pipe that closes early is no error and needs no
// word.
func TestHeadEndsItQuietly(t *testing.T) {
	home := t.TempDir()
	twoReports(t, home)
	file := filepath.Join(home, "errors")
	for _, verb := range []string{"list --json", "list", "events", "events --json", "conflicts --json", "--plain"} {
		x := inTerminalOf(t, home, 80, 24, "sh", "-c", "(parallax "+verb+"; echo $? >"+home+"/code) 2>"+file+" | true; sleep 0.2")
		if err := x.ended(); err != nil {
			t.Errorf("%s: %v", verb, err)
		}
		said, _ := os.ReadFile(file)
		if code, _ := os.ReadFile(filepath.Join(home, "code")); len(said) > 0 || strings.TrimSpace(string(code)) != "0" {
			t.Errorf("parallax %s | true says %q and ends with %s", verb, said, code)
		}
	}
}
