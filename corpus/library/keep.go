package library

import (
	"encoding/binary"

	"github.com/ncruces/go-sqlite3"

	"parallax/model/group"
)

// keep writes the groups down that have changed.
func (r *regrouping) keep(all []*grouped, groups []group.Group) error {
	used := map[int64]bool{}
	for _, g := range groups {
		members := make([]*grouped, len(g.Members))
		for i, m := range g.Members {
			members[i] = all[m]
		}
		same, err := r.same(members)
		if err != nil {
			return err
		}
		if same && !used[members[0].event] { // of an event that falls in two, one half is as long as the other
			used[members[0].event] = true
			continue
		}
		if err := r.keepEvent(members, used); err != nil {
			return err
		}
	}
	return r.tidy(used)
}

// same reports whether a group is an event as it is kept.
func (r *regrouping) same(members []*grouped) (bool, error) {
	event := members[0].event
	for _, m := range members {
		if m.fresh || m.event != event {
			return false, nil
		}
	}
	if r.large[event] {
		return len(members) == maxResettled, nil
	}
	reports := 0
	err := r.rows("SELECT reports FROM events WHERE n = ?", []any{event}, func(s *sqlite3.Stmt) error { reports = s.ColumnInt(0); return nil })
	return reports == len(members), err
}

// keepEvent writes one group down, in the place of an event that most of it was.
func (r *regrouping) keepEvent(members []*grouped, used map[int64]bool) error {
	event := r.place(members, used)
	if event == 0 {
		if err := r.exec("INSERT INTO events(id, sort, reports) VALUES('', 0, 0)"); err != nil {
			return err
		}
		event = r.db.LastInsertRowID()
	}
	used[event] = true
	for _, m := range members {
		switch {
		case m.fresh:
			if err := r.insertGrouped(m, event); err != nil {
				return err
			}
		case m.event != event:
			r.altered[m.event] = true
			if err := r.exec("UPDATE grouped SET event = ? WHERE n = ?", event, m.n); err != nil {
				return err
			}
		}
	}
	r.altered[event] = true
	if r.large[event] {
		return nil // a later group may take some of its reports: see tidy
	}
	first, ids := undated, make([]string, len(members))
	for i, m := range members {
		ids[i] = m.signature.Article.ID
		if m.sort != undated && (first == undated || m.sort < first) {
			first = m.sort
		}
	}
	return r.exec("UPDATE events SET id = ?, sort = ?, reports = ?, conflicts = NULL, counted = NULL WHERE n = ?", group.EventID(ids), first, len(members), event)
}

// place is the event that most of the members were reports of, unless that is
// taken, or 0.
func (r *regrouping) place(members []*grouped, used map[int64]bool) int64 {
	count := map[int64]int{}
	for _, m := range members {
		if m.event != 0 && !used[m.event] {
			count[m.event]++
		}
	}
	var best int64
	for event, n := range count {
		if n > count[best] || n == count[best] && event < best {
			best = event
		}
	}
	return best
}

func (r *regrouping) insertGrouped(m *grouped, event int64) error {
	block := blockOf(m.signature.Article)
	found := r.background.Traces(m.signature, group.MaxTraces)
	traces := make([]byte, 0, 4*len(found))
	for _, t := range found {
		if err := r.exec("INSERT OR IGNORE INTO traces(block, term, n) VALUES(?, ?, ?)", block, int64(t.Term), m.n); err != nil {
			return err
		}
		traces = binary.LittleEndian.AppendUint32(traces, t.Term)
	}
	return r.exec("INSERT OR REPLACE INTO grouped(n, event, block, halvings, signature, traces) VALUES(?, ?, ?, ?, ?, ?)",
		m.n, event, block, m.signature.Halvings(), m.signature.Pack(), traces)
}

// describeLarge counts an event of which not all reports are in hand.
func (r *regrouping) describeLarge(event int64) error {
	id := ""
	err := r.rows("SELECT min(a.id) FROM grouped g JOIN articles a ON a.n = g.n WHERE g.event = ?", []any{event}, func(s *sqlite3.Stmt) error { id = s.ColumnText(0); return nil })
	if err != nil {
		return err
	}
	return r.exec(`UPDATE events SET id = ?2, conflicts = NULL, counted = NULL,
		reports = (SELECT count(*) FROM grouped WHERE event = ?1),
		sort = coalesce((SELECT min(sort) FROM grouped g JOIN articles a ON a.n = g.n WHERE g.event = ?1 AND a.sort <> ?3), ?3) WHERE n = ?1`,
		event, group.EventID([]string{id}), undated)
}

// tidy counts the events of which not all reports are in hand, now that all groups
// are kept, and takes out those that no report is left of.
func (r *regrouping) tidy(used map[int64]bool) error {
	for event := range r.touched {
		if r.large[event] {
			if used[event] && !r.altered[event] {
				continue
			}
			if err := r.describeLarge(event); err != nil {
				return err
			}
			continue
		}
		if used[event] {
			continue
		}
		if err := r.exec("DELETE FROM events WHERE n = ?", event); err != nil {
			return err
		}
	}
	return nil
}
