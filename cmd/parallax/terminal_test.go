//go:build !windows

package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"

	"parallax/corpus/library"
	"parallax/model"
)

// terminal is a terminal of its own in which a program runs.
type terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	file *os.File
	vt   vt10x.Terminal
	done chan error

	mu  sync.Mutex
	raw strings.Builder // all that was written
}

// inTerminal starts parallax in a terminal of w by h cells, with a home of its own.
func inTerminal(t testing.TB, home string, w, h int, args ...string) *terminal {
	t.Helper()
	return inTerminalOf(t, home, w, h, append([]string{"parallax"}, args...)...)
}

// homeEnv is the environment of a program with a home of its own.
func homeEnv(home string) []string {
	return append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home+"/data", "XDG_STATE_HOME="+home+"/state", "XDG_CONFIG_HOME="+home+"/config", "TERM=xterm-256color", "NO_COLOR=", "LANG=C.UTF-8")
}

// inTerminalOf starts a command in a terminal.
func inTerminalOf(t testing.TB, home string, w, h int, command ...string) *terminal {
	t.Helper()
	x := &terminal{t: t, vt: vt10x.New(vt10x.WithSize(w, h)), done: make(chan error, 1)}
	x.cmd = exec.Command(command[0], command[1:]...)
	x.cmd.Env = homeEnv(home)
	file, err := pty.StartWithSize(x.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		t.Fatal(err)
	}
	x.file = file
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		_ = file.Close()
	})
	go x.read()
	return x
}

func (x *terminal) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := x.file.Read(buffer)
		x.mu.Lock()
		x.raw.Write(buffer[:n])
		x.mu.Unlock()
		_, _ = x.vt.Write(buffer[:n])
		if err != nil {
			x.done <- x.cmd.Wait()
			return
		}
	}
}

func (x *terminal) screen() string { return x.vt.String() }

func (x *terminal) written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

// wait waits until words stand on the screen.
func (x *terminal) wait(words string) {
	x.t.Helper()
	x.until(words, func() bool { return strings.Contains(x.screen(), words) })
}

// waitGone waits until words stand there no longer.
func (x *terminal) waitGone(words string) {
	x.t.Helper()
	x.until("no "+words, func() bool { return !strings.Contains(x.screen(), words) })
}

func (x *terminal) until(what string, so func() bool) {
	x.t.Helper()
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if so() {
			return
		}
	}
	x.t.Fatalf("waited for %q in vain:\n%s", what, x.screen())
}

func (x *terminal) press(keys string) {
	x.t.Helper()
	if _, err := x.file.WriteString(keys); err != nil {
		x.t.Fatal(err)
	}
}

// ended is how the program ends.
func (x *terminal) ended() error {
	x.t.Helper()
	select {
	case err := <-x.done:
		return err
	case <-time.After(60 * time.Second):
		x.t.Fatalf("it does not end:\n%s", x.screen())
		return nil
	}
}

// restored reports whether the terminal was given back as it was.
func (x *terminal) restored() bool {
	raw := x.written()
	return strings.LastIndex(raw, "\x1b[?1049l") > strings.LastIndex(raw, "\x1b[?1049h") && strings.LastIndex(raw, "\x1b[?25h") > strings.LastIndex(raw, "\x1b[?25l")
}

