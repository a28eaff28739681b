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

// errBomb is the end of something that unpacks to far more than it should.
var errBomb = fmt.Errorf("%w when unpacked", ErrTooLarge)

// unpacked counts what comes out of r and breaks off a bomb.
type unpacked struct {
	r io.Reader
	b *budget
}

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.b.out += int64(n)
	if u.b.out > ratioFloor && u.b.out > u.b.ratio*u.b.in {
		return 0, fmt.Errorf("%w: more than %d times its packed size; raise the limit with --max-ratio if you trust it", errBomb, u.b.ratio)
	}
	return n, err
}
