package ui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/model"
	"parallax/ui"
	"parallax/ui/internal/newsroom"
	"parallax/ui/theme"

	tea "charm.land/bubbletea/v2"
)

// hundredThousand is a desk of a hundred thousand articles over forty years.
func hundredThousand() ui.Desk {
	d := newsroom.New()
	d.Padding = 100_000
	return countedDesk{d, many(100_000)}
}

// countedDesk counts once, as a library does from its index.
type countedDesk struct {
	*newsroom.Desk
	counts ui.Counts
}

func (d countedDesk) Counts(context.Context, ui.Filter) (ui.Counts, error) { return d.counts, nil }

func many(n int) ui.Counts {
	var c ui.Counts
	for i := range n / 7 {
		c.Days = append(c.Days, ui.Count{Value: model.DateOfDays(22300 - i).String(), N: 7})
	}
	c.Dates = c.Days
	for i := range 400 {
		c.Outlets = append(c.Outlets, ui.Count{Value: fmt.Sprintf("Outlet %d", i), N: n / (i + 2)})
	}
	c.Languages = []ui.Count{{Value: "en", N: n / 2}, {Value: "de", N: n / 3}}
	return c
}

// BenchmarkFirstFrameOf100000 is what it takes from the size of the terminal to the
// first screen with a list on it.
func BenchmarkFirstFrameOf100000(b *testing.B) {
	desk := hundredThousand()
	for b.Loop() {
		s := newStage(b, desk, 200, 50, ui.Options{})
		if s.screen() == "" {
			b.Fatal("nothing is drawn")
		}
	}
}

// walks are the screens and the keys that are pressed on each, again and again.
var walks = []struct {
	name, event string
	into, keys  []string
}{
	{"list", "", nil, strings.Fields("j j j pgdown k ] ] [ } v G g s s s s s")},
	{"facets", "", []string{"F"}, strings.Fields("j j l j l j j k h pgdown G g")},
	{"event", "long", nil, strings.Fields("j j n n pgdown tab l h C C a a 0 0 z z G g + +")},
	{"facts", "long", []string{"f"}, strings.Fields("j j n n pgdown tab l h C C s s G g")},
	{"article", "long", []string{"enter"}, strings.Fields("j j pgdown G g k")},
	{"help", "", []string{"?"}, strings.Fields("j pgdown G g")},
}

// BenchmarkKey is what it takes from a key to the next screen, each key of a walk
// through a screen; the metric is the slowest in a hundred.
func BenchmarkKey(b *testing.B) {
	for _, w := range walks {
		b.Run(w.name, func(b *testing.B) {
			desk := hundredThousand()
			if w.event == "long" {
				desk = longDesk{1000}
			}
			s := newStage(b, desk, 200, 50, ui.Options{Event: w.event})
			s.press(w.into...)
			s.screen()
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				start := time.Now()
				_, cmd := s.app.Update(key(w.keys[i%len(w.keys)]))
				_ = s.app.View()
				took = append(took, time.Since(start))
				b.StopTimer()
				s.run(cmd) // what is asked for comes beside the keys
				b.StartTimer()
			}
			b.ReportMetric(float64(percentile(took, 99).Microseconds()), "p99-µs")
		})
	}
}

func percentile(took []time.Duration, p int) time.Duration {
	sorted := slices.Sorted(slices.Values(took))
	return sorted[min(len(sorted)*p/100, len(sorted)-1)]
}

// BenchmarkScroll is a line down in events and lists of several lengths: the cost
// must not grow with them.
func BenchmarkScroll(b *testing.B) {
	look, err := theme.New("mono")
	if err != nil {
		b.Fatal(err)
	}
	for _, rows := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("event of %d rows", rows), func(b *testing.B) {
			s := &stage{app: ui.New(context.Background(), longDesk{rows}, look, ui.Options{Event: "long"}).Unhurried()}
			s.send(tea.WindowSizeMsg{Width: 200, Height: 50})
			s.run(s.app.Init())
			for i := 0; b.Loop(); i++ {
				s.app.Update(key([]string{"j", "j", "k"}[i%3]))
				s.app.View()
			}
		})
	}
}
