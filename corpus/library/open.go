package library

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/ncruces/go-sqlite3"
)

// busyWait is how long one program waits for another's batch to be written.
const busyWait = 30 * time.Second

// Library is an open library. Its methods may be called from any goroutine.
type Library struct {
	path string

	mu        sync.Mutex // guards all below
	db        *sqlite3.Conn
	prepared  map[string]*sqlite3.Stmt
	outlets   map[string]int64 // numbers of names met
	unindexed []indexed        // articles written in this transaction whose words are not
	shelf     *shelf           // as last asked for; nil before
	version   int              // of what others have written, as last asked for; 0 before
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
		return nil, l.fault(err)
	}
	return l, nil
}

func (l *Library) open(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := touch(l.path)
	if unwritable(err) && Exists(l.path) {
		return l.openToRead(ctx)
	}
	if err != nil {
		return err
	}
	if err := l.connect(ctx, sqlite3.OPEN_READWRITE, ""); err != nil {
		return err
	}
	// The size of a page can be chosen only before the first is written.
	if err := l.db.Exec(`PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
		PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY`); err != nil {
		return err
	}
	if err := migrate(l.db, steps); err != nil {
		return err
	}
	behind, err := number(l.db, "SELECT EXISTS(SELECT 1 FROM changed_articles) OR EXISTS(SELECT 1 FROM changed_events)")
	if err != nil || behind == 0 {
		return err
	}
	return l.write(ctx, func() error { return nil }) // its schema was older
}

// openToRead opens a library that cannot be written, as on a medium that is read
// only.
func (l *Library) openToRead(ctx context.Context) error {
	err := l.connect(ctx, sqlite3.OPEN_READONLY, "")
	if errors.Is(err, sqlite3.CANTOPEN) && !Exists(l.path+"-wal") {
		// Without a file beside it for locks; nobody else can write here either.
		_ = l.db.Close() // it holds nothing
		err = l.connect(ctx, sqlite3.OPEN_READONLY, "&immutable=1")
	}
	if err != nil {
		return err
	}
	if version, err := number(l.db, "PRAGMA user_version"); err != nil || version < len(steps) {
		return cmp.Or(err, errOldUnwritable)
	}
	return l.db.Exec("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
}

// connect opens the file and refuses what is no library of this version or an
// older one. Waiting for another program ends with ctx.
func (l *Library) connect(ctx context.Context, flags sqlite3.OpenFlag, how string) error {
	name, err := address(l.path)
	if err != nil {
		return err
	}
	db, err := sqlite3.OpenFlags(name+how, flags|sqlite3.OPEN_URI)
	if err != nil {
		return err
	}
	l.db = db
	defer db.SetInterrupt(db.SetInterrupt(ctx))
	if err := firstError(db.BusyTimeout(busyWait), registerTokenizer(db)); err != nil {
		return err
	}
	version, err := number(db, "PRAGMA user_version")
	if err != nil {
		return err
	}
	if version > len(steps) {
		return ErrNewer
	}
	return known(db)
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

// do runs f with the connection to itself; it is broken off when ctx ends.
func (l *Library) do(ctx context.Context, f func() error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	old := l.db.SetInterrupt(ctx)
	defer l.db.SetInterrupt(old)
	return l.fault(f())
}

// read runs f on the library as it stands at one moment, whatever other programs
// write meanwhile: a page of a list and the length of the list fit each other.
func (l *Library) read(ctx context.Context, f func() error) error {
	return l.do(ctx, func() error {
		if err := l.exec("BEGIN"); err != nil {
			return err
		}
		err := f()
		defer l.db.SetInterrupt(l.db.SetInterrupt(context.Background()))
		if l.db.GetAutocommit() {
			return err // a grave fault has ended the transaction
		}
		return cmp.Or(err, l.exec("ROLLBACK"))
	})
}

// write runs f in one transaction. While it waits for another program ctx breaks
// it off; once it writes nothing does.
func (l *Library) write(ctx context.Context, f func() error) error {
	return l.do(ctx, func() (err error) {
		tx, err := l.db.BeginImmediate()
		if err != nil {
			return cmp.Or(ctx.Err(), err)
		}
		defer l.db.SetInterrupt(l.db.SetInterrupt(context.Background()))
		defer func() {
			if tx.End(&err); err != nil {
				clear(l.outlets) // some may be of what was not written
				l.unindexed = nil
			}
		}()
		return firstOf(f, l.keepColumns)
	})
}

// firstOf runs steps until one fails.
func firstOf(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
