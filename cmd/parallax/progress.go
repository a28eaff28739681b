package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/term"

	"parallax/corpus/library"
)

// progress tells how an import goes: on a terminal in one line that is written
// over, else in a line now and then.
type progress struct {
	w        io.Writer
	terminal bool
	started  time.Time
	said     time.Time
	total    atomic.Int64 // bytes to read; 0 until known
}

// The time between two words on how it goes.
const (
	lineEvery  = 10 * time.Second
	paintEvery = 200 * time.Millisecond
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

func newProgress(w io.Writer, paths []string) *progress {
	p := &progress{w: w, started: time.Now()}
	p.said = p.started
	p.terminal = isTerminal(w)
	go func() { p.total.Store(sizeOf(paths)) }()
	return p
}

// sizeOf sums up files, in bytes; 0 where one is a stream of unknown length.
func sizeOf(paths []string) int64 {
	var n int64
	for _, path := range paths {
		if path == "-" {
			return 0
		}
		_ = filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
			if err == nil && e.Type().IsRegular() {
				if info, err := e.Info(); err == nil {
					n += info.Size()
				}
			}
			return nil // what cannot be seen is named when it is read
		})
	}
	return n
}

// show is told after each batch.
func (p *progress) show(r library.Report) {
	p.say(func(since time.Duration) string { return progressLine(r, since, p.total.Load()) })
}

// grouping is told how many articles wait for their events.
func (p *progress) grouping(left int) {
	if left > 0 {
		p.say(func(time.Duration) string { return "finding events, " + articles(left) + " left" })
	}
}

// say writes a line unless it has just written one.
func (p *progress) say(line func(since time.Duration) string) {
	wait := lineEvery
	if p.terminal {
		wait = paintEvery
	}
	now := time.Now()
	if now.Sub(p.said) < wait {
		return
	}
	p.said = now
	if p.terminal {
		fmt.Fprintf(p.w, "\r\x1b[K%s", line(now.Sub(p.started)))
	} else {
		fmt.Fprintln(p.w, "parallax: "+line(now.Sub(p.started)))
	}
}

// progressLine says how far it is, how fast, and how long it will take.
func progressLine(r library.Report, since time.Duration, total int64) string {
	line := fmt.Sprintf("%s, %s a second", articles(r.Articles()), thousands(int(float64(r.Articles())/since.Seconds())))
	if total <= 0 || r.Bytes <= 0 || r.Bytes > total {
		return line
	}
	left := time.Duration(float64(since) * float64(total-r.Bytes) / float64(r.Bytes))
	return fmt.Sprintf("%s, %d %%, about %s left", line, 100*r.Bytes/total, left.Round(time.Second))
}

// end leaves the line for what comes after.
func (p *progress) end() {
	if p.terminal {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
