package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// Count is a value and how many articles have it.
type Count struct {
	Value string
	N     int
}

// Health is what a library holds and what is amiss with it.
type Health struct {
	Articles, Versions, Removed, Files int
	Languages, Outlets, Years          []Count // most articles first; "" is unknown. Years in order
	NoDate, UnsureDate                 int     // articles without a year; with any other date that is not sure
	NoLanguage, NoOutlet               int     // articles
	SetByReader                        int     // articles
	Judged, Notes                      int     // pairs of sentences with a verdict; notes
	Bookmarks, Decisions               int     // articles; pairs joined or split
	Skipped                            []Skip
	Faults                             []string // found by looking at every page of the file; none is well
}

// Skip is an input that was not read, and why.
type Skip struct{ Source, Place, Reason string }

// Line is the skip on one line.
func (s Skip) Line() string {
	if s.Place == "" {
		return s.Source + ": " + s.Reason
	}
	return s.Source + ", " + s.Place + ": " + s.Reason
}

// Doctor looks the whole library over.
func (l *Library) Doctor(ctx context.Context) (h Health, err error) {
	err = l.do(ctx, func() error {
		for _, look := range []func(*Health) error{l.countAll, l.countBy, l.countWork, l.listSkips, l.integrity, l.texts, l.columns} {
			if err := look(&h); errors.Is(err, sqlite3.CORRUPT) {
				h.Faults = append(h.Faults, err.Error())
			} else if err != nil {
				return err
			}
		}
		return nil
	})
	return h, err
}

// texts looks for texts that are not as they were read.
func (l *Library) texts(h *Health) error {
	return l.rows("SELECT n, hash, text FROM texts WHERE text != ''", nil, func(s *sqlite3.Stmt) error {
		if n := s.ColumnInt64(0); !bytes.Equal(s.ColumnRawBlob(1), digest(s.ColumnText(2))) && len(h.Faults) < maxFaults {
			h.Faults = append(h.Faults, fmt.Sprintf("text %d of article %d in the file is not as it was read", n&maxVersions, n>>16))
		}
		return nil
	})
}

// columns looks for articles and events that are not counted as they are.
func (l *Library) columns(h *Health) error {
	found := func(fault string) {
		if len(h.Faults) < maxFaults {
			h.Faults = append(h.Faults, fault)
		}
	}
	return firstOf(
		func() error { return articlesKept.faults(l, found) },
		func() error { return eventsKept.faults(l, found) },
	)
}

// maxFaults is how many faults are listed.
const maxFaults = 100

