package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Backup writes a copy of the library, as it stands at one moment, to a file that
// must not be there yet. Others may read and write the library meanwhile. The copy
// is a library itself, and its owner's alone.
func (l *Library) Backup(ctx context.Context, file string) error {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backup %s: there is such a file: name a new one", file)
	}
	// It gets its name when it is whole.
	part, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".part*")
	if err != nil {
		return fmt.Errorf("backup %s: %w", file, plain(err, filepath.Dir(file)))
	}
	defer func() { _ = os.Remove(part.Name()) }() // is gone where it has its name
	var fault error                               // of the copy, not of the library
	err = l.do(ctx, func() error { fault = l.exec("VACUUM INTO ?", part.Name()); return nil })
	if fault != nil {
		fault = fmt.Errorf("backup %s: %w", file, plain(fault, filepath.Dir(file)))
	}
	if err := errors.Join(err, fault, part.Sync(), part.Close()); err != nil {
		return err
	}
	if err := os.Link(part.Name(), file); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(part.Name(), file) // where the disk knows no links
}
