package screen

import (
	"strings"
	"testing"

	"parallax/model"
	"parallax/ui/theme"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

func TestDateWords(t *testing.T) {
	tests := []struct {
		date          model.Date
		words, header string
	}{
		{model.Date{}, "no date?", "No date"},
		{model.Date{Year: 2017, Month: 7, Day: 10}, "10 July 2017", "Monday 10 July 2017"},
		{model.Date{Year: 2017, Month: 7, Day: 10, Uncertain: true}, "10 July 2017?", "Monday 10 July 2017"},
		{model.Date{Year: 2017, Month: 7}, "July 2017", "July 2017"},
		{model.Date{Year: 2017}, "2017", "2017"},
		{model.Date{Month: 7, Day: 10}, "10 July, year?", "10 July, year?"},
		{model.Date{Year: 2017, Month: 7, Day: 10, HasClock: true, Minute: 913}, "10 July 2017, 15:13", "Monday 10 July 2017"},
	}
	for _, tt := range tests {
		if got := dateWords(tt.date); got != tt.words {
			t.Errorf("dateWords(%v) = %q, want %q", tt.date, got, tt.words)
		}
		if tt.date.HasClock {
			continue
		}
		if got := dayHeading(tt.date); got != tt.header {
			t.Errorf("dayHeading(%v) = %q, want %q", tt.date, got, tt.header)
		}
	}
}

func TestCounted(t *testing.T) {
	for n, want := range map[int]string{0: "0 articles", 1: "1 article", 999: "999 articles", 1000: "1,000 articles", 1234567: "1,234,567 articles"} {
		if got := counted(n, "article"); got != want {
			t.Errorf("counted(%d) = %q", n, got)
		}
	}
}

func TestWithin(t *testing.T) {
	text := "añb"
	tests := []struct{ in, want model.Span }{
		{model.Span{Start: 0, End: 4}, model.Span{Start: 0, End: 4}},
		{model.Span{Start: -3, End: 99}, model.Span{Start: 0, End: 4}},
		{model.Span{Start: 2, End: 2}, model.Span{Start: 1, End: 3}},
		{model.Span{Start: 3, End: 1}, model.Span{Start: 3, End: 3}},
		{model.Span{Start: 9, End: 12}, model.Span{Start: 4, End: 4}},
	}
	for _, tt := range tests {
		if got := within(tt.in, text); got != tt.want {
			t.Errorf("within(%v) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestFind(t *testing.T) {
	text := "Varga said VARGA, варга and ВАРГА"
	if got := len(find(nil, text, whole(text), "varga")); got != 2 {
		t.Errorf("%d places, want 2", got)
	}
	if got := find(nil, text, whole(text), "Варга"); len(got) != 2 || got[1].Of(text) != "ВАРГА" {
		t.Errorf("places %v", got)
	}
	if got := find(nil, text, model.Span{Start: 3, End: 12}, "varga"); len(got) != 0 {
		t.Errorf("found beyond the span: %v", got)
	}
	if got := find(nil, text, whole(text), ""); got != nil {
		t.Errorf("found nothing at %v", got)
	}
}

func TestPaintKeepsTheText(t *testing.T) {
	mono, _ := theme.New("mono")
	f := Frame{W: 80, H: 24, Look: mono}
	text := "the fire began in the engine room"
	marks := []mark{
		{model.Span{Start: 4, End: 14}, theme.Mark}, {model.Span{Start: 9, End: 20}, theme.MarkNow}, {model.Span{Start: 30, End: 30}, theme.Hit},
	}
	for from := range len(text) {
		got := f.paint(text, model.Span{Start: from, End: len(text)}, theme.Plain, marks)
		if ansi.Strip(got) != text[from:] {
			t.Fatalf("from %d: %q", from, got)
		}
	}
	if got, want := f.paint(text, whole(text), theme.Plain, marks), "the \x1b[4mfire \x1b[m\x1b[1;4;7mbegan in th\x1b[me engine room"; got != want {
		t.Errorf("painted %q, want %q", got, want)
	}
}

var markdownLike = []string{
	"# heading", "- item", "1. item", "> quote", "    code", "```", "**bold** _it_ ~~no~~ `code`", "[a](http://b) ![x](y)", "https://example.org www.example.org a@b.cd",
	"| a | b |", "|---|---|", "---", "===", "&amp; &#42; &copy;", `\* \\ \[ \`, "<b>x</b> <!-- y -->", ":smile: [^1] [x] - [ ]", "term", ": definition", "a  ", "*", "**", "2031", "1)",
}

// TestNothingIsReadAsMarkdown holds that the page of an article shows each line
// letter by letter, so that dress never has to fall back.
func TestNothingIsReadAsMarkdown(t *testing.T) {
	mono, _ := theme.New("mono")
	for _, title := range markdownLike {
		text := title + "\n\n" + strings.Join(markdownLike, "\n") + "\n\n" + strings.Join(markdownLike, "\n\n")
		a := model.Article{Title: title, Text: text, Body: len(title) + 2, Outlet: title, URL: "https://example.org/**x**"}
		f := Frame{W: 80, H: 24, Look: mono}
		for i, l := range prose(f, &a, facts(&a), 70) {
			if got := ansi.Strip(l.styled); got != l.plain {
				t.Fatalf("line %d is %q, want %q", i, got, l.plain)
			}
			if l.plain != "" && l.block == headline && l.styled == l.plain {
				t.Errorf("line %d, %q, has lost its looks", i, l.plain)
			}
		}
	}
}

func FuzzLiteral(f *testing.F) {
	for _, s := range markdownLike {
		f.Add(s)
	}
	mono, _ := theme.New("mono")
	f.Fuzz(func(t *testing.T, s string) {
		a := admitArticle(model.Article{Text: s, Outlet: "o"})
		lines := prose(Frame{W: 80, H: 24, Look: mono}, &a, facts(&a), 40)
		out := rendered(Frame{Look: mono}, lines)
		for i, l := range lines {
			if got := strings.TrimRight(ansi.Strip(out[i]), " "); got != strings.TrimRight(l.plain, " ") {
				t.Fatalf("line %d is %q, want %q", i, got, l.plain)
			}
		}
	})
}

func TestDisputes(t *testing.T) {
	side := func(id string, at int) model.Side {
		return model.Side{Article: id, Span: model.Span{Start: at, End: at + 5}, Mark: model.Span{Start: at, End: at + 5}}
	}
	text := strings.Repeat("x", 40)
	cellAt := func(at int) *model.Cell { return &model.Cell{Span: model.Span{Start: at, End: at + 5}} }
	c := admitComparison(model.Comparison{
		Articles: []model.Article{{ID: "a", Text: text}, {ID: "b", Text: text}},
		Rows: []model.Row{
			{Cells: []*model.Cell{cellAt(0), nil}},
			{Cells: []*model.Cell{cellAt(10), cellAt(10)}, Conflicts: []string{"late", "weak"}},
			{Cells: []*model.Cell{cellAt(20), cellAt(20)}, Conflicts: []string{"strong", "maybe"}},
		},
		Conflicts: []model.Conflict{
			{ID: "strong", Dispute: "two", Strength: model.Strong, A: side("a", 20), B: side("b", 20)},
			{ID: "weak", Dispute: "two", Strength: model.Likely, A: side("a", 10), B: side("b", 10)},
			{ID: "late", Strength: model.Likely, A: side("a", 10), B: side("b", 10)},
			{ID: "maybe", Strength: model.Possible, A: side("a", 20), B: side("b", 20)},
			{ID: "unplaced", Strength: model.Strong, A: side("a", 0), B: side("b", 30)},
		},
	})
	var got []string
	for _, d := range disputes(&c, false, false) {
		got = append(got, d.id)
	}
	if diff := cmp.Diff([]string{"unplaced", "two", "late"}, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	list := disputes(&c, false, false)
	if diff := cmp.Diff([]int{0, 1}, list[1].pairs); diff != "" {
		t.Errorf("the strongest pair is not first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{1, 2}, byRow(&c, list)[1]); diff != "" {
		t.Errorf("disputes of row 1 (-want +got):\n%s", diff)
	}
	if len(disputes(&c, true, false)) != 4 {
		t.Error("the possible dispute does not count when asked for")
	}
}

func TestLabels(t *testing.T) {
	var articles []model.Article
	for _, a := range []model.Article{
		{Outlet: "TASS"}, {URL: "https://www.tide.example/a"}, {Source: "in/old/page.html"}, {}, {Outlet: "TASS"}, {URL: ":"},
	} {
		articles = append(articles, admitArticle(a))
	}
	want := []string{"TASS (1)", "tide.example", "page.html", "unknown outlet (1)", "TASS (2)", "unknown outlet (2)"}
	if diff := cmp.Diff(want, labels(articles)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
