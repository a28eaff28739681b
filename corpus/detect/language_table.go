package detect

import (
	_ "embed"
	"strings"
)

// The shape of the n-gram table; gen/table.go writes the same one.
const (
	tableMagic = "NGRAMS1\n"
	bucketBits = 15
	buckets    = 1 << bucketBits
)

//go:embed language/table.bin
var tableData string

// ngrams is the n-gram table, read where it lies: buckets of n-grams of up to
// four runes, each with the languages in which it is frequent and a weight,
// eight for every doubling of its frequency.
type ngrams struct {
	languages []string
	starts    string // three bytes a bucket, and three for the end
	body      string // runs of: mark (2 bytes), count, count × (language, weight)
}

// openTable slices the embedded table; it copies nothing.
func openTable() ngrams {
	head := len(tableMagic)
	size := int(tableData[head])<<8 | int(tableData[head+1])
	names := tableData[head+2 : head+2+size]
	rest := tableData[head+2+size:]
	const directory = 3 * (buckets + 1)
	return ngrams{strings.Fields(names), rest[:directory], rest[directory:]}
}

// add gives points to every language in which the n-gram is frequent, as often
// as it was seen. The key packs the n-gram's runes, 16 bits each, the last one
// lowest.
func (g *ngrams) add(key uint64, times int32, points *[mostLanguages]int32) {
	h := key * 0x9E3779B97F4A7C15
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	bucket, high, low := h>>(64-bucketBits)*3, uint8(h>>32), uint8(h>>24)
	start := g.starts[bucket : bucket+6]
	at := int(start[0])<<16 | int(start[1])<<8 | int(start[2])
	end := int(start[3])<<16 | int(start[4])<<8 | int(start[5])
	for at < end {
		run := g.body[at : at+3+2*int(g.body[at+2])]
		if run[0] == high && run[1] == low {
			for pairs := run[3:]; len(pairs) >= 2; pairs = pairs[2:] {
				points[pairs[0]] += times * int32(pairs[1])
			}
			return
		}
		at += len(run)
	}
}
