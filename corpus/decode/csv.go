package decode

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// delimiters part the columns of a table, the surest sign of one first.
var delimiters = []rune{'\t', ';', ',', '|'}

const (
	maxColumns   = 500
	maxHeader    = 64 // bytes of a column's name
	sampledRows  = 20
	unnamedRows  = 3 // rows of one width that make a table without known columns
	leastColumns = 2
)

// tableShape finds the delimiter of a table with a header; ok is false where
// the head is not one.
func tableShape(head []byte, n names) (delimiter rune, ok bool) {
	most := 0
	for _, d := range delimiters {
		if score := tableScore(head, d, n); score > most {
			delimiter, most = d, score
		}
	}
	return delimiter, most > 0
}

// tableScore counts the known columns and the rows as wide as the header; 0 is
// no table.
func tableScore(head []byte, delimiter rune, n names) int {
	r := newTable(bytes.NewReader(head), delimiter)
	header, err := r.Read()
	if err != nil || len(header) < leastColumns || len(header) > maxColumns {
		return 0
	}
	known := 0
	for _, name := range header {
		if !columnName(name) {
			return 0
		}
		if n.knows(name) {
			known++
		}
	}
	width, rows, alike := len(header), 0, 0
	for rows < sampledRows {
		row, err := r.Read()
		if err != nil || int(r.InputOffset()) >= len(head) && rows > 0 && len(head) == headSize {
			break // the last row may be cut
		}
		rows++
		if len(row) == width {
			alike++
		}
	}
	switch {
	case known >= 2 && 2*alike >= rows, known == 1 && rows > 0 && alike*10 >= rows*9:
		return 100*known + alike + 1
	case width > leastColumns && rows >= unnamedRows && alike == rows:
		return 1
	}
	return 0
}

// columnName reports whether a cell may name a column, as against a sentence.
func columnName(s string) bool {
	if s = strings.TrimSpace(s); len(s) > maxHeader || len(strings.Fields(s)) > 4 || endsSentence(s) {
		return false
	}
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '_' && r != '#' && r != '@' && (i == 0 || !unicode.IsDigit(r) && !strings.ContainsRune(" .-:/()", r)) {
			return false
		}
	}
	return true
}

func newTable(r io.Reader, delimiter rune) *csv.Reader {
	t := csv.NewReader(r)
	t.Comma, t.LazyQuotes, t.FieldsPerRecord = delimiter, true, -1
	return t
}

// table reads CSV or TSV row by row.
func (w *walk) table(in *input) {
	head, _ := in.r.Peek(headSize)
	delimiter, _ := tableShape(utf8Head(head), w.names)
	limit := &element{r: w.inUTF8(in), left: w.opts.MaxFile, max: w.opts.MaxFile}
	t := newTable(limit, delimiter)
	header, err := t.Read()
	if err != nil {
		w.skip(in.source, "line 1", damaged(err))
		return
	}
	for i := range header {
		header[i] = strings.Clone(strings.TrimSpace(header[i]))
	}
	if !w.headed(in, header) {
		return
	}
	for n := 1; !w.done(); n++ {
		limit.left = limit.max
		at := t.InputOffset()
		row, err := t.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err == nil && t.InputOffset()-at > limit.max {
			err = errLong
		}
		place := fmt.Sprintf("row %d", n)
		if err != nil {
			if errors.Is(err, errLong) {
				err = tooLarge("row", w.opts.MaxFile)
			}
			w.broken(in.source, place, err)
			return
		}
		line, _ := t.FieldPos(0)
		w.row(in, n, fmt.Sprintf("line %d", line), header, row)
	}
}

// headed says once for the whole table that no column holds a text.
func (w *walk) headed(in *input, header []string) bool {
	members := map[string]any{}
	for _, name := range header {
		members[name] = "x"
	}
	r := newRecord(members)
	if w.names.holds(r, "text") || w.names.holds(r, "title") {
		return true
	}
	w.skip(in.source, "line 1", fmt.Errorf("%w: no column for the text among %s; say which holds it with --field text=COLUMN", ErrNoArticle, r.list()))
	return false
}

func (w *walk) row(in *input, n int, place string, header, row []string) {
	members := make(map[string]any, len(header))
	for i, cell := range row {
		if i < len(header) && members[header[i]] == nil && strings.TrimSpace(cell) != "" {
			members[header[i]] = cell
		}
	}
	p, err := w.names.page(newRecord(members))
	if err != nil {
		w.skip(in.source, place, fmt.Errorf("%w: the row has no text", ErrNoArticle))
		return
	}
	p.Format, p.Record = string(fmtTable), n
	w.page(in, p)
}

// inUTF8 is the input's reader, decoded by what its head shows.
func (w *walk) inUTF8(in *input) io.Reader {
	head, _ := in.r.Peek(headSize)
	if in.utf8 || utf8.Valid(wholeRunes(head)) {
		return in.r
	}
	if _, bad := census(head); bad*20 < len(head)/100 {
		return in.r // a few broken bytes
	}
	return bufio.NewReader(guess(head).NewDecoder().Reader(in.r))
}

// utf8Head is a head in UTF-8.
func utf8Head(head []byte) []byte {
	if utf8.Valid(wholeRunes(head)) {
		return head
	}
	return []byte(toUTF8(head, "", false))
}

// wholeRunes cuts a character that the end of a head has cut.
func wholeRunes(head []byte) []byte {
	for n := 1; n < utf8.UTFMax && n < len(head); n++ {
		if c := head[len(head)-n]; utf8.RuneStart(c) {
			if !utf8.FullRune(head[len(head)-n:]) {
				return head[:len(head)-n]
			}
			break
		}
	}
	return head
}
