package library

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// columnar is the rows of a table as they are kept side by side.
type columnar[R comparable] struct {
	table   string // of which they are
	kept    string // table of blocks
	changed string // table of the numbers of rows that were changed since
	pack    func(*[blockRows]R) []byte
	unpack  func([]byte) ([blockRows]R, bool)
	// read is the first rows whose numbers are in a table, by these; of a number that
	// no row has any more it is an empty row.
	read func(l *Library, numbers string, after int64, most int) ([]numbered[R], error)
}

// numbered is a row with its number.
type numbered[R any] struct {
	n   int64
	row R
}

var articlesKept = columnar[articleRow]{"articles", "article_columns", "changed_articles", packArticles, unpackArticles, (*Library).articleRows}

var eventsKept = columnar[eventRow]{"events", "event_columns", "changed_events", packEvents, unpackEvents, (*Library).eventRows}

// keepColumns writes what has changed into the blocks. It is done last in a
// transaction.
func (l *Library) keepColumns() error {
	return firstOf(
		func() error { return keep(l, &articlesKept) },
		func() error { return keep(l, &eventsKept) },
	)
}

// rowsAtOnce is how many rows are in memory while blocks are written.
const rowsAtOnce = 1 << 14

func keep[R comparable](l *Library, c *columnar[R]) error {
	stamp := int64(0)
	for {
		rows, err := c.read(l, c.changed, math.MinInt64, rowsAtOnce)
		if err != nil || len(rows) == 0 {
			return err
		}
		if stamp == 0 {
			if stamp, err = l.stamp(c.kept); err != nil {
				return err
			}
			stamp++
		}
		if err := l.exec("DELETE FROM "+c.changed+" WHERE n <= ?", rows[len(rows)-1].n); err != nil {
			return err
		}
		for len(rows) > 0 {
			block := rows[0].n >> 8
			size := slices.IndexFunc(rows, func(r numbered[R]) bool { return r.n>>8 != block })
			if size < 0 {
				size = len(rows)
			}
			if err := c.write(l, block, stamp, rows[:size]); err != nil {
				return err
			}
			rows = rows[size:]
		}
	}
}

// stamp is the greatest stamp of blocks; 0 where there are none.
func (l *Library) stamp(kept string) (stamp int64, err error) {
	err = l.rows("SELECT max(stamp) FROM "+kept, nil, func(s *sqlite3.Stmt) error { stamp = s.ColumnInt64(0); return nil })
	return stamp, err
}

// write puts rows in their block. Where what is kept of that cannot be read, all its
// rows are read anew.
func (c *columnar[R]) write(l *Library, block, stamp int64, rows []numbered[R]) error {
	var all [blockRows]R
	ok := true
	err := l.rows("SELECT data FROM "+c.kept+" WHERE block = ?", []any{block}, func(s *sqlite3.Stmt) error {
		all, ok = c.unpack(s.ColumnRawBlob(0))
		return nil
	})
	if err != nil {
		return err
	}
	if !ok {
		if err := l.exec("INSERT OR IGNORE INTO "+c.changed+" SELECT n FROM "+c.table+" WHERE n BETWEEN ? AND ?", block<<8, block<<8|(blockRows-1)); err != nil {
			return err
		}
	}
	for _, r := range rows {
		all[r.n&(blockRows-1)] = r.row
	}
	return l.exec("INSERT OR REPLACE INTO "+c.kept+"(block, stamp, data) VALUES(?, ?, ?)", block, stamp, c.pack(&all))
}

func (l *Library) articleRows(numbers string, after int64, most int) (rows []numbered[articleRow], err error) {
	err = l.rows(`SELECT c.n, a.removed, a.sort, a.last_day, a.unsure, a.outlet, a.language, g.event, t.title FROM `+numbers+` c
		LEFT JOIN articles a ON a.n = c.n LEFT JOIN grouped g ON g.n = c.n LEFT JOIN texts t ON t.n = a.n << 16 | a.version
		WHERE c.n > ? ORDER BY c.n LIMIT ?`, []any{after, most}, func(s *sqlite3.Stmt) error {
		r := numbered[articleRow]{n: s.ColumnInt64(0)}
		if s.ColumnType(1) != sqlite3.NULL {
			r.row = articleRow{
				sort: day(s, 2), outlet: uint32(s.ColumnInt64(5)), language: s.ColumnText(6),
				event: uint32(s.ColumnInt64(7)), title: beginning(s.ColumnText(8)),
			}
			if s.ColumnInt(1) == 0 {
				r.row.state |= present
			}
			if s.ColumnType(3) != sqlite3.NULL {
				r.row.last = day(s, 3)
				r.row.state |= dated
			}
			if s.ColumnBool(4) {
				r.row.state |= unsure
			}
		}
		rows = append(rows, r)
		return nil
	})
	return rows, err
}