// twoReports is a library of two reports that contradict each other, and one of
// something else.
func twoReports(t *testing.T, home string) {
	t.Helper()
	articles := []map[string]string{
		{"title": "Fire kills 12 people on the ferry Ostara", "text": "The ferry Ostara caught fire off Port Amble on Friday evening. Twelve people were killed, the coast guard said. Minister Ilse Varga came to Port Amble.", "language": "en", "outlet": "Harbour Gazette", "date": "2031-03-15"},
		{"title": "Fire on the ferry Ostara kills 17 people", "text": "Seventeen people were killed when the ferry Ostara caught fire off Port Amble on Friday evening. Minister Ilse Varga spoke of a tragedy.", "language": "en", "outlet": "Strait Wire", "date": "2031-03-15"},
		{"title": "Bakery wins a prize in Lindholm", "text": "A bakery in Lindholm won a prize for its rye bread on Monday. The jury praised the crust.", "language": "en", "outlet": "Lindholm Post", "date": "2031-03-10"},
	}
	data, err := json.Marshal(articles)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, "reports.json")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open(context.Background(), filepath.Join(home, "data", "parallax", "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Import(context.Background(), []string{file}, library.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
}

func workIn(t *testing.T, home string) model.Work {
	t.Helper()
	lib, err := library.Open(context.Background(), filepath.Join(home, "data", "parallax", "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	w, err := lib.Work(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestAReadersDay opens the library, filters it, opens an event, goes to a
// conflict, judges it, takes that back, notes, exports, quits, and comes back the next
// day.
func TestAReadersDay(t *testing.T) {
	home := t.TempDir()
	twoReports(t, home)
	x := inTerminal(t, home, 100, 30)
	x.wait("3 articles")
	x.press("f")
	x.wait("filter:")
	x.press("ferry\r")
	x.wait("2 articles")
	x.press("v")
	x.wait("1 event")
	x.press("\r")
	x.wait("Strait Wire")
	x.press("n")
	x.wait("quantity")
	x.press("c")
	x.wait("· confirmed")
	if w := workIn(t, home); len(w.Judgements) == 0 || w.Judgements[0].Verdict != model.Confirmed {
		t.Errorf("in the library: %+v", w.Judgements)
	}
	x.press("u")
	x.waitGone("· confirmed")
	for until := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		w := workIn(t, home)
		if len(w.Judgements) == 0 || w.Judgements[0].Verdict != model.Confirmed {
			break
		}
		if time.Now().After(until) {
			t.Fatalf("still in the library: %+v", w.Judgements)
		}
	}
	x.press("\x12") // ctrl+r
	x.wait("· confirmed")
	x.press("m")
	x.wait("note:")
	x.press("ask the coast guard\r")
	x.wait("* ")
	if w := workIn(t, home); len(w.Notes) != 1 || w.Notes[0].Text != "ask the coast guard" {
		t.Errorf("notes in the library: %+v", w.Notes)
	}
	page := filepath.Join(home, "event.html")
	x.press("e")
	x.wait("export to")
	x.press("\x15" + page + "\r") // ctrl+u first
	x.wait("wrote " + page[:20])
	if data, err := os.ReadFile(page); err != nil || !strings.Contains(string(data), "<mark>Twelve</mark>") || !strings.Contains(string(data), "ask the coast guard") && !strings.Contains(string(data), "confirmed") {
		t.Errorf("exported: %v\n%.2000s", err, data)
	}
	x.press("f")
	x.wait("in dispute")
	x.press("q")
	if err := x.ended(); err != nil || !x.restored() {
		t.Errorf("ended with %v, the terminal restored: %v", err, x.restored())
	}
	info, err := os.Stat(filepath.Join(home, "state", "parallax", "sessions.json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("where the reader was: %v, %v", info, err)
	}
	y := inTerminal(t, home, 80, 24)
	y.wait("· confirmed")
	y.press("\x1b")
	y.wait("filter: ferry")
	y.press("\x03")
	if err := y.ended(); err == nil || y.cmd.ProcessState.ExitCode() != exitBySign || !y.restored() {
		t.Errorf("ctrl+c: %v, exit %d", err, y.cmd.ProcessState.ExitCode())
	}
}

// TestTheTerminalIsGivenBack ends the program in the ways in which programs end.
func TestTheTerminalIsGivenBack(t *testing.T) {
	x := inTerminal(t, t.TempDir(), 80, 24)
	x.wait("parallax · sample")
	if err := x.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := x.ended(); err == nil || !x.restored() {
		t.Errorf("SIGTERM: %v, the terminal restored: %v", err, x.restored())
	}
	for _, size := range [][2]int{{1, 1}, {20, 5}, {250, 60}} {
		y := inTerminal(t, t.TempDir(), size[0], size[1])
		y.until("anything", func() bool { return strings.Contains(y.written(), "\x1b[?1049h") })
		y.press("jjGgv\rnq")
		y.until("the end", func() bool { y.press("q"); return len(y.done) > 0 })
		if err := y.ended(); err != nil || !y.restored() {
			t.Errorf("%v: %v", size, err)
		}
	}
}

// TestMistakesAreToldBeforeTheScreen holds that what fails at once is an error of
// the command line, on a terminal that was not touched.
func TestMistakesAreToldBeforeTheScreen(t *testing.T) {
	x := inTerminal(t, t.TempDir(), 80, 24, "/no/such/folder")
	err := x.ended()
	if err == nil || strings.Contains(x.written(), "\x1b[?1049h") || !strings.Contains(x.written(), "/no/such/folder") {
		t.Errorf("%v: %q", err, x.written())
	}
}
