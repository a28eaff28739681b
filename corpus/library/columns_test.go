package library

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ncruces/go-sqlite3"

	"parallax/model"
	"parallax/model/query"
)

// slow is a library as its tables tell it, read one by one.
type slow struct {
	articles []model.Article // newest first
	event    map[string]int64
	sort     map[int64]int
	reports  map[int64]int
	traits   map[int64][]Trait // of those that v1 has counted
	counted  map[int64]bool
	order    []int64 // of events, newest first
}

func slowly(t *testing.T, l *Library) *slow {
	t.Helper()
	s := &slow{event: map[string]int64{}, sort: map[int64]int{}, reports: map[int64]int{}, traits: map[int64][]Trait{}, counted: map[int64]bool{}}
	err := l.read(context.Background(), func() error {
		ns, err := l.selected("SELECT n FROM articles WHERE removed = 0 ORDER BY sort DESC, n", nil)
		if err != nil {
			return err
		}
		if s.articles, err = l.articles(ns); err != nil {
			return err
		}
		err = l.rows("SELECT a.id, g.event FROM grouped g JOIN articles a ON a.n = g.n", nil, func(r *sqlite3.Stmt) error {
			s.event[r.ColumnText(0)] = r.ColumnInt64(1)
			return nil
		})
		if err != nil {
			return err
		}
		return l.rows("SELECT n, sort, reports, conflicts IS NOT NULL AND counted = 'v1', found FROM events ORDER BY sort DESC, n", nil, func(r *sqlite3.Stmt) error {
			n := r.ColumnInt64(0)
			s.order = append(s.order, n)
			s.sort[n], s.reports[n] = r.ColumnInt(1), r.ColumnInt(2)
			if s.counted[n] = r.ColumnBool(3); s.counted[n] {
				s.traits[n] = readTraits(r.ColumnText(4))
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// picked is the articles that are asked for.
func (s *slow) picked(q query.Query) (out []model.Article) {
	matches := q.OfArticles().Matcher()
	for _, a := range s.articles {
		n, grouped := s.event[a.ID]
		if matches(&a) && (!q.OfConflicts() || grouped && s.counted[n] && slices.ContainsFunc(s.traits[n], func(t Trait) bool {
			return traitBits(q)&traitBit(t) != 0
		})) {
			out = append(out, a)
		}
	}
	return out
}

// events is the events of which an article is asked for.
func (s *slow) events(q query.Query) (out []int64) {
	of := map[int64]bool{}
	for _, a := range s.picked(q) {
		of[s.event[a.ID]] = true
	}
	for _, n := range s.order {
		if of[n] || q.String() == "" {
			out = append(out, n)
		}
	}
	return out
}

func (s *slow) tally(q query.Query, events bool, field func(model.Article) string) map[string]int {
	counts, seen := map[string]int{}, map[string]bool{}
	for _, a := range s.picked(q) {
		if n, grouped := s.event[a.ID]; events {
			key := fmt.Sprint(n, " ", field(a))
			if !grouped || seen[key] {
				continue
			}
			seen[key] = true
		}
		counts[field(a)]++
	}
	return counts
}

func (s *slow) days(q query.Query, events bool) map[string]int {
	counts := map[string]int{}
	if events {
		for _, n := range s.events(q) {
			counts[dayText(int32(s.sort[n]), int32(s.sort[n]), s.sort[n] != undated)]++
		}
		return counts
	}
	for _, a := range s.picked(q) {
		first, last, ok := query.Days(a.Date)
		counts[dayText(int32(first), int32(last), ok)]++
	}
	return counts
}

func (s *slow) traitCounts(q query.Query, events bool) (counts map[string]int, compared, all int) {
	counts = map[string]int{}
	hits := map[int64]int{}
	for _, a := range s.picked(q.OfArticles()) {
		if n, grouped := s.event[a.ID]; grouped {
			hits[n]++
		}
	}
	for n, reports := range hits {
		if s.reports[n] < 2 {
			continue
		}
		if all++; !s.counted[n] {
			continue
		}
		if compared++; events {
			reports = 1
		}
		counts[fmt.Sprint(traitsIn(bitsOf(s.traits[n])))] += reports
	}
	return counts, compared, all
}

func bitsOf(traits []Trait) (bits uint32) {
	for _, t := range traits {
		bits |= traitBit(t)
	}
	return bits
}

func byValue(list []Count) map[string]int {
	out := map[string]int{}
	for _, c := range list {
		out[c.Value] += c.N
	}
	return out
}

var countedQueries = []string{
	"", "lang:de", "lang:en lang:ru outlet:7", "-lang:en", "since:2021", "until:2020-06", "since:2020-03 until:2020-04 lang:fr", "date:?",
	"-outlet:1", "kind:quantity", "kind:date kind:place lang:de", "verdict:dismissed", "harbour", "ship -harbour lang:en", `"the harbour"`, "outlet:nobody",
}

// agrees holds that lists and counts are what the tables say.
func agrees(t *testing.T, l *Library, after string) {
	t.Helper()
	ctx, s := context.Background(), slowly(t, l)
	same := func(what string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("after %s: %s: %s", after, what, diff)
		}
	}
	for _, typed := range countedQueries {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, a := range s.picked(q) {
			ids = append(ids, a.ID)
		}
		found, total, err := l.List(ctx, q, Newest, "v1", 3, 4)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range found {
			got = append(got, a.ID)
		}
		same(typed+", articles", len(ids), total)
		same(typed+", a page", strings.Join(ids[min(3, len(ids)):min(7, len(ids))], " "), strings.Join(got, " "))
		_, total, err = l.ListEvents(ctx, q, Newest, "v1", 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		same(typed+", events", len(s.events(q)), total)
		for _, events := range []bool{false, true} {
			what := fmt.Sprintf("%s, of events %t", typed, events)
			days, _, err1 := l.Days(ctx, q, "v1", events)
			languages, err2 := l.Tally(ctx, q, Languages, "v1", events)
			outlets, err3 := l.Tally(ctx, q, Outlets, "v1", events)
			traits, compared, all, err4 := l.Traits(ctx, q, "v1", events)
			if err := firstError(err1, err2, err3, err4); err != nil {
				t.Fatal(err)
			}
			same(what+", days", s.days(q, events), byValue(days))
			same(what+", languages", s.tally(q, events, func(a model.Article) string { return a.Language }), byValue(languages))
			same(what+", outlets", s.tally(q, events, func(a model.Article) string { return a.Outlet }), byValue(outlets))
			wantTraits, wantCompared, wantAll := s.traitCounts(q, events)
			gotTraits := map[string]int{}
			for _, c := range traits {
				gotTraits[fmt.Sprint(c.Traits)] = c.N
			}
			same(what+", traits", wantTraits, gotTraits)
			same(what+", compared", []int{wantCompared, wantAll}, []int{compared, all})
		}
	}
}

// TestCountsStayRight does all that can be done to a library at random, and counts
// slowly after that: with the connection that has done it, with one that was there
// before and with one that is new.
func TestCountsStayRight(t *testing.T) {
	ctx := context.Background()
	l := opened(t)
	r := rand.New(rand.NewPCG(3, 4))
	reports := happenings(240)
	kinds, verdicts := model.Kinds, model.Verdicts
	any := func() string {
		var ids []string
		for _, a := range slowly(t, l).articles {
			ids = append(ids, a.ID)
		}
		return ids[r.IntN(len(ids))]
	}
	add := func() (string, error) {
		some := slices.Clone(reports[:30])
		reports = append(reports[30:], reports[:30]...)
		for i := range some {
			if r.IntN(4) == 0 {
				changed := map[string]string{}
				for k, v := range some[i] {
					changed[k] = v
				}
				changed["text"] += " The harbour had another ship."
				some[i] = changed
			}
		}
		_, err := l.Import(ctx, []string{reported(t, some)}, ImportOptions{Again: r.IntN(2) == 0})
		return "adding", err
	}
	acts := []func() (string, error){
		add,
		func() (string, error) { return "regrouping", l.Regroup(ctx, nil) },
		func() (string, error) { return "regrouping", l.Regroup(ctx, nil) },
		func() (string, error) {
			return l.Set(ctx, any(), []Setting{{"date", []string{"2021", "2020-04", "2020-05-06?", ""}[r.IntN(4)]}})
		},
		func() (string, error) {
			return l.Set(ctx, any(), []Setting{{"outlet", []string{"Outlet 7", "The Wire", ""}[r.IntN(3)]}, {"language", []string{"de", "de-AT", ""}[r.IntN(3)]}})
		},
		func() (string, error) { return l.Remove(ctx, []string{any()}) },
		func() (string, error) {
			if r.IntN(3) > 0 {
				return "nothing", nil
			}
			return l.Erase(ctx, []string{any()})
		},
		func() (string, error) {
			a, b := any(), any()
			if a == b {
				return "nothing", nil
			}
			return l.Decide(ctx, []model.Decision{{A: min(a, b), B: max(a, b), Together: r.IntN(2) == 0}})
		},
		func() (string, error) {
			found := map[string]Found{}
			events, _, err := l.Events(ctx, query.Query{}, "v1", r.IntN(20), 10)
			for _, e := range events {
				found[e.ID] = Found{Disputes: r.IntN(3), Traits: []Trait{{kinds[r.IntN(len(kinds))], verdicts[r.IntN(3)]}, {model.Quantity, model.Open}}[:1+r.IntN(2)]}
			}
			if err != nil {
				return "", err
			}
			return "counting", l.CountConflicts(ctx, []string{"v1", "v1", "v2"}[r.IntN(3)], found)
		},
		func() (string, error) {
			return l.Judge(ctx, []model.Judgement{{Kind: model.Quantity, Verdict: model.Dismissed, A: model.Judged{Article: any(), Text: "a"}, B: model.Judged{Article: any(), Text: "b"}}})
		},
		func() (string, error) { what, _ := l.Undo(ctx); return "undoing " + what, nil },
		func() (string, error) { what, _ := l.Redo(ctx); return "redoing " + what, nil },
	}
	if _, err := add(); err != nil {
		t.Fatal(err)
	}
	beside := opening(t, l.path)
	for step := range 80 {
		what, err := acts[r.IntN(len(acts))]()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		switch {
		case step%4 == 0:
			agrees(t, beside, what)
		case step%4 == 2:
			agrees(t, l, what)
		case step%20 == 1:
			agrees(t, opening(t, l.path), what)
		}
	}
	well(t, l)
}

// TestOlderLibrariesAreCounted opens a file of the schema before anything was kept
// side by side.
func TestOlderLibrariesAreCounted(t *testing.T) {
	for _, name := range []string{"testdata/schema1.db.gz", "testdata/schema4.db.gz", "testdata/schema5.db.gz"} {
		agrees(t, opening(t, unpacked(t, name)), name)
	}
}

// TestOrders holds that pages of an order are that order, titles that begin alike
// with them.
func TestOrders(t *testing.T) {
	ctx := context.Background()
	l := opened(t)
	var reports []map[string]string
	for i, title := range []string{"Minister b", "minister A", "Ministerin", "Mine", "minister c", "Zebra", "ähnlich", "", "Minister B"} {
		reports = append(reports, map[string]string{
			"id": fmt.Sprint("r", i), "title": title, "text": fmt.Sprintf("Report %d is about quarry %d.", i, i*7), "language": []string{"de", "en", "fr"}[i%3],
			"source": []string{"b", "A", "C"}[i%3], "published": fmt.Sprintf("20%02d-02-03", 10+i),
		})
	}
	if _, err := l.Import(ctx, []string{reported(t, reports)}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := l.Regroup(ctx, nil); err != nil {
		t.Fatal(err)
	}
	keys := map[Order]func(a model.Article) string{
		ByTitle:    func(a model.Article) string { return strings.Map(smallRune, a.Title) },
		ByOutlet:   func(a model.Article) string { return strings.ToLower(a.Outlet) },
		ByLanguage: func(a model.Article) string { return a.Language },
	}
	for by, key := range keys {
		for _, events := range []bool{false, true} {
			var got []string
			for from := range 9 {
				var a model.Article
				if events {
					found, total, err := l.ListEvents(ctx, query.Query{}, by, "v1", from, 1)
					if err != nil || total != 9 || len(found) != 1 {
						t.Fatalf("by %s: %d of %d (%v)", by, len(found), total, err)
					}
					a, _, err = l.Article(ctx, found[0].Articles[0])
					if err != nil {
						t.Fatal(err)
					}
				} else {
					found, total, err := l.List(ctx, query.Query{}, by, "v1", from, 1)
					if err != nil || total != 9 || len(found) != 1 {
						t.Fatalf("by %s: %d of %d (%v)", by, len(found), total, err)
					}
					a = found[0]
				}
				got = append(got, key(a)+" "+fmt.Sprint(3000-a.Date.Year))
			}
			if !slices.IsSorted(got) {
				t.Errorf("by %s, of events %t: %q", by, events, got)
			}
		}
	}
}

// FuzzUnpack holds that any bytes are read or refused, and what is read is written
// and read again as it was.
func FuzzUnpack(f *testing.F) {
	f.Add(packArticles(&[blockRows]articleRow{1: {sort: 7, last: 9, outlet: 3, event: 4, title: 5, state: present, language: "de"}}))
	f.Add(packEvents(&[blockRows]eventRow{255: {sort: -7, reports: 2, conflicts: -1, traits: 9, counted: 8, outlet: 1, title: 2, language: "de en"}}))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if rows, ok := unpackArticles(data); ok {
			if again, ok := unpackArticles(packArticles(&rows)); !ok || again != rows {
				t.Error("articles are not read as they were written")
			}
		}
		if rows, ok := unpackEvents(data); ok {
			if again, ok := unpackEvents(packEvents(&rows)); !ok || again != rows {
				t.Error("events are not read as they were written")
			}
		}
	})
}
