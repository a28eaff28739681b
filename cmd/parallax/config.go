package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"parallax/ui"
	"parallax/ui/keys"
	"parallax/ui/theme"
)

// maxConfig caps the configuration, in bytes.
const maxConfig = 1 << 16

// config is what a reader has set for good. The zero config sets nothing.
type config struct {
	Theme   string                   `toml:"theme"`
	Mouse   bool                     `toml:"mouse"`
	Library string                   `toml:"library"`
	Keys    map[keys.Action][]string `toml:"keys"`
}

// configPath is where the configuration is looked for.
func configPath() string { return filepath.Join(xdg.ConfigHome, "parallax", "config.toml") }

// readConfig reads a configuration; where there is no file nothing is set. The
// error names the file and the line.
func readConfig(path string) (config, error) {
	var c config
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, err
	}
	defer f.Close()
	return c, configError(path, toml.NewDecoder(io.LimitReader(f, maxConfig)).DisallowUnknownFields().Decode(&c))
}

// configError says where in the file a mistake is.
func configError(path string, err error) error {
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unknown):
		line, column := unknown.Errors[0].Position()
		return fmt.Errorf("%s:%d:%d: no setting %q: parallax config lists them", path, line, column, strings.Join(unknown.Errors[0].Key(), "."))
	case errors.As(err, &wrong):
		line, column := wrong.Position()
		return fmt.Errorf("%s:%d:%d: %s", path, line, column, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return fmt.Errorf("%s: %w", path, err)
}

// apply puts what is configured into the options, for which the flags have not
// spoken.
func (c config) apply(o *ui.Options, path string) error {
	if o.Theme == "" {
		o.Theme = c.Theme
	}
	if !slices.Contains(append(theme.Names(), ""), o.Theme) {
		return usageError{fmt.Errorf("unknown theme %q: use one of %s", o.Theme, strings.Join(theme.Names(), ", "))}
	}
	table, err := keys.Default().Rebind(c.Keys)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	o.Keys, o.Mouse = table, c.Mouse
	return nil
}

func newConfig(std stdio) *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Write a configuration with every setting and its default",
		Long: `Write a configuration with every setting, what it does and its default, as TOML.
Every line of it is a comment: take out the # of what you want to change.

  parallax config > ` + configPath(),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(std.out, configExample())
			return err
		},
	}
}

// configExample is a configuration that sets nothing and shows everything.
func configExample() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The configuration of parallax, in TOML. Take out the # of what you want to change.\n\n")
	fmt.Fprintf(&b, "# Colours: %s.\n#theme = \"auto\"\n\n", strings.Join(theme.Names(), ", "))
	b.WriteString("# Whether the wheel scrolls from the start; the mouse then does not select text.\n#mouse = false\n\n")
	b.WriteString("# The file of the library; your own where none is named.\n#library = \"\"\n\n")
	b.WriteString("# The keys of each action. A key is written as x, X, enter, f1, ctrl+x or alt+x.\n#[keys]\n")
	var seen []keys.Action
	for _, k := range keys.Default() {
		if slices.Contains(seen, k.Action) {
			continue
		}
		seen = append(seen, k.Action)
		quoted := make([]string, len(k.Keys))
		for i, name := range k.Keys {
			quoted[i] = fmt.Sprintf("%q", name)
		}
		fmt.Fprintf(&b, "#%s = [%s] # %s\n", k.Action, strings.Join(quoted, ", "), k.Does)
	}
	return b.String()
}
