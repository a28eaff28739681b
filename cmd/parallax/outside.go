package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"parallax/model"
)

// outside is what the reader hands things on to, when it is told to.
type outside struct{}

// clipboards are programs that put their standard input on the clipboard, with
// the variable that tells that there is a desktop for them; "" is always.
var clipboards = []struct{ needs, command string }{
	{"WAYLAND_DISPLAY", "wl-copy"},
	{"DISPLAY", "xclip -selection clipboard"},
	{"DISPLAY", "xsel --clipboard --input"},
	{"", "pbcopy"},
	{"", "clip.exe"},
	{"", "termux-clipboard-set"},
}

// Copy puts text on the clipboard of the desktop.
func (outside) Copy(text string) error {
	for _, c := range clipboards {
		if c.needs != "" && os.Getenv(c.needs) == "" {
			continue
		}
		run, err := program(c.command)
		if err != nil {
			continue
		}
		run.Stdin = strings.NewReader(text)
		return run.Run()
	}
	return errors.New("if it does not arrive, the terminal does not allow it (OSC 52)")
}

// Browse opens an address with the program that the user or the system names.
func (outside) Browse(address string) error {
	command := map[string]string{"darwin": "open", "windows": "rundll32 url.dll,FileProtocolHandler"}[runtime.GOOS]
	if command == "" {
		command = "xdg-open"
	}
	c, err := program(os.Getenv("BROWSER"), command)
	if err != nil {
		return fmt.Errorf("no browser: set BROWSER: %s", address)
	}
	c.Args = append(c.Args, address)
	if err := c.Start(); err != nil {
		return err
	}
	go func() { _ = c.Wait() }() // a browser stays open as long as it likes
	return nil
}

// Pager is $PAGER, or less, reading text.
func (outside) Pager(text string) (*exec.Cmd, error) {
	c, err := program(os.Getenv("PAGER"), "less", "more")
	if err != nil {
		return nil, errors.New("no pager: set PAGER")
	}
	c.Stdin = strings.NewReader(text)
	return c, nil
}

// Editor is $VISUAL or $EDITOR on a copy of text, which is removed afterwards.
func (outside) Editor(text string) (*exec.Cmd, func(), error) {
	c, err := program(os.Getenv("VISUAL"), os.Getenv("EDITOR"))
	if err != nil {
		return nil, nil, errors.New("no editor: set EDITOR")
	}
	folder, err := os.MkdirTemp("", "parallax-")
	if err != nil {
		return nil, nil, err
	}
	remove := func() { _ = os.RemoveAll(folder) } // what cannot be removed is only readable by its owner
	file := filepath.Join(folder, "article.txt")
	if err := os.WriteFile(file, []byte(text+"\n"), 0o600); err != nil {
		remove()
		return nil, nil, err
	}
	c.Args = append(c.Args, file)
	return c, remove, nil
}

// program is the first of the commands that there is; a command is a program and
// its arguments, with blanks between them.
func program(commands ...string) (*exec.Cmd, error) {
	for _, command := range commands {
		words := strings.Fields(command)
		if len(words) == 0 {
			continue
		}
		if path, err := exec.LookPath(words[0]); err == nil {
			return exec.Command(path, words[1:]...), nil
		}
	}
	return nil, exec.ErrNotFound
}

// Export writes an event to a new file, in the format of its ending.
func (outside) Export(ctx context.Context, c model.Comparison, possible bool, file string) error {
	form, err := formOf(file)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s is there already: choose another name", file)
	}
	c.Conflicts = shown(c.Conflicts, possible)
	keepShown(&c)
	var b bytes.Buffer
	if err := form.write(&b, c); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return writePrivate(file, b.Bytes())
}

// ExportName proposes a file in the folder where parallax was started.
func (outside) ExportName(c model.Comparison) string { return "event-" + c.Event.ID + ".html" }

// formOf is the format that a file's name ends with.
func formOf(file string) (exportForm, error) {
	end := filepath.Ext(file)
	for _, f := range exportForms {
		if f.ending == end {
			return f, nil
		}
	}
	return exportForm{}, fmt.Errorf("%s: end the name in .md, .html, .csv, .json or .jsonld", file)
}
