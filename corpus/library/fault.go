package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

// ErrDamaged is a library whose file is not whole.
var ErrDamaged = errors.New("is damaged: doctor --repair makes a whole one of what can be read, and keeps this file")

// errBeyondRepair is a library of which nothing can be read.
var errBeyondRepair = errors.New("cannot be repaired, as its first page is damaged: use a backup of it, or add its sources to a new one")

// errOldUnwritable is an older library that cannot be brought up to date.
var errOldUnwritable = errors.New("was written by an older parallax and cannot be brought up to date where it cannot be written: copy it to a folder of your own")

// fault names the library in an error and says it in words.
func (l *Library) fault(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("library %s: %w", l.path, plain(err, filepath.Dir(l.path)))
}

// plain says in words what SQLite and the system say in codes of a file in a
// folder.
func plain(err error, dir string) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, sqlite3.NOTADB):
		return ErrForeign
	case errors.Is(err, sqlite3.INTERRUPT), errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		return fmt.Errorf("is in use by another program: try again when that is done (%w)", err)
	case errors.Is(err, sqlite3.CORRUPT):
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	case errors.Is(err, sqlite3.FULL), noSpace(err), errors.Is(err, sqlite3.IOERR) && full(dir):
		return fmt.Errorf("the disk is full: make room and run the same command again; what was written before is kept (%w)", err)
	case unwritable(err):
		return fmt.Errorf("cannot be written: check who owns the file and its folder, or name another with --library (%w)", err)
	case errors.Is(err, sqlite3.IOERR):
		return fmt.Errorf("the disk fails to read or write it: check the disk, and keep a copy of the file (%w)", err)
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

func noSpace(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// full reports whether the disk of a folder is: SQLite does not always say why it
// could not write.
func full(dir string) bool {
	f, err := os.CreateTemp(dir, ".parallax")
	if err != nil {
		return noSpace(err)
	}
	defer func() { _ = os.Remove(f.Name()) }()
	_, err = f.Write(make([]byte, 64<<10))
	return noSpace(errors.Join(err, f.Close()))
}

// unwritable reports whether an error says that a file may not be written.
func unwritable(err error) bool {
	return errors.Is(err, sqlite3.READONLY) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
