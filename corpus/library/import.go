package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ncruces/go-sqlite3"

	"parallax/corpus"
	"parallax/corpus/decode"
	"parallax/model"
)

// ImportOptions says how an import goes. The zero value is ready to use.
type ImportOptions struct {
	Corpus corpus.Options
	// Again reads files that have not changed as well, and brings back what the
	// reader removed.
	Again bool
	// Batch is how many articles are written at once, in a moment in which no other
	// program can write; 0 is 2000.
	Batch int
	// Progress, where set, is called after each batch is written.
	Progress func(Report)
}

// Report counts what an import did.
type Report struct {
	New, Changed, Same int   // articles: new to the library; in a new version; kept already
	Removed            int   // articles that the reader had removed, left out
	Passed             int   // files passed over, as they are unchanged
	Bytes              int64 // of files of the disk, read or passed over
	Skipped            []decode.Skip
	// Behind is how far the machine's clock is behind the last import, of which it
	// shows that one of the two was wrong.
	Behind time.Duration
}

// Articles is how many articles were read.
func (r *Report) Articles() int { return r.New + r.Changed + r.Same + r.Removed }

// batchArticles is how many articles are written at once where no option says.
const batchArticles = 2000

// Import adds every article below the paths. It writes batch by batch: where it
// ends early, by an error or by ctx, what was written is kept, and the same
// import goes on from there. The report is valid in any case.
func (l *Library) Import(ctx context.Context, paths []string, o ImportOptions) (Report, error) {
	lookup, err := Open(ctx, l.path) // files are looked up while a batch is written
	if err != nil {
		return Report{}, err
	}
	defer lookup.Close()
	if o.Batch <= 0 {
		o.Batch = batchArticles
	}
	im := &importer{library: l, lookup: lookup, options: o, seen: map[string]int{}, files: map[string]*fileState{}, noted: map[string]bool{}}
	if o.Corpus.Today, im.report.Behind, err = l.today(ctx, o.Corpus.Today); err != nil {
		return im.report, err
	}
	o.Corpus.Decode.Begin = im.begin
	o.Corpus.Decode.Read = &im.read
	skipped, err := corpus.Stream(ctx, paths, o.Corpus, func(b corpus.Batch) error { return im.take(ctx, b) })
	if err == nil {
		err = im.flush(ctx)
	}
	if err == nil {
		err = im.finish(ctx, skipped)
	}
	im.report.Skipped = append(skipped, im.report.Skipped...)
	im.report.Bytes = im.read.Load()
	im.report.Passed = int(im.passed.Load())
	if err == nil {
		err = im.failed()
	}
	return im.report, err
}

// today is the day after which no page can be written: the one that is asked for,
// or else that of the clock or of the last import, whichever is later, so that a
// clock that was set back does not make dates unknown.
func (l *Library) today(ctx context.Context, asked model.Date) (day model.Date, behind time.Duration, err error) {
	now := time.Now()
	latest := now
	err = l.do(ctx, func() error {
		return l.rows("SELECT added FROM texts ORDER BY n DESC LIMIT 1", nil, func(s *sqlite3.Stmt) error {
			if added := time.Unix(s.ColumnInt64(0), 0); added.After(latest) {
				latest = added
			}
			return nil
		})
	})
	if asked.IsZero() {
		asked = model.Date{Year: latest.Year(), Month: int(latest.Month()), Day: latest.Day()}
	}
	return asked, latest.Sub(now), err
}

// importer is the state of one import.
type importer struct {
	library, lookup *Library
	options         ImportOptions
	report          Report
	read, passed    atomic.Int64
	fault           atomic.Pointer[error] // of begin, which cannot return it

	pages   []page        // not written yet
	ended   []ended       // files not noted yet
	skipped []decode.Skip // pages without an article, of files that have not ended

	source string         // of the article before
	seen   map[string]int // how often a key was met in that source

	mu    sync.Mutex            // guards files
	files map[string]*fileState // begun, by path as opened
	noted map[string]bool       // absolute paths of files of which something was skipped
}

// fileState is what tells that a file has not changed.
type fileState struct {
	path          string // absolute
	size, changed int64  // bytes, nanoseconds since 1970
	hash          []byte
}

// ended is a file to be noted as read.
type ended struct {
	state *fileState
	skips []decode.Skip
}

func (im *importer) failed() error {
	if err := im.fault.Load(); err != nil {
		return *err
	}
	return nil
}

