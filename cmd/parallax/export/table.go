package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"parallax/model"
	"parallax/model/safe"
)

// CSV writes a line a passage, in the order of the rows; the first line names
// the columns. Offsets are bytes in the article's text. A text that a
// spreadsheet would take for a formula begins with an apostrophe.
func CSV(w io.Writer, c model.Comparison) error {
	t := csv.NewWriter(w)
	if err := t.Write(strings.Fields("event row relation outlet language date url title article start end text conflicts")); err != nil {
		return err
	}
	s := newSheet(c)
	for i, r := range c.Rows {
		for j, cell := range r.Cells {
			if cell == nil {
				continue
			}
			from := s.Reports[j]
			line := []string{
				c.Event.ID, strconv.Itoa(i + 1), string(r.Relation), from.Outlet, from.Language, from.Date, from.URL, from.Title, cell.Article,
				strconv.Itoa(cell.Span.Start), strconv.Itoa(cell.Span.End), cell.Text, strings.Join(s.Rows[i].Notes, "; "),
			}
			for k := range line {
				line[k] = inert(safe.Field(line[k]))
			}
			if err := t.Write(line); err != nil {
				return err
			}
		}
	}
	t.Flush()
	return t.Error()
}

// inert keeps a field from being run as a formula: OWASP's rule for CSV.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
