package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"parallax/ui"
)

func TestACrashIsLogged(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	err := readerEnd(&ui.Crash{Value: "index out of range", Stack: []byte("main.go:17")})
	logs, _ := filepath.Glob(filepath.Join(stateFolder(), "crash-*.log"))
	if len(logs) != 1 || !strings.Contains(err.Error(), logs[0]) {
		t.Fatalf("%v does not name %v", err, logs)
	}
	info, statErr := os.Stat(logs[0])
	data, readErr := os.ReadFile(logs[0])
	if statErr != nil || readErr != nil || info.Mode().Perm() != 0o600 || !strings.Contains(string(data), "main.go:17") {
		t.Errorf("%v: %s", info, data)
	}
}

// TestACrashTellsNoText has a failure name a page: neither the log nor the message
// holds more than its beginning, and nothing that a terminal would obey.
func TestACrashTellsNoText(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	page := "\x1b]0;owned\x07\u202ea page " + strings.Repeat("The source asked not to be named. ", 100) + "secret"
	err := readerEnd(&ui.Crash{Value: page, Stack: []byte("goroutine 1 [running]:\n\tmain.go:17\x1b[2J")})
	logs, _ := filepath.Glob(filepath.Join(stateFolder(), "crash-*.log"))
	if len(logs) != 1 {
		t.Fatal(logs)
	}
	data, readErr := os.ReadFile(logs[0])
	if readErr != nil || !strings.Contains(string(data), "main.go:17") {
		t.Errorf("%v: %s", readErr, data)
	}
	for where, text := range map[string]string{"log": string(data), "message": err.Error()} {
		if strings.Contains(text, "secret") || len(text) > 1000 || harm(strings.ReplaceAll(text, "\t", " ")) >= 0 {
			t.Errorf("%s: %q", where, text)
		}
	}
}

func TestSessions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parallax", "sessions.json")
	for i := range 60 {
		if err := keepSession(path, strings.Repeat("x", i+1), ui.Session{Place: i}); err != nil {
			t.Fatal(err)
		}
	}
	if got := sessionOf(path, strings.Repeat("x", 60)); got.Place != 59 {
		t.Errorf("the last: %+v", got)
	}
	if got := readSessions(path); len(got) != maxSessions {
		t.Errorf("%d corpora are remembered", len(got))
	}
	if err := os.WriteFile(path, []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := sessionOf(path, "x"); !reflect.DeepEqual(got, ui.Session{}) {
		t.Errorf("of a broken file: %+v", got)
	}
}
