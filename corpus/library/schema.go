package library

import (
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// applicationID marks a SQLite file as a library ("prlx").
const applicationID = 0x70726c78

// ErrNewer is a library that a later parallax has written.
var ErrNewer = errors.New("was written by a newer parallax: update this one to open it")

// ErrForeign is a file that is no library.
var ErrForeign = errors.New("is not a library of parallax: name another file with --library, or if it was one use a backup of it")

// steps bring a library from one version of the schema to the next. What has
// been released is never changed: a step is added.
var steps = []string{
	`CREATE TABLE outlets(
		n    INTEGER PRIMARY KEY,
		name TEXT NOT NULL UNIQUE
	);
	CREATE TABLE articles(
		n          INTEGER PRIMARY KEY,
		id         TEXT NOT NULL UNIQUE,
		version    INTEGER NOT NULL,           -- of its text, from 1
		removed    INTEGER NOT NULL DEFAULT 0,
		-- as shown, for searches
		sort       INTEGER NOT NULL,           -- first day of the date, since 1970
		last_day   INTEGER,                    -- NULL where the year is unknown
		unsure     INTEGER NOT NULL,           -- the date is
		language   TEXT NOT NULL,
		outlet     INTEGER NOT NULL,
		-- as set by the reader
		set_date TEXT, set_outlet TEXT, set_language TEXT,
		-- as read
		source TEXT NOT NULL, part INTEGER NOT NULL, url TEXT NOT NULL, authors TEXT NOT NULL, agencies TEXT NOT NULL,
		read_language TEXT NOT NULL, confidence REAL NOT NULL, read_outlet TEXT NOT NULL,
		read_date TEXT NOT NULL, date_basis TEXT NOT NULL, saved TEXT NOT NULL
	);
	CREATE INDEX newest ON articles(removed, sort DESC, n, last_day, language, outlet, unsure);
	CREATE TABLE texts(                        -- every version of every article
		n     INTEGER PRIMARY KEY,             -- article * 65536 + version
		hash  BLOB NOT NULL,
		title TEXT NOT NULL, body INTEGER NOT NULL, text TEXT NOT NULL,
		added INTEGER NOT NULL                 -- seconds since 1970
	);
	CREATE INDEX hashes ON texts(hash);
	CREATE TABLE places(                       -- where pages were found
		key     BLOB PRIMARY KEY,
		article INTEGER NOT NULL,
		first   INTEGER NOT NULL               -- the place it was first found at: what that says now holds
	) WITHOUT ROWID;
	CREATE TABLE files(                        -- files read to their end
		path  TEXT PRIMARY KEY,
		size  INTEGER NOT NULL, changed INTEGER NOT NULL, hash BLOB NOT NULL,
		skips INTEGER NOT NULL
	) WITHOUT ROWID;
	CREATE TABLE skips(
		file TEXT NOT NULL, source TEXT NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL
	);
	CREATE INDEX skipped ON skips(file);
	CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, tokenize='parallax');
	INSERT INTO search(search, rank) VALUES('hashsize', 16777216);`,

	`CREATE TABLE work(                        -- what the reader has made of articles, as it stands
		key    TEXT PRIMARY KEY,               -- what it is and of what, see work.go
		action INTEGER NOT NULL,               -- that wrote it
		value  TEXT NOT NULL
	) WITHOUT ROWID;
	CREATE TABLE actions(                      -- all that the reader has done; nothing is ever taken out
		n       INTEGER PRIMARY KEY AUTOINCREMENT,
		at      INTEGER NOT NULL,              -- seconds since 1970
		what    TEXT NOT NULL,
		undoes  INTEGER, redoes INTEGER,       -- the action that this one takes back, or does again
		changes TEXT NOT NULL                  -- JSON, see action.go
	);`,

	eventSchema,

	countSchema,

	foundSchema,

	leadSchema,

	columnSchema,
}

// migrate brings the schema up to date in one transaction, or leaves everything
// as it was.
func migrate(db *sqlite3.Conn, steps []string) (err error) {
	version, err := number(db, "PRAGMA user_version")
	if err != nil {
		return err
	}
	if version == len(steps) {
		return known(db)
	}
	tx, err := db.BeginImmediate()
	if err != nil {
		return err
	}
	defer tx.End(&err)
	// Another process may have been quicker.
	if version, err = number(db, "PRAGMA user_version"); err != nil {
		return err
	}
	if version > len(steps) {
		return ErrNewer
	}
	if err := known(db); err != nil {
		return err
	}
	for _, step := range steps[version:] {
		if err := db.Exec(step); err != nil {
			return fmt.Errorf("bring the library up to date: %w", err)
		}
	}
	return db.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps)))
}

// known refuses the databases of other programs.
func known(db *sqlite3.Conn) error {
	id, err := number(db, "PRAGMA application_id")
	if err != nil || id == applicationID {
		return err
	}
	tables, err := number(db, "SELECT count(*) FROM sqlite_schema")
	if err == nil && (tables > 0 || id != 0) {
		err = ErrForeign
	}
	return err
}

// number is the first column of the first row of a query.
func number(db *sqlite3.Conn, sql string) (int, error) {
	s, _, err := db.Prepare(sql)
	if err != nil {
		return 0, err
	}
	defer s.Close()
	s.Step()
	n := s.ColumnInt(0)
	return n, s.Err()
}