// day is a number of days; one that no date has is the nearest that fits.
func day(s *sqlite3.Stmt, column int) int32 {
	return int32(min(max(s.ColumnInt64(column), math.MinInt32), math.MaxInt32))
}

func (l *Library) eventRows(numbers string, after int64, most int) (rows []numbered[eventRow], err error) {
	err = l.rows(`SELECT c.n, e.reports, e.sort, e.conflicts, e.counted, e.found FROM `+numbers+` c
		LEFT JOIN events e ON e.n = c.n WHERE c.n > ? ORDER BY c.n LIMIT ?`, []any{after, most}, func(s *sqlite3.Stmt) error {
		r := numbered[eventRow]{n: s.ColumnInt64(0)}
		if s.ColumnInt64(1) > 0 {
			r.row = eventRow{reports: uint32(s.ColumnInt64(1)), sort: day(s, 2), conflicts: -1}
		}
		if r.row.reports > 0 && s.ColumnType(3) != sqlite3.NULL {
			r.row.conflicts, r.row.counted = day(s, 3), versionMark(s.ColumnText(4))
			for _, t := range readTraits(s.ColumnText(5)) {
				r.row.traits |= traitBit(t)
			}
		}
		rows = append(rows, r)
		return nil
	})
	for i := 0; i < len(rows) && err == nil; i++ {
		if rows[i].row.reports > 0 {
			err = l.lead(rows[i].n, &rows[i].row)
		}
	}
	return rows, err
}

// report is what an event has of one of its reports.
type report struct {
	undated  bool
	sort     int32
	id       string
	language string
	outlet   uint32
	title    uint64
}

// before orders reports, the first first.
func (r *report) before(o *report) bool {
	if r.undated != o.undated {
		return o.undated
	}
	return cmp.Or(cmp.Compare(r.sort, o.sort), cmp.Compare(r.id, o.id)) < 0
}

// lead fills in what an event has of its reports.
func (l *Library) lead(event int64, row *eventRow) error {
	var first, titled *report
	var languages []string
	err := l.rows(`SELECT a.last_day IS NULL, a.sort, a.id, a.language, a.outlet, t.title FROM grouped g JOIN articles a ON a.n = g.n
		JOIN texts t ON t.n = a.n << 16 | a.version WHERE g.event = ? ORDER BY g.n LIMIT ?`, []any{event, maxListed}, func(s *sqlite3.Stmt) error {
		r := &report{s.ColumnBool(0), day(s, 1), s.ColumnText(2), s.ColumnText(3), uint32(s.ColumnInt64(4)), beginning(s.ColumnText(5))}
		if first == nil || r.before(first) {
			first = r
		}
		if english := r.language == "en"; titled == nil || english && titled.language != "en" || english == (titled.language == "en") && r.before(titled) {
			titled = r
		}
		if !slices.Contains(languages, r.language) {
			languages = append(languages, r.language)
		}
		return nil
	})
	if err != nil || first == nil {
		return err
	}
	slices.Sort(languages)
	row.outlet, row.title, row.language = first.outlet, titled.title, strings.Join(languages, " ")
	return nil
}

// faults looks for blocks that are not as their rows are.
func (c *columnar[R]) faults(l *Library, found func(string)) error {
	var kept []int64
	if err := l.rows("SELECT block FROM "+c.kept, nil, func(s *sqlite3.Stmt) error { kept = append(kept, s.ColumnInt64(0)); return nil }); err != nil {
		return err
	}
	for _, block := range kept {
		rows, err := c.read(l, c.table, block<<8-1, blockRows)
		if err != nil {
			return err
		}
		var want [blockRows]R
		for _, r := range rows {
			if r.n>>8 == block {
				want[r.n&(blockRows-1)] = r.row
			}
		}
		err = l.rows("SELECT data FROM "+c.kept+" WHERE block = ?", []any{block}, func(s *sqlite3.Stmt) error {
			if got, ok := c.unpack(s.ColumnRawBlob(0)); !ok || got != want {
				found(fmt.Sprintf("what is counted of %s %d to %d is not what they are", c.table, block<<8, block<<8|(blockRows-1)))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return l.rows("SELECT n FROM "+c.table+" WHERE n >> 8 NOT IN (SELECT block FROM "+c.kept+") LIMIT 1", nil, func(s *sqlite3.Stmt) error {
		found(fmt.Sprintf("%s from %d on are not counted", c.table, s.ColumnInt64(0)))
		return nil
	})
}
