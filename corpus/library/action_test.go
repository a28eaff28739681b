package library

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parallax/model"
	"parallax/model/query"
)

// worked is a library of four articles.
func worked(t *testing.T) *Library {
	t.Helper()
	l := opened(t)
	imported(t, l, ImportOptions{}, written(t, t.TempDir(), "all.jsonl", ferry, fähre, minshin, undatedOne))
	return l
}

func dispute(v model.Verdict, note string) []model.Judgement {
	const en, de = "Seventeen people died, the coast guard said.", "21 Menschen starben, teilte die Küstenwache mit."
	return []model.Judgement{model.Judge(&model.Conflict{
		ID: "x", Kind: model.Quantity,
		A: model.Side{Article: "b", Text: de, Span: model.Span{Start: 0, End: len(de)}, Mark: model.Span{Start: 0, End: 2}},
		B: model.Side{Article: "a", Text: en, Span: model.Span{Start: 0, End: len(en)}, Mark: model.Span{Start: 0, End: len("Seventeen")}},
	}, v, note)}
}

// deeds are one of each thing that a reader can do.
var deeds = []struct {
	what string
	do   func(*Library) (string, error)
}{
	{"dismissed “Seventeen” against “21” (quantity): passengers only", func(l *Library) (string, error) {
		return l.Judge(context.Background(), dispute(model.Dismissed, "passengers only"))
	}},
	{"bookmarked “Ferry sinks off Arden”", func(l *Library) (string, error) { return l.Bookmark(context.Background(), "a", true) }},
	{"noted on “21 Menschen”: ask the coast guard", func(l *Library) (string, error) {
		return l.Note(context.Background(), model.Passage{Article: "b", Words: "21 Menschen"}, "ask the coast guard")
	}},
	{"put together “Ferry sinks off Arden” and “Fähre sinkt vor Arden”", func(l *Library) (string, error) {
		return l.Decide(context.Background(), []model.Decision{model.Together("a", "b")})
	}},
	{"kept apart “Ferry sinks off Arden” from “北京政府宣布新措施” and 1 more", func(l *Library) (string, error) {
		return l.Decide(context.Background(), []model.Decision{model.Apart("c", "a"), model.Apart("d", "a")})
	}},
	{"set date to 2017-07-10, outlet to The Wire of “Ferry sinks off Arden”", func(l *Library) (string, error) {
		return l.Set(context.Background(), "a", []Setting{{"date", "2017-07-10"}, {"outlet", "The Wire"}})
	}},
	{"removed “北京政府宣布新措施” and 1 more", func(l *Library) (string, error) {
		return l.Remove(context.Background(), []string{"c", "d"})
	}},
}

