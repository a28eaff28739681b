package library

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
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
	n, first, err := l.at(p.key)
	if err != nil {
		return 0, err
	}
	if n != 0 && first {
		return l.renew(n, p, now, again)
	}
	if n, err = l.alike(p); err != nil {
		return 0, err
	}
	if n == 0 {
		return fresh, l.insert(p, now)
	}
	if err := l.exec("INSERT OR REPLACE INTO places(key, article, first) VALUES(?, ?, 0)", p.key, n); err != nil {
		return 0, err
	}
	return l.join(n, p, now, again)
}

// at is the article found at a place, or 0, and whether it was found there first.
func (l *Library) at(key []byte) (n int64, first bool, err error) {
	err = l.rows("SELECT article, first FROM places WHERE key = ?", []any{key}, func(s *sqlite3.Stmt) error {
		n, first = s.ColumnInt64(0), s.ColumnBool(1)
		return nil
	})
	return n, first, err
}

// alike is an article of the same text that no site or outlet sets apart, or 0.
func (l *Library) alike(p page) (n int64, err error) {
	err = l.rows("SELECT a.n, a.url, a.read_outlet FROM texts t JOIN articles a ON a.n = t.n >> 16 WHERE t.hash = ? ORDER BY a.n",
		[]any{p.hash}, func(s *sqlite3.Stmt) error {
			if n == 0 && fits(site(s.ColumnText(1)), site(p.article.URL)) && fits(s.ColumnText(2), p.article.Outlet) {
				n = s.ColumnInt64(0)
			}
			return nil
		})
	return n, err
}

// fits reports whether two names may be of one thing.
func fits(a, b string) bool { return a == b || a == "" || b == "" }

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
	if err := l.exec("INSERT OR REPLACE INTO places(key, article, first) VALUES(?, ?, 1)", p.key, n); err != nil {
		return err
	}
	if err := l.insertText(n, 1, p, now); err != nil {
		return err
	}
	l.later(n, a.Text)
	return nil
}

// later has the words of an article indexed with those of its batch.
func (l *Library) later(n int64, text string) {
	l.unindexed = append(l.unindexed, indexed{n, text})
}

// indexed is an article whose words are to be found.
type indexed struct {
	n    int64
	text string
}

// index makes the words of the articles added since be found. It is done last in a
// transaction, as every other statement would have it write all that it holds.
func (l *Library) index() error {
	for _, i := range l.unindexed {
		if err := l.exec("INSERT OR REPLACE INTO search(rowid, text) VALUES(?, ?)", i.n, i.text); err != nil {
			return err
		}
	}
	l.unindexed = nil
	return nil
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

// renew brings an article up to date with what the place says now where it was
// first found.
func (l *Library) renew(n int64, p page, now int64, again bool) (fate, error) {
	if removed, err := l.removed(n); err != nil || removed {
		return l.back(n, p, now, again, err)
	}
	old, err := l.stored(n, 0)
	if err != nil {
		return 0, err
	}
	if old.read.Text != p.article.Text {
		if has, err := l.hasText(n, p.hash); err != nil || has || old.version == maxVersions {
			return same, err // an earlier version, found again
		}
		return changed, l.turn(&old, p, now)
	}
	read := *p.article
	read.ID = old.read.ID
	if slices.Equal(readings(&read), readings(&old.read)) {
		return same, nil
	}
	old.read = read
	return same, l.update(&old)
}

// join fills what is not known of an article from another copy of it.
func (l *Library) join(n int64, p page, now int64, again bool) (fate, error) {
	if removed, err := l.removed(n); err != nil || removed {
		return l.back(n, p, now, again, err)
	}
	old, err := l.stored(n, 0)
	if err != nil {
		return 0, err
	}
	a, b := &old.read, p.article
	before := readings(a)
	if a.URL == "" {
		a.URL = b.URL
	}
	if a.Outlet == "" {
		a.Outlet, a.Agencies = b.Outlet, b.Agencies
	}
	if len(a.Authors) == 0 {
		a.Authors = b.Authors
	}
	if a.Date.IsZero() {
		a.Date, a.DateBasis = b.Date, b.DateBasis
	}
	if slices.Equal(before, readings(a)) {
		return same, nil
	}
	return same, l.update(&old)
}

// turn gives an article its next text.
func (l *Library) turn(s *stored, p page, now int64) error {
	id := s.read.ID
	s.version++
	s.read = *p.article
	s.read.ID = id
	l.later(s.n, p.article.Text)
	return firstError(l.insertText(s.n, s.version, p, now), l.update(s))
}

// back brings a removed article back, where that is asked for.
func (l *Library) back(n int64, p page, now int64, again bool, err error) (fate, error) {
	if err != nil || !again {
		return gone, err
	}
	old, err := l.stored(n, 0)
	if err != nil {
		return 0, err
	}
	if err := l.exec("DELETE FROM texts WHERE n BETWEEN ? AND ?", n<<16, n<<16|maxVersions); err != nil {
		return 0, err
	}
	old.version = 0
	if err := l.exec("UPDATE articles SET removed = 0 WHERE n = ?", n); err != nil {
		return 0, err
	}
	return fresh, l.turn(&old, p, now)
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
	args := []any{s.version, sort, last, query.Unsure(a.Date), a.Language, outlet, orNull(s.set.date), orNull(s.set.outlet), orNull(s.set.language)}
	args = append(append(args, readings(&s.read)...), s.n)
	return l.exec(`UPDATE articles SET version = ?, sort = ?, last_day = ?, unsure = ?, language = ?, outlet = ?,
		set_date = ?, set_outlet = ?, set_language = ?, source = ?, part = ?, url = ?, authors = ?, agencies = ?,
		read_language = ?, confidence = ?, read_outlet = ?, read_date = ?, date_basis = ?, saved = ? WHERE n = ?`, args...)
}

func orNull(s *string) any {
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
	_, path, _ := strings.Cut(rest, "/")
	if path == "" {
		return ""
	}
	return site(url) + "/" + strings.TrimSuffix(path, "/")
}

// site is the host of a URL, without "www.".
func site(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}
