package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"parallax/model/safe"
	"parallax/ui"
)

// stateFolder is where what lasts from run to run, and is of no worth elsewhere,
// is kept.
func stateFolder() string { return filepath.Join(xdg.StateHome, "parallax") }

// logCrash writes what is known of a failure to a file that only the user can
// read, and says where that is.
func logCrash(c *ui.Crash) error {
	what := brief(safe.Field(fmt.Sprint(c.Value)))
	failed := fmt.Errorf("the reader failed: %s. The terminal is as it was, and what you kept is kept", what)
	path := filepath.Join(stateFolder(), "crash-"+time.Now().Format("20060102-150405")+".log")
	log := fmt.Sprintf("parallax %s, %s %s/%s\n%s\n\n%s", versionText(), runtime.Version(), runtime.GOOS, runtime.GOARCH, what, safe.Block(string(c.Stack)))
	if err := os.MkdirAll(stateFolder(), 0o700); err != nil {
		return fmt.Errorf("%w; no log could be written: %w", failed, err)
	}
	if err := os.WriteFile(path, []byte(log), 0o600); err != nil {
		return fmt.Errorf("%w; no log could be written: %w", failed, err)
	}
	return fmt.Errorf("%w; where it happened is in %s, which holds no text of articles but what the failure names", failed, path)
}

// briefMost is how much of what a failure names is told, in bytes: it may name what
// was read.
const briefMost = 200

// brief is the beginning of a text.
func brief(s string) string {
	if len(s) <= briefMost {
		return s
	}
	return strings.ToValidUTF8(s[:briefMost], "") + "…"
}
