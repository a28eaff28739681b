package group

import (
	"fmt"
	"testing"
)

// The cost of grouping is near linear: the articles a second of a corpus four
// times as large are about the same.
func BenchmarkEvents(b *testing.B) {
	for _, shape := range []struct {
		name      string
		sentences int
		sizes     []int
	}{{"headlines", 1, []int{5000, 20000}}, {"articles", 20, []int{1000, 4000}}} {
		for _, n := range shape.sizes {
			docs, _ := synthetic(n, shape.sentences)
			b.Run(fmt.Sprint(shape.name, "/", n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					grouped(b, docs)
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
			})
		}
	}
}
