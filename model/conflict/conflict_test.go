package conflict

import (
	"os"
	"slices"
	"strings"
	"testing"

	"parallax/model"
	"parallax/model/claim"
)

// TestJudge reads pairs of passages and the kind of conflict between them. The
// passages are invented; near misses count as much as conflicts.
func TestJudge(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(cells) != 5 {
			t.Fatalf("line %d: %d cells", n+1, len(cells))
		}
		judgeBothWays(t, n+1, passage("a", cells[0], cells[1]), passage("b", cells[2], cells[3]), cells[4])
	}
}

// judgeBothWays judges two articles, whichever is first, and wants the kind of a
// conflict, or none.
func judgeBothWays(t *testing.T, line int, a, b model.Article, want string) {
	t.Helper()
	for _, swap := range []bool{false, true} {
		if swap {
			a, b = b, a
		}
		v := Judge(a, b, false)
		got := "none"
		if v.Relation == model.Clash {
			got = string(v.Kind)
		}
		if got != want {
			t.Errorf("line %d, swapped %v: got %s (%s), want %s\n  %s\n  %s", line, swap, got, v.Why, want, a.Text, b.Text)
		}
	}
}

func passage(id, lang, text string) model.Article {
	text = strings.ReplaceAll(text, `\n`, "\n") // a cell may hold paragraphs
	a := model.Article{ID: id, Outlet: strings.ToUpper(id), Language: lang, Text: text}
	if title, _, found := strings.Cut(text, "\n\n"); found {
		a.Title, a.Body = title, len(title)+len("\n\n")
	}
	return a
}

// invented is one event told by three outlets.
func invented() []model.Article {
	return []model.Article{
		passage("a", "en", "Ferry sinks off Arden\n\nThe ferry Marlin sank off Arden on Monday. Seventeen people died, the coast guard said. \"We lost her in minutes,\" said captain Ole Brandt."),
		passage("b", "de", "Fähre sinkt vor Arden\n\nDie Fähre Marlin ist am Montag vor Arden gesunken. 21 Menschen starben, teilte die Küstenwache mit."),
		passage("c", "id", "Feri karam di Arden\n\nFeri Marlin tenggelam di dekat Arden pada Senin. Tujuh belas orang tewas, kata penjaga pantai."),
	}
}

func comparison(articles []model.Article) model.Comparison {
	docs := make([]*claim.Document, len(articles))
	for i := range articles {
		docs[i] = claim.Read(&articles[i])
	}
	return Compare(model.Event{ID: "e"}, articles, docs)
}

func TestSpansAreTheSpine(t *testing.T) {
	articles := invented()
	c := comparison(articles)
	text := map[string]string{}
	for _, a := range articles {
		text[a.ID] = a.Text
	}
	for _, row := range c.Rows {
		for i, cell := range row.Cells {
			if cell != nil && (cell.Article != articles[i].ID || cell.Span.Of(text[cell.Article]) != cell.Text) {
				t.Errorf("cell %q does not quote its article", cell.Text)
			}
		}
	}
	for _, x := range c.Conflicts {
		for _, s := range []model.Side{x.A, x.B} {
			if s.Span.Of(text[s.Article]) != s.Text || !s.Span.Contains(s.Mark) || s.Mark.Len() == 0 {
				t.Errorf("side %q, mark %v, does not quote its article", s.Text, s.Mark)
			}
		}
	}
}

func TestEverySentenceStandsInOneRow(t *testing.T) {
	c := comparison(invented())
	seen := map[string]int{}
	for _, row := range c.Rows {
		for _, cell := range row.Cells {
			if cell != nil {
				seen[cell.Text]++
			}
		}
	}
	if len(seen) != 10 {
		t.Errorf("%d sentences in rows, want 10", len(seen))
	}
	for s, n := range seen {
		if n != 1 {
			t.Errorf("%q stands in %d rows", s, n)
		}
	}
}

func TestPairsOfOneDisagreementShareADispute(t *testing.T) {
	c := comparison(invented())
	if len(c.Conflicts) != 2 || c.Conflicts[0].Dispute != c.Conflicts[1].Dispute {
		t.Fatalf("want 17 against 21 twice in one dispute, got %+v", c.Conflicts)
	}
}

func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	whys := func(articles []model.Article) []string {
		var out []string
		for _, x := range comparison(articles).Conflicts {
			sides := []string{x.A.Text, x.B.Text}
			slices.Sort(sides)
			out = append(out, x.ID+"|"+strings.Join(sides, "|"))
		}
		slices.Sort(out)
		return out
	}
	forward, backward := invented(), invented()
	slices.Reverse(backward)
	if a, b := whys(forward), whys(backward); !slices.Equal(a, b) {
		t.Errorf("forward %v, backward %v", a, b)
	}
}

func BenchmarkCompare(b *testing.B) {
	articles := invented()
	for b.Loop() {
		comparison(articles)
	}
}
