package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/claim"
	"parallax/model/group"
	"parallax/model/query"
)

// regrouped adds articles to a library in so many steps and groups after each.
func regrouped(t testing.TB, l *Library, articles []map[string]string, steps int) {
	t.Helper()
	for i := range steps {
		some := articles[i*len(articles)/steps : (i+1)*len(articles)/steps]
		imported(t, l, ImportOptions{}, reported(t, some))
		if err := l.Regroup(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
}

// eventsOf lists the articles of each event that is kept, in order.
func eventsOf(t testing.TB, l *Library) []string {
	t.Helper()
	found, total, err := l.Events(t.Context(), query.Query{}, "", 0, 1<<20)
	if err != nil || total != len(found) {
		t.Fatalf("%d of %d events, %v", len(found), total, err)
	}
	var out []string
	for _, e := range found {
		ids := slices.Sorted(slices.Values(e.Articles))
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

// batch lists the events of articles that are grouped all at once.
func batch(t testing.TB, l *Library) []string {
	t.Helper()
	var all []*group.Signature
	for a, err := range l.All(t.Context(), query.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, group.Sign(claim.Read(&a)))
	}
	groups, err := group.Events(t.Context(), all, group.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range groups {
		var ids []string
		for _, m := range g.Members {
			ids = append(ids, all[m].Article.ID)
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

// agreement is the share of the events of one list that stand in the other.
func agreement(a, b []string) float64 {
	n := 0
	for _, e := range a {
		if _, ok := slices.BinarySearch(b, e); ok {
			n++
		}
	}
	return float64(n) / float64(max(len(a), len(b), 1))
}

// What is added little by little is grouped as if it had come at once, in whatever
// order it comes.
func TestRegroupIsAsGoodAsGroupingAll(t *testing.T) {
	articles := happenings(900)
	var whole []string
	for seed, steps := range []int{1, 6, 30} {
		l := opened(t)
		regrouped(t, l, shuffled(articles, uint64(seed)), steps)
		got := eventsOf(t, l)
		if whole == nil {
			whole = batch(t, l)
		}
		if share := agreement(whole, got); share < 0.98 {
			t.Errorf("in %d steps %.3f of %d events are as of all at once (%d)", steps, share, len(whole), len(got))
		}
		if n, err := l.Pending(t.Context()); err != nil || n != 0 {
			t.Errorf("%d pending, %v", n, err)
		}
		healthy(t, l)
	}
}

func healthy(t testing.TB, l *Library) {
	t.Helper()
	h, err := l.Doctor(context.Background())
	if err != nil || len(h.Faults) > 0 {
		t.Errorf("faults %q, %v", h.Faults, err)
	}
}

// together reports whether articles are of one event.
func together(t testing.TB, l *Library, a, b string) bool {
	t.Helper()
	e, err := l.EventOf(t.Context(), a, "")
	if err != nil {
		t.Fatal(err)
	}
	return slices.Contains(e.Articles, b)
}

// The reader's word holds now and after every later import, and can be taken back.
func TestRegroupHonoursDecisions(t *testing.T) {
	articles := happenings(120)
	l := opened(t)
	regrouped(t, l, articles[:100], 1)
	found, _, err := l.Events(t.Context(), query.Query{}, "", 0, 200)
	if err != nil {
		t.Fatal(err)
	}
	found = slices.DeleteFunc(found, func(e Listed) bool { return len(e.Articles) < 3 })
	a, b := found[0].Articles, found[1].Articles
	step := func(name string, do func() error, joined, parted bool) {
		t.Helper()
		if err := errors.Join(do(), l.Regroup(t.Context(), nil)); err != nil {
			t.Fatal(err)
		}
		if together(t, l, a[0], b[0]) != joined || together(t, l, a[1], b[1]) != joined || together(t, l, a[0], a[2]) == parted {
			t.Errorf("%s: joined %v %v, kept apart %v", name, together(t, l, a[0], b[0]), together(t, l, a[1], b[1]), !together(t, l, a[0], a[2]))
		}
	}
	decide := func(d ...model.Decision) func() error {
		return func() error { _, err := l.Decide(t.Context(), d); return err }
	}
	step("as found", func() error { return nil }, false, false)
	step("join", decide(model.Together(a[0], b[0])), true, false)
	step("import", func() error { regrouped(t, l, articles[100:], 2); return nil }, true, false)
	step("undo", func() error { _, err := l.Undo(t.Context()); return err }, false, false)
	var apart []model.Decision
	for _, id := range a[:2] {
		for _, other := range a[2:] {
			apart = append(apart, model.Apart(id, other))
		}
	}
	step("split", decide(apart...), false, true)
	if e, err := l.EventOf(t.Context(), a[0], ""); err != nil || !strings.Contains(strings.Join(e.Why, "; "), "you keep them apart from ") {
		t.Errorf("why: %q, %v", e.Why, err)
	}
	step("undo", func() error { _, err := l.Undo(t.Context()); return err }, false, false)
	step("redo", func() error { _, err := l.Redo(t.Context()); return err }, false, true)
	healthy(t, l)
}

// An article that changes or goes leaves its event.
func TestRegroupFollowsChanges(t *testing.T) {
	articles := happenings(60)
	l := opened(t)
	regrouped(t, l, articles, 1)
	found, total, _ := l.Events(t.Context(), query.Query{}, "", 0, 100)
	found = slices.DeleteFunc(found, func(e Listed) bool { return len(e.Articles) < 3 })
	ids := found[0].Articles
	if _, err := l.Set(t.Context(), ids[0], []Setting{{"date", "1999-01-01"}}); err != nil {
		t.Fatal(err)
	}
	if err := l.Regroup(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if together(t, l, ids[0], ids[1]) {
		t.Error("an article of another year stays in its event")
	}
	if _, err := l.Erase(t.Context(), ids[:1]); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Remove(t.Context(), ids[1:2]); err != nil {
		t.Fatal(err)
	}
	if err := l.Regroup(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if e, err := l.EventOf(t.Context(), ids[2], ""); err != nil || slices.Contains(e.Articles, ids[1]) || len(e.Articles) != len(ids)-2 {
		t.Errorf("after two have gone: %q of %q, %v", e.Articles, ids, err)
	}
	if _, n, _ := l.Events(t.Context(), query.Query{}, "", 0, 1); n != total {
		t.Errorf("%d events, there were %d", n, total)
	}
	healthy(t, l)
}

func TestRegroupEndsWhenAskedTo(t *testing.T) {
	l := opened(t)
	imported(t, l, ImportOptions{}, reported(t, happenings(50)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Regroup(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n, _ := l.Pending(t.Context()); n != 50 {
		t.Errorf("%d pending", n)
	}
}

// BenchmarkRegroup adds articles to a library that is large already:
//
//	go test ./corpus/library -bench Regroup -benchtime 1x -run ^$ -articles 100000
func BenchmarkRegroup(b *testing.B) {
	all := happenings(*articles + 1000)
	l := opened(b)
	regrouped(b, l, all[:*articles], 1)
	b.ResetTimer()
	for b.Loop() {
		regrouped(b, l, all[*articles:], 1)
	}
}

func BenchmarkEventsPage(b *testing.B) {
	l := opened(b)
	regrouped(b, l, happenings(*articles), 1)
	for b.Loop() {
		if found, _, err := l.Events(b.Context(), query.Query{}, "", 0, 50); err != nil || len(found) == 0 {
			b.Fatal(fmt.Sprint(len(found)), err)
		}
	}
}

// TestAnEventFallsInHalves keeps two reports of an event apart from the other two: of
// two halves, of which each is as long as the other, one is a new event.
func TestAnEventFallsInHalves(t *testing.T) {
	l := opened(t)
	regrouped(t, l, happenings(100), 1)
	found, _, err := l.Events(t.Context(), query.Query{}, "", 0, 200)
	if err != nil {
		t.Fatal(err)
	}
	halved := 0
	for _, e := range found {
		if len(e.Articles) != 4 {
			continue
		}
		a := e.Articles
		d := []model.Decision{model.Together(a[0], a[1]), model.Together(a[2], a[3])}
		for _, one := range a[:2] {
			for _, other := range a[2:] {
				d = append(d, model.Apart(one, other))
			}
		}
		if _, err := l.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		// As if one report alone had come anew, of the one half or of the other.
		if err := l.write(t.Context(), func() error {
			return firstError(l.exec("DELETE FROM pending"), l.exec("INSERT INTO pending SELECT n, 1 FROM articles WHERE id = ?", a[halved%2*2]))
		}); err != nil {
			t.Fatal(err)
		}
		halved++
		if err := l.Regroup(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		if !together(t, l, a[0], a[1]) || !together(t, l, a[2], a[3]) || together(t, l, a[0], a[2]) {
			t.Errorf("%q is in halves: %v %v %v", a, together(t, l, a[0], a[1]), together(t, l, a[2], a[3]), !together(t, l, a[0], a[2]))
		}
	}
	if halved == 0 {
		t.Error("no event of four reports")
	}
	well(t, l)
	healthy(t, l)
}
