package library

import (
	"context"
	"flag"
	"path/filepath"
	"testing"

	"parallax/model/query"
)

// articles is how many the benchmarks import:
//
//	go test ./corpus/library -bench . -benchtime 1x -run ^$ -articles 100000
var articles = flag.Int("articles", 4000, "articles that the benchmarks import")

func BenchmarkImport(b *testing.B) {
	dir := invented(b, b.TempDir(), 1, *articles)
	for b.Loop() {
		l, err := Open(context.Background(), filepath.Join(b.TempDir(), "library.db"))
		if err != nil {
			b.Fatal(err)
		}
		if r := imported(b, l, ImportOptions{}, dir); r.New != *articles {
			b.Fatalf("%+v", r)
		}
		l.Close()
	}
	b.ReportMetric(float64(*articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkOpenAndList(b *testing.B) {
	path := filled(b)
	for b.Loop() {
		search(b, path, "")
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

func search(b *testing.B, path, text string) {
	l, err := Open(context.Background(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	q, _ := query.Parse(text)
	if _, _, err := l.Search(context.Background(), q, 0, 50); err != nil {
		b.Fatal(err)
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
