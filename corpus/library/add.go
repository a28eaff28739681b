package library

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// fate is what becomes of an article that is added.
type fate int

const (
	fresh   fate = iota // new to the library
	changed             // a new version of one that is kept
	same                // kept already
	gone                // removed by the reader, and stays so
)

const (
	hashLen     = 16 // bytes
	idLen       = 12 // hex digits
	maxVersions = 1<<16 - 1
)

// page is an article and what tells it from all others.
type page struct {
	article *model.Article
	key     []byte // of the place it was found at
	hash    []byte // of its text
}

func digest(parts ...string) []byte {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p)) // never fails
		h.Write([]byte{0})
	}
	return h.Sum(nil)[:hashLen]
}

// add takes one article in.
func (l *Library) add(p page, now int64, again bool) (fate, error) {
	known, atPlace, err := l.known(p)
	if err != nil {
		return 0, err
	}
	if known == 0 {
		return fresh, l.insert(p, now)
	}
	if !atPlace {
		if err := l.exec("INSERT OR REPLACE INTO places(key, article) VALUES(?, ?)", p.key, known); err != nil {
			return 0, err
		}
	}
	return l.renew(known, p, now, again)
}

// known is the number of the article that p is, or 0: the one found at the same
// place, else one of the same text that no other place or outlet sets apart.
func (l *Library) known(p page) (n int64, atPlace bool, err error) {
	err = l.rows("SELECT article FROM places WHERE key = ?", []any{p.key}, func(s *sqlite3.Stmt) error {
		n, atPlace = s.ColumnInt64(0), true
		return nil
	})
	if n != 0 || err != nil {
		return n, atPlace, err
	}
	err = l.rows(`SELECT a.n FROM texts t JOIN articles a ON a.n = t.n >> 16 WHERE t.hash = ?1
		AND (a.url = ?2 OR a.url = '' OR ?2 = '') AND (a.read_outlet = ?3 OR a.read_outlet = '' OR ?3 = '') ORDER BY a.n LIMIT 1`,
		[]any{p.hash, p.article.URL, p.article.Outlet}, func(s *sqlite3.Stmt) error {
			n = s.ColumnInt64(0)
			return nil
		})
	return n, false, err
}

