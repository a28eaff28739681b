package dictionary

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
)

// index is the headwords of a dictionary, a line each: the headword, and where
// its entry begins and how long it is, in digits of base 64.
type index struct {
	lines []int32 // where each line begins, in the order of the headwords
	data  []byte
}

// place is where an entry stands in the text.
type place struct {
	headword string
	at       int64
	size     int
}

const (
	maxIndex = 64 << 20 // bytes
	maxEntry = 32 << 10 // bytes; what is longer is cut
)

// newIndex takes the lines of an index that are whole. Indexes are sorted; one
// that is not is sorted here.
func newIndex(data []byte) (*index, error) {
	if len(data) > maxIndex {
		return nil, fmt.Errorf("%d bytes, more than %d", len(data), maxIndex)
	}
	x := &index{data: data}
	sorted := true
	for at := 0; at < len(data); {
		end := bytes.IndexByte(data[at:], '\n')
		if end < 0 {
			end = len(data) - at
		}
		if line := data[at : at+end]; bytes.Count(line, []byte{'\t'}) >= 2 && at <= math.MaxInt32 {
			if n := len(x.lines); n > 0 && bytes.Compare(x.word(n-1), head(line)) > 0 {
				sorted = false
			}
			x.lines = append(x.lines, int32(at))
		}
		at += end + 1
	}
	if !sorted {
		slices.SortStableFunc(x.lines, func(a, b int32) int { return bytes.Compare(head(data[a:]), head(data[b:])) })
	}
	return x, nil
}

func head(line []byte) []byte { return line[:bytes.IndexByte(line, '\t')] }

func (x *index) word(i int) []byte { return head(x.data[x.lines[i]:]) }

// first is the first line whose headword is not before the word.
func (x *index) first(word string) int {
	i, _ := slices.BinarySearchFunc(x.lines, word, func(at int32, w string) int { return strings.Compare(string(head(x.data[at:])), w) })
	return i
}

// maxRange is the most headwords of one beginning that are looked at.
const maxRange = 4000

// from calls yield for each headword that begins so, until it returns false.
func (x *index) from(beginning string, yield func(i int, headword string) bool) {
	for i, n := x.first(beginning), 0; i < len(x.lines) && n < maxRange; i, n = i+1, n+1 {
		w := x.word(i)
		if !bytes.HasPrefix(w, []byte(beginning)) || !yield(i, string(w)) {
			return
		}
	}
}

// place reads where the entry of a line is.
func (x *index) place(i int) (place, bool) {
	line := x.data[x.lines[i]:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	cells := bytes.Split(bytes.TrimSuffix(line, []byte{'\r'}), []byte{'\t'})
	at, ok := base64Number(cells[1])
	size, ok2 := base64Number(cells[2])
	return place{string(cells[0]), at, int(min(size, maxEntry))}, ok && ok2
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// base64Number reads a number in digits of base 64, the highest first.
func base64Number(digits []byte) (int64, bool) {
	var n int64
	for _, d := range digits {
		v := strings.IndexByte(base64Digits, d)
		if v < 0 || n > math.MaxInt64>>7 {
			return 0, false
		}
		n = n<<6 | int64(v)
	}
	return n, len(digits) > 0
}
