package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"parallax/corpus/decode"
	"parallax/corpus/dictionary"
)

// limits are the flags that say what is read, how much of it and how fields are
// named.
type limits struct {
	library                       string // file; "" is the reader's own
	config                        string // file of the configuration
	configured                    config // what stands in it
	query                         string
	maxFileMB, maxDepth, maxRatio int
	fields                        map[string]string
	dict                          []string // folders of dictionaries besides those of the machine
}

func (l *limits) register(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&l.library, "library", "", "file of the library; your own where none is named")
	f.IntVar(&l.maxFileMB, "max-file", decode.DefaultMaxFile>>20, "the most that is held in memory of one page or record, in MB")
	f.IntVar(&l.maxDepth, "max-depth", decode.DefaultMaxDepth, "how deep archives may be nested")
	f.IntVar(&l.maxRatio, "max-ratio", decode.DefaultMaxRatio, "how many bytes may come out of one packed byte")
	f.StringArrayVar(&l.dict, "dict", nil, "folder of FreeDict dictionaries (.index and .dict.dz), besides those of the machine")
	f.StringToStringVar(&l.fields, "field", nil, "name of a field in JSON or CSV, such as text=story")
}

// configure reads the configuration; what a flag says beats it.
func (l *limits) configure() error {
	c, err := readConfig(l.config)
	if err != nil {
		return err
	}
	l.configured = c
	if l.library == "" {
		l.library = c.Library
	}
	return nil
}

func (l *limits) options(in io.Reader) decode.Options {
	return decode.Options{MaxFile: int64(l.maxFileMB) << 20, MaxDepth: l.maxDepth, MaxRatio: l.maxRatio, Fields: l.fields, Stdin: in}
}

// dictionaries lists the dictionaries of the machine and of the folders asked
// for, which come first; nil where there are none.
func (l *limits) dictionaries() *dictionary.Set {
	s := dictionary.Open(append(slices.Clone(l.dict), dictionary.Folders()...)...)
	if len(s.Sources()) == 0 {
		return nil
	}
	return s
}

// registerQuery gives a verb the flag that says which articles are asked for.
func (l *limits) registerQuery(c *cobra.Command) {
	c.Flags().StringVar(&l.query, "query", "", "which articles, such as 'lang:de since:2017-07-01 \"exact phrase\" -word'")
}
