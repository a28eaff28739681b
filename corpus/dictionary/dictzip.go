package dictionary

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// The parts of a gzip header (RFC 1952) and of the field "RA" in it, by which a
// dictzip file says how long its pieces are: each is packed by itself.
const (
	gzipHead   = 10
	flagCheck  = 1 << 1
	flagExtra  = 1 << 2
	flagName   = 1 << 3
	flagRemark = 1 << 4
	pieceHead  = 6 // version, length of a piece, number of pieces
	maxHead    = 1 << 17
	maxKept    = 32 // pieces kept unpacked
)

var errNotDictzip = errors.New("not packed with dictzip: pack it again with the program dictzip")

// dictzip reads parts of a dictzip file without unpacking the rest.
type dictzip struct {
	from  io.ReaderAt
	piece int64   // bytes in each piece, unpacked
	start []int64 // where each piece begins in the file, and where the last ends

	mu    sync.Mutex
	kept  map[int][]byte
	order []int // of the kept pieces, the oldest first
}

// newDictzip reads the header of a dictzip file.
func newDictzip(from io.ReaderAt) (*dictzip, error) {
	head := make([]byte, maxHead)
	n, err := from.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	head = head[:n]
	if n < gzipHead+2 || head[0] != 0x1f || head[1] != 0x8b || head[2] != 8 || head[3]&flagExtra == 0 {
		return nil, errNotDictzip
	}
	extra := int(binary.LittleEndian.Uint16(head[gzipHead:]))
	body := gzipHead + 2 + extra
	if body > n {
		return nil, io.ErrUnexpectedEOF
	}
	z := &dictzip{from: from, kept: map[int][]byte{}}
	sizes, err := z.pieces(head[gzipHead+2 : body])
	if err != nil {
		return nil, err
	}
	at, err := afterNames(head, body)
	if err != nil {
		return nil, err
	}
	z.start = []int64{int64(at)}
	for i := 0; i+1 < len(sizes); i += 2 {
		z.start = append(z.start, z.start[i/2]+int64(binary.LittleEndian.Uint16(sizes[i:])))
	}
	return z, nil
}

// pieces finds the field "RA" and returns the packed lengths in it.
func (z *dictzip) pieces(extra []byte) ([]byte, error) {
	for len(extra) >= 4 {
		size := int(binary.LittleEndian.Uint16(extra[2:]))
		if 4+size > len(extra) {
			break
		}
		field := extra[4 : 4+size]
		if extra[0] == 'R' && extra[1] == 'A' && size >= pieceHead {
			z.piece = int64(binary.LittleEndian.Uint16(field[2:]))
			count := int(binary.LittleEndian.Uint16(field[4:]))
			if z.piece > 0 && pieceHead+2*count <= size {
				return field[pieceHead : pieceHead+2*count], nil
			}
		}
		extra = extra[4+size:]
	}
	return nil, errNotDictzip
}

// afterNames is where the packed text begins, behind the fields that the flags
// announce.
func afterNames(head []byte, at int) (int, error) {
	for _, f := range []byte{flagName, flagRemark} {
		if head[3]&f == 0 {
			continue
		}
		end := bytes.IndexByte(head[at:], 0)
		if end < 0 {
			return 0, io.ErrUnexpectedEOF
		}
		at += end + 1
	}
	if head[3]&flagCheck != 0 {
		at += 2
	}
	return at, nil
}

// ReadAt reads bytes of the unpacked text.
func (z *dictzip) ReadAt(p []byte, at int64) (int, error) {
	n := 0
	for n < len(p) {
		i := int((at + int64(n)) / z.piece)
		if i+1 >= len(z.start) || at < 0 {
			return n, io.EOF
		}
		piece, err := z.unpacked(i)
		if err != nil {
			return n, err
		}
		in := (at + int64(n)) % z.piece
		if in >= int64(len(piece)) {
			return n, io.EOF
		}
		n += copy(p[n:], piece[in:])
	}
	return n, nil
}

// unpacked is a piece of the text, at most as long as pieces are.
func (z *dictzip) unpacked(i int) ([]byte, error) {
	z.mu.Lock()
	defer z.mu.Unlock()
	if p, ok := z.kept[i]; ok {
		return p, nil
	}
	packed := io.NewSectionReader(z.from, z.start[i], z.start[i+1]-z.start[i])
	p := make([]byte, z.piece)
	n, err := io.ReadFull(flate.NewReader(packed), p)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("piece %d: %w", i, err)
	}
	if len(z.order) == maxKept {
		delete(z.kept, z.order[0])
		z.order = z.order[1:]
	}
	z.kept[i], z.order = p[:n], append(z.order, i)
	return p[:n], nil
}
