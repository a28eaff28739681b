package decode

import (
	"io"
	"runtime"
)

// repeated is a head and then one letter, left times.
type repeated struct {
	head []byte
	left int
}

func (r *repeated) Read(p []byte) (int, error) {
	if n := copy(p, r.head); n > 0 {
		r.head = r.head[n:]
		return n, nil
	}
	if r.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	r.left -= n
	return n, nil
}

// peakHeap notes how large the heap is while something is read.
type peakHeap struct {
	most  uint64
	reads int
	r     io.Reader
}

func (h *peakHeap) watch(r io.Reader) io.Reader {
	h.r = r
	return h
}

func (h *peakHeap) Read(p []byte) (int, error) {
	if h.reads++; h.reads%64 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		h.most = max(h.most, m.HeapInuse)
	}
	return h.r.Read(p)
}
