//go:build !windows

package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// rawKeys are keys as a terminal writes them.
var rawKeys = map[string]string{"enter": "\r", "tab": "\t", "pgdown": "\x1b[6~", "pgup": "\x1b[5~", "backspace": "\x7f"}

// BenchmarkReaderTerminal starts the program in a terminal, on a large library: the
// time until a list stands on the screen, with the processor time and the memory
// until then, and on every screen the slowest in a hundred of the times between a key
// and the first that the program writes on it.
//
//	go test ./cmd/parallax -run ^$ -bench ReaderTerminal -benchtime 1x -large $PWD/million.db
func BenchmarkReaderTerminal(b *testing.B) {
	path := benchLibrary(b).library
	for _, w := range walks {
		b.Run(w.name, func(b *testing.B) {
			var opened, cpu, drawn []time.Duration
			memory := 0.0
			for b.Loop() {
				start := time.Now()
				x := inTerminal(b, b.TempDir(), 160, 48, "--library", path)
				x.till(func() bool { return strings.Contains(x.screen(), " articles") && strings.Contains(x.screen(), "20") })
				opened = append(opened, time.Since(start))
				cpu = append(cpu, x.processorTime())
				memory = max(memory, x.resident())
				drawn = append(drawn, x.walk(w.into, w.keys)...)
				memory = max(memory, x.resident())
				_ = x.cmd.Process.Kill()
				<-x.done
			}
			b.ReportMetric(slowest(opened), "ms-to-list")
			b.ReportMetric(slowest(cpu), "cpu-ms-to-list")
			b.ReportMetric(slowest(drawn), "p99-ms-to-frame")
			b.ReportMetric(memory, "MB-resident")
		})
	}
}

// till waits until something is so, as short as it can.
func (x *terminal) till(so func() bool) {
	x.t.Helper()
	for end := time.Now().Add(60 * time.Second); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			x.t.Fatalf("waited in vain:\n%s", x.screen())
		}
	}
}

// keysWalked is how many keys are pressed on a screen.
const keysWalked = 120

// walk goes to a screen and presses keys there, each when the one before is answered.
// It lists how long the program took to write something; keys that change nothing on
// the screen are left out.
func (x *terminal) walk(into, keys []string) (took []time.Duration) {
	for _, key := range into {
		x.typed(key)
		time.Sleep(time.Second) // what it opens may have to be compared
	}
	for i := range keysWalked {
		if d, ok := x.typed(keys[i%len(keys)]); ok {
			took = append(took, d)
		}
		time.Sleep(30 * time.Millisecond)
	}
	return took
}

// unanswered is how long a key may change nothing.
const unanswered = 500 * time.Millisecond

func (x *terminal) typed(key string) (took time.Duration, ok bool) {
	raw := rawKeys[key]
	if raw == "" {
		raw = key
	}
	before, start := x.size(), time.Now()
	x.press(raw)
	for x.size() == before {
		if took = time.Since(start); took > unanswered {
			return took, false
		}
		time.Sleep(200 * time.Microsecond)
	}
	return time.Since(start), true
}

func (x *terminal) size() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.Len()
}

// processorTime is what the program has used, where the system tells.
func (x *terminal) processorTime() time.Duration {
	return processorTimeOf(fmt.Sprint(x.cmd.Process.Pid))
}

// resident is the memory of the program, in MB, where the system tells.
func (x *terminal) resident() float64 {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", x.cmd.Process.Pid))
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	kb, _ := strconv.Atoi(strings.Fields(rest + " 0")[0])
	return float64(kb) / 1024
}