func (l *Library) insert(p page, now int64) error {
	a := p.article
	id, err := l.freeID(p)
	if err != nil {
		return err
	}
	outlet, err := l.outlet(a.Outlet)
	if err != nil {
		return err
	}
	sort, last := span(a.Date)
	if err := l.exec(`INSERT INTO articles(id, version, sort, last_day, unsure, language, outlet, source, part, url, authors, agencies,
		read_language, confidence, read_outlet, read_date, date_basis, saved) VALUES(?,1,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		append([]any{id, sort, last, query.Unsure(a.Date), a.Language, outlet}, readings(a)...)...); err != nil {
		return err
	}
	n := l.db.LastInsertRowID()
	if err := l.exec("INSERT INTO places(key, article) VALUES(?, ?)", p.key, n); err != nil {
		return err
	}
	if err := l.insertText(n, 1, p, now); err != nil {
		return err
	}
	return l.exec("INSERT INTO search(rowid, text) VALUES(?, ?)", n, a.Text)
}

// readings are the columns of what was read, from source to saved.
func readings(a *model.Article) []any {
	return []any{
		a.Source, a.Part, a.URL, listText(a.Authors), listText(a.Agencies), a.Language, a.Confidence, a.Outlet,
		dateText(a.Date), a.DateBasis, dateText(a.Saved),
	}
}

func (l *Library) insertText(n int64, version int, p page, now int64) error {
	return l.exec("INSERT INTO texts(n, hash, title, body, text, added) VALUES(?,?,?,?,?,?)",
		n<<16|int64(version), p.hash, p.article.Title, p.article.Body, p.article.Text, now)
}

// freeID is the ID that the source gives, where no other article has it, or else
// one made from place and text.
func (l *Library) freeID(p page) (string, error) {
	id := p.article.ID
	for salt := 0; ; salt++ {
		if id != "" {
			taken := false
			err := l.rows("SELECT 1 FROM articles WHERE id = ?", []any{id}, func(*sqlite3.Stmt) error { taken = true; return nil })
			if err != nil || !taken {
				return id, err
			}
		}
		id = hex.EncodeToString(digest(string(p.key), string(p.hash), strconv.Itoa(salt)))[:idLen]
	}
}

// outlet is the number of an outlet's name.
func (l *Library) outlet(name string) (int64, error) {
	if n, ok := l.outlets[name]; ok {
		return n, nil
	}
	if err := l.exec("INSERT INTO outlets(name) VALUES(?) ON CONFLICT DO NOTHING", name); err != nil {
		return 0, err
	}
	var n int64
	err := l.rows("SELECT n FROM outlets WHERE name = ?", []any{name}, func(s *sqlite3.Stmt) error { n = s.ColumnInt64(0); return nil })
	if err == nil && len(l.outlets) < maxOutletsHeld {
		l.outlets[name] = n
	}
	return n, err
}

// maxOutletsHeld is how many numbers of outlets are held in memory.
const maxOutletsHeld = 10_000

// renew brings a known article up to date: what is read of it now, and its text
// where no version has that.
func (l *Library) renew(n int64, p page, now int64, again bool) (fate, error) {
	removed, err := l.removed(n)
	if err != nil || removed && !again {
		return gone, err
	}
	old, err := l.stored(n, 0)
	if err != nil {
		return 0, err
	}
	has, err := l.hasText(n, p.hash)
	if err != nil {
		return 0, err
	}
	what, read := same, old.read
	if !has && old.version < maxVersions {
		what = changed
		old.version++
		if err := l.insertText(n, old.version, p, now); err != nil {
			return 0, err
		}
	}
	if what == same && old.read.Text != p.article.Text {
		return same, nil // an earlier version, found again
	}
	old.read = *p.article
	old.read.ID = read.ID
	if what == same {
		old.read.Source, old.read.Part = read.Source, read.Part
		if old.read.URL == "" {
			old.read.URL = read.URL
		}
		if old.read.Outlet == "" {
			old.read.Outlet = read.Outlet
		}
	}
	if what == changed || removed {
		if err := l.exec("INSERT OR REPLACE INTO search(rowid, text) VALUES(?, ?)", n, p.article.Text); err != nil {
			return 0, err
		}
	}
	if removed {
		what = fresh
	}
	return what, l.update(&old)
}

func (l *Library) removed(n int64) (removed bool, err error) {
	err = l.rows("SELECT removed FROM articles WHERE n = ?", []any{n}, func(s *sqlite3.Stmt) error { removed = s.ColumnBool(0); return nil })
	return removed, err
}

func (l *Library) hasText(n int64, hash []byte) (has bool, err error) {
	err = l.rows("SELECT 1 FROM texts WHERE hash = ? AND n >> 16 = ?", []any{hash, n}, func(*sqlite3.Stmt) error { has = true; return nil })
	return has, err
}

// update writes an article back, the columns for searches with it.
func (l *Library) update(s *stored) error {
	a := s.shown()
	outlet, err := l.outlet(a.Outlet)
	if err != nil {
		return err
	}
	sort, last := span(a.Date)
	args := []any{s.version, sort, last, query.Unsure(a.Date), a.Language, outlet, value(s.set.date), value(s.set.outlet), value(s.set.language)}
	args = append(append(args, readings(&s.read)...), s.n)
	return l.exec(`UPDATE articles SET removed = 0, version = ?, sort = ?, last_day = ?, unsure = ?, language = ?, outlet = ?,
		set_date = ?, set_outlet = ?, set_language = ?, source = ?, part = ?, url = ?, authors = ?, agencies = ?,
		read_language = ?, confidence = ?, read_outlet = ?, read_date = ?, date_basis = ?, saved = ? WHERE n = ?`, args...)
}

func value(s *string) any {
	if s == nil {
		return nil
	}
	return *s
}

// urlKey is a URL without what does not tell pages apart; "" where it names a
// whole site and so no page.
func urlKey(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest = strings.TrimPrefix(rest, "www.")
	host, path, _ := strings.Cut(rest, "/")
	if path == "" {
		return ""
	}
	return strings.ToLower(host) + "/" + strings.TrimSuffix(path, "/")
}
