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
