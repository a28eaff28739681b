package clean

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/corpus/decode"
	"parallax/model/safe"
)

// plainPages are the test pages without their tags.
func plainPages(t testing.TB) []string {
	t.Helper()
	names, _ := filepath.Glob("testdata/pages/*.txt")
	var pages []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(data), "---\n")
		var page strings.Builder
		for l := range strings.SplitSeq(body, "\n") {
			page.WriteString(l[min(3, len(l)):] + "\n")
		}
		pages = append(pages, page.String())
	}
	if len(pages) == 0 {
		t.Fatal("no pages")
	}
	return pages
}

func FuzzPage(f *testing.F) {
	for _, page := range plainPages(f) {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = safe.Block(text)
		have := squeezed(text)
		for _, raw := range []bool{true, false} {
			for _, d := range Page(decode.Page{Text: text, Raw: raw, Format: "html"}, nil) {
				for _, p := range append(d.Paragraphs, d.Title) {
					if !utf8.ValidString(p) || !safe.Clean(p) || !strings.Contains(have, squeezed(p)) {
						t.Fatalf("%q is not of the page", p)
					}
				}
				if len(d.Paragraphs) == 0 && raw {
					t.Fatal("an article without text")
				}
			}
		}
	})
}

// squeezed leaves white space out.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func BenchmarkPage(b *testing.B) {
	pages := plainPages(b)
	n := 0
	for _, p := range pages {
		n += len(p)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			// A declared language leaves the guessing out.
			if len(Page(decode.Page{Text: p, Raw: true, Meta: decode.Meta{Language: "en"}}, nil)) == 0 {
				b.Fatal("no article")
			}
		}
	}
}
