package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/adrg/xdg"

	"parallax/ui"
)

// stateFolder is where what lasts from run to run, and is of no worth elsewhere,
// is kept.
func stateFolder() string { return filepath.Join(xdg.StateHome, "parallax") }

// logCrash writes what is known of a failure to a file that only the user can
// read, and says where that is.
func logCrash(c *ui.Crash) error {
	failed := fmt.Errorf("the reader failed: %v. The terminal is as it was, and what you kept is kept", c.Value)
	path := filepath.Join(stateFolder(), "crash-"+time.Now().Format("20060102-150405")+".log")
	log := fmt.Sprintf("parallax %s, %s %s/%s\n%v\n\n%s", versionText(), runtime.Version(), runtime.GOOS, runtime.GOARCH, c.Value, c.Stack)
	if err := os.MkdirAll(stateFolder(), 0o700); err != nil {
		return fmt.Errorf("%w; no log could be written: %w", failed, err)
	}
	if err := os.WriteFile(path, []byte(log), 0o600); err != nil {
		return fmt.Errorf("%w; no log could be written: %w", failed, err)
	}
	return fmt.Errorf("%w; where it happened is in %s, which holds no text of articles but what the failure names", failed, path)
}
