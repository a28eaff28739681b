package decode

import (
	"fmt"
	"io"
)

// budget holds what comes out of one file of the disk against what went in, so
// that no nesting of packings multiplies beyond MaxRatio.
type budget struct {
	ratio int64
	in    int64 // bytes read, or the size of the file
	out   int64 // bytes unpacked, at every level
}

// unpacked counts what comes out of r and breaks off a bomb.
type unpacked struct {
	r io.Reader
	b *budget
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.b.out += int64(n)
	if u.b.out > ratioFloor && u.b.out > u.b.ratio*u.b.in {
		return 0, fmt.Errorf("it unpacks to more than %d times its size: raise the limit with --max-ratio if you trust it", u.b.ratio)
	}
	return n, err
}
