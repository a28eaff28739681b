package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/model"
)

func TestExportFromTheReader(t *testing.T) {
	c := model.Comparison{Event: model.Event{ID: "96ff332ac1", Title: "Ferry sinks"}}
	folder := t.TempDir()
	for name, holds := range map[string]string{"a.md": "# Ferry sinks", "a.html": "<h1", "a.csv": "event,row", "a.json": `{"articles":[`} {
		file := filepath.Join(folder, name)
		if err := (outside{}).Export(context.Background(), c, false, file); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		data, _ := os.ReadFile(file)
		info, _ := os.Stat(file)
		if !strings.Contains(string(data), holds) || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: mode %v, holds no %q", name, info.Mode(), holds)
		}
		if err := (outside{}).Export(context.Background(), c, false, file); err == nil || !strings.Contains(err.Error(), "is there already") {
			t.Errorf("%s is written over: %v", name, err)
		}
	}
	for _, bad := range []string{"a.pdf", "a", ""} {
		if err := (outside{}).Export(context.Background(), c, false, filepath.Join(folder, bad)); err == nil {
			t.Errorf("%q is written", bad)
		}
	}
}

func TestProgramIsTheFirstThatThereIs(t *testing.T) {
	c, err := program("", "no-such-program -x", "true -a b", "false")
	if err != nil || filepath.Base(c.Path) != "true" || strings.Join(c.Args[1:], " ") != "-a b" {
		t.Errorf("%v, %v", c, err)
	}
	if _, err := program("", "no-such-program"); err == nil {
		t.Error("a program is found where there is none")
	}
}

func TestEditorGetsACopyThatGoesAgain(t *testing.T) {
	t.Setenv("VISUAL", "")
	t.Setenv("EDITOR", "true")
	c, after, err := outside{}.Editor("the text")
	if err != nil {
		t.Fatal(err)
	}
	file := c.Args[len(c.Args)-1]
	if data, _ := os.ReadFile(file); string(data) != "the text\n" {
		t.Errorf("the copy is %q", data)
	}
	after()
	if _, err := os.Stat(filepath.Dir(file)); !os.IsNotExist(err) {
		t.Error("the copy stays")
	}
	t.Setenv("EDITOR", "")
	if _, _, err := (outside{}).Editor("the text"); err == nil {
		t.Error("an editor is found where none is named")
	}
}
