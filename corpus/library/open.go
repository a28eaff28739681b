package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"parallax/model/query"
)

// busyWait is how long one program waits for another's batch to be written.
const busyWait = 30 * time.Second

// Library is an open library. Its methods may be called from any goroutine.
type Library struct {
	path string

	mu       sync.Mutex // guards all below
	db       *sqlite3.Conn
	prepared map[string]*sqlite3.Stmt
	outlets  map[string]int64 // numbers of names met
}

// Path is where the library of this user is kept: a file in the XDG data folder.
func Path() string { return filepath.Join(xdg.DataHome, "parallax", "library.db") }

// Exists reports whether there is a file at the path.
func Exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// Open opens the library in the file at path, which is made where there is none.
// The error is, or wraps, [ErrNewer] or [ErrForeign] where the file is no library
// that this program can read.
func Open(ctx context.Context, path string) (*Library, error) {
	l := &Library{path: path, prepared: map[string]*sqlite3.Stmt{}, outlets: map[string]int64{}}
	if err := l.open(ctx); err != nil {
		_ = l.db.Close() // the first fault is the one to tell
		return nil, fmt.Errorf("library %s: %w", path, plain(err))
	}
	return l, nil
}

func (l *Library) open(ctx context.Context) (err error) {
	if err = touch(l.path); err != nil {
		return err
	}
	name, err := address(l.path)
	if err != nil {
		return err
	}
	if err = ctx.Err(); err != nil {
		return err
	}
	if l.db, err = sqlite3.OpenFlags(name, sqlite3.OPEN_READWRITE|sqlite3.OPEN_URI); err != nil {
		return err
	}
	if err = l.db.BusyTimeout(busyWait); err != nil {
		return err
	}
	if err = fts5.RegisterCustom(l.db, func(api *fts5.API) error {
		return api.CreateTokenizer("parallax", func([]string) (fts5.Tokenizer, error) { return tokenizer{}, nil })
	}); err != nil {
		return err
	}
	version, err := number(l.db, "PRAGMA user_version")
	if err != nil {
		return err
	}
	if version > len(steps) {
		return ErrNewer
	}
	if err = known(l.db); err != nil {
		return err
	}
	// The size of a page can be chosen only before the first is written.
	if err = l.db.Exec(`PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
		PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY`); err != nil {
		return err
	}
	return migrate(l.db, steps)
}

// address is the URI of a file. It says that the files SQLite puts beside it are
// as private as the library.
func address(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	uri := filepath.ToSlash(path)
	if !strings.HasPrefix(uri, "/") {
		uri = "/" + uri // a drive of Windows
	}
	return "file://" + (&url.URL{Path: uri}).EscapedPath() + "?modeof=" + strings.ReplaceAll(url.QueryEscape(path), "+", "%20"), nil
}

// touch makes the file, and the folder it is in, for its owner alone.
func touch(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// plain says in words what SQLite and the system say in codes.
func plain(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, sqlite3.NOTADB):
		return ErrForeign
	case errors.Is(err, sqlite3.BUSY):
		return fmt.Errorf("is in use by another program: try again when that is done (%w)", err)
	case errors.Is(err, sqlite3.CORRUPT):
		return fmt.Errorf("is damaged: keep a copy of the file, then add its sources to a new one (%w)", err)
	case errors.Is(err, sqlite3.FULL):
		return fmt.Errorf("the disk is full: make room and run the same command again (%w)", err)
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot be written: check who owns the file and its folder (%w)", err)
	case errors.Is(err, sqlite3.INTERRUPT):
		return context.Canceled
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

// Close closes the library.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.prepared {
		_ = s.Close() // says again what its last step said
	}
	clear(l.prepared)
	return l.db.Close()
}

// tokenizer lets FTS5 see the words that [query.Tokens] sees.
type tokenizer struct{}

// Tokenize implements [fts5.Tokenizer].
func (tokenizer) Tokenize(flags fts5.TokenizeFlag, text, _ string, token fts5.TokenCallback) error {
	var err error
	query.Tokens(text, flags&fts5.TOKENIZE_QUERY != 0, func(t query.Token) bool {
		var beside fts5.TokenFlag
		if t.Beside {
			beside = fts5.TOKEN_COLOCATED
		}
		err = token(beside, t.Text, t.Start, t.End)
		return err == nil
	})
	return err
}

// do runs f with the connection to itself; it is broken off when ctx ends.
func (l *Library) do(ctx context.Context, f func() error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	old := l.db.SetInterrupt(ctx)
	defer l.db.SetInterrupt(old)
	if err := f(); err != nil {
		return fmt.Errorf("library %s: %w", l.path, plain(err))
	}
	return nil
}

// write runs f in one transaction, which no end of a context breaks off.
func (l *Library) write(f func() error) error {
	return l.do(context.Background(), func() (err error) {
		tx, err := l.db.BeginImmediate()
		if err != nil {
			return err
		}
		defer tx.End(&err)
		return f()
	})
}

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
