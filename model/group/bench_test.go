package group

import (
	"fmt"
	"runtime/metrics"
	"testing"
	"time"
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

// The memory of grouping many articles, which are signed one by one: the most that
// the program takes from the system while it runs.
//
//	go test ./model/group -run ^$ -bench Memory -benchtime 1x
func BenchmarkEventsMemory(b *testing.B) {
	const articles = 100_000
	for b.Loop() {
		var all []*Signature
		for d := range invented(articles, 20) {
			all = append(all, Sign(d))
		}
		stop, peak := make(chan bool), make(chan uint64)
		go watch(stop, peak)
		start := time.Now()
		if _, err := Events(b.Context(), all, Options{}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(articles/time.Since(start).Seconds(), "articles/s")
		close(stop)
		b.ReportMetric(float64(<-peak)/1e6, "MB")
	}
}

// watch samples what memory is in use until it is told to stop.
func watch(stop <-chan bool, peak chan<- uint64) {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	most := uint64(0)
	for {
		metrics.Read(s)
		most = max(most, s[0].Value.Uint64()-s[1].Value.Uint64())
		select {
		case <-stop:
			peak <- most
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}
