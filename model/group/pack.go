package group

import (
	"encoding/binary"
	"errors"
	"slices"

	"parallax/model"
)

// packing is the version of the form that signatures and backgrounds are packed
// in; it is raised whenever what they mean changes.
const packing = 1

// ErrPacked is what was packed by another version, or is damaged: sign the
// articles again.
var ErrPacked = errors.New("cannot read what is kept for grouping")

// Pack writes a signature, but for its article, as bytes to be kept.
func (s *Signature) Pack() []byte {
	out := make([]byte, 0, 24+5*len(s.keys)+4*len(s.sketch)+len(s.names))
	out = append(out, packing, packed(s.named))
	out = binary.LittleEndian.AppendUint64(out, s.number)
	out = binary.LittleEndian.AppendUint16(out, s.length)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(s.keys)))
	names := byte(0)
	s.eachName(func(string, string) { names += 2 })
	out = append(out, byte(len(s.sketch)), names)
	for _, k := range s.keys {
		out = binary.LittleEndian.AppendUint32(out, k)
	}
	out = append(out, s.weights...)
	for _, h := range s.sketch {
		out = binary.LittleEndian.AppendUint32(out, h)
	}
	return append(out, s.names...)
}

// packString appends a text after its length.
func packString(out []byte, text string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(text))), text...)
}

// unpackString reads what packString has written; ok is false where that is not
// so.
func unpackString(data string) (text, rest string, ok bool) {
	n, size := binary.Uvarint([]byte(data[:min(len(data), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(len(data)-size) {
		return "", "", false
	}
	return data[size : size+int(n)], data[size+int(n):], true
}

func packed(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// packedHead is the number of bytes before the terms.
const packedHead = 16

// Unpack reads what [Signature.Pack] has written of an article. The error is
// [ErrPacked].
func Unpack(a *model.Article, data []byte) (*Signature, error) {
	if len(data) < packedHead || data[0] != packing {
		return nil, ErrPacked
	}
	s := &Signature{Article: a, named: data[1] == 1, number: binary.LittleEndian.Uint64(data[2:]), length: binary.LittleEndian.Uint16(data[10:])}
	terms, hashes, names := int(binary.LittleEndian.Uint16(data[12:])), int(data[14]), int(data[15])
	data = data[packedHead:]
	if len(data) < 5*terms+4*hashes {
		return nil, ErrPacked
	}
	s.keys = words(data[:4*terms])
	s.weights = slices.Clone(data[4*terms : 5*terms])
	s.sketch = words(data[5*terms : 5*terms+4*hashes])
	s.names = string(data[5*terms+4*hashes:])
	rest, ok := s.names, names%2 == 0
	for i := 0; i < names && ok; i++ {
		_, rest, ok = unpackString(rest)
	}
	if !ok || rest != "" {
		return nil, ErrPacked
	}
	if !slices.IsSorted(s.keys) || !slices.IsSorted(s.sketch) || slices.ContainsFunc(s.keys, func(k uint32) bool { return k&(1<<sortBits-1) >= uint32(sorts) }) {
		return nil, ErrPacked
	}
	return s, nil
}

func words(data []byte) []uint32 {
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out
}

// Pack writes a background as bytes to be kept.
func (b *Background) Pack() []byte {
	out := make([]byte, 0, 8+6*len(b.keys))
	out = append(out, packing, byte(b.level))
	out = binary.LittleEndian.AppendUint32(out, uint32(b.documents))
	for i, k := range b.keys {
		if b.counts[i] > 0 {
			out = binary.LittleEndian.AppendUint32(out, k)
			out = binary.LittleEndian.AppendUint16(out, b.counts[i])
		}
	}
	return out
}

// UnpackBackground reads what [Background.Pack] has written; of nothing it makes
// an empty one. The error is [ErrPacked].
func UnpackBackground(data []byte) (*Background, error) {
	if len(data) == 0 {
		return NewBackground(0), nil
	}
	const head, each = 6, 6
	if len(data) < head || data[0] != packing || data[1] > maxLevel || (len(data)-head)%each != 0 {
		return nil, ErrPacked
	}
	b := NewBackground(int(data[1]))
	b.documents = int(binary.LittleEndian.Uint32(data[2:]))
	b.grow(2 * (len(data) - head) / each)
	for data = data[head:]; len(data) > 0; data = data[each:] {
		*b.at(binary.LittleEndian.Uint32(data)) = binary.LittleEndian.Uint16(data[4:])
	}
	return b, nil
}
