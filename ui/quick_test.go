//go:build !windows

package ui_test

import (
	"syscall"
	"testing"
	"time"

	"parallax/ui"
	"parallax/ui/internal/newsroom"
)

// worked is the time that the program has spent on the processor: that of others on
// the same machine does not count.
func worked(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// What a reader may wait for a first screen, and for the one after a key.
const (
	mostFirst = 200 * time.Millisecond
	mostKey   = 16 * time.Millisecond
)

// TestTenThousandArticlesAreQuick holds that a large list is there at once and that
// every screen follows the keys.
func TestTenThousandArticlesAreQuick(t *testing.T) {
	room := newsroom.New()
	room.Padding = 10_000
	desk := countedDesk{room, many(10_000)}
	before := worked(t)
	s := newStage(t, desk, 200, 50, ui.Options{})
	if s.screen(); worked(t)-before > mostFirst {
		t.Errorf("the first screen took %v", worked(t)-before)
	}
	for _, w := range walks {
		d := ui.Desk(desk)
		if w.event == "long" {
			d = longDesk{300}
		}
		s := newStage(t, d, 200, 50, ui.Options{Event: w.event})
		s.press(w.into...)
		s.screen()
		var took []time.Duration
		for range 2 {
			for _, k := range w.keys {
				start := worked(t)
				_, cmd := s.app.Update(key(k))
				_ = s.app.View()
				took = append(took, worked(t)-start)
				s.run(cmd)
			}
		}
		if p := percentile(took, 95); p > mostKey {
			t.Errorf("%s: the slowest keys of a walk take %v", w.name, p)
		}
	}
}

// TestScrollingDoesNotGrowWithLength holds that a line down costs the same in a short
// event and in one twenty times as long, side by side, free and in the original.
func TestScrollingDoesNotGrowWithLength(t *testing.T) {
	for _, into := range [][]string{nil, {"a"}, {"enter"}} {
		cost := func(rows int) time.Duration {
			s := newStage(t, longDesk{rows}, 200, 50, ui.Options{Event: "long"})
			s.press(into...)
			s.press("j", "j", "j", "k")
			least := time.Hour
			for range 5 { // the least is what it takes without the rubbish of others
				start := worked(t)
				for range 20 {
					s.press("j")
					_ = s.app.View()
					s.press("k")
					_ = s.app.View()
				}
				least = min(least, worked(t)-start)
			}
			return least
		}
		short, long := cost(100), cost(2000)
		if long > 3*short+10*time.Millisecond {
			t.Errorf("after %v: %v for 100 rows, %v for 2,000", into, short, long)
		}
	}
}
