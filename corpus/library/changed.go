package library

import "context"

// Changed reports whether another program, or another connection of this one, has
// written to the library since this was last asked; false the first time.
func (l *Library) Changed(ctx context.Context) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := number(l.db, "PRAGMA data_version")
	if err != nil {
		return false, l.fault(err)
	}
	changed := l.version != 0 && n != l.version
	l.version = n
	return changed, nil
}
