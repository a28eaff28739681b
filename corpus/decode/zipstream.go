package decode

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"

	"github.com/klauspost/compress/flate"
)

// localHeader is the size of what stands before each member of a zip archive,
// in bytes, without its name.
const localHeader = 30

// zipWithoutDirectory reads the members of an archive that has lost its end one
// after another, as far as they can be told apart.
func (w *walk) zipWithoutDirectory(in *input, r *bufio.Reader) {
	const stored, deflated, sizeFollows, encrypted = 0, 8, 1 << 3, 1
	for !w.done() {
		h := make([]byte, localHeader)
		if _, err := io.ReadFull(r, h); err != nil || !bytes.HasPrefix(h, []byte("PK\x03\x04")) {
			return
		}
		flags, method := binary.LittleEndian.Uint16(h[6:]), binary.LittleEndian.Uint16(h[8:])
		name := make([]byte, binary.LittleEndian.Uint16(h[26:]))
		if _, err := io.ReadFull(r, name); err != nil {
			return
		}
		if _, err := r.Discard(int(binary.LittleEndian.Uint16(h[28:]))); err != nil {
			return
		}
		var body io.Reader
		switch {
		case flags&encrypted != 0:
			return
		case method == deflated:
			body = flate.NewReader(r)
		case method == stored && flags&sizeFollows == 0:
			body = io.LimitReader(r, int64(binary.LittleEndian.Uint32(h[18:])))
		default:
			return
		}
		if below := memberName(string(name)); below != "" && !bytes.HasSuffix(name, []byte("/")) {
			w.inner(in, in.source+"/"+below, body)
		}
		if _, err := io.Copy(io.Discard, unpacked{body, in.budget}); err != nil {
			return
		}
		if flags&sizeFollows != 0 && !skipDescriptor(r) {
			return
		}
	}
}

// skipDescriptor passes over the sizes that follow a member.
func skipDescriptor(r *bufio.Reader) bool {
	n := 12
	if mark, _ := r.Peek(4); string(mark) == "PK\x07\x08" {
		n = 16
	}
	_, err := r.Discard(n)
	return err == nil
}
