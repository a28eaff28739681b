package corpus

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"parallax/corpus/clean"
	"parallax/corpus/decode"
	"parallax/model"
)

// Options says how files are read. The zero value is ready to use.
type Options struct {
	Decode  decode.Options
	Workers int // pages read at once; 0 is one for each core
	// MaxText is how much of one article is kept, in bytes; 0 is DefaultMaxText.
	MaxText int
	// Today is the day after which no page can be written; where it is zero, it is
	// the day the machine's clock shows.
	Today model.Date
}

// Corpus is what was read.
type Corpus struct {
	Articles []model.Article // by path as given, record and part
	Skipped  []decode.Skip   // what was not read, and why
}

// Load reads every article below the paths: files, folders, or "-" for standard
// input. What cannot be read is named in Skipped and never stops the rest; the
// error is that of ctx, or nil.
func Load(ctx context.Context, paths []string, opts Options) (Corpus, error) {
	var c Corpus
	var empty []decode.Skip
	skipped, err := Stream(ctx, paths, opts, func(b Batch) error {
		for _, page := range b.Pages {
			c.Articles = append(c.Articles, page...)
		}
		empty = append(empty, b.Skipped...)
		return nil
	})
	c.Skipped = append(skipped, empty...)
	number(c.Articles)
	identify(c.Articles)
	return c, err
}

// batch is some pages in the order in which they were read, and what they hold.
type batch struct {
	pages   []decode.Page
	repeats *clean.Repeats
	found   [][]model.Article // by page
	skipped []decode.Skip
	done    chan struct{} // closed when the pages are read
}

// reader hands batches of pages to workers and keeps them in order.
type reader struct {
	ctx     context.Context
	jobs    chan *batch
	workers sync.WaitGroup
	order   chan *batch // as read, to whoever takes the articles
	window  window
	small   *batch // records under way to a worker
	taken   int    // pages
}

const (
	batchPages  = 64      // pages of the largest batch
	batchBytes  = 1 << 20 // of text after which a batch is handed on
	batchesHeld = 4       // that wait for a worker
)

func newReader(ctx context.Context, opts Options) *reader {
	n := opts.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	if opts.Today.IsZero() {
		now := time.Now()
		opts.Today = model.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
	}
	if opts.MaxText <= 0 {
		opts.MaxText = DefaultMaxText
	}
	r := &reader{ctx: ctx, jobs: make(chan *batch, batchesHeld), order: make(chan *batch, batchesHeld+n)}
	for range n {
		r.workers.Go(func() {
			for b := range r.jobs {
				b.read(opts)
			}
		})
	}
	return r
}

// page takes one page of the walk.
func (r *reader) page(p decode.Page) bool {
	r.taken++
	if p.Raw || len(r.window.pages) > 0 {
		r.hold(p)
	} else {
		r.send(p, nil)
	}
	return r.ctx.Err() == nil
}

// hold holds a raw page back until its siblings are known, and behind it any other, so
// that pages stay in order and what a reader looks up is counted no more.
func (r *reader) hold(p decode.Page) {
	if !r.window.add(p) {
		r.flush()
		r.window.add(p)
	}
	if r.window.full {
		r.flush()
	}
}

// flush hands the pages on that wait for their siblings.
func (r *reader) flush() {
	pages, repeats := r.window.take()
	for _, p := range pages {
		if p.Raw {
			r.send(p, repeats)
		} else {
			r.send(p, nil)
		}
	}
}

// send adds a page to the batch under way and hands that on when it is large.
func (r *reader) send(p decode.Page, repeats *clean.Repeats) {
	if r.small != nil && r.small.repeats != repeats {
		r.hand()
	}
	if r.small == nil {
		r.small = &batch{repeats: repeats, done: make(chan struct{})}
	}
	r.small.pages = append(r.small.pages, p)
	if len(r.small.pages) >= batchPages || r.small.bytes() >= batchBytes {
		r.hand()
	}
}

func (b *batch) bytes() int {
	n := 0
	for i := range b.pages {
		n += len(b.pages[i].Text)
	}
	return n
}

func (r *reader) hand() {
	if r.small != nil {
		r.order <- r.small
		r.jobs <- r.small
		r.small = nil
	}
}

// close reads what is left and waits for the workers.
func (r *reader) close() {
	r.flush()
	r.hand()
	close(r.jobs)
	r.workers.Wait()
	close(r.order)
}

// read turns the pages of a batch into articles.
func (b *batch) read(o Options) {
	for _, p := range b.pages {
		articles, cut := articlesOf(p, b.repeats, o)
		if len(articles) == 0 {
			b.skipped = append(b.skipped, decode.Skip{Source: p.Source, Place: place(p), Err: decode.ErrNoArticle})
		}
		if cut {
			b.skipped = append(b.skipped, decode.Skip{Source: p.Source, Place: place(p), Err: fmt.Errorf("the end of an article %w: more than %d kB; raise the limit with --max-text", decode.ErrTooLarge, o.MaxText>>10)})
		}
		b.found = append(b.found, articles)
	}
	b.pages, b.repeats = nil, nil
	close(b.done)
}
