package library

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/safe"
)

// rebuilder makes a library of what can be read of another.
type rebuilder struct {
	ctx context.Context
	old *sqlite3.Conn
	new *Library
	*Rescue
}

// rebuild makes the library at path of what can be read of the old one.
func rebuild(ctx context.Context, old *Library, path string, r *Rescue) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	b := &rebuilder{ctx, old.db, l, r}
	err = l.write(ctx, func() error {
		return firstOf(b.copyAll, b.adopt, b.settle, b.forgetFiles)
	})
	if err == nil {
		r.Articles, err = l.Count(ctx)
	}
	return errors.Join(err, l.Close())
}

// copyAll copies table by table what can be read.
func (b *rebuilder) copyAll() error {
	for _, t := range []struct {
		name, key, what string
		between         func(low, high int64) []int64
		mend            func(row) string
	}{
		{"outlets", "n", "names of outlets", every, nil},
		{"articles", "n", "articles", every, mendArticle},
		{"texts", "n", "texts", b.versions, mendText},
		{"places", "key", "places at which pages were found", nil, nil},
		{"files", "path", "files that were read", nil, nil},
		{"skips", "rowid", "skips", every, nil},
		{"work", "key", "verdicts, notes, bookmarks or decisions", nil, mendWork},
		{"actions", "n", "actions of the log", every, mendAction},
	} {
		columns := shared(b.old, b.new.db, t.name, t.key)
		if len(columns) == 0 {
			continue // of a later schema
		}
		lost, err := salvage(b.old, salvaged{t.name, t.key, columns, t.between}, func(values []any) error {
			return b.insert(t.name, row{columns, values}, t.mend)
		})
		if err != nil {
			return err
		}
		if lost {
			b.lose("some %s cannot be read", t.what)
		}
	}
	return nil
}

// row is a row on its way into the new library.
type row struct {
	columns []string
	values  []any
}

func (r row) at(column string) *any {
	for i, c := range r.columns {
		if c == column {
			return &r.values[i]
		}
	}
	return new(any)
}

func (r row) text(column string) string {
	s, _ := (*r.at(column)).(string)
	return s
}

// insert puts a row in its table. What mend says of it is a loss.
func (b *rebuilder) insert(table string, r row, mend func(row) string) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	if mend != nil {
		if loss := mend(r); loss != "" {
			b.lose("%s", loss)
		}
	}
	marks := strings.TrimSuffix(strings.Repeat("?,", len(r.columns)), ",")
	return b.new.exec(fmt.Sprintf("INSERT OR IGNORE INTO %s(%s) VALUES(%s)", table, strings.Join(r.columns, ", "), marks), r.values...)
}

// maxGuessed is how many keys are tried between two that can be read.
const maxGuessed = 1_000_000

func every(low, high int64) (keys []int64) {
	for k := low + 1; k < high && len(keys) < maxGuessed; k++ {
		keys = append(keys, k)
	}
	return keys
}

// versions are the keys that texts of the articles saved may have.
func (b *rebuilder) versions(low, high int64) (keys []int64) {
	_, _ = scanRows(b.new.db, "SELECT n, version FROM articles WHERE n BETWEEN ? AND ? ORDER BY n", []any{low >> 16, high >> 16}, func(values []any) (bool, error) {
		n, _ := values[0].(int64)
		last, _ := values[1].(int64)
		for v := int64(1); v <= min(last, maxVersions); v++ {
			if key := n<<16 | v; key > low && key < high {
				keys = append(keys, key)
			}
		}
		return len(keys) < maxGuessed, nil
	})
	return keys
}

// mendArticle makes the columns of an article readable.
func mendArticle(r row) (loss string) {
	for _, column := range []string{"authors", "agencies"} {
		var names []string
		if list(r.text(column), &names) != nil {
			*r.at(column), loss = "", column
		}
	}
	var d model.Date
	for _, column := range []string{"read_date", "saved"} {
		if date(r.text(column), &d) != nil {
			*r.at(column), loss = "", column
		}
	}
	if date(r.text("set_date"), &d) != nil {
		*r.at("set_date"), loss = nil, "date as set by hand"
	}
	if loss != "" {
		return fmt.Sprintf("article %s: its %s", r.text("id"), loss)
	}
	return ""
}

