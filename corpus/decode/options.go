package decode

import (
	"io"
	"io/fs"
	"os"
	"sync/atomic"
)

// The limits in force where Options says nothing.
const (
	DefaultMaxFile  = 32 << 20 // bytes
	DefaultMaxDepth = 4
	DefaultMaxRatio = 250
)

// Limits that no option moves.
const (
	headSize     = 64 << 10 // bytes looked at to tell a format
	maxFolders   = 64       // folders in folders
	maxSkips     = 100      // skips named for one file; the rest are counted
	ratioFloor   = 32 << 20 // bytes unpacked before the ratio counts
	maxPage      = 8 << 20  // bytes of one HTML page that are analysed
	maxElements  = 100_000  // elements of one HTML page that are analysed
	maxReason    = 200      // bytes of a foreign error message
	maxNameBytes = 4 << 10  // bytes of the name of an archive's member
)

// Options says how much is read and how fields are named. The zero value is
// ready to use.
type Options struct {
	// MaxFile is the most that is held in memory of one page, one record or one
	// file that can only be read whole, in bytes; 0 is DefaultMaxFile. Files
	// that are read record by record (JSONL, JSON arrays, CSV, WARC, mbox, tar)
	// may be of any size.
	MaxFile int64
	// MaxDepth is how deep archives and compressed files may be nested; 0 is
	// DefaultMaxDepth.
	MaxDepth int
	// MaxRatio is how many bytes may come out of one packed byte; 0 is
	// DefaultMaxRatio.
	MaxRatio int
	// Fields maps a field of ours (title, text, date, language, outlet, url,
	// author, id, modified) to the name a JSON member or CSV column has in these
	// files. A dotted name reaches into objects: "article.body".
	Fields map[string]string
	// Stdin is what the path "-" reads; nil is os.Stdin.
	Stdin io.Reader
	// Begin, where set, is asked before each file of the disk is read; a file that
	// it answers false for is passed over.
	Begin func(path string, info fs.FileInfo) bool
	// End, where set, is told of each file that has been read to its end, and what
	// of it was skipped.
	End func(path string, skips []Skip)
	// Read, where set, counts the bytes that files of the disk were read for.
	Read *atomic.Int64
}

func (o Options) withDefaults() Options {
	if o.MaxFile <= 0 {
		o.MaxFile = DefaultMaxFile
	}
	if o.MaxDepth <= 0 {
		o.MaxDepth = DefaultMaxDepth
	}
	if o.MaxRatio <= 0 {
		o.MaxRatio = DefaultMaxRatio
	}
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return o
}
