package library

import (
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// rows prepares a statement once, binds the arguments and calls row for each row.
func (l *Library) rows(sql string, args []any, row func(*sqlite3.Stmt) error) (err error) {
	s := l.prepared[sql]
	if s == nil {
		if s, _, err = l.db.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT); err != nil {
			return err
		}
		l.prepared[sql] = s
	}
	defer func() {
		if e := s.Reset(); err == nil {
			err = e
		}
	}()
	for i, arg := range args {
		if err := bind(s, i+1, arg); err != nil {
			return err
		}
	}
	for s.Step() {
		if err := row(s); err != nil {
			return err
		}
	}
	return s.Err()
}

// exec runs a statement that gives no rows.
func (l *Library) exec(sql string, args ...any) error {
	return l.rows(sql, args, func(*sqlite3.Stmt) error { return nil })
}

func bind(s *sqlite3.Stmt, n int, arg any) error {
	switch v := arg.(type) {
	case nil:
		return s.BindNull(n)
	case int:
		return s.BindInt(n, v)
	case int64:
		return s.BindInt64(n, v)
	case float64:
		return s.BindFloat(n, v)
	case bool:
		return s.BindBool(n, v)
	case string:
		return s.BindText(n, v)
	case []byte:
		return s.BindBlob(n, v)
	}
	return fmt.Errorf("cannot bind %T", arg)
}
