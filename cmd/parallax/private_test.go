//go:build unix

package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestWhatIsWrittenIsItsOwnersAlone runs all verbs that write files, for a user whose
// system lets anyone read new files: nobody else can read any of them.
func TestWhatIsWrittenIsItsOwnersAlone(t *testing.T) {
	program, err := exec.LookPath("parallax")
	if err != nil {
		t.Fatal(err)
	}
	home, sources := t.TempDir(), t.TempDir()
	reports := filepath.Join(sources, "reports.jsonl")
	if err := os.WriteFile(reports, []byte(threeReports), 0o644); err != nil {
		t.Fatal(err)
	}
	do := func(args ...string) []byte {
		t.Helper()
		c := exec.Command("sh", append([]string{"-c", `umask 0; exec "$0" "$@"`, program}, args...)...)
		c.Dir = home
		c.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home, "XDG_DATA_HOME="+home+"/data", "XDG_STATE_HOME="+home+"/state", "XDG_CONFIG_HOME="+home+"/config", "XDG_CACHE_HOME="+home+"/cache")
		out, err := c.Output()
		if err != nil {
			t.Errorf("%q: %v", args, err)
		}
		return out
	}
	do("add", reports)
	first := func(list string) string {
		t.Helper()
		var items []struct {
			ID string `json:"id"`
		}
		if err := json.Unmarshal(do(list, "--json"), &items); err != nil || len(items) == 0 {
			t.Fatal(list, items, err)
		}
		return items[0].ID
	}
	do("verdict", first("conflicts"), "confirmed")
	event := first("events")
	for _, form := range []string{"markdown", "html", "csv", "json", "claimreview"} {
		do("export", event, "--format", form, "--output", "event."+form)
	}
	do("backup", "copy.db")
	do("doctor", "--repair")
	files := 0
	err = filepath.WalkDir(home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == home {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if !d.IsDir() {
			files++
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v", path, info.Mode())
		}
		return nil
	})
	if err != nil || files < 7 {
		t.Errorf("%d files, %v", files, err)
	}
}
