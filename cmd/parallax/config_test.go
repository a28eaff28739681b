package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/ui"
	"parallax/ui/keys"
)

func writeConfig(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestConfigExampleIsTheDefault holds that what the example says of the defaults
// is so: with every setting taken as written, nothing changes.
func TestConfigExampleIsTheDefault(t *testing.T) {
	var set []string
	for _, line := range strings.Split(configExample(), "\n") {
		if strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "# ") {
			set = append(set, line[1:])
		}
	}
	c, err := readConfig(writeConfig(t, strings.Join(set, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	var o ui.Options
	if err := c.apply(&o, "config.toml"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(keys.Default(), o.Keys); diff != "" {
		t.Errorf("(-default +example)\n%s", diff)
	}
	if o.Theme != "auto" || o.Mouse || c.Library != "" {
		t.Errorf("theme %q, mouse %t, library %q", o.Theme, o.Mouse, c.Library)
	}
	if c, err := readConfig(writeConfig(t, configExample())); err != nil || len(c.Keys) > 0 || c.Theme != "" {
		t.Errorf("the example as it stands sets %+v, %v", c, err)
	}
}

func TestConfig(t *testing.T) {
	for _, tt := range []struct{ text, says string }{
		{"theme = \"mono\"\nmouse = true\n[keys]\nzoom = [\"Z\"]\n", ""},
		{"", ""},
		{"mouse = true\ncolour = 1\n", `config.toml:2:1: no setting "colour"`},
		{"mouse = 3\n", "config.toml:1:"},
		{"theme =\n", "config.toml:1:"},
		{"theme = \"pink\"\n", `unknown theme "pink": use one of auto, light, dark, mono`},
		{"[keys]\nzoom = [\"n\"]\n", `is also the key of`},
		{"[keys]\nfly = [\"x\"]\n", `no action "fly"`},
	} {
		file := writeConfig(t, tt.text)
		c, err := readConfig(file)
		var o ui.Options
		if err == nil {
			err = c.apply(&o, file)
		}
		if got := ""; err != nil {
			if got = err.Error(); tt.says == "" || !strings.Contains(got, tt.says) {
				t.Errorf("%q: %s, want %q", tt.text, got, tt.says)
			}
		} else if tt.says != "" {
			t.Errorf("%q passes, want %q", tt.text, tt.says)
		}
	}
	if _, err := readConfig(filepath.Join(t.TempDir(), "none.toml")); err != nil {
		t.Errorf("no file: %v", err)
	}
}

func FuzzConfig(f *testing.F) {
	f.Add("theme = \"mono\"\n[keys]\nzoom = [\"Z\"]\n")
	f.Add("keys = 1")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := readConfig(writeConfig(t, text))
		if err == nil {
			_ = c.apply(&ui.Options{}, "config.toml") // may fail, must not panic
		}
	})
}
