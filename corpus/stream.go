package corpus

import (
	"context"
	"sync"

	"parallax/corpus/decode"
	"parallax/model"
)

// Batch is what some neighbouring pages held, in the order of reading.
type Batch struct {
	// Pages holds the articles of each page; Part counts those of one source, and
	// an ID is one that the source gave, or "".
	Pages   [][]model.Article
	Skipped []decode.Skip // pages that hold no article
	Ended   []File        // files of the disk that end in this batch
}

// File is a file of the disk that has been read to its end.
type File struct {
	Path    string        // as opened
	Skipped []decode.Skip // what of it could not be read; not what held no article
}

// Stream reads every article below the paths and hands them on in batches, so
// that memory does not grow with what is read. It stops at the first error of
// yield. The skips are those of decoding; the error is that of yield or of ctx.
func Stream(ctx context.Context, paths []string, opts Options, yield func(Batch) error) ([]decode.Skip, error) {
	inner, stop := context.WithCancel(ctx)
	defer stop()
	r := newReader(inner, opts)
	t := &taker{yield: yield}
	if end := opts.Decode.End; end != nil || opts.Decode.Begin != nil {
		opts.Decode.End = func(path string, skips []decode.Skip) {
			if end != nil {
				end(path, skips)
			}
			t.end(File{path, skips}, r.taken)
		}
	}
	var failed error
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for b := range r.order {
			<-b.done
			if failed == nil && inner.Err() == nil {
				failed = t.take(b)
			}
			if failed != nil {
				stop()
			}
		}
	}()
	skipped, err := decode.Walk(inner, paths, opts.Decode, r.page)
	r.close()
	<-finished
	if failed != nil {
		return skipped, failed
	}
	if err == nil {
		err = ctx.Err() // pages that were read may not have been handed on
	}
	if err == nil && len(t.ends) > 0 {
		err = yield(Batch{Ended: t.ended(r.taken)})
	}
	return skipped, err
}

// taker hands batches on, each with the files that end in it.
type taker struct {
	yield  func(Batch) error
	source string // of the article before
	part   int    // of the article before
	pages  int    // handed on

	mu   sync.Mutex
	ends []fileEnd
}

// fileEnd is a file and the number of pages read when it ended.
type fileEnd struct {
	file  File
	pages int
}

func (t *taker) end(f File, pages int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ends = append(t.ends, fileEnd{f, pages})
}

// ended takes out the files that end within the first pages.
func (t *taker) ended(pages int) []File {
	t.mu.Lock()
	defer t.mu.Unlock()
	var files []File
	for len(t.ends) > 0 && t.ends[0].pages <= pages {
		files = append(files, t.ends[0].file)
		t.ends = t.ends[1:]
	}
	return files
}

func (t *taker) take(b *batch) error {
	for _, page := range b.found {
		for i := range page {
			a := &page[i]
			if a.Source != t.source {
				t.source, t.part = a.Source, 0
			}
			t.part++
			a.Part = t.part
		}
	}
	t.pages += len(b.found)
	return t.yield(Batch{Pages: b.found, Skipped: b.skipped, Ended: t.ended(t.pages)})
}
