package main

import (
	"io"

	"github.com/spf13/cobra"

	"parallax/corpus/decode"
)

// limits are the flags that say how much is read and how fields are named.
type limits struct {
	maxFileMB, maxDepth, maxRatio int
	fields                        map[string]string
}

func (l *limits) register(root *cobra.Command) {
	f := root.PersistentFlags()
	f.IntVar(&l.maxFileMB, "max-file", decode.DefaultMaxFile>>20, "the most that is held in memory of one page or record, in MB")
	f.IntVar(&l.maxDepth, "max-depth", decode.DefaultMaxDepth, "how deep archives may be nested")
	f.IntVar(&l.maxRatio, "max-ratio", decode.DefaultMaxRatio, "how many bytes may come out of one packed byte")
	f.StringToStringVar(&l.fields, "field", nil, "name of a field in JSON or CSV, such as text=story")
}

func (l *limits) options(in io.Reader) decode.Options {
	return decode.Options{MaxFile: int64(l.maxFileMB) << 20, MaxDepth: l.maxDepth, MaxRatio: l.maxRatio, Fields: l.fields, Stdin: in}
}
