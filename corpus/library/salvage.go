package library

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// salvaged is a table to be read out of a damaged file, its columns in order, by
// a key of one column.
type salvaged struct {
	table, key string
	columns    []string
	// between lists the keys that may lie between two others, where keys can be
	// guessed; nil where they cannot.
	between func(low, high int64) []int64
}

// salvage hands every row on that can be read, in no order that can be relied on,
// and reports whether some could not be. It reads forwards to the first page that
// is damaged, backwards to the last one, and tries each key that lies between. The
// error is that of row.
func salvage(db *sqlite3.Conn, t salvaged, row func([]any) error) (lost bool, err error) {
	selects := "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.table
	var low, high any
	read := func(order string, last *any, stop any) (whole bool, err error) {
		return scanRows(db, selects+" ORDER BY "+t.key+order, nil, func(values []any) (bool, error) {
			if stop != nil && sameKey(values[0], stop) {
				return false, nil
			}
			*last = values[0]
			return true, row(values)
		})
	}
	whole, err := read("", &low, nil)
	if whole || err != nil {
		return false, err
	}
	if whole, err = read(" DESC", &high, low); whole || err != nil {
		return false, err
	}
	from, okFrom := low.(int64)
	to, okTo := high.(int64)
	if t.between == nil || low != nil && !okFrom || !okTo {
		return true, nil
	}
	for _, key := range t.between(from, to) {
		if _, err = scanRows(db, selects+" WHERE "+t.key+" = ?", []any{key}, func(values []any) (bool, error) { return true, row(values) }); err != nil {
			return true, err
		}
	}
	return true, nil
}

func sameKey(a, b any) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

// scanRows hands rows on until there are no more, one cannot be read or row says
// so; whole is false where one could not be read. The error is that of row, or one
// that has nothing to do with damage.
func scanRows(db *sqlite3.Conn, sql string, args []any, row func([]any) (bool, error)) (whole bool, err error) {
	s, _, err := db.Prepare(sql)
	if err != nil {
		return false, unless(err)
	}
	defer s.Close()
	for i, arg := range args {
		if err := bind(s, i+1, arg); err != nil {
			return false, err
		}
	}
	for s.Step() {
		values := make([]any, s.ColumnCount())
		for i := range values {
			values[i] = anyColumn(s, i)
		}
		more, err := row(values)
		if !more || err != nil {
			return true, err
		}
	}
	return s.Err() == nil, unless(s.Err())
}

// unless is the error unless it is one of a damaged file.
func unless(err error) error {
	if errors.Is(err, sqlite3.CORRUPT) || errors.Is(err, sqlite3.NOTADB) || errors.Is(err, sqlite3.IOERR) || errors.Is(err, sqlite3.ERROR) {
		return nil
	}
	return err
}

// anyColumn is the value of a column as [bind] takes it.
func anyColumn(s *sqlite3.Stmt, column int) any {
	switch s.ColumnType(column) {
	case sqlite3.INTEGER:
		return s.ColumnInt64(column)
	case sqlite3.FLOAT:
		return s.ColumnFloat(column)
	case sqlite3.TEXT:
		return s.ColumnText(column)
	case sqlite3.BLOB:
		return s.ColumnBlob(column, nil)
	}
	return nil
}

// shared lists the columns that a table has in the damaged file, of those that it
// has in a whole one, the key first; none where it is not there.
func shared(damaged, whole *sqlite3.Conn, table, key string) (columns []string) {
	have := map[string]bool{}
	for _, c := range columnsOf(damaged, table) {
		have[c] = true
	}
	if !have[key] {
		return nil
	}
	columns = []string{key}
	for _, c := range columnsOf(whole, table) {
		if have[c] && c != key {
			columns = append(columns, c)
		}
	}
	return columns
}

func columnsOf(db *sqlite3.Conn, table string) (columns []string) {
	_, _ = scanRows(db, fmt.Sprintf("SELECT name FROM pragma_table_info('%s')", table), nil, func(values []any) (bool, error) {
		columns = append(columns, fmt.Sprint(values[0]))
		return true, nil
	})
	return columns
}
