package main

import (
	"bufio"
	"encoding/json"
	"io"
)

// writeArray writes one JSON array, an element a line.
func writeArray[T any](w io.Writer, items []T) error {
	b := bufio.NewWriter(w)
	b.WriteString("[")
	for i := range items {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n")
		if err := writeJSON(b, items[i]); err != nil {
			return err
		}
	}
	if len(items) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	return b.Flush()
}

// stream writes a list whose end is not known yet: as text, or as the JSON array
// that [writeArray] writes.
type stream[T any] struct {
	w      io.Writer
	asJSON bool
	text   func(io.Writer, []T) error
	n      int
}

func newStream[T any](w io.Writer, asJSON bool, text func(io.Writer, []T) error) *stream[T] {
	return &stream[T]{w: w, asJSON: asJSON, text: text}
}

func (s *stream[T]) write(items []T) error {
	if !s.asJSON {
		return s.text(s.w, items)
	}
	b := bufio.NewWriter(s.w)
	for i := range items {
		b.WriteString(map[bool]string{true: "[\n", false: ",\n"}[s.n == 0])
		s.n++
		if err := writeJSON(b, items[i]); err != nil {
			return err
		}
	}
	return b.Flush()
}

// end closes the array.
func (s *stream[T]) end() error {
	var err error
	switch {
	case !s.asJSON:
	case s.n == 0:
		_, err = io.WriteString(s.w, "[]\n")
	default:
		_, err = io.WriteString(s.w, "\n]\n")
	}
	return err
}

// writeJSON writes a value on one line, characters as they are.
func writeJSON(w *bufio.Writer, v any) error {
	data, err := marshal(v)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func marshal(v any) ([]byte, error) {
	var b lineBuffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b[:len(b)-1], nil
}

type lineBuffer []byte

func (b *lineBuffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
