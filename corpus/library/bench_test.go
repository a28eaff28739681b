package library

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"parallax/model/query"
)

// articles is how many the benchmarks import:
//
//	go test ./corpus/library -bench . -benchtime 1x -run ^$ -articles 100000 -timeout 60m
var articles = flag.Int("articles", 4000, "articles that the benchmarks import")

// BenchmarkImport imports a quarter of the articles and then all of them, each
// into a new library, and tells how much more that costs an article. The processor
// time tells what idle cores would take where others use the machine.
func BenchmarkImport(b *testing.B) {
	quarter, all := *articles/4, *articles
	var cost [2]float64
	for i, n := range []int{quarter, all} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			dir := invented(b, b.TempDir(), 1, n)
			before := processorTime()
			for b.Loop() {
				l, err := Open(context.Background(), filepath.Join(b.TempDir(), "library.db"))
				if err != nil {
					b.Fatal(err)
				}
				if r := imported(b, l, ImportOptions{}, dir); r.New != n {
					b.Fatalf("%+v", r)
				}
				l.Close()
			}
			cpu := (processorTime() - before).Seconds() / float64(b.N)
			cost[i] = cpu / float64(n)
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric(float64(n)/cpu, "articles/cpu-s")
			b.ReportMetric(mostResident(), "MB-resident")
			if i == 1 && cost[0] > 0 {
				b.ReportMetric(4*cost[1]/cost[0], "cost-at-4x")
			}
		})
	}
}

// processorTime is what this process has used, where the system tells.
func processorTime() time.Duration {
	data, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return time.Duration(time.Now().UnixNano())
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// mostResident is the most memory that this process has held, in MB, where the
// system tells.
func mostResident() float64 {
	data, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(data), "VmHWM:")
	kb, _ := strconv.Atoi(strings.Fields(rest + " 0")[0])
	return float64(kb) / 1024
}

func BenchmarkOpenAndList(b *testing.B) {
	path := filled(b)
	for b.Loop() {
		l, err := Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := l.Search(context.Background(), query.Query{}, 0, 50); err != nil {
			b.Fatal(err)
		}
		l.Close()
	}
}

func BenchmarkSearch(b *testing.B) {
	path := filled(b)
	for _, text := range []string{"government harbour", "政府 总统", "дворец", `"new bridge"`, "lang:de outlet:7 since:2020 Regierung"} {
		b.Run(text, func(b *testing.B) {
			l, err := Open(context.Background(), path)
			if err != nil {
				b.Fatal(err)
			}
			defer l.Close()
			q, _ := query.Parse(text)
			for b.Loop() {
				if _, _, err := l.Search(context.Background(), q, 0, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkAction judges and undoes in a library with a long log.
func BenchmarkAction(b *testing.B) {
	ctx := context.Background()
	l, err := Open(ctx, filled(b))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	var id string
	for a, err := range l.All(ctx, query.Query{}) {
		if err != nil {
			b.Fatal(err)
		}
		id = a.ID
		break
	}
	for i := range 2000 {
		if _, err := l.Bookmark(ctx, id, i%2 == 0); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := l.Bookmark(ctx, id, true); err != nil {
			b.Fatal(err)
		}
		if _, err := l.Undo(ctx); err != nil {
			b.Fatal(err)
		}
	}
}

// filled is the path of a library of invented articles.
func filled(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "library.db")
	l, err := Open(context.Background(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	imported(b, l, ImportOptions{}, invented(b, b.TempDir(), 1, *articles))
	return path
}
