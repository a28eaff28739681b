package decode

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"

	"parallax/model/safe"
)

// input is one file, or one member of an archive, or what came out of a packed
// one.
type input struct {
	source string
	r      *bufio.Reader
	file   io.ReaderAt // the same bytes, where they can be read in any order; else nil
	size   int64       // of file
	depth  int         // archives and packings around it
	utf8   bool        // decoded already: what it declares of itself no longer holds
	budget *budget
}

// tap counts the bytes that pass and ends when ctx does.
type tap struct {
	ctx context.Context
	r   io.Reader
	n   *int64
	// total counts the bytes of all inputs of the disk; nil where nobody asks.
	total *atomic.Int64
}

func (t *tap) Read(p []byte) (int, error) {
	if err := t.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := t.r.Read(p)
	*t.n += int64(n)
	if t.total != nil {
		t.total.Add(int64(n))
	}
	return n, err
}

// read tells what the input is by its first bytes and reads it.
func (w *walk) read(in *input) {
	head, err := in.r.Peek(headSize)
	if len(head) == 0 {
		if err == nil || errors.Is(err, io.EOF) {
			err = fmt.Errorf("file %w", ErrEmpty)
		} else {
			err = damaged(err)
		}
		w.skip(in.source, "", err)
		return
	}
	if enc := wide(head); enc != nil && !in.utf8 {
		in.r = bufio.NewReaderSize(enc.NewDecoder().Reader(in.r), headSize)
		in.file, in.utf8 = nil, true
		w.read(in)
		return
	}
	if bytes.HasPrefix(head, byteOrderMark) {
		_, _ = in.r.Discard(len(byteOrderMark)) // peeked, so it is there
		in.utf8 = true
		head = head[len(byteOrderMark):]
	}
	w.reader(tell(head, w.names))(in)
}

// whole reads all of an input; ok is false, and the reason noted, where it is
// larger than MaxFile or breaks off before the first byte. What came before a
// later break is returned.
func (w *walk) whole(in *input) (data []byte, ok bool) {
	data, err := io.ReadAll(io.LimitReader(in.r, w.opts.MaxFile+1))
	if int64(len(data)) > w.opts.MaxFile {
		w.skip(in.source, "", tooLarge("file", w.opts.MaxFile))
		return nil, false
	}
	if err != nil {
		w.broken(in.source, fmt.Sprintf("byte %d", len(data)), err)
	}
	return data, len(data) > 0 && !errors.Is(err, errBomb)
}

// line reads one line without its end. A line beyond limit is read to its end
// and dropped, and long is true.
func line(r *bufio.Reader, limit int64) (text []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			text = append(text, part...)
		}
		if int64(len(text)) > limit+2 {
			text, long = nil, true
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return bytes.TrimRight(text, "\r\n"), long, err
	}
}

// page hands a page on, made safe.
func (w *walk) page(in *input, p Page) {
	if w.done() {
		return
	}
	p.Source = in.source
	p.Text = safe.Block(p.Text)
	p.Meta = p.Meta.safe()
	if strings.TrimSpace(p.Text) == "" && p.Meta.Title == "" {
		place := ""
		if p.Record > 0 {
			place = fmt.Sprintf("record %d", p.Record)
		}
		w.skip(in.source, place, fmt.Errorf("%w: nothing that can be seen", ErrNoArticle))
		return
	}
	w.pages++
	if !w.yield(p) {
		w.stopped = true
	}
}

// The most that is taken of what a source says of itself; no honest one comes near.
const (
	maxLabel   = 1 << 10 // bytes of a title, an outlet or an author
	maxURL     = 8 << 10 // bytes
	maxToken   = 256     // bytes of an ID, a language or a date
	maxAuthors = 100
)

// safe makes everything harmless. Names that are too long are cut; an ID, a link
// or a date that is would be another one if it were cut, and is left out.
func (m Meta) safe() Meta {
	for _, s := range []*string{&m.Title, &m.Outlet} {
		*s = cutLabel(safe.Field(*s))
	}
	for s, most := range map[*string]int{&m.ID: maxToken, &m.Language: maxToken, &m.Published: maxToken, &m.Modified: maxToken, &m.Shown: maxToken, &m.URL: maxURL} {
		if *s = safe.Field(*s); len(*s) > most {
			*s = ""
		}
	}
	var authors []string
	for _, a := range m.Authors[:min(len(m.Authors), maxAuthors)] {
		if a = cutLabel(safe.Field(a)); a != "" {
			authors = append(authors, a)
		}
	}
	m.Authors = authors
	return m
}

// cutLabel shortens a name to maxLabel.
func cutLabel(s string) string {
	if len(s) <= maxLabel {
		return s
	}
	return safe.Field(strings.ToValidUTF8(s[:maxLabel], "")) + "…"
}

// skip notes why something was not read. Beyond maxSkips in one file they are
// only counted.
func (w *walk) skip(source, place string, err error) {
	if w.here++; w.here <= maxSkips {
		w.note(source, place, err)
	}
}

// broken notes why the rest of an input was not read, however much of it was
// skipped before.
func (w *walk) broken(source, place string, cause error) {
	w.note(source, place, damaged(cause))
}

func (w *walk) note(source, place string, err error) {
	if w.ctx.Err() == nil {
		w.skips = append(w.skips, Skip{Source: source, Place: place, Err: err})
	}
}

// endFile closes the count of skips of one file of the disk.
func (w *walk) endFile(source string) {
	if n := w.here - maxSkips; n > 0 {
		w.skips = append(w.skips, Skip{Source: source, Err: fmt.Errorf("%w: %d more places in it were skipped", ErrDamaged, n)})
	}
	w.here = 0
}
