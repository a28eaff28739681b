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
