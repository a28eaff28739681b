package main

import (
	"context"
	"io"
	"os"
	"time"

	"parallax/model/query"
	"parallax/ui"
)

var (
	_ ui.Living = (*shelfDesk)(nil)
	_ ui.Living = (*keptDesk)(nil)
	_ ui.Living = (*openingDesk)(nil)
)

// Changed reports whether another program has written to the library, and takes in
// the reader's work as it now stands.
func (s *shelfDesk) Changed(ctx context.Context) (bool, error) {
	changed, err := s.lib.Changed(ctx)
	if !changed || err != nil {
		return false, err
	}
	work, err := s.lib.Work(ctx)
	if err != nil {
		return false, err
	}
	s.recall(work, true)
	return true, nil
}

// Changed reports whether the file of the library was written to, and reads it
// again.
func (k *keptDesk) Changed(ctx context.Context) (bool, error) {
	now := writtenAt(k.limits.path())
	k.mu.RLock()
	same := now == k.written
	k.mu.RUnlock()
	if same {
		return false, nil
	}
	r, err := loadKept(ctx, stdio{err: io.Discard}, k.limits, query.Query{})
	if err != nil {
		return false, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.desk, k.written = newDesk(k.desk.name, k.about, r), now
	return true, nil
}

// written tells the states of a library's file apart.
type written struct {
	size, log       int64 // bytes of the file and of what is written ahead
	changed, logged time.Time
}

func writtenAt(path string) (w written) {
	if info, err := os.Stat(path); err == nil {
		w.size, w.changed = info.Size(), info.ModTime()
	}
	if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > 0 {
		w.log, w.logged = info.Size(), info.ModTime()
	}
	return w
}