// state is all that the reader can change, as it stands.
func state(t *testing.T, l *Library) any {
	t.Helper()
	w, err := l.Work(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	type shown struct{ ID, Date, Basis, Outlet string }
	var articles []shown
	for _, a := range listed(t, l) {
		articles = append(articles, shown{a.ID, a.Date.String(), a.DateBasis, a.Outlet})
	}
	return []any{w, articles, found(t, l, "harbour"), found(t, l, "措施")}
}

func TestEveryActionIsSaidUndoneAndDoneAgain(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	states := []any{state(t, l)}
	for _, d := range deeds {
		what, err := d.do(l)
		if err != nil || what != d.what {
			t.Fatalf("%q, want %q: %v", what, d.what, err)
		}
		states = append(states, state(t, l))
		if cmp.Equal(states[len(states)-1], states[len(states)-2]) {
			t.Errorf("%s changes nothing", what)
		}
	}
	well(t, l)
	for i := len(deeds) - 1; i >= 0; i-- {
		what, err := l.Undo(ctx)
		if err != nil || what != deeds[i].what {
			t.Fatalf("undid %q, want %q: %v", what, deeds[i].what, err)
		}
		if diff := cmp.Diff(states[i], state(t, l)); diff != "" {
			t.Errorf("after undoing %s:\n%s", what, diff)
		}
		well(t, l)
	}
	if _, err := l.Undo(ctx); !errors.Is(err, ErrNothingToUndo) {
		t.Error(err)
	}
	for i, d := range deeds {
		what, err := l.Redo(ctx)
		if err != nil || what != d.what {
			t.Fatalf("redid %q, want %q: %v", what, d.what, err)
		}
		if diff := cmp.Diff(states[i+1], state(t, l)); diff != "" {
			t.Errorf("after doing again %s:\n%s", what, diff)
		}
	}
	if _, err := l.Redo(ctx); !errors.Is(err, ErrNothingToRedo) {
		t.Error(err)
	}
	well(t, l)
	log, err := l.Actions(ctx, 100)
	if err != nil || len(log) != 3*len(deeds) || !strings.HasPrefix(log[0].What, "redid: removed") || log[0].Redoes != len(deeds) || log[len(log)-1].Undone {
		t.Errorf("%+v, %v", log, err)
	}
}

// TestUndoIsAStack does, undoes and redoes at random beside a plain stack.
func TestUndoIsAStack(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	r := rand.New(rand.NewPCG(1, 2))
	var done, undone []any // states before
	for i := range 120 {
		before := state(t, l)
		switch r.IntN(4) {
		case 0, 1:
			id := string(rune('a' + r.IntN(2)))
			if _, err := l.Note(ctx, model.Passage{Article: id}, strings.Repeat("x", i+1)); err != nil {
				t.Fatal(err)
			}
			done, undone = append(done, before), nil
		case 2:
			_, err := l.Undo(ctx)
			if len(done) == 0 {
				if !errors.Is(err, ErrNothingToUndo) {
					t.Fatal(err)
				}
				continue
			}
			undone = append(undone, before)
			if diff := cmp.Diff(done[len(done)-1], state(t, l)); diff != "" {
				t.Fatalf("undo %d: %s", i, diff)
			}
			done = done[:len(done)-1]
		case 3:
			_, err := l.Redo(ctx)
			if len(undone) == 0 {
				if !errors.Is(err, ErrNothingToRedo) {
					t.Fatal(err)
				}
				continue
			}
			done = append(done, before)
			if diff := cmp.Diff(undone[len(undone)-1], state(t, l)); diff != "" {
				t.Fatalf("redo %d: %s", i, diff)
			}
			undone = undone[:len(undone)-1]
		}
	}
}

func TestDoingTheSameTwiceIsLoggedOnce(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	for range 2 {
		for _, d := range deeds[:len(deeds)-2] {
			if _, err := d.do(l); err != nil {
				t.Fatal(err)
			}
		}
	}
	if log, err := l.Actions(ctx, 100); err != nil || len(log) != len(deeds)-2 {
		t.Errorf("%d actions, %v", len(log), err)
	}
}

func TestWorkSurvivesImports(t *testing.T) {
	ctx, l, dir := context.Background(), opened(t), t.TempDir()
	path := written(t, dir, "all.jsonl", ferry, fähre)
	imported(t, l, ImportOptions{}, path)
	for _, d := range deeds[:3] {
		if _, err := d.do(l); err != nil {
			t.Fatal(err)
		}
	}
	before := state(t, l)
	imported(t, l, ImportOptions{Again: true}, path)
	if diff := cmp.Diff(before, state(t, l)); diff != "" {
		t.Errorf("the same again:\n%s", diff)
	}
	written(t, dir, "all.jsonl", ferry, strings.Replace(fähre, "Die Fähre Marlin", "Berichtigt um 12 Uhr: Die Fähre Marlin", 1))
	if r := imported(t, l, ImportOptions{}, path); r.Changed != 1 {
		t.Fatalf("%+v", r)
	}
	w, err := l.Work(ctx)
	if err != nil || len(w.Notes) != 1 {
		t.Fatal(w, err)
	}
	a, _, err := l.Article(ctx, "b")
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := w.Notes[0].Passage.Find(a.Text); !ok || s.Of(a.Text) != "21 Menschen" {
		t.Errorf("the note is at %v, %v", s, ok)
	}
	if _, err := l.Note(ctx, model.Passage{Article: "b", Words: "21 Menschen"}, "asked"); err != nil {
		t.Fatal(err)
	}
	if again, _ := l.Work(ctx); len(again.Notes) != 1 || again.Notes[0].ID != w.Notes[0].ID || again.Notes[0].Text != "asked" {
		t.Errorf("noted again: %+v", again.Notes)
	}
	if _, err := l.Unnote(ctx, w.Notes[0].ID); err != nil {
		t.Error(err)
	}
	if _, err := l.Unnote(ctx, w.Notes[0].ID); !errors.Is(err, ErrNoNote) {
		t.Error(err)
	}
}

func TestAnOpenVerdictTakesBack(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	for _, tt := range []struct {
		judgements []model.Judgement
		kept       int
	}{
		{dispute(model.Confirmed, ""), 1},
		{dispute(model.Open, "not sure"), 1},
		{dispute(model.Open, ""), 0},
	} {
		if _, err := l.Judge(ctx, tt.judgements); err != nil {
			t.Fatal(err)
		}
		w, err := l.Work(ctx)
		if err != nil || len(w.Judgements) != tt.kept {
			t.Errorf("%s: %+v, %v", tt.judgements[0].Verdict, w.Judgements, err)
		}
	}
	if _, err := l.Judge(ctx, dispute("perhaps", "")); err == nil {
		t.Error("an unknown verdict is taken")
	}
}

func TestLaterDecisionsReplaceEarlier(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	for _, d := range [][]model.Decision{{model.Together("a", "b")}, {model.Apart("c", "d")}, {model.Apart("b", "a")}} {
		if _, err := l.Decide(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	got, err := l.Decisions(ctx)
	if diff := cmp.Diff([]model.Decision{model.Apart("c", "d"), model.Apart("a", "b")}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := l.Decide(ctx, []model.Decision{model.Apart("a", "a")}); err == nil {
		t.Error("an article is kept apart from itself")
	}
	if _, err := l.Decide(ctx, []model.Decision{model.Apart("a", "nobody")}); !errors.Is(err, ErrNoArticle) {
		t.Error(err)
	}
}

func TestWhatIsErasedDoesNotComeBack(t *testing.T) {
	ctx, l := context.Background(), worked(t)
	if _, err := l.Remove(ctx, []string{"a"}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Erase(ctx, []string{"b"}); err != nil {
		t.Fatal(err)
	}
	if what, err := l.Undo(ctx); err != nil || what != "removed “Ferry sinks off Arden”" {
		t.Error(what, err)
	}
	if got := found(t, l, "marlin"); len(got) != 1 {
		t.Errorf("found %q", got)
	}
	well(t, l)
	for _, name := range []string{l.path, l.path + "-wal"} {
		if data, _ := os.ReadFile(name); strings.Contains(string(data), "Küstenwache") && name == l.path {
			t.Errorf("%s still holds the text", name)
		}
	}
}

// TestOlderLibrariesOpen opens a file of each schema that there was: all that was
// in it is still there.
func TestOlderLibrariesOpen(t *testing.T) {
	l, err := Open(context.Background(), unpacked(t, "testdata/schema1.db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	h := well(t, l)
	if h.Articles != 3 || h.Versions != 4 || h.Removed != 1 || h.Files != 2 || h.SetByReader != 1 || len(h.Skipped) != 1 {
		t.Errorf("%+v", h)
	}
	if got := found(t, l, "outlet:wire date:2023-07-10 küstenwache"); len(got) != 1 {
		t.Errorf("found %q", got)
	}
	for _, d := range deeds[:6] {
		if d.what == deeds[4].what {
			continue // one of its articles is removed
		}
		if _, err := d.do(l); err != nil {
			t.Errorf("%s: %v", d.what, err)
		}
	}
	well(t, l)
}

// TestTheReadersWorkIsInOlderLibraries opens a file of the schema of that time in which
// a reader had judged, noted, marked, split, set, removed and undone.
func TestTheReadersWorkIsInOlderLibraries(t *testing.T) {
	ctx := context.Background()
	l := opening(t, unpacked(t, "testdata/schema4.db.gz"))
	if h := well(t, l); h.Articles != 3 || h.Judged != 1 || h.Notes != 1 || h.Bookmarks != 1 || h.Decisions != 1 || h.SetByReader != 1 || h.Removed != 1 {
		t.Errorf("%+v", h)
	}
	w, err := l.Work(ctx)
	if err != nil || w.Judgements[0].Verdict != model.Dismissed || w.Judgements[0].Note != "crew counted" || w.Notes[0].Passage.Words != "Seventeen people" {
		t.Errorf("%+v, %v", w, err)
	}
	for _, want := range []string{"removed “Harbour reopens”", "set outlet to The Wire", "kept apart", "bookmarked", "noted on", "dismissed"} {
		if what, err := l.Undo(ctx); err != nil || !strings.HasPrefix(what, want) {
			t.Errorf("undid %q, want %q: %v", what, want, err)
		}
	}
	if h := well(t, l); h.Articles != 4 || h.Judged+h.Notes+h.Bookmarks+h.Decisions+h.SetByReader != 0 {
		t.Errorf("all undone: %+v", h)
	}
}

// unpacked is the path of a copy of a packed library.
func unpacked(t *testing.T, name string) string {
	t.Helper()
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if _, err := io.Copy(out, z); err != nil {
		t.Fatal(err)
	}
	return path
}

// listed is every article, newest first.
func listed(t *testing.T, l *Library) (articles []model.Article) {
	t.Helper()
	for a, err := range l.All(context.Background(), query.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	return articles
}
