package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Rescue is what a repair saved.
type Rescue struct {
	Kept     string   // path of the file as it was, put aside
	Articles int      // in the new file, without those removed
	Lost     []string // what could not be read, a line each
	More     int      // losses beyond those listed
}

// maxLost is how many losses are listed.
const maxLost = 200

func (r *Rescue) lose(format string, args ...any) {
	if len(r.Lost) == maxLost {
		r.More++
		return
	}
	r.Lost = append(r.Lost, fmt.Sprintf(format, args...))
}

// repairWait is how long a repair waits for other programs to close the library.
const repairWait = 2 * time.Second

// Repair makes a new library of all that can be read of the one at path, puts it
// in its place and the old file beside it. Where something was lost, adding the
// same sources again brings back what they hold. It needs the library to itself.
func Repair(ctx context.Context, path string) (r Rescue, err error) {
	old := &Library{path: path}
	if err := old.openDamaged(ctx); err != nil {
		_ = old.db.Close() // the first fault is the one to tell
		if errors.Is(err, sqlite3.CORRUPT) {
			return r, fmt.Errorf("library %s: %w (%w)", path, errBeyondRepair, err)
		}
		return r, old.fault(err)
	}
	fresh := path + ".repair"
	if err := removeAll(fresh); err != nil {
		return r, errors.Join(old.fault(err), old.db.Close())
	}
	err = rebuild(ctx, old, fresh, &r)
	if err := errors.Join(err, old.db.Close()); err != nil {
		return r, errors.Join(err, removeAll(fresh))
	}
	if r.Kept, err = aside(path); err != nil {
		return r, old.fault(err)
	}
	return r, old.fault(os.Rename(fresh, path))
}

// openDamaged opens a library for a repair, and keeps all others out of it.
func (l *Library) openDamaged(ctx context.Context) (err error) {
	if err := touchable(l.path); err != nil {
		return err
	}
	name, err := address(l.path)
	if err != nil {
		return err
	}
	if l.db, err = sqlite3.OpenFlags(name, sqlite3.OPEN_READWRITE|sqlite3.OPEN_URI); err != nil {
		return err
	}
	l.db.SetInterrupt(ctx)
	// A file that was cut short can be read with this only.
	if _, err := l.db.Config(sqlite3.DBCONFIG_WRITABLE_SCHEMA, true); err != nil {
		return err
	}
	if err := firstError(l.db.BusyTimeout(repairWait), registerTokenizer(l.db)); err != nil {
		return err
	}
	version, err := number(l.db, "PRAGMA user_version")
	if err != nil {
		return err
	}
	if version > len(steps) {
		return ErrNewer
	}
	if err := known(l.db); err != nil {
		return err
	}
	err = l.db.Exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
	if errors.Is(err, sqlite3.CORRUPT) {
		return nil // nothing will be written to it
	}
	return err
}

// touchable reports what keeps a file from being written.
func touchable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return f.Close()
}

// removeAll removes a library, with the files that SQLite puts beside it.
func removeAll(path string) error {
	for _, suffix := range besides {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// besides ends the names of a library's files.
var besides = [...]string{"", "-wal", "-shm", "-journal"}

// aside gives a library another name and returns that.
func aside(path string) (kept string, err error) {
	kept = path + ".damaged"
	for i := 2; ; i++ {
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept = fmt.Sprintf("%s.damaged%d", path, i)
	}
	for _, suffix := range besides {
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return kept, nil
}