func (l *Library) countAll(h *Health) error {
	for sql, into := range map[string]*int{
		"SELECT count(*) FROM articles WHERE removed = 0":                                                              &h.Articles,
		"SELECT count(*) FROM texts t WHERE (SELECT removed FROM articles WHERE n = t.n >> 16) = 0":                    &h.Versions,
		"SELECT count(*) FROM articles WHERE removed = 1":                                                              &h.Removed,
		"SELECT count(*) FROM files":                                                                                   &h.Files,
		"SELECT count(*) FROM articles WHERE removed = 0 AND last_day IS NULL":                                         &h.NoDate,
		"SELECT count(*) FROM articles WHERE removed = 0 AND last_day IS NOT NULL AND unsure":                          &h.UnsureDate,
		"SELECT count(*) FROM articles WHERE removed = 0 AND language IN ('', 'und')":                                  &h.NoLanguage,
		"SELECT count(*) FROM articles a JOIN outlets o ON o.n = a.outlet WHERE removed = 0 AND name=''":               &h.NoOutlet,
		"SELECT count(*) FROM articles WHERE removed = 0 AND coalesce(set_date, set_outlet, set_language) IS NOT NULL": &h.SetByReader,
	} {
		if err := l.rows(sql, nil, func(s *sqlite3.Stmt) error { *into = s.ColumnInt(0); return nil }); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) countBy(h *Health) error {
	for sql, into := range map[string]*[]Count{
		"SELECT language, count(*) FROM articles WHERE removed = 0 GROUP BY 1 ORDER BY 2 DESC, 1":                                                   &h.Languages,
		"SELECT o.name, count(*) FROM articles a JOIN outlets o ON o.n = a.outlet WHERE removed = 0 GROUP BY 1 ORDER BY 2 DESC, 1":                  &h.Outlets,
		"SELECT strftime('%Y', sort * 86400, 'unixepoch'), count(*) FROM articles WHERE removed = 0 AND last_day IS NOT NULL GROUP BY 1 ORDER BY 1": &h.Years,
	} {
		if err := l.rows(sql, nil, func(s *sqlite3.Stmt) error {
			*into = append(*into, Count{s.ColumnText(0), s.ColumnInt(1)})
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) countWork(h *Health) error {
	w, err := l.work()
	h.Judged, h.Notes, h.Bookmarks, h.Decisions = len(w.Judgements), len(w.Notes), len(w.Bookmarks), len(w.Decisions)
	return err
}

func (l *Library) listSkips(h *Health) error {
	return l.rows("SELECT source, place, reason FROM skips ORDER BY file, rowid", nil, func(s *sqlite3.Stmt) error {
		h.Skipped = append(h.Skipped, Skip{s.ColumnText(0), s.ColumnText(1), s.ColumnText(2)})
		return nil
	})
}

// integrity looks for faults: of the file, of the index, and of what belongs
// together across tables.
func (l *Library) integrity(h *Health) error {
	fault := func(format string) func(*sqlite3.Stmt) error {
		return func(s *sqlite3.Stmt) error {
			if what := s.ColumnText(0); what != "ok" { // all that SQLite says where nothing is amiss
				h.Faults = append(h.Faults, fmt.Sprintf(format, what))
			}
			return nil
		}
	}
	for _, check := range []struct{ sql, fault string }{
		{"PRAGMA integrity_check(20)", "%s"},
		{"SELECT id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM texts WHERE n = a.n << 16 | a.version) LIMIT 20", "article %s has no text"},
		{"SELECT id FROM articles WHERE removed = 0 AND n NOT IN (SELECT rowid FROM search) LIMIT 20", "article %s is not in the index of words"},
		{"SELECT rowid FROM search WHERE rowid NOT IN (SELECT n FROM articles WHERE removed = 0) LIMIT 20", "the index of words holds row %s, which is no article"},
		{"SELECT n FROM texts t WHERE NOT EXISTS (SELECT 1 FROM articles WHERE n = t.n >> 16) LIMIT 20", "text %s belongs to no article"},
		{"SELECT article FROM places p WHERE NOT EXISTS (SELECT 1 FROM articles WHERE n = p.article) LIMIT 20", "a place belongs to article %s, which is not there"},
		{"SELECT id FROM articles a WHERE NOT EXISTS (SELECT 1 FROM outlets WHERE n = a.outlet) LIMIT 20", "article %s has an outlet without a name"},
		{"SELECT id FROM articles WHERE removed = 0 AND n NOT IN (SELECT n FROM grouped) AND n NOT IN (SELECT n FROM pending) LIMIT 20", "article %s has no event and waits for none"},
		{"SELECT n FROM grouped g WHERE NOT EXISTS (SELECT 1 FROM events WHERE n = g.event) LIMIT 20", "article %s belongs to an event that is not there"},
		{"SELECT a.id FROM grouped g JOIN articles a ON a.n = g.n WHERE g.event NOT IN (SELECT n FROM events) LIMIT 20", "article %s belongs to an event that is not there"},
		{"SELECT id FROM events e WHERE reports <> (SELECT count(*) FROM grouped WHERE event = e.n) LIMIT 20", "event %s does not have the reports that it counts"},
		{"SELECT id FROM articles a WHERE removed = 0 AND n NOT IN (SELECT n FROM grouped) AND n NOT IN (SELECT n FROM pending) LIMIT 20", "article %s belongs to no event and waits for none"},
	} {
		if err := l.rows(check.sql, nil, fault(check.fault)); err != nil {
			return err
		}
	}
	if err := l.exec("INSERT INTO search(search) VALUES('integrity-check')"); err != nil {
		h.Faults = append(h.Faults, "the index of words: "+err.Error())
	}
	return nil
}