// begin reports whether a file is to be read: one that is not kept as it is.
func (im *importer) begin(path string, info fs.FileInfo) bool {
	state, known, err := im.lookup.fileState(path, info)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return true // reading it will tell
	case err != nil:
		im.fault.CompareAndSwap(nil, &err)
		return false
	case known && !im.options.Again:
		im.passed.Add(1)
		im.read.Add(info.Size())
		return false
	}
	im.mu.Lock()
	im.files[path] = state
	im.mu.Unlock()
	return true
}

// fileState looks a file up. It is known where it was read to its end, nothing of
// it was skipped, and its size and time, or else its bytes, are as they were.
func (l *Library) fileState(path string, info fs.FileInfo) (state *fileState, known bool, err error) {
	state = &fileState{size: info.Size(), changed: info.ModTime().UnixNano()}
	if state.path, err = filepath.Abs(path); err != nil {
		return nil, false, err
	}
	var old *fileState
	err = l.do(context.Background(), func() error {
		return l.rows("SELECT size, changed, hash FROM files WHERE path = ? AND skips = 0", []any{state.path}, func(s *sqlite3.Stmt) error {
			old = &fileState{size: s.ColumnInt64(0), changed: s.ColumnInt64(1), hash: s.ColumnBlob(2, nil)}
			return nil
		})
	})
	if err != nil {
		return nil, false, err
	}
	if old != nil && old.size == state.size && old.changed == state.changed {
		return state, true, nil
	}
	if state.hash, err = fileHash(path); err != nil {
		return nil, false, err
	}
	return state, old != nil && old.size == state.size && bytes.Equal(old.hash, state.hash), nil
}

func fileHash(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil)[:hashLen], nil
}

// take gathers what was read until it is worth a transaction.
func (im *importer) take(ctx context.Context, b corpus.Batch) error {
	if err := im.failed(); err != nil {
		return err
	}
	for _, articles := range b.Pages {
		for i := range articles {
			im.pages = append(im.pages, im.page(&articles[i], len(articles) == 1))
		}
	}
	im.report.Skipped = append(im.report.Skipped, b.Skipped...)
	im.skipped = append(im.skipped, b.Skipped...)
	im.mu.Lock()
	for _, f := range b.Ended {
		if state := im.files[f.Path]; state != nil {
			delete(im.files, f.Path)
			im.ended = append(im.ended, ended{state, f.Skipped})
		}
	}
	im.mu.Unlock()
	if len(im.pages) < im.options.Batch && len(im.ended) < im.options.Batch {
		return nil
	}
	return im.flush(ctx)
}

// page works out what tells an article from all others: the URL of its page, or
// what the source says and how often it has said so before.
func (im *importer) page(a *model.Article, alone bool) page {
	if a.Source != im.source {
		im.source = a.Source
		clear(im.seen)
	}
	p := page{article: a, hash: digest(a.Text)}
	url := urlKey(a.URL)
	switch {
	case url != "" && alone:
		p.key = digest("url", url)
	case url != "":
		p.key = im.nth("post", url, a.Title)
	case a.Source == "-":
		p.key = digest("text", a.Outlet, a.Text)
	case a.ID != "":
		p.key = im.nth("id", absolute(a.Source), a.ID)
	default:
		p.key = im.nth("title", absolute(a.Source), a.Title)
	}
	return p
}

func (im *importer) nth(parts ...string) []byte {
	key := string(digest(parts...))
	im.seen[key]++
	return digest(append(parts, strconv.Itoa(im.seen[key]))...)
}

func absolute(source string) string {
	if path, err := filepath.Abs(source); err == nil {
		return path
	}
	return source
}

// flush writes what was gathered in one transaction.
func (im *importer) flush(ctx context.Context) error {
	if len(im.pages)+len(im.ended) == 0 {
		return nil
	}
	im.assign()
	l, now := im.library, time.Now().Unix()
	report := im.report
	err := l.write(ctx, func() error {
		for _, p := range im.pages {
			what, err := l.add(p, now, im.options.Again)
			if err != nil {
				return err
			}
			report.count(what)
		}
		if err := l.note(im.ended); err != nil {
			return err
		}
		return l.index()
	})
	if err != nil {
		return err
	}
	for _, e := range im.ended {
		if len(e.skips) > 0 {
			im.noted[e.state.path] = true
		}
	}
	clear(im.pages) // let the texts go
	im.pages, im.ended = im.pages[:0], nil
	im.report = report
	im.report.Bytes = im.read.Load()
	if im.options.Progress != nil {
		im.options.Progress(im.report)
	}
	return nil
}

func (r *Report) count(what fate) {
	switch what {
	case fresh:
		r.New++
	case changed:
		r.Changed++
	case same:
		r.Same++
	case gone:
		r.Removed++
	}
}
