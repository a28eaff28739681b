package decode

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"parallax/model/safe"
)

// Walk reads every path and hands each page to yield, in an order that depends
// on names and contents alone. A path is a file, a folder, which is read in
// depth and sorted, or "-" for standard input. Hidden files of a folder are
// passed over; whatever else cannot be read is returned as a Skip, and the rest
// is still read. Walk stops early when yield returns false or ctx ends; the
// error is that of ctx, or nil.
func Walk(ctx context.Context, paths []string, opts Options, yield func(Page) bool) ([]Skip, error) {
	w := &walk{ctx: ctx, opts: opts.withDefaults(), yield: yield, folders: map[string]bool{}}
	w.names = newNames(w.opts.Fields)
	for _, path := range paths {
		if w.done() {
			break
		}
		w.path(path)
	}
	return w.skips, ctx.Err()
}

// walk is the state of one call of Walk.
type walk struct {
	ctx     context.Context
	opts    Options
	names   names
	yield   func(Page) bool
	stopped bool
	pages   int
	passed  int // files that Options.Begin passed over
	skips   []Skip
	here    int             // skips in the present file
	folders map[string]bool // real paths of the folders read so far
	root    string          // real path of the folder named; links do not lead out of it
	buffer  *bufio.Reader   // for the present file of the disk
}

func (w *walk) done() bool { return w.stopped || w.ctx.Err() != nil }

func (w *walk) path(path string) {
	name := source(path)
	if path == "-" {
		w.stream(w.opts.Stdin, &input{source: name})
		w.endFile(name)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.skip(name, "", pathError(err))
	case info.IsDir():
		before := w.pages + w.passed + len(w.skips)
		w.root, _ = filepath.EvalSymlinks(path) // what is wrong is told below
		w.folder(path, name, 0)
		if w.pages+w.passed+len(w.skips) == before && !w.done() {
			w.skip(name, "", fmt.Errorf("folder %w: name one that holds articles", ErrEmpty))
		}
	default:
		w.file(path, name)
	}
	w.endFile(name)
}

// folder reads the entries of a folder in the order of their names.
func (w *walk) folder(path, name string, depth int) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		w.skip(name, "", pathError(err))
		return
	}
	if w.folders[real] {
		return // a link back, or a folder given twice
	}
	w.folders[real] = true
	if depth > maxFolders {
		w.skip(name, "", fmt.Errorf("folder %w: more than %d folders deep", ErrTooLarge, maxFolders))
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		w.skip(name, "", pathError(err))
	}
	for _, e := range entries {
		if w.done() {
			return
		}
		if !hidden(e.Name()) {
			w.entry(filepath.Join(path, e.Name()), strings.TrimSuffix(name, "/")+"/"+source(e.Name()), depth)
		}
	}
}

func (w *walk) entry(path, name string, depth int) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.skip(name, "", pathError(err))
	case w.leadsOut(path):
		w.skip(name, "", errOutside)
	case info.IsDir():
		w.folder(path, name, depth+1)
		return
	case !info.Mode().IsRegular():
		w.skip(name, "", fmt.Errorf("%w: neither a file nor a folder", ErrUnreadable))
	default:
		w.file(path, name)
	}
	w.endFile(name)
}

// errOutside is a link to what nobody has named: a folder that comes from elsewhere
// must not say what of this machine is read.
var errOutside = fmt.Errorf("%w: it is a link out of the folder; name what it leads to as well", ErrUnreadable)

// leadsOut reports whether an entry is a link to something outside the folder that
// was named.
func (w *walk) leadsOut(path string) bool {
	if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return true
	}
	below, err := filepath.Rel(w.root, real)
	return err != nil || !filepath.IsLocal(below)
}

func (w *walk) file(path, name string) {
	f, err := os.Open(path)
	if err != nil {
		w.skip(name, "", pathError(err))
		return
	}
	defer f.Close()
	in := &input{source: name}
	info, err := f.Stat()
	if err == nil && info.Mode().IsRegular() {
		in.file, in.size = f, info.Size()
	}
	if err == nil && w.opts.Begin != nil && !w.opts.Begin(path, info) {
		w.passed++
		return
	}
	before := len(w.skips)
	w.stream(f, in)
	w.endFile(name)
	if w.opts.End != nil && !w.done() {
		w.opts.End(path, w.skips[before:])
	}
}

// stream reads an input of the disk or of standard input from r.
func (w *walk) stream(r io.Reader, in *input) {
	in.budget = &budget{ratio: int64(w.opts.MaxRatio), in: in.size}
	var n *int64
	if in.file == nil {
		n = &in.budget.in
	} else {
		n = new(int64)
	}
	r = &tap{ctx: w.ctx, r: r, n: n, total: w.opts.Read}
	if w.buffer == nil {
		w.buffer = bufio.NewReaderSize(r, headSize)
	}
	w.buffer.Reset(r)
	in.r = w.buffer
	w.read(in)
}

// hidden reports names that tools write for themselves.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini"
}

// source writes a path for people: forward slashes, and nothing that harms.
func source(path string) string {
	path = filepath.ToSlash(path)
	if strings.ContainsRune(path, '\n') || !safe.Clean(path) {
		return safe.Field(path)
	}
	return path
}

func pathError(err error) error {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: permission denied", ErrUnreadable)
	case errors.As(err, &pe):
		return fmt.Errorf("%w: %s", ErrUnreadable, brief(pe.Err))
	}
	return fmt.Errorf("%w: %s", ErrUnreadable, brief(err))
}
