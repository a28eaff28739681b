package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	// No test sees the library of whoever runs it, nor the machine's dictionaries;
	// the program that a test starts sees what that test gives it.
	if filepath.Base(os.Args[0]) != "parallax" {
		os.Setenv("XDG_DATA_HOME", filepath.Join(os.TempDir(), "parallax-test-no-such-folder"))
		os.Setenv("XDG_DATA_DIRS", filepath.Join(os.TempDir(), "parallax-test-no-such-folder"))
		xdg.Reload()
	}
	testscript.Main(m, map[string]func(){"parallax": main, "dialler": dialler})
}

// TestScripts runs the verbs as a user does; each file of testdata/script is
// named for what it shows.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "clean": clean},
	})
}

// exits runs a command and checks its exit code: exits 3 parallax list .
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	path, err := exec.LookPath(args[1])
	if err != nil {
		path = args[1]
	}
	c := exec.Command(path, args[2:]...)
	c.Dir = ts.MkAbs(".")
	c.Env = append(os.Environ(), "HOME="+ts.Getenv("HOME"))
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	_ = c.Run() // the exit code is what is looked at
	ts.Check(os.WriteFile(ts.MkAbs("out"), out.Bytes(), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("err"), errs.Bytes(), 0o600))
	if got := c.ProcessState.ExitCode(); got != want {
		ts.Fatalf("exit %d, want %d\n%s%s", got, want, out.Bytes(), errs.Bytes())
	}
}

// clean checks that files hold no control character but the line end.
func clean(ts *testscript.TestScript, _ bool, files []string) {
	for _, f := range files {
		for i, r := range ts.ReadFile(f) {
			if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
				ts.Fatalf("%s: control character %U at byte %d", f, r, i)
			}
		}
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestClosedPipeEndsQuietly(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"list", "-"}, stdio{strings.NewReader(strings.Repeat(`{"title":"A","text":"B c d."}`+"\n", 2000)), closedPipe{}, &errs})
	if code != exitDone || errs.Len() > 0 {
		t.Errorf("exit %d, stderr %q", code, errs.String())
	}
}

func TestJSONIsOneDocumentAnElementALine(t *testing.T) {
	for _, verb := range []string{"list", "events", "conflicts"} {
		out := output(t, verb, "--json")
		var items []map[string]any
		if err := json.Unmarshal([]byte(out), &items); err != nil {
			t.Fatalf("%s: %v", verb, err)
		}
		if lines := strings.Count(out, "\n"); len(items) > 0 && lines != len(items)+2 {
			t.Errorf("%s: %d elements on %d lines", verb, len(items), lines)
		}
	}
}

func TestSameBytesFromRunToRun(t *testing.T) {
	for _, verb := range []string{"list", "events", "conflicts"} {
		first := output(t, verb, "--json")
		for range 3 {
			if output(t, verb, "--json") != first {
				t.Fatalf("%s differs between runs", verb)
			}
		}
	}
}

// output runs a verb on the sample.
func output(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := run(context.Background(), args, stdio{strings.NewReader(""), &out, io.Discard}); code != exitDone {
		t.Fatalf("%v: exit %d", args, code)
	}
	return out.String()
}
