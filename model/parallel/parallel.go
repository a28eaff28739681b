// Package parallel shares work among the processors. What it is called with
// writes only what belongs to its own index, so that no result depends on who
// came first. It imports nothing of this module.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls f for 0 to n-1, on all processors, and returns when all are done. f
// may only write what belongs to its index.
func Each(n int, f func(i int)) {
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		done.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	done.Wait()
}
