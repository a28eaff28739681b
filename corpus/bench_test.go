package corpus

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkLoad reads a folder of page dumps; the rate counts articles.
func BenchmarkLoad(b *testing.B) {
	const pages = 500
	files := map[string]string{}
	body := strings.Repeat("The captain said that fog had closed in within minutes, and nobody on the bridge had seen the rocks before the hull struck them. ", 3)
	for i := range pages {
		files[fmt.Sprintf("%d/%03d.txt", i%5, i)] = strings.ReplaceAll(ferry, "Keel Point", fmt.Sprintf("Keel Point %d", i)) + "\n" + strings.Repeat(body+"\n\n", 5)
	}
	dir := write(b, files)
	b.ReportAllocs()
	for b.Loop() {
		if c := load(b, dir, 1); len(c.Articles) != pages {
			b.Fatal(len(c.Articles))
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "articles/s")
}
