package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parallax/corpus/invent"
	"parallax/model"
	"parallax/model/query"
	"parallax/ui"
	"parallax/ui/theme"
)

// largeLibrary is the library that the benchmarks open; without it they make a
// small one:
//
//	go run ./cmd/invent -articles 1000000 > million.jsonl
//	parallax add --library million.db million.jsonl && parallax events --library million.db --count 1
//	go test ./cmd/parallax -run ^$ -bench Reader -large $PWD/million.db
var largeLibrary = flag.String("large", "", "library that the benchmarks of the reader open")

func benchLibrary(b *testing.B) *limits {
	b.Helper()
	path := *largeLibrary
	if path == "" {
		path = filepath.Join(b.TempDir(), "library.db")
		var lines bytes.Buffer
		for r := range invent.Reports(1, 2*maxDesk) {
			if err := json.NewEncoder(&lines).Encode(r); err != nil {
				b.Fatal(err)
			}
		}
		file := filepath.Join(b.TempDir(), "reports.jsonl")
		if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
			b.Fatal(err)
		}
		for _, args := range [][]string{{"add", file}, {"events", "--count", "1"}} {
			var out, errs bytes.Buffer
			if code := run(context.Background(), append(args, "--library", path), stdio{strings.NewReader(""), &out, &errs}); code != exitDone {
				b.Fatalf("%v: %s", args, errs.String())
			}
		}
	}
	l := &limits{}
	l.library = path
	return l
}

// answer carries out what a reader asked for, and what follows of that. It stops
// where nothing is left to do, or time is all that is waited for.
func answer(app *ui.App, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			answer(app, c)
		}
	case nil:
	default:
		_, next := app.Update(m)
		answer(app, next)
	}
}

// still is a desk that is not asked again and again whether another program has changed
// it, which no answer would end.
type still struct {
	ui.Desk
	ui.Notebook
}

func openReader(b *testing.B, l *limits) (*ui.App, *shelfDesk) {
	b.Helper()
	desk, err := openShelf(context.Background(), l, "")
	if err != nil {
		b.Fatal(err)
	}
	shelf, ok := desk.(*shelfDesk)
	if !ok {
		b.Fatalf("the library is opened as %T", desk)
	}
	look, err := theme.New("mono")
	if err != nil {
		b.Fatal(err)
	}
	app := ui.New(context.Background(), still{shelf, shelf}, look, ui.Options{})
	_, cmd := app.Update(tea.WindowSizeMsg{Width: 200, Height: 50})
	answer(app, cmd)
	answer(app, app.Init())
	_ = app.View()
	return app, shelf
}

// BenchmarkReaderFirstFrame opens a large library up to the first screen.
func BenchmarkReaderFirstFrame(b *testing.B) {
	l := benchLibrary(b)
	before := processorTime()
	for b.Loop() {
		_, shelf := openReader(b, l)
		_ = shelf.lib.Close()
	}
	b.ReportMetric(perRun(b, before), "cpu-ms")
	b.ReportMetric(resident(), "MB-resident")
}

// walks are the screens of a large library, the keys that lead to each, and those
// that are pressed there, again and again.
var walks = []struct {
	name       string
	into, keys []string
}{
	{"articles", nil, strings.Fields("j j j k pgdown j j pgup G k k g j j")},
	{"events", []string{"v"}, strings.Fields("j j j k pgdown j j pgup G k k g j j")},
	{"facets", []string{"F"}, strings.Fields("j j l j j k h pgdown G g")},
	{"side_by_side", []string{"s", "s", "s", "s", "v", "enter"}, strings.Fields("j j n n pgdown tab l h C C a a z z G g")},
	{"facts", []string{"s", "s", "s", "s", "v", "enter", "f"}, strings.Fields("j j n n pgdown tab s s G g")},
	{"article", []string{"j", "r"}, strings.Fields("j j pgdown G g k")},
	{"filter", []string{"f"}, strings.Fields("l a n g : d e backspace backspace")},
	{"palette", []string{":"}, strings.Fields("s o r t backspace backspace backspace backspace")},
	{"help", []string{"?"}, strings.Fields("j pgdown G g")},
}

