package decode

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

const (
	warcMark   = "WARC/"
	maxHeading = 64 << 10 // bytes of a record's header lines
)

// warc reads the records of a WARC or WET file one by one. Redirects, pictures,
// styles and what else a crawl holds by its nature are passed over.
func (w *walk) warc(in *input) {
	c := &warcReader{r: in.r, max: w.opts.MaxFile}
	before := w.pages + w.here
	for n := 1; !w.done(); n++ {
		rec, err := c.next()
		if errors.Is(err, io.EOF) {
			break
		}
		place := fmt.Sprintf("record %d", n)
		switch {
		case rec.tooLong:
			w.skip(in.source, place, tooLarge("record", w.opts.MaxFile))
		case rec.fault != nil:
			w.skip(in.source, place, rec.fault)
		}
		if rec.body != nil {
			w.crawled(in, n, place, rec)
		}
		if err != nil {
			w.broken(in.source, place, err)
			break
		}
	}
	if w.pages+w.here == before && !w.done() {
		w.skip(in.source, "", fmt.Errorf("%w: no page among its records", ErrNoArticle))
	}
}

// warcRecord is one record; body is nil where it could not be had.
type warcRecord struct {
	header  fields
	body    []byte
	tooLong bool
	fault   error
}

// fields are header lines by name in lower case.
type fields map[string]string

// warcReader reads records, and finds the next one where a length is wrong.
type warcReader struct {
	r   *bufio.Reader
	max int64
}

func (c *warcReader) next() (warcRecord, error) {
	rec := warcRecord{}
	for junk := 0; ; junk++ {
		text, _, err := line(c.r, maxHeading)
		if bytes.HasPrefix(text, []byte(warcMark)) {
			break
		}
		if err != nil {
			return rec, err
		}
		if len(text) > 0 && rec.fault == nil {
			rec.fault = fmt.Errorf("%w: a record begins where none is expected", ErrDamaged)
		}
	}
	var err error
	if rec.header, err = readFields(c.r); err != nil {
		return rec, err
	}
	length, bad := strconv.ParseInt(rec.header["content-length"], 10, 64)
	if bad != nil || length < 0 {
		length = 0 // what follows is read up to the next record
	}
	if length > c.max {
		rec.tooLong = true
		_, err = io.CopyN(io.Discard, c.r, length)
		return rec, cut(err)
	}
	rec.body, err = io.ReadAll(io.LimitReader(c.r, length))
	if err == nil && !c.atEnd() {
		rec.body = c.mend(rec.body)
		return rec, nil
	}
	if err == nil && int64(len(rec.body)) < length {
		err = io.ErrUnexpectedEOF
	}
	return rec, err
}

func cut(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// atEnd reports whether a record or the file ends here.
func (c *warcReader) atEnd() bool {
	peek, _ := c.r.Peek(16)
	rest := bytes.TrimLeft(peek, "\r\n")
	return len(rest) == 0 || len(rest) < len(peek) && bytes.HasPrefix(rest, []byte(warcMark)[:min(len(rest), len(warcMark))])
}

// mend finds the true end of a body whose length was wrong: inside it, if it
// swallowed the next record, which is put back; else at the next record.
func (c *warcReader) mend(body []byte) []byte {
	if i := bytes.Index(body, []byte("\n\r\n"+warcMark)); i >= 0 {
		c.r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(body[i+1:]), c.r), headSize)
		return bytes.TrimRight(body[:i], "\r\n")
	}
	for int64(len(body)) < c.max {
		if peek, _ := c.r.Peek(len(warcMark)); len(peek) == 0 || string(peek) == warcMark {
			break
		}
		part, err := c.r.ReadSlice('\n')
		body = append(body, part...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			break
		}
	}
	return bytes.TrimRight(body, "\r\n")
}

// readFields reads header lines up to a blank one.
func readFields(r *bufio.Reader) (fields, error) {
	f, size, last := fields{}, 0, ""
	for {
		text, _, err := line(r, maxHeading)
		size += len(text)
		if len(text) == 0 && err == nil || size > maxHeading {
			return f, nil
		}
		if err != nil {
			return f, cut(err)
		}
		name, value, ok := strings.Cut(string(text), ":")
		switch {
		case text[0] == ' ' || text[0] == '\t':
			f[last] += " " + strings.TrimSpace(string(text))
		case ok:
			last = strings.ToLower(strings.TrimSpace(name))
			f[last] = strings.TrimSpace(value)
		}
	}
}

// crawled hands on the page of a record, if it is one.
func (w *walk) crawled(in *input, n int, place string, rec warcRecord) {
	about := webPage{format: fmtWARC, record: n, place: place, url: strings.Trim(rec.header["warc-target-uri"], "<>")}
	body, kind := rec.body, rec.header["content-type"]
	switch rec.header["warc-type"] {
	case "response":
		if strings.HasPrefix(kind, "application/http") {
			var ok bool
			if body, kind, ok = httpBody(body); !ok {
				return
			}
		}
	case "resource", "conversion":
	default:
		return
	}
	kind, params, _ := strings.Cut(strings.ToLower(kind), ";")
	about.charset = charsetName([]byte(after(params, "charset=")))
	switch kind = strings.TrimSpace(kind); {
	case kind == "text/plain" && len(bytes.TrimSpace(body)) > 0:
		w.page(in, Page{Record: n, Format: string(fmtWARC), Raw: true, Text: mendTwice(toUTF8(body, about.charset, false)), Meta: Meta{URL: about.url}})
	case kind == "text/html" || kind == "application/xhtml+xml" || kind == "" && looksHTML(body[:min(len(body), headSize)]):
		w.webPage(in, body, about)
	}
}

func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}

// httpBody is the content of an HTTP response and its type; ok is false where
// it is not a success.
func httpBody(response []byte) (body []byte, kind string, ok bool) {
	r := bufio.NewReader(bytes.NewReader(response))
	status, _, err := line(r, maxHeading)
	if _, code, _ := strings.Cut(string(status), " "); err != nil || !strings.HasPrefix(strings.TrimSpace(code), "2") {
		return nil, "", false
	}
	header, err := readFields(r)
	if err != nil {
		return nil, "", false
	}
	body, _ = io.ReadAll(r)
	if strings.Contains(strings.ToLower(header["transfer-encoding"]), "chunked") {
		if whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body))); err == nil && len(whole) > 0 {
			body = whole // else the crawler has joined the chunks and kept the header
		}
	}
	return inflated(body, int64(len(response))), header["content-type"], true
}

// inflated undoes gzip as HTTP uses it, up to the common ratio of a page.
func inflated(body []byte, size int64) []byte {
	if !bytes.HasPrefix(body, []byte("\x1F\x8B")) {
		return body
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return body
	}
	out, _ := io.ReadAll(io.LimitReader(z, max(ratioFloor, size)))
	return out
}
