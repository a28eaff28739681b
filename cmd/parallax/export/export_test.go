package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"parallax/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

var formats = map[string]func(io.Writer, model.Comparison) error{
	"event.md": Markdown, "event.csv": CSV, "event.html": HTML, "event.jsonld": ClaimReview,
}

// ferry is an event of two reports: a row in conflict, a row of one report.
func ferry() model.Comparison {
	a := model.Article{ID: "a", Title: "Ferry sinks off Arden", Language: "en", Outlet: "Herald", URL: "https://herald.example/1?a=(b)", Text: "Ferry sinks off Arden\n\nSeventeen people died."}
	b := model.Article{ID: "b", Title: "عبارة تغرق", Language: "ar", Outlet: "Bote", URL: "javascript:alert(1)", Text: "مات 21 شخصا.\n\nThe rest."}
	a.Date, _ = model.ParseDate("2023-07-11")
	cell := func(x *model.Article, s model.Span) *model.Cell {
		return &model.Cell{Article: x.ID, Span: s, Text: s.Of(x.Text)}
	}
	died := model.Span{Start: 23, End: len(a.Text)}
	mat := model.Span{Start: 0, End: strings.Index(b.Text, "\n")}
	k := model.Conflict{
		ID: "k", Dispute: "k", Kind: model.Quantity, Strength: model.Likely, Why: "dead: Seventeen (Herald) against 21 (Bote)",
		Verdict: model.Confirmed, Note: "asked the coast guard",
		A: model.Side{Article: "a", Span: died, Text: died.Of(a.Text), Mark: model.Span{Start: 23, End: 32}},
		B: model.Side{Article: "b", Span: mat, Text: mat.Of(b.Text), Mark: model.Span{Start: 7, End: 9}},
	}
	return model.Comparison{
		Event:    model.Event{ID: "e", Title: "Ferry sinks off Arden", Date: a.Date, Why: []string{"all name Arden"}},
		Articles: []model.Article{a, b},
		Rows: []model.Row{
			{Cells: []*model.Cell{cell(&a, died), cell(&b, mat)}, Relation: model.Clash, Conflicts: []string{"k"}},
			{Cells: []*model.Cell{cell(&a, a.Headline()), nil}, Relation: model.Single},
		},
		Conflicts: []model.Conflict{k},
	}
}

// TestWithin holds that what a report says against itself stands apart from the
// conflicts between reports.
func TestWithin(t *testing.T) {
	c := ferry()
	k := c.Conflicts[0]
	k.B, k.Why, c.Conflicts = k.A, "dead: 12 in one sentence against 15 in another", nil
	c.Within = []model.Conflict{k}
	for name, write := range map[string]func(io.Writer, model.Comparison) error{"markdown": Markdown, "page": HTML} {
		var got bytes.Buffer
		if err := write(&got, c); err != nil {
			t.Fatal(err)
		}
		none, within := strings.Index(got.String(), "None found."), strings.Index(got.String(), "Within one report")
		if why := strings.Index(got.String(), "dead: 12 in one sentence"); none < 0 || within < none || why < within {
			t.Errorf("%s: conflicts at %d, within one report at %d, its reason at %d", name, none, within, why)
		}
	}
}

func TestFormats(t *testing.T) {
	for name, write := range formats {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got, ferry()); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("run go test -update and look at what changed (-want +got):\n%s", diff)
			}
		})
	}
}

// hostile is an event every text of which tries to be something else.
func hostile(text string) model.Comparison {
	a := model.Article{ID: text, Title: text, Language: text, Outlet: text, URL: text, DateBasis: text, Text: text}
	whole := model.Span{Start: 0, End: len(text)}
	side := model.Side{Article: text, Span: whole, Text: text, Mark: model.Span{Start: len(text) / 3, End: len(text) / 2}}
	return model.Comparison{
		Event:     model.Event{ID: text, Title: text, Why: []string{text}},
		Articles:  []model.Article{a},
		Rows:      []model.Row{{Cells: []*model.Cell{{Article: text, Span: whole, Text: text}}, Relation: model.Clash, Conflicts: []string{"k"}}},
		Conflicts: []model.Conflict{{ID: "k", Dispute: "k", Kind: model.Quote, Strength: model.Strong, Why: text, A: side, B: side, Verdict: model.Confirmed, Note: text}},
	}
}

var attacks = []string{
	"\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \u202etxt\u202c \u0085\u009b31m",
	`<script>alert(1)</script><img src=x onerror=alert(1)>`,
	`"><svg onload=alert(1)>`, `</td></table></body><h1>`,
	"=HYPERLINK(\"http://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "@SUM(1)", "-2+3", "\t=1+1", "＝1+1",
	"[x](http://evil.example) ![x](http://evil.example/i.png) <http://evil.example> http://evil.example www.evil.example",
	"# heading\n\n- list\n\n```\ncode", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
	"https://ok.example/\"><script>alert(1)</script>", "https://ok.example/ onmouseover=alert(1)",
	"{{.Title}}", "\xff\xfe broken \xc0\xaf", "x\x00y",
}

func TestHostileTextStaysText(t *testing.T) {
	for _, attack := range attacks {
		checkHarmless(t, attack)
	}
}

func FuzzExport(f *testing.F) {
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkHarmless(t, text)
	})
}

func checkHarmless(t *testing.T, text string) {
	t.Helper()
	for name, write := range formats {
		var b bytes.Buffer
		if err := write(&b, hostile(text)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range b.String() {
			if r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Errorf("%s: %q lets %U out", name, text, r)
			}
		}
		switch name {
		case "event.html":
			checkPage(t, text, b.Bytes())
		case "event.csv":
			checkTable(t, text, b.Bytes())
		case "event.jsonld":
			if !json.Valid(b.Bytes()) || bytes.ContainsAny(b.Bytes(), "<>") {
				t.Errorf("%q makes %s", text, b.String())
			}
		}
	}
}

// checkPage finds every element and attribute that the template does not hold.
func checkPage(t *testing.T, text string, page []byte) {
	t.Helper()
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			if !strings.Contains(" html head meta title style body h1 h2 h3 p article blockquote mark div table thead tbody tr th td a ", " "+tag.Data+" ") {
				t.Errorf("%q makes an element %s", text, tag.Data)
			}
			for _, a := range tag.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "http") {
					t.Errorf("%q makes %s %s=%q", text, tag.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func checkTable(t *testing.T, text string, table []byte) {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	for _, line := range lines {
		for _, field := range line {
			if field != "" && strings.ContainsAny(field[:1], "=+-@\t\r") {
				t.Errorf("%q: field %q may run as a formula", text, field)
			}
		}
	}
}

func TestNothingConfirmedIsNoReview(t *testing.T) {
	c := ferry()
	c.Conflicts[0].Verdict = model.Dismissed
	var b bytes.Buffer
	if err := ClaimReview(&b, c); !errors.Is(err, ErrNoVerdict) || b.Len() > 0 {
		t.Errorf("%v, wrote %q", err, b.String())
	}
}

func TestMarkdownHasNoLinkButThatOfTheReport(t *testing.T) {
	var b bytes.Buffer
	if err := Markdown(&b, hostile("see [x](http://evil.example) ![i](http://evil.example/i.png) <http://evil.example>")); err != nil {
		t.Fatal(err)
	}
	if link := regexp.MustCompile(`(^|[^\\])(\]\(|<http|://)`).FindString(b.String()); link != "" {
		t.Errorf("%q is a link in\n%s", link, b.String())
	}
}
