//go:build linux

package main

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// dialler opens a socket, for the tracer to show that it sees one.
func dialler() {
	if c, err := net.Dial("udp", "127.0.0.1:9"); err == nil {
		_ = c.Close()
	}
}

// traced is the command that runs a program in a namespace without network, under
// a tracer that writes each call of the network to a file.
func traced(trace, program string, args ...string) []string {
	return append([]string{"unshare", "--map-root-user", "--net", "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=network", "-e", "signal=none", "-o", trace, program}, args...)
}

var socketCall = regexp.MustCompile(`\b(socket|connect|bind|listen|sendto|sendmsg|accept4?)\(`)

// calls lists the calls that open or use a socket in a trace.
func calls(t *testing.T, trace string) (out []string) {
	t.Helper()
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if socketCall.MatchString(line) {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

// needsTracer skips a test where the system has no tracer or does not allow it,
// and fails where the tracer sees nothing.
func needsTracer(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("runs each verb under a tracer")
	}
	trace := filepath.Join(t.TempDir(), "trace")
	c := traced(trace, "true")
	if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
		t.Skipf("unshare and strace are needed, and the right to use them: %v: %s", err, out)
	}
	c = traced(trace, "dialler")
	if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil || len(calls(t, trace)) == 0 {
		t.Fatalf("the tracer does not see a socket: %v: %s", err, out)
	}
}

// verbLines are lines of arguments for every verb. ARTICLE, OTHER, EVENT and
// CONFLICT are IDs; NEW is a name that is not taken.
var verbLines = []string{
	"list", "list --json --text DIR", "events", "events --json", "compare DIR", "compare --json DIR", "conflicts --all", "conflicts --json", "--plain",
	"check Seventeen&people&were&killed", "check --json Twelve&people&were&killed DIR", "pairs DIR/pairs.jsonl",
	"export EVENT", "export --format html --output NEW EVENT", "search ferry", "search --json ferry", "show ARTICLE",
	"verdict CONFLICT confirmed", "verdict", "set ARTICLE date=2031-03-16", "add DIR", "add --again DIR", "note ARTICLE ask&again", "note", "bookmark ARTICLE", "bookmark",
	"join ARTICLE OTHER", "split ARTICLE OTHER", "log", "undo", "redo", "remove OTHER", "doctor", "doctor --json", "doctor --repair", "backup NEW", "config", "help", "help keys",
	"completion bash", "completion zsh", "completion fish", "completion powershell", "man", "--version", "events --dict DIR",
}

// TestNoSocketIsOpened runs every verb where there is no network, under a tracer.
func TestNoSocketIsOpened(t *testing.T) {
	needsTracer(t)
	home := t.TempDir()
	twoReports(t, home)
	dir := filepath.Join(home, "in")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	page := `<html><head><title>Fire</title><link rel="stylesheet" href="http://127.0.0.1:1/a.css"></head><body><h1>Fire on a ferry</h1><img src="http://127.0.0.1:1/a.png"><p>Twelve people were killed when the ferry Ostara caught fire.</p></body></html>`
	feed := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY y SYSTEM "http://127.0.0.1:1/">]><rss version="2.0"><channel><title>H</title><link>http://127.0.0.1:1/</link><item><title>Fire</title><link>http://127.0.0.1:1/1</link><description>Twelve people died &y;</description></item></channel></rss>`
	for name, text := range map[string]string{"page.html": page, "feed.xml": feed, "pairs.jsonl": `{"id":"1","lang_a":"en","a":"Twelve died.","lang_b":"en","b":"Ten died."}` + "\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib := "--library=" + filepath.Join(home, "data", "parallax", "library.db")
	ids := func(verb string, more ...string) []string {
		return idsOf(t, append([]string{verb, lib, "--json"}, more...)...)
	}
	articles, events, conflicts := ids("list"), ids("events"), ids("conflicts", "--all")
	if len(articles) < 2 || len(events) == 0 || len(conflicts) == 0 {
		t.Fatalf("%d articles, %d events, %d conflicts", len(articles), len(events), len(conflicts))
	}
	tried := map[string]bool{}
	for n, line := range verbLines {
		words := strings.NewReplacer("DIR", dir, "ARTICLE", articles[0], "OTHER", articles[1], "EVENT", events[0], "CONFLICT", conflicts[0], "NEW", filepath.Join(t.TempDir(), "new")).Replace(line)
		args := strings.Fields(words)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "&", " ")
		}
		tried[args[0]] = true
		trace := filepath.Join(home, "trace")
		c := traced(trace, "parallax", args...)
		cmd := exec.Command(c[0], c[1:]...)
		cmd.Env = homeEnv(home)
		out, err := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != 0 && code != exitSkipped {
			t.Errorf("line %d, parallax %s: %v: %s", n, line, err, out)
		}
		for _, call := range calls(t, trace) {
			t.Errorf("parallax %s: %s", line, call)
		}
	}
	for _, c := range newRoot(stdio{}).Commands() {
		if !tried[c.Name()] && c.RunE != nil {
			t.Errorf("no line tries the verb %s", c.Name())
		}
	}
}

// TestTheReaderOpensNoSocket walks the screens in a namespace without network,
// under a tracer. Where it is built with cgo, the C library may ask the machine's
// own user database for the home folder, where descriptions of terminals lie:
// that stays on the machine.
func TestTheReaderOpensNoSocket(t *testing.T) {
	needsTracer(t)
	home := t.TempDir()
	twoReports(t, home)
	trace := filepath.Join(home, "trace")
	x := inTerminalOf(t, home, 100, 30, traced(trace, "parallax")...)
	x.wait("3 articles")
	x.press("v")
	x.wait("2 events")
	x.press("f")
	x.wait("filter:")
	x.press("ferry\r")
	x.wait("1 event")
	x.press("\r")
	x.wait("Strait Wire")
	x.press("n")
	x.wait("quantity")
	x.press("c")
	x.wait("· confirmed")
	x.press("?")
	x.wait("Side by side")
	x.press("\x1b")
	x.waitGone("next conflict")
	x.press("q")
	if err := x.ended(); err != nil {
		t.Error(err)
	}
	for _, call := range calls(t, trace) {
		if !strings.Contains(call, "AF_UNIX") {
			t.Error(call)
		}
	}
}
