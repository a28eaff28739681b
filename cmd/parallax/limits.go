package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parallax/corpus"
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
	maxTextKB                     int
	fields                        map[string]string
	dict                          []string // folders of dictionaries besides those of the machine
}

func (l *limits) register(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&l.library, "library", "", "file of the library; your own where none is named")
	f.IntVar(&l.maxFileMB, "max-file", decode.DefaultMaxFile>>20, "the most that is held in memory of one page or record, in MB")
	f.IntVar(&l.maxTextKB, "max-text", corpus.DefaultMaxText>>10, "the most that is kept of one article, in kB")
	f.IntVar(&l.maxDepth, "max-depth", decode.DefaultMaxDepth, "how deep archives may be nested")
	f.IntVar(&l.maxRatio, "max-ratio", decode.DefaultMaxRatio, "how many bytes may come out of one packed byte")
	f.StringArrayVar(&l.dict, "dict", nil, "folder of FreeDict dictionaries (.index and .dict.dz), besides those of the machine")
	f.StringToStringVar(&l.fields, "field", nil, "name of a field in JSON or a column in CSV, such as text=story; dots reach into objects")
}

// configure reads the configuration; what a flag says beats it.
func (l *limits) configure() error {
	c, err := readConfig(l.config)
	if err != nil {
		return err
	}
	l.configured = c
	if err := l.check(); err != nil {
		return usageError{err}
	}
	if l.library == "" {
		l.library = c.Library
	}
	return nil
}

// mostMB is the highest limit in MB, so that it can be counted in bytes.
const mostMB = 1 << 20

// check refuses limits that would let nothing in, and fields that are none of ours.
func (l *limits) check() error {
	for _, f := range []struct {
		flag       string
		value, max int
	}{{"max-file", l.maxFileMB, mostMB}, {"max-text", l.maxTextKB, mostMB}, {"max-depth", l.maxDepth, math.MaxInt32}, {"max-ratio", l.maxRatio, math.MaxInt32}} {
		if f.value < 1 || f.value > f.max {
			return fmt.Errorf("--%s %d: name a number from 1 to %d", f.flag, f.value, f.max)
		}
	}
	for field := range l.fields {
		if fields := decode.Fields(); !slices.Contains(fields, field) {
			return fmt.Errorf("--field %s: no such field: map one of %s", field, strings.Join(fields, ", "))
		}
	}
	return nil
}

func (l *limits) options(in io.Reader) corpus.Options {
	return corpus.Options{
		Decode:  decode.Options{MaxFile: int64(l.maxFileMB) << 20, MaxDepth: l.maxDepth, MaxRatio: l.maxRatio, Fields: l.fields, Stdin: in},
		MaxText: l.maxTextKB << 10,
	}
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