// pressed is the message of a key.
func pressed(name string) tea.KeyPressMsg {
	special := map[string]rune{"enter": tea.KeyEnter, "tab": tea.KeyTab, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "backspace": tea.KeyBackspace}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// BenchmarkReaderKey walks every screen of a large library: the slowest in a hundred
// of the screens that follow a key, and of the answers that a key asks for, with
// the pauses that the reader makes for whoever goes on typing.
func BenchmarkReaderKey(b *testing.B) {
	l := benchLibrary(b)
	for _, w := range walks {
		b.Run(w.name, func(b *testing.B) {
			app, shelf := openReader(b, l)
			defer shelf.lib.Close()
			var drawn, answered []time.Duration
			press := func(key string) {
				start := time.Now()
				_, cmd := app.Update(pressed(key))
				_ = app.View()
				drawn = append(drawn, time.Since(start))
				answer(app, cmd)
				_ = app.View()
				answered = append(answered, time.Since(start))
			}
			for _, key := range w.into {
				press(key)
			}
			drawn, answered = nil, nil
			for i := 0; b.Loop(); i++ {
				press(w.keys[i%len(w.keys)])
			}
			b.ReportMetric(slowest(drawn), "p99-ms-to-frame")
			b.ReportMetric(slowest(answered), "p99-ms-to-answer")
			b.ReportMetric(resident(), "MB-resident")
		})
	}
}

// slowest is the slowest in a hundred, in milliseconds.
func slowest(took []time.Duration) float64 {
	sorted := slices.Sorted(slices.Values(took))
	return float64(sorted[len(sorted)*99/100].Microseconds()) / 1000
}

// BenchmarkReaderCounts counts what the facets show.
func BenchmarkReaderCounts(b *testing.B) {
	_, shelf := openReader(b, benchLibrary(b))
	defer shelf.lib.Close()
	for _, f := range []ui.Filter{
		{},
		{Query: query.Query{Languages: []string{"de"}}},
		{Query: query.Query{Since: model.Date{Year: 2020}}},
		{Query: query.Query{Words: []string{"government"}}},
		{Events: true},
		{Events: true, Query: query.Query{Outlets: []string{"7"}}},
	} {
		b.Run(fmt.Sprintf("events=%t %s", f.Events, f.Query), func(b *testing.B) {
			before := processorTime()
			for b.Loop() {
				if _, err := shelf.Counts(context.Background(), f); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(perRun(b, before), "cpu-ms")
		})
	}
}

// perRun is the processor time of a run, in milliseconds: what idle cores would take
// at the most, where others use the machine.
func perRun(b *testing.B, before time.Duration) float64 {
	return (processorTime() - before).Seconds() * 1000 / float64(b.N)
}

func processorTime() time.Duration { return processorTimeOf("self") }

// processorTimeOf is what a process has used, in steps of 10 ms, where the system
// tells.
func processorTimeOf(process string) time.Duration {
	data, err := os.ReadFile("/proc/" + process + "/stat")
	if err != nil {
		return time.Duration(time.Now().UnixNano())
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// BenchmarkReaderSearch searches for two words.
func BenchmarkReaderSearch(b *testing.B) {
	_, shelf := openReader(b, benchLibrary(b))
	defer shelf.lib.Close()
	for _, words := range []string{"government harbour", "政府 总统"} {
		q, err := query.Parse(words)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(words, func(b *testing.B) {
			before := processorTime()
			for b.Loop() {
				if _, _, err := shelf.Entries(context.Background(), ui.Filter{Query: q}, 0, 50); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(perRun(b, before), "cpu-ms")
		})
	}
}

// resident is the memory of this process, in MB, where the system tells.
func resident() float64 {
	data, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	kb := 0.0
	_ = json.Unmarshal([]byte(strings.Fields(rest + " 0")[0]), &kb)
	return kb / 1024
}
