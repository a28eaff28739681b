package decode

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxNest is how deep an article may lie in a JSON document.
const maxNest = 8

// json reads one object, an array of any length, or one value after another,
// a line each or not.
func (w *walk) json(in *input) {
	head, _ := in.r.Peek(headSize)
	if bytes.TrimLeft(head, " \t\r\n")[0] == '[' {
		w.array(in)
		return
	}
	first, long, err := line(in.r, w.opts.MaxFile)
	for err == nil && !long && len(bytes.TrimSpace(first)) == 0 {
		first, long, err = line(in.r, w.opts.MaxFile)
	}
	if long || json.Valid(first) {
		w.lines(in, first, long)
		return
	}
	if second, long2, _ := line(in.r, w.opts.MaxFile); !long2 && len(second) > 0 {
		rest := io.MultiReader(bytes.NewReader(append(second, '\n')), in.r)
		if looksJSON(second) && json.Valid(second) {
			in.r = bufio.NewReaderSize(rest, headSize)
			w.lines(in, first, false)
			return
		}
		w.values(in, io.MultiReader(bytes.NewReader(append(first, '\n')), rest))
		return
	}
	w.values(in, io.MultiReader(bytes.NewReader(append(first, '\n')), in.r))
}

// lines reads JSONL: a broken line costs itself alone. first has been read.
func (w *walk) lines(in *input, first []byte, long bool) {
	text, err := first, error(nil)
	for n := 1; !w.done(); n++ {
		place := fmt.Sprintf("line %d", n)
		switch {
		case long:
			w.skip(in.source, place, tooLarge("line", w.opts.MaxFile))
		case len(bytes.TrimSpace(text)) > 0:
			w.jsonLine(in, n, place, text)
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				w.broken(in.source, place, err)
			}
			return
		}
		text, long, err = line(in.r, w.opts.MaxFile)
	}
}

func (w *walk) jsonLine(in *input, n int, place string, text []byte) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		w.skip(in.source, place, damaged(err))
		return
	}
	w.value(in, n, place, v)
}

// jsonDecoder reads values one after another, each no longer than MaxFile.
type jsonDecoder struct {
	*json.Decoder
	limit *element
}

func (w *walk) jsonDecoder(r io.Reader) jsonDecoder {
	limit := &element{r: r, left: w.opts.MaxFile, max: w.opts.MaxFile}
	dec := json.NewDecoder(limit)
	dec.UseNumber()
	return jsonDecoder{dec, limit}
}

// next is the next value; long says that it was read and is beyond the limit.
func (d jsonDecoder) next() (v any, long bool, err error) {
	d.limit.left = d.limit.max
	at := d.InputOffset()
	err = d.Decode(&v)
	return v, d.InputOffset()-at > d.limit.max, err
}

// array reads an array of any length; one element is held at a time.
func (w *walk) array(in *input) {
	dec := w.jsonDecoder(in.r)
	if _, err := dec.Token(); err != nil {
		w.jsonError(in, 0, err)
		return
	}
	n := 0
	for dec.More() && !w.done() {
		n++
		at := dec.InputOffset()
		v, long, err := dec.next()
		if err != nil {
			w.jsonError(in, at, err)
			return
		}
		if long {
			w.jsonError(in, at, errLong)
			continue
		}
		w.value(in, n, fmt.Sprintf("record %d", n), v)
	}
	if _, err := dec.Token(); err != nil && !w.done() {
		w.jsonError(in, dec.InputOffset(), err)
	} else if n == 0 {
		w.skip(in.source, "", fmt.Errorf("%w: the array is empty", ErrNoArticle))
	}
}

// values reads objects that are not a line each; one alone is a whole page.
func (w *walk) values(in *input, r io.Reader) {
	dec := w.jsonDecoder(r)
	for n := 1; dec.More() && !w.done(); n++ {
		at := dec.InputOffset()
		v, long, err := dec.next()
		if long && err == nil {
			err = errLong
		}
		if err != nil {
			w.jsonError(in, at, err)
			return
		}
		if n == 1 && !dec.More() {
			w.value(in, 0, "", v)
			return
		}
		w.value(in, n, fmt.Sprintf("record %d", n), v)
	}
}

func (w *walk) jsonError(in *input, at int64, err error) {
	if errors.Is(err, errLong) {
		w.skip(in.source, fmt.Sprintf("byte %d", at), tooLarge("JSON value", w.opts.MaxFile))
		return
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	w.broken(in.source, fmt.Sprintf("byte %d", at), err)
}

var errLong = errors.New("longer than the limit")

// element lets through as much as one value may be long; its reader refills it.
type element struct {
	r         io.Reader
	left, max int64
}

func (e *element) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, errLong
	}
	n, err := e.r.Read(p[:min(int64(len(p)), e.left)])
	e.left -= int64(n)
	return n, err
}

// value hands on the articles that a JSON value holds.
func (w *walk) value(in *input, n int, place string, v any) {
	found := w.names.headed(w.names.articles(v, 0))
	if len(found) == 0 {
		m, _ := v.(map[string]any)
		w.skip(in.source, place, noText(newRecord(m)))
		return
	}
	site := feedTitle(v)
	for _, r := range found {
		p, err := w.names.page(r)
		if err != nil {
			w.skip(in.source, place, err)
			continue
		}
		p.Meta.Outlet = firstOf(p.Meta.Outlet, site)
		p.Format, p.Record = string(fmtJSON), n
		w.page(in, p)
	}
}

// articles finds the records of a value: itself, if it has a text; else those
// that lie in it, in the order of its members' names; else itself, if it has a
// title and a date or link.
func (n names) articles(v any, depth int) []record {
	if depth > maxNest {
		return nil
	}
	switch v := v.(type) {
	case []any:
		var out []record
		for _, e := range v {
			out = append(out, n.articles(e, depth+1)...)
		}
		return out
	case map[string]any:
		r := newRecord(v)
		if n.holdsText(r) {
			return []record{r}
		}
		var out []record
		for _, k := range r.keys {
			out = append(out, n.articles(v[k], depth+1)...)
		}
		if len(out) == 0 && n.holds(r, "title") && (n.holds(r, "date") || n.holds(r, "url")) {
			return []record{r}
		}
		return out
	}
	return nil
}

// headed leaves out records without a title where others have one: the
// comments and captions that a document keeps beside its articles.
func (n names) headed(all []record) []record {
	titled := slices.DeleteFunc(slices.Clone(all), func(r record) bool { return !n.holds(r, "title") })
	if len(titled) == 0 {
		return all
	}
	return titled
}

// holdsText reports whether the record itself has a text, rather than an
// object or a list of records under a name that a text may have.
func (n names) holdsText(r record) bool {
	v := n.value(r, "text")
	if list, ok := v.([]any); ok {
		return !slices.ContainsFunc(list, func(e any) bool { return len(n.articles(e, maxNest)) > 0 && n.titled(e) })
	}
	if m, ok := v.(map[string]any); ok && n.titled(m) {
		return false
	}
	return scalar(v) != ""
}

func (n names) titled(v any) bool {
	m, ok := v.(map[string]any)
	return ok && n.holds(newRecord(m), "title")
}

// feedTitle is the title of a JSON Feed, "" of any other value.
func feedTitle(v any) string {
	m, _ := v.(map[string]any)
	if version, _ := m["version"].(string); !strings.HasPrefix(version, "https://jsonfeed.org/") {
		return ""
	}
	title, _ := m["title"].(string)
	return title
}