// mendText makes a text harmless and its parts fit. A text that is not as it was
// read gets another hash, so that adding its source again mends it.
func mendText(r row) (loss string) {
	title, text := safe.Field(r.text("title")), safe.Block(r.text("text"))
	hash := digest(text)
	if was, _ := (*r.at("hash")).([]byte); text != "" && !bytes.Equal(was, hash) {
		n, _ := (*r.at("n")).(int64)
		loss = fmt.Sprintf("text %d of article %d in the file may have wrong characters", n&maxVersions, n>>16)
		*r.at("hash") = hash
	}
	body, _ := (*r.at("body")).(int64)
	if !strings.HasPrefix(text, title) || body < 0 || body > int64(len(text)) {
		title, body = "", 0
	}
	*r.at("title"), *r.at("text"), *r.at("body") = title, text, body
	return loss
}

func mendWork(r row) (loss string) {
	if !json.Valid([]byte(r.text("value"))) {
		loss, *r.at("key") = "a "+r.text("key"), nil // NULL is not taken
	}
	return loss
}

func mendAction(r row) (loss string) {
	var changes []change
	if json.Unmarshal([]byte(r.text("changes")), &changes) != nil {
		loss, *r.at("changes") = "how to undo: "+r.text("what"), "[]"
	}
	return loss
}

// adopt makes articles of texts whose article is lost, under the ID that the
// index of IDs still has for them.
func (b *rebuilder) adopt() error {
	ids := map[int64]string{}
	_, err := scanRows(b.old, "SELECT n, id FROM articles ORDER BY id", nil, func(values []any) (bool, error) {
		n, _ := values[0].(int64)
		ids[n], _ = values[1].(string)
		return true, nil
	})
	if err != nil {
		return err
	}
	var orphans []int64
	if err := b.new.rows("SELECT DISTINCT n >> 16 FROM texts WHERE text != '' AND n >> 16 NOT IN (SELECT n FROM articles)", nil, func(s *sqlite3.Stmt) error {
		orphans = append(orphans, s.ColumnInt64(0))
		return nil
	}); err != nil {
		return err
	}
	for _, n := range orphans {
		id := ids[n]
		if id == "" {
			id = fmt.Sprintf("rescued-%d", n)
		}
		b.lose("article %s: all but its text", id)
		if err := b.new.exec(`INSERT OR IGNORE INTO articles(n, id, version, sort, unsure, language, outlet, source, part, url, authors, agencies,
			read_language, confidence, read_outlet, read_date, date_basis, saved) VALUES(?,?,0,0,1,'und',0,'',1,'','','','und',0,'','','','')`, n, id); err != nil {
			return err
		}
	}
	return nil
}

// settle gives every article its last text and its place in the indexes; one
// without a text goes.
func (b *rebuilder) settle() error {
	l := b.new
	if err := firstError(
		l.exec("UPDATE articles SET version = coalesce((SELECT max(t.n & 65535) FROM texts t WHERE t.n BETWEEN articles.n << 16 AND articles.n << 16 | 65535), 0)"),
		l.rows("SELECT id FROM articles WHERE version = 0", nil, func(s *sqlite3.Stmt) error { b.lose("article %s", s.ColumnText(0)); return nil }),
		l.exec("DELETE FROM articles WHERE version = 0"),
		l.exec("DELETE FROM texts WHERE n >> 16 NOT IN (SELECT n FROM articles)"),
		l.exec("DELETE FROM places WHERE article NOT IN (SELECT n FROM articles)"),
	); err != nil {
		return err
	}
	ns, err := l.selected("SELECT n FROM articles", nil)
	if err != nil {
		return err
	}
	for _, n := range ns {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		s, err := l.stored(n, 0)
		if err != nil {
			return err
		}
		if err := firstError(l.update(&s), l.exec("INSERT INTO search(rowid, text) SELECT ?, ? FROM articles WHERE n = ? AND removed = 0", n, s.read.Text, n)); err != nil {
			return err
		}
	}
	return nil
}

// forgetFiles lets every file be read again where something was lost.
func (b *rebuilder) forgetFiles() error {
	if len(b.Lost) == 0 {
		return nil
	}
	return b.new.exec("DELETE FROM files")
}
